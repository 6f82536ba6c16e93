//! How to open a talk with a chart.

use leptos::prelude::*;

use crate::state::Route;
use crate::ui::components::Page;
use crate::ui::say::t;
use crate::words::Key;

/// How to open a talk with a chart.
#[component]
pub fn GuidePage() -> impl IntoView {
    view! { <Page title=t(Key::GuideTitle) back=Some(Route::Home)>""</Page> }
}
