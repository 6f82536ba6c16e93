//! What stands between the database and what is kept in it: how it is locked, as far as this window knows.
//!
//! The cryptography itself comes with the second part of the app.

use std::rc::Rc;

use futures_util::future::LocalBoxFuture;

use crate::codec::{LOCK_KEY, Row, RowKey, Table};
use crate::state::Rows;

/// Seals rows before they are written, and opens them when they are read.
pub trait Cipher {
    /// `rows` as they are to be written; `None` when they cannot be sealed, and nothing may be written.
    fn seal_all(&self, rows: Rows) -> LocalBoxFuture<'_, Option<Rows>>;

    /// `rows` as they were before they were sealed. One that does not open stays as it is.
    fn open_all(&self, rows: Vec<Row>) -> LocalBoxFuture<'_, Vec<Row>>;
}

/// How the database is locked, as far as this window knows.
#[derive(Clone, Default)]
pub(super) struct Guard {
    /// The text of the lock's row. Where another one stands by now, nothing is written.
    pub lock: Option<String>,
    /// What opens the rows; without one they are taken as they stand.
    pub cipher: Option<Rc<dyn Cipher>>,
}

/// Where the lock's row stands.
pub(super) fn lock_key() -> RowKey {
    RowKey { table: Table::Locks, key: LOCK_KEY.to_owned() }
}
