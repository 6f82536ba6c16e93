//! What the store needs from outside.

use std::collections::BTreeMap;

use crate::codec::RowKey;
use crate::domain::Date;

/// Rows to write (`Some`) or delete (`None`), all in one transaction or none.
pub type Batch = BTreeMap<RowKey, Option<String>>;

/// How a write ended.
pub type WriteResult = Result<(), WriteError>;

/// Why a write did not happen. Nothing of its batch was stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// The device or the browser's allowance is full.
    #[error("there is no room left")]
    Full,
    /// The browser refuses or has closed the database.
    #[error("the browser did not store it")]
    Refused,
}

/// The outside, as far as the store needs it.
pub trait Ports {
    /// Today, where the person is.
    fn today(&self) -> Date;

    /// A new id that nobody else has.
    fn fresh_id(&self) -> String;

    /// Writes `batch` in one transaction, then calls `done`: with `Ok` only when it is on the disk.
    fn write(&self, batch: Batch, done: Box<dyn FnOnce(WriteResult)>);
}
