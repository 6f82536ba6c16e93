//! Small settings in localStorage. Losing one is no loss; records live in the database.

use gloo_storage::{LocalStorage, Storage};

use super::{SmallStore, is_for_now};

/// A setting that is kept between visits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preference {
    /// `light` or `dark`; absent: as the device.
    Theme,
    /// The day of the last copy of everything, as `YYYY-MM-DD`.
    LastCopy,
    /// What it held: until which instant, in milliseconds since 1970, and a line for each list in it.
    LastCopyHeld,
    /// How many changes were in no copy when saving one was last put off.
    CopyPutOff,
    /// `off` where the next item of a list waits to be asked for.
    MoveOn,
    /// `yes` once the browser was asked to keep what is here.
    AskedToKeep,
    /// `on` where the app's icon shows how many charts wait to be looked at again.
    Badge,
    /// The format in which something was last given.
    GivenAs,
    /// What was chosen to go with it, format by format.
    GivenWith,
    /// Which small decisions about formats are switched on.
    GivenDetails,
    /// After how many minutes without a touch the lock closes again.
    LockAfter,
}

impl Preference {
    fn key(self) -> &'static str {
        match self {
            Self::Theme => "roundel.theme",
            Self::LastCopy => "roundel.last-copy",
            Self::LastCopyHeld => "roundel.last-copy-held",
            Self::CopyPutOff => "roundel.copy-put-off",
            Self::MoveOn => "roundel.move-on",
            Self::AskedToKeep => "roundel.asked-to-keep",
            Self::Badge => "roundel.badge",
            Self::GivenAs => "roundel.given-as",
            Self::GivenWith => "roundel.given-with",
            Self::GivenDetails => "roundel.given-details",
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
