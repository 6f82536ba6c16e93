//! What a person sees and touches.

use leptos::prelude::*;

/// Puts the app on the page.
pub fn start() {
    mount_to_body(|| view! { <h1>"Roundel"</h1> });
}
