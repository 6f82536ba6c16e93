//! Copies that leave the browser because the person said so.

use std::sync::Arc;

use leptos::prelude::*;

use crate::codec::{Row, iso, write_all, write_aside, write_file, write_instrument, write_locked_file, write_reminder};
use crate::domain::{Date, Instrument, Record, RecordId};
use crate::platform::{self, Delivered, Parcel, Passphrase, Preference};
use crate::state::{App, Keeping, Notice, Route};
use crate::ui::by_hand::show_by_hand;
use crate::ui::last_copy;
use crate::ui::say::{instrument_title, iso_long, t, tf, title_of};
use crate::words::Key;

/// The media type of what is written as JSON.
pub const JSON: &str = "application/json";

/// Says what has become of `parcel`, once that is known. Where nothing takes files, it is shown what is in it.
pub fn tell_of(parcel: &Parcel, say: impl Fn(Notice) + 'static) -> impl FnOnce(Delivered) + 'static {
    let parcel = parcel.clone();
    move |delivered| match delivered {
        Delivered::NoWay => show_by_hand(&parcel),
        delivered => told(delivered).into_iter().for_each(say),
    }
}

/// What is told of something that was to leave; nothing where the person thought better of it.
pub fn told(delivered: Delivered) -> Option<Notice> {
    match delivered {
        Delivered::Saved => Some(Notice::FileSaved),
        Delivered::Shared => Some(Notice::FileShared),
        Delivered::Cancelled => None,
        Delivered::TouchAgain => Some(Notice::TouchAgain),
        Delivered::Refused | Delivered::NoWay => Some(Notice::FileNotSaved),
    }
}

/// Hands `text` to the person as a file, and says what became of it.
fn hand_over(name: &str, media_type: &str, text: &str, say: impl Fn(Notice) + 'static) {
    match Parcel::of_text(name, media_type, text) {
        Some(parcel) => platform::deliver(&parcel, tell_of(&parcel, say)),
        None => say(Notice::FileNotSaved),
    }
}

/// Saves one record to a file, and says what became of it.
pub fn save_one(app: App, record: &Record, say: impl Fn(Notice) + 'static) {
    hand_over(&record_file_name(app, record), JSON, &write_file(&[record], app.today()), say);
}

/// What something of this title is called that is made today.
pub fn dated_name(app: App, title: &str, ending: &str) -> String {
    format!("{}-{}.{ending}", file_name(title), iso(app.today()))
}

/// What a file with one record is called.
pub fn record_file_name(app: App, record: &Record) -> String {
    named(app, &file_name(&title_of(record)))
}

/// Saves all that is kept, the lists of one's own as well, to a file and notes it. Says what became of it.
pub fn save_all(app: App, say: impl Fn(Notice) + 'static) {
    save_records(app, "roundel", &everything(app), noting(app, say));
}

/// As [`save_all`], locked with a passphrase.
pub async fn save_all_locked(app: App, passphrase: &Passphrase, say: impl Fn(Notice) + 'static) {
    let text = everything(app);
    match platform::lock_text(passphrase, &text).await {
        Ok(locked) => save_records(app, "roundel-locked", &write_locked_file(&locked), noting(app, say)),
        Err(_) => say(Notice::FileNotSaved),
    }
}

/// Says it, and notes where all there is now is in a copy.
fn noting(app: App, say: impl Fn(Notice) + 'static) -> impl Fn(Notice) + 'static {
    move |notice| {
        if notice.is_of_a_copy() {
            note_copy(app);
        }
        say(notice);
    }
}

/// Saves what could not be read to a file, and says what became of it.
pub fn save_aside(app: App, rows: &[Row], say: impl Fn(Notice) + 'static) {
    let name = format!("roundel-not-read-{}.json", iso(app.today()));
    hand_over(&name, JSON, &write_aside(rows), say);
}

/// The text of a file with all that is kept.
fn everything(app: App) -> String {
    let (records, forms) = kept(app);
    let records: Vec<&Record> = records.iter().map(AsRef::as_ref).collect();
    let forms: Vec<&Instrument> = forms.iter().map(AsRef::as_ref).collect();
    write_all(&records, &forms, app.today())
}

/// All that is to be kept, charts and lists: what is just for now is not, unless everything is.
pub fn kept(app: App) -> (Vec<Arc<Record>>, Vec<Arc<Instrument>>) {
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

fn save_records(app: App, name: &str, text: &str, say: impl Fn(Notice) + 'static) {
    hand_over(&named(app, name), JSON, text, say);
}

fn named(app: App, name: &str) -> String {
    format!("{name}-{}.roundel.json", iso(app.today()))
}

/// When a copy was last saved, or that none was.
pub fn last_copy_words() -> String {
    match platform::preference(Preference::LastCopy).and_then(|day| iso_long(&day)) {
        Some(day) => tf(Key::LastCopy, &[("date", &day)]),
        None => t(Key::NoCopy).to_owned(),
    }
}

/// Saves an instrument to a file of its own, and says what became of it.
pub fn save_instrument(form: &Instrument, say: impl Fn(Notice) + 'static) {
    let name = format!("{}.roundel-list.json", file_name(&instrument_title(form)));
    hand_over(&name, JSON, &write_instrument(form), say);
}

/// What an entry in the calendar is for: all that it says.
#[derive(Clone, Copy)]
pub enum Reminder {
    /// To look at a chart of one's own again.
    LookAgain,
    /// To talk about it.
    Talk,
    /// To look at what one wants to improve.
    Targets,
    /// To look at a chart of somebody else.
    Theirs,
}

/// Saves a calendar entry for a day; it says nothing about the chart but where it is. Says what became of it.
pub fn save_reminder(app: App, reminder: Reminder, record: &RecordId, day: Date, say: impl Fn(Notice) + 'static) {
    let (name, words, to): (_, _, fn(RecordId) -> Route) = match reminder {
        Reminder::LookAgain => ("look-again.ics", Key::CalendarEntry, Route::Chart),
        Reminder::Talk => ("talk.ics", Key::CalendarTalk, Route::Talks),
        Reminder::Targets => ("targets.ics", Key::CalendarTargets, Route::Targets),
        Reminder::Theirs => ("look-again.ics", Key::CalendarTheirs, Route::Chart),
    };
    let place = platform::address() + &to(record.clone()).to_hash();
    let entry = write_reminder(day, t(words), &place, &app.fresh_id());
    hand_over(name, "text/calendar", &entry, move |notice| {
        say(if notice == Notice::FileSaved { Notice::ReminderSaved } else { notice });
    });
}

/// A title as part of a file name that every system takes.
pub fn file_name(title: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || !c.is_ascii() { c.to_ascii_lowercase() } else { '-' };
    let name: String = title.chars().map(plain).take(60).collect();
    let parts: Vec<&str> = name.split('-').filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "chart".to_owned() } else { parts.join("-") }
}
