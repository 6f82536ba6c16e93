//! Whether what is on the screen is on the disk, and the way to take the last change back.

use leptos::prelude::*;

use crate::state::{Keeping, SaveState, WriteError};
use crate::ui::navigation::app;
use crate::ui::say::t;
use crate::words::Key;

/// "Saved", and it is true; with "Undo" as long as there is something to undo.
#[component]
pub fn SaveStateText() -> impl IntoView {
    let app = app();
    let state = move || match (app.keeping(), app.saving()) {
        (Keeping::MemoryOnly, _) => ("memory", Key::NotKept),
        (_, SaveState::Saved) => ("saved", Key::Saved),
        (_, SaveState::Saving) => ("saving", Key::Saving),
        (_, SaveState::Failed(WriteError::Full)) => ("failed", Key::SaveFailedFull),
        (_, SaveState::Failed(WriteError::Refused)) => ("failed", Key::SaveFailedRefused),
    };
    view! {
        <div class="save-state">
            <Show when=move || app.can_undo()>
                <button type="button" class="link" on:click=move |_| app.undo()>{t(Key::Undo)}</button>
            </Show>
            <span role="status" data-saving=move || state().0>{move || t(state().1)}</span>
        </div>
    }
}
