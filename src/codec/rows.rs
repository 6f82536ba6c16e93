//! A record as the rows of the database: a head, its occasions and its targets, each JSON text on its own.

use std::collections::BTreeMap;

use serde_json::Value;

use super::restore::{self, Repair};
use super::v1;
use crate::domain::Record;

/// A table of the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// What Home lists: one row a record.
    Heads,
    /// One row an occasion.
    Occasions,
    /// One row a target.
    Targets,
}

impl Table {
    /// All tables.
    pub const ALL: [Self; 3] = [Self::Heads, Self::Occasions, Self::Targets];

    /// The table's name in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Heads => "heads",
            Self::Occasions => "occasions",
            Self::Targets => "targets",
        }
    }
}

/// Where a row stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowKey {
    /// In which table.
    pub table: Table,
    /// The record's id; for occasions and targets followed by `/` and their own.
    pub key: String,
}

/// A row as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it stands.
    pub key: RowKey,
    /// Its JSON text.
    pub text: String,
}

/// The rows of `record`, by key.
pub fn row_texts(record: &Record) -> BTreeMap<RowKey, String> {
    let id = record.id.as_str();
    let mut rows = BTreeMap::new();
    rows.insert(RowKey { table: Table::Heads, key: id.into() }, envelope(Value::Object(v1::head(record))));
    for occasion in &record.occasions {
        let key = RowKey { table: Table::Occasions, key: format!("{id}/{}", occasion.id) };
        rows.insert(key, envelope(v1::occasion(occasion)));
    }
    for target in &record.targets {
        let key = RowKey { table: Table::Targets, key: format!("{id}/{}", target.id) };
        rows.insert(key, envelope(v1::target(target)));
    }
    rows
}

/// What every row is wrapped in, so that a version is read before anything else.
fn envelope(data: Value) -> String {
    Value::Object(v1::object(vec![("version", v1::VERSION.into()), ("data", data)])).to_string()
}

fn data(row: &Row) -> Option<Value> {
    let mut envelope: Value = serde_json::from_str(&row.text).ok()?;
    let current = envelope.get("version").and_then(Value::as_u64) == Some(v1::VERSION);
    envelope.get_mut("data").filter(|data| current && data.is_object()).map(Value::take)
}

/// Puts records together from all rows of the database. What cannot be read is named and kept as it is.
pub fn restore_rows(rows: Vec<Row>) -> (Vec<Record>, Vec<Repair>) {
    let mut repairs = Vec::new();
    let mut read: Vec<(Row, Value)> = Vec::new();
    for row in rows {
        match data(&row) {
            Some(data) => read.push((row, data)),
            None => repairs.push(unreadable(&row)),
        }
    }
    let mut occasions: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
    let mut targets: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
    for (row, data) in &read {
        let record = row.key.key.split('/').next().unwrap_or_default();
        match row.key.table {
            Table::Heads => {}
            Table::Occasions => occasions.entry(record).or_default().push(data),
            Table::Targets => targets.entry(record).or_default().push(data),
        }
    }
    let mut records = Vec::new();
    for (row, head) in read.iter().filter(|(row, _)| row.key.table == Table::Heads) {
        let id = row.key.key.as_str();
        let named = head.get("id").and_then(Value::as_str) == Some(id);
        let (occasions, targets) = (occasions.remove(id).unwrap_or_default(), targets.remove(id).unwrap_or_default());
        match restore::record(head, &occasions, &targets, &mut repairs).filter(|_| named) {
            Some(record) => records.push(record),
            None => repairs.push(unreadable(row)),
        }
    }
    (records, repairs)
}

fn unreadable(row: &Row) -> Repair {
    Repair::Unreadable { at: format!("{}/{}", row.key.table.name(), row.key.key), text: row.text.clone() }
}
