//! "Where do you need to be?"

use leptos::prelude::*;

use super::NumberButtons;
use crate::domain::Scale;
use crate::ui::say::t;
use crate::words::Key;

/// The level needed, on the same numbers as the rating.
#[component]
pub fn NeededLevel(
    /// The numbers.
    scale: Scale,
    /// The level chosen or suggested.
    #[prop(into)]
    level: Signal<Option<u8>>,
    /// Called with the level touched.
    #[prop(into)]
    on_pick: Callback<u8>,
) -> impl IntoView {
    view! {
        <div class="needed">
            <p>{t(Key::NeededLabel)}</p>
            <NumberButtons scale label=t(Key::NeededLabel) value=level on_pick />
        </div>
    }
}
