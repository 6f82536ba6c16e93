//! What could not be taken as it stood: copied before anything is written over it, and given out as a file.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::file::RESCUE_FORMAT;
use super::rows::Restored;
use super::stores::{Row, RowKey, Table};
use super::{instrument, written};
use crate::domain::Instrument;

/// The copy of a row that is set aside: the same text twice is one copy.
pub fn aside_row(row: &Row) -> Row {
    let key = format!("{}/{}", row.place(), mark(&row.text));
    Row { key: RowKey { table: Table::Aside, key }, text: row.text.clone() }
}

impl Restored {
    /// What to write, in one transaction, before anything else is: copies of all rows in [`Restored::aside`]; those that
    /// could not be read at all are taken from where they stood. Nothing where a newer version of the app has written.
    ///
    /// An empty text stays, for it may stand for what is no text; but where a number should be it goes, or nothing could
    /// follow on it.
    pub fn set_aside(&self) -> BTreeMap<RowKey, Option<String>> {
        let mut changes = BTreeMap::new();
        let goes = |row: &&Row| !row.text.is_empty() || row.key.table == Table::Revisions;
        for row in self.aside.iter().filter(|_| !self.newer).filter(goes) {
            let copy = aside_row(row);
            changes.insert(copy.key, Some(copy.text).filter(|text| !text.is_empty()));
            if self.repairs.contains(&row.unreadable()) {
                changes.insert(row.key.clone(), None);
            }
        }
        changes
    }
}

/// The rows of the table aside as a file of the kind that the recovery screen writes, each where it stood: a version that
/// can make more of them reads it.
pub fn write_aside(rows: &[Row]) -> String {
    let mut stores: Map<String, Value> = Map::new();
    for row in rows {
        let (table, key) = stood(&row.key).unwrap_or((row.key.table.name(), &row.key.key));
        let store = stores.entry(table).or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(store) = store {
            store.push(Value::Array(vec![key.into(), row.text.as_str().into()]));
        }
    }
    let file = written::value(vec![
        ("format", RESCUE_FORMAT.into()),
        ("version", 1.into()),
        ("stores", Value::Object(stores)),
    ]);
    format!("{file:#}\n")
}

/// The table and the key that a copy was taken from.
fn stood(key: &RowKey) -> Option<(&str, &str)> {
    let (place, _) = key.key.rsplit_once('/').filter(|_| key.table == Table::Aside)?;
    place.split_once('/')
}

/// Where a row stood of which this is the key of the copy.
pub fn stood_at(copy: &RowKey) -> Option<RowKey> {
    let (name, key) = stood(copy)?;
    let table = Table::ALL.into_iter().find(|table| table.name() == name)?;
    Some(RowKey { table, key: key.to_owned() })
}

/// What tells texts of one thing apart: FNV-1a.
pub(super) fn mark(text: &str) -> String {
    let hash =
        text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

/// What tells an instrument of one's own from how it was before and after.
pub fn list_mark(form: &Instrument) -> String {
    mark(&instrument::written(form).to_string())
}
