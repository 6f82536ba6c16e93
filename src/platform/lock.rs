//! The lock of the database: turned on and off in one transaction, so that what a crash leaves is one or the other.

use std::rc::Rc;

use super::crypto::{CryptoError, DataKey, Passphrase, change_passphrase, new_lock, open_lock};
use super::guard::{Guard, lock_key};
use super::windows::{Message, tell_other_windows};
use super::{Database, DatabaseError};
use crate::codec::{Lock, LockedError, Row, Table, is_sealed_row, is_sealed_table, read_lock, write_lock};
use crate::state::{Batch, Rows, Under, WriteError};

/// How often turning it on or off begins again, because something was written in between.
const TRIES: usize = 20;

/// Why a lock was not opened, turned on or off, or changed. All is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LockError {
    /// The passphrase, or the browser's cryptography.
    #[error(transparent)]
    Crypto(#[from] CryptoError),
    /// The lock itself cannot be read, whatever the passphrase.
    #[error(transparent)]
    Lock(#[from] LockedError),
    /// Something that is kept does not open, and never would again without the lock.
    #[error("a row does not open")]
    Damaged,
    /// The database refused.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl From<DatabaseError> for LockError {
    fn from(_: DatabaseError) -> Self {
        Self::Write(WriteError::Refused)
    }
}

/// Whether there is a passphrase that opens the database.
///
/// # Errors
/// [`LockedError`] says why not.
pub fn check_lock(database: &Database) -> Result<(), LockedError> {
    read_lock(&database.guard().lock.unwrap_or_default()).map(drop)
}

/// Whether another window has turned the lock off, deleted it with all the rest, or changed it, since this one knows of
/// it; from now on this one knows.
pub async fn lock_has_changed(database: &Database) -> bool {
    let known = database.guard().lock;
    database.find_lock().await.is_ok_and(|found| found != known)
}

/// Opens the database: from now on it can be read and written.
///
/// # Errors
/// [`LockError`] says why it stays locked.
pub async fn unlock(database: &Database, passphrase: &Passphrase) -> Result<(), LockError> {
    // Another window may have changed it since, or taken it away.
    if database.find_lock().await?.is_none() {
        return Ok(());
    }
    let key = open_lock(passphrase, &standing_lock(database)?).await?;
    let lock = database.guard().lock;
    database.set_guard(Guard { lock, cipher: Some(Rc::new(key)) });
    Ok(())
}

/// Seals all there is under `passphrase`, and all that will be written.
///
/// # Errors
/// [`LockError`] says why not.
pub async fn turn_lock_on(database: &Database, passphrase: &Passphrase) -> Result<(), LockError> {
    let (lock, key) = new_lock(passphrase).await?;
    let lock = Some(write_lock(&lock));
    let change = async |found: &[Row]| {
        let sealed = found.iter().filter(|row| is_sealed_table(row.key.table) && is_whole(row));
        let clear = sealed.map(|row| (row.key.clone(), Some(row.text.clone()))).collect::<Rows>();
        Ok(key.seal_rows(&clear).await?)
    };
    put_lock(database, lock.as_ref(), change).await?;
    database.set_guard(Guard { lock, cipher: Some(Rc::new(key)) });
    tell_other_windows(&Message::Lock);
    Ok(())
}

/// Opens all there is, for good.
///
/// # Errors
/// [`LockError`] says why it stays locked.
pub async fn turn_lock_off(database: &Database, passphrase: &Passphrase) -> Result<(), LockError> {
    let key: DataKey = open_lock(passphrase, &standing_lock(database)?).await?;
    let change = async |found: &[Row]| {
        let opened = key.open_rows(found.to_vec()).await;
        // Once the lock is gone nothing opens them any more. What is set aside may have been sealed before it was, and a
        // damaged version, which no start looks at, does not hold the lock on: it is set aside once it is looked at.
        let may_stay =
            |row: &Row| [Table::Aside, Table::Snapshots].contains(&row.key.table) || !is_sealed_row(&row.text);
        if !opened.iter().all(may_stay) {
            return Err(LockError::Damaged);
        }
        let changed = opened.into_iter().zip(found).filter(|(opened, row)| opened != *row);
        Ok(changed.map(|(opened, _)| (opened.key, Some(opened.text))).collect())
    };
    put_lock(database, None, change).await?;
    database.set_guard(Guard::default());
    tell_other_windows(&Message::Lock);
    Ok(())
}

/// Has `new` open the lock, and `old` no more. The rows stay as they are.
///
/// # Errors
/// [`LockError`] says why `old` goes on opening it.
pub async fn change_lock(database: &Database, old: &Passphrase, new: &Passphrase) -> Result<(), LockError> {
    let changed = change_passphrase(&standing_lock(database)?, old, new).await?;
    let lock = Some(write_lock(&changed));
    database.write(&Batch { changes: Rows::from([(lock_key(), lock.clone())]), ..Batch::default() }).await?;
    database.set_guard(Guard { lock, ..database.guard() });
    tell_other_windows(&Message::Lock);
    Ok(())
}

fn standing_lock(database: &Database) -> Result<Lock, LockError> {
    Ok(read_lock(&database.guard().lock.unwrap_or_default())?)
}

/// Puts `lock` in the place of the one there is, and with it what `change` makes of all rows.
async fn put_lock(
    database: &Database,
    lock: Option<&String>,
    change: impl AsyncFn(&[Row]) -> Result<Rows, LockError>,
) -> Result<(), LockError> {
    let everything = Table::ALL.map(|table| Under { table, key: String::new() });
    for _ in 0..TRIES {
        let found = database.read_as_it_stands(&everything).await?;
        let standing = found.iter().find(|row| row.key == lock_key()).map(|row| &row.text);
        if standing == lock {
            // Done, though the browser said that it was not.
            return Ok(());
        }
        if standing != database.guard().lock.as_ref() {
            // Another window has been quicker.
            database.hear_of_lock();
            return Err(LockError::Write(WriteError::Locked));
        }
        let mut changes = change(&found).await?;
        changes.insert(lock_key(), lock.cloned());
        match database.exchange(&everything, &found, &changes).await {
            Err(WriteError::Outdated) => {}
            result => return Ok(result?),
        }
    }
    Err(LockError::Write(WriteError::Refused))
}

/// Whether a row is of the app's making: others have no text, or are not called by one.
fn is_whole(row: &Row) -> bool {
    !row.key.key.is_empty() && !row.text.is_empty()
}
