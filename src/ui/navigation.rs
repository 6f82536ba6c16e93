//! Which screen is shown, and how one gets to another.

use leptos::prelude::*;

use crate::platform;
use crate::state::{App, Keeping, Route};
use crate::ui::to_open::{Picked, ToOpen, take_link};

/// The screen shown, kept in step with the address.
#[derive(Clone, Copy)]
pub struct Navigation(RwSignal<Route>);

impl Navigation {
    /// Follows the address from now on.
    pub fn follow_address(to_open: ToOpen) -> Self {
        platform::keep_scroll_in_hand();
        let route = RwSignal::new(Route::parse(&platform::hash()));
        platform::on_change("hashchange", move || {
            if let Some(payload) = take_link() {
                to_open.set(Some(Picked::Link(payload)));
            }
            let next = Route::parse(&platform::hash());
            if route.get_untracked() != next {
                route.set(next);
            }
        });
        Self(route)
    }

    /// The screen shown.
    pub fn route(self) -> Route {
        self.0.get()
    }

    /// Goes to another screen.
    pub fn go(self, route: &Route) {
        platform::go(&route.to_hash());
        self.0.set(route.clone());
    }

    /// Goes to another screen that takes this one's place, so that "back" passes it by.
    pub fn replace(self, route: &Route) {
        platform::replace_hash(&route.to_hash());
        self.0.set(route.clone());
    }
}

/// The navigation of the page.
pub fn navigation() -> Navigation {
    expect_context()
}

/// Loads the app anew at home once everything is deleted.
pub fn begin_anew_when_gone(app: App) {
    Effect::new(move |_| {
        if app.keeping() == Keeping::Gone {
            platform::begin_anew();
        }
    });
}

/// The open charts.
pub fn app() -> App {
    expect_context()
}
