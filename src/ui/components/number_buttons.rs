//! The whole numbers of a scale as buttons.

use leptos::prelude::*;

use crate::domain::Scale;
use crate::ui::say::t;
use crate::words::Key;

/// One button a number, at least 44 px; the chosen one is pressed.
#[component]
pub fn NumberButtons(
    /// The numbers.
    scale: Scale,
    /// What they answer, for screen readers.
    #[prop(into)]
    label: String,
    /// The number chosen.
    #[prop(into)]
    value: Signal<Option<u8>>,
    /// Called with the number touched.
    #[prop(into)]
    on_pick: Callback<u8>,
) -> impl IntoView {
    let button = move |number: u8| {
        view! {
            <button
                type="button"
                class="number"
                class:filled=move || value.get().is_some_and(|value| number < value)
                data-number=number
                aria-pressed=move || if value.get() == Some(number) { "true" } else { "false" }
                on:click=move |_| on_pick.run(number)
            >
                {number}
            </button>
        }
    };
    view! {
        <div class="numbers" role="group" aria-label=label>
            {(scale.min..=scale.max).map(button).collect_view()}
            <span class="visually-hidden" role="status">
                {move || value.get().map_or(t(Key::NotRatedYet).to_owned(), |value| value.to_string())}
            </span>
        </div>
    }
}
