//! A small button that does something to one thing in a list.

use leptos::prelude::*;

/// A button with a picture. One that can do nothing at the moment keeps the focus all the same.
#[component]
pub fn Tool(
    /// Its picture: `up`, `down` or `remove`. The button is found by it.
    name: &'static str,
    /// What it does, and to what.
    #[prop(into)]
    label: Signal<String>,
    /// Whether there is nothing to do.
    #[prop(optional, into)]
    off: Signal<bool>,
    /// What it does.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    let press = move |_| {
        if !off.get_untracked() {
            on_press.run(());
        }
    };
    view! {
        <button
            type="button"
            class="icon-button"
            data-tool=name
            aria-label=move || label.get()
            aria-disabled=move || off.get().then_some("true")
            on:click=press
        ><span class="icon" aria-hidden="true"></span></button>
    }
}
