//! What home says at its end, where nothing that is in sight moves when it comes.

use leptos::prelude::*;

use crate::ui::components::{CopyQuestion, TemporaryWindow, UpdateLine};

/// What need not be there with home itself.
#[component]
pub fn HomeLines() -> impl IntoView {
    view! {
        <CopyQuestion />
        <TemporaryWindow />
        <UpdateLine />
    }
}
