//! The open charts and the verbs on them.

use std::rc::Rc;
use std::sync::Arc;

use reactive_graph::computed::Memo;
use reactive_graph::owner::{LocalStorage, StoredValue};
use reactive_graph::prelude::*;
use reactive_stores::Store;

use super::saving::{SaveQueue, difference};
use super::{Keeping, Ports, SaveState};
use crate::codec::Repair;
use crate::domain::{Edit, Kind, OccasionId, Record, RecordId};

/// What the interface can see.
#[derive(Debug, Store)]
struct AppState {
    records: Vec<Arc<Record>>,
    saving: SaveState,
    undo: Option<Undo>,
    notice: Option<Notice>,
}

/// How to take the last change back.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Undo {
    record: RecordId,
    /// The record before the change; `None` when it did not exist.
    before: Option<Arc<Record>>,
    /// The change, when it was an edit that typing may go on with.
    edit: Option<Edit>,
}

/// Something to tell the person once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The chart is full.
    TooManyItems,
    /// A chart was deleted, and can be brought back.
    Deleted,
    /// Some of what was stored could not be read.
    Unreadable(usize),
    /// The sample could not be fetched.
    NoSample,
    /// A file is on its way to the person.
    FileSaved,
    /// A calendar entry is on its way to the person.
    ReminderSaved,
    /// The browser did not take a file to save.
    FileNotSaved,
}

impl Notice {
    /// Whether it is about one page only.
    fn is_passing(self) -> bool {
        !matches!(self, Self::Deleted | Self::Unreadable(_))
    }
}

struct Outside {
    ports: Rc<dyn Ports>,
    queue: SaveQueue,
}

/// The open charts and the verbs on them. `Copy`: pass it around freely.
#[derive(Clone, Copy)]
pub struct App {
    store: Store<AppState>,
    outside: StoredValue<Outside, LocalStorage>,
    keeping: Keeping,
    repairs: StoredValue<Vec<Repair>>,
}

impl App {
    /// Opens the app on what was stored.
    pub fn new(ports: Rc<dyn Ports>, records: Vec<Record>, repairs: Vec<Repair>, keeping: Keeping) -> Self {
        let unreadable = repairs.len();
        let state = AppState {
            records: records.into_iter().map(Arc::new).collect(),
            saving: SaveState::Saved,
            undo: None,
            notice: (unreadable > 0).then_some(Notice::Unreadable(unreadable)),
        };
        Self {
            store: Store::new(state),
            outside: StoredValue::new_local(Outside { ports, queue: SaveQueue::default() }),
            keeping,
            repairs: StoredValue::new(repairs),
        }
    }

    /// Where records are kept.
    pub fn keeping(self) -> Keeping {
        self.keeping
    }

    /// What could not be read when the app started.
    pub fn repairs(self) -> Vec<Repair> {
        self.repairs.get_value()
    }

    /// Today, where the person is.
    pub fn today(self) -> crate::domain::Date {
        self.ports().today()
    }

    /// A new id that nobody else has.
    pub fn fresh_id(self) -> String {
        self.ports().fresh_id()
    }

    /// All charts, the last rated first and samples at the end.
    pub fn records(self) -> Memo<Vec<Arc<Record>>> {
        Memo::new(move |_| {
            let mut records = self.store.records().get();
            records.sort_by_key(|record| {
                (record.sample, std::cmp::Reverse(record.last_rated().unwrap_or(record.made_on)))
            });
            records
        })
    }

    /// One chart, as it is now.
    pub fn record(self, id: RecordId) -> Memo<Option<Arc<Record>>> {
        Memo::new(move |_| self.store.records().with(|records| find(records, &id)))
    }

    /// Whether what is on the screen is on the disk.
    pub fn saving(self) -> SaveState {
        self.store.saving().get()
    }

    /// Whether there is something to take back, and in which chart.
    pub fn undoable(self) -> Option<RecordId> {
        self.store.undo().with(|undo| undo.as_ref().map(|undo| undo.record.clone()))
    }

    /// Something to tell the person, until it is dismissed.
    pub fn notice(self) -> Option<Notice> {
        self.store.notice().get()
    }

    /// Tells the person something.
    pub fn tell(self, notice: Notice) {
        self.store.notice().set(Some(notice));
    }

    /// Takes the notice away.
    pub fn dismiss_notice(self) {
        self.store.notice().set(None);
    }

    /// Begins a new construct chart.
    pub fn new_chart(self) -> RecordId {
        let id = RecordId::new(self.fresh_id());
        let record = Record::new(id.clone(), OccasionId::new(self.fresh_id()), self.today());
        self.put(&id, Some(Arc::new(record)));
        id
    }

    /// Makes one change to a chart.
    pub fn edit(self, id: &RecordId, edit: Edit) {
        let Some(before) = self.untracked(id) else { return };
        let mut after = Record::clone(&before);
        if after.apply(edit.clone(), self.today()).is_err() {
            self.store.notice().set(Some(Notice::TooManyItems));
            return;
        }
        if after == *before {
            return;
        }
        if edit.can_be_undone() {
            self.remember(id, Some(before), Some(edit));
        } else {
            self.carry_back(id, &edit);
        }
        self.put(id, Some(Arc::new(after)));
    }

    /// Begins to rate a chart again, or goes on with what was begun.
    pub fn rate_again(self, id: &RecordId) -> Option<OccasionId> {
        let record = self.untracked(id)?;
        if let Some(latest) = record.under_way() {
            return Some(latest.id.clone());
        }
        let occasion = OccasionId::new(self.fresh_id());
        let kind = if record.occasions.is_empty() { Kind::Baseline } else { Kind::Interim };
        self.edit(id, Edit::StartOccasion { occasion: occasion.clone(), kind });
        Some(occasion)
    }

    /// Deletes a chart; one undo brings it back.
    pub fn delete(self, id: &RecordId) {
        let Some(before) = self.untracked(id) else { return };
        self.remember(id, Some(before), None);
        self.put(id, None);
        self.store.notice().set(Some(Notice::Deleted));
    }

    /// Ends the sittings that were left long ago, and drops charts that were begun but into which nothing was ever
    /// put. Where something could not be read, there may have been something.
    pub fn tidy_up(self) {
        for record in self.store.records().get_untracked() {
            if let Some(left) = record.left(self.today()) {
                let mut ended = Record::clone(&record);
                // Only adding an item can be refused.
                _ = ended.apply(Edit::Finish(left.id.clone()), self.today());
                self.put(&record.id, Some(Arc::new(ended)));
            }
        }
        self.drop_untouched();
    }

    fn drop_untouched(self) {
        let untouched: Vec<RecordId> = self.store.records().with_untracked(|records| {
            records.iter().filter(|record| record.is_untouched()).map(|record| record.id.clone()).collect()
        });
        let whole =
            |id: &RecordId| self.repairs.with_value(|repairs| !repairs.iter().any(|repair| repair.concerns(id)));
        for id in untouched.into_iter().filter(whole) {
            self.put(&id, None);
        }
    }

    /// A page is left. Typing ends: what is typed on the next one is a step of its own. And what was said about the
    /// page has been said.
    pub fn leave_page(self) {
        if self.store.notice().get_untracked().is_some_and(Notice::is_passing) {
            self.store.notice().set(None);
        }
        if let Some(undo) = self.store.undo().get_untracked().filter(|undo| undo.edit.is_some()) {
            self.store.undo().set(Some(Undo { edit: None, ..undo }));
        }
    }

    /// Takes the last change back.
    pub fn undo(self) {
        let Some(undo) = self.store.undo().get_untracked() else { return };
        self.store.undo().set(None);
        self.store.notice().set(None);
        self.put(&undo.record, undo.before);
    }

    /// Tries again to store what could not be stored.
    pub fn retry(self) {
        self.write_next();
    }

    /// Sends what waits on its way at once, for the page may be gone before the write in flight has ended. It goes on
    /// waiting all the same, for the page may stay.
    pub fn flush(self) {
        let waiting = self.outside.with_value(|outside| outside.queue.waiting());
        if !waiting.is_empty() {
            self.ports().write(waiting, Box::new(|_| {}));
        }
    }

    fn ports(self) -> Rc<dyn Ports> {
        self.outside.with_value(|outside| outside.ports.clone())
    }

    pub(super) fn untracked(self, id: &RecordId) -> Option<Arc<Record>> {
        self.store.records().with_untracked(|records| find(records, id))
    }

    /// Keeps the way back; typing on in one field keeps the way back to before the typing.
    pub(super) fn remember(self, record: &RecordId, before: Option<Arc<Record>>, edit: Option<Edit>) {
        let last = self.store.undo().get_untracked();
        if let (Some(last), Some(edit)) = (&last, &edit)
            && last.record == *record
            && last.edit.as_ref().is_some_and(|before| edit.continues(before))
        {
            return;
        }
        // Its "Undo" is about the deletion and nothing else.
        if self.store.notice().get_untracked() == Some(Notice::Deleted) {
            self.store.notice().set(None);
        }
        self.store.undo().set(Some(Undo { record: record.clone(), before, edit }));
    }

    /// Makes a change that is none to take back in what the way back leads to as well.
    fn carry_back(self, record: &RecordId, edit: &Edit) {
        let Some(mut undo) = self.store.undo().get_untracked().filter(|undo| undo.record == *record) else { return };
        if let Some(before) = &mut undo.before {
            // Only adding an item can be refused, and that can be taken back.
            _ = Arc::make_mut(before).apply(edit.clone(), self.today());
        }
        self.store.undo().set(Some(undo));
    }

    /// Forgets the way back to how `record` was: it would replace what has come from outside since.
    pub(super) fn forget(self, record: &RecordId) {
        if self.store.undo().with_untracked(|undo| undo.as_ref().is_some_and(|undo| undo.record == *record)) {
            self.store.undo().set(None);
            self.store.notice().set(None);
        }
    }

    /// Puts a record in its place, or takes it away, and has the difference written.
    pub(super) fn put(self, id: &RecordId, record: Option<Arc<Record>>) {
        let before = self.untracked(id);
        let changes = difference(before.as_deref(), record.as_deref());
        let mut records = self.store.records().get_untracked();
        let at = records.iter().position(|each| each.id == *id);
        match (at, record) {
            (Some(at), Some(record)) => records.splice(at..=at, [record]).for_each(drop),
            (Some(at), None) => drop(records.remove(at)),
            (None, Some(record)) => records.push(record),
            (None, None) => {}
        }
        self.store.records().set(records);
        self.outside.update_value(|outside| outside.queue.push(changes));
        self.write_next();
    }

    fn write_next(self) {
        let batch = self.outside.try_update_value(|outside| outside.queue.next()).flatten();
        self.show_saving();
        if let Some(batch) = batch {
            self.ports().write(
                batch,
                Box::new(move |result| {
                    self.outside.update_value(|outside| outside.queue.done(result));
                    // After a failure the next change or `retry` tries again, not an endless loop.
                    if result.is_ok() { self.write_next() } else { self.show_saving() }
                }),
            );
        }
    }

    fn show_saving(self) {
        let state = self.outside.with_value(|outside| outside.queue.state());
        if self.store.saving().get_untracked() != state {
            self.store.saving().set(state);
        }
    }
}

fn find(records: &[Arc<Record>], id: &RecordId) -> Option<Arc<Record>> {
    records.iter().find(|record| record.id == *id).cloned()
}
