//! One line of words that shows all of them.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// A labelled field of one line, which wraps rather than hides what is longer; each keystroke goes to `on_text`.
#[component]
pub fn LineField(
    /// What it asks.
    #[prop(into)]
    label: Signal<String>,
    /// What it holds.
    #[prop(into)]
    value: Signal<String>,
    /// What stands in it while it is empty.
    #[prop(optional, into)]
    hint: String,
    /// The most characters it takes.
    most: usize,
    /// Whether its label is for screen readers only, because what is around it says the same.
    #[prop(optional)]
    quiet: bool,
    /// The id of what else is said about it, when something is.
    #[prop(optional, into)]
    described_by: Signal<Option<String>>,
    /// Where its words go.
    #[prop(into)]
    on_text: Callback<String>,
    /// Called on Enter, which makes no new line.
    #[prop(optional)]
    on_enter: Option<Callback<()>>,
) -> impl IntoView {
    let entered = move |event: KeyboardEvent| {
        // Enter also ends the composing of a character.
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            if let Some(on_enter) = on_enter {
                on_enter.run(());
            }
        }
    };
    view! {
        <label class="labelled">
            <span class:visually-hidden=quiet>{move || label.get()}</span>
            // The words once more, unseen, hold the field open in browsers whose fields do not grow by themselves.
            <span class="grow" data-words=move || value.get()>
                <textarea
                    class="field"
                    rows="1"
                    autocomplete="off"
                    enterkeyhint="next"
                    maxlength=most
                    placeholder=hint
                    aria-describedby=move || described_by.get()
                    prop:value=move || value.get()
                    on:input:target=move |event| {
                        on_text.run(event.target().value());
                        // What was not kept is not shown either.
                        let kept = value.get_untracked();
                        if event.target().value() != kept {
                            event.target().set_value(&kept);
                        }
                    }
                    on:keydown=entered
                ></textarea>
            </span>
        </label>
    }
}
