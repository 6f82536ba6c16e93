//! The work behind the pages: what is changed is written, what other windows write is shown.

use std::rc::Rc;

use leptos::prelude::*;

use super::relock;
use crate::platform::{self, BrowserPorts, BrowserStore, Database, Message};
use crate::state::{App, Keeping, Left, SaveState};

/// What the work begins with.
pub struct Work {
    /// What a visit before has left in the small store.
    pub left: Left,
    /// Where things are kept.
    pub place: BrowserStore,
    /// The database, if it is there.
    pub database: Option<Rc<Database>>,
}

/// How long a failed save waits before it is tried again, in seconds.
const RETRY_SECONDS: u64 = 5;

/// Has things changed and written from now on, as long as the page lives.
pub fn begin(app: App, Work { left, place, database }: Work) {
    app.begin_work(Rc::new(BrowserPorts::new(place)), &left);
    app.tidy_up();
    // What has lain in the bin for its time goes, also where nobody ever looks into it.
    app.bin(drop);
    platform::every(RETRY_SECONDS, move || {
        if matches!(untrack(|| app.saving()), SaveState::Failed(_)) {
            app.retry();
        }
    });
    platform::on_change("pagehide", move || app.flush());
    platform::on_change("pageshow", move || app.catch_up());
    platform::on_change("visibilitychange", move || if platform::is_hidden() { app.flush() } else { app.catch_up() });
    if let Some(database) = database.clone() {
        relock::watch(app, database);
    }
    // What others keep is out of sight where nothing is kept.
    if !matches!(untrack(|| app.keeping()), Keeping::ForNow | Keeping::MemoryOnly) {
        follow_others(app, database);
    }
    // What was written before this window heard of it.
    app.catch_up();
}

fn follow_others(app: App, database: Option<Rc<Database>>) {
    let locks = ArcRwSignal::new(false);
    let follow = locks.clone();
    Effect::new(move |_| {
        if follow.get() && app.saving() == SaveState::Saved && !app.would_lose() {
            platform::reload();
        }
    });
    platform::on_other_windows(move |message| match message {
        Message::Wrote(keys) => app.heard(&keys),
        Message::Cleared => app.forget_everything(),
        Message::Lock => {
            if let Some(database) = &database {
                database.hear_of_lock();
            }
            locks.set(true);
        }
        Message::Newer => {
            if let Some(database) = &database {
                database.close();
            }
            app.make_read_only();
        }
    });
}
