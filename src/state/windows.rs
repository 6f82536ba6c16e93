//! More than one window: what another one has written is shown here, and nothing is written over.

use std::sync::Arc;

use reactive_graph::prelude::*;

use super::ports::Under;
use super::saving::cleared_row;
use super::thing::{Thing, Unit};
use super::{App, Notice, WriteError};
use crate::codec::{Restored, Row, Table, Why, restore_rows};
use crate::domain::{Instrument, Merged, Record, merge, merge_since};

impl App {
    /// Another window has written the things with these keys: they are shown as they are now.
    pub fn heard(self, keys: &[String]) {
        // What is changed here as well is brought together when it is written.
        let changed = |unit: &Unit| self.outside.with_value(|outside| outside.saver.base(unit).is_some());
        let units: Vec<Unit> = keys.iter().filter_map(|key| Unit::of_key(key)).filter(|unit| !changed(unit)).collect();
        if !units.is_empty() {
            self.bring_together(units);
        }
    }

    /// The window is in front again: what others have written since is shown.
    pub fn catch_up(self) {
        let wanted = vec![Under { table: Table::Revisions, key: String::new() }];
        let read = move |rows: Option<Vec<Row>>| {
            let Some(rows) = rows else { return };
            let revisions = restore_rows(rows).revisions;
            if self.finds_cleared(&revisions) {
                return;
            }
            let is_newer =
                |(key, count): &(String, u64)| Unit::of_key(key).is_some_and(|unit| self.revision(&unit) != *count);
            self.heard(&revisions.into_iter().filter(is_newer).map(|(key, _)| key).collect::<Vec<_>>());
        };
        if !self.is_read_only() {
            self.ports().read(wanted, Box::new(read));
        }
    }

    /// Reads things as they are stored now and brings them together with what is shown; what comes of it is written.
    pub(super) fn bring_together(self, units: Vec<Unit>) {
        let cleared = cleared_row();
        let cleared = Under { table: cleared.table, key: cleared.key };
        let wanted = units.iter().flat_map(rows_of).chain([cleared]).collect();
        let read = move |rows: Option<Vec<Row>>| {
            let Some(rows) = rows else {
                self.outside.update_value(|outside| outside.saver.failed(WriteError::Refused));
                return self.show_saving();
            };
            let found = restore_rows(rows);
            if found.newer {
                return self.make_read_only();
            }
            if self.finds_cleared(&found.revisions) {
                return;
            }
            self.outside.update_value(|outside| outside.saver.beside(found.set_aside()));
            for unit in &units {
                self.meet(unit, &found);
            }
            self.write_next();
        };
        self.ports().read(wanted, Box::new(read));
    }

    /// Brings one thing together with what was found of it.
    fn meet(self, unit: &Unit, found: &Restored) {
        let stands = thing_of(unit, found);
        let revision = found.revisions.get(&unit.key()).copied().unwrap_or_default();
        let shown = self.shown(unit);
        let base = self.outside.with_value(|outside| outside.saver.base(unit).cloned());
        // What has become unreadable was not deleted.
        let lost = stands.is_none() && found.aside.iter().any(|row| unit.holds(&row.key));
        let result = match (base, &shown, &stands) {
            (None, Some(_), None) if lost || self.is_just_begun(unit) => shown.clone(),
            (None, ..) => stands.clone(),
            (Some(base), Some(Thing::Record(here)), Some(Thing::Record(other))) => {
                let base = base.as_ref().and_then(Thing::record);
                Some(Thing::Record(Arc::new(self.merged(base.map(Arc::as_ref), here, other))))
            }
            // Changed on both sides: the other is kept beside it as a list of its own.
            (Some(base), Some(Thing::List(_)), Some(other @ Thing::List(form))) => {
                if base.as_ref() != Some(other) {
                    _ = self.take_in_instrument(Instrument::clone(form));
                    self.tell(Notice::TwoWindowsList);
                }
                shown.clone()
            }
            // Deleted on one side and changed on the other: it stays.
            (Some(_), Some(_), None) => shown.clone(),
            (Some(base), None, Some(other)) => Some(other.clone()).filter(|other| base.as_ref() != Some(other)),
            (Some(_), ..) => None,
        };
        if result != shown {
            self.show(unit, result.clone());
        }
        self.outside.update_value(|outside| outside.saver.found(unit, stands, revision, result.as_ref()));
    }

    /// Whether it was begun in this window and is still blank: another one takes it for left behind.
    fn is_just_begun(self, unit: &Unit) -> bool {
        let Unit::Record(id) = unit else { return false };
        self.outside.with_value(|outside| outside.begun.contains(id))
            && self.untracked(id).is_some_and(|record| record.is_untouched())
    }

    /// Both sides of a record that was changed in two windows. Where they differ, the newer change is shown, and the
    /// side that gave way is kept beside it.
    pub(super) fn merged(self, base: Option<&Record>, here: &Record, other: &Record) -> Record {
        let Merged { record, lost, .. } = match base {
            Some(base) => merge_since(base, here, other),
            None => merge(here, other),
        };
        if !lost.is_empty() {
            let sides = [here, other].into_iter().filter(|side| !side.reads_as(&record));
            for (side, at) in sides.zip(self.ports().now()..) {
                self.add_version(side, Why::Window, at);
            }
            self.tell(Notice::TwoWindows);
        }
        record
    }
}

/// Where the rows of a thing stand, and the count of its writes.
fn rows_of(unit: &Unit) -> Vec<Under> {
    let mut places = unit.places();
    places.push(Under { table: Table::Revisions, key: unit.key() });
    places
}

fn thing_of(unit: &Unit, found: &Restored) -> Option<Thing> {
    match unit {
        Unit::Record(id) => {
            let record = found.records.iter().find(|record| record.id == *id);
            record.map(|record| Thing::Record(Arc::new(record.clone())))
        }
        Unit::List(id) => {
            let form = found.instruments.iter().find(|form| form.about.id == *id);
            form.map(|form| Thing::List(Arc::new(form.clone())))
        }
    }
}
