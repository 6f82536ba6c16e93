//! A passphrase, hidden as it is typed unless it is to be seen.

use leptos::prelude::*;

/// A labelled field that shows dots, or what was typed.
#[component]
pub fn PassphraseField(
    /// What it asks.
    label: &'static str,
    /// What is typed.
    typed: RwSignal<String>,
    /// Whether it can be read.
    seen: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <label class="labelled">
            <span>{label}</span>
            <input
                class="field"
                type=move || if seen.get() { "text" } else { "password" }
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                prop:value=move || typed.get()
                on:input:target=move |event| typed.set(event.target().value())
            />
        </label>
    }
}
