//! Small settings in localStorage. Losing one is no loss; records live in the database.

use gloo_storage::{LocalStorage, Storage};

use super::{SmallStore, is_for_now};

/// A setting that is kept between visits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preference {
    /// `light` or `dark`; absent: as the device.
    Theme,
    /// The day a file was last saved, as `YYYY-MM-DD`.
    LastCopy,
    /// `off` where the next item of a list waits to be asked for.
    MoveOn,
    /// After how many minutes without a touch the lock closes again.
    LockAfter,
}

impl Preference {
    fn key(self) -> &'static str {
        match self {
            Self::Theme => "roundel.theme",
            Self::LastCopy => "roundel.last-copy",
            Self::MoveOn => "roundel.move-on",
            Self::LockAfter => "roundel.lock-after",
        }
    }
}

/// The setting, if there is one and the browser lets us see it.
pub fn preference(which: Preference) -> Option<String> {
    is_allowed().then(|| LocalStorage::raw().get_item(which.key()).ok().flatten()).flatten()
}

/// Keeps a setting; where the browser refuses, it is simply not kept.
pub fn set_preference(which: Preference, value: Option<&str>) {
    if !is_allowed() {
        return;
    }
    match value {
        Some(value) => _ = LocalStorage::raw().set_item(which.key(), value),
        None => LocalStorage::delete(which.key()),
    }
}

/// gloo-storage throws where site data is blocked, so the door is tried first. On a borrowed device the settings are
/// somebody else's.
fn is_allowed() -> bool {
    SmallStore::open().is_some() && !is_for_now()
}
