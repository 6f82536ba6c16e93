//! "Still open, if you like": names the parts; no bar, no percentage.

use leptos::prelude::*;

use crate::analysis::still_open;
use crate::domain::{Edit, ItemId, Pole, RecordId, TalkPause};
use crate::state::{RateView, Route};
use crate::ui::chart_handle::{Chart, Entry};
use crate::ui::components::{Disclosure, EarlierHidden, NumberButtons, Page, TalkPauseCard, TextField};
use crate::ui::say::{t, text_of, tf};
use crate::words::Key;

/// What can still be added. Which parts are named is settled when the page opens, so that nothing vanishes under the
/// fingers as it is filled in.
#[component]
pub fn StillOpenPage(
    /// Which chart.
    record: RecordId,
) -> impl IntoView {
    let chart = Chart::follow(record.clone());
    let content = chart.peek().and_then(|now| {
        if now.is_rating_again() {
            return Some(view! { <EarlierHidden chart /> }.into_any());
        }
        let open = still_open(&now);
        let newest = now.newest()?;
        let nothing = open.is_empty().then(|| view! { <p>{t(Key::OpenNothing)}</p> });
        let rate =
            Route::Rate { record: now.id.clone(), occasion: newest.id.clone(), view: RateView::Auto, item: None };
        // Only what the newest sitting asked can be rated in it.
        let asked = now.latest().is_some_and(|latest| latest.id == newest.id && newest.asks_all());
        let rating = (asked && !open.ratings.is_empty()).then(|| {
            view! { <p><a class="link" href=rate.to_hash()>{t(Key::OpenRatings)}</a></p> }
        });
        let part = |title, items, field| view! { <Part chart title items field /> };
        Some(
            view! {
                {nothing}
                {rating}
                {part(Key::OpenOpposites, open.opposites, Field::Opposite)}
                {part(Key::OpenBehaviours, open.behaviours, Field::Seen)}
                {part(Key::OpenNeeded, open.needed, Field::Needed)}
                {part(Key::OpenReasons, open.reasons, Field::Reasons)}
            }
            .into_any(),
        )
    });
    view! {
        <Page title=t(Key::StillOpenTitle) back=Some(Route::Chart(record))>
            <p class="lead">{t(Key::StillOpenLead)}</p>
            <TalkPauseCard chart pause=TalkPause::Behaviours />
            {content}
        </Page>
    }
}

/// What a part asks of each item.
#[derive(Clone, Copy)]
enum Field {
    Opposite,
    Seen,
    Needed,
    Reasons,
}

#[component]
fn Part(chart: Chart, title: Key, items: Vec<ItemId>, field: Field) -> impl IntoView {
    let row = move |item: ItemId| {
        let asked_on = chart.peek().and_then(|now| Some(now.asked_on(now.newest()?, &item)?.id.clone()));
        let heading = untrack(|| chart.item(&item)).as_ref().map(text_of);
        let entry = asked_on.map(|occasion| Entry::new(chart, occasion, item.clone()));
        let field = match field {
            Field::Opposite => view! { <OppositeField chart item /> }.into_any(),
            Field::Seen => view! { <SeenFields chart item /> }.into_any(),
            Field::Needed => entry.map(|entry| view! { <NeededField entry /> }).into_any(),
            Field::Reasons => entry.map(|entry| view! { <ReasonFields entry /> }).into_any(),
        };
        view! { <div class="open-item"><h3>{heading}</h3>{field}</div> }
    };
    (!items.is_empty()).then(|| {
        let rows = items.into_iter().map(row).collect_view();
        view! { <Disclosure summary=t(title)>{rows}</Disclosure> }
    })
}

/// "The opposite would be…"
#[component]
pub fn OppositeField(chart: Chart, item: ItemId) -> impl IntoView {
    let id = StoredValue::new(item);
    let change = move |opposite: String| {
        let item = id.get_value();
        let text = untrack(|| chart.item(&item)).map(|item| item.text).unwrap_or_default();
        chart.edit(Edit::Reword { item, text, opposite });
    };
    view! {
        <TextField
            label=t(Key::OppositeLabel)
            value=Signal::derive(move || chart.item(&id.get_value()).map(|item| item.opposite).unwrap_or_default())
            hint=t(Key::OppositeHint)
            long=true
            on_text=change
        />
    }
}

/// "What would one see at 10? At 0?"
#[component]
pub fn SeenFields(chart: Chart, item: ItemId) -> impl IntoView {
    let id = StoredValue::new(item);
    let seen = move || chart.item(&id.get_value()).map(|item| (item.seen_high, item.seen_low)).unwrap_or_default();
    let set = move |pole, text| chart.edit(Edit::Seen { item: id.get_value(), pole, text });
    view! {
        <TextField
            label=t(Key::SeenHigh)
            value=Signal::derive(move || seen().0)
            long=true
            on_text=move |text| set(Pole::Attribute, text)
        />
        <TextField
            label=t(Key::SeenLow)
            value=Signal::derive(move || seen().1)
            long=true
            on_text=move |text| set(Pole::Opposite, text)
        />
    }
}

#[component]
fn NeededField(entry: Entry) -> impl IntoView {
    let now = untrack(|| entry.value());
    view! {
        <p>{t(Key::NeededLabel)}</p>
        {now.map(|now| view! { <p class="soft">{tf(Key::NowIs, &[("value", &now.to_string())])}</p> })}
        <NumberButtons
            scale=entry.chart.scale()
            label=t(Key::NeededLabel)
            value=Signal::derive(move || entry.rating().needed)
            on_pick=move |level| entry.need(Some(level))
        />
    }
}

#[component]
fn ReasonFields(entry: Entry) -> impl IntoView {
    view! {
        <TextField
            label=t(Key::WhyOnly)
            value=Signal::derive(move || entry.rating().why)
            long=true
            on_text=move |text| entry.say_why(text)
        />
        <TextField
            label=t(Key::Example)
            value=Signal::derive(move || entry.rating().example)
            long=true
            on_text=move |text| entry.give_example(text)
        />
    }
}
