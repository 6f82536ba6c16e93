//! The lock closes again: when a person says so, or after a while without a touch.

use leptos::prelude::*;

use super::kept::Kept;
use crate::platform::{self, Message, Preference};
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

/// Sees to the lock from now on: names no chart in the browser's tab, and locks again when nobody is there.
pub fn watch(app: App, kept: Kept) {
    platform::keep_titles_back(true);
    kept.once_for_good(move || {
        let touched = StoredValue::new(platform::now());
        let look = move || {
            let now = platform::now();
            // The clock may be set back.
            let rest = now.saturating_sub(touched.get_value());
            let is_locked = || kept.database().is_some_and(|database| database.is_locked());
            if rest >= lock_after() * 60_000 && is_locked() {
                close(app);
            }
        };
        platform::every(LOOK_SECONDS, look);
        // A device that has slept wakes up before the time is looked at.
        for event in ["visibilitychange", "pageshow"] {
            platform::on_change(event, look);
        }
        for event in TOUCHES {
            platform::on_change(event, move || {
                look();
                touched.set_value(platform::now());
            });
        }
    });
}

/// The key goes with the page, if all is on the disk.
fn close(app: App) -> bool {
    let closes = untrack(|| app.saving()) == SaveState::Saved && !app.would_lose();
    if closes {
        platform::reload();
    }
    closes
}
