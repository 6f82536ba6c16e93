//! Copies that leave the browser because the person said so.

use std::sync::Arc;

use leptos::prelude::*;

use crate::codec::{iso, write_all, write_file, write_instrument, write_locked_file, write_reminder};
use crate::domain::{Date, Instrument, Record, RecordId};
use crate::platform::{self, Passphrase, Preference};
use crate::state::{App, Keeping, Notice, Route};
use crate::ui::last_copy;
use crate::ui::say::{instrument_title, iso_long, t, tf, title_of};
use crate::words::Key;

/// Saves one record to a file. Gives what to tell the person.
pub fn save_one(app: App, record: &Record) -> Notice {
    save_records(app, &file_name(&title_of(record)), &write_file(&[record], app.today()))
}

/// Saves all that is kept, the lists of one's own as well, to a file and notes it. Gives what to tell the person.
pub fn save_all(app: App) -> Notice {
    let saved = save_records(app, "roundel", &everything(app));
    if saved == Notice::FileSaved {
        note_copy(app);
    }
    saved
}

/// As [`save_all`], locked with a passphrase.
pub async fn save_all_locked(app: App, passphrase: &Passphrase) -> Notice {
    let text = everything(app);
    let Ok(locked) = platform::lock_text(passphrase, &text).await else { return Notice::FileNotSaved };
    let saved = save_records(app, "roundel-locked", &write_locked_file(&locked));
    if saved == Notice::FileSaved {
        note_copy(app);
    }
    saved
}

/// The text of a file with all that is kept.
fn everything(app: App) -> String {
    let (records, forms) = kept(app);
    let records: Vec<&Record> = records.iter().map(AsRef::as_ref).collect();
    let forms: Vec<&Instrument> = forms.iter().map(AsRef::as_ref).collect();
    write_all(&records, &forms, app.today())
}

fn kept(app: App) -> (Vec<Arc<Record>>, Vec<Arc<Instrument>>) {
    let (mut records, forms) = untrack(|| (app.records().get(), app.instruments().get()));
    // Where nothing is kept, the file is all there will be.
    let all = untrack(|| app.keeping()) == Keeping::ForNow;
    records.retain(|record| all || !record.just_for_now);
    (records, forms)
}

/// Notes that all there is now is in a copy.
fn note_copy(app: App) {
    let (records, forms) = kept(app);
    last_copy::note_copy(app.today(), records.iter().map(AsRef::as_ref), forms.iter().map(AsRef::as_ref));
}

fn save_records(app: App, name: &str, text: &str) -> Notice {
    let name = format!("{name}-{}.roundel.json", iso(app.today()));
    if platform::save_file(&name, "application/json", text) { Notice::FileSaved } else { Notice::FileNotSaved }
}

/// When a copy was last saved, or that none was.
pub fn last_copy_words() -> String {
    match platform::preference(Preference::LastCopy).and_then(|day| iso_long(&day)) {
        Some(day) => tf(Key::LastCopy, &[("date", &day)]),
        None => t(Key::NoCopy).to_owned(),
    }
}

/// Saves an instrument to a file of its own. Gives what to tell the person.
pub fn save_instrument(form: &Instrument) -> Notice {
    let name = format!("{}.roundel-list.json", file_name(&instrument_title(form)));
    let saved = platform::save_file(&name, "application/json", &write_instrument(form));
    if saved { Notice::FileSaved } else { Notice::FileNotSaved }
}

/// Saves a calendar entry for the day to look again; it says nothing about the chart but where it is. Gives what to tell
/// the person.
pub fn save_reminder(app: App, record: &RecordId, day: Date) -> Notice {
    let place = platform::address() + &Route::Chart(record.clone()).to_hash();
    let entry = write_reminder(day, t(Key::CalendarEntry), &place, &app.fresh_id());
    let saved = platform::save_file("look-again.ics", "text/calendar", &entry);
    if saved { Notice::ReminderSaved } else { Notice::FileNotSaved }
}

/// A title as part of a file name that every system takes.
fn file_name(title: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || !c.is_ascii() { c.to_ascii_lowercase() } else { '-' };
    let name: String = title.chars().map(plain).take(60).collect();
    let parts: Vec<&str> = name.split('-').filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "chart".to_owned() } else { parts.join("-") }
}
