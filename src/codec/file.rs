//! The record file, `.roundel.json`, and the rescue file of the recovery screen.

use std::collections::BTreeSet;

use serde_json::Value;

use super::restore::{self, Repair};
use super::rows::{Row, RowKey, Table, restore_rows};
use super::{iso, v1};
use crate::domain::{Date, Record};

/// The largest file that is read: hundreds of charts with long words fit in a tenth of it.
pub const FILE_BYTES_MAX: u64 = 10 * 1024 * 1024;

const FORMAT: &str = "roundel";
const RESCUE_FORMAT: &str = "roundel-rescue";

/// Stands in every export (design: "My own ratings, for my development").
const NOTICE: &str = "My own ratings, for my development. Not an inspection or appraisal.";

/// What a file held.
#[derive(Debug, PartialEq, Eq)]
pub struct OpenedFile {
    /// The records that could be read, at least one.
    pub records: Vec<Record>,
    /// What could not be taken as it stood.
    pub repairs: Vec<Repair>,
}

/// Why a file cannot be opened. Nothing has been changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// Larger than [`FILE_BYTES_MAX`].
    #[error("the file is too large")]
    TooLarge,
    /// Not JSON at all, or cut off.
    #[error("the file is broken or cut off")]
    Broken,
    /// JSON, but not ours.
    #[error("the file was not made by Roundel")]
    Foreign,
    /// Made by a newer version of the app.
    #[error("the file was made by a newer version")]
    TooNew,
    /// Ours, but without a single readable record.
    #[error("the file holds no chart that can be read")]
    Empty,
}

/// Writes `records` as a file, readable by people too.
pub fn write_file(records: &[&Record], today: Date) -> String {
    let records = records.iter().map(|record| whole(record)).collect();
    let file = v1::object(vec![
        ("format", FORMAT.into()),
        ("version", v1::VERSION.into()),
        ("notice", NOTICE.into()),
        ("saved", iso(today).into()),
        ("records", Value::Array(records)),
    ]);
    format!("{:#}\n", Value::Object(file))
}

fn whole(record: &Record) -> Value {
    let mut whole = v1::head(record);
    whole.insert("occasions".into(), Value::Array(record.occasions.iter().map(v1::occasion).collect()));
    whole.insert("targets".into(), Value::Array(record.targets.iter().map(v1::target).collect()));
    Value::Object(whole)
}

/// Reads a record file or a rescue file.
///
/// # Errors
/// [`FileError`] says why there is nothing to take from it.
pub fn read_file(bytes: &[u8]) -> Result<OpenedFile, FileError> {
    if bytes.len() as u64 > FILE_BYTES_MAX {
        return Err(FileError::TooLarge);
    }
    // Some editors put a byte order mark in front.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let file: Value = serde_json::from_slice(bytes).map_err(|_| FileError::Broken)?;
    let format = file.get("format").and_then(Value::as_str).ok_or(FileError::Foreign)?;
    if ![FORMAT, RESCUE_FORMAT].contains(&format) {
        return Err(FileError::Foreign);
    }
    match file.get("version").and_then(Value::as_u64) {
        Some(v1::VERSION) => {}
        Some(newer) if newer > v1::VERSION => return Err(FileError::TooNew),
        _ => return Err(FileError::Broken),
    }
    let (records, repairs) = if format == FORMAT { records_of(&file) } else { rescued(&file) };
    if records.is_empty() { Err(FileError::Empty) } else { Ok(OpenedFile { records, repairs }) }
}

fn records_of(file: &Value) -> (Vec<Record>, Vec<Repair>) {
    let (mut records, mut known) = (Vec::new(), BTreeSet::new());
    let mut repairs = Vec::new();
    for (at, value) in file.get("records").and_then(Value::as_array).into_iter().flatten().enumerate() {
        let read = restore::whole(value, &mut repairs);
        match read.filter(|read| known.insert(read.id.clone())) {
            Some(record) => records.push(record),
            None => repairs.push(Repair::Unreadable { at: format!("records/{at}"), text: value.to_string() }),
        }
    }
    (records, repairs)
}

/// The tables as the recovery screen saved them: `{"stores": {"heads": [[key, text], …], …}}`.
fn rescued(file: &Value) -> (Vec<Record>, Vec<Repair>) {
    let mut rows = Vec::new();
    for table in Table::ALL {
        let stored = file.get("stores").and_then(|stores| stores.get(table.name())).and_then(Value::as_array);
        for pair in stored.into_iter().flatten() {
            let part = |at: usize| pair.get(at).and_then(Value::as_str).unwrap_or_default().to_owned();
            rows.push(Row { key: RowKey { table, key: part(0) }, text: part(1) });
        }
    }
    restore_rows(rows)
}
