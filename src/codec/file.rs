//! The record file, `.roundel.json`, and the rescue file of the recovery screen; and which kind a file is.

use std::collections::BTreeSet;

use serde_json::Value;

use super::cells::{SEPARATORS, first_line};
use super::encoding::{Decoded, decoded};
use super::ratings_table::read_table;
use super::restore::{self, Repair};
use super::rows::{own_instrument, restore_rows};
use super::stores::{Row, RowKey, Table};
use super::{instrument, instrument_file, iso, locked_file, written};
use crate::domain::{Date, Instrument, Record};
use crate::instruments::Fault;

/// The largest file that is read, in bytes: whatever one person keeps fits, a thousand charts with long words as well.
pub const FILE_BYTES_MAX: u64 = 40 * 1024 * 1024;

const FORMAT: &str = "roundel";
pub(super) const RESCUE_FORMAT: &str = "roundel-rescue";

/// Stands in every export (design: "My own ratings, for my development").
pub(super) const NOTICE: &str = "My own ratings, for my development. Not an inspection or appraisal.";

/// What a file held: at least one record or instrument.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenedFile {
    /// The records that could be read.
    pub records: Vec<Record>,
    /// The instruments.
    pub instruments: Vec<Instrument>,
    /// What could not be taken as it stood.
    pub repairs: Vec<Repair>,
}

/// Why a file cannot be opened. Nothing has been changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
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
    /// Locked with a passphrase: [`super::locked_file()`] reads it.
    #[error("the file is locked with a passphrase")]
    Locked,
    /// A table of two times side by side, from which no record can be made again.
    #[error("the table was made to be read")]
    ForReading,
    /// A table whose letters are no longer what they were: a spreadsheet has read or saved it in another encoding.
    #[error("the letters of the table were changed")]
    Letters,
    /// A table with a day, as a spreadsheet has rewritten it, that is none or could be this one or that.
    #[error("it cannot be known which day {text:?} is, in the column {column}")]
    UnclearDay {
        /// The name of the column.
        column: &'static str,
        /// The beginning of what stands there.
        text: String,
    },
    /// An instrument with something wrong in it.
    #[error("the instrument cannot be taken: {0}")]
    Instrument(Fault),
}

/// Writes `records` as a file, readable by people too.
pub fn write_file(records: &[&Record], today: Date) -> String {
    write_all(records, &[], today)
}

/// Writes `records` and the `instruments` of one's own as a file.
pub fn write_all(records: &[&Record], instruments: &[&Instrument], today: Date) -> String {
    let records = records.iter().map(|record| whole(record)).collect();
    let mut file = written::object(vec![
        ("format", FORMAT.into()),
        ("version", written::VERSION.into()),
        ("notice", NOTICE.into()),
        ("saved", iso(today).into()),
        ("records", Value::Array(records)),
    ]);
    if !instruments.is_empty() {
        file.insert("instruments".into(), written::list(instruments, |form| instrument::written(form)));
    }
    format!("{:#}\n", Value::Object(file))
}

/// A record in one piece.
pub(super) fn whole(record: &Record) -> Value {
    let mut whole = written::head(record);
    whole.insert("occasions".into(), written::list(&record.occasions, |each| written::occasion(record, each)));
    whole.insert("targets".into(), written::list(&record.targets, |each| written::target(record, each)));
    let conversations = written::list(&record.conversations, |each| written::conversation(record, each));
    whole.insert("conversations".into(), conversations);
    Value::Object(whole)
}

/// What a file says it is.
pub(super) enum FileKind {
    Records,
    Rescue,
    Instrument,
}

/// Reads a record file, a rescue file or an instrument file.
///
/// # Errors
/// [`FileError`] says why there is nothing to take from it.
pub fn read_file(bytes: &[u8]) -> Result<OpenedFile, FileError> {
    if let Some(table) = table_in(bytes) {
        return read_table(&table);
    }
    let file = parsed(bytes)?;
    let opened = match kind(&file)? {
        FileKind::Records => records_of(&file),
        FileKind::Rescue => rescued(&file)?,
        FileKind::Instrument => {
            let instruments = vec![instrument_file::instrument_of(&file)?];
            return Ok(OpenedFile { instruments, ..OpenedFile::default() });
        }
    };
    if opened.records.is_empty() && opened.instruments.is_empty() { Err(FileError::Empty) } else { Ok(opened) }
}

/// The text of a file that is no JSON, but lines of cells.
fn table_in(bytes: &[u8]) -> Option<Decoded<'_>> {
    let decoded = decoded(bytes).filter(|_| bytes.len() as u64 <= FILE_BYTES_MAX)?;
    let begins = decoded.text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    let is_json = begins.starts_with(['{', '[']) || begins.is_empty();
    (!is_json && first_line(&decoded.text).contains(SEPARATORS)).then_some(decoded)
}

/// What `file` is, when it is one of ours and of a version that we read.
pub(super) fn kind(file: &Value) -> Result<FileKind, FileError> {
    let kind = match file.get("format").and_then(Value::as_str) {
        Some(instrument_file::FORMAT) => return Ok(FileKind::Instrument),
        Some(locked_file::FORMAT) => return Err(FileError::Locked),
        Some(FORMAT) => FileKind::Records,
        Some(RESCUE_FORMAT) => FileKind::Rescue,
        _ => return Err(FileError::Foreign),
    };
    match file.get("version").and_then(Value::as_u64) {
        Some(1..=written::VERSION) => Ok(kind),
        Some(newer) if newer > written::VERSION => Err(FileError::TooNew),
        _ => Err(FileError::Broken),
    }
}

/// The JSON of a file of ours.
pub(super) fn parsed(bytes: &[u8]) -> Result<Value, FileError> {
    json(bytes, FILE_BYTES_MAX)
}

/// The JSON of a file of at most `most` bytes.
pub(super) fn json(bytes: &[u8], most: u64) -> Result<Value, FileError> {
    if bytes.len() as u64 > most {
        return Err(FileError::TooLarge);
    }
    // Some editors put a byte order mark in front.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    serde_json::from_slice(bytes).map_err(|_| FileError::Broken)
}

/// The records of a file and the instruments of one's own, and what of them could not be taken.
pub(super) fn records_of(file: &Value) -> OpenedFile {
    let (mut records, mut known) = (Vec::new(), BTreeSet::new());
    let mut repairs = Vec::new();
    for (at, value) in file.get("records").and_then(Value::as_array).into_iter().flatten().enumerate() {
        let read = restore::whole(value, &mut repairs);
        match read.filter(|read| known.insert(read.id.clone())) {
            Some(record) => records.push(record),
            None => repairs.push(Repair::Unreadable { at: format!("records/{at}"), text: value.to_string() }),
        }
    }
    let mut instruments: Vec<Instrument> = Vec::new();
    for (at, value) in file.get("instruments").and_then(Value::as_array).into_iter().flatten().enumerate() {
        let id = value.get("id").and_then(Value::as_str).unwrap_or_default();
        match own_instrument(id, value, &mut repairs) {
            Some(form) => instruments.push(form),
            None => repairs.push(Repair::Unreadable { at: format!("instruments/{at}"), text: value.to_string() }),
        }
    }
    OpenedFile { records, instruments, repairs }
}

/// The tables as the recovery screen saved them: `{"stores": {"heads": [[key, text], …], …}}`, and in the same way as `left`
/// what stood outside of the database.
fn rescued(file: &Value) -> Result<OpenedFile, FileError> {
    let mut opened = OpenedFile::default();
    for place in ["stores", "left"] {
        let restored = restore_rows(rescued_rows(file.get(place), &mut opened.repairs));
        if restored.newer {
            return Err(FileError::TooNew);
        }
        opened.records.extend(restored.records);
        opened.instruments.extend(restored.instruments);
        opened.repairs.extend(restored.repairs);
    }
    Ok(opened)
}

fn rescued_rows(tables: Option<&Value>, repairs: &mut Vec<Repair>) -> Vec<Row> {
    let mut rows = Vec::new();
    for table in Table::TO_RESCUE {
        let Some(stored) = tables.and_then(|tables| tables.get(table.name())) else { continue };
        let Some(stored) = stored.as_array() else {
            repairs.push(Repair::Unreadable { at: table.name().into(), text: stored.to_string() });
            continue;
        };
        for (at, pair) in stored.iter().enumerate() {
            let part = |at: usize| pair.get(at).and_then(Value::as_str).map(str::to_owned);
            match (part(0), part(1)) {
                (Some(key), Some(text)) => rows.push(Row { key: RowKey { table, key }, text }),
                _ => repairs.push(Repair::Unreadable { at: format!("{}/{at}", table.name()), text: pair.to_string() }),
            }
        }
    }
    rows
}
