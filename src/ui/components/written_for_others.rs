//! What stands where one writes about somebody else.

use leptos::prelude::*;

use crate::ui::say::t;
use crate::words::Key;

/// "Write as if they will read this."
#[component]
pub fn WrittenForOthers() -> impl IntoView {
    view! { <p class="soft">{t(Key::WrittenForOthers)}</p> }
}
