//! What is read beside the charts: what was, and what was set aside.

use leptos::prelude::*;

use crate::state::SaveState;
use crate::ui::navigation::app;

/// What `read` finds, read anew whenever something was saved, for it changes only with that; `None` until it was read.
pub fn read_anew<T: Send + Sync + 'static>(read: impl Fn(Box<dyn FnOnce(T)>) + 'static) -> RwSignal<Option<T>> {
    let app = app();
    let found = RwSignal::new(None);
    Effect::new(move |before: Option<()>| {
        let is_saved = app.saving() == SaveState::Saved;
        if is_saved || before.is_none() {
            read(Box::new(move |what| _ = found.try_set(Some(what))));
        }
    });
    found
}
