//! Records in IndexedDB: one strict transaction a change.
//!
//! A `localStorage` write can be lost for more than half a minute after it returned; a strict transaction is on the
//! disk when it completes.

use std::cell::RefCell;
use std::rc::Rc;

use indexed_db_futures::database::Database as Idb;
use indexed_db_futures::error::{DomException, Error, OpenDbError};
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{TransactionDurability, TransactionMode, TransactionOptions};

use super::boot::wait_for_other_window;
use crate::codec::{Row, RowKey, Table};
use crate::state::{Batch, WriteError, WriteResult};

const NAME: &str = "roundel";
/// From 2 on there are instruments.
const VERSION: u8 = 2;

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
}

impl From<OpenDbError> for DatabaseError {
    fn from(_: OpenDbError) -> Self {
        Self::Refused
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

    fn connection(&self) -> Rc<Idb> {
        self.connection.borrow().clone()
    }

    /// All rows of all tables.
    ///
    /// # Errors
    /// When the browser cannot read them. A row that is no text comes back empty, to be set aside.
    pub async fn read_all(&self) -> Result<Vec<Row>, DatabaseError> {
        let connection = self.connection();
        let transaction = connection.transaction(Table::ALL.map(Table::name)).build()?;
        let mut rows = Vec::new();
        for table in Table::ALL {
            let store = transaction.object_store(table.name())?;
            let keys = store.get_all_keys::<String>().primitive()?.await?;
            let texts = store.get_all::<String>().primitive()?.await?;
            for (key, text) in keys.zip(texts) {
                let key = RowKey { table, key: key.unwrap_or_default() };
                rows.push(Row { key, text: text.unwrap_or_default() });
            }
        }
        Ok(rows)
    }

    /// Writes and deletes all of `batch` in one transaction. `Ok` means that it is on the disk.
    ///
    /// # Errors
    /// Nothing of the batch was stored.
    pub async fn write(&self, batch: &Batch) -> WriteResult {
        let Err(error) = self.try_write(batch).await else { return Ok(()) };
        let Ok(fresh) = connect(&self.name).await else { return Err(write_error(&error)) };
        self.connection.replace(Rc::new(fresh));
        self.try_write(batch).await.map_err(|error| write_error(&error))
    }

    async fn try_write(&self, batch: &Batch) -> Result<(), Error> {
        let strict = TransactionOptions::new().with_durability(TransactionDurability::Strict);
        let connection = self.connection();
        let transaction = connection
            .transaction(Table::ALL.map(Table::name))
            .with_mode(TransactionMode::Readwrite)
            .with_options(strict)
            .build()?;
        for (RowKey { table, key }, text) in batch {
            let store = transaction.object_store(table.name())?;
            // Requests go out as they are built; only the transaction's end is waited for.
            match text {
                Some(text) => {
                    drop(store.put(text.as_str()).with_key(key.as_str()).with_key_type::<String>().primitive()?);
                }
                None => drop(store.delete(key.as_str()).primitive()?),
            }
        }
        transaction.commit().await
    }
}

async fn connect(name: &str) -> Result<Idb, OpenDbError> {
    Idb::open(name)
        .with_version(VERSION)
        .with_on_blocked(|_| {
            wait_for_other_window();
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
