//! What is written when, and what is said of it.

use std::rc::Rc;
use std::sync::Arc;

use reactive_graph::prelude::*;

use super::app::{AppStateStoreFields, Outside};
use super::saving::cleared_row;
use super::thing::{Thing, Things, Unit};
use super::{App, Keeping, Left, Ports, Rows, SaveState, Under, WriteError, WriteResult};
use crate::codec::{Row, RowKey, Table, restore_rows};

impl App {
    /// Whether what is on the screen is on the disk.
    pub fn saving(self) -> SaveState {
        self.store.saving().get()
    }

    /// From now on things are changed, and written by way of `ports`. What was `left` at the end of a visit before is taken
    /// up.
    pub fn begin_work(self, ports: Rc<dyn Ports>, left: &Left) {
        self.outside.update_value(|outside| {
            outside.ports = ports;
            outside.turn = Some(Self::go_one_step);
        });
        self.take_up(left);
        self.write_next();
    }

    /// Whether things are changed and written yet.
    fn works(self) -> bool {
        !self.is_read_only() && self.outside.with_value(|outside| outside.turn.is_some())
    }

    /// Tries again to store what could not be stored.
    pub fn retry(self) {
        self.write_next();
    }

    /// The page may be gone before a write has ended: what is not on the disk is left for the next start, and what waits
    /// is sent on its way at once. It goes on waiting all the same, for the page may stay.
    pub fn flush(self) {
        self.leave_note();
        let (batch, _) = self.outside.with_value(|outside| outside.saver.waiting(|unit| self.shown(unit)));
        if self.works() && !batch.changes.is_empty() {
            self.ports().write(batch, Box::new(|_| {}));
        }
    }

    /// Has rows written that belong to nothing on the screen.
    pub(super) fn write_beside(self, rows: Rows) {
        if !rows.is_empty() && !self.is_read_only() {
            self.outside.update_value(|outside| outside.saver.beside(rows));
            self.write_next();
        }
    }

    /// Sends the next batch on its way, unless one is.
    pub(super) fn write_next(self) {
        if !self.works() {
            return;
        }
        let batch = self.outside.try_update_value(|outside| outside.saver.next(|unit| self.shown(unit))).flatten();
        self.show_saving();
        if let Some(batch) = batch {
            let sent = batch.changes.clone();
            self.ports().write(batch, Box::new(move |result| self.written(result, sent)));
        }
    }

    fn written(self, result: WriteResult, sent: Rows) {
        let done = |outside: &mut Outside| outside.saver.done(result, |unit| self.shown(unit));
        let stood = self.outside.try_update_value(done).unwrap_or_default();
        match result {
            Ok(()) => {
                self.write_next();
                self.read_back(sent, stood);
            }
            Err(WriteError::Outdated) if !self.outside.with_value(|outside| outside.saver.is_in_vain()) => {
                self.bring_together(stood.into_keys().collect());
            }
            Err(WriteError::Newer) => self.make_read_only(),
            // The next change or `retry` tries again, not an endless loop.
            Err(WriteError::Outdated | WriteError::Full | WriteError::Refused | WriteError::Locked) => {
                self.leave_note();
            }
        }
        self.show_saving();
    }

    /// Reads what was written: what is not found as it was sent, though no one has written since, is said not to be saved
    /// and is written again. `stood` is how each thing stood before.
    fn read_back(self, sent: Rows, stood: Things) {
        if !matches!(self.store.keeping().get_untracked(), Keeping::Database | Keeping::SmallStore) {
            return;
        }
        // What was, as whole charts in the bin, is not read again with each change.
        let (sent, past): (Rows, Rows) = sent.into_iter().partition(|(key, _)| Table::AT_START.contains(&key.table));
        let known = sent.keys().cloned().chain([cleared_row()]);
        let wanted = known.map(|RowKey { table, key }| Under { table, key }).collect();
        let compare = move |found: Option<Vec<Row>>| {
            let Some(found) = found else { return };
            let counts = found.iter().filter(|row| row.key.table == Table::Revisions).cloned().collect();
            let revisions = restore_rows(counts).revisions;
            if self.finds_cleared(&revisions) {
                return;
            }
            let stands = |key: &RowKey| found.iter().find(|row| row.key == *key).map(|row| row.text.as_str());
            let is_wrong = |unit: &Unit| {
                let count = sent.get(&unit.revision_row()).and_then(|text| text.as_ref()?.parse().ok());
                // Whoever has written since has seen to it.
                revisions.get(&unit.key()).copied() <= count
                    && sent.iter().any(|(key, text)| {
                        (unit.holds(key) || *key == unit.revision_row()) && stands(key) != text.as_deref()
                    })
            };
            let wrong: Things = stood.into_iter().filter(|(unit, _)| is_wrong(unit)).collect();
            if !wrong.is_empty() {
                self.outside.update_value(|outside| outside.saver.are_not_there(wrong, past));
                self.show_saving();
            }
        };
        self.ports().read(wanted, Box::new(compare));
    }

    /// A newer version of the app is at work: from now on nothing is changed here. What is not on the disk is left for
    /// it.
    pub fn make_read_only(self) {
        self.leave_note();
        self.store.keeping().set(Keeping::ReadOnly);
    }

    /// Leaves what is not on the disk for the next start.
    fn leave_note(self) {
        // One by one: there may be room for one and not for another.
        for note in self.outside.with_value(|outside| outside.saver.notes(|unit| self.shown(unit))) {
            self.ports().leave_note(note.clone());
            self.outside.update_value(|outside| outside.note.extend(note));
        }
    }

    /// Takes up what was left at the end of a visit before: its rows, and what they hold.
    pub fn take_up(self, Left { rows, was_store }: &Left) {
        let left = restore_rows(rows.clone());
        if self.is_read_only() || left.newer {
            return;
        }
        let note = rows.iter().map(|row| (row.key.clone(), None));
        self.outside.update_value(|outside| outside.note.extend(note));
        let mut beside: Rows = left.set_aside().into_iter().filter(|(_, text)| text.is_some()).collect();
        // What was, where the small store has kept all so far.
        let was = rows.iter().filter(|row| [Table::Snapshots, Table::Bin, Table::Aside].contains(&row.key.table));
        beside.extend(was.map(|row| (row.key.clone(), Some(row.text.clone()))));
        for record in left.records {
            let unit = Unit::Record(record.id.clone());
            // Whoever knew all that had been written before knows best. A store of its own has counted for itself.
            let known = left.revisions.get(&unit.key()).copied().unwrap_or_default();
            let knew_all = !was_store && known >= self.revision(&unit);
            let record = match self.untracked(&record.id).filter(|_| !knew_all) {
                Some(here) => self.merged(None, &here, &record),
                None => record,
            };
            if self.untracked(&record.id).as_deref() != Some(&record) {
                self.put(&unit, Some(Thing::Record(Arc::new(record))));
            }
        }
        for form in left.instruments {
            _ = self.take_in_instrument(form);
        }
        self.write_beside(beside);
        self.show_saving();
    }

    pub(super) fn revision(self, unit: &Unit) -> u64 {
        self.outside.with_value(|outside| outside.saver.revision(unit))
    }

    pub(super) fn show_saving(self) {
        let state = self.outside.with_value(|outside| outside.saver.state());
        if self.store.saving().get_untracked() != state {
            self.store.saving().set(state);
        }
        let note = self.outside.try_update_value(|outside| match state {
            SaveState::Saved => std::mem::take(&mut outside.note),
            _ => Rows::new(),
        });
        if let Some(note) = note.filter(|note| !note.is_empty()) {
            self.ports().leave_note(note.into_keys().map(|key| (key, None)).collect());
        }
    }
}
