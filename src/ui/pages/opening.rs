//! What a file holds that was picked, before any of it is taken in.

use leptos::prelude::*;

use crate::state::Route;
use crate::ui::components::Page;
use crate::ui::say::t;
use crate::words::Key;

/// What a file holds, and what taking it in would do.
#[component]
pub fn OpeningPage() -> impl IntoView {
    view! { <Page title=t(Key::OpeningTitle) back=Some(Route::Home)><p></p></Page> }
}
