//! A window on a borrowed device: nothing of it is kept, and what the device keeps stays out of sight.

use leptos::prelude::window;
use web_sys::Storage;

use super::begin_anew;

/// Outlives a reload of the window and nothing else.
const FLAG: &str = "roundel.for-now";

/// Whether this window is one.
pub fn is_for_now() -> bool {
    flags().is_some_and(|flags| flags.get_item(FLAG).is_ok_and(|flag| flag.is_some()))
}

/// Makes this window one; it begins anew. Where the browser refuses, all stays as it is.
pub fn begin_for_now() {
    if flags().is_some_and(|flags| flags.set_item(FLAG, "1").is_ok()) {
        begin_anew();
    }
}

/// Makes this window one as any other; it begins anew.
pub fn end_for_now() {
    _ = flags().map(|flags| flags.remove_item(FLAG));
    begin_anew();
}

/// The browser throws where site data is blocked.
fn flags() -> Option<Storage> {
    window().session_storage().ok().flatten()
}
