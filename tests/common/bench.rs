//! The store on a database in memory, whose writes end when and how a test says.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use reactive_graph::owner::Owner;
use reactive_graph::prelude::*;
use roundel::codec::{Restored, Row, RowKey, Table, instrument_row, restore_rows, row_texts};
use roundel::domain::{Date, Edit, Instrument, InstrumentId, Record, RecordId, Stamp, Stamps};
use roundel::state::{App, Batch, Keeping, Left, Ports, Rows, SaveState, Under, Unit, WriteError, WriteResult};

use super::day;

/// The day of all tests.
const TODAY: &str = "2015-07-13";

/// A batch and what is to be told of its end.
type Write = (Batch, Box<dyn FnOnce(WriteResult)>);

/// Rows that are wanted, and who is to be given them.
type Read = (Vec<Under>, Box<dyn FnOnce(Option<Vec<Row>>)>);

/// A disk that several windows can share.
pub type Disk = Rc<RefCell<BTreeMap<RowKey, String>>>;

/// A window's way to a disk in memory: each write waits until the test says how it ends.
pub struct Memory {
    pub today: Cell<Date>,
    pub now: Cell<Stamp>,
    /// Whether the clock stands still.
    pub is_stopped: Cell<bool>,
    ids: Cell<usize>,
    window: usize,
    pub rows: Disk,
    /// What is left for the next start.
    pub note: RefCell<BTreeMap<RowKey, String>>,
    waiting: RefCell<Vec<Write>>,
    /// What is to be read once a test says so; none where it is read at once.
    later: RefCell<Option<Vec<Read>>>,
}

impl Ports for Memory {
    fn today(&self) -> Date {
        self.today.get()
    }

    fn now(&self) -> Stamp {
        self.now.set(self.now.get() + u64::from(!self.is_stopped.get()));
        self.now.get()
    }

    fn fresh_id(&self) -> String {
        self.ids.set(self.ids.get() + 1);
        let window = if self.window == 0 { String::new() } else { format!("w{}-", self.window) };
        format!("{window}id{}", self.ids.get())
    }

    fn write(&self, batch: Batch, done: Box<dyn FnOnce(WriteResult)>) {
        self.waiting.borrow_mut().push((batch, done));
    }

    fn read(&self, wanted: Vec<Under>, done: Box<dyn FnOnce(Option<Vec<Row>>)>) {
        if let Some(later) = self.later.borrow_mut().as_mut() {
            return later.push((wanted, done));
        }
        let is_wanted = |key: &RowKey| wanted.iter().any(|under| under.table == key.table && under.holds(&key.key));
        let rows = self.all_rows().into_iter().filter(|row| is_wanted(&row.key)).collect();
        done(Some(rows));
    }

    fn keys(&self, wanted: Under, done: Box<dyn FnOnce(Vec<String>)>) {
        self.read(vec![wanted], Box::new(|rows| done(rows.into_iter().flatten().map(|row| row.key.key).collect())));
    }

    fn leave_note(&self, rows: Rows) {
        change(&mut self.note.borrow_mut(), &rows);
    }
}

fn change(stored: &mut BTreeMap<RowKey, String>, rows: &Rows) {
    for (key, text) in rows {
        match text {
            Some(text) => _ = stored.insert(key.clone(), text.clone()),
            None => _ = stored.remove(key),
        }
    }
}

impl Memory {
    /// Ends the only write that is under way; gives back what it would have changed. One that would go well does not
    /// where the disk does not stand as expected.
    pub fn end(&self, result: WriteResult) -> Rows {
        self.end_without(result, |_| false)
    }

    /// The same, but that of the rows that it changes some stay as they were.
    pub fn end_without(&self, result: WriteResult, is_lost: impl Fn(&RowKey) -> bool) -> Rows {
        let mut waiting = self.waiting.borrow_mut();
        assert_eq!(waiting.len(), 1, "one writer, one write");
        let (batch, done) = waiting.pop().unwrap();
        drop(waiting);
        let fits = batch.expected.iter().all(|(key, text)| self.rows.borrow().get(key) == text.as_ref());
        let result = if fits { result } else { result.and(Err(WriteError::Outdated)) };
        if result.is_ok() {
            if batch.clears {
                self.rows.borrow_mut().clear();
                self.note.borrow_mut().clear();
            }
            let arrives = |(key, _): &(&RowKey, &Option<String>)| !is_lost(key);
            let changes = batch.changes.iter().filter(arrives).map(|(key, text)| (key.clone(), text.clone())).collect();
            change(&mut self.rows.borrow_mut(), &changes);
        }
        done(result);
        batch.changes
    }

    /// From now on what is to be read waits.
    pub fn reads_later(&self) {
        *self.later.borrow_mut() = Some(Vec::new());
    }

    /// All that was to be read is read as it stands now, and from now on at once.
    pub fn read_now(&self) {
        for (wanted, done) in self.later.take().into_iter().flatten() {
            self.read(wanted, done);
        }
    }

    fn all_rows(&self) -> Vec<Row> {
        self.rows.borrow().iter().map(|(key, text)| Row { key: key.clone(), text: text.clone() }).collect()
    }

    pub fn is_idle(&self) -> bool {
        self.waiting.borrow().is_empty()
    }

    /// Lets all writes end well.
    pub fn settle(&self) {
        while !self.is_idle() {
            self.end(Ok(()));
        }
    }

    /// All that is stored, none of which needs a repair.
    fn restored(&self) -> Restored {
        let restored = restore_rows(self.all_rows());
        assert_eq!(restored.repairs, []);
        restored
    }

    /// The stored records by id, without their stamps.
    pub fn stored(&self) -> BTreeMap<String, Record> {
        self.stored_with_stamps().into_iter().map(|(id, record)| (id, plain(record))).collect()
    }

    /// The stored records by id, as they stand.
    pub fn stored_with_stamps(&self) -> BTreeMap<String, Record> {
        self.restored().records.into_iter().map(|record| (record.id.to_string(), record)).collect()
    }

    /// The stored instruments of one's own by id.
    pub fn stored_lists(&self) -> BTreeMap<String, Instrument> {
        self.restored().instruments.into_iter().map(|form| (form.about.id.to_string(), form)).collect()
    }
}

pub struct Bench {
    pub app: App,
    pub memory: Rc<Memory>,
    _owner: Owner,
}

/// The app on `records`, which are stored, on 13 July 2015.
pub fn open(records: Vec<Record>) -> Bench {
    open_on(Restored { records, ..Restored::default() })
}

/// The same with instruments of one's own, or where something could not be read.
pub fn open_on(stored: Restored) -> Bench {
    open_kept(stored, Keeping::Database)
}

/// The same where things are kept so.
pub fn open_kept(stored: Restored, keeping: Keeping) -> Bench {
    let owner = Owner::new();
    owner.set();
    let mut rows: BTreeMap<RowKey, String> = stored.records.iter().flat_map(row_texts).collect();
    rows.extend(stored.instruments.iter().map(instrument_row).map(|row| (row.key, row.text)));
    let memory = memory(Rc::new(RefCell::new(rows)), 0);
    let app = App::new(|| day(TODAY), stored, keeping);
    app.begin_work(memory.clone(), &Left::default());
    Bench { app, memory, _owner: owner }
}

fn memory(rows: Disk, window: usize) -> Rc<Memory> {
    Rc::new(Memory {
        today: Cell::new(day(TODAY)),
        now: Cell::new(1_436_745_600_000),
        is_stopped: Cell::new(false),
        ids: Cell::new(0),
        window,
        rows,
        note: RefCell::default(),
        waiting: RefCell::new(Vec::new()),
        later: RefCell::new(None),
    })
}

/// Another window on `disk`, as it stands.
pub fn open_window(disk: &Disk, window: usize) -> Bench {
    open_window_on(disk, window, &Left::default())
}

/// The same where a visit before has left rows.
pub fn open_window_on(disk: &Disk, window: usize, left: &Left) -> Bench {
    let owner = Owner::new();
    owner.set();
    let memory = memory(disk.clone(), window);
    change(
        &mut memory.note.borrow_mut(),
        &left.rows.iter().map(|row| (row.key.clone(), Some(row.text.clone()))).collect(),
    );
    let app = App::new(|| day(TODAY), restore_rows(memory.all_rows()), Keeping::Database);
    app.begin_work(memory.clone(), left);
    Bench { app, memory, _owner: owner }
}

/// A record without its stamps: what it says.
pub fn plain(record: Record) -> Record {
    Record { stamps: Stamps::default(), ..record }
}

impl Bench {
    /// The record called "chart", without its stamps, as all here.
    pub fn chart(&self) -> Record {
        self.named("chart").unwrap()
    }

    pub fn named(&self, id: &str) -> Option<Record> {
        self.app.record(RecordId::new(id)).get_untracked().map(|record| plain(Record::clone(&record)))
    }

    pub fn edit(&self, edit: Edit) {
        self.app.edit(&RecordId::new("chart"), edit);
    }

    /// The instrument of one's own called `id`.
    pub fn list(&self, id: &str) -> Option<Instrument> {
        self.app.instrument(InstrumentId::new(id)).get_untracked().map(|form| Instrument::clone(&form))
    }

    /// All instruments of one's own by id.
    pub fn lists(&self) -> BTreeMap<String, Instrument> {
        let lists = self.app.instruments().get_untracked();
        lists.iter().map(|form| (form.about.id.to_string(), Instrument::clone(form))).collect()
    }

    pub fn ids(&self) -> Vec<String> {
        self.app.records().get_untracked().iter().map(|record| record.id.to_string()).collect()
    }

    pub fn saving(&self) -> SaveState {
        self.app.saving()
    }

    /// Whether the last change can be taken back from any page: home's, or that of a chart or list that is here.
    pub fn can_undo(&self) -> bool {
        let charts = self.ids().into_iter().map(|id| Unit::Record(RecordId::new(id)));
        let lists = self.lists().into_keys().map(|id| Unit::List(InstrumentId::new(id)));
        let mut pages = charts.chain(lists).map(Some).chain([None]);
        pages.any(|shown| self.app.can_undo_on(shown.as_ref()))
    }
}

/// The rows of charts and lists that a batch writes, and with a sign before them those it deletes.
pub fn keys(changes: &Rows) -> String {
    let is_shown = |(key, _): &(&RowKey, &Option<String>)| {
        Table::OF_RECORDS.contains(&key.table) || key.table == Table::Instruments
    };
    let key = |(key, text): (&RowKey, &Option<String>)| {
        let sign = if text.is_some() { "" } else { "-" };
        format!("{sign}{}:{}", key.table.name(), key.key)
    };
    changes.iter().filter(is_shown).map(key).collect::<Vec<_>>().join(" ")
}
