//! What goes: what a person deletes, what was begun and never used, and everything at once.

use std::collections::BTreeMap;
use std::sync::Arc;

use reactive_graph::prelude::*;

use super::app::AppStateStoreFields;
use super::saving::{Saver, cleared_row};
use super::thing::Unit;
use super::undo::Step;
use super::{App, Batch, Keeping, Notice, Rows, SaveState, Under, WriteError};
use crate::codec::{CLEARED, Row, RowKey, restore_rows};
use crate::domain::{Edit, Record, RecordId, Stamp};

impl App {
    /// Deletes a chart: it goes to the bin, and one undo brings it back.
    pub fn delete(self, id: &RecordId) {
        self.remove(&Unit::Record(id.clone()), Notice::Deleted);
    }

    /// Takes a thing away to the bin, and says so; one undo brings it back.
    pub(super) fn remove(self, unit: &Unit, notice: Notice) {
        let Some(before) = self.shown(unit).filter(|_| !self.refuses()) else { return };
        self.remember(Step::of(unit, Some(before), None, None));
        self.put_in_bin(unit);
        self.tell(notice);
    }

    /// Ends the sittings that were left long ago, and drops charts that were begun but into which nothing was ever
    /// put. Where something could not be read, there may have been something.
    pub fn tidy_up(self) {
        if self.is_read_only() {
            return;
        }
        for record in self.store.records().get_untracked() {
            if let Some(left) = record.left(self.today()) {
                let mut ended = Record::clone(&record);
                // Only adding an item can be refused.
                _ = ended.apply(Edit::Finish(left.id.clone()), self.today());
                ended.stamp_changes(Some(&record), self.ports().now());
                self.put_record(&record.id, Some(Arc::new(ended)));
            }
        }
        self.drop_untouched();
        self.drop_blank_lists();
    }

    /// Drops the charts into which nothing was ever put.
    fn drop_untouched(self) {
        let whole =
            |id: &RecordId| self.repairs.with_value(|repairs| !repairs.iter().any(|repair| repair.concerns(id)));
        let untouched: Vec<RecordId> = self.store.records().with_untracked(|records| {
            records.iter().filter(|record| record.is_untouched()).map(|record| record.id.clone()).collect()
        });
        for id in untouched.into_iter().filter(whole) {
            self.put_record(&id, None);
        }
    }

    /// Deletes everything that is kept. Nothing brings it back, and no other window does: what it writes has to know of
    /// this. Where it fails all is as it was, and `failed` is told.
    pub fn delete_everything(self, failed: impl FnOnce(WriteError) + 'static) {
        if self.refuses() {
            return;
        }
        let RowKey { table, key } = cleared_row();
        let read = move |rows: Option<Vec<Row>>| match rows {
            Some(rows) => self.delete_everything_after(cleared_at(&restore_rows(rows).revisions), failed),
            None => failed(WriteError::Refused),
        };
        self.ports().read(vec![Under { table, key }], Box::new(read));
    }

    /// The same, where everything was deleted before, in a window that this one need not have heard of: each time is
    /// later than the one before, also where the clock was set back.
    fn delete_everything_after(self, before: Stamp, failed: impl FnOnce(WriteError) + 'static) {
        let known = self.outside.with_value(|outside| outside.saver.cleared());
        let now = self.ports().now().max(known.max(before).saturating_add(1));
        let changes = Rows::from([(cleared_row(), Some(now.to_string()))]);
        let batch = Batch { clears: true, changes, ..Batch::default() };
        let done = move |result| match result {
            Ok(()) => self.forget_everything(),
            Err(error) => failed(error),
        };
        self.ports().write(batch, Box::new(done));
    }

    /// Everything has been deleted: nothing of it is shown or written from now on.
    pub fn forget_everything(self) {
        self.outside.update_value(|outside| {
            outside.saver = Saver::default();
            outside.note = Rows::new();
        });
        self.store.keeping().set(Keeping::Gone);
        self.store.saving().set(SaveState::Saved);
        self.store.undo().set(Vec::new());
        self.store.redo().set(Vec::new());
        self.store.notice().set(None);
        self.store.records().set(Vec::new());
        self.store.instruments().set(Vec::new());
    }

    /// Takes note of when everything was last deleted, as the stored revisions say. If that was since this window knew
    /// of it, nothing is left to be done here.
    pub(super) fn finds_cleared(self, revisions: &BTreeMap<String, u64>) -> bool {
        let at = cleared_at(revisions);
        let is_news = self.outside.with_value(|outside| outside.saver.cleared() < at);
        if is_news {
            self.forget_everything();
        } else {
            // Lower where the browser itself has cleared its store: what is on the screen is not lost.
            self.outside.update_value(|outside| outside.saver.found_cleared(at));
        }
        is_news
    }
}

/// When everything was last deleted, as the stored revisions say.
fn cleared_at(revisions: &BTreeMap<String, Stamp>) -> Stamp {
    revisions.get(CLEARED).copied().unwrap_or_default()
}
