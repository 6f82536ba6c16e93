//! What was deleted.

use leptos::prelude::*;

use crate::state::Route;
use crate::ui::components::Page;
use crate::ui::say::t;
use crate::words::Key;

/// What was deleted, for as long as it can be brought back.
#[component]
pub fn BinPage() -> impl IntoView {
    view! { <Page title=t(Key::BinTitle) back=Some(Route::Storage)><p></p></Page> }
}
