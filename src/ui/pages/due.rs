//! What there is to look at next.

use leptos::prelude::*;

use crate::state::Route;
use crate::ui::components::Page;
use crate::ui::say::t;
use crate::words::Key;

/// What there is to look at next.
#[component]
pub fn DuePage() -> impl IntoView {
    view! { <Page title=t(Key::DueTitle) back=Some(Route::Home)>""</Page> }
}
