//! The open charts and the verbs on them.

use std::rc::Rc;
use std::sync::Arc;

use reactive_graph::computed::Memo;
use reactive_graph::owner::{LocalStorage, StoredValue};
use reactive_graph::prelude::*;
use reactive_stores::Store;

use super::saving::{SaveQueue, difference};
use super::undo::{Before, Undo, Wording};
use super::{Batch, Keeping, Ports, SaveState};
use crate::codec::{Repair, Restored};
use crate::domain::{Edit, Instrument, OccasionId, Record, RecordId, Sitting};

/// What the interface can see.
#[derive(Debug, Store)]
pub(super) struct AppState {
    pub(super) records: Vec<Arc<Record>>,
    /// Those of one's own.
    pub(super) instruments: Vec<Arc<Instrument>>,
    saving: SaveState,
    pub(super) undo: Option<Undo>,
    pub(super) notice: Option<Notice>,
}

/// Something to tell the person once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The chart is full.
    TooManyItems,
    /// A chart was deleted, and can be brought back.
    Deleted,
    /// A list of one's own was deleted, and can be brought back.
    ListDeleted,
    /// A list was changed that charts or audits have been made with: it has become a new version.
    NewVersion,
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
    pub(super) fn is_passing(self) -> bool {
        !matches!(self, Self::Deleted | Self::ListDeleted | Self::Unreadable(_))
    }

    /// Whether its "Undo" is about one change and nothing else.
    pub fn offers_undo(self) -> bool {
        matches!(self, Self::Deleted | Self::ListDeleted)
    }
}

struct Outside {
    ports: Rc<dyn Ports>,
    queue: SaveQueue,
}

/// The open charts and the verbs on them. `Copy`: pass it around freely.
#[derive(Clone, Copy)]
pub struct App {
    pub(super) store: Store<AppState>,
    outside: StoredValue<Outside, LocalStorage>,
    keeping: Keeping,
    repairs: StoredValue<Vec<Repair>>,
}

impl App {
    /// Opens the app on what was stored.
    pub fn new(ports: Rc<dyn Ports>, stored: Restored, keeping: Keeping) -> Self {
        let Restored { records, instruments, repairs, .. } = stored;
        let unreadable = repairs.len();
        let state = AppState {
            records: records.into_iter().map(Arc::new).collect(),
            instruments: instruments.into_iter().map(Arc::new).collect(),
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

    /// Whether nothing of a record is kept once the page is closed; what reads it follows its changes.
    pub fn is_for_now(self, id: &RecordId) -> bool {
        self.store.records().with(|records| find(records, id)).is_some_and(|record| record.just_for_now)
    }

    /// Whether there is anything that goes when the page is closed, because it is just for now.
    pub fn would_lose(self) -> bool {
        self.store
            .records()
            .with_untracked(|records| records.iter().any(|record| record.just_for_now && !record.is_untouched()))
    }

    /// Whether what is on the screen is on the disk.
    pub fn saving(self) -> SaveState {
        self.store.saving().get()
    }

    /// Whether there is something to take back.
    pub fn can_undo(self) -> bool {
        self.store.undo().with(Option::is_some)
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
        self.begin(Instrument::own_chart())
    }

    /// Begins a new record of an instrument.
    pub fn begin(self, instrument: Instrument) -> RecordId {
        let id = RecordId::new(self.fresh_id());
        let first = OccasionId::new(self.fresh_id());
        self.forget_instrument(&instrument.about.id);
        self.put(&id, Some(Arc::new(Record::with(instrument, id.clone(), first, self.today()))));
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
            self.remember(Before::Record(id.clone(), Some(before)), Some(Wording::OfRecord(edit)));
        } else {
            self.carry_back(id, &edit);
        }
        self.put(id, Some(Arc::new(after)));
    }

    /// Begins a sitting, or goes on with what was begun; `None` where the sitting has nothing to ask.
    pub fn rate(self, id: &RecordId, sitting: Sitting) -> Option<OccasionId> {
        let record = self.untracked(id)?;
        if let Some(latest) = record.under_way() {
            return Some(latest.id.clone());
        }
        let occasion = OccasionId::new(self.fresh_id());
        self.edit(id, Edit::StartOccasion { occasion: occasion.clone(), sitting });
        self.untracked(id)?.occasion(&occasion).map(|begun| begun.id.clone())
    }

    /// Deletes a chart; one undo brings it back.
    pub fn delete(self, id: &RecordId) {
        let Some(before) = self.untracked(id) else { return };
        self.remember(Before::Record(id.clone(), Some(before)), None);
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
        self.drop_blank_lists();
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

    pub(super) fn ports(self) -> Rc<dyn Ports> {
        self.outside.with_value(|outside| outside.ports.clone())
    }

    pub(super) fn untracked(self, id: &RecordId) -> Option<Arc<Record>> {
        self.store.records().with_untracked(|records| find(records, id))
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
        self.save(changes);
    }

    /// Has changes written.
    pub(super) fn save(self, changes: Batch) {
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
