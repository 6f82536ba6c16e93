//! What a person sees and touches.

use leptos::prelude::*;

use crate::platform;

/// Puts the app on the page.
pub fn start() {
    platform::panic::report_to_the_page();
    mount_to_body(|| view! { <h1>"Roundel"</h1> });
}
