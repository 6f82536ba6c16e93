//! What home says at its end, where nothing that is in sight moves when it comes.

use leptos::prelude::*;

use crate::analysis::{When, due};
use crate::state::Route;
use crate::ui::components::{CopyQuestion, TemporaryWindow, UpdateLine};
use crate::ui::navigation::app;
use crate::ui::say::{counted, t};
use crate::words::Key;

/// What need not be there with home itself.
#[component]
pub fn HomeLines() -> impl IntoView {
    view! {
        <DueLine />
        <CopyQuestion />
        <TemporaryWindow />
        <UpdateLine />
    }
}

/// How much is due and how much is coming up, if anything is.
#[component]
fn DueLine() -> impl IntoView {
    let app = app();
    let counts = Memo::new(move |_| {
        let today = app.today();
        let all = app.records().with(|records| due(records.iter().map(AsRef::as_ref), today));
        let now = all.iter().filter(|due| When::of(due.day, today) == When::Now).count();
        (now, all.len() - now)
    });
    move || {
        let (now, coming) = counts.get();
        let words = counted(&[(Key::DueCountNow, now), (Key::DueCountComing, coming)]).collect::<Vec<_>>().join(", ");
        (now + coming > 0).then(|| {
            view! {
                <p class="coming-up">
                    <a class="link" href=Route::Due.to_hash()>{t(Key::DueTitle)}</a>
                    <span class="soft">{words}</span>
                </p>
            }
        })
    }
}
