//! A button for what cannot be taken back: it asks before it does it.

use leptos::prelude::*;

use crate::ui::say::t;
use crate::words::Key;

/// A button that becomes the way out once it was touched, and shows the question and the way on: a second touch in haste
/// does no harm.
#[component]
pub fn ConfirmedButton(
    /// What it does, before it is touched.
    label: Key,
    /// What is asked then.
    #[prop(into)]
    question: String,
    /// What goes on.
    yes: Key,
    /// Called when the person goes on.
    #[prop(into)]
    on_yes: Callback<()>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <div class="confirmed" class:open=move || open.get()>
            <p role="status" class="told">{move || open.get().then(|| question.clone())}</p>
            {move || open.get().then(|| view! {
                <button type="button" class="button quiet" on:click=move |_| on_yes.run(())>{t(yes)}</button>
            })}
            <button
                type="button"
                class:button=move || open.get()
                class:quiet=move || open.get()
                class:link=move || !open.get()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {move || t(if open.get() { Key::KeepIt } else { label })}
            </button>
        </div>
    }
}
