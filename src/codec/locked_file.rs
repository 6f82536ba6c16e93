//! Files that a passphrase opens: a copy locked with one, and what the recovery screen saved of a locked store.

use serde_json::Value;

use super::file::{FILE_BYTES_MAX, FileError, FileKind, RESCUE_FORMAT, json, kind, rescued_rows};
use super::sealed::{LOCK_KEY, Lock, LockedError, LockedText, is_sealed_row, read_lock, read_parts, written_parts};
use super::{Row, Table, written};

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
    Rescue {
        /// The store's lock.
        lock: Lock,
        /// Its rows, most of them sealed.
        rows: Vec<Row>,
    },
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
    let (rows, _) = matches!(kind(&file), Ok(FileKind::Rescue)).then(|| rescued_rows(&file))?;
    let has_sealed = rows.iter().any(|row| is_sealed_row(&row.text));
    match read_lock(lock_text(&file).filter(|_| has_sealed)?) {
        Ok(lock) => Some(Ok(LockedFile::Rescue { lock, rows })),
        Err(LockedError::TooNew) => Some(Err(FileError::TooNew)),
        Err(LockedError::Broken) => None,
    }
}

fn lock_text(file: &Value) -> Option<&str> {
    let mut locks = file.get("stores")?.get(Table::Locks.name())?.as_array()?.iter();
    let lock = locks.find(|pair| pair.get(0).and_then(Value::as_str) == Some(LOCK_KEY))?;
    lock.get(1)?.as_str()
}

/// Writes `rows` as the recovery screen does, for [`read_file`](super::read_file) to read once they are opened.
pub fn write_rescue_file(rows: &[Row]) -> String {
    let pairs = |table: Table| {
        let rows = rows.iter().filter(|row| row.key.table == table);
        rows.map(|row| Value::from(vec![row.key.key.as_str(), row.text.as_str()])).collect::<Vec<_>>()
    };
    let stores = Table::ALL.map(|table| (table.name(), Value::Array(pairs(table))));
    let file = written::value(vec![
        ("format", RESCUE_FORMAT.into()),
        ("version", 1.into()),
        ("stores", written::value(stores.into())),
    ]);
    file.to_string()
}
