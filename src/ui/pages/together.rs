//! One chart, looked at by two.

use leptos::prelude::*;

use crate::domain::RecordId;
use crate::state::Route;
use crate::ui::components::Page;
use crate::ui::say::t;
use crate::words::Key;

/// One chart, looked at by two.
#[component]
pub fn TogetherPage(
    /// Which.
    record: RecordId,
) -> impl IntoView {
    view! { <Page title=t(Key::TogetherTitle) back=Some(Route::Chart(record))>""</Page> }
}
