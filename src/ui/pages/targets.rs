//! What to improve, and how.

use leptos::prelude::*;

use crate::domain::RecordId;
use crate::state::Route;
use crate::ui::components::Page;
use crate::ui::say::t;
use crate::words::Key;

/// What to improve, and how.
#[component]
pub fn TargetsPage(
    /// Which.
    record: RecordId,
) -> impl IntoView {
    view! { <Page title=t(Key::TargetsTitle) back=Some(Route::Chart(record))>""</Page> }
}
