//! The start, and the choice of the page.

use futures_util::future::join;
use leptos::prelude::*;

use super::appearance::Appearance;
use super::components::NoticeBar;
use super::gate::{Gate, Watch};
use super::kept::Kept;
use super::navigation::Navigation;
use super::place::{Others, Part, Place};
use super::say::{HOME, PAGES};
use super::store::{Base, Found, Store, open_store};
use crate::codec::restore_rows;
use crate::platform::{self, Message};
use crate::state::{App, Keeping, Route, SaveState};

/// Reads what is stored, then puts the app on the page.
pub fn start() {
    platform::report_panics();
    let at_home = Place::of(Route::parse(&platform::hash())) == Place::Home;
    platform::spawn(async move {
        let part = async { if at_home { Part::Coming } else { Part::fetch().await } };
        // On its way while the words and the store are read.
        let (Some(found), part) = join(open(), part).await else { return };
        match found {
            Found::Open(store) => mount_to_body(move || view! { <Root store part /> }),
            Found::Locked(base) => {
                // What the gate says is in the second part.
                let part = if part.is_here() { part } else { Part::fetch().await };
                if !part.is_here() {
                    return platform::give_up(PAGES.file);
                }
                mount_to_body(move || view! { <Locked base part /> });
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
    open_store().await.map_err(|error| platform::stop(&error.to_string())).ok()
}

/// The gate, and the app once it is open. The address stays.
#[component]
fn Locked(base: Base, part: Part) -> impl IntoView {
    let gate = Gate::new(base);
    provide_context(gate);
    move || match gate.pass() {
        Some((store, watch)) => view! { <Root store part watch=Some(watch) /> }.into_any(),
        None => part.locked_page().into_any(),
    }
}

/// How long a failed save waits before it is tried again, in seconds.
const RETRY_SECONDS: u64 = 5;

#[component]
fn Root(store: Store, part: Part, #[prop(optional_no_strip)] watch: Option<Watch>) -> impl IntoView {
    let Store { ports, stored, left, keeping, database } = store;
    let app = App::new(ports, stored, keeping);
    app.take_up(&left, restore_rows(left.clone()));
    app.tidy_up();
    let navigation = Navigation::follow_address();
    provide_context(app);
    provide_context(navigation);
    provide_context(Appearance::follow());
    let kept = Kept::new(database.clone());
    provide_context(kept);
    if let Some(watch) = watch {
        watch(app, kept);
    }
    platform::every(RETRY_SECONDS, move || {
        if matches!(untrack(|| app.saving()), SaveState::Failed(_)) {
            app.retry();
        }
    });
    platform::on_change("pagehide", move || app.flush());
    platform::on_change("pageshow", move || app.catch_up());
    platform::on_change("visibilitychange", move || if platform::is_hidden() { app.flush() } else { app.catch_up() });
    let lock = RwSignal::new(false);
    Effect::new(move |_| {
        if lock.get() && app.saving() == SaveState::Saved && !app.would_lose() {
            platform::reload();
        }
    });
    platform::on_other_windows(move |message| match message {
        // What others keep is out of sight where nothing is kept.
        _ if matches!(keeping, Keeping::ForNow | Keeping::MemoryOnly) => {}
        Message::Wrote(keys) => app.heard(&keys),
        Message::Lock => {
            if let Some(database) = &database {
                database.hear_of_lock();
            }
            lock.set(true);
        }
        Message::Newer => {
            if let Some(database) = &database {
                database.close();
            }
            app.make_read_only();
        }
    });
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
