//! Words, kept as they are typed.

use leptos::prelude::*;

/// A labelled field that grows with its words; each keystroke goes to `on_text`.
#[component]
pub fn TextField(
    /// What it asks.
    #[prop(into)]
    label: Signal<String>,
    /// What it holds.
    #[prop(into)]
    value: Signal<String>,
    /// What stands in it while it is empty.
    #[prop(optional, into)]
    hint: String,
    /// Whether it takes several lines.
    #[prop(optional)]
    long: bool,
    /// The most characters it takes.
    #[prop(optional)]
    most: Option<usize>,
    /// Whether its label is for screen readers only, because what is around it says the same.
    #[prop(optional)]
    quiet: bool,
    /// Where its words go.
    #[prop(into)]
    on_text: Callback<String>,
) -> impl IntoView {
    let field = if long {
        view! {
            <textarea
                class="field"
                rows="2"
                maxlength=most
                placeholder=hint
                prop:value=move || value.get()
                on:input:target=move |event| on_text.run(event.target().value())
            ></textarea>
        }
        .into_any()
    } else {
        view! {
            <input
                class="field"
                type="text"
                autocomplete="off"
                maxlength=most
                placeholder=hint
                prop:value=move || value.get()
                on:input:target=move |event| on_text.run(event.target().value())
            />
        }
        .into_any()
    };
    view! {
        <label class="labelled">
            <span class:visually-hidden=quiet>{move || label.get()}</span>
            {field}
        </label>
    }
}
