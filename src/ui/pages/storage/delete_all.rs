//! The way to delete everything.

use leptos::prelude::*;

use crate::state::Keeping;
use crate::ui::components::DeleteAllButton;
use crate::ui::navigation::app;
use crate::ui::say::t;
use crate::words::Key;

/// What it is for, and the way there; not where nothing can be changed, nor where what is kept is out of sight.
#[component]
pub fn DeleteAll() -> impl IntoView {
    let app = app();
    move || {
        (!matches!(app.keeping(), Keeping::ReadOnly | Keeping::ForNow)).then(|| {
            view! {
                <section>
                    <h2>{t(Key::DeleteAllTitle)}</h2>
                    <p>{t(Key::DeleteAllWords)}</p>
                    <DeleteAllButton />
                </section>
            }
        })
    }
}
