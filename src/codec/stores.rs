//! The tables of the database, and what a row in one of them looks like: a JSON text that begins with its version.

use serde_json::Value;

use super::restore::Repair;
use super::written;
use crate::domain::{InstrumentId, RecordId};

/// A table of the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// What Home lists: one row a record.
    Heads,
    /// One row an occasion.
    Occasions,
    /// One row a target.
    Targets,
    /// One row a conversation.
    Conversations,
    /// One row an instrument of one's own.
    Instruments,
    /// How often each record and each instrument of one's own has been written: `chart/<record id>` or `list/<instrument id>`, a
    /// decimal number; and [`CLEARED`].
    Revisions,
    /// Records as they were: `<record id>/<when><why>`.
    Snapshots,
    /// What was deleted, for a while: `chart/<record id>/<mark>` or `list/<instrument id>/<mark>`.
    Bin,
    /// Texts of rows that could not be taken as they stood: `<table>/<key>/<hash of the text>`.
    Aside,
    /// How the records are locked, where they are.
    Locks,
}

impl Table {
    /// All tables.
    pub const ALL: [Self; 10] = [
        Self::Heads,
        Self::Occasions,
        Self::Targets,
        Self::Conversations,
        Self::Instruments,
        Self::Revisions,
        Self::Snapshots,
        Self::Bin,
        Self::Aside,
        Self::Locks,
    ];

    /// What is read when the app starts.
    pub const AT_START: [Self; 6] =
        [Self::Heads, Self::Occasions, Self::Targets, Self::Conversations, Self::Instruments, Self::Revisions];

    /// What a rescue file is read for: whatever else a database holds is about these, and of that one only.
    pub(super) const TO_RESCUE: [Self; 5] =
        [Self::Heads, Self::Occasions, Self::Targets, Self::Conversations, Self::Instruments];

    /// The tables that hold the parts of a record.
    pub const OF_RECORDS: [Self; 4] = [Self::Heads, Self::Occasions, Self::Targets, Self::Conversations];

    /// The table's name in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Heads => "heads",
            Self::Occasions => "occasions",
            Self::Targets => "targets",
            Self::Conversations => "conversations",
            Self::Instruments => "instruments",
            Self::Revisions => "revisions",
            Self::Snapshots => "snapshots",
            Self::Bin => "bin",
            Self::Aside => "aside",
            Self::Locks => "locks",
        }
    }
}

/// Where a row stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowKey {
    /// In which table.
    pub table: Table,
    /// The record's id, for its parts followed by `/` and their own; or the instrument's. Of the other
    /// tables see [`Table`].
    pub key: String,
}

/// A row as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it stands.
    pub key: RowKey,
    /// Its JSON text, but of a revision: a number.
    pub text: String,
}

impl Row {
    pub(super) fn new(table: Table, key: impl Into<String>, data: Value) -> Self {
        Self { key: RowKey { table, key: key.into() }, text: envelope(data) }
    }

    /// That nothing could be made of it.
    pub(super) fn unreadable(&self) -> Repair {
        Repair::Unreadable { at: self.place(), text: self.text.clone() }
    }

    /// Where it stands, in one word: the table and the key.
    pub(super) fn place(&self) -> String {
        format!("{}/{}", self.key.table.name(), self.key.key)
    }
}

/// The start of the keys, in the tables that hold both, of what is about a record and of what is about an instrument.
pub const CHART: &str = "chart";
/// The same for an instrument of one's own.
pub const LIST: &str = "list";

/// The key of a record in the tables that hold both.
pub fn chart_key(id: &RecordId) -> String {
    format!("{CHART}/{id}")
}

/// The same of an instrument of one's own.
pub fn list_key(id: &InstrumentId) -> String {
    format!("{LIST}/{id}")
}

/// The row of [`Table::Revisions`] that says when all was deleted, in milliseconds since 1970, if it ever was.
pub const CLEARED: &str = "all";

/// What every row is wrapped in, so that a version is read before anything else.
fn envelope(data: Value) -> String {
    Value::Object(written::object(vec![("version", written::VERSION.into()), ("data", data)])).to_string()
}

/// What a row holds, of whatever type.
pub(super) struct Opened {
    pub data: Value,
    /// Whether a newer version of the app wrote it.
    pub newer: bool,
}

/// What a row holds, if it says in which version.
pub(super) fn opened(text: &str) -> Option<Opened> {
    let mut envelope: Value = serde_json::from_str(text).ok()?;
    let version = envelope.get("version")?.as_u64().filter(|version| *version > 0)?;
    let data = envelope.get_mut("data").map(Value::take).unwrap_or_default();
    Some(Opened { data, newer: version > written::VERSION })
}
