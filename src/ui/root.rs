//! The start, and the choice of the page.

use std::rc::Rc;

use futures_util::future::join;
use leptos::prelude::*;

use super::appearance::Appearance;
use super::components::NoticeBar;
use super::navigation::Navigation;
use super::place::{Others, Part, Place};
use super::say::HOME;
use crate::codec::{Restored, restore_rows};
use crate::platform::{self, BrowserPorts, Database, DatabaseError};
use crate::state::{App, Keeping, Route, SaveState};

/// Reads what is stored, then puts the app on the page.
pub fn start() {
    platform::report_panics();
    let at_home = Place::of(Route::parse(&platform::hash())) == Place::Home;
    platform::spawn(async move {
        let part = async { if at_home { Part::Coming } else { Part::fetch().await } };
        // On its way while the words and the store are read.
        let (Some(opened), part) = join(open(), part).await else { return };
        mount_to_body(move || view! { <Root opened part /> });
        platform::show_app();
    });
}

/// The words, which the app cannot do without, then the store; `None` once it is told that one of them cannot be had.
async fn open() -> Option<Store> {
    if !HOME.fetch().await {
        platform::give_up(HOME.file);
        return None;
    }
    open_store().await.map_err(|error| platform::stop(&error.to_string())).ok()
}

/// Ports and content of the store: from the database, or empty where the browser refuses one. A database that cannot be
/// read is an error: to go on without it would look as if all were gone.
async fn open_store() -> Result<Store, DatabaseError> {
    let Ok(database) = Database::open().await else { return Ok(Store::in_memory()) };
    let stored = restore_rows(database.read_all().await?);
    let ports = BrowserPorts::new(Some(Rc::new(database)));
    Ok(Store { ports: Rc::new(ports), stored, keeping: Keeping::Database })
}

struct Store {
    ports: Rc<BrowserPorts>,
    stored: Restored,
    keeping: Keeping,
}

impl Store {
    fn in_memory() -> Self {
        Self { ports: Rc::new(BrowserPorts::new(None)), stored: Restored::default(), keeping: Keeping::MemoryOnly }
    }
}

/// How long a failed save waits before it is tried again, in seconds.
const RETRY_SECONDS: u64 = 5;

#[component]
fn Root(opened: Store, part: Part) -> impl IntoView {
    let app = App::new(opened.ports, opened.stored, opened.keeping);
    app.tidy_up();
    let navigation = Navigation::follow_address();
    provide_context(app);
    provide_context(navigation);
    provide_context(Appearance::follow());
    platform::every(RETRY_SECONDS, move || {
        if matches!(untrack(|| app.saving()), SaveState::Failed(_)) {
            app.retry();
        }
    });
    platform::on_change("pagehide", move || app.flush());
    platform::confirm_leaving(move || app.would_lose() || untrack(|| app.saving()) != SaveState::Saved);
    let place = Memo::new(move |_| Place::of(navigation.route()));
    let others = Others::begin(part);
    // A new page is announced by moving to its heading; the very first one is where the reader already is.
    Effect::new(move |before: Option<(Place, bool)>| {
        let place = place.get();
        let here = place == Place::Home || others.are_here();
        if before.as_ref().is_some_and(|(before, _)| *before != place) {
            app.leave_page();
            others.retry();
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
