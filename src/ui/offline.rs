//! Whether a newer version of the app is on the device.

use leptos::prelude::*;

use crate::platform::{self, Newer};

/// How a newer version of the app stands.
#[derive(Clone, Copy)]
pub struct Offline(RwSignal<Newer>);

impl Offline {
    /// Nothing is known yet.
    pub fn new() -> Self {
        Self(RwSignal::new(Newer::None))
    }

    /// Keeps the app on the device, and follows what becomes of its newer versions.
    pub fn begin(self) {
        platform::spawn(platform::keep_offline(move |newer| self.0.set(newer)));
    }

    /// Whether a newer version could be used.
    pub fn has_newer(self) -> bool {
        self.0.get() != Newer::None
    }

    /// Goes on to the newer version: it takes over, then the page is loaded anew. To be called whenever this may have
    /// changed, as long as the person wants it.
    pub fn go_on(self) {
        match self.0.get() {
            Newer::None => {}
            Newer::Waits => platform::spawn(async move {
                // Another window was faster, or the browser has dropped it: there is nothing to wait for.
                if !platform::take_over().await {
                    self.0.set(Newer::InUse);
                }
            }),
            Newer::InUse => platform::reload(),
        }
    }
}

/// The newer version of the app.
pub fn offline() -> Offline {
    expect_context()
}
