//! What the database holds, row by row: a record's head, its occasions and its targets, and instruments of one's own,
//! each JSON text on its own.

use std::collections::BTreeMap;

use serde_json::Value;

use super::fields::{Fields, Mender};
use super::restore::{self, Repair};
use super::{instrument, written};
use crate::domain::{Date, Instrument, Occasion, Record, Target};

/// A table of the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// What Home lists: one row a record.
    Heads,
    /// One row an occasion.
    Occasions,
    /// One row a target.
    Targets,
    /// One row an instrument of one's own.
    Instruments,
}

impl Table {
    /// All tables.
    pub const ALL: [Self; 4] = [Self::Heads, Self::Occasions, Self::Targets, Self::Instruments];

    /// The table's name in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Heads => "heads",
            Self::Occasions => "occasions",
            Self::Targets => "targets",
            Self::Instruments => "instruments",
        }
    }
}

/// Where a row stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowKey {
    /// In which table.
    pub table: Table,
    /// The record's id, for occasions and targets followed by `/` and their own; or the instrument's.
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
    changed_rows(None, Some(record)).into_iter().filter_map(|(key, text)| Some((key, text?))).collect()
}

/// What to write so that the rows are those of `after` instead of `before`: the texts of those that differ, and no text
/// for those that are gone. Only what differs is put into text.
pub fn changed_rows(before: Option<&Record>, after: Option<&Record>) -> BTreeMap<RowKey, Option<String>> {
    let mut rows = BTreeMap::new();
    for (key, _) in before.into_iter().flat_map(row_keys) {
        rows.insert(key, None);
    }
    for (key, part) in after.into_iter().flat_map(row_keys) {
        let Some(after) = after else { continue };
        if before.is_some_and(|before| before.id == after.id && part.is_same(before, after)) {
            rows.remove(&key);
        } else {
            rows.insert(key, Some(envelope(part.written(after))));
        }
    }
    rows
}

/// What of a record has a row of its own.
#[derive(Clone, Copy)]
enum Part<'a> {
    Head,
    Occasion(&'a Occasion),
    Target(&'a Target),
}

fn row_keys(record: &Record) -> Vec<(RowKey, Part<'_>)> {
    let id = record.id.as_str();
    let mut keys = vec![(RowKey { table: Table::Heads, key: id.into() }, Part::Head)];
    for occasion in &record.occasions {
        let key = RowKey { table: Table::Occasions, key: format!("{id}/{}", occasion.id) };
        keys.push((key, Part::Occasion(occasion)));
    }
    for target in &record.targets {
        let key = RowKey { table: Table::Targets, key: format!("{id}/{}", target.id) };
        keys.push((key, Part::Target(target)));
    }
    keys
}

impl Part<'_> {
    fn written(self, record: &Record) -> Value {
        match self {
            Self::Head => Value::Object(written::head(record)),
            Self::Occasion(occasion) => written::occasion(record, occasion),
            Self::Target(target) => written::target(record, target),
        }
    }

    /// Whether this part of `after` has the same row in `before`.
    fn is_same(self, before: &Record, after: &Record) -> bool {
        let (was, is) = (&before.stamps, &after.stamps);
        match self {
            Self::Head => before.has_head_of(after),
            Self::Occasion(occasion) => {
                let id = &occasion.id;
                before.occasion(id) == Some(occasion)
                    && was.occasions.get(id) == is.occasions.get(id)
                    && was.of_ratings(id).eq(is.of_ratings(id))
            }
            Self::Target(target) => {
                before.target(&target.id) == Some(target) && was.targets.get(&target.id) == is.targets.get(&target.id)
            }
        }
    }
}

/// The row of an instrument of one's own.
pub fn instrument_row(form: &Instrument) -> Row {
    let key = RowKey { table: Table::Instruments, key: form.about.id.to_string() };
    Row { key, text: envelope(instrument::written(form)) }
}

/// What every row is wrapped in, so that a version is read before anything else.
fn envelope(data: Value) -> String {
    Value::Object(written::object(vec![("version", written::VERSION.into()), ("data", data)])).to_string()
}

fn data(row: &Row) -> Option<Value> {
    let mut envelope: Value = serde_json::from_str(&row.text).ok()?;
    let known = envelope
        .get("version")
        .and_then(Value::as_u64)
        .is_some_and(|version| (1..=written::VERSION).contains(&version));
    envelope.get_mut("data").filter(|data| known && data.is_object()).map(Value::take)
}

/// What the rows of the database hold.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// The records that could be read.
    pub records: Vec<Record>,
    /// The instruments of one's own that could be read.
    pub instruments: Vec<Instrument>,
    /// What could not be taken as it stood.
    pub repairs: Vec<Repair>,
}

/// Puts together what all rows of the database hold. What cannot be read is named and kept as it is.
pub fn restore_rows(rows: Vec<Row>) -> Restored {
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
            Table::Heads | Table::Instruments => {}
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
    let mut instruments = Vec::new();
    for (row, form) in read.iter().filter(|(row, _)| row.key.table == Table::Instruments) {
        match own_instrument(&row.key.key, form, &mut repairs) {
            Some(form) => instruments.push(form),
            None => repairs.push(unreadable(row)),
        }
    }
    Restored { records, instruments, repairs }
}

/// An instrument of one's own that says it is called `id`.
pub(super) fn own_instrument(id: &str, form: &Value, repairs: &mut Vec<Repair>) -> Option<Instrument> {
    let mender = Mender::new(id, repairs);
    let form = instrument::blank(instrument::restored(&Fields::new(form, &mender)?, Date::MIN));
    (form.about.id.as_str() == id && !id.is_empty()).then_some(form)
}

fn unreadable(row: &Row) -> Repair {
    Repair::Unreadable { at: format!("{}/{}", row.key.table.name(), row.key.key), text: row.text.clone() }
}
