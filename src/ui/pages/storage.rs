//! Where all is kept, and what can be done about it.

use leptos::prelude::*;

use crate::state::Route;
use crate::ui::components::{ForNowSection, LockSection, Page};
use crate::ui::say::t;
use crate::words::Key;

/// Where all is kept, in plain words.
#[component]
pub fn StoragePage() -> impl IntoView {
    view! {
        <Page title=t(Key::StorageTitle) back=Some(Route::More)>
            <LockSection />
            <ForNowSection />
        </Page>
    }
}
