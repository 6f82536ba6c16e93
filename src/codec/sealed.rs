//! What is locked with a passphrase, as it is stored: texts and keys that nobody reads without it.
//!
//! A passphrase in NFC, without white space around it, becomes a key by PBKDF2-SHA-256; texts are sealed with
//! AES-256-GCM, each with an initialisation vector of its own and its tag at the end. All bytes are written as padded
//! base64. What a sealed text is for goes in as additional data, so that it opens nowhere else: [`FILE_BINDING`],
//! [`LOCK_BINDING`], [`row_binding`].
//!
//! At rest, the rows are sealed with a random key, which stands sealed with the passphrase's in the [`Lock`]: a new
//! passphrase leaves them as they are.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};

use super::written;
use super::{RowKey, Table};

/// How long the salt of a passphrase is.
pub const SALT_BYTES: usize = 16;
/// How long an initialisation vector is.
pub const IV_BYTES: usize = 12;
/// How much longer than its text a sealed one is.
const TAG_BYTES: usize = 16;
/// How long a key is.
const KEY_BYTES: usize = 32;
/// The most that a file may ask for: some ten seconds on a slow phone.
const ITERATIONS_MAX: u32 = 10_000_000;

/// The version that is written, and the newest that is read, of locked files, rows and the lock alike.
pub(super) const VERSION: u64 = 1;
const KDF: &str = "PBKDF2-SHA-256";
const CIPHER: &str = "AES-256-GCM";

/// The additional data of a locked file.
pub const FILE_BINDING: &str = "roundel-locked/1";
/// The additional data of the key in a lock.
pub const LOCK_BINDING: &str = "roundel-lock/1";
/// The key of the lock's row, the only one of [`Table::Locks`].
pub const LOCK_KEY: &str = "lock";

/// A text or key that nobody reads without its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The initialisation vector.
    pub iv: [u8; IV_BYTES],
    /// The encrypted bytes, at their end the tag that shows whether one was changed.
    pub data: Vec<u8>,
}

/// How a passphrase becomes a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretching {
    /// How many rounds PBKDF2 goes.
    pub iterations: u32,
    /// What makes equal passphrases unequal keys.
    pub salt: [u8; SALT_BYTES],
}

/// A text locked with a passphrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedText {
    /// How the passphrase becomes its key.
    pub stretching: Stretching,
    /// The text.
    pub text: Sealed,
}

/// The lock of a store: the key of its rows, locked with a passphrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    /// How the passphrase becomes the key of the key.
    pub stretching: Stretching,
    /// The key of the rows.
    pub key: Sealed,
}

/// Why something locked cannot be read, whatever the passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LockedError {
    /// It is not whole, or asks for what we do not do.
    #[error("what is locked is broken")]
    Broken,
    /// Locked by a newer version of the app.
    #[error("it was locked by a newer version")]
    TooNew,
}

/// Whether the rows of `table` are sealed where there is a lock: all but the lock itself and counts, which say nothing
/// and are compared in writing.
pub fn is_sealed_table(table: Table) -> bool {
    !matches!(table, Table::Locks | Table::Revisions)
}

/// The additional data of the row at `key`.
pub fn row_binding(key: &RowKey) -> String {
    format!("roundel-row/1/{}/{}", key.table.name(), key.key)
}

/// How the text of every sealed row begins.
const ROW_BEGINS: &str = "{\"locked\":";

/// Whether `text` is that of a sealed row: a glance, which also home can afford.
pub fn is_sealed_row(text: &str) -> bool {
    text.starts_with(ROW_BEGINS)
}

/// The text of a sealed row: `{"locked":1,"iv":…,"data":…}`.
pub fn write_sealed_row(row: &Sealed) -> String {
    let (iv, data) = (STANDARD.encode(row.iv), STANDARD.encode(&row.data));
    // Not by way of a map, which would put `data` first.
    format!("{ROW_BEGINS}{VERSION},\"iv\":\"{iv}\",\"data\":\"{data}\"}}")
}

/// Reads the text of a sealed row.
///
/// # Errors
/// [`LockedError`] says why it cannot be opened.
pub fn read_sealed_row(text: &str) -> Result<Sealed, LockedError> {
    let row: Value = serde_json::from_str(text).map_err(|_| LockedError::Broken)?;
    check_version(row.get("locked"))?;
    sealed(&row, "data").ok_or(LockedError::Broken)
}

/// The text of a lock's row: `{"version":1,"kdf":…,"iterations":…,"salt":…,"cipher":…,"iv":…,"key":…}`.
pub fn write_lock(lock: &Lock) -> String {
    Value::Object(written_parts(&lock.stretching, &lock.key, "key")).to_string()
}

/// Reads the text of a lock's row.
///
/// # Errors
/// [`LockedError`] says why no passphrase will open it.
pub fn read_lock(text: &str) -> Result<Lock, LockedError> {
    let lock: Value = serde_json::from_str(text).map_err(|_| LockedError::Broken)?;
    let (stretching, key) = read_parts(&lock, "key")?;
    if key.data.len() != KEY_BYTES + TAG_BYTES {
        return Err(LockedError::Broken);
    }
    Ok(Lock { stretching, key })
}

/// What a locked file and a lock both consist of, the sealed bytes under `name`.
pub(super) fn written_parts(stretching: &Stretching, sealed: &Sealed, name: &str) -> Map<String, Value> {
    written::object(vec![
        ("version", VERSION.into()),
        ("kdf", KDF.into()),
        ("iterations", stretching.iterations.into()),
        ("salt", STANDARD.encode(stretching.salt).into()),
        ("cipher", CIPHER.into()),
        ("iv", STANDARD.encode(sealed.iv).into()),
        (name, STANDARD.encode(&sealed.data).into()),
    ])
}

/// Reads what [`written_parts`] wrote.
pub(super) fn read_parts(value: &Value, name: &str) -> Result<(Stretching, Sealed), LockedError> {
    check_version(value.get("version"))?;
    let parts = || {
        let says = |name, what| value.get(name).and_then(Value::as_str) == Some(what);
        let iterations = u32::try_from(value.get("iterations")?.as_u64()?).ok()?;
        let known = says("kdf", KDF) && says("cipher", CIPHER) && (1..=ITERATIONS_MAX).contains(&iterations);
        let stretching = Stretching { iterations, salt: exactly(value, "salt")? };
        known.then_some((stretching, sealed(value, name)?))
    };
    parts().ok_or(LockedError::Broken)
}

fn check_version(version: Option<&Value>) -> Result<(), LockedError> {
    match version.and_then(Value::as_u64) {
        Some(VERSION) => Ok(()),
        Some(newer) if newer > VERSION => Err(LockedError::TooNew),
        _ => Err(LockedError::Broken),
    }
}

fn sealed(value: &Value, name: &str) -> Option<Sealed> {
    let data = bytes(value, name).filter(|data| data.len() >= TAG_BYTES)?;
    Some(Sealed { iv: exactly(value, "iv")?, data })
}

fn bytes(value: &Value, name: &str) -> Option<Vec<u8>> {
    STANDARD.decode(value.get(name)?.as_str()?).ok()
}

fn exactly<const COUNT: usize>(value: &Value, name: &str) -> Option<[u8; COUNT]> {
    bytes(value, name)?.try_into().ok()
}
