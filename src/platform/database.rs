//! Records in IndexedDB: one strict transaction a change.
//!
//! A `localStorage` write can be lost for more than half a minute after it returned; a strict transaction is on the
//! disk when it completes.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use indexed_db_futures::KeyRange;
use indexed_db_futures::database::Database as Idb;
use indexed_db_futures::error::{DomException, Error, OpenDbError};
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{TransactionDurability, TransactionMode, TransactionOptions};
use wasm_bindgen::JsValue;

use super::boot::wait_for_other_window;
use super::windows::{Message, tell_other_windows};
use crate::codec::{Row, RowKey, Table};
use crate::state::{Batch, Under, WriteError, WriteResult};

const NAME: &str = "roundel";
/// From 2 on there are instruments, from 3 on what keeps two windows apart, and what was.
const VERSION: u8 = 3;

/// The open database.
pub struct Database {
    name: String,
    /// Replaced when the browser has closed it, as iPhones do to an app in the background.
    connection: RefCell<Rc<Idb>>,
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

impl From<Error> for DatabaseError {
    fn from(_: Error) -> Self {
        Self::Unreadable
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
        let connection = RefCell::new(Rc::new(connect(name).await?));
        Ok(Self { name: name.to_owned(), connection })
    }

    /// Opens the app's database as it stands, to be read only: where a newer version has made it.
    ///
    /// # Errors
    /// As [`Database::open`].
    pub async fn open_as_it_stands() -> Result<Self, DatabaseError> {
        let connection = RefCell::new(Rc::new(Idb::open(NAME).await?));
        Ok(Self { name: NAME.to_owned(), connection })
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
    /// When the browser cannot read them. A row that is no text comes back empty, to be set aside.
    pub async fn read_at_start(&self) -> Result<Vec<Row>, DatabaseError> {
        let all = |table| Under { table, key: String::new() };
        self.read(&Table::AT_START.map(all)).await
    }

    /// Rows of one instant.
    ///
    /// # Errors
    /// As [`Database::read_at_start`].
    pub async fn read(&self, wanted: &[Under]) -> Result<Vec<Row>, DatabaseError> {
        let connection = self.connection();
        let there: Vec<String> = connection.object_store_names().collect();
        // A database that another version has made may be without some.
        let is_there = |under: &&Under| there.iter().any(|name| name == under.table.name());
        let wanted: Vec<&Under> = wanted.iter().filter(is_there).collect();
        let tables: BTreeSet<&str> = wanted.iter().map(|under| under.table.name()).collect();
        let mut rows = Vec::new();
        if tables.is_empty() {
            return Ok(rows);
        }
        let transaction = connection.transaction(tables.into_iter().collect::<Vec<_>>()).build()?;
        for under in wanted {
            let store = transaction.object_store(under.table.name())?;
            let range = range(&under.key);
            let keys = store.get_all_keys::<String>().with_query::<JsValue, _>(range.clone()).primitive()?.await?;
            let texts = store.get_all::<String>().with_query::<JsValue, _>(range).primitive()?.await?;
            for (key, text) in keys.zip(texts) {
                let key = RowKey { table: under.table, key: key.unwrap_or_default() };
                if under.holds(&key.key) {
                    rows.push(Row { key, text: text.unwrap_or_default() });
                }
            }
        }
        Ok(rows)
    }

    /// The keys of rows, without what they hold.
    ///
    /// # Errors
    /// As [`Database::read_at_start`].
    pub async fn keys(&self, wanted: &Under) -> Result<Vec<String>, DatabaseError> {
        let connection = self.connection();
        let transaction = connection.transaction(wanted.table.name()).build()?;
        let store = transaction.object_store(wanted.table.name())?;
        let keys = store.get_all_keys::<String>().with_query::<JsValue, _>(range(&wanted.key)).primitive()?.await?;
        Ok(keys.filter_map(Result::ok).filter(|key| wanted.holds(key)).collect())
    }

    /// Writes and deletes all that `batch` changes in one transaction, if the rows that it expects stand as it expects
    /// them. `Ok` means that it is on the disk.
    ///
    /// # Errors
    /// Nothing of the batch was stored.
    pub async fn write(&self, batch: &Batch) -> WriteResult {
        match self.try_write(batch).await {
            Ok(result) => result,
            Err(error) => {
                let fresh = connect(&self.name).await.map_err(|refused| match DatabaseError::from(refused) {
                    DatabaseError::Newer => WriteError::Newer,
                    _ => write_error(&error),
                })?;
                self.connection.replace(Rc::new(fresh));
                self.try_write(batch).await.unwrap_or_else(|error| Err(write_error(&error)))
            }
        }
    }

    async fn try_write(&self, batch: &Batch) -> Result<WriteResult, Error> {
        let strict = TransactionOptions::new().with_durability(TransactionDurability::Strict);
        let connection = self.connection();
        let transaction = connection
            .transaction(Table::ALL.map(Table::name))
            .with_mode(TransactionMode::Readwrite)
            .with_options(strict)
            .build()?;
        for (RowKey { table, key }, expected) in &batch.expected {
            let store = transaction.object_store(table.name())?;
            let found: Option<String> = store.get(key.as_str()).primitive()?.await?;
            if found != *expected {
                // What is dropped without a commit is taken back.
                return Ok(Err(WriteError::Outdated));
            }
        }
        for table in Table::ALL.into_iter().filter(|_| batch.clears) {
            drop(transaction.object_store(table.name())?.clear()?);
        }
        for (RowKey { table, key }, text) in &batch.changes {
            let store = transaction.object_store(table.name())?;
            // Requests go out as they are built; only the transaction's end is waited for.
            match text {
                Some(text) => {
                    drop(store.put(text.as_str()).with_key(key.as_str()).with_key_type::<String>().primitive()?);
                }
                None => drop(store.delete(key.as_str()).primitive()?),
            }
        }
        transaction.commit().await.map(Ok)
    }
}

/// The keys from `key` on that can stand under it; from an empty one all there are, also those that are no text.
fn range(key: &str) -> KeyRange<JsValue> {
    if key.is_empty() {
        return KeyRange::LowerBound(JsValue::from_f64(f64::NEG_INFINITY), false);
    }
    // "0" follows "/".
    KeyRange::Bound(JsValue::from_str(key), false, JsValue::from_str(&format!("{key}0")), true)
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
