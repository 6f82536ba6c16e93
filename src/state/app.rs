//! The open charts and the verbs on them.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use reactive_graph::computed::Memo;
use reactive_graph::owner::{LocalStorage, StoredValue};
use reactive_graph::prelude::*;
use reactive_stores::Store;

use super::library::is_blank;
use super::ports::NotYet;
use super::saving::Saver;
use super::thing::{Thing, Unit};
use super::undo::{Step, Way, Wording};
use super::{Keeping, Notice, Ports, Rows, SaveState};
use crate::codec::{CLEARED, Repair, Restored, Why};
use crate::domain::{Date, Edit, Instrument, OccasionId, Record, RecordId, Sitting, Stamp};

/// How many hexadecimal digits the id of a part has.
const PART_ID_DIGITS: usize = 10;

/// What the interface can see.
#[derive(Debug, Store)]
pub(super) struct AppState {
    pub(super) records: Vec<Arc<Record>>,
    /// Those of one's own.
    pub(super) instruments: Vec<Arc<Instrument>>,
    pub(super) keeping: Keeping,
    pub(super) saving: SaveState,
    pub(super) undo: Vec<Step>,
    pub(super) redo: Vec<Step>,
    pub(super) notice: Option<Notice>,
}

pub(super) struct Outside {
    pub(super) ports: Rc<dyn Ports>,
    pub(super) saver: Saver,
    /// What was left for the next start, and need not be once all is saved.
    pub(super) note: Rows,
    /// When each chart was last kept as it was then.
    pub(super) kept_versions: BTreeMap<RecordId, Stamp>,
    /// What was begun in this window.
    pub(super) begun: BTreeSet<RecordId>,
    /// How a step is taken back and done again; none as long as nothing can be changed.
    pub(super) turn: Option<fn(App, Way)>,
}

/// The open charts and the verbs on them. `Copy`: pass it around freely.
#[derive(Clone, Copy)]
pub struct App {
    pub(super) store: Store<AppState>,
    pub(super) outside: StoredValue<Outside, LocalStorage>,
    /// What could not be taken as it stood when the app was opened.
    pub(super) repairs: StoredValue<Vec<Repair>>,
}

impl App {
    /// Opens the app on what was stored, to be looked at: nothing is changed or written before
    /// [`begin_work`](Self::begin_work). Home is shown before what changes things is here.
    pub fn new(today: fn() -> Date, stored: Restored, keeping: Keeping) -> Self {
        let aside = stored.set_aside();
        let Restored { records, instruments, revisions, newer, repairs, .. } = stored;
        let unreadable = repairs.len();
        let cleared = revisions.get(CLEARED).copied().unwrap_or_default();
        let revisions = revisions.into_iter().filter_map(|(key, count)| Some((Unit::of_key(&key)?, count))).collect();
        let state = AppState {
            records: records.into_iter().map(Arc::new).collect(),
            instruments: instruments.into_iter().map(Arc::new).collect(),
            keeping: if newer { Keeping::ReadOnly } else { keeping },
            saving: SaveState::Saved,
            undo: Vec::new(),
            redo: Vec::new(),
            notice: (unreadable > 0).then_some(Notice::Unreadable(unreadable)),
        };
        let mut saver = Saver::new(revisions, cleared);
        saver.beside(aside);
        let (note, kept_versions) = (Rows::new(), BTreeMap::new());
        let begun = BTreeSet::new();
        let outside = Outside { ports: Rc::new(NotYet(today)), saver, note, kept_versions, begun, turn: None };
        Self { store: Store::new(state), outside: StoredValue::new_local(outside), repairs: StoredValue::new(repairs) }
    }

    /// Where records are kept.
    pub fn keeping(self) -> Keeping {
        self.store.keeping().get()
    }

    /// Today, where the person is.
    pub fn today(self) -> Date {
        self.ports().today()
    }

    /// The time by this device's clock.
    pub fn now(self) -> Stamp {
        self.ports().now()
    }

    /// A new id that nobody else has.
    pub fn fresh_id(self) -> String {
        self.ports().fresh_id()
    }

    /// A new id for a part of a record or list, which no other part of it has: 40 bits, so that a link to it stays short.
    pub fn fresh_part_id(self) -> String {
        self.fresh_id().chars().take(PART_ID_DIGITS).collect()
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

    /// Whether there is anything that goes when the page is closed, because it is not kept.
    pub fn would_lose(self) -> bool {
        let all = matches!(self.store.keeping().get_untracked(), Keeping::ForNow | Keeping::MemoryOnly);
        let lists = all && self.store.instruments().with_untracked(|forms| !forms.iter().all(|form| is_blank(form)));
        lists
            || self.store.records().with_untracked(|records| {
                records.iter().any(|record| (all || record.just_for_now) && !record.sample && !record.is_untouched())
            })
    }

    /// Ends a visit of which nothing is kept: nothing is there any more that could be lost.
    pub fn forget(self) {
        if self.store.keeping().get_untracked() == Keeping::ForNow {
            self.store.records().set(Vec::new());
            self.store.instruments().set(Vec::new());
        }
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
        let first = OccasionId::new(self.fresh_part_id());
        self.forget_list(&instrument.about.id);
        let record = Record::with(instrument, id.clone(), first, self.today());
        self.outside.update_value(|outside| _ = outside.begun.insert(id.clone()));
        self.put_record(&id, Some(Arc::new(record)));
        id
    }

    /// Makes one change to a chart.
    pub fn edit(self, id: &RecordId, edit: Edit) {
        let Some(before) = self.untracked(id) else { return };
        let mut after = Record::clone(&before);
        if after.apply(edit.clone(), self.today()).is_err() {
            return self.tell(Notice::TooManyItems);
        }
        if after == *before || (self.is_read_only() && !edit.can_be_undone()) {
            return;
        }
        after.stamp_changes(Some(&before), self.ports().now());
        let after = Thing::Record(Arc::new(after));
        let unit = Unit::Record(id.clone());
        if edit.can_be_undone() && !self.is_read_only() {
            self.keep_version(&before, Why::Edit);
            let wording = Some(Wording::OfRecord(edit));
            self.remember(Step::of(&unit, Some(Thing::Record(before)), Some(after.clone()), wording));
        }
        self.put(&unit, Some(after));
    }

    /// Begins a sitting, or goes on with what was begun; `None` where the sitting has nothing to ask. What the owner of
    /// somebody else's chart has under way is not gone on with here.
    pub fn rate(self, id: &RecordId, sitting: Sitting) -> Option<OccasionId> {
        let record = self.untracked(id)?;
        if let Some(latest) = record.under_way() {
            return Some(latest.id.clone());
        }
        let occasion = OccasionId::new(self.fresh_part_id());
        self.edit(id, Edit::StartOccasion { occasion: occasion.clone(), sitting });
        self.untracked(id)?.occasion(&occasion).map(|begun| begun.id.clone())
    }

    pub(super) fn ports(self) -> Rc<dyn Ports> {
        self.outside.with_value(|outside| outside.ports.clone())
    }

    pub(super) fn untracked(self, id: &RecordId) -> Option<Arc<Record>> {
        self.store.records().with_untracked(|records| find(records, id))
    }

    /// A thing as it is on the screen.
    pub(super) fn shown(self, unit: &Unit) -> Option<Thing> {
        match unit {
            Unit::Record(id) => self.untracked(id).map(Thing::Record),
            Unit::List(id) => self.own(id).map(Thing::List),
        }
    }

    /// Puts a record in its place, or takes it away, and has the difference written.
    pub(super) fn put_record(self, id: &RecordId, record: Option<Arc<Record>>) {
        self.put(&Unit::Record(id.clone()), record.map(Thing::Record));
    }

    /// Puts a thing in its place, or takes it away, and has the difference written.
    pub(super) fn put(self, unit: &Unit, thing: Option<Thing>) {
        if self.refuses() {
            return;
        }
        let was = self.shown(unit);
        self.show(unit, thing);
        self.outside.update_value(|outside| outside.saver.changes(unit, was));
        self.write_next();
    }

    /// Puts a thing in its place on the screen, or takes it away.
    pub(super) fn show(self, unit: &Unit, thing: Option<Thing>) {
        match unit {
            Unit::Record(id) => {
                let record = thing.as_ref().and_then(Thing::record).cloned();
                self.store.records().update(|records| replace(records, |each| each.id == *id, record));
            }
            Unit::List(id) => {
                let form = thing.as_ref().and_then(Thing::list).cloned();
                self.store.instruments().update(|forms| replace(forms, |each| each.about.id == *id, form));
            }
        }
    }

    pub(super) fn is_read_only(self) -> bool {
        matches!(self.store.keeping().get_untracked(), Keeping::ReadOnly | Keeping::Gone)
    }

    /// Whether nothing can be changed, which is told then.
    pub(super) fn refuses(self) -> bool {
        let refuses = self.is_read_only();
        if refuses {
            self.tell(Notice::ReadOnly);
        }
        refuses
    }
}

/// Puts `new` in the place of the one that `is_it`, or at the end, or takes that one away.
fn replace<T>(all: &mut Vec<Arc<T>>, is_it: impl Fn(&Arc<T>) -> bool, new: Option<Arc<T>>) {
    match (all.iter().position(is_it), new) {
        (Some(at), Some(new)) => all.splice(at..=at, [new]).for_each(drop),
        (Some(at), None) => drop(all.remove(at)),
        (None, new) => all.extend(new),
    }
}

fn find(records: &[Arc<Record>], id: &RecordId) -> Option<Arc<Record>> {
    records.iter().find(|record| record.id == *id).cloned()
}
