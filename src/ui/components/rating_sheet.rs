//! The sheet that rises after a segment was touched.

use leptos::html;
use leptos::prelude::*;

use super::RatingCard;
use crate::domain::{ItemId, OccasionId, RecordId};
use crate::platform;
use crate::ui::say::t;
use crate::words::Key;

/// One item's rating over the wheel. Escape, "Close" and the way back close it; nothing in it waits to be confirmed.
#[component]
pub fn RatingSheet(
    /// The chart.
    record: RecordId,
    /// The occasion being rated.
    occasion: OccasionId,
    /// The item it is open for, if it is open.
    #[prop(into)]
    item: Signal<Option<ItemId>>,
    /// Whether another item follows.
    #[prop(into)]
    has_next: Signal<bool>,
    /// Goes on to the next item.
    on_next: impl Fn() + Clone + Send + 'static,
    /// Closes the sheet.
    on_close: impl Fn() + Clone + Send + 'static,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let open = item.with(Option::is_some);
        if let Some(dialog) = dialog.get() {
            platform::show_dialog(&dialog, open);
            if open {
                platform::focus(".sheet .rating-heading");
            }
        }
    });
    let ids = StoredValue::new((record, occasion));
    let next = {
        let (on_next, on_close) = (on_next, on_close.clone());
        move |_| if has_next.get_untracked() { on_next() } else { on_close() }
    };
    let closed = {
        let on_close = on_close.clone();
        // Also when the browser closed it, on Escape.
        move |_| {
            if item.with_untracked(Option::is_some) {
                on_close()
            }
        }
    };
    view! {
        <dialog class="sheet" node_ref=dialog aria-label=t(Key::RatingLabel) on:close=closed>
            {move || item.get().map(|item| {
                let (record, occasion) = ids.get_value();
                view! { <RatingCard record occasion item /> }
            })}
            <div class="actions">
                <button type="button" class="button quiet" on:click=move |_| on_close()>{t(Key::Close)}</button>
                <button type="button" class="button primary" on:click=next>
                    {move || if has_next.get() { t(Key::Next) } else { t(Key::Done) }}
                </button>
            </div>
        </dialog>
    }
}
