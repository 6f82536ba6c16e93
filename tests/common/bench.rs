//! The store on a database in memory, whose writes end when and how a test says.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use reactive_graph::owner::Owner;
use reactive_graph::prelude::*;
use roundel::codec::{Restored, Row, RowKey, instrument_row, restore_rows, row_texts};
use roundel::domain::{Date, Edit, Instrument, InstrumentId, Record, RecordId};
use roundel::state::{App, Batch, Keeping, Ports, SaveState, WriteResult};

use super::day;

/// A batch and what is to be told of its end.
type Write = (Batch, Box<dyn FnOnce(WriteResult)>);

/// A database in memory: each write waits until the test says how it ends.
pub struct Memory {
    today: Date,
    ids: Cell<usize>,
    pub rows: RefCell<BTreeMap<RowKey, String>>,
    waiting: RefCell<Vec<Write>>,
}

impl Ports for Memory {
    fn today(&self) -> Date {
        self.today
    }

    fn fresh_id(&self) -> String {
        self.ids.set(self.ids.get() + 1);
        format!("id{}", self.ids.get())
    }

    fn write(&self, batch: Batch, done: Box<dyn FnOnce(WriteResult)>) {
        self.waiting.borrow_mut().push((batch, done));
    }
}

impl Memory {
    /// Ends the only write that is under way; gives back what it would have written.
    pub fn end(&self, result: WriteResult) -> Batch {
        let mut waiting = self.waiting.borrow_mut();
        assert_eq!(waiting.len(), 1, "one writer, one write");
        let (batch, done) = waiting.pop().unwrap();
        drop(waiting);
        if result.is_ok() {
            for (key, text) in &batch {
                match text {
                    Some(text) => _ = self.rows.borrow_mut().insert(key.clone(), text.clone()),
                    None => _ = self.rows.borrow_mut().remove(key),
                }
            }
        }
        done(result);
        batch
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
        let rows = self.rows.borrow().iter().map(|(key, text)| Row { key: key.clone(), text: text.clone() }).collect();
        let restored = restore_rows(rows);
        assert_eq!(restored.repairs, []);
        restored
    }

    /// The stored records by id.
    pub fn stored(&self) -> BTreeMap<String, Record> {
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
    let owner = Owner::new();
    owner.set();
    let mut rows: BTreeMap<RowKey, String> = stored.records.iter().flat_map(row_texts).collect();
    rows.extend(stored.instruments.iter().map(instrument_row).map(|row| (row.key, row.text)));
    let memory = Rc::new(Memory {
        today: day("2015-07-13"),
        ids: Cell::new(0),
        rows: RefCell::new(rows),
        waiting: RefCell::new(Vec::new()),
    });
    let app = App::new(memory.clone(), stored, Keeping::Database);
    Bench { app, memory, _owner: owner }
}

impl Bench {
    pub fn chart(&self) -> Record {
        self.named("chart").unwrap()
    }

    pub fn named(&self, id: &str) -> Option<Record> {
        self.app.record(RecordId::new(id)).get_untracked().map(|record| Record::clone(&record))
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
}

/// The rows that a batch writes, and with a sign before them those it deletes.
pub fn keys(batch: &Batch) -> String {
    let key = |(key, text): (&RowKey, &Option<String>)| {
        let sign = if text.is_some() { "" } else { "-" };
        format!("{sign}{}:{}", key.table.name(), key.key)
    };
    batch.iter().map(key).collect::<Vec<_>>().join(" ")
}
