//! One chart: what it shows now, and what can be done with it.

mod held;
mod more;
mod others;

use std::sync::Arc;

use leptos::prelude::*;

use held::Held;
use more::MoreActions;
use others::OthersViews;

use super::result::Result;
use crate::chart::wheel_of;
use crate::domain::{Item, Occasion, Origin, Question, Record, RecordId, SectionId, Sitting, Step, Target};
use crate::platform::{self, day_long};
use crate::state::Route;
use crate::ui::chart_handle::Chart;
use crate::ui::chart_words::{hidden_words, occasion_name, question_words, reading_words};
use crate::ui::components::{Page, SeenAtEnds, TargetTitle, TargetView, Views, WheelCanvas};
use crate::ui::copies::{save_all, save_one};
use crate::ui::navigation::{app, navigation};
use crate::ui::say::{answer_short, best_words, t, text_of, tf, title_of};
use crate::ui::talk_words::{talk_line, talk_title};
use crate::words::Key;

/// One chart, whole: wheel, words, targets. It prints as a page.
#[component]
pub fn ChartPage(
    /// Which chart.
    record: RecordId,
) -> impl IntoView {
    let chart = Chart::follow(record);
    let title =
        Signal::derive(move || chart.get().as_deref().map_or_else(|| t(Key::ChartGoneTitle).to_owned(), title_of));
    view! {
        <Page title=title back=Some(Route::Home)>
            <Views chart />
            <Held chart />
            {move || match chart.get() {
                Some(chart) => view! { <Content chart /> }.into_any(),
                None => view! { <p>{t(Key::ChartGone)}</p> }.into_any(),
            }}
        </Page>
    }
}

#[component]
fn Content(chart: Arc<Record>) -> impl IntoView {
    let (again, being_made) = (chart.is_rating_again(), chart.is_being_made());
    let occasion = chart.shown().map(|shown| chart.standing(shown));
    let spec = wheel_of(&chart, chart.shown());
    let list = if chart.is_audit() {
        let done = chart.under_way().is_none();
        let result = occasion.clone().filter(|_| done);
        let actions = view! { <MainActions chart=chart.clone() /> };
        match result {
            Some(occasion) => view! { <Result chart=chart.clone() occasion>{actions}</Result> }.into_any(),
            None => actions.into_any(),
        }
    } else {
        let row = |(item, at): (&Item, usize)| {
            let rated_on = occasion.as_ref().and_then(|shown| earlier_day(&chart, shown, item));
            view! { <ItemRow number=at item=item.clone() occasion=occasion.clone() rated_on /> }
        };
        view! {
            <MainActions chart=chart.clone() />
            <ul class="items">{chart.items().zip(1..).map(row).collect_view()}</ul>
        }
        .into_any()
    };
    // While somebody else rates, nothing that its owner wrote is in view.
    let handed = chart.view_under_way().is_some();
    let targets = chart.targets.iter().filter(|target| !handed && !target.is_empty());
    let targets: Vec<Target> = targets.cloned().collect();
    let byline = byline(&chart, occasion.as_ref());
    let label = if chart.is_audit() { Key::AuditWheelLabel } else { Key::WheelLabel };
    let label = tf(label, &[("title", &title_of(&chart))]);
    let sections: Vec<SectionId> = chart.instrument.sections.iter().map(|section| section.id.clone()).collect();
    let (scale, direction) = (chart.instrument.scale, chart.instrument.direction);
    let words = move |(_, reading)| reading_words(reading, scale, direction);
    let open_section = move |spoke: usize| {
        if let Some(section) = sections.get(spoke) {
            platform::unfold(&format!("[data-section='{section}']"));
        }
    };
    view! {
        <article class="chart">
            <p class="byline">{byline}</p>
            <div class="beside">
                <div class="beside-wheel">
                    {again.then(|| view! { <p class="soft">{t(hidden_words(&chart))}</p> })}
                    {(!spec.labels.is_empty() || !chart.is_audit()).then(|| view! { <WheelCanvas spec=Signal::stored(Some(spec)) label words on_spoke=open_section /> })}
                </div>
                <div class="beside-list">
                    {list}
                    <OthersViews chart=chart.clone() />
                    <Reflected occasion=occasion.clone() />
                    {(!targets.is_empty()).then(|| view! { <Targets chart=chart.clone() targets /> })}
                    {(!being_made && !handed).then(|| view! { <Talks chart=chart.clone() /> })}
                    {(!handed).then(|| view! { <NextLook chart=chart.clone() /> })}
                </div>
            </div>
            <p class="export-note">{t(Key::ExportNote)}</p>
            <MoreActions chart />
        </article>
    }
}

/// Owner, date and kind, as on the paper form.
fn byline(chart: &Record, occasion: Option<&Occasion>) -> String {
    let mut parts = Vec::new();
    if !chart.owner.trim().is_empty() {
        parts.push(chart.owner.trim().to_owned());
    }
    if let Some(occasion) = occasion {
        parts.push(day_long(occasion.rated_on));
        parts.push(occasion_name(occasion));
    }
    if chart.is_audit() {
        parts.extend(best_words(chart.instrument.direction, chart.instrument.scale));
    }
    parts.join(" · ")
}

#[component]
fn MainActions(chart: Arc<Record>) -> impl IntoView {
    let app = app();
    let navigation = navigation();
    let record = chart.clone();
    // Somebody else's is looked at, unless one rates it as one sees it.
    if chart.held_since.is_some() || chart.view_under_way().is_some() {
        let go_on = Route::of_step(&chart, Step::Rate);
        return chart.view_under_way().map(|_| {
            view! { <div class="actions"><a class="button primary" href=go_on.to_hash()>{t(Key::CarryOnRating)}</a></div> }
                .into_any()
        });
    }
    // After an audit the next thing is a day to look again and a copy; a chart has its closing screen for both.
    let ends = chart.is_audit() && chart.under_way().is_none() && chart.next_look.is_none() && !chart.just_for_now;
    let closing = ends.then(|| {
        let look_again = Route::Make { record: chart.id.clone(), step: Step::LookAgain, item: None };
        let save = move |_| save_all(app, move |notice| app.tell(notice));
        view! {
            <a class="button primary" href=look_again.to_hash()>{t(Key::LookAgainTitle)}</a>
            <button type="button" class="button quiet" on:click=save>{t(Key::SaveCopy)}</button>
        }
    });
    // What is just for now ends with a file, or is gone.
    let leaves = chart.is_audit() && chart.under_way().is_none() && chart.just_for_now;
    let file = leaves.then(|| {
        let saved = chart.clone();
        let save = move |_| save_one(app, &saved, move |notice| app.tell(notice));
        view! { <button type="button" class="button primary" on:click=save>{t(Key::SaveFile)}</button> }
    });
    let main = if chart.is_being_made() {
        let route = Route::of_step(&chart, chart.making.step);
        view! { <a class="button primary" href=route.to_hash()>{t(Key::CarryOnMaking)}</a> }.into_any()
    } else {
        let label = if chart.under_way().is_some() { Key::CarryOnRating } else { Key::RateAgain };
        let rate = move |_| {
            if let Some(occasion) = app.rate(&record.id, Sitting::All) {
                navigation.go(&Route::to_rate(&record, occasion));
            }
        };
        let quiet = ends || leaves;
        view! { <button type="button" class="button" class:primary=!quiet class:quiet=quiet on:click=rate>{t(label)}</button> }
            .into_any()
    };
    // While it is rated again nothing of before is shown.
    let gives = !chart.is_rating_again();
    let give = gives.then(|| {
        let route = Route::Give { record: chart.id.clone(), format: None };
        view! { <a class="button quiet" href=route.to_hash()>{t(Key::GiveTitle)}</a> }
    });
    let actions = view! {
        <div class="actions">
            {closing}
            {file}
            {main}
            {give}
        </div>
    };
    Some(actions.into_any())
}

/// The day an item was rated, where a quick update has not asked it since.
fn earlier_day(chart: &Record, shown: &Occasion, item: &Item) -> Option<String> {
    let asked = chart.asked_on(shown, &item.id).filter(|asked| asked.id != shown.id)?;
    Some(tf(Key::LastRated, &[("date", &day_long(asked.rated_on))]))
}

#[component]
fn ItemRow(
    number: usize,
    item: Item,
    occasion: Option<Occasion>,
    /// When it was rated, where that was not on `occasion` itself.
    rated_on: Option<String>,
) -> impl IntoView {
    let rating = occasion.as_ref().and_then(|occasion| occasion.ratings.get(&item.id).cloned()).unwrap_or_default();
    let matters = occasion.as_ref().is_some_and(|occasion| occasion.focus.contains(&item.id));
    let blank = rating.answer.value().is_none();
    let shown = occasion.is_some();
    let opposite = item.opposite.trim().to_owned();
    let opposite =
        (!opposite.is_empty()).then(|| view! { <p class="soft">{tf(Key::OppositeIs, &[("opposite", &opposite)])}</p> });
    view! {
        <li class="item">
            <div class="item-head">
                <span class="item-number">{number}</span>
                <strong class="item-text">{text_of(&item)}</strong>
                {(item.origin == Origin::Given).then(|| view! { <span class="tag">{t(Key::GivenTag)}</span> })}
                {matters.then(|| view! { <span class="tag">{t(Key::MattersTag)}</span> })}
                {shown.then(|| view! { <span class="item-value" class:soft=blank>{answer_short(rating.answer)}</span> })}
            </div>
            {rated_on.map(|words| view! { <p class="soft">{words}</p> })}
            {opposite}
            <SeenAtEnds item=&item />
            {rating.words().into_iter().filter(|_| shown).map(|text| view! {
                <p class="why">"“"{text.to_owned()}"”"</p>
            }).collect_view()}
            {rating.needed.filter(|_| shown).map(|needed| view! {
                <p class="soft">{tf(Key::NeededIs, &[("value", &needed.to_string())])}</p>
            })}
        </li>
    }
}

/// What was written when then and now stood side by side, and where the person worked.
#[component]
fn Reflected(occasion: Option<Occasion>) -> impl IntoView {
    let said = occasion.map(|occasion| {
        let questions =
            Question::ALL.map(|question| (question_words(question), occasion.reflection.said(question).to_owned()));
        let context = (Key::ContextTitle, occasion.context.clone());
        questions.into_iter().chain([context]).filter(|(_, text)| !text.trim().is_empty()).collect::<Vec<_>>()
    });
    said.filter(|said| !said.is_empty()).map(|said| {
        let part = |(key, text): (Key, String)| view! { <dt>{t(key)}</dt><dd>{text}</dd> };
        view! {
            <section>
                <h2>{t(Key::ReflectedTitle)}</h2>
                <dl class="reflected">{said.into_iter().map(part).collect_view()}</dl>
            </section>
        }
    })
}

/// Whether it was agreed in a talk that is only for whoever wrote it: it is on no paper.
fn is_private(chart: &Record, target: &Target) -> bool {
    let talk = target.conversation.as_ref().and_then(|id| chart.conversation(id));
    talk.is_some_and(|talk| talk.private)
}

#[component]
fn Targets(chart: Arc<Record>, targets: Vec<Target>) -> impl IntoView {
    let change = chart.held_since.is_none().then(|| {
        view! { <p><a class="link" href=Route::Targets(chart.id.clone()).to_hash()>{t(Key::TargetsChange)}</a></p> }
    });
    view! {
        <section>
            <h2>{t(Key::TargetsTitle)}</h2>
            <table class="targets">
                <thead>
                    <tr><th scope="col">{t(Key::TargetWhat)}</th><th scope="col">{t(Key::TargetHow)}</th></tr>
                </thead>
                <tbody>
                    {targets.into_iter().map(|target| view! {
                        <tr class:private=is_private(&chart, &target)>
                            <td><TargetTitle record=&chart target=&target /></td>
                            <td><TargetView target=&target /></td>
                        </tr>
                    }).collect_view()}
                </tbody>
            </table>
            {change}
        </section>
    }
}

/// The newest talk, and the way to all of them and to a new one.
#[component]
fn Talks(chart: Arc<Record>) -> impl IntoView {
    let to_all = Route::Talks(chart.id.clone()).to_hash();
    let noted = chart.conversations.iter().filter(|talk| !talk.is_empty());
    let newest = noted.clone().max_by_key(|talk| talk.on).map(|talk| {
        let to = Route::Talk { record: chart.id.clone(), conversation: talk.id.clone() }.to_hash();
        view! {
            <p><a href=to>{talk_title(talk)}</a><br/><span class="soft">{talk_line(talk)}</span></p>
            {talk.next.map(|day| view! { <p class="soft">{tf(Key::TalkNextIs, &[("date", &day_long(day))])}</p> })}
        }
    });
    let words = if noted.count() > 1 { Key::TalksAll } else { Key::TalksNote };
    view! {
        <section class="chart-talks">
            <h2>{t(Key::TalksTitle)}</h2>
            {newest}
            <p><a class="link" href=to_all>{t(words)}</a></p>
        </section>
    }
}

#[component]
fn NextLook(chart: Arc<Record>) -> impl IntoView {
    chart.next_look.map(|day| view! { <p class="next-look">{tf(Key::NextLook, &[("date", &day_long(day))])}</p> })
}
