//! Filling in an audit.

use leptos::prelude::*;

use crate::domain::{OccasionId, RecordId};
use crate::state::Route;
use crate::ui::components::Page;
use crate::ui::say::t;
use crate::words::Key;

/// One item a screen.
#[component]
pub fn FillPage(
    /// Which audit.
    record: RecordId,
    /// Which occasion.
    occasion: OccasionId,
) -> impl IntoView {
    drop(occasion);
    view! { <Page title=t(Key::RateTitle) back=Some(Route::Chart(record))>{()}</Page> }
}
