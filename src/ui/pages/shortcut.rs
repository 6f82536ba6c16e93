//! What the installed app's icon offers, on its way to the screen that it leads to.

use leptos::prelude::*;

use crate::state::{App, Route};
use crate::ui::components::Page;
use crate::ui::navigation::{app, navigation};
use crate::ui::say::t;
use crate::words::Key;

/// Begins something, and gives its place in the history to the screen of what was begun.
#[component]
pub fn ShortcutPage(
    /// Begins it, and gives its screen.
    begin: fn(App) -> Route,
) -> impl IntoView {
    let app = app();
    let navigation = navigation();
    Effect::new(move |_| navigation.replace(&untrack(|| begin(app))));
    view! { <Page title=t(Key::PageComingTitle) back=Some(Route::Home)>""</Page> }
}
