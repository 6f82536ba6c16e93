//! The start, and the choice of the page.

use std::rc::Rc;

use futures_util::future::join;
use leptos::prelude::*;

use super::appearance::Appearance;
use super::components::NoticeBar;
use super::navigation::Navigation;
use super::place::{Others, Part, Place};
use super::say::HOME;
use super::to_open::ToOpen;
use super::work::Work;
use crate::codec::{Restored, Row, restore_rows};
use crate::platform::{self, BrowserPorts, BrowserStore, Database, DatabaseError, SmallStore};
use crate::state::{App, Asking, Keeping, Route, SaveState};

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

/// Ports and content of the store: from the database, or from the small store where the browser refuses one. A database
/// that cannot be read is an error: to go on without it would look as if all were gone.
async fn open_store() -> Result<Store, DatabaseError> {
    let small = SmallStore::open();
    let (database, keeping) = match Database::open().await {
        Ok(database) => (database, Keeping::Database),
        Err(DatabaseError::Newer) => (Database::open_as_it_stands().await?, Keeping::ReadOnly),
        Err(_) => return Ok(Store::without_database(small)),
    };
    let stored = restore_rows(database.read_at_start().await?);
    let left = small.map(SmallStore::rows).unwrap_or_default();
    let database = Rc::new(database);
    let ports = BrowserPorts::new(BrowserStore::Database(database.clone(), small));
    Ok(Store { ports: Rc::new(ports), stored, left, keeping, database: Some(database) })
}

struct Store {
    ports: Rc<BrowserPorts>,
    stored: Restored,
    /// What a visit before has left in the small store.
    left: Vec<Row>,
    keeping: Keeping,
    database: Option<Rc<Database>>,
}

impl Store {
    fn without_database(small: Option<SmallStore>) -> Self {
        let (store, rows, keeping) = match small {
            Some(small) => (BrowserStore::Small(small), small.rows(), Keeping::SmallStore),
            None => (BrowserStore::Nowhere, Vec::new(), Keeping::MemoryOnly),
        };
        let ports = Rc::new(BrowserPorts::new(store));
        Self { ports, stored: restore_rows(rows), left: Vec::new(), keeping, database: None }
    }
}

#[component]
fn Root(opened: Store, part: Part) -> impl IntoView {
    let Store { ports, stored, left, keeping, database } = opened;
    let app = App::new(ports, stored, keeping);
    let navigation = Navigation::follow_address();
    provide_context(app);
    provide_context(navigation);
    provide_context(Appearance::follow());
    provide_context(ToOpen::nothing());
    provide_context(StoredValue::new(Asking::default()));
    platform::confirm_leaving(move || app.would_lose() || untrack(|| app.saving()) != SaveState::Saved);
    Effect::new(move |_| {
        if app.keeping() == Keeping::Gone {
            platform::replace_hash(&Route::Home.to_hash());
            platform::reload();
        }
    });
    let place = Memo::new(move |_| Place::of(navigation.route()));
    let others = Others::begin(part, app, Work { left, database });
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
