//! The start, and the choice of the page.

use futures_util::future::join;
use leptos::prelude::*;

use super::appearance::Appearance;
use super::components::NoticeBar;
use super::database::Behind;
use super::gate::Gate;
use super::navigation::{Navigation, begin_anew_when_gone};
use super::place::{Others, Part, Place};
use super::say::{HOME, PAGES};
use super::store::{Found, Store, Unread, open_store};
use super::to_open::{ToOpen, take_link};
use super::work::Work;
use crate::platform;
use crate::state::{App, Asking, Keeping, Route, SaveState};

/// Reads what is stored, then puts the app on the page.
pub fn start() {
    platform::report_panics();
    // First of all: nobody is to read it from the address bar while the app starts.
    let link = take_link();
    let at_home = Place::of(Route::parse(&platform::hash())) == Place::Home;
    platform::spawn(async move {
        let part = async { if at_home { Part::Coming } else { Part::fetch().await } };
        // On its way while the words and the store are read.
        let (Some(found), part) = join(open(), part).await else { return };
        match found {
            Found::Open(store) => mount_to_body(move || view! { <Root store part link /> }),
            Found::Locked(unread) => {
                // What asks for the passphrase is no part of home.
                let part = if matches!(part, Part::Here(_)) { part } else { Part::fetch().await };
                if !matches!(part, Part::Here(_)) {
                    return platform::give_up(PAGES.file);
                }
                mount_to_body(move || view! { <Locked unread part link /> });
            }
        }
        platform::show_app();
    });
}

/// The words, which the app cannot do without, then the store; `None` once it is told that one of them cannot be had.
async fn open() -> Option<Found> {
    if !HOME.fetch().await {
        platform::give_up(HOME.file);
        return None;
    }
    platform::wait_for_storage(open_store()).await.map_err(|error| platform::stop(&error.to_string())).ok()
}

/// The gate, and the app once it is open. The address stays.
#[component]
fn Locked(unread: Unread, part: Part, link: Option<String>) -> impl IntoView {
    let gate = Gate::new(unread);
    provide_context(gate);
    move || match gate.pass() {
        Some(store) => view! { <Root store part link=link.clone() /> }.into_any(),
        None => part.locked_page().into_any(),
    }
}

#[component]
fn Root(store: Store, part: Part, link: Option<String>) -> impl IntoView {
    let Store { place: kept_in, stored, left, keeping, database } = store;
    let app = App::new(platform::today, stored, keeping);
    let to_open = ToOpen::new(link);
    let navigation = Navigation::follow_address(to_open);
    provide_context(app);
    provide_context(navigation);
    provide_context(Appearance::follow());
    provide_context(to_open);
    provide_context(StoredValue::new(Asking::default()));
    provide_context(Behind::new(database.clone()));
    // The device that it is borrowed from keeps a history.
    if untrack(|| app.keeping()) == Keeping::ForNow {
        platform::keep_titles_back(true);
    }
    platform::confirm_leaving(move || app.would_lose() || untrack(|| app.saving()) != SaveState::Saved);
    begin_anew_when_gone(app);
    let place = Memo::new(move |_| Place::of(navigation.route()));
    let others = Others::begin(part, app, Work { left, place: kept_in, database });
    // A new page is announced by moving to its heading; the very first one is where the reader already is.
    Effect::new(move |before: Option<(Place, bool)>| {
        let place = place.get();
        let here = place == Place::Home || others.are_here();
        if before.as_ref().is_some_and(|(before, _)| *before != place) {
            app.leave_page();
            others.retry();
            if place == Place::Home {
                others.tidy_up();
            }
        }
        let now = (place, here);
        if before.is_some_and(|before| before != now) {
            platform::focus_heading();
        }
        now
    });
    view! {
        <NoticeBar />
        {move || place.get().page(others)}
    }
}
