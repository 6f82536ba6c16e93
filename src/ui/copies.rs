//! Copies that leave the browser because the person said so.

use leptos::prelude::*;

use crate::codec::{iso, write_all, write_file, write_instrument, write_reminder};
use crate::domain::{Date, Instrument, Record};
use crate::platform::{self, Preference};
use crate::state::{App, Keeping, Notice};
use crate::ui::say::{instrument_title, t, title_of};
use crate::words::Key;

/// Saves one record to a file and notes the day. Gives what to tell the person.
pub fn save_copy(app: App, record: &Record) -> Notice {
    save_records(app, &file_name(&title_of(record)), &write_file(&[record], app.today()))
}

/// Saves all that is kept, the lists of one's own as well, to a file and notes the day. Gives what to tell the person.
pub fn save_all(app: App) -> Notice {
    let (records, forms) = untrack(|| (app.records().get(), app.instruments().get()));
    // Where nothing is kept, the file is all there will be.
    let all = untrack(|| app.keeping()) == Keeping::ForNow;
    let records = records.iter().map(AsRef::as_ref).filter(|record: &&Record| all || !record.just_for_now);
    let records: Vec<&Record> = records.collect();
    let forms: Vec<&Instrument> = forms.iter().map(AsRef::as_ref).collect();
    save_records(app, "roundel", &write_all(&records, &forms, app.today()))
}

fn save_records(app: App, name: &str, text: &str) -> Notice {
    let today = app.today();
    let name = format!("{name}-{}.roundel.json", iso(today));
    let saved = platform::save_file(&name, "application/json", text);
    if saved {
        platform::set_preference(Preference::LastCopy, Some(&iso(today)));
    }
    if saved { Notice::FileSaved } else { Notice::FileNotSaved }
}

/// Saves an instrument to a file of its own. Gives what to tell the person.
pub fn save_instrument(form: &Instrument) -> Notice {
    let name = format!("{}.roundel-list.json", file_name(&instrument_title(form)));
    let saved = platform::save_file(&name, "application/json", &write_instrument(form));
    if saved { Notice::FileSaved } else { Notice::FileNotSaved }
}

/// Saves a calendar entry for the day to look again; it says nothing about the chart. Gives what to tell the person.
pub fn save_reminder(app: App, day: Date) -> Notice {
    let entry = write_reminder(day, t(Key::CalendarEntry), &app.fresh_id());
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
