//! What the store needs from outside.

use std::collections::BTreeMap;

use crate::codec::{Row, RowKey, Table};
use crate::domain::{Date, Stamp};

/// Rows as they are to be: `Some` text, or `None` where there is none.
pub type Rows = BTreeMap<RowKey, Option<String>>;

/// A write: all of it in one transaction, or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// How these rows must stand, or another window has written since they were last seen here.
    pub expected: Rows,
    /// Whether all there is goes first: every row, and what is left for the next start.
    pub clears: bool,
    /// What is written and deleted.
    pub changes: Rows,
}

/// How a write ended.
pub type WriteResult = Result<(), WriteError>;

/// Why a write did not happen. Nothing of its batch was stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// The device or the browser's allowance is full.
    #[error("there is no room left")]
    Full,
    /// The browser refuses or has closed the database, or what was written is not found again.
    #[error("the browser did not store it")]
    Refused,
    /// Another window has written in between.
    #[error("another window has written in between")]
    Outdated,
    /// Another window has turned a lock on or changed it, and this one has no key to it.
    #[error("it was locked in another window")]
    Locked,
    /// A newer version of the app has taken over the database.
    #[error("a newer version of the app has taken over")]
    Newer,
}

/// What a visit before has left in the small store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// Its rows.
    pub rows: Vec<Row>,
    /// Whether all was kept there, because the browser refused its database. Else it is what a page that was closed had not
    /// written yet.
    pub was_store: bool,
}

/// The row of `table` called `key`, and those that stand under it, as in `key/…`. Under an empty key stand all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Under {
    /// The table.
    pub table: Table,
    /// The key.
    pub key: String,
}

impl Under {
    /// Whether a row called `key` is one of them.
    pub fn holds(&self, key: &str) -> bool {
        let rest = key.strip_prefix(self.key.as_str());
        self.key.is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

/// What stands in for the outside as long as things are only looked at.
pub(super) struct NotYet(pub fn() -> Date);

impl Ports for NotYet {
    fn today(&self) -> Date {
        self.0()
    }

    fn now(&self) -> Stamp {
        0
    }

    fn fresh_id(&self) -> String {
        String::new()
    }

    fn write(&self, _: Batch, _: Box<dyn FnOnce(WriteResult)>) {}

    fn read(&self, _: Vec<Under>, _: Box<dyn FnOnce(Option<Vec<Row>>)>) {}

    fn keys(&self, _: Under, _: Box<dyn FnOnce(Vec<String>)>) {}

    fn leave_note(&self, _: Rows) {}
}

/// The outside, as far as the store needs it.
pub trait Ports {
    /// Today, where the person is.
    fn today(&self) -> Date;

    /// The time by this device's clock, which may be set back.
    fn now(&self) -> Stamp;

    /// A new id that nobody else has.
    fn fresh_id(&self) -> String;

    /// Writes `batch` in one transaction, then calls `done`: with `Ok` only when it is on the disk.
    fn write(&self, batch: Batch, done: Box<dyn FnOnce(WriteResult)>);

    /// Reads rows as they are stored now; `None` when they cannot be read.
    fn read(&self, wanted: Vec<Under>, done: Box<dyn FnOnce(Option<Vec<Row>>)>);

    /// The keys of rows as they are stored now; none when they cannot be read.
    fn keys(&self, wanted: Under, done: Box<dyn FnOnce(Vec<String>)>);

    /// Leaves `rows` where they are found at the next start, before this returns: the page may be gone before a write
    /// has ended. `None`s are those that need not be left any more.
    fn leave_note(&self, rows: Rows);
}
