//! "Open a file" and "Scan a code": the ways in for a record, a list or a rescue file. What came is said on a page of its
//! own.

use leptos::prelude::*;

use crate::platform;
use crate::state::Route;
use crate::ui::navigation::navigation;
use crate::ui::say::t;
use crate::ui::to_open::{Picked, to_open};
use crate::words::Key;

/// Picks a file and goes to the page that opens it, or goes to the camera.
#[component]
pub fn OpenButtons() -> impl IntoView {
    let (to_open, navigation) = (to_open(), navigation());
    let picked = move |input| {
        if let Some(file) = platform::picked_file(&input) {
            to_open.set(Some(Picked::File(file)));
            navigation.go(&Route::Opening);
        }
    };
    view! {
        <div class="ways-in">
            <label class="button quiet file-button">
                {t(Key::OpenFile)}
                <input
                    class="visually-hidden"
                    type="file"
                    accept=".json,.txt,.csv,application/json,text/plain,text/csv"
                    on:change:target=move |event| picked(event.target())
                />
            </label>
            <a class="button quiet" href=Route::Scan.to_hash()>{t(Key::ScanCode)}</a>
        </div>
    }
}
