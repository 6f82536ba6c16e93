//! Charts that come from outside: a file, the sample.

use std::sync::Arc;

use super::App;
use super::thing::{Thing, Unit};
use super::undo::{Step, Turn};
use crate::codec::{OpenedFile, Why};
use crate::domain::{Instrument, InstrumentId, KEPT_MONTHS, Merged, Record, RecordId, merge, months_later};

/// What opening a file did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// Charts that were not here before.
    pub added: Vec<RecordId>,
    /// Charts that were here and in the file, and have been brought together.
    pub merged: Vec<RecordId>,
    /// Instruments that were not here before.
    pub lists_added: Vec<InstrumentId>,
    /// Instruments that are called as one that is here but read differently: kept beside the others as copies.
    pub lists_copies: Vec<InstrumentId>,
}

/// How much there is: the same before a move and after it, where all has arrived.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    /// How many charts and audits.
    pub charts: usize,
    /// How many times one of them was rated.
    pub readings: usize,
    /// How many lists of one's own.
    pub lists: usize,
}

impl Amount {
    /// How much these are.
    pub fn of<'a>(records: impl IntoIterator<Item = &'a Record>, lists: usize) -> Self {
        let readings = |record: &Record| record.all_occasions().filter(|on| on.rated_count() > 0).count();
        let count = |amount: Self, record| Self {
            charts: amount.charts + 1,
            readings: amount.readings + readings(record),
            ..amount
        };
        records.into_iter().fold(Self { lists, ..Self::default() }, count)
    }
}

/// What would become of a chart from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is not here, and would be added.
    New,
    /// All of it is here.
    Here,
    /// It is here too, and reads differently: both would be brought together.
    Together {
        /// As it is here.
        here: Arc<Record>,
        /// As it would be.
        merged: Box<Merged>,
    },
}

impl Fate {
    /// Whether anything would read differently here.
    pub fn is_news(&self) -> bool {
        match self {
            Self::New => true,
            Self::Here => false,
            Self::Together { here, merged } => !merged.record.reads_as(here),
        }
    }
}

/// What would become of an instrument from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListFate {
    /// It is not here, and would be added.
    New,
    /// It is here, maybe under this other id.
    Here(InstrumentId),
    /// Another of its name is here: it would be put beside that.
    Copy,
}

impl App {
    /// What taking in `record` would do. Nothing is changed.
    pub fn fate_of(self, record: &Record) -> Fate {
        let Some(here) = self.untracked(&record.id) else { return Fate::New };
        // Whose it is here stays as it is, whatever the other device says.
        let record = Record { held_since: here.held_since, keep_until: here.keep_until, ..record.clone() };
        let merged = merge(&here, &record);
        let is_here = merged.record == *here && merged.lost.is_empty();
        if is_here { Fate::Here } else { Fate::Together { here, merged: Box::new(merged) } }
    }

    /// What taking in `form` would do. Nothing is changed.
    pub fn fate_of_list(self, form: &Instrument) -> ListFate {
        match self.own_alike(form) {
            Some(here) => ListFate::Here(here.about.id.clone()),
            None if self.own(&form.about.id).is_some() => ListFate::Copy,
            None => ListFate::New,
        }
    }

    /// Whether all that a file holds is here, every rating of it.
    pub fn has_all(self, file: &OpenedFile) -> bool {
        let has_list = |form| matches!(self.fate_of_list(form), ListFate::Here(_));
        file.records.iter().all(|record| !self.fate_of(record).is_news()) && file.instruments.iter().all(has_list)
    }

    /// Adds a chart that came from outside, such as the sample, unless it is here already.
    pub fn add(self, record: Record) {
        if self.untracked(&record.id).is_none() && !self.refuses() {
            let unit = Unit::Record(record.id.clone());
            let record = Some(Thing::Record(Arc::new(record)));
            self.remember(Step::of(&unit, None, record.clone(), None));
            self.put(&unit, record);
        }
    }

    /// As [`Self::take_in`], where the charts that are new here are somebody else's: they are kept apart from one's own.
    pub fn take_in_from_someone(self, mut file: OpenedFile) -> Opened {
        let today = self.today();
        for record in &mut file.records {
            (record.held_since, record.keep_until) = (Some(today), months_later(today, KEPT_MONTHS));
            record.noted_here.clear();
        }
        self.take_in(file)
    }

    /// Takes in what a file held. Nothing that is here is replaced: a chart that is here too is brought together with
    /// the file's, and kept as it was before. One undo takes all of it back.
    pub fn take_in(self, file: OpenedFile) -> Opened {
        let mut opened = Opened::default();
        if self.refuses() {
            return opened;
        }
        let mut turns = Vec::new();
        for form in file.instruments {
            let fate = self.fate_of_list(&form);
            let id = self.take_in_instrument(form);
            match fate {
                ListFate::New => opened.lists_added.push(id),
                ListFate::Here(_) => {}
                ListFate::Copy => opened.lists_copies.push(id),
            }
        }
        for id in opened.lists_added.iter().chain(&opened.lists_copies) {
            let unit = Unit::List(id.clone());
            turns.push(Turn { before: None, after: self.shown(&unit), unit });
        }
        for record in file.records {
            turns.extend(self.take_in_record(record, &mut opened));
        }
        if !turns.is_empty() {
            self.remember(Step::of_all(turns));
        }
        opened
    }

    fn take_in_record(self, record: Record, opened: &mut Opened) -> Option<Turn> {
        let (id, here) = (record.id.clone(), self.untracked(&record.id));
        let fate = self.fate_of(&record);
        let is_news = fate.is_news();
        let after = match fate {
            Fate::Here => return None,
            // When something was changed is all that the file knows better: nobody sees that.
            Fate::Together { merged, .. } if !is_news => {
                self.put_record(&id, Some(Arc::new(merged.record)));
                return None;
            }
            Fate::New => {
                opened.added.push(id.clone());
                record
            }
            Fate::Together { merged, .. } => {
                opened.merged.push(id.clone());
                merged.record
            }
        };
        if let Some(here) = &here {
            self.keep_version(here, Why::Import);
        }
        let (unit, after) = (Unit::Record(id), Some(Thing::Record(Arc::new(after))));
        self.put(&unit, after.clone());
        Some(Turn { unit, before: here.map(Thing::Record), after })
    }
}
