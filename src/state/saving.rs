//! One writer: while a transaction is in flight, further changes merge into the next.

use std::collections::BTreeMap;

use super::{Batch, WriteError, WriteResult};
use crate::codec::{RowKey, changed_rows, instrument_row};
use crate::domain::{Instrument, Record};

/// Where records are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// In the browser's database.
    Database,
    /// Nowhere: the browser refuses storage, and all is gone when the page closes.
    MemoryOnly,
}

/// Whether what is on the screen is on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// All of it is.
    Saved,
    /// A change is on its way.
    Saving,
    /// A change could not be stored; it stays on the screen and is tried again.
    Failed(WriteError),
}

/// Changes that are not yet on the disk.
#[derive(Debug, Default)]
pub(super) struct SaveQueue {
    waiting: Batch,
    in_flight: Option<Batch>,
    error: Option<WriteError>,
}

impl SaveQueue {
    /// Adds changes; a newer change to a row replaces a waiting older one.
    pub fn push(&mut self, changes: Batch) {
        self.waiting.extend(changes);
    }

    /// The next batch to write, when there is one and no other is being written.
    pub fn next(&mut self) -> Option<Batch> {
        if self.in_flight.is_some() || self.waiting.is_empty() {
            return None;
        }
        let batch = std::mem::take(&mut self.waiting);
        self.in_flight = Some(batch.clone());
        Some(batch)
    }

    /// All that waits.
    pub fn waiting(&self) -> Batch {
        self.waiting.clone()
    }

    /// Takes note of how the batch in flight ended. A failed one waits again, under what has changed since.
    pub fn done(&mut self, result: WriteResult) {
        let batch = self.in_flight.take().unwrap_or_default();
        self.error = result.err();
        if self.error.is_some() {
            let newer = std::mem::replace(&mut self.waiting, batch);
            self.waiting.extend(newer);
        }
    }

    /// What can truly be said.
    pub fn state(&self) -> SaveState {
        match self.error {
            Some(error) => SaveState::Failed(error),
            None if self.in_flight.is_none() && self.waiting.is_empty() => SaveState::Saved,
            None => SaveState::Saving,
        }
    }
}

/// The rows to write so that storage holds `after` instead of `before`: only those that differ. What is just for now is
/// never stored.
pub(super) fn difference(before: Option<&Record>, after: Option<&Record>) -> Batch {
    let stored = |record: Option<&'_ Record>| record.is_some_and(|record| !record.just_for_now);
    changed_rows(before.filter(|_| stored(before)), after.filter(|_| stored(after)))
}

/// As [`difference`], for an instrument of one's own.
pub(super) fn instrument_difference(before: Option<&Instrument>, after: Option<&Instrument>) -> Batch {
    let rows = |form: Option<&Instrument>| {
        form.map(instrument_row).map(|row| BTreeMap::from([(row.key, row.text)])).unwrap_or_default()
    };
    rows_between(rows(before), rows(after))
}

fn rows_between(before: BTreeMap<RowKey, String>, after: BTreeMap<RowKey, String>) -> Batch {
    let mut changes = Batch::new();
    let mut gone = before.clone();
    for (key, text) in after {
        gone.remove(&key);
        if before.get(&key) != Some(&text) {
            changes.insert(key, Some(text));
        }
    }
    for key in gone.into_keys() {
        changes.insert(key, None);
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::{RowKey, Table};

    fn change(key: &str, text: &str) -> Batch {
        Batch::from([(RowKey { table: Table::Heads, key: key.into() }, Some(text.into()))])
    }

    #[test]
    fn changes_made_during_a_write_go_together_into_the_next() {
        let mut queue = SaveQueue::default();
        queue.push(change("a", "1"));
        assert_eq!(queue.next(), Some(change("a", "1")));
        queue.push(change("a", "2"));
        queue.push(change("a", "3"));
        assert_eq!(queue.next(), None);
        assert_eq!(queue.state(), SaveState::Saving);
        queue.done(Ok(()));
        assert_eq!(queue.state(), SaveState::Saving);
        assert_eq!(queue.next(), Some(change("a", "3")));
        queue.done(Ok(()));
        assert_eq!(queue.state(), SaveState::Saved);
    }

    #[test]
    fn a_failed_write_waits_and_never_replaces_what_is_newer() {
        let mut queue = SaveQueue::default();
        queue.push(change("a", "1"));
        queue.push(change("b", "1"));
        assert!(queue.next().is_some());
        queue.push(change("a", "2"));
        queue.done(Err(WriteError::Full));
        assert_eq!(queue.state(), SaveState::Failed(WriteError::Full));
        let mut both = change("a", "2");
        both.extend(change("b", "1"));
        assert_eq!(queue.next(), Some(both));
        queue.done(Ok(()));
        assert_eq!(queue.state(), SaveState::Saved);
    }
}
