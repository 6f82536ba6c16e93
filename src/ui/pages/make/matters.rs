//! Which matter most this term? Up to three.

use leptos::prelude::*;

use crate::domain::{Edit, FOCUS_MAX, Item, ItemId, Step};
use crate::ui::chart_handle::Chart;
use crate::ui::components::StepPage;
use crate::ui::say::{answer_short, t, text_of};
use crate::words::Key;

/// Marks what matters most on the newest occasion.
#[component]
pub fn MattersStep(
    /// The chart being made.
    chart: Chart,
) -> impl IntoView {
    let focus = Memo::new(move |_| {
        chart.get().and_then(|chart| chart.newest_whole().map(|newest| newest.focus.clone())).unwrap_or_default()
    });
    let now = chart.peek();
    let newest = now.as_ref().and_then(|chart| Some((chart, chart.newest_whole()?)));
    let items: Vec<Item> = newest.iter().flat_map(|(chart, newest)| chart.items_to_rate(newest).cloned()).collect();
    let row = move |item: Item| view! { <Toggle chart item focus /> };
    view! {
        <StepPage chart step=Step::Matters title=Key::MattersTitle>
            <p class="lead">{t(if items.is_empty() { Key::NoAttributesYet } else { Key::MattersLead })}</p>
            <ul class="toggles">{items.into_iter().map(row).collect_view()}</ul>
            <p class="soft" role="status">{move || is_full(focus).then(|| t(Key::MattersFull))}</p>
        </StepPage>
    }
}

fn is_full(focus: Memo<Vec<ItemId>>) -> bool {
    focus.get().len() >= FOCUS_MAX
}

#[component]
fn Toggle(chart: Chart, item: Item, focus: Memo<Vec<ItemId>>) -> impl IntoView {
    let now = chart.peek();
    let shown = now.as_ref().and_then(|chart| Some(chart.standing(chart.shown()?)));
    let value = shown.map(|shown| answer_short(shown.answer(&item.id)));
    let occasion = now.and_then(|chart| chart.newest_whole().map(|newest| newest.id.clone()));
    let words = text_of(&item);
    let id = item.id.clone();
    let marked = Memo::new(move |_| focus.get().contains(&id));
    let toggle = move |_| {
        if let Some(occasion) = occasion.clone() {
            chart.edit(Edit::Matters { occasion, item: item.id.clone(), on: !marked.get_untracked() });
        }
    };
    view! {
        <li>
            <button
                type="button"
                class="toggle"
                aria-pressed=move || if marked.get() { "true" } else { "false" }
                disabled=move || is_full(focus) && !marked.get()
                on:click=toggle
            >
                <span class="toggle-words">{words}</span>
                <span class="soft">{value}</span>
            </button>
        </li>
    }
}
