//! That a newer version of the app is here, and the way to it.

use leptos::prelude::*;

use crate::state::{Keeping, SaveState};
use crate::ui::navigation::app;
use crate::ui::offline;
use crate::ui::say::t;
use crate::words::Key;

/// How far the way to the newer version has been gone.
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Offered,
    /// The person wants it; it waits until all is saved.
    Wanted,
    /// What was changed could not be saved.
    NotSaved,
    /// What is just for now would be gone.
    WouldLose,
}

/// Offers the newer version of the app, where there is one, and goes on to it once everything is saved. Where nothing
/// is kept at all it offers nothing.
#[component]
pub fn UpdateLine() -> impl IntoView {
    let app = app();
    let stage = RwSignal::new(Stage::Offered);
    Effect::new(move |_| {
        if stage.get() == Stage::Wanted {
            match app.saving() {
                SaveState::Saving => {}
                SaveState::Failed(_) => stage.set(Stage::NotSaved),
                SaveState::Saved => offline::go_on(),
            }
        }
    });
    let want = move |_| stage.set(if app.would_lose() { Stage::WouldLose } else { Stage::Wanted });
    let words = move || match stage.get() {
        Stage::Offered => Key::UpdateReady,
        Stage::Wanted => Key::UpdateComing,
        Stage::NotSaved => Key::UpdateNotSaved,
        Stage::WouldLose => Key::UpdateForNow,
    };
    let is_here = Memo::new(move |_| offline::has_newer() && app.keeping() != Keeping::MemoryOnly);
    view! {
        <Show when=move || is_here.get()>
            <div class="update">
                <p role="status">{move || t(words())}</p>
                <button type="button" class="link" on:click=want>{t(Key::UseNow)}</button>
            </div>
        </Show>
    }
}
