//! Charts that come from outside: a file, the sample.

use std::sync::Arc;

use super::App;
use super::library::TakenIn;
use super::undo::Before;
use crate::codec::OpenedFile;
use crate::domain::{InstrumentId, Record, RecordId};

/// What opening a file did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// Charts that were not here before.
    pub added: Vec<RecordId>,
    /// Charts that were here already, just the same.
    pub already_here: Vec<RecordId>,
    /// Charts that were here but read differently: kept beside the others as copies.
    pub copies: Vec<RecordId>,
    /// Instruments that were not here before.
    pub lists_added: Vec<InstrumentId>,
    /// Instruments that were here already, just the same.
    pub lists_already_here: Vec<InstrumentId>,
    /// Instruments that are called as one that is here but read differently: kept beside the others as copies.
    pub lists_copies: Vec<InstrumentId>,
    /// Parts that could not be read.
    pub unreadable: usize,
}

impl App {
    /// Adds a chart that came from outside, such as the sample, unless it is here already.
    pub fn add(self, record: Record) {
        if self.untracked(&record.id).is_none() {
            let id = record.id.clone();
            self.remember(Before::Record(id.clone(), None), None);
            self.put(&id, Some(Arc::new(record)));
        }
    }

    /// Takes in what a file held. Nothing that is here is replaced.
    pub fn take_in(self, file: OpenedFile) -> Opened {
        let mut opened = Opened { unreadable: file.repairs.len(), ..Opened::default() };
        for form in file.instruments {
            match self.take_in_instrument(form) {
                TakenIn::Added(id) => opened.lists_added.push(id),
                TakenIn::AlreadyHere(id) => opened.lists_already_here.push(id),
                TakenIn::Copy(id) => opened.lists_copies.push(id),
            }
        }
        for mut record in file.records {
            match self.untracked(&record.id) {
                None => {
                    self.forget(&record.id);
                    opened.added.push(record.id.clone());
                }
                Some(here) if *here == record => {
                    opened.already_here.push(record.id);
                    continue;
                }
                Some(_) => {
                    record.id = RecordId::new(self.fresh_id());
                    opened.copies.push(record.id.clone());
                }
            }
            self.put(&record.id.clone(), Some(Arc::new(record)));
        }
        opened
    }
}
