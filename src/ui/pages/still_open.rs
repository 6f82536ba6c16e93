//! "Still open, if you like": names the parts; no bar, no percentage.

use leptos::prelude::*;

use crate::analysis::still_open;
use crate::domain::{Edit, Item, ItemId, OccasionId, Record, RecordId, Scale, TalkPause};
use crate::state::Route;
use crate::ui::components::{Disclosure, NumberButtons, Page, TalkPauseCard, TextField};
use crate::ui::navigation::app;
use crate::ui::say::{t, text_of, tf};
use crate::words::Key;

/// What can still be added. Which parts are named is settled when the page opens, so that nothing vanishes under the
/// fingers as it is filled in.
#[component]
pub fn StillOpenPage(
    /// Which chart.
    record: RecordId,
) -> impl IntoView {
    let app = app();
    let chart = app.record(record.clone()).get_untracked();
    let content = chart.map(|chart| {
        let open = still_open(&chart);
        let part = |title: Key, ids: Vec<ItemId>, field: fn(&Record, &Item) -> AnyView| {
            (!ids.is_empty()).then(|| {
                let items: Vec<AnyView> = ids
                    .iter()
                    .filter_map(|id| chart.item(id))
                    .map(|item| {
                        view! { <div class="open-item"><h3>{text_of(item)}</h3>{field(&chart, item)}</div> }.into_any()
                    })
                    .collect();
                view! { <Disclosure summary=t(title)>{items}</Disclosure> }
            })
        };
        let rating = (!open.ratings.is_empty()).then(|| {
            let occasion = chart.latest().map(|latest| latest.id.clone());
            occasion.map(|occasion| {
                let view = crate::state::RateView::Auto;
                let route = Route::Rate { record: chart.id.clone(), occasion, view, item: None };
                view! { <p><a class="link" href=route.to_hash()>{t(Key::OpenRatings)}</a></p> }
            })
        });
        let nothing = open.is_empty().then(|| view! { <p>{t(Key::OpenNothing)}</p> });
        view! {
            {nothing}
            {rating}
            {part(Key::OpenOpposites, open.opposites, opposite_field)}
            {part(Key::OpenBehaviours, open.behaviours, seen_fields)}
            {part(Key::OpenNeeded, open.needed, needed_field)}
            {part(Key::OpenReasons, open.reasons, reason_fields)}
        }
    });
    view! {
        <Page title=t(Key::StillOpenTitle) back=Some(Route::Chart(record.clone()))>
            <p class="lead">{t(Key::StillOpenLead)}</p>
            <TalkPauseCard record pause=TalkPause::Behaviours />
            {content}
        </Page>
    }
}

fn opposite_field(chart: &Record, item: &Item) -> AnyView {
    view! { <OppositeField record=chart.id.clone() item=item.id.clone() /> }.into_any()
}

fn seen_fields(chart: &Record, item: &Item) -> AnyView {
    view! { <SeenFields record=chart.id.clone() item=item.id.clone() /> }.into_any()
}

fn needed_field(chart: &Record, item: &Item) -> AnyView {
    let Some(occasion) = chart.latest().map(|latest| latest.id.clone()) else { return ().into_any() };
    let scale = chart.instrument.scale;
    view! { <NeededField record=chart.id.clone() occasion item=item.id.clone() scale /> }.into_any()
}

fn reason_fields(chart: &Record, item: &Item) -> AnyView {
    let Some(occasion) = chart.latest().map(|latest| latest.id.clone()) else { return ().into_any() };
    view! { <ReasonFields record=chart.id.clone() occasion item=item.id.clone() /> }.into_any()
}

/// "The opposite would be…"
#[component]
pub fn OppositeField(record: RecordId, item: ItemId) -> impl IntoView {
    let app = app();
    let chart = app.record(record.clone());
    let shown = item.clone();
    let current = Memo::new(move |_| chart.with(|chart| chart.as_ref()?.item(&shown).cloned()));
    let change = move |opposite: String| {
        let text = current.with_untracked(|item| item.as_ref().map(|item| item.text.clone()).unwrap_or_default());
        app.edit(&record, Edit::Reword { item: item.clone(), text, opposite });
    };
    let value =
        Signal::derive(move || current.with(|item| item.as_ref().map(|i| i.opposite.clone()).unwrap_or_default()));
    view! { <TextField label=t(Key::OppositeLabel) value hint=t(Key::OppositeHint) long=true on_text=change /> }
}

/// "What would one see at 10? At 0?"
#[component]
pub fn SeenFields(record: RecordId, item: ItemId) -> impl IntoView {
    let app = app();
    let chart = app.record(record.clone());
    let shown = item.clone();
    let seen = Memo::new(move |_| {
        chart.with(|chart| {
            let item = chart.as_ref().and_then(|chart| chart.item(&shown));
            item.map(|item| (item.seen_high.clone(), item.seen_low.clone())).unwrap_or_default()
        })
    });
    let ids = StoredValue::new((record, item));
    let set = move |high: String, low: String| {
        ids.with_value(|(record, item)| app.edit(record, Edit::Seen { item: item.clone(), high, low }));
    };
    view! {
        <TextField
            label=t(Key::SeenHigh)
            value=Signal::derive(move || seen.get().0)
            long=true
            on_text=move |text| set(text, seen.get_untracked().1)
        />
        <TextField
            label=t(Key::SeenLow)
            value=Signal::derive(move || seen.get().1)
            long=true
            on_text=move |text| set(seen.get_untracked().0, text)
        />
    }
}

#[component]
fn NeededField(record: RecordId, occasion: OccasionId, item: ItemId, scale: Scale) -> impl IntoView {
    let app = app();
    let chart = app.record(record.clone());
    let (on, of) = (occasion.clone(), item.clone());
    let value = Signal::derive(move || chart.with(|chart| chart.as_ref()?.occasion(&on)?.ratings.get(&of)?.needed));
    let now = chart.with_untracked(|chart| chart.as_ref()?.occasion(&occasion)?.answer(&item).value());
    let pick = move |level| {
        let (occasion, item) = (occasion.clone(), item.clone());
        app.edit(&record, Edit::Needed { occasion, item, level: Some(level) });
    };
    view! {
        <p>{t(Key::NeededLabel)}</p>
        {now.map(|now| view! { <p class="soft">{tf(Key::NowIs, &[("value", &now.to_string())])}</p> })}
        <NumberButtons scale label=t(Key::NeededLabel) value on_pick=pick />
    }
}

#[component]
fn ReasonFields(record: RecordId, occasion: OccasionId, item: ItemId) -> impl IntoView {
    let app = app();
    let chart = app.record(record.clone());
    let ids = StoredValue::new((record, occasion, item));
    let words = Memo::new(move |_| {
        chart.with(|chart| {
            ids.with_value(|(_, occasion, item)| {
                let rating = chart.as_ref()?.occasion(occasion)?.ratings.get(item)?;
                Some((rating.why.clone(), rating.example.clone()))
            })
        })
    });
    let edit = move |make: &dyn Fn(OccasionId, ItemId) -> Edit| {
        ids.with_value(|(record, occasion, item)| app.edit(record, make(occasion.clone(), item.clone())));
    };
    view! {
        <TextField
            label=t(Key::WhyOnly)
            value=Signal::derive(move || words.get().unwrap_or_default().0)
            long=true
            on_text=move |text| edit(&|occasion, item| Edit::Why { occasion, item, text: text.clone() })
        />
        <TextField
            label=t(Key::Example)
            value=Signal::derive(move || words.get().unwrap_or_default().1)
            long=true
            on_text=move |text| edit(&|occasion, item| Edit::Example { occasion, item, text: text.clone() })
        />
    }
}
