//! The record file, before it leaves.

use leptos::prelude::*;

use super::contents::Contents;
use super::giving::Giving;
use crate::codec::write_file;
use crate::platform::Parcel;
use crate::ui::copies::{JSON, record_file_name};
use crate::ui::navigation::app;
use crate::ui::say::t;
use crate::words::Key;

/// What stands in the file.
#[component]
pub fn FilePreview(
    /// What is given.
    giving: Giving,
) -> impl IntoView {
    let app = app();
    Effect::new(move |_| {
        let file = giving.given.get().and_then(|given| {
            Parcel::of_text(&record_file_name(app, &given), JSON, &write_file(&[given.as_ref()], app.today()))
        });
        giving.parcel.set(file);
    });
    view! {
        <p class="soft">{t(Key::GiveFileWords)}</p>
        <Contents giving />
    }
}
