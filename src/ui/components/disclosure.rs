//! Something folded away until it is asked for.

use leptos::prelude::*;

/// A heading that opens what it names.
#[component]
pub fn Disclosure(
    /// What it names.
    #[prop(into)]
    summary: Signal<String>,
    /// What is folded away.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure">
            <summary>{move || summary.get()}</summary>
            <div class="disclosure-body">{children()}</div>
        </details>
    }
}
