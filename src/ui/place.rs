//! Which page is shown, and where it comes from: home comes with the app, the others with the second part, which is wasm,
//! words and styles.
//!
//! A first visit is ready when home is. What rating, making and comparing need is fetched right after, and before that
//! only where the address asks for it. The build splits the wasm at [`load_others`]; a debug build is in one part.

use futures_util::future::join3;
use leptos::prelude::*;
use wasm_split_helpers::SplitLoaderError;

use super::components::Page;
use super::pages::{
    BeginPage, BinPage, ChartPage, ComparePage, DesignPage, FillPage, HomePage, InstrumentPage, LibraryPage,
    LockedPage, MakePage, MorePage, OpeningPage, OverTimePage, RatePage, StillOpenPage, StillToGoPage, StoragePage,
    VersionsPage,
};
use super::say::{PAGES, t};
use crate::domain::{InstrumentId, OccasionId, RecordId, Step};
use crate::platform;
use crate::state::{Ask, Route};
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
    Library,
    Instrument(InstrumentId),
    Design(InstrumentId),
    Fill(RecordId, OccasionId),
    Chart(RecordId),
    Make(RecordId, Step),
    Rate(RecordId, OccasionId),
    StillOpen(RecordId),
    Compare(RecordId),
    OverTime(RecordId),
    StillToGo(RecordId),
    Versions(RecordId),
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
            Route::Library => Other::Library,
            Route::Instrument(form) => Other::Instrument(form),
            Route::Design(form) => Other::Design(form),
            Route::Fill { record, occasion, .. } => Other::Fill(record, occasion),
            Route::Chart(record) => Other::Chart(record),
            Route::Make { record, step, .. } => Other::Make(record, step),
            Route::Rate { record, occasion, .. } => Other::Rate(record, occasion),
            Route::StillOpen(record) => Other::StillOpen(record),
            Route::Compare { record, .. } => Other::Compare(record),
            Route::OverTime(record) => Other::OverTime(record),
            Route::Versions(record) => Other::Versions(record),
            Route::StillToGo(record) => Other::StillToGo(record),
            Route::Begin { record, ask } => Other::Begin(record, ask),
        })
    }

    /// The page itself, or what stands in for it until `others` is there.
    pub fn page(self, others: Others) -> AnyView {
        let Self::Other(other) = self else { return view! { <HomePage /> }.into_any() };
        match others.0.get() {
            Part::Here(page_of) => page_of(other),
            Part::Coming => view! { <ComingPage /> }.into_any(),
            Part::Missing => view! { <MissingPage others /> }.into_any(),
        }
    }
}

/// Makes one of the other pages.
type PageOf = fn(Other) -> AnyView;

/// How far the second part is.
#[derive(Clone, Copy)]
pub enum Part {
    Coming,
    Here(PageOf),
    Missing,
}

impl Part {
    /// Fetches the part: wasm, words and styles. What did not arrive is asked for anew the next time.
    pub async fn fetch() -> Self {
        match join3(load_others(), PAGES.fetch(), platform::fetch_styles()).await {
            (Ok(page_of), true, true) => Self::Here(page_of),
            _ => Self::Missing,
        }
    }

    /// Whether it is there.
    pub fn is_here(self) -> bool {
        matches!(self, Self::Here(_))
    }

    /// What stands in front of a locked store, if the part is there.
    pub fn locked_page(self) -> Option<AnyView> {
        if let Self::Here(page_of) = self { Some(page_of(Other::Locked)) } else { None }
    }
}

/// The split: all that is reached from [`page_of`] alone goes into the second part.
#[cfg(split)]
#[wasm_split_helpers::wasm_split(others, fallible)]
fn load_others() -> Result<PageOf, SplitLoaderError> {
    Ok(page_of)
}

#[cfg(not(split))]
fn load_others() -> std::future::Ready<Result<PageOf, SplitLoaderError>> {
    std::future::ready(Ok(page_of))
}

fn page_of(other: Other) -> AnyView {
    match other {
        Other::More => view! { <MorePage /> }.into_any(),
        Other::Locked => view! { <LockedPage /> }.into_any(),
        Other::Storage => view! { <StoragePage /> }.into_any(),
        Other::Bin => view! { <BinPage /> }.into_any(),
        Other::Opening => view! { <OpeningPage /> }.into_any(),
        Other::Library => view! { <LibraryPage /> }.into_any(),
        Other::Instrument(form) => view! { <InstrumentPage form /> }.into_any(),
        Other::Design(form) => view! { <DesignPage form /> }.into_any(),
        Other::Fill(record, occasion) => view! { <FillPage record occasion /> }.into_any(),
        Other::Chart(record) => view! { <ChartPage record /> }.into_any(),
        Other::Make(record, step) => view! { <MakePage record step /> }.into_any(),
        Other::Rate(record, occasion) => view! { <RatePage record occasion /> }.into_any(),
        Other::StillOpen(record) => view! { <StillOpenPage record /> }.into_any(),
        Other::Compare(record) => view! { <ComparePage record /> }.into_any(),
        Other::OverTime(record) => view! { <OverTimePage record /> }.into_any(),
        Other::Versions(record) => view! { <VersionsPage record /> }.into_any(),
        Other::StillToGo(record) => view! { <StillToGoPage record /> }.into_any(),
        Other::Begin(record, ask) => view! { <BeginPage record ask /> }.into_any(),
    }
}

/// The other pages, as far as they are there.
#[derive(Clone, Copy)]
pub struct Others(RwSignal<Part>);

impl Others {
    /// Begins with what the start has fetched, and fetches what it has not.
    pub fn begin(part: Part) -> Self {
        let others = Self(RwSignal::new(part));
        if matches!(part, Part::Coming) {
            others.fetch();
        }
        others
    }

    /// Whether they can be shown.
    pub fn are_here(self) -> bool {
        self.0.get().is_here()
    }

    /// Asks again for what did not arrive.
    pub fn retry(self) {
        if matches!(self.0.get_untracked(), Part::Missing) {
            self.0.set(Part::Coming);
            self.fetch();
        }
    }

    fn fetch(self) {
        platform::spawn(async move { self.0.set(Part::fetch().await) });
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
