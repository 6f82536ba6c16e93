//! Both ends of a scale, in full.

use leptos::prelude::*;

use crate::domain::Item;
use crate::ui::say::{opposite_of, text_of};

/// The opposite at 0 and the attribute at 10, with what one would see at each.
#[component]
pub fn Poles(
    /// The item whose poles are shown.
    item: Item,
) -> impl IntoView {
    let unnamed = item.opposite.trim().is_empty();
    let end = |number: &'static str, words: String, seen: String, quiet: bool| {
        view! {
            <div class="pole" class:quiet=quiet>
                <span class="pole-number">{number}</span>
                <span class="pole-words">{words}</span>
                {(!seen.trim().is_empty()).then(|| view! { <span class="pole-seen">{seen.clone()}</span> })}
            </div>
        }
    };
    view! {
        <div class="poles">
            {end("0", opposite_of(&item), item.seen_low.clone(), unnamed)}
            {end("10", text_of(&item), item.seen_high.clone(), false)}
        </div>
    }
}
