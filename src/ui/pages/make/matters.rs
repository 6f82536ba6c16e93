//! Which matter most this term? Up to three.

use leptos::prelude::*;

use crate::domain::{Edit, FOCUS_MAX, Item, RecordId, Step};
use crate::ui::components::StepPage;
use crate::ui::navigation::app;
use crate::ui::say::{rating_words, t, text_of};
use crate::words::Key;

/// Marks what matters most on the newest occasion.
#[component]
pub fn MattersStep(
    /// The chart being made.
    record: RecordId,
) -> impl IntoView {
    let app = app();
    let chart = app.record(record.clone());
    let items = chart.with_untracked(|chart| {
        let chart = chart.as_ref();
        chart.map(|chart| chart.items().cloned().collect::<Vec<Item>>()).unwrap_or_default()
    });
    let occasion = chart.with_untracked(|chart| chart.as_ref()?.latest().map(|latest| latest.id.clone()));
    let focus = Memo::new(move |_| {
        chart.with(|chart| chart.as_ref().and_then(|chart| chart.latest()).map(|o| o.focus.clone()).unwrap_or_default())
    });
    let full = move || focus.with(Vec::len) >= FOCUS_MAX;
    let id = StoredValue::new((record.clone(), occasion));
    let row = move |item: Item| {
        let marked = {
            let item = item.id.clone();
            Memo::new(move |_| focus.with(|focus| focus.contains(&item)))
        };
        let value = chart.with_untracked(|c| c.as_ref().and_then(|c| c.shown().map(|o| o.answer(&item.id).value())));
        let words = text_of(&item);
        let toggle = move |_| {
            id.with_value(|(record, occasion)| {
                if let Some(occasion) = occasion.clone() {
                    app.edit(record, Edit::Matters { occasion, item: item.id.clone(), on: !marked.get_untracked() });
                }
            });
        };
        view! {
            <li>
                <button
                    type="button"
                    class="toggle"
                    aria-pressed=move || marked.get().to_string()
                    disabled=move || full() && !marked.get()
                    on:click=toggle
                >
                    <span class="toggle-words">{words}</span>
                    {value.map(|value| view! { <span class="soft">{value.map_or_else(|| rating_words(None), |v| v.to_string())}</span> })}
                </button>
            </li>
        }
    };
    view! {
        <StepPage record step=Step::Matters title=t(Key::MattersTitle)>
            <p class="lead">{t(Key::MattersLead)}</p>
            <ul class="toggles">{items.into_iter().map(row).collect_view()}</ul>
            <p class="soft" role="status">{move || full().then(|| t(Key::MattersFull))}</p>
        </StepPage>
    }
}
