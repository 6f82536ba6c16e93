//! A quick update: only what one marks.

use leptos::prelude::*;

use super::Begin;
use crate::domain::{Item, ItemId, Sitting};
use crate::ui::chart_handle::Chart;
use crate::ui::components::CheckBox;
use crate::ui::say::{item_words, t, text_of};
use crate::words::Key;

/// The items to be marked; what matters most is marked already.
#[component]
pub fn Quick(chart: Chart) -> impl IntoView {
    let now = chart.peek();
    let standing = now.as_ref().and_then(|chart| Some(chart.standing(chart.newest()?)));
    let active = |id: &ItemId| now.as_ref().is_some_and(|chart| chart.item(id).is_some_and(Item::is_active));
    let focus: Vec<ItemId> = standing.into_iter().flat_map(|standing| standing.focus).filter(active).collect();
    let chosen = RwSignal::new(focus);
    let audit = now.as_ref().is_some_and(|chart| chart.is_audit());
    let items: Vec<Item> = now.iter().flat_map(|chart| chart.items().cloned()).collect();
    let row = move |item: Item| {
        let label = if audit { item_words(&item) } else { text_of(&item) };
        let id = StoredValue::new(item.id);
        let checked = Signal::derive(move || chosen.with(|chosen| chosen.contains(&id.get_value())));
        let mark = move |on: bool| {
            chosen.update(|chosen: &mut Vec<ItemId>| {
                let id = id.get_value();
                chosen.retain(|each| *each != id);
                if on {
                    chosen.push(id);
                }
            });
        };
        view! { <li><CheckBox label=label checked on_change=mark /></li> }
    };
    let sitting = Signal::derive(move || Some(chosen.get()).filter(|chosen| !chosen.is_empty()).map(Sitting::Quick));
    view! {
        <p class="lead">{t(Key::QuickLead)}</p>
        <ul class="marks">{items.into_iter().map(row).collect_view()}</ul>
        <Begin chart sitting />
    }
}
