//! A record as the rows of the database: a head, its occasions and its targets, each JSON text on its own.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

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

/// What every row is wrapped in.
#[derive(Serialize, Deserialize)]
struct Envelope<T> {
    version: u32,
    data: T,
}

/// The version of the rows that this build writes.
const VERSION: u32 = 1;

/// The rows of `record`, by key.
pub fn row_texts(record: &Record) -> BTreeMap<RowKey, String> {
    let id = record.id.as_str();
    let mut rows = BTreeMap::new();
    rows.insert(RowKey { table: Table::Heads, key: id.into() }, text(v1::Head::from(record)));
    for occasion in &record.occasions {
        let key = RowKey { table: Table::Occasions, key: format!("{id}/{}", occasion.id) };
        rows.insert(key, text(v1::OccasionV1::from(occasion)));
    }
    for target in &record.targets {
        let key = RowKey { table: Table::Targets, key: format!("{id}/{}", target.id) };
        rows.insert(key, text(v1::TargetV1::from(target)));
    }
    rows
}

fn text<T: Serialize>(data: T) -> String {
    // Text-keyed maps, strings and numbers always serialise; an empty row would be set aside on reading.
    serde_json::to_string(&Envelope { version: VERSION, data }).unwrap_or_default()
}

/// Puts records together from all rows of the database. What cannot be read is named and kept as it is.
pub fn restore_rows(rows: Vec<Row>) -> (Vec<Record>, Vec<Repair>) {
    let mut repairs = Vec::new();
    let mut heads: Vec<(Row, v1::Head)> = Vec::new();
    let mut occasions: BTreeMap<String, Vec<v1::OccasionV1>> = BTreeMap::new();
    let mut targets: BTreeMap<String, Vec<v1::TargetV1>> = BTreeMap::new();
    for row in rows {
        let owner = row.key.key.split('/').next().unwrap_or_default().to_owned();
        let read = match row.key.table {
            Table::Heads => data(&row.text).map(|head| heads.push((row.clone(), head))),
            Table::Occasions => data(&row.text).map(|part| occasions.entry(owner).or_default().push(part)),
            Table::Targets => data(&row.text).map(|part| targets.entry(owner).or_default().push(part)),
        };
        if read.is_none() {
            repairs.push(unreadable(&row));
        }
    }
    let mut records = Vec::new();
    for (row, head) in heads {
        let occasions = occasions.remove(&head.id).unwrap_or_default();
        let targets = targets.remove(&head.id).unwrap_or_default();
        match restore::record(head, occasions, targets, &mut repairs) {
            Some(record) if row.key.key == record.id.as_str() => records.push(record),
            _ => repairs.push(unreadable(&row)),
        }
    }
    (records, repairs)
}

fn data<T: DeserializeOwned>(text: &str) -> Option<T> {
    let envelope: Envelope<T> = serde_json::from_str(text).ok()?;
    (envelope.version == VERSION).then_some(envelope.data)
}

fn unreadable(row: &Row) -> Repair {
    Repair::Unreadable { at: format!("{}/{}", row.key.table.name(), row.key.key), text: row.text.clone() }
}
