//! The last resort for what is to leave: a device that neither saves nor shares files is shown what is in one.

use std::cell::RefCell;

use crate::platform::{self, Parcel};
use crate::state::Route;

thread_local! {
    /// In memory only, as files on their way are.
    static SHOWN: RefCell<Option<Parcel>> = const { RefCell::new(None) };
}

/// Goes to the page that shows what is in `parcel`.
pub fn show_by_hand(parcel: &Parcel) {
    SHOWN.replace(Some(parcel.clone()));
    platform::go(&Route::ByHand.to_hash());
}

/// What is to be shown; after a reload it is gone.
pub fn to_show_by_hand() -> Option<Parcel> {
    SHOWN.take()
}
