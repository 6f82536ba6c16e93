//! What a file holds that was picked, before any of it is taken in.

mod gives_way;
mod locked;
mod rate_first;
mod report;
mod troubles;

use std::sync::Arc;

use leptos::prelude::*;

use self::locked::LockedView;
use self::report::ReportView;
use self::troubles::{link_sentence, sentence};
use crate::codec::{
    FileError, LinkError, LockedFile, OpenedFile, OpenedLink, Repair, Shared, locked_file, read_file, read_link,
};
use crate::domain::{Instrument, InstrumentId, Record};
use crate::instruments::is_built_in;
use crate::platform;
use crate::state::{App, Route};
use crate::ui::built_in::built_in;
use crate::ui::components::{OpenButtons, Page};
use crate::ui::navigation::{Navigation, app, navigation};
use crate::ui::say::t;
use crate::ui::to_open::{Picked, to_open};
use crate::words::Key;

/// How far the opening has come.
#[derive(Clone)]
enum Stage {
    /// Nothing was picked.
    Nothing,
    /// It is being read.
    Reading,
    /// It takes a passphrase.
    Locked(Arc<LockedFile>),
    /// It is read.
    Read {
        /// What it holds.
        file: Arc<OpenedFile>,
        /// Whether that is all of somebody's, on the way to another device.
        moved: bool,
    },
    /// It cannot be opened, for this reason.
    Refused(String),
    /// The sample could not be fetched.
    NoSample,
}

impl Stage {
    /// What a link carries; a list that comes with the app and is only named in it is fetched.
    async fn of_link(payload: &str) -> Self {
        let mut known = Vec::new();
        loop {
            match read_link(payload, &known) {
                Ok(OpenedLink { shared, repairs }) => return Self::of_shared(shared, repairs),
                Err(LinkError::Needs(id)) if known.iter().all(|form: &Instrument| form.about.id != id) => {
                    match built_in(id.as_str()).await {
                        Some(form) => known.push(Instrument::clone(&form)),
                        None => return Self::Refused(t(Key::LinkNeedsList).to_owned()),
                    }
                }
                Err(error) => return Self::Refused(link_sentence(&error)),
            }
        }
    }

    fn of_shared(shared: Shared, repairs: Vec<Repair>) -> Self {
        let moved = matches!(shared, Shared::Everything { .. });
        let (records, instruments) = match shared {
            Shared::Record(record) | Shared::Return(record) => (vec![record], Vec::new()),
            Shared::Instrument(form) => (Vec::new(), vec![form]),
            Shared::Everything { records, instruments } => (records, instruments),
        };
        Self::Read { file: Arc::new(OpenedFile { records, instruments, repairs }), moved }
    }

    fn of(read: Result<OpenedFile, FileError>) -> Self {
        read.map_or_else(
            |error| Self::Refused(sentence(&error)),
            |file| Self::Read { file: Arc::new(file), moved: false },
        )
    }

    /// What there is to do with these bytes.
    fn of_bytes(bytes: &[u8]) -> Self {
        match locked_file(bytes) {
            Some(Ok(file)) => Self::Locked(Arc::new(file)),
            Some(Err(error)) => Self::of(Err(error)),
            None => Self::of(read_file(bytes)),
        }
    }
}

/// The page, as far as it goes on by itself.
#[derive(Clone, Copy)]
struct Opening {
    stage: RwSignal<Stage>,
    app: App,
    navigation: Navigation,
}

impl Opening {
    /// Whether the page is still there: reading takes its time.
    fn is_here(self) -> bool {
        self.stage.try_with_untracked(|_| ()).is_some()
    }

    async fn read(self, picked: Picked) {
        let stage = match picked {
            Picked::File(file) => {
                file.read().await.map_or_else(|why| Stage::of(Err(why)), |bytes| Stage::of_bytes(&bytes))
            }
            Picked::Link(payload) => Stage::of_link(&payload).await,
            Picked::Sample => match sample().await {
                Some(record) => return self.show_sample(record),
                None => Stage::NoSample,
            },
        };
        self.come_to(stage).await;
    }

    async fn come_to(self, stage: Stage) {
        let same = if let Stage::Read { file, .. } = &stage { unchanged_built_in(file).await } else { None };
        match same.filter(|_| self.is_here()) {
            Some(same) => self.navigation.replace(&Route::Instrument(same)),
            None => _ = self.stage.try_set(stage),
        }
    }

    fn show_sample(self, record: Record) {
        if self.is_here() {
            let id = record.id.clone();
            self.app.add(record);
            self.navigation.replace(&Route::Chart(id));
        }
    }
}

/// What a file holds, and what taking it in would do.
#[component]
pub fn OpeningPage() -> impl IntoView {
    let to_open = to_open();
    let stage = RwSignal::new(if untrack(|| to_open.get()).is_some() { Stage::Reading } else { Stage::Nothing });
    let opening = Opening { stage, app: app(), navigation: navigation() };
    // What the file before brought has been said.
    opening.app.dismiss_notice();
    Effect::new(move |_| {
        if let Some(picked) = to_open.get() {
            stage.set(Stage::Reading);
            platform::spawn(opening.read(picked));
        }
    });
    // What was found is announced from its beginning.
    Effect::new(move |before: Option<()>| {
        stage.track();
        if before.is_some() {
            platform::focus_heading();
        }
    });
    on_cleanup(move || to_open.set(None));
    let opened = Callback::new(move |read| platform::spawn(opening.come_to(Stage::of(read))));
    move || match stage.get() {
        Stage::Read { file, moved } => view! { <ReportView file moved /> }.into_any(),
        Stage::Locked(file) => view! { <LockedView file on_opened=opened /> }.into_any(),
        Stage::Reading => other_view(t(Key::PageComingTitle).to_owned(), ()).into_any(),
        Stage::Nothing => other_view(t(Key::OpeningNothing).to_owned(), view! { <OpenButtons /> }).into_any(),
        Stage::Refused(why) => other_view(why, view! { <OpenButtons /> }).into_any(),
        Stage::NoSample => {
            let again = move |_| to_open.set(Some(Picked::Sample));
            let again = view! {
                <button type="button" class="button primary" on:click=again>{t(Key::TryAgain)}</button>
            };
            other_view(t(Key::NoSample).to_owned(), again).into_any()
        }
    }
}

/// Something to say, and what can be done about it.
fn other_view(words: String, way_on: impl IntoView + 'static) -> impl IntoView {
    view! {
        <Page title=t(Key::OpeningTitle) back=Some(Route::Home)>
            <p role="status">{words}</p>
            {way_on.into_any()}
        </Page>
    }
}

async fn sample() -> Option<Record> {
    let text = platform::fetch_text("samples/music-teacher.roundel.json").await?;
    read_file(text.as_bytes()).ok()?.records.into_iter().next()
}

/// A list that came with the app and was saved as it is: it need not be kept a second time.
async fn unchanged_built_in(file: &OpenedFile) -> Option<InstrumentId> {
    let [form] = file.instruments.as_slice() else { return None };
    let id = form.about.id.clone();
    let same = is_built_in(id.as_str()) && built_in(id.as_str()).await.is_some_and(|known| *known == *form);
    (same && file.records.is_empty()).then_some(id)
}
