//! Whether what is on the screen is on the disk, and the way to take the last change back.

use leptos::prelude::*;

use crate::state::{Keeping, Route, SaveState, WriteError};
use crate::ui::navigation::{app, navigation};
use crate::ui::say::t;
use crate::words::Key;

/// "Saved", and it is true; with "Undo" and "Redo" as long as there is something of this page to take back.
#[component]
pub fn SaveStateText() -> impl IntoView {
    let app = app();
    let navigation = navigation();
    let state = move || match (app.keeping(), app.saving()) {
        (Keeping::MemoryOnly | Keeping::ForNow, _) => ("memory", Key::NotKept),
        (Keeping::ReadOnly, _) => ("read-only", Key::NotChanged),
        (_, SaveState::Saved) => ("saved", Key::Saved),
        (_, SaveState::Saving) => ("saving", Key::Saving),
        (_, SaveState::Failed(WriteError::Full)) => ("failed", Key::SaveFailedFull),
        (_, SaveState::Failed(WriteError::Locked)) => ("failed", Key::SaveFailedLocked),
        (_, SaveState::Failed(_)) => ("failed", Key::SaveFailedRefused),
    };
    let unit = Memo::new(move |_| navigation.route().unit());
    view! {
        <div class="save-state">
            <Show when=move || unit.with(|unit| app.can_undo_on(unit.as_ref()))>
                <button type="button" class="link" on:click=move |_| app.undo()>{t(Key::Undo)}</button>
            </Show>
            <Show when=move || unit.with(|unit| app.can_redo_on(unit.as_ref()))>
                <button type="button" class="link" on:click=move |_| app.redo()>{t(Key::Redo)}</button>
            </Show>
            <span role="status" data-saving=move || state().0>{move || t(state().1)}</span>
            // What cannot be kept here can leave as a file.
            <Show when=move || state().0 == "failed">
                <a class="link" href=Route::Storage.to_hash()>{t(Key::SaveCopy)}</a>
            </Show>
        </div>
    }
}
