//! "Open a file": a record file or a rescue file, read here and sent nowhere.

use leptos::prelude::*;

use crate::codec::{FileError, read_file};
use crate::platform::{self, PickedFile};
use crate::state::{Opened, Route};
use crate::ui::navigation::{app, navigation};
use crate::ui::say::{t, tf, tn};
use crate::words::Key;

/// Picks a file and takes in what it holds, then says what happened.
#[component]
pub fn OpenFileButton() -> impl IntoView {
    let app = app();
    let navigation = navigation();
    let (said, say) = signal(None::<String>);
    let picked = move |input| {
        platform::spawn(async move {
            let outcome = match platform::picked_file(input).await {
                PickedFile::None => return,
                PickedFile::TooLarge => Err(Key::FileTooLarge),
                PickedFile::Unreadable => Err(Key::FileBroken),
                PickedFile::Bytes(bytes) => read_file(&bytes).map_err(sentence),
            };
            match outcome {
                Err(key) => say.set(Some(t(key).to_owned())),
                Ok(file) => {
                    let opened = app.take_in(file);
                    say.set(Some(report(&opened)));
                    show_if_single(navigation, &opened);
                }
            }
        });
    };
    view! {
        <label class="button quiet file-button">
            {t(Key::OpenFile)}
            <input
                class="visually-hidden"
                type="file"
                accept=".json,.txt,application/json,text/plain"
                on:change:target=move |event| picked(event.target())
            />
        </label>
        <p class="said" role="status">{move || said.get()}</p>
    }
}

fn sentence(error: FileError) -> Key {
    match error {
        FileError::TooLarge => Key::FileTooLarge,
        FileError::Broken => Key::FileBroken,
        FileError::Foreign => Key::FileForeign,
        FileError::TooNew => Key::FileTooNew,
        FileError::Empty => Key::FileEmpty,
    }
}

fn report(opened: &Opened) -> String {
    let mut parts = Vec::new();
    for (key, count) in [
        (Key::OpenedAdded, opened.added.len()),
        (Key::OpenedAlreadyHere, opened.already_here.len()),
        (Key::OpenedCopies, opened.copies.len()),
        (Key::OpenedUnreadable, opened.unreadable),
    ] {
        if count > 0 {
            parts.push(tn(key, count));
        }
    }
    tf(Key::OpenedReport, &[("parts", &parts.join(" "))])
}

/// One chart that was not here before is what the person wants to see.
fn show_if_single(navigation: crate::ui::navigation::Navigation, opened: &Opened) {
    if let ([record], 0, 0) = (opened.added.as_slice(), opened.copies.len(), opened.unreadable) {
        navigation.go(&Route::Chart(record.clone()));
    }
}
