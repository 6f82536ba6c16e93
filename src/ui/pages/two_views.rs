//! How somebody else sees it, beside how its owner does.

use leptos::prelude::*;

use crate::domain::{OccasionId, RecordId};
use crate::state::Route;
use crate::ui::components::Page;
use crate::ui::say::t;
use crate::words::Key;

/// How somebody else sees it, beside how its owner does.
#[component]
pub fn TwoViewsPage(
    /// Which.
    record: RecordId,
    /// Which.
    view: OccasionId,
) -> impl IntoView {
    _ = view;
    view! { <Page title=t(Key::TwoViewsTitle) back=Some(Route::Chart(record))>""</Page> }
}

/// How somebody else sees it, beside how its owner does.
#[component]
pub fn HandBackPage(
    /// Which.
    record: RecordId,
    /// Which.
    view: OccasionId,
) -> impl IntoView {
    _ = view;
    view! { <Page title=t(Key::HandBackTitle) back=Some(Route::Chart(record))>""</Page> }
}
