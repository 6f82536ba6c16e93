//! Copies that leave the browser because the person said so.

use crate::codec::{iso, write_file};
use crate::domain::{Date, Record};
use crate::platform::{self, Preference};
use crate::ui::say::title_of;

/// Saves `records` to a file and notes the day.
pub fn save_copy(records: &[&Record], today: Date) {
    let name = match records {
        [only] => file_name(&title_of(only)),
        _ => "roundel".to_owned(),
    };
    if platform::save_file(&format!("{name}-{}.roundel.json", iso(today)), &write_file(records, today)) {
        platform::set_preference(Preference::LastCopy, Some(&iso(today)));
    }
}

/// A title as part of a file name that every system takes.
fn file_name(title: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let name: String = title.chars().map(plain).take(60).collect();
    let parts: Vec<&str> = name.split('-').filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "chart".to_owned() } else { parts.join("-") }
}
