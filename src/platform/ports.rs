//! The store's ports, in a browser.

use std::rc::Rc;

use super::windows::{Message, tell_other_windows};
use super::{Database, SmallStore, now, spawn, today};
use crate::codec::{Row, Table};
use crate::domain::{Date, Stamp};
use crate::state::{Batch, Ports, Rows, Under, WriteResult};

/// The outside as the browser gives it.
pub struct BrowserPorts {
    store: BrowserStore,
}

/// Where rows are kept.
pub enum BrowserStore {
    /// In the browser's database; what a page leaves as it is closed goes into the small store.
    Database(Rc<Database>, Option<SmallStore>),
    /// In the small store alone.
    Small(SmallStore),
    /// Nowhere, and the app says so.
    Nowhere,
}

impl BrowserPorts {
    /// Writes go to `store`.
    pub fn new(store: BrowserStore) -> Self {
        Self { store }
    }
}

impl Ports for BrowserPorts {
    fn today(&self) -> Date {
        today()
    }

    fn now(&self) -> Stamp {
        now()
    }

    fn fresh_id(&self) -> String {
        // `randomUUID` is missing outside secure contexts, such as a phone trying out `make serve` over the network.
        let mut bytes = [0_u8; 16];
        if let Ok(crypto) = leptos::prelude::window().crypto() {
            _ = crypto.get_random_values_with_u8_array(&mut bytes);
        }
        format!("{:032x}", u128::from_be_bytes(bytes))
    }

    fn write(&self, batch: Batch, done: Box<dyn FnOnce(WriteResult)>) {
        match &self.store {
            BrowserStore::Database(database, small) => {
                let (database, small) = (database.clone(), *small);
                spawn(async move {
                    let result = database.write(&batch).await;
                    if result.is_ok() {
                        if let Some(small) = small.filter(|_| batch.clears) {
                            small.clear();
                        }
                        tell_of(&batch);
                    }
                    done(result);
                });
            }
            BrowserStore::Small(store) => {
                let result = store.write(&batch);
                if result.is_ok() {
                    tell_of(&batch);
                }
                done(result);
            }
            BrowserStore::Nowhere => done(Ok(())),
        }
    }

    fn read(&self, wanted: Vec<Under>, done: Box<dyn FnOnce(Option<Vec<Row>>)>) {
        match &self.store {
            BrowserStore::Database(database, _) => {
                let database = database.clone();
                spawn(async move { done(database.read(&wanted).await.ok()) });
            }
            BrowserStore::Small(store) => done(Some(store.read(&wanted))),
            BrowserStore::Nowhere => done(Some(Vec::new())),
        }
    }

    fn keys(&self, wanted: Under, done: Box<dyn FnOnce(Vec<String>)>) {
        match &self.store {
            BrowserStore::Database(database, _) => {
                let database = database.clone();
                spawn(async move { done(database.keys(&wanted).await.unwrap_or_default()) });
            }
            BrowserStore::Small(store) => done(store.read(&[wanted]).into_iter().map(|row| row.key.key).collect()),
            BrowserStore::Nowhere => done(Vec::new()),
        }
    }

    fn leave_note(&self, mut rows: Rows) {
        if let BrowserStore::Database(database, Some(store)) = &self.store {
            // What is locked stands nowhere else in clear words.
            if database.is_locked() {
                rows.retain(|_, text| text.is_none());
            }
            store.leave(&rows);
        }
    }
}

/// Tells the other windows what was written.
fn tell_of(batch: &Batch) {
    if batch.clears {
        return tell_other_windows(&Message::Cleared);
    }
    let keys = batch.changes.keys().filter(|key| key.table == Table::Revisions).map(|key| key.key.clone());
    let keys: Vec<String> = keys.collect();
    if !keys.is_empty() {
        tell_other_windows(&Message::Wrote(keys));
    }
}
