//! The whole picture, and the list to begin anywhere.

use std::sync::Arc;

use leptos::prelude::*;

use super::said::both_of;
use super::talk::{Part, Stop, Talk, focus_of};
use crate::analysis::{Comparison, compare};
use crate::chart::{LayerStyle, WheelSpec, overlay_of, wheel_of};
use crate::domain::{ItemId, Record};
use crate::state::Route;
use crate::ui::chart_words::{mark_of, reading_words, telling};
use crate::ui::components::{Disclosure, WheelCanvas};
use crate::ui::say::{t, text_of, tf, title_of};
use crate::words::Key;

/// The wheel, then and now where there are two times; and all items, the most important first.
#[component]
pub fn Opening(
    /// The talk.
    talk: Talk,
) -> impl IntoView {
    let chart = talk.chart.peek()?;
    let record = chart.id.clone();
    // Before the first talk only, and never again.
    let first = chart.conversations.is_empty();
    let agreement = first.then(|| {
        let talks = Route::Talks(record).to_hash();
        view! { <p><a class="link" href=talks>{t(Key::TogetherAgreement)}</a></p> }
    });
    let empty = chart.items().next().is_none();
    Some(view! {
        <h2 tabindex="-1" class="stop-heading">{title_of(&chart)}</h2>
        <p class="lead">{t(Key::TogetherOwner)}</p>
        {agreement}
        <div class="beside">
            <div class="beside-wheel"><Picture talk chart=chart.clone() /></div>
            <div class="beside-list">
                {empty.then(|| view! { <p>{t(Key::TogetherNoItems)}</p> })}
                {(!empty).then(|| view! { <List talk chart=chart.clone() /> })}
                <p><a class="link" href=Route::Guide.to_hash()>{t(Key::GuideTitle)}</a></p>
            </div>
        </div>
    })
}

#[component]
fn Picture(talk: Talk, chart: Arc<Record>) -> impl IntoView {
    let both = both_of(&chart).map(|(then, now)| compare(&chart, then, now));
    let spec = match &both {
        Some(both) => overlay_of(&chart, both, &[LayerStyle::Then, LayerStyle::Now]),
        None => wheel_of(&chart, chart.shown()),
    };
    if spec.labels.is_empty() {
        return None;
    }
    let days = both.as_ref().map(days_of);
    let label = match &days {
        Some([then, now]) => tf(Key::TogetherWheel, &[("then", then), ("now", now)]),
        None if chart.is_audit() => tf(Key::AuditWheelLabel, &[("title", &title_of(&chart))]),
        None => tf(Key::WheelLabel, &[("title", &title_of(&chart))]),
    };
    let (scale, direction) = (chart.instrument.scale, chart.instrument.direction);
    let names = days.clone();
    let words = move |(layer, reading)| {
        let value = reading_words(reading, scale, direction);
        match &names {
            Some([then, now]) => {
                let name = if layer == LayerStyle::Then { then } else { now };
                tf(Key::LayerIs, &[("name", name), ("value", &value)])
            }
            None => value,
        }
    };
    let spokes = items_of_spokes(&chart, &spec, both.as_ref());
    let open = move |spoke: usize| {
        if let Some(item) = spokes.get(spoke).cloned().flatten() {
            talk.show(Stop::Item(item));
        }
    };
    let legend = days.map(|days| {
        let styles = [LayerStyle::Then, LayerStyle::Now];
        let line = |(style, day)| view! { <li><span class=mark_of(style) aria-hidden="true"></span>{day}</li> };
        view! { <ul class="readings">{styles.into_iter().zip(days).map(line).collect_view()}</ul> }
    });
    Some(view! {
        <WheelCanvas spec=Signal::stored(Some(spec)) label words on_spoke=open />
        {legend}
    })
}

/// The two days, told apart.
fn days_of(both: &Comparison) -> [String; 2] {
    let days = [both.then.rated_on, both.now.rated_on];
    days.map(telling(&days))
}

/// What a touch on each spoke leads to: its item, or the first one of its section.
fn items_of_spokes(chart: &Record, spec: &WheelSpec, both: Option<&Comparison>) -> Vec<Option<ItemId>> {
    let of_section = |section| chart.instrument.items_in(section).next().map(|item| item.id.clone());
    let sections = &chart.instrument.sections;
    if chart.is_audit() && !sections.is_empty() && spec.labels.len() == sections.len() {
        return sections.iter().map(|section| of_section(&section.id)).collect();
    }
    match both {
        // What was set aside is on the picture and not in the talk.
        Some(both) => {
            both.changes.iter().map(|each| Some(each.item.id.clone()).filter(|_| each.item.is_active())).collect()
        }
        None => chart.items().map(|item| Some(item.id.clone())).collect(),
    }
}

/// All items, to begin with any: in their sections, where there are any.
#[component]
fn List(talk: Talk, chart: Arc<Record>) -> impl IntoView {
    let sections = &chart.instrument.sections;
    let list = if chart.is_audit() && !sections.is_empty() {
        let focus: Vec<ItemId> = focus_of(&chart);
        let section = |section: &crate::domain::Section| {
            let items = chart.instrument.items_in(&section.id).map(|item| item.id.clone()).collect();
            let summary = section.name.clone();
            let rows = rows_of(talk, &chart, items);
            view! { <Disclosure summary>{rows}</Disclosure> }
        };
        let sections = sections.iter().map(section).collect_view();
        view! { {(!focus.is_empty()).then(|| rows_of(talk, &chart, focus))}<div>{sections}</div> }.into_any()
    } else {
        rows_of(talk, &chart, untrack(|| talk.items()))
    };
    view! {
        <section class="together-list">
            <h3>{t(Key::TogetherList)}</h3>
            {list}
        </section>
    }
}

fn rows_of(talk: Talk, chart: &Record, items: Vec<ItemId>) -> AnyView {
    let focus = focus_of(chart);
    let row = |id: ItemId| {
        let item = chart.item(&id)?;
        let number = chart.items().take_while(|each| each.id != id).count() + 1;
        let matters = focus.contains(&id);
        let noted = untrack(|| Part::ALL.iter().any(|part| !talk.said(&id, *part).is_empty()));
        Some(view! {
            <li>
                <button type="button" class="together-item" on:click=move |_| talk.show(Stop::Item(id.clone()))>
                    <span class="item-number">{number}</span>
                    <span>
                        {text_of(item)}
                        {matters.then(|| view! { " "<span class="tag">{t(Key::MattersTag)}</span> })}
                        {noted.then(|| view! { " "<span class="tag">{t(Key::TogetherNotedTag)}</span> })}
                    </span>
                </button>
            </li>
        })
    };
    view! { <ol>{items.into_iter().filter_map(row).collect_view()}</ol> }.into_any()
}
