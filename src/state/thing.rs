//! What is kept as one: a record or a list of one's own.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Rows, Under};
use crate::codec::{CHART, LIST, Row, RowKey, Table, changed_rows, chart_key, instrument_row, list_key};
use crate::domain::{Instrument, InstrumentId, Record, RecordId};

/// Names what is kept as one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// A record.
    Record(RecordId),
    /// A list of one's own.
    List(InstrumentId),
}

impl Unit {
    /// Its key wherever records and lists stand in one table.
    pub fn key(&self) -> String {
        match self {
            Self::Record(id) => chart_key(id),
            Self::List(id) => list_key(id),
        }
    }

    /// The unit with this key.
    pub fn of_key(key: &str) -> Option<Self> {
        match key.split_once('/')? {
            (CHART, id) => Some(Self::Record(RecordId::new(id))),
            (LIST, id) => Some(Self::List(InstrumentId::new(id))),
            _ => None,
        }
    }

    /// The row that counts its writes.
    pub(super) fn revision_row(&self) -> RowKey {
        RowKey { table: Table::Revisions, key: self.key() }
    }

    /// Whether a row is one of its own.
    pub(super) fn holds(&self, row: &RowKey) -> bool {
        self.places().iter().any(|under| under.table == row.table && under.holds(&row.key))
    }

    /// Where its rows stand.
    pub(super) fn places(&self) -> Vec<Under> {
        let under = |table, key: &str| Under { table, key: key.to_owned() };
        match self {
            Self::Record(id) => Table::OF_RECORDS.map(|table| under(table, id.as_str())).to_vec(),
            Self::List(id) => vec![under(Table::Instruments, id.as_str())],
        }
    }
}

/// What is kept as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Thing {
    Record(Arc<Record>),
    List(Arc<Instrument>),
}

/// How things stand; `None` where one is not there.
pub(super) type Things = BTreeMap<Unit, Option<Thing>>;

impl Thing {
    pub fn record(&self) -> Option<&Arc<Record>> {
        if let Self::Record(record) = self { Some(record) } else { None }
    }

    pub fn list(&self) -> Option<&Arc<Instrument>> {
        if let Self::List(form) = self { Some(form) } else { None }
    }

    /// Whether it is ever stored.
    pub fn is_kept(&self) -> bool {
        self.record().is_none_or(|record| !record.just_for_now)
    }
}

/// The rows to write so that storage holds `after` instead of `before`: only those that differ. What is just for now is
/// never stored.
pub(super) fn difference(before: Option<&Thing>, after: Option<&Thing>) -> Rows {
    let [before, after] = [before, after].map(|thing| thing.filter(|thing| thing.is_kept()));
    let record = |thing: Option<&Thing>| thing.and_then(Thing::record).cloned();
    let row = |thing: Option<&Thing>| thing.and_then(Thing::list).map(|form| instrument_row(form));
    let mut rows = changed_rows(record(before).as_deref(), record(after).as_deref());
    let (before, after) = (row(before), row(after));
    if before != after {
        rows.extend(before.map(|Row { key, .. }| (key, None)));
        rows.extend(after.map(|Row { key, text }| (key, Some(text))));
    }
    rows
}
