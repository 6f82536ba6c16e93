//! Which page is shown, and where it comes from: home comes with the app, the others with the second part, which is wasm,
//! words and styles.
//!
//! A first visit is ready when home is. What rating, making and comparing need is fetched right after, and before that
//! only where the address asks for it. The build splits the wasm at [`load_others`]; a debug build is in one part.

use std::sync::Arc;

use futures_util::future::join3;
use leptos::prelude::*;
use wasm_split_helpers::SplitLoaderError;

use super::components::{MiniWheel, Page};
use super::pages::{
    BeginPage, BinPage, ByHandPage, CarryPage, ChartPage, ComparePage, DesignPage, DuePage, EmptyWheelPage, FillPage,
    GivePage, GuidePage, HandBackPage, HomeLines, HomePage, InstrumentPage, LibraryPage, LockedPage, MakePage,
    MorePage, OpeningPage, OverTimePage, PaperPage, RatePage, ScanPage, ShortcutPage, StillOpenPage, StillToGoPage,
    StoragePage, TalkPage, TalksPage, TargetsPage, TogetherPage, TwoViewsPage, VersionsPage,
};
use super::say::{PAGES, t};
use super::work::{self, Work};
use super::{badge, offline};
use crate::domain::{ConversationId, InstrumentId, OccasionId, Record, RecordId, Step};
use crate::platform;
use crate::state::{App, Ask, Route};
use crate::words::Key;

/// The page shown. Which card of it is open is the page's own matter, so that opening one does not rebuild it.
#[derive(Clone, PartialEq)]
pub enum Place {
    /// Home, which is always here.
    Home,
    /// One of the pages that may still be on their way.
    Other(Other),
}

/// A page of the second part.
#[derive(Clone, PartialEq)]
pub enum Other {
    More,
    /// What stands in front of a locked store.
    Locked,
    Storage,
    Bin,
    Opening,
    Scan,
    Due,
    Guide,
    Carry,
    ByHand,
    Library,
    Instrument(InstrumentId),
    Design(InstrumentId),
    New,
    Again,
    Fill(RecordId, OccasionId),
    Chart(RecordId),
    Make(RecordId, Step),
    Rate(RecordId, OccasionId),
    StillOpen(RecordId),
    Compare(RecordId),
    OverTime(RecordId),
    StillToGo(RecordId),
    Versions(RecordId),
    Paper(RecordId),
    Targets(RecordId),
    Talks(RecordId),
    Talk(RecordId, ConversationId),
    Together(RecordId),
    TwoViews(RecordId, OccasionId),
    HandBack(RecordId, OccasionId),
    EmptyWheel,
    Give(RecordId),
    Begin(RecordId, Ask),
}

impl Place {
    /// The page that an address belongs to.
    pub fn of(route: Route) -> Self {
        Self::Other(match route {
            Route::Home => return Self::Home,
            Route::More => Other::More,
            Route::Storage => Other::Storage,
            Route::Bin => Other::Bin,
            Route::Opening => Other::Opening,
            Route::Scan => Other::Scan,
            Route::Due => Other::Due,
            Route::Guide => Other::Guide,
            Route::Carry => Other::Carry,
            Route::ByHand => Other::ByHand,
            Route::Library => Other::Library,
            Route::Instrument(form) => Other::Instrument(form),
            Route::Design(form) => Other::Design(form),
            Route::New => Other::New,
            Route::Again => Other::Again,
            Route::Fill { record, occasion, .. } => Other::Fill(record, occasion),
            Route::Chart(record) => Other::Chart(record),
            Route::Make { record, step, .. } => Other::Make(record, step),
            Route::Rate { record, occasion, .. } => Other::Rate(record, occasion),
            Route::StillOpen(record) => Other::StillOpen(record),
            Route::Compare { record, .. } => Other::Compare(record),
            Route::OverTime(record) => Other::OverTime(record),
            Route::Versions(record) => Other::Versions(record),
            Route::Give { record, .. } => Other::Give(record),
            Route::Paper(record) => Other::Paper(record),
            Route::Targets(record) => Other::Targets(record),
            Route::Talks(record) => Other::Talks(record),
            Route::Talk { record, conversation } => Other::Talk(record, conversation),
            Route::Together(record) => Other::Together(record),
            Route::TwoViews { record, view } => Other::TwoViews(record, view),
            Route::HandBack { record, view } => Other::HandBack(record, view),
            Route::EmptyWheel => Other::EmptyWheel,
            Route::StillToGo(record) => Other::StillToGo(record),
            Route::Begin { record, ask } => Other::Begin(record, ask),
        })
    }

    /// The page itself, or what stands in for it until `others` is there.
    pub fn page(self, others: Others) -> AnyView {
        let Self::Other(other) = self else { return view! { <HomePage others /> }.into_any() };
        match others.part.get() {
            Part::Here(second) => (second.page_of)(other),
            Part::Coming => view! { <ComingPage /> }.into_any(),
            Part::Missing => view! { <MissingPage others /> }.into_any(),
        }
    }
}

/// What the second part gives.
#[derive(Clone, Copy)]
pub struct Second {
    /// Makes one of the other pages.
    page_of: fn(Other) -> AnyView,
    /// Makes what home says at its end.
    home_lines: fn() -> AnyView,
    /// Draws a chart at a glance.
    glance: fn(Arc<Record>) -> AnyView,
    /// Has things changed and written from now on.
    begin_work: fn(App, Work),
    /// Takes away what was begun and left.
    tidy_up: fn(App),
    /// What is done once the app can be used.
    settle: fn(App),
}

/// How far the second part is.
#[derive(Clone, Copy)]
pub enum Part {
    Coming,
    Here(Second),
    Missing,
}

impl Part {
    /// Fetches the part: wasm, words and styles. What did not arrive is asked for anew the next time.
    pub async fn fetch() -> Self {
        match join3(load_others(), PAGES.fetch(), platform::fetch_styles()).await {
            (Ok(second), true, true) => Self::Here(second),
            _ => Self::Missing,
        }
    }

    /// What stands in front of a locked store, if the part is there.
    pub fn locked_page(self) -> Option<AnyView> {
        if let Self::Here(second) = self { Some((second.page_of)(Other::Locked)) } else { None }
    }
}

/// The split: all that is reached from [`SECOND`] alone goes into the second part.
#[cfg(split)]
#[wasm_split_helpers::wasm_split(others, fallible)]
fn load_others() -> Result<Second, SplitLoaderError> {
    Ok(SECOND)
}

#[cfg(not(split))]
fn load_others() -> std::future::Ready<Result<Second, SplitLoaderError>> {
    std::future::ready(Ok(SECOND))
}

const SECOND: Second = Second { page_of, home_lines, glance, begin_work: work::begin, tidy_up: App::tidy_up, settle };

fn settle(app: App) {
    offline::begin();
    badge::follow(app);
}

fn home_lines() -> AnyView {
    view! { <HomeLines /> }.into_any()
}

fn glance(chart: Arc<Record>) -> AnyView {
    view! { <MiniWheel chart /> }.into_any()
}

fn page_of(other: Other) -> AnyView {
    match other {
        Other::More => view! { <MorePage /> }.into_any(),
        Other::Locked => view! { <LockedPage /> }.into_any(),
        Other::Storage => view! { <StoragePage /> }.into_any(),
        Other::Bin => view! { <BinPage /> }.into_any(),
        Other::Opening => view! { <OpeningPage /> }.into_any(),
        Other::Scan => view! { <ScanPage /> }.into_any(),
        Other::Due => view! { <DuePage /> }.into_any(),
        Other::Guide => view! { <GuidePage /> }.into_any(),
        Other::Carry => view! { <CarryPage /> }.into_any(),
        Other::ByHand => view! { <ByHandPage /> }.into_any(),
        Other::Library => view! { <LibraryPage /> }.into_any(),
        Other::Instrument(form) => view! { <InstrumentPage form /> }.into_any(),
        Other::Design(form) => view! { <DesignPage form /> }.into_any(),
        Other::New => view! { <ShortcutPage begin=App::begin_new /> }.into_any(),
        Other::Again => view! { <ShortcutPage begin=App::begin_again /> }.into_any(),
        Other::Fill(record, occasion) => view! { <FillPage record occasion /> }.into_any(),
        Other::Chart(record) => view! { <ChartPage record /> }.into_any(),
        Other::Make(record, step) => view! { <MakePage record step /> }.into_any(),
        Other::Rate(record, occasion) => view! { <RatePage record occasion /> }.into_any(),
        Other::StillOpen(record) => view! { <StillOpenPage record /> }.into_any(),
        Other::Compare(record) => view! { <ComparePage record /> }.into_any(),
        Other::OverTime(record) => view! { <OverTimePage record /> }.into_any(),
        Other::Versions(record) => view! { <VersionsPage record /> }.into_any(),
        Other::Give(record) => view! { <GivePage record /> }.into_any(),
        Other::Paper(record) => view! { <PaperPage record /> }.into_any(),
        Other::Targets(record) => view! { <TargetsPage record /> }.into_any(),
        Other::Talks(record) => view! { <TalksPage record /> }.into_any(),
        Other::Talk(record, conversation) => view! { <TalkPage record conversation /> }.into_any(),
        Other::Together(record) => view! { <TogetherPage record /> }.into_any(),
        Other::TwoViews(record, view) => view! { <TwoViewsPage record view /> }.into_any(),
        Other::HandBack(record, view) => view! { <HandBackPage record view /> }.into_any(),
        Other::EmptyWheel => view! { <EmptyWheelPage /> }.into_any(),
        Other::StillToGo(record) => view! { <StillToGoPage record /> }.into_any(),
        Other::Begin(record, ask) => view! { <BeginPage record ask /> }.into_any(),
    }
}

/// The other pages, and all that changes anything, as far as they are there.
#[derive(Clone, Copy)]
pub struct Others {
    part: RwSignal<Part>,
    /// Whether they were asked for again while a request was under way, which may fail yet.
    asked_again: StoredValue<bool>,
    app: App,
    /// What the work on `app` begins with, until it has begun.
    work: StoredValue<Option<Work>, LocalStorage>,
}

impl Others {
    /// Begins with what the start has fetched, and fetches what it has not.
    pub fn begin(part: Part, app: App, work: Work) -> Self {
        let others = Self {
            part: RwSignal::new(part),
            asked_again: StoredValue::new(false),
            app,
            work: StoredValue::new_local(Some(work)),
        };
        others.begin_work(part);
        platform::spawn(others.arrive());
        others
    }

    fn begin_work(self, part: Part) {
        if let Part::Here(second) = part
            && let Some(work) = self.work.try_update_value(Option::take).flatten()
        {
            (second.begin_work)(self.app, work);
        }
    }

    /// Takes away what was begun and left.
    pub fn tidy_up(self) {
        if let Part::Here(second) = self.part.get_untracked() {
            (second.tidy_up)(self.app);
        }
    }

    /// What home says at its end, as soon as it is there.
    pub fn home_lines(self) -> AnyView {
        match self.part.get() {
            Part::Here(second) => (second.home_lines)(),
            Part::Coming | Part::Missing => ().into_any(),
        }
    }

    /// A chart at a glance, as soon as what draws it is there.
    pub fn glance(self, chart: Arc<Record>) -> AnyView {
        match self.part.get() {
            Part::Here(second) => (second.glance)(chart),
            Part::Coming | Part::Missing => ().into_any(),
        }
    }

    /// Whether they can be shown.
    pub fn are_here(self) -> bool {
        matches!(self.part.get(), Part::Here(_))
    }

    /// Asks again for what did not arrive.
    pub fn retry(self) {
        match self.part.get_untracked() {
            Part::Missing => {
                self.part.set(Part::Coming);
                platform::spawn(self.arrive());
            }
            Part::Coming => self.asked_again.set_value(true),
            Part::Here(_) => {}
        }
    }

    /// Waits for them, then does what has waited until the app can be used.
    async fn arrive(self) {
        if matches!(self.part.get_untracked(), Part::Coming) {
            let mut part = Part::fetch().await;
            while matches!(part, Part::Missing) && self.asked_again.try_update_value(std::mem::take) == Some(true) {
                part = Part::fetch().await;
            }
            // Before a page is shown that changes something.
            self.begin_work(part);
            self.part.set(part);
        }
        if let Part::Here(second) = self.part.get_untracked() {
            (second.settle)(self.app);
        }
    }
}

#[component]
fn ComingPage() -> impl IntoView {
    view! {
        <Page title=t(Key::PageComingTitle) back=Some(Route::Home)>
            <p class="soft">{t(Key::PageComing)}</p>
        </Page>
    }
}

#[component]
fn MissingPage(others: Others) -> impl IntoView {
    view! {
        <Page title=t(Key::PageMissingTitle) back=Some(Route::Home)>
            <p>{t(Key::PageMissing)}</p>
            <button type="button" class="button primary" on:click=move |_| others.retry()>{t(Key::TryAgain)}</button>
        </Page>
    }
}
