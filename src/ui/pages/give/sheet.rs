//! Everything on one side of paper, or the empty form to be filled in by hand.

use std::sync::Arc;

use leptos::prelude::*;

use super::details::Detail;
use super::giving::Giving;
use super::one_page::next_steps;
use crate::analysis::compare;
use crate::chart::{WheelSpec, WidthTable, layers_of, overlay_of, wheel, wheel_of, wheel_to_fill};
use crate::domain::{Item, Occasion, Rating, Record};
use crate::platform::{day_long, day_month};
use crate::state::Route;
use crate::ui::components::{CheckBox, Paper, PaperWheel};
use crate::ui::say::{answer_short, opposite_of, t, text_of, tf, title_of, who};
use crate::words::Key;

/// How wide the wheel is laid out, in CSS pixels; on paper it is as wide as there is room.
const WHEEL_WIDTH: f64 = 620.0;

/// Wheel, numbers, words and targets.
#[component]
pub fn SheetPreview(
    /// What is given.
    giving: Giving,
) -> impl IntoView {
    let page = move |given: Arc<Record>| view! { <Sheet given poster=giving.has(Detail::Poster) /> };
    view! {
        {move || giving.given.get().map(page)}
        <PaperSize giving />
    }
}

/// The form without any answers.
#[component]
pub fn BlankSheet(
    /// What is given.
    giving: Giving,
) -> impl IntoView {
    let type_in = Route::Paper(giving.chart.id()).to_hash();
    let page = move |chart: Arc<Record>| view! { <Blank chart poster=giving.has(Detail::Poster) /> };
    view! {
        <p class="soft">{t(Key::BlankWords)}" "<a href=type_in>{t(Key::PaperLink)}</a></p>
        {move || giving.chart.get().map(page)}
        <PaperSize giving />
    }
}

/// A4 or A3.
#[component]
fn PaperSize(giving: Giving) -> impl IntoView {
    let on = Signal::derive(move || giving.has(Detail::Poster));
    view! {
        <CheckBox label=t(Key::PaperPoster) checked=on on_change=move |on| giving.set(&[(Detail::Poster, on)]) />
    }
}

#[component]
fn Sheet(given: Arc<Record>, poster: bool) -> impl IntoView {
    let now = given.newest().or_else(|| given.latest());
    let then = given.first().filter(|first| now.is_some_and(|now| now.id != first.id));
    let spec = match then.zip(now) {
        Some((then, now)) => {
            let both = compare(&given, then, now);
            let layers: Vec<_> = layers_of(&given, &both).into_iter().take(3).collect();
            overlay_of(&given, &both, &layers)
        }
        None => wheel_of(&given, now),
    };
    let standing = now.map(|now| given.standing(now));
    let times: Vec<&Occasion> = then.into_iter().chain(standing.as_ref()).collect();
    let head = times.iter().map(|on| view! { <th scope="col" class="figure">{day_month(on.rated_on)}</th> });
    let needed = times.iter().any(|on| on.ratings.values().any(|rating| rating.needed.is_some()));
    let head = view! {
        {head.collect_view()}
        {needed.then(|| view! { <th scope="col" class="figure">{t(Key::LayerNeeded)}</th> })}
    };
    let items = match standing.as_ref() {
        Some(now) => then.map_or_else(|| given.items_on(now).collect(), |then| given.items_on_either(then, now)),
        None => given.items().collect(),
    };
    let rows = items.into_iter().zip(1..).map(|(item, number)| row(item, number, &times, needed)).collect_view();
    let when = times.iter().map(|on| day_long(on.rated_on)).collect::<Vec<_>>().join(" – ");
    view! {
        <Paper title=title_of(&given) byline=byline(&given, &when) poster>
            <GivenWheel given=given.clone() spec />
            <table class="figures">{table_head(head)}<tbody>{rows}</tbody></table>
            {next_steps(&given)}
        </Paper>
    }
}

/// What stands above the lines of items, with `numbers` above what is rated.
fn table_head(numbers: impl IntoView + 'static) -> impl IntoView {
    view! {
        <thead>
            <tr>
                <th scope="col" class="place"><span class="visually-hidden">{t(Key::TableNumber)}</span></th>
                <th scope="col">{t(Key::TableItem)}</th>
                {numbers.into_any()}
                <th scope="col">{t(Key::WhyOnly)}</th>
            </tr>
        </thead>
    }
}

fn row(item: &Item, number: usize, times: &[&Occasion], needed: bool) -> impl IntoView + use<> {
    let opposite = item.opposite.trim().to_owned();
    let ratings: Vec<Option<Rating>> = times.iter().map(|on| on.ratings.get(&item.id).cloned()).collect();
    let words = ratings
        .last()
        .cloned()
        .flatten()
        .map(|rating| rating.words().into_iter().map(|text| view! { <p>{text.to_owned()}</p> }).collect_view());
    let level = ratings.iter().rev().flatten().find_map(|rating| rating.needed);
    let numbers = ratings.iter().map(|rating| {
        view! { <td class="figure">{rating.as_ref().map(|rating| answer_short(rating.answer))}</td> }
    });
    view! {
        <tr>
            <td class="place">{number}</td>
            <th scope="row">
                {text_of(item)}
                {(!opposite.is_empty()).then(|| view! { <span class="soft">{opposite}</span> })}
            </th>
            {numbers.collect_view()}
            {needed.then(|| view! { <td class="figure">{level}</td> })}
            <td>{words}</td>
        </tr>
    }
}

#[component]
fn Blank(chart: Arc<Record>, poster: bool) -> impl IntoView {
    let rows = chart.items().zip(1..).map(empty_row).collect_view();
    // The segments of an audit are its sections, which nobody draws by hand.
    let wheel = (!chart.is_audit() && chart.items().next().is_some()).then(|| {
        let (spokes, scale) = (chart.items().count(), chart.instrument.scale);
        let (min, max) = (scale.min.to_string(), scale.max.to_string());
        let label = tf(Key::EmptyWheelLabel, &[("spokes", &spokes.to_string()), ("min", &min), ("max", &max)]);
        let scene = wheel_to_fill(spokes, scale);
        view! { <PaperWheel scene title=title_of(&chart) label /> }
    });
    let rating = view! { <th scope="col" class="figure">{t(Key::TableRating)}</th> };
    view! {
        <Paper title=title_of(&chart) byline=byline(&chart, t(Key::BlankWhen)) poster to_fill=true>
            {wheel}
            <table class="figures by-hand">{table_head(rating)}<tbody>{rows}</tbody></table>
        </Paper>
    }
}

fn empty_row((item, number): (&Item, usize)) -> impl IntoView + use<> {
    view! {
        <tr>
            <td class="place">{number}</td>
            <th scope="row">{text_of(item)}<span class="soft">{opposite_of(item)}</span></th>
            <td></td>
            <td></td>
        </tr>
    }
}

/// The wheel of what is given, with what it is called.
#[component]
fn GivenWheel(given: Arc<Record>, spec: WheelSpec) -> impl IntoView {
    if spec.labels.is_empty() {
        return None;
    }
    let scene = wheel(&WheelSpec { width: WHEEL_WIDTH, selected: None, ..spec }, &WidthTable).scene;
    let title = title_of(&given);
    let label = tf(if given.is_audit() { Key::AuditWheelLabel } else { Key::WheelLabel }, &[("title", &title)]);
    Some(view! { <PaperWheel scene title label /> })
}

/// Whose it is, and the days it is about.
pub fn byline(given: &Record, when: &str) -> String {
    who(given).chain([when.trim()]).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
}
