//! The lock closes again: when a person says so, or after a while without a touch.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;

use crate::platform::{self, Database, Message, Preference};
use crate::state::{App, SaveState};

/// What shows that somebody is there.
const TOUCHES: [&str; 5] = ["pointerdown", "keydown", "input", "wheel", "touchmove"];
const LOOK_SECONDS: u64 = 5;

/// The choices of minutes without a touch after which it locks again.
pub const MINUTES: [u64; 3] = [1, 5, 15];
const USUAL: u64 = 5;

/// After how many minutes without a touch it locks again.
pub fn lock_after() -> u64 {
    let chosen = platform::preference(Preference::LockAfter).and_then(|text| text.parse().ok());
    chosen.filter(|minutes| MINUTES.contains(minutes)).unwrap_or(USUAL)
}

/// Locks now, in all windows; not while something would be lost, and says whether it did.
pub fn lock_now(app: App) -> bool {
    let locks = close(app);
    if locks {
        platform::tell_other_windows(&Message::Lock);
    }
    locks
}

/// Locks again whenever nobody has touched anything for a while, as long as the page lives.
pub fn watch(app: App, database: Rc<Database>) {
    let touched = Rc::new(Cell::new(platform::now()));
    let look = {
        let touched = touched.clone();
        move || {
            // The clock may be set back.
            let rest = platform::now().saturating_sub(touched.get());
            if database.is_locked() && rest >= lock_after() * 60_000 {
                close(app);
            }
        }
    };
    platform::every(LOOK_SECONDS, look.clone());
    for event in ["visibilitychange", "pageshow"] {
        platform::on_change(event, look.clone());
    }
    for event in TOUCHES {
        let (look, touched) = (look.clone(), touched.clone());
        platform::on_change(event, move || {
            // A device that has slept wakes up before the time is looked at.
            look();
            touched.set(platform::now());
        });
    }
}

/// The key goes with the page, if all is on the disk.
fn close(app: App) -> bool {
    let closes = untrack(|| app.saving()) == SaveState::Saved && !app.would_lose();
    if closes {
        platform::reload();
    }
    closes
}
