//! The copies outside of the browser: the last one, another one, and the way back in.

use leptos::prelude::*;

use crate::ui::components::OpenFileButton;
use crate::ui::copies::{last_copy_words, save_all};
use crate::ui::navigation::app;
use crate::ui::say::t;
use crate::words::Key;

/// What a copy is for, when the last one was saved, and a new one.
#[component]
pub fn Copies() -> impl IntoView {
    let app = app();
    let (charts, lists) = (app.records(), app.instruments());
    let last = RwSignal::new(last_copy_words());
    let save = move |_| {
        app.tell(save_all(app));
        last.set(last_copy_words());
    };
    view! {
        <section>
            <h2>{t(Key::FilesTitle)}</h2>
            <p>{t(Key::FilesWords)}</p>
            <p><strong>{move || last.get()}</strong></p>
            <div class="actions">
                <button
                    type="button"
                    class="button primary"
                    disabled=move || charts.with(Vec::is_empty) && lists.with(Vec::is_empty)
                    on:click=save
                >{t(Key::SaveCopy)}</button>
                <OpenFileButton />
            </div>
        </section>
    }
}
