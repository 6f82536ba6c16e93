//! Records in IndexedDB: one strict transaction a change.
//!
//! A `localStorage` write can be lost for more than half a minute after it returned; a strict transaction is on the
//! disk when it completes.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use indexed_db_futures::database::Database as Idb;
use indexed_db_futures::error::{DomException, Error, OpenDbError};
use indexed_db_futures::prelude::*;
use wasm_bindgen::JsValue;

use super::boot::wait_for_other_window;
use super::guard::{Guard, lock_key};
use super::transaction::{begin, commit, in_time, no_answer, put_all, range, rows_in, stand, text_at};
use super::windows::{Message, tell_other_windows};
use crate::codec::{Row, RowKey, Table, is_sealed_table};
use crate::state::{Batch, Rows, Under, WriteError, WriteResult};

const NAME: &str = "roundel";
/// From 2 on there are instruments, from 3 on what keeps two windows apart, and what was, from 4 on conversations.
const VERSION: u8 = 4;

/// The open database.
pub struct Database {
    name: String,
    /// Replaced when the browser has closed it, as iPhones do to an app in the background.
    connection: RefCell<Rc<Idb>>,
    guard: RefCell<Guard>,
}

/// Why there is no database to work with.
#[derive(Debug, thiserror::Error)]
pub enum DatabaseError {
    /// The browser refuses to open it.
    #[error("the browser refuses to open the database")]
    Refused,
    /// It was opened but cannot be read.
    #[error("the database cannot be read")]
    Unreadable,
    /// A newer version of the app has made it what it is.
    #[error("the database is of a newer version")]
    Newer,
}

/// Why nothing came of something, on two connections.
enum Failed {
    Newer,
    Browser(Error),
}

impl From<Failed> for DatabaseError {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::Newer => Self::Newer,
            Failed::Browser(_) => Self::Unreadable,
        }
    }
}

impl From<Failed> for WriteError {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::Newer => Self::Newer,
            Failed::Browser(error) => write_error(&error),
        }
    }
}

impl From<OpenDbError> for DatabaseError {
    fn from(error: OpenDbError) -> Self {
        match error {
            OpenDbError::Base(Error::DomException(DomException::Other(other))) if other.name() == "VersionError" => {
                Self::Newer
            }
            _ => Self::Refused,
        }
    }
}

impl Database {
    /// Opens the app's database, making it on the first visit.
    ///
    /// # Errors
    /// When the browser refuses, as it does where site data is blocked.
    pub async fn open() -> Result<Self, DatabaseError> {
        Self::open_named(NAME).await
    }

    /// As [`Database::open`], under another name: for tests, which must not share one.
    ///
    /// # Errors
    /// As [`Database::open`].
    pub async fn open_named(name: &str) -> Result<Self, DatabaseError> {
        Self::with(name, connect(name).await?).await
    }

    /// Opens the app's database as it stands, to be read only: where a newer version has made it.
    ///
    /// # Errors
    /// As [`Database::open`].
    pub async fn open_as_it_stands() -> Result<Self, DatabaseError> {
        Self::with(NAME, Idb::open(NAME).await?).await
    }

    async fn with(name: &str, connection: Idb) -> Result<Self, DatabaseError> {
        let connection = RefCell::new(Rc::new(connection));
        let database = Self { name: name.to_owned(), connection, guard: RefCell::default() };
        database.find_lock().await?;
        Ok(database)
    }

    /// Reads how the records are locked now: the text of the lock's row, where they are.
    ///
    /// # Errors
    /// As [`Database::read_at_start`].
    pub async fn find_lock(&self) -> Result<Option<String>, DatabaseError> {
        let RowKey { table, key } = lock_key();
        let found = self.read_as_it_stands(&[Under { table, key }]).await?;
        let lock = found.into_iter().next().map(|row| row.text);
        self.guard.borrow_mut().lock.clone_from(&lock);
        Ok(lock)
    }

    /// Whether the records are locked, as far as this window knows: then their words stand nowhere else.
    pub fn is_locked(&self) -> bool {
        self.guard.borrow().lock.is_some()
    }

    /// Another window has turned a lock on. Nothing more is written here, and no words are left anywhere.
    pub fn hear_of_lock(&self) {
        // No lock's row is empty.
        _ = self.guard.borrow_mut().lock.get_or_insert_default();
    }

    pub(super) fn guard(&self) -> Guard {
        self.guard.borrow().clone()
    }

    pub(super) fn set_guard(&self, guard: Guard) {
        self.guard.replace(guard);
    }

    /// Lets go of the database: a newer version of the app waits for it in another window.
    pub fn close(&self) {
        Idb::clone(&self.connection()).close();
    }

    fn connection(&self) -> Rc<Idb> {
        self.connection.borrow().clone()
    }

    /// All rows that the app starts with.
    ///
    /// # Errors
    /// When the browser cannot read them.
    pub async fn read_at_start(&self) -> Result<Vec<Row>, DatabaseError> {
        let all = |table| Under { table, key: String::new() };
        self.read(&Table::AT_START.map(all)).await
    }

    /// Rows of one instant, opened where they are locked.
    ///
    /// # Errors
    /// As [`Database::read_at_start`].
    pub async fn read(&self, wanted: &[Under]) -> Result<Vec<Row>, DatabaseError> {
        let before = self.guard();
        let rows = self.read_as_it_stands(wanted).await?;
        // The lock may have been turned on or off while they were read.
        match before.cipher.or_else(|| self.guard().cipher) {
            Some(cipher) => Ok(cipher.open_all(rows).await),
            None => Ok(rows),
        }
    }

    pub(super) async fn read_as_it_stands(&self, wanted: &[Under]) -> Result<Vec<Row>, DatabaseError> {
        let try_read = async || {
            let connection = self.connection();
            let there: Vec<String> = connection.object_store_names().collect();
            // A database that another version has made may be without some.
            let is_there = |under: &&Under| there.iter().any(|name| name == under.table.name());
            let wanted: Vec<&Under> = wanted.iter().filter(is_there).collect();
            let tables: BTreeSet<&str> = wanted.iter().map(|under| under.table.name()).collect();
            if tables.is_empty() {
                return Ok(Vec::new());
            }
            let transaction = connection.transaction(tables.into_iter().collect::<Vec<_>>()).build()?;
            rows_in(&transaction, wanted).await
        };
        Ok(self.patiently(try_read).await?)
    }

    /// The keys of rows, without what they hold.
    ///
    /// # Errors
    /// As [`Database::read_at_start`].
    pub async fn keys(&self, wanted: &Under) -> Result<Vec<String>, DatabaseError> {
        let try_read = async || {
            let connection = self.connection();
            let transaction = connection.transaction(wanted.table.name()).build()?;
            let store = transaction.object_store(wanted.table.name())?;
            let keys = store.get_all_keys::<String>().with_query::<JsValue, _>(range(&wanted.key)).primitive()?.await?;
            Ok(keys.filter_map(Result::ok).filter(|key| wanted.holds(key)).collect())
        };
        Ok(self.patiently(try_read).await?)
    }

    /// Writes and deletes all that `batch` changes in one transaction, if the rows that it expects stand as it expects
    /// them. `Ok` means that it is on the disk.
    ///
    /// # Errors
    /// Nothing of the batch was stored.
    pub async fn write(&self, batch: &Batch) -> WriteResult {
        let Guard { lock, cipher } = self.guard();
        let sealed = match (&lock, cipher) {
            (_, Some(cipher)) => Some(cipher.seal_all(batch.changes.clone()).await.ok_or(WriteError::Refused)?),
            // Nothing is written in clear words where there is a lock. Whoever has no key can take all away, and the lock.
            (Some(_), None) if !only_clears(batch) => return Err(WriteError::Locked),
            (_, None) => None,
        };
        let sealed = sealed.map(|changes| Batch { changes, expected: batch.expected.clone(), clears: batch.clears });
        let batch = sealed.as_ref().unwrap_or(batch);
        self.patiently(async || self.try_write(lock.as_ref(), batch).await).await?
    }

    /// Does `work`, and once more on a fresh connection where the browser had closed it or does not answer on it.
    async fn patiently<T>(&self, work: impl AsyncFn() -> Result<T, Error>) -> Result<T, Failed> {
        self.twice(async || in_time(work()).await.unwrap_or_else(|| Err(no_answer()))).await
    }

    /// As [`Self::patiently`], for work that may take long.
    async fn twice<T>(&self, work: impl AsyncFn() -> Result<T, Error>) -> Result<T, Failed> {
        let error = match work().await {
            Ok(done) => return Ok(done),
            Err(error) => error,
        };
        let fresh = match in_time(connect(&self.name)).await.map(|fresh| fresh.map_err(DatabaseError::from)) {
            Some(Ok(fresh)) => fresh,
            Some(Err(DatabaseError::Newer)) => return Err(Failed::Newer),
            _ => return Err(Failed::Browser(error)),
        };
        self.connection.replace(Rc::new(fresh));
        work().await.map_err(Failed::Browser)
    }

    async fn try_write(&self, lock: Option<&String>, batch: &Batch) -> Result<WriteResult, Error> {
        let connection = self.connection();
        let transaction = begin(&connection)?;
        let standing = text_at(&transaction, &lock_key()).await?;
        let is_other = standing.as_ref() != lock;
        if is_other && self.guard().lock.as_ref() == lock {
            self.hear_of_lock();
        }
        // Where there is no lock any more, all may have been deleted, which the expected rows tell.
        if (!is_other || standing.is_none()) && !stand(&transaction, &batch.expected).await? {
            // What is dropped without a commit is taken back.
            return Ok(Err(WriteError::Outdated));
        }
        if is_other {
            return Ok(Err(WriteError::Locked));
        }
        for table in Table::ALL.into_iter().filter(|_| batch.clears) {
            drop(transaction.object_store(table.name())?.clear()?);
        }
        put_all(&transaction, &batch.changes)?;
        commit(transaction).await
    }

    /// Writes `changes` if all of `wanted` stands as `found`, whatever lock there is: to turn it on or off.
    pub(super) async fn exchange(&self, wanted: &[Under], found: &[Row], changes: &Rows) -> WriteResult {
        let wanted: Vec<&Under> = wanted.iter().collect();
        let try_exchange = async || {
            let connection = self.connection();
            let transaction = begin(&connection)?;
            if rows_in(&transaction, wanted.clone()).await? != found {
                return Ok(Err(WriteError::Outdated));
            }
            put_all(&transaction, changes)?;
            commit(transaction).await
        };
        self.twice(try_exchange).await?
    }
}

/// Whether a batch takes all away and puts nothing in its place that would have to be sealed.
fn only_clears(batch: &Batch) -> bool {
    batch.clears && !batch.changes.keys().any(|key| is_sealed_table(key.table))
}

async fn connect(name: &str) -> Result<Idb, OpenDbError> {
    Idb::open(name)
        .with_version(VERSION)
        .with_on_blocked(|_| {
            wait_for_other_window();
            tell_other_windows(&Message::Newer);
            Ok(())
        })
        .with_on_upgrade_needed(|_, db| {
            for table in Table::ALL {
                if db.object_store_names().all(|name| name != table.name()) {
                    db.create_object_store(table.name()).build()?;
                }
            }
            Ok(())
        })
        .await
}

fn write_error(error: &Error) -> WriteError {
    let full = match error {
        Error::DomException(DomException::Other(other)) => other.name() == "QuotaExceededError",
        _ => false,
    };
    if full { WriteError::Full } else { WriteError::Refused }
}
