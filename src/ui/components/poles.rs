//! Both ends of a scale, in full.

use leptos::prelude::*;

use crate::domain::{Item, Scale};
use crate::ui::say::{opposite_of, text_of};

/// The opposite at the lowest number and the attribute at the highest, with what one would see at each.
#[component]
pub fn Poles(
    /// The item whose poles are shown.
    item: Item,
    /// The numbers between them.
    scale: Scale,
) -> impl IntoView {
    let unnamed = item.opposite.trim().is_empty();
    let end = |number: u8, words: String, seen: String, quiet: bool| {
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
            {end(scale.min, opposite_of(&item), item.seen_low.clone(), unnamed)}
            {end(scale.max, text_of(&item), item.seen_high.clone(), false)}
        </div>
    }
}
