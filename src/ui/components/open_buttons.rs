//! "Open a file" and "Scan a code": the ways in for a record, a list or a rescue file. What came is said on a page of its
//! own.

use leptos::prelude::*;

use super::FileButton;
use crate::state::Route;
use crate::ui::navigation::navigation;
use crate::ui::say::t;
use crate::ui::to_open::{Picked, to_open};
use crate::words::Key;

/// Picks a file and goes to the page that opens it, or goes to the camera.
#[component]
pub fn OpenButtons() -> impl IntoView {
    let (to_open, navigation) = (to_open(), navigation());
    let open = move |file| {
        to_open.set(Some(Picked::File(file)));
        navigation.go(&Route::Opening);
    };
    view! {
        <div class="ways-in">
            <FileButton
                label=Key::OpenFile
                accept=".json,.txt,.csv,application/json,text/plain,text/csv"
                on_pick=open
            />
            <a class="button quiet" href=Route::Scan.to_hash()>{t(Key::ScanCode)}</a>
        </div>
    }
}
