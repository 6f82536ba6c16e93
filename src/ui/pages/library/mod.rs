//! What there is to be filled in.

use leptos::prelude::*;

use crate::domain::InstrumentId;
use crate::state::Route;
use crate::ui::components::Page;
use crate::ui::say::t;
use crate::words::Key;

/// Everything there is, under what it is for.
#[component]
pub fn LibraryPage() -> impl IntoView {
    view! { <Page title=t(Key::LibraryTitle)>{()}</Page> }
}

/// One instrument, to be looked at before it is begun.
#[component]
pub fn InstrumentPage(
    /// Which.
    form: InstrumentId,
) -> impl IntoView {
    drop(form);
    view! { <Page title=t(Key::LibraryTitle) back=Some(Route::Library)>{()}</Page> }
}
