//! What a person sees and touches.

use leptos::prelude::*;

use crate::platform;

/// Puts the app on the page.
pub fn start() {
    platform::report_panics();
    mount_to_body(|| view! { <h1>"Roundel"</h1> });
    platform::show_app();
}
