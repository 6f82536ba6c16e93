//! "Open a file": a record file, a list or a rescue file, read here and sent nowhere.

use leptos::prelude::*;

use crate::codec::{FileError, OpenedFile, read_file};
use crate::domain::InstrumentId;
use crate::instruments::{Fault, Problem, is_built_in};
use crate::platform::{self, PickedFile};
use crate::state::{Opened, Route};
use crate::ui::built_in::built_in;
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
                PickedFile::TooLarge => Err(t(Key::FileTooLarge).to_owned()),
                PickedFile::Unreadable => Err(t(Key::FileBroken).to_owned()),
                PickedFile::Bytes(bytes) => read_file(&bytes).map_err(sentence),
            };
            match outcome {
                Err(why) => say.set(Some(why)),
                Ok(file) => {
                    if let Some(same) = unchanged_built_in(&file).await {
                        navigation.go(&Route::Instrument(same));
                        return;
                    }
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

fn sentence(error: FileError) -> String {
    let key = match error {
        FileError::TooLarge => Key::FileTooLarge,
        FileError::Broken => Key::FileBroken,
        FileError::Foreign => Key::FileForeign,
        FileError::TooNew => Key::FileTooNew,
        FileError::Empty => Key::FileEmpty,
        FileError::Locked => Key::FileLocked,
        FileError::Instrument(fault) => return fault_sentence(&fault),
    };
    t(key).to_owned()
}

/// What is wrong with a list, and where, and that nothing has changed.
fn fault_sentence(fault: &Fault) -> String {
    let (key, most) = match fault.problem {
        Problem::Missing => (Key::FaultMissing, 0),
        Problem::Unreadable => (Key::FaultUnreadable, 0),
        Problem::TooLong(most) => (Key::FaultTooLong, most),
        Problem::TooMany(most) => (Key::FaultTooMany, most),
        Problem::Twice => (Key::FaultTwice, 0),
        Problem::OffScale => (Key::FaultOffScale, 0),
        Problem::Markup => (Key::FaultMarkup, 0),
        Problem::Misplaced => (Key::FaultMisplaced, 0),
    };
    let what = tf(key, &[("field", &fault.field), ("most", &most.to_string())]);
    tf(Key::FileFault, &[("what", &what)])
}

fn report(opened: &Opened) -> String {
    let mut parts = Vec::new();
    for (key, count) in [
        (Key::OpenedAdded, opened.added.len()),
        (Key::OpenedAlreadyHere, opened.already_here.len()),
        (Key::OpenedCopies, opened.merged.len()),
        (Key::OpenedLists, opened.lists_added.len()),
        (Key::OpenedListsAlreadyHere, opened.lists_already_here.len()),
        (Key::OpenedListsCopies, opened.lists_copies.len()),
        (Key::OpenedUnreadable, opened.unreadable),
    ] {
        if count > 0 {
            parts.push(tn(key, count));
        }
    }
    tf(Key::OpenedReport, &[("parts", &parts.join(" "))])
}

/// A list that came with the app and was saved as it is: it need not be kept a second time.
async fn unchanged_built_in(file: &OpenedFile) -> Option<InstrumentId> {
    let [form] = file.instruments.as_slice() else { return None };
    let id = form.about.id.clone();
    let same = is_built_in(id.as_str()) && built_in(id.as_str()).await.is_some_and(|known| *known == *form);
    (same && file.records.is_empty()).then_some(id)
}

/// One chart or list that was not here before is what the person wants to see.
fn show_if_single(navigation: crate::ui::navigation::Navigation, opened: &Opened) {
    let rest = opened.merged.len() + opened.lists_copies.len() + opened.unreadable;
    match (opened.added.as_slice(), opened.lists_added.as_slice(), rest) {
        ([record], [], 0) => navigation.go(&Route::Chart(record.clone())),
        ([], [form], 0) => navigation.go(&Route::Instrument(form.clone())),
        _ => {}
    }
}
