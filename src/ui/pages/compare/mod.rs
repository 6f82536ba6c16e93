//! Then and now: one's own words first, then what was held, what is higher, lower, the same.

mod replies;
mod sections;

use std::sync::Arc;

use leptos::prelude::*;

use replies::RepliesThenAndNow;
use sections::{SectionChanges, overall_words};

use crate::analysis::{Change, Comparison, Group, Summary, compare, section_changes};
use crate::chart::overlay_of;
use crate::domain::{Date, Edit, ItemId, Kind, Occasion, OccasionId, Rating, Record, RecordId, Scale, Step};
use crate::platform::{day_long, day_month};
use crate::state::Route;
use crate::ui::chart_handle::Chart;
use crate::ui::components::{ChangeRow, Disclosure, Page, WheelCanvas};
use crate::ui::navigation::app;
use crate::ui::pages::kind_name;
use crate::ui::say::{t, text_of, tf, title_of, tn};
use crate::words::Key;

/// Two occasions of one chart.
#[component]
pub fn ComparePage(
    /// Which chart.
    record: RecordId,
    /// The earlier occasion.
    then: OccasionId,
    /// The later occasion.
    now: OccasionId,
) -> impl IntoView {
    let chart = Chart::follow(record.clone());
    let both = move || {
        let chart = chart.get()?;
        if chart.is_rating_again() {
            let rate = Route::of_step(&chart, Step::Rate).to_hash();
            let hidden = view! {
                <p>{t(Key::EarlierHidden)}</p>
                <a class="button primary" href=rate>{t(Key::CarryOnRating)}</a>
            };
            return Some(hidden.into_any());
        }
        let (then, now) = (chart.occasion(&then)?.clone(), chart.occasion(&now)?.clone());
        Some(view! { <Both chart then now /> }.into_any())
    };
    view! {
        <Page title=t(Key::ThenAndNow) back=Some(Route::Chart(record))>
            {move || both().unwrap_or_else(|| view! { <p>{t(Key::ChartGone)}</p> }.into_any())}
        </Page>
    }
}

#[component]
fn Both(chart: Arc<Record>, then: Occasion, now: Occasion) -> impl IntoView {
    let comparison = compare(&chart, &then, &now);
    let spec = overlay_of(&chart, &then, &now);
    let sentence = sentence(comparison.summary(), comparison.higher_is_better());
    let days = days(then.rated_on, now.rated_on);
    let look_again = Route::of_step(&chart, Step::LookAgain);
    let label = tf(Key::OverlayLabel, &[("then", &days.0), ("now", &days.1), ("sentence", &sentence)]);
    let sections = section_changes(&chart, &comparison);
    let scale = chart.instrument.scale;
    let groups = view! { <Groups comparison=comparison.clone() scale days=days.clone() folded=chart.is_audit() /> };
    let wheel = (!spec.labels.is_empty() || !chart.is_audit()).then(|| {
        view! { <WheelCanvas spec=Signal::stored(Some(spec)) label=label /> }
    });
    let overall = [(&days.0, then.overall), (&days.1, now.overall)].map(|(day, overall)| {
        overall_words(overall).map(|words| tf(Key::OverallThat, &[("date", day), ("words", &words)]))
    });
    let overall = overall.map(|line| line.map(|line| view! { <p class="soft">{line}</p> }));
    view! {
        <article class="compare">
            <p class="byline">{title_of(&chart)}</p>
            <OwnWords comparison focus=now.focus.clone() days=days.clone() />
            <RepliesThenAndNow chart=chart.clone() then=then.clone() now=now.clone() days=days.clone() />
            <ul class="legend">
                <li><span class="mark mark-then" aria-hidden="true"></span>{day_long(then.rated_on)}</li>
                <li><span class="mark mark-now" aria-hidden="true"></span>{day_long(now.rated_on)}</li>
            </ul>
            {now.earlier_shown.then(|| view! { <p class="soft">{t(Key::RatedWithEarlier)}</p> })}
            <div class="beside">
                <div class="beside-wheel">{wheel}</div>
                <div class="beside-list">
                    <p class="sentence">{sentence.clone()}</p>
                    {overall}
                    <SectionChanges sections scale days />
                    {groups}
                    <KindChoice record=chart.id.clone() occasion=now />
                    {(chart.next_look.is_none() && !chart.just_for_now).then(|| view! {
                        <a class="button quiet" href=look_again.to_hash()>{t(Key::LookAgainTitle)}</a>
                    })}
                </div>
            </div>
            <p class="export-note">{t(Key::ExportNote)}</p>
        </article>
    }
}

/// Month and year tell the two apart, or else the whole day does.
fn days(then: Date, now: Date) -> (String, String) {
    let months = (day_month(then), day_month(now));
    if months.0 == months.1 { (day_long(then), day_long(now)) } else { months }
}

/// "You rated 7 of 10 both times: 5 higher, 1 the same, 1 lower. 2 new, 1 set aside."
/// Where the highest is not always the best: "5 better, 1 the same, 1 less good".
fn sentence(summary: Summary, higher_is_better: bool) -> String {
    let number = |count: usize| count.to_string();
    let mut text = tf(
        if higher_is_better { Key::CompareSentence } else { Key::CompareSentenceBetter },
        &[
            ("matched", &number(summary.matched)),
            ("items", &number(summary.items)),
            ("better", &number(summary.better)),
            ("same", &number(summary.same)),
            ("worse", &number(summary.worse)),
        ],
    );
    let beside: Vec<String> =
        [(Key::CompareMoved, summary.moved), (Key::CompareNew, summary.new), (Key::CompareSetAside, summary.set_aside)]
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(key, count)| tn(key, count))
            .collect();
    if !beside.is_empty() {
        text.push(' ');
        text.push_str(&tf(Key::CompareBeside, &[("parts", &beside.join(", "))]));
    }
    text
}

/// How many items' words stand open at the top; the rest is folded, and all stand in the list again.
const WORDS_OPEN: usize = 3;

/// What one said oneself, then and now: first on what matters most now.
#[component]
fn OwnWords(comparison: Comparison, focus: Vec<ItemId>, days: (String, String)) -> impl IntoView {
    let mut said: Vec<Change> = comparison.changes.into_iter().filter(Change::has_words).collect();
    let (mut first, rest): (Vec<Change>, Vec<Change>) = said.drain(..).partition(|c| focus.contains(&c.item.id));
    first.extend(rest);
    let folded = first.split_off(WORDS_OPEN.min(first.len()));
    let quotes = move |changes: Vec<Change>| {
        let quote = |day: &str, rating: &Option<Rating>, style: &'static str| {
            let said = |text: &str| {
                view! { <p class=style><span class="soft">{day.to_owned()}</span>" “"{text.to_owned()}"”"</p> }
            };
            rating.iter().flat_map(Rating::words).map(said).collect_view()
        };
        let row = |change: Change| {
            view! {
                <div class="own-word">
                    <h3>{text_of(&change.item)}</h3>
                    {quote(&days.0, &change.then, "then")}
                    {quote(&days.1, &change.now, "now")}
                </div>
            }
        };
        changes.into_iter().map(row).collect_view()
    };
    (!first.is_empty()).then(|| {
        let more = (!folded.is_empty()).then(|| tn(Key::OwnWordsMore, folded.len()));
        let open = quotes(first);
        view! {
            <section class="own-words">
                <h2>{t(Key::OwnWordsTitle)}</h2>
                {open}
                {more.map(|more| view! { <Disclosure summary=more>{quotes(folded)}</Disclosure> })}
            </section>
        }
    })
}

#[component]
fn Groups(comparison: Comparison, scale: Scale, days: (String, String), folded: bool) -> impl IntoView {
    let higher_is_better = comparison.higher_is_better();
    Group::ORDER
        .into_iter()
        .filter_map(|group| {
            let changes: Vec<_> = comparison.group(group).cloned().collect();
            (!changes.is_empty()).then(|| {
                let (count, name) = (changes.len(), t(group_name(group, higher_is_better)));
                let rows = change_rows(changes, scale, &days);
                if folded {
                    let summary = tf(Key::GroupCount, &[("group", name), ("n", &count.to_string())]);
                    return view! { <Disclosure summary=summary>{rows}</Disclosure> }.into_any();
                }
                view! { <section class="group"><h2>{name}</h2>{rows}</section> }.into_any()
            })
        })
        .collect_view()
}

fn change_rows(changes: Vec<Change>, scale: Scale, (then, now): &(String, String)) -> AnyView {
    let row = |change| view! { <ChangeRow change scale then=then.clone() now=now.clone() /> };
    view! { <ul class="changes">{changes.into_iter().map(row).collect_view()}</ul> }.into_any()
}

fn group_name(group: Group, higher_is_better: bool) -> Key {
    match group {
        Group::HeldHigh if higher_is_better => Key::GroupHeldHigh,
        Group::HeldHigh => Key::GroupHeldBest,
        Group::Better if higher_is_better => Key::GroupHigher,
        Group::Better => Key::GroupBetter,
        Group::Worse if higher_is_better => Key::GroupLower,
        Group::Worse => Key::GroupWorse,
        Group::Moved => Key::GroupMoved,
        Group::Same => Key::GroupSame,
        Group::NotBoth => Key::GroupNotBoth,
        Group::New => Key::GroupNew,
        Group::SetAside => Key::GroupSetAside,
    }
}

/// What this time was for.
#[component]
fn KindChoice(record: RecordId, occasion: Occasion) -> impl IntoView {
    let app = app();
    let id = occasion.id.clone();
    let choice = move |kind: Kind| {
        let (record, id) = (record.clone(), id.clone());
        let checked = occasion.kind == kind;
        let choose = move |_| app.edit(&record, Edit::OccasionKind { occasion: id.clone(), kind });
        view! {
            <label class="choice">
                <input type="radio" name="kind" prop:checked=checked on:change=choose />
                {t(kind_name(kind))}
            </label>
        }
    };
    view! {
        <fieldset class="choices">
            <legend>{t(Key::KindTitle)}</legend>
            {[Kind::Interim, Kind::Final].map(choice).collect_view()}
        </fieldset>
    }
}
