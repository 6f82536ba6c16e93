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
    on_pick: impl Fn(u8) + Clone + Send + 'static,
) -> impl IntoView {
    let button = move |number: u8| {
        let on_pick = on_pick.clone();
        view! {
            <button
                type="button"
                class="number"
                class:filled=move || value.get().is_some_and(|value| number < value)
                data-number=number
                aria-pressed=move || (value.get() == Some(number)).to_string()
                on:click=move |_| on_pick(number)
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
