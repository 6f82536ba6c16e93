//! What could not be read, and was set aside.

use leptos::prelude::*;

use crate::codec::{Row, iso, write_aside};
use crate::platform;
use crate::state::Notice;
use crate::ui::components::ConfirmedButton;
use crate::ui::navigation::app;
use crate::ui::say::{t, tn};
use crate::words::Key;

/// How much it is, and what can be done with it; nothing where all could be read.
#[component]
pub fn Aside() -> impl IntoView {
    let app = app();
    let rows = RwSignal::new(Vec::<Row>::new());
    let thrown = RwSignal::new(false);
    app.aside(move |aside| _ = rows.try_set(aside));
    let save = move |_| {
        let name = format!("roundel-not-read-{}.json", iso(app.today()));
        let saved = rows.with_untracked(|rows| platform::save_file(&name, "application/json", &write_aside(rows)));
        app.tell(if saved { Notice::FileSaved } else { Notice::FileNotSaved });
    };
    let throw = move |()| {
        app.throw_aside_away(rows.get_untracked());
        rows.set(Vec::new());
        thrown.set(true);
        platform::focus("h1");
    };
    let content = move || {
        rows.with(|rows| (!rows.is_empty()).then(|| tn(Key::AsideWords, rows.len()))).map(|words| {
            view! {
                <h2>{t(Key::AsideTitle)}</h2>
                <p>{words}</p>
                <button type="button" class="button quiet" on:click=save>{t(Key::AsideSave)}</button>
                <ConfirmedButton
                    label=Key::AsideThrow
                    question=t(Key::AsideQuestion)
                    yes=Key::AsideThrow
                    on_yes=throw
                />
            }
        })
    };
    view! {
        <section class="maybe">
            {content}
            <p role="status" class="told">{move || thrown.get().then(|| t(Key::AsideThrown))}</p>
        </section>
    }
}
