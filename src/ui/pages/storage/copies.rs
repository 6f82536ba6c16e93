//! The copies outside of the browser: the last one, another one, and the way back in.

use leptos::prelude::*;

use crate::state::Route;
use crate::ui::components::{OpenButtons, SaveEverything};
use crate::ui::copies::last_copy_words;
use crate::ui::say::t;
use crate::words::Key;

/// What a copy is for, when the last one was saved, and a new one.
#[component]
pub fn Copies() -> impl IntoView {
    let last = RwSignal::new(last_copy_words());
    view! {
        <section>
            <h2>{t(Key::FilesTitle)}</h2>
            <p>{t(Key::FilesWords)}</p>
            <p><strong>{move || last.get()}</strong></p>
            <SaveEverything on_saved=move |()| last.set(last_copy_words()) />
            <OpenButtons />
            <p><a class="link" href=Route::Carry.to_hash()>{t(Key::MoveTitle)}</a></p>
        </section>
    }
}
