//! What one would see at each end of an attribute.

use leptos::prelude::*;

use crate::domain::Item;
use crate::ui::say::t;
use crate::words::Key;

/// A line for each end of which anything is said.
#[component]
pub fn SeenAtEnds<'a>(
    /// The attribute.
    item: &'a Item,
) -> impl IntoView + use<> {
    let line = |(key, words): (Key, &String)| {
        let words = words.trim().to_owned();
        (!words.is_empty()).then(|| view! { <p class="soft">{t(key)}" "{words}</p> })
    };
    [(Key::SeenHigh, &item.seen_high), (Key::SeenLow, &item.seen_low)].map(line)
}
