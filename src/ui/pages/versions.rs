//! One chart as it was.

use leptos::prelude::*;

use crate::domain::RecordId;
use crate::state::Route;
use crate::ui::components::Page;
use crate::ui::say::t;
use crate::words::Key;

/// A chart as it was, version by version.
#[component]
pub fn VersionsPage(
    /// Which chart.
    record: RecordId,
) -> impl IntoView {
    view! { <Page title=t(Key::VersionsTitle) back=Some(Route::Chart(record))><p></p></Page> }
}
