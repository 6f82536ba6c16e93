//! Files that a passphrase opens: a copy locked with one, and what the recovery screen saved of a locked store.

use std::collections::BTreeMap;

use serde_json::Value;

use super::file::{FILE_BYTES_MAX, FileError, FileKind, json, kind};
use super::sealed::{LOCK_KEY, Lock, LockedError, LockedText, is_sealed_row, read_lock, read_parts, written_parts};
use super::stores::{Row, RowKey, Table};

pub(super) const FORMAT: &str = "roundel-locked";

/// The largest file that is read when it is locked: base64 makes three bytes four.
pub const LOCKED_BYTES_MAX: u64 = FILE_BYTES_MAX / 3 * 4 + 1_024;

/// For whoever finds the file and does not know what it is.
const NOTICE: &str = "Locked with a passphrase. Roundel opens it; without the passphrase nobody can.";

/// A file that a passphrase opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LockedFile {
    /// A file that was saved with a passphrase.
    Copy(LockedText),
    /// What the recovery screen saved of a locked store.
    Rescue(LockedRescue),
}

/// What the recovery screen saved of a locked store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedRescue {
    /// The store's lock.
    pub lock: Lock,
    /// The file as it stands.
    file: Value,
}

impl LockedRescue {
    /// The rows that are sealed.
    pub fn sealed_rows(&self) -> Vec<Row> {
        sealed_rows(&self.file)
    }

    /// The file with the texts of `rows` in their places, for [`read_file`](super::read_file). What is in none of them
    /// stays as it is.
    pub fn with(mut self, rows: Vec<Row>) -> String {
        let texts: BTreeMap<RowKey, String> = rows.into_iter().map(|row| (row.key, row.text)).collect();
        for table in Table::TO_RESCUE {
            let stored = self.file.get_mut("stores").and_then(|stores| stores.get_mut(table.name()));
            for pair in stored.and_then(Value::as_array_mut).into_iter().flatten() {
                let row = sealed_row(table, pair);
                let opened = row.and_then(|row| texts.get(&row.key)).map(|text| Value::from(text.as_str()));
                if let (Some(opened), Some(text)) = (opened, pair.get_mut(1)) {
                    *text = opened;
                }
            }
        }
        self.file.to_string()
    }
}

impl From<LockedError> for FileError {
    fn from(error: LockedError) -> Self {
        match error {
            LockedError::Broken => Self::Broken,
            LockedError::TooNew => Self::TooNew,
        }
    }
}

/// Writes a locked text as a file.
pub fn write_locked_file(locked: &LockedText) -> String {
    let mut file = written_parts(&locked.stretching, &locked.text, "data");
    file.insert("format".into(), FORMAT.into());
    file.insert("notice".into(), NOTICE.into());
    format!("{:#}\n", Value::Object(file))
}

/// The locked file in `bytes`; `None` when they are no locked file, and for [`read_file`](super::read_file).
///
/// Of a locked store whose lock is broken, `read_file` still takes what is not sealed, and names the rest.
///
/// # Errors
/// [`FileError`] says why no passphrase will open it.
pub fn locked_file(bytes: &[u8]) -> Option<Result<LockedFile, FileError>> {
    let file = json(bytes, LOCKED_BYTES_MAX).ok()?;
    if file.get("format").and_then(Value::as_str) == Some(FORMAT) {
        let read = read_parts(&file, "data").map(|(stretching, text)| LockedText { stretching, text });
        return Some(read.map(LockedFile::Copy).map_err(FileError::from));
    }
    let is_rescue = matches!(kind(&file), Ok(FileKind::Rescue));
    if !is_rescue || sealed_rows(&file).is_empty() {
        return None;
    }
    match read_lock(lock_text(&file)?) {
        Ok(lock) => Some(Ok(LockedFile::Rescue(LockedRescue { lock, file }))),
        Err(LockedError::TooNew) => Some(Err(FileError::TooNew)),
        Err(LockedError::Broken) => None,
    }
}

fn stored(file: &Value, table: Table) -> Option<&Vec<Value>> {
    file.get("stores")?.get(table.name())?.as_array()
}

fn lock_text(file: &Value) -> Option<&str> {
    let lock = stored(file, Table::Locks)?.iter().find(|pair| pair.get(0).and_then(Value::as_str) == Some(LOCK_KEY))?;
    lock.get(1)?.as_str()
}

fn sealed_rows(file: &Value) -> Vec<Row> {
    let rows = |table| stored(file, table).into_iter().flatten().filter_map(move |pair| sealed_row(table, pair));
    Table::TO_RESCUE.into_iter().flat_map(rows).collect()
}

/// The sealed row that `pair`, a key and a text, stands for.
fn sealed_row(table: Table, pair: &Value) -> Option<Row> {
    let part = |at: usize| pair.get(at).and_then(Value::as_str);
    let text = part(1).filter(|text| is_sealed_row(text))?;
    Some(Row { key: RowKey { table, key: part(0)?.to_owned() }, text: text.to_owned() })
}
