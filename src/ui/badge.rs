//! The mark on the app's icon, for those who want it.

use leptos::prelude::*;

use crate::platform::{self, Preference};
use crate::state::{App, Keeping};

const ON: &str = "on";

/// Whether the person wants the mark.
pub fn is_on() -> bool {
    platform::preference(Preference::Badge).as_deref() == Some(ON)
}

/// Shows the mark from now on, or takes it away.
pub fn switch(app: App, on: bool) {
    platform::set_preference(Preference::Badge, on.then_some(ON));
    if on {
        show(app);
    } else {
        platform::set_badge(None);
    }
}

/// Keeps the mark up to date as long as the page lives.
pub fn follow(app: App) {
    if platform::can_badge() {
        Effect::new(move |_| {
            app.due_count();
            // Where everything was deleted, so was the wish, and nothing waits.
            if is_on() || app.keeping() == Keeping::Gone {
                show(app);
            }
        });
    }
}

fn show(app: App) {
    let due = untrack(|| app.due_count());
    platform::set_badge(u32::try_from(due).ok().filter(|due| *due > 0));
}
