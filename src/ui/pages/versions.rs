//! One chart as it was.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::{Since, since};
use crate::chart::wheel_of;
use crate::codec::{Snapshot, Why};
use crate::domain::{Item, Record, RecordId, Stamp};
use crate::platform::{day_and_time, day_long};
use crate::state::Route;
use crate::ui::chart_handle::Chart;
use crate::ui::chart_words::hidden_words;
use crate::ui::components::{MiniWheel, Page, WheelCanvas};
use crate::ui::navigation::{app, navigation};
use crate::ui::reading::read_anew;
use crate::ui::say::{answer_short, t, text_of, tf, title_of, tn};
use crate::words::Key;

/// A chart as it was, version by version.
#[component]
pub fn VersionsPage(
    /// Which chart.
    record: RecordId,
) -> impl IntoView {
    let app = app();
    let chart = Chart::follow(record.clone());
    // What was read of them, once it was tried.
    let id = record.clone();
    let versions = read_anew(move |show| app.versions(&id, show));
    let content = move || match (chart.get(), versions.get()) {
        (_, None) => view! { <p class="soft">{t(Key::Reading)}</p> }.into_any(),
        (_, Some(None)) => view! { <p>{t(Key::NotReadNow)}</p> }.into_any(),
        (None, Some(Some(versions))) if versions.is_empty() => view! { <p>{t(Key::ChartGone)}</p> }.into_any(),
        (_, Some(Some(versions))) if versions.is_empty() => view! { <p>{t(Key::VersionsEmpty)}</p> }.into_any(),
        (now, Some(Some(versions))) => view! { <Versions now versions /> }.into_any(),
    };
    let title = move || chart.get().map(|chart| view! { <p class="lead">{title_of(&chart)}</p> });
    view! {
        <Page title=t(Key::VersionsTitle) back=Some(Route::Chart(record))>
            {title}
            {content}
        </Page>
    }
}

/// All there are, by day.
#[component]
fn Versions(now: Option<Arc<Record>>, versions: Vec<Snapshot>) -> impl IntoView {
    // While earlier values are hidden, they are so here as well.
    let hidden = now.as_deref().filter(|now| now.is_rating_again()).map(|now| t(hidden_words(now)));
    let is_hidden = hidden.is_some();
    let days = versions.chunk_by(|one, next| day_and_time(one.at).0 == day_and_time(next.at).0).map(|of_day| {
        let day = of_day.first().map(|version| day_long(day_and_time(version.at).0));
        let row = |version: &Snapshot| {
            let since = now.as_deref().map(|now| since(&version.record, now));
            view! { <VersionRow version=version.clone() since is_hidden /> }
        };
        view! {
            <section>
                <h2>{day}</h2>
                <ul class="past">{of_day.iter().map(row).collect_view()}</ul>
            </section>
        }
    });
    view! {
        <p class="soft">{t(Key::VersionsLead)}</p>
        {hidden.map(|words| view! { <p class="soft">{words}</p> })}
        {days.collect_view()}
    }
}

fn why_words(why: Why) -> Key {
    match why {
        Why::Edit => Key::VersionEdit,
        Why::Import => Key::VersionImport,
        Why::Window => Key::VersionWindow,
    }
}

/// The difference to now in one line.
fn since_words(since: Since) -> String {
    let counts = [
        (Key::DiffRatings, since.ratings),
        (Key::DiffItems, since.items),
        (Key::DiffTimes, since.times),
        (Key::DiffTargets, since.targets),
        (Key::DiffTalks, since.conversations),
    ];
    let said: Vec<String> =
        counts.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| tn(key, count)).collect();
    if said.is_empty() {
        t(if since.rest { Key::DiffWords } else { Key::DiffNone }).to_owned()
    } else {
        said.join(" · ")
    }
}

#[component]
fn VersionRow(version: Snapshot, since: Option<Since>, is_hidden: bool) -> impl IntoView {
    let app = app();
    let navigation = navigation();
    let time = day_and_time(version.at).1;
    let record = Arc::new(version.record);
    let rated = record.shown().map(|shown| {
        let (rated, items) = record.progress(shown);
        tf(Key::RatedOf, &[("rated", &rated.to_string()), ("items", &items.to_string())])
    });
    let is_same = since == Some(Since::default());
    let lines: Vec<String> = rated.into_iter().chain(since.map(since_words)).collect();
    let (at, shown, open) = (version.at, record.clone(), RwSignal::new(false));
    let wheel = (!is_hidden).then(|| view! { <MiniWheel chart=shown.clone() /> });
    let preview = (!is_hidden).then(|| view! { <Preview record=shown at open /> });
    let go_back = move |_| {
        app.go_back_to(&record);
        navigation.go(&Route::Chart(record.id.clone()));
    };
    view! {
        <li class="past-row">
            {wheel}
            <div class="card-words">
                <h3>{time}" · "{t(why_words(version.why))}</h3>
                <p class="soft">{lines.join(" · ")}</p>
                <div class="past-actions">
                    {(!is_same).then(|| view! {
                        <button type="button" class="button quiet" on:click=go_back>{t(Key::VersionGoBack)}</button>
                    })}
                    {(!is_hidden).then(|| view! {
                        <button
                            type="button"
                            class="link"
                            aria-expanded=move || if open.get() { "true" } else { "false" }
                            on:click=move |_| open.update(|open| *open = !*open)
                        >{t(Key::VersionLook)}</button>
                    })}
                </div>
            </div>
            {preview}
        </li>
    }
}

/// A version in full, once it is asked for.
#[component]
fn Preview(record: Arc<Record>, at: Stamp, open: RwSignal<bool>) -> impl IntoView {
    move || {
        let shown = record.shown().filter(|_| open.get())?;
        let (day, time) = day_and_time(at);
        let (title, date) = (title_of(&record), day_long(day));
        let label = tf(Key::VersionWheel, &[("title", &title), ("date", &date), ("time", &time)]);
        let standing = record.standing(shown);
        let item = |item: &Item| {
            let readings = answer_short(standing.answer(&item.id));
            view! { <li>{tf(Key::SpokeSays, &[("label", &text_of(item)), ("readings", &readings)])}</li> }
        };
        let spec = Some(wheel_of(&record, Some(shown)));
        Some(view! {
            <div class="past-preview">
                {(!record.is_audit()).then(|| view! { <WheelCanvas spec=Signal::stored(spec) label /> })}
                <ul class="steps">{record.items().map(item).collect_view()}</ul>
            </div>
        })
    }
}
