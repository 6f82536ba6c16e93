//! What could not be read, and was set aside.

use leptos::prelude::*;

use crate::codec::{Row, Table, stood_at};
use crate::domain::RecordId;
use crate::platform;
use crate::state::App;
use crate::ui::components::ConfirmedButton;
use crate::ui::copies::save_aside;
use crate::ui::navigation::app;
use crate::ui::reading::read_anew;
use crate::ui::say::{t, tf, title_of, tn};
use crate::words::Key;

/// How many parts are named; of more it is said how many there are.
const NAMED: usize = 6;

/// What each part was, as far as can be told from where it stood.
fn named(app: App, rows: &[Row]) -> Vec<impl IntoView + use<>> {
    let name = |row: &Row| {
        let stood = stood_at(&row.key);
        let part = t(match stood.as_ref().map(|key| key.table) {
            Some(Table::Heads) => Key::AsideChart,
            Some(Table::Occasions) => Key::AsideTime,
            Some(Table::Targets) => Key::AsideTarget,
            Some(Table::Conversations) => Key::AsideTalk,
            Some(Table::Instruments) => Key::AsideList,
            Some(Table::Snapshots) => Key::AsideVersion,
            Some(Table::Bin) => Key::AsideBin,
            _ => Key::AsideOther,
        });
        let id = stood.as_ref().and_then(|key| key.key.split('/').next()).unwrap_or_default();
        match app.record(RecordId::new(id)).get_untracked() {
            Some(record) => tf(Key::AsideOf, &[("part", part), ("title", &title_of(&record))]),
            None => part.to_owned(),
        }
    };
    let more = rows.len().saturating_sub(NAMED);
    let more = (more > 0).then(|| tn(Key::OpeningMore, more));
    rows.iter().take(NAMED).map(name).chain(more).map(|words| view! { <li>{words}</li> }).collect()
}

/// How much it is, and what can be done with it; nothing where all could be read.
#[component]
pub fn Aside() -> impl IntoView {
    let app = app();
    let read = read_anew(move |show| app.aside(show));
    let rows = Memo::new(move |_| read.get().unwrap_or_default());
    let thrown = RwSignal::new(false);
    let save = move |_| {
        rows.with_untracked(|rows| save_aside(app, rows, move |notice| app.tell(notice)));
    };
    let throw = move |()| {
        app.throw_aside_away(rows.get_untracked());
        read.set(None);
        thrown.set(true);
        platform::focus("h1");
    };
    let content = move || {
        rows.with(|rows| (!rows.is_empty()).then(|| tn(Key::AsideWords, rows.len()))).map(|words| {
            view! {
                <h2>{t(Key::AsideTitle)}</h2>
                <p>{words}</p>
                <ul class="steps">{rows.with_untracked(|rows| named(app, rows))}</ul>
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
