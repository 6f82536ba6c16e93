//! One writer: while a transaction is in flight, further changes wait for the next.

use std::collections::{BTreeMap, BTreeSet};

use super::thing::{Thing, Things, Unit, difference};
use super::{Batch, Rows, WriteError, WriteResult};
use crate::codec::{CLEARED, RowKey, Table};
use crate::domain::Stamp;

/// How often in a row a write is tried again because another window has been quicker.
const TRIES: usize = 20;

/// Where records are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// In the browser's database.
    Database,
    /// In the browser's small store, because it refuses its database: for now, and not much.
    SmallStore,
    /// Nowhere: the browser refuses storage, and all is gone when the page closes.
    MemoryOnly,
    /// Nowhere, because the person wants it so.
    ForNow,
    /// As it stands: a newer version of the app has written it, and this one changes nothing.
    ReadOnly,
    /// Nowhere any more: everything was deleted, and the app is to be loaded anew.
    Gone,
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

/// What is on the disk, as far as it reads differently from the screen.
#[derive(Debug, Default)]
pub(super) struct Saver {
    /// As each thing stands on the disk that is changed on the screen: what a change is measured from.
    base: Things,
    /// What was written and not found so: no one knows which of its rows are on the disk.
    doubtful: BTreeSet<Unit>,
    /// How often each has been written, as far as this window knows.
    revisions: BTreeMap<Unit, u64>,
    /// When everything was last deleted, as far as this window knows.
    cleared: Stamp,
    /// Rows that belong to no thing on the screen.
    beside: Rows,
    in_flight: Option<Sent>,
    error: Option<WriteError>,
    /// How often in a row another window seemed to have been quicker.
    in_vain: usize,
}

/// What a batch brings to the disk.
#[derive(Debug)]
struct Sent {
    things: Things,
    doubtful: BTreeSet<Unit>,
    beside: Rows,
}

impl Saver {
    /// Nothing is changed yet; each thing has been written so often, and everything was deleted then.
    pub fn new(revisions: BTreeMap<Unit, u64>, cleared: Stamp) -> Self {
        Self { revisions, cleared, ..Self::default() }
    }

    /// When everything was last deleted, as far as this window knows.
    pub fn cleared(&self) -> Stamp {
        self.cleared
    }

    /// It is known now when everything was last deleted.
    pub fn found_cleared(&mut self, at: Stamp) {
        self.cleared = at;
    }

    /// A thing is about to change that was so until now.
    pub fn changes(&mut self, unit: &Unit, was: Option<Thing>) {
        self.base.entry(unit.clone()).or_insert(was);
    }

    /// Adds rows that belong to no thing on the screen; a newer one replaces a waiting older one.
    pub fn beside(&mut self, rows: Rows) {
        self.beside.extend(rows);
    }

    /// As a changed thing stands on the disk, as far as this window knows; `None` where it is not changed.
    pub fn base(&self, unit: &Unit) -> Option<&Option<Thing>> {
        self.base.get(unit)
    }

    /// How often a thing has been written, as far as this window knows.
    pub fn revision(&self, unit: &Unit) -> u64 {
        self.revisions.get(unit).copied().unwrap_or_default()
    }

    /// It is known now how a thing stands on the disk, and what is shown of it.
    pub fn found(&mut self, unit: &Unit, stands: Option<Thing>, revision: u64, shown: Option<&Thing>) {
        self.revisions.insert(unit.clone(), revision);
        if stands.as_ref() == shown {
            self.base.remove(unit);
        } else {
            self.base.insert(unit.clone(), stands);
        }
    }

    /// The next batch to write, when there is something and no other is being written. `now` is the screen.
    pub fn next(&mut self, now: impl Fn(&Unit) -> Option<Thing>) -> Option<Batch> {
        if self.in_flight.is_some() {
            return None;
        }
        let (batch, things) = self.waiting(now);
        // What was changed back needs no write.
        self.base.retain(|unit, _| things.contains_key(unit));
        let beside = std::mem::take(&mut self.beside);
        if batch.changes.is_empty() {
            // Nothing is left that could fail.
            self.error = None;
            return None;
        }
        self.in_flight = Some(Sent { things, doubtful: std::mem::take(&mut self.doubtful), beside });
        Some(batch)
    }

    /// All that waits, as it is to follow on what is in flight, and the things that it brings to the disk.
    pub fn waiting(&self, now: impl Fn(&Unit) -> Option<Thing>) -> (Batch, Things) {
        let mut batch = Batch { changes: self.beside.clone(), ..Batch::default() };
        let mut things = Things::new();
        for (unit, base) in &self.base {
            let sent = self.in_flight.as_ref().and_then(|sent| sent.things.get(unit));
            let revision = self.revision(unit) + u64::from(sent.is_some());
            let thing = now(unit);
            let before = sent.unwrap_or(base).as_ref();
            let mut rows = difference(before, thing.as_ref());
            if self.doubtful.contains(unit) {
                rows = difference(before, None);
                rows.extend(difference(None, thing.as_ref()));
            }
            if rows.is_empty() {
                continue;
            }
            expect(&mut batch, &self.beside, unit.revision_row(), revision);
            batch.changes.extend(rows);
            batch.changes.insert(unit.revision_row(), Some((revision + 1).to_string()));
            things.insert(unit.clone(), thing);
        }
        if !batch.changes.is_empty() {
            // What a window does not know to be deleted it must not bring back.
            expect(&mut batch, &self.beside, cleared_row(), self.cleared);
        }
        (batch, things)
    }

    /// All rows of each thing that is changed and there, with how often it had been written when it was last seen on the
    /// disk.
    pub fn notes(&self, now: impl Fn(&Unit) -> Option<Thing>) -> Vec<Rows> {
        let note = |unit: &Unit| {
            let mut rows = difference(None, now(unit).as_ref());
            let is_there = !rows.is_empty();
            rows.insert(unit.revision_row(), counted(self.revision(unit)));
            is_there.then_some(rows)
        };
        self.base.keys().filter_map(note).collect()
    }

    /// Takes note of how the batch in flight ended; gives the things it was to bring to the disk, as each stood there
    /// before. After a failure all of it waits again, under what has changed since.
    pub fn done(&mut self, result: WriteResult, now: impl Fn(&Unit) -> Option<Thing>) -> Things {
        let Some(Sent { things, doubtful, beside }) = self.in_flight.take() else { return Things::new() };
        let stood = things.keys().map(|unit| (unit.clone(), self.base.get(unit).cloned().flatten())).collect();
        self.in_vain = if result == Err(WriteError::Outdated) { self.in_vain + 1 } else { 0 };
        self.error = if self.is_in_vain() { Some(WriteError::Refused) } else { result.err() };
        if self.error.is_some() {
            self.doubtful.extend(doubtful);
            self.beside_first(beside);
            return stood;
        }
        for (unit, thing) in things {
            let (revision, shown) = (self.revision(&unit) + 1, now(&unit));
            self.found(&unit, thing, revision, shown.as_ref());
        }
        stood
    }

    /// Whether no other window can have been quicker that often: something else is wrong with what is on the disk.
    pub fn is_in_vain(&self) -> bool {
        self.in_vain > TRIES
    }

    /// Adds rows that belong to no thing on the screen, under those that wait.
    fn beside_first(&mut self, rows: Rows) {
        let newer = std::mem::replace(&mut self.beside, rows);
        self.beside.extend(newer);
    }

    /// Things were written and are not found as they were written: they are written again from how they `stood`, and what
    /// went with them as well.
    pub fn are_not_there(&mut self, stood: Things, beside: Rows) {
        self.beside_first(beside);
        for (unit, stood) in stood {
            self.doubtful.insert(unit.clone());
            match self.in_flight.as_mut().and_then(|sent| sent.things.get_mut(&unit)) {
                // What follows has only what differs from what is not there.
                Some(brings) => *brings = stood,
                None => _ = self.base.insert(unit, stood),
            }
        }
        self.error = Some(WriteError::Refused);
    }

    /// What is on the disk could not be read.
    pub fn failed(&mut self, error: WriteError) {
        self.error = Some(error);
    }

    /// What can truly be said.
    pub fn state(&self) -> SaveState {
        match self.error {
            // That is put right without the person.
            Some(WriteError::Outdated) => SaveState::Saving,
            Some(error) => SaveState::Failed(error),
            None if self.in_flight.is_none() && self.base.is_empty() && self.beside.is_empty() => SaveState::Saved,
            None => SaveState::Saving,
        }
    }
}

/// The row that says when everything was deleted.
pub(super) fn cleared_row() -> RowKey {
    RowKey { table: Table::Revisions, key: CLEARED.to_owned() }
}

/// Has a batch follow on a number, unless that could not be read and is about to go.
fn expect(batch: &mut Batch, beside: &Rows, row: RowKey, number: u64) {
    if beside.get(&row) != Some(&None) {
        batch.expected.insert(row, counted(number));
    }
}

/// How a number stands in its row: 0 has none.
fn counted(number: u64) -> Option<String> {
    (number > 0).then(|| number.to_string())
}
