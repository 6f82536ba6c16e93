//! The sheet that rises after a segment was touched.

use leptos::html;
use leptos::prelude::*;

use super::RatingCard;
use crate::platform;
use crate::ui::chart_handle::Entry;
use crate::ui::say::t;
use crate::words::Key;

/// One item's rating over the wheel. Escape, "Close" and the way back close it; nothing in it waits to be confirmed.
#[component]
pub fn RatingSheet(
    /// The item it is open for, if it is open.
    #[prop(into)]
    entry: Signal<Option<Entry>>,
    /// Whether another item follows.
    #[prop(into)]
    has_next: Signal<bool>,
    /// Goes on to the next item.
    #[prop(into)]
    on_next: Callback<()>,
    /// Closes the sheet.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let open = entry.get().is_some();
        if let Some(dialog) = dialog.get() {
            platform::show_dialog(&dialog, open);
            if open {
                platform::focus(".sheet .rating-heading");
            }
        }
    });
    let next = move |_| if has_next.get_untracked() { on_next.run(()) } else { on_close.run(()) };
    // Also when the browser closed it, on Escape.
    let closed = move |_| {
        if entry.get_untracked().is_some() {
            on_close.run(());
        }
    };
    view! {
        <dialog class="sheet" node_ref=dialog aria-label=t(Key::RatingLabel) on:close=closed>
            {move || entry.get().map(|entry| view! { <RatingCard entry /> })}
            <div class="actions">
                <button type="button" class="button quiet" on:click=move |_| on_close.run(())>{t(Key::Close)}</button>
                <button type="button" class="button primary" on:click=next>
                    {move || t(if has_next.get() { Key::Next } else { Key::Done })}
                </button>
            </div>
        </dialog>
    }
}
