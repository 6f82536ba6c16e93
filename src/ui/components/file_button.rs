//! A button that picks a file.

use leptos::prelude::*;

use crate::platform::{self, PickedFile};
use crate::ui::say::t;
use crate::words::Key;

/// Picks one file of the kinds that are accepted.
#[component]
pub fn FileButton(
    /// What the button says.
    label: Key,
    /// The kinds of files, as the browser's `accept` takes them.
    accept: &'static str,
    /// Whether it is the way on from its page.
    #[prop(optional)]
    onward: bool,
    /// Called with what was picked.
    #[prop(into)]
    on_pick: Callback<PickedFile>,
) -> impl IntoView {
    let picked = move |input| platform::picked_file(&input).into_iter().for_each(|file| on_pick.run(file));
    view! {
        <label class="button quiet file-button" class:onward=onward>
            {t(label)}
            <input
                class="visually-hidden"
                type="file"
                accept=accept
                on:change:target=move |event| picked(event.target())
            />
        </label>
    }
}
