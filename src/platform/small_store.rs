//! Rows in localStorage: where the browser refuses its database, and what is left when a page is closed before it has
//! written.
//!
//! Small, and a write can be lost for more than half a minute after it returned; but it is done when it returns, which
//! the database cannot be while a page is being closed.

use gloo_storage::{LocalStorage, Storage};

use crate::codec::{Row, RowKey, Table};
use crate::state::{Batch, Left, Rows, Under, WriteError, WriteResult};

/// What all that the app has there begins with, and what its rows do.
const OURS: &str = "roundel.";
const PREFIX: &str = "roundel.row.";
/// Stands there as long as the rows are those of a store, and no mere note.
const STORE: &str = "roundel.store";

/// The door to localStorage, where the browser opens it.
#[derive(Clone, Copy, Debug)]
pub struct SmallStore(());

impl SmallStore {
    /// Tries the door: gloo-storage throws where site data is blocked.
    pub fn open() -> Option<Self> {
        leptos::prelude::window().local_storage().is_ok_and(|storage| storage.is_some()).then_some(Self(()))
    }

    /// All rows there are.
    pub fn rows(self) -> Vec<Row> {
        let storage = LocalStorage::raw();
        let names = (0..storage.length().unwrap_or_default()).filter_map(|at| storage.key(at).ok().flatten());
        let row = |name: String| Some(Row { key: row_key(&name)?, text: storage.get_item(&name).ok().flatten()? });
        names.filter_map(row).collect()
    }

    /// Those of the rows that are wanted.
    pub fn read(self, wanted: &[Under]) -> Vec<Row> {
        let is_wanted =
            |row: &Row| wanted.iter().any(|under| under.table == row.key.table && under.holds(&row.key.key));
        self.rows().into_iter().filter(is_wanted).collect()
    }

    /// Writes all of `batch` or nothing.
    ///
    /// # Errors
    /// Nothing of it was stored.
    pub fn write(self, batch: &Batch) -> WriteResult {
        let expected = |(key, text): (&RowKey, &Option<String>)| get(key) == *text;
        if !batch.expected.iter().all(expected) {
            return Err(WriteError::Outdated);
        }
        if batch.clears {
            self.clear();
        }
        put_all(&batch.changes).and_then(|()| LocalStorage::raw().set_item(STORE, "1")).map_err(|_| WriteError::Full)
    }

    /// What a visit before has left, for a database to take up.
    pub fn left(self) -> Left {
        Left { rows: self.rows(), was_store: LocalStorage::raw().get_item(STORE).is_ok_and(|mark| mark.is_some()) }
    }

    /// Deletes all that the app has in localStorage, its preferences as well.
    pub fn clear(self) {
        let storage = LocalStorage::raw();
        let names = (0..storage.length().unwrap_or_default()).filter_map(|at| storage.key(at).ok().flatten());
        let ours: Vec<String> = names.filter(|name| name.starts_with(OURS)).collect();
        for name in ours {
            _ = storage.remove_item(&name);
        }
    }

    /// Leaves rows for the next start, and takes away those that need not be left. Where there is no room they are not
    /// left.
    pub fn leave(self, rows: &Rows) {
        _ = put_all(rows);
        if self.rows().is_empty() {
            _ = LocalStorage::raw().remove_item(STORE);
        }
    }
}

/// Puts all rows in their places; when one has none, all are as they were.
fn put_all(rows: &Rows) -> Result<(), wasm_bindgen::JsValue> {
    let mut before = Vec::new();
    for (key, text) in rows {
        before.push((key, get(key)));
        if let Err(full) = put(key, text.as_deref()) {
            for (key, text) in before.into_iter().rev() {
                _ = put(key, text.as_deref());
            }
            return Err(full);
        }
    }
    Ok(())
}

fn name_of(key: &RowKey) -> String {
    format!("{PREFIX}{}/{}", key.table.name(), key.key)
}

fn row_key(name: &str) -> Option<RowKey> {
    let (table, key) = name.strip_prefix(PREFIX)?.split_once('/')?;
    let table = Table::ALL.into_iter().find(|each| each.name() == table)?;
    Some(RowKey { table, key: key.to_owned() })
}

fn get(key: &RowKey) -> Option<String> {
    LocalStorage::raw().get_item(&name_of(key)).ok().flatten()
}

fn put(key: &RowKey, text: Option<&str>) -> Result<(), wasm_bindgen::JsValue> {
    match text {
        Some(text) => LocalStorage::raw().set_item(&name_of(key), text),
        None => LocalStorage::raw().remove_item(&name_of(key)),
    }
}
