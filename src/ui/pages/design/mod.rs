//! An instrument of one's own, being made.

use leptos::prelude::*;

use crate::domain::InstrumentId;
use crate::state::Route;
use crate::ui::components::Page;
use crate::ui::say::t;
use crate::words::Key;

/// Everything that can be changed about it, with a preview that follows.
#[component]
pub fn DesignPage(
    /// Which instrument.
    form: InstrumentId,
) -> impl IntoView {
    view! { <Page title=t(Key::DesignTitle) back=Some(Route::Instrument(form))>{()}</Page> }
}
