//! Something to be switched on and off.

use leptos::prelude::*;

/// A box with its words beside it; the whole line is touched.
#[component]
pub fn CheckBox(
    /// What is on or off.
    #[prop(into)]
    label: String,
    /// Whether it is on.
    #[prop(into)]
    checked: Signal<bool>,
    /// Whether it is of little weight beside what is around it.
    #[prop(optional)]
    soft: bool,
    /// Called with what it is now.
    #[prop(into)]
    on_change: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="choice" class:soft=soft>
            <input
                type="checkbox"
                prop:checked=move || checked.get()
                on:change:target=move |event| on_change.run(event.target().checked())
            />
            {label}
        </label>
    }
}
