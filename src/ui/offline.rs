//! Whether a newer version of the app is on the device.

use std::cell::Cell;
use std::sync::LazyLock;

use leptos::prelude::*;

use crate::platform::{self, Newer};

/// As long as the page lives, whatever is shown of it.
static NEWER: LazyLock<ArcRwSignal<Newer>> = LazyLock::new(|| ArcRwSignal::new(Newer::None));

thread_local! {
    static HAS_BEGUN: Cell<bool> = const { Cell::new(false) };
}

/// Keeps the app on the device from now on, and follows what becomes of its newer versions.
pub fn begin() {
    if !HAS_BEGUN.replace(true) {
        platform::spawn(platform::keep_offline(|newer| NEWER.set(newer)));
    }
}

/// Whether a newer version could be used.
pub fn has_newer() -> bool {
    NEWER.get() != Newer::None
}

/// Goes on to the newer version: it takes over, then the page is loaded anew. To be called whenever this may have
/// changed, as long as the person wants it.
pub fn go_on() {
    match NEWER.get() {
        Newer::None => {}
        Newer::Waits => platform::spawn(async {
            // Another window was faster, or the browser has dropped it: there is nothing to wait for.
            if !platform::take_over().await {
                NEWER.set(Newer::InUse);
            }
        }),
        Newer::InUse => platform::reload(),
    }
}
