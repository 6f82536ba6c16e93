//! What the database holds, row by row: a record's head, its occasions, targets and conversations, and instruments of one's own,
//! each JSON text on its own. What is read is compared with its rows: of what could not be taken the row is kept.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::Value;

use super::fields::{Fields, Mender};
use super::restore::{self, Repair};
use super::stores::{CHART, CLEARED, LIST, Row, RowKey, Table, opened};
use super::{instrument, written};
use crate::domain::{Conversation, Date, Instrument, Occasion, Record, Target};

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
            rows.insert(key.clone(), Some(Row::new(key.table, key.key, part.written(after)).text));
        }
    }
    rows
}

/// What of a record has a row of its own.
#[derive(Clone, Copy)]
enum Part<'a> {
    Head,
    Occasion(&'a Arc<Occasion>),
    Target(&'a Target),
    Conversation(&'a Conversation),
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
    for conversation in &record.conversations {
        let key = RowKey { table: Table::Conversations, key: format!("{id}/{}", conversation.id) };
        keys.push((key, Part::Conversation(conversation)));
    }
    keys
}

impl Part<'_> {
    fn written(self, record: &Record) -> Value {
        match self {
            Self::Head => Value::Object(written::head(record)),
            Self::Occasion(occasion) => written::occasion(record, occasion),
            Self::Target(target) => written::target(record, target),
            Self::Conversation(conversation) => written::conversation(record, conversation),
        }
    }

    /// Whether this part of `after` has the same row in `before`.
    fn is_same(self, before: &Record, after: &Record) -> bool {
        let (was, is) = (&before.stamps, &after.stamps);
        match self {
            Self::Head => before.has_head_of(after),
            Self::Occasion(occasion) => {
                let id = &occasion.id;
                before.shared(id) == Some(occasion)
                    && was.occasions.get(id) == is.occasions.get(id)
                    && was.of_ratings(id).eq(is.of_ratings(id))
            }
            Self::Target(target) => {
                before.target(&target.id) == Some(target) && was.targets.get(&target.id) == is.targets.get(&target.id)
            }
            Self::Conversation(conversation) => {
                let id = &conversation.id;
                before.conversation(id) == Some(conversation)
                    && was.conversations.get(id) == is.conversations.get(id)
                    && was.private.get(id) == is.private.get(id)
            }
        }
    }
}

/// The row of an instrument of one's own.
pub fn instrument_row(form: &Instrument) -> Row {
    Row::new(Table::Instruments, form.about.id.as_str(), instrument::written(form))
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
    /// How often each record and instrument has been written, by the row's key.
    pub revisions: BTreeMap<String, u64>,
    /// Whether a newer version of the app has written here. What is here of it could only be read in part, and must not
    /// be written over.
    pub newer: bool,
    /// The rows of which not everything could be taken, as they stand: those that could not be read, and those that
    /// hold more than was made of them and are not newer.
    pub aside: Vec<Row>,
}

/// A row that says in which version it is.
struct Read {
    row: Row,
    data: Value,
    /// Holds more than can be known, and is not written over.
    newer: bool,
}

impl Read {
    /// The record it belongs to, and what it is called there.
    fn names(&self) -> (&str, &str) {
        self.row.key.key.split_once('/').unwrap_or((&self.row.key.key, ""))
    }

    /// Whether nothing is lost when `now` is written over it.
    fn is_in(&self, now: Option<Value>) -> bool {
        self.newer || now.is_some_and(|now| holds(&now, &self.data))
    }

    /// Whether it says that it is called `id`.
    fn is(&self, id: &str) -> bool {
        !id.is_empty() && self.data.get("id").and_then(Value::as_str) == Some(id)
    }
}

/// Puts together what the rows of [`Table::AT_START`] hold; those of other tables are no part of it. What cannot be
/// read is named and kept as it is.
pub fn restore_rows(rows: Vec<Row>) -> Restored {
    let mut restored = Restored::default();
    let mut known = BTreeSet::new();
    let (mut heads, mut forms, mut parts) = (Vec::new(), Vec::new(), BTreeMap::<String, Vec<Read>>::new());
    for row in rows.into_iter().filter(|row| Table::AT_START.contains(&row.key.table)) {
        if row.key.table == Table::Revisions {
            restored.take_revision(row);
            continue;
        }
        let held = opened(&row.text);
        // Also of a row that is there twice.
        restored.newer |= held.as_ref().is_some_and(|held| held.newer);
        let Some(held) = held.filter(|_| known.insert(row.key.clone())) else {
            restored.leave(row);
            continue;
        };
        let read = Read { row, data: held.data, newer: held.newer };
        match read.row.key.table {
            Table::Heads => heads.push(read),
            Table::Instruments => forms.push(read),
            _ => parts.entry(read.names().0.to_owned()).or_default().push(read),
        }
    }
    for head in heads {
        let parts = parts.remove(&head.row.key.key).unwrap_or_default();
        restored.take_record(head, parts);
    }
    // What belongs to no record that is here.
    for part in parts.into_values().flatten() {
        restored.leave(part.row);
    }
    for form in forms {
        restored.take_instrument(form);
    }
    restored
}

impl Restored {
    /// Keeps a row of which nothing could be made.
    pub(super) fn leave(&mut self, row: Row) {
        self.repairs.push(row.unreadable());
        self.aside.push(row);
    }

    fn take_revision(&mut self, row: Row) {
        let of_thing =
            row.key.key.split_once('/').is_some_and(|(of, id)| [CHART, LIST].contains(&of) && !id.is_empty());
        let known = of_thing || row.key.key == CLEARED;
        // As it is written, and in no other way: no sign, nothing before it.
        let number = row.text.parse::<u64>().ok().filter(|number| *number > 0 && number.to_string() == row.text);
        match number.filter(|_| known && !self.revisions.contains_key(&row.key.key)) {
            Some(number) => _ = self.revisions.insert(row.key.key, number),
            None => self.leave(row),
        }
    }

    fn take_record(&mut self, head: Read, parts: Vec<Read>) {
        let id = head.row.key.key.clone();
        let (fitting, others) = parts.into_iter().partition::<Vec<_>, _>(|part| part.is(part.names().1));
        for part in others {
            self.leave(part.row);
        }
        let of = |table| {
            let of_table = fitting.iter().filter(move |part| part.row.key.table == table);
            of_table.map(|part| &part.data).collect::<Vec<_>>()
        };
        let before = self.repairs.len();
        let record = Some(&head.data).filter(|_| head.is(&id)).and_then(|head| {
            let (occasions, targets) = (of(Table::Occasions), of(Table::Targets));
            let parts = restore::Read { occasions, targets, conversations: of(Table::Conversations) };
            restore::record(head, &parts, &mut self.repairs)
        });
        let Some(record) = record else {
            for each in fitting.into_iter().chain([head]) {
                self.leave(each.row);
            }
            return;
        };
        let noted = self.repairs.len() > before;
        let rows = [head].into_iter().chain(fitting);
        // What stands in place of a row when the record is written.
        let parts = row_keys(&record);
        let again = |row: &Row| parts.iter().find(|(key, _)| *key == row.key).map(|(_, part)| part.written(&record));
        let short = rows.filter(|each| !each.is_in(again(&each.row)));
        self.keep(&id, noted, short.map(|each| each.row).collect());
        self.records.push(record);
    }

    fn take_instrument(&mut self, read: Read) {
        let before = self.repairs.len();
        match own_instrument(&read.row.key.key, &read.data, &mut self.repairs) {
            Some(form) => {
                let short = !read.is_in(Some(instrument::written(&form)));
                let noted = self.repairs.len() > before;
                self.keep(form.about.id.as_str(), noted, if short { vec![read.row] } else { Vec::new() });
                self.instruments.push(form);
            }
            None => self.leave(read.row),
        }
    }

    /// Keeps the rows that hold more than was made of them, and says so where that has not been `noted` otherwise.
    fn keep(&mut self, id: &str, noted: bool, rows: Vec<Row>) {
        if !noted && !rows.is_empty() {
            self.repairs.push(Repair::Part { record: id.to_owned(), field: "unknown" });
        }
        self.aside.extend(rows);
    }
}

/// Whether all that stands in `was` stands in `now` too.
fn holds(now: &Value, was: &Value) -> bool {
    match (now, was) {
        (_, Value::Null) => true,
        (Value::Object(now), Value::Object(was)) => was.iter().all(|(name, was)| match now.get(name) {
            // Parts that are not here are no longer in order.
            Some(now) if ORDERS.contains(&name.as_str()) && is_texts(now) => was.is_null() || is_texts(was),
            Some(now) => holds(now, was),
            None => was.is_null(),
        }),
        (Value::Array(now), Value::Array(was)) => {
            now.len() == was.len() && now.iter().zip(was).all(|(now, was)| holds(now, was))
        }
        _ => now == was,
    }
}

const ORDERS: [&str; 3] = ["occasion_order", "target_order", "conversation_order"];

fn is_texts(value: &Value) -> bool {
    value.as_array().is_some_and(|list| list.iter().all(Value::is_string))
}

/// An instrument of one's own that says it is called `id`.
pub(super) fn own_instrument(id: &str, form: &Value, repairs: &mut Vec<Repair>) -> Option<Instrument> {
    let named = form.get("id").and_then(Value::as_str) == Some(id) && !id.is_empty();
    let mender = Mender::new(id, repairs);
    let form = Fields::new(form, &mender).filter(|_| named)?;
    Some(instrument::blank(instrument::restored(&form, Date::MIN)))
}
