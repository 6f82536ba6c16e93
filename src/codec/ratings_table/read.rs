//! From rows to records.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::columns::{
    COLUMNS, DAY_CHECK_COLUMN, FORMAT, FORMAT_BEGINS, FORMAT_COLUMN, FORMAT_SIDE_BY_SIDE, From, Kind, LETTER_CHECK,
    LETTER_CHECK_COLUMN, Made, NO, YES,
};
use super::days::DayFormat;
use super::gather::Gathered;
use crate::codec::cells::{read_csv, unsafe_again};
use crate::codec::encoding::Decoded;
use crate::codec::file::{self, FileError, OpenedFile};
use crate::codec::iso;
use crate::codec::written::object;

/// The columns without which a row cannot be told from another.
const NEEDED: [&str; 4] = ["record_id", "item_id", "occasion_id", "answer"];

/// Reads such a table, also one that a spreadsheet has saved with other separators, its columns in another order, and its
/// days as its country writes them.
///
/// # Errors
/// [`FileError::Foreign`] for a table of another program, [`FileError::ForReading`] for one that was made to be read,
/// [`FileError::Letters`] and [`FileError::UnclearDay`] where a spreadsheet has changed what cannot be known again, and
/// the others as for a file.
pub(in crate::codec) fn read_table(table: &Decoded) -> Result<OpenedFile, FileError> {
    let lines = read_csv(&table.text).ok_or(FileError::Foreign)?;
    let (head, rows) = lines.split_first().ok_or(FileError::Foreign)?;
    let rows: Vec<&Vec<String>> = rows.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect();
    let place = |name: &str| head.iter().position(|cell| cell.trim() == name);
    let format = place(FORMAT_COLUMN).ok_or(FileError::Foreign)?;
    let said = rows.iter().find_map(|row| row.get(format)).map(|format| format.trim()).ok_or(FileError::Empty)?;
    match said {
        FORMAT => {}
        FORMAT_SIDE_BY_SIDE => return Err(FileError::ForReading),
        newer if newer.starts_with(FORMAT_BEGINS) => return Err(FileError::TooNew),
        _ => return Err(FileError::Foreign),
    }
    if NEEDED.into_iter().any(|name| place(name).is_none()) {
        return Err(FileError::Broken);
    }
    check_letters(table, place(LETTER_CHECK_COLUMN), &rows)?;
    let columns: Vec<Column> =
        COLUMNS.iter().filter_map(|(name, from)| Some(Column { at: place(name)?, name, from: *from })).collect();
    let records = gathered(&columns, rows)?.into_iter().map(Gathered::whole).collect();
    let opened = file::records_of(&Value::Object(object(vec![("records", Value::Array(records))])));
    if opened.records.is_empty() { Err(FileError::Empty) } else { Ok(opened) }
}

/// Sees to it that letters are what they were, as far as the check in the rows shows it. Where it has been taken out, only
/// bytes that can be nothing else are believed.
fn check_letters(table: &Decoded, check: Option<usize>, rows: &[&Vec<String>]) -> Result<(), FileError> {
    let said = rows.iter().filter_map(|row| row.get(check?)).map(|cell| cell.trim());
    let mut said = said.filter(|cell| !cell.is_empty()).peekable();
    let known = table.certain || said.peek().is_some();
    if known && said.all(|cell| cell == LETTER_CHECK) { Ok(()) } else { Err(FileError::Letters) }
}

/// The records that the rows belong to, in the order of their first rows.
fn gathered(columns: &[Column], rows: Vec<&Vec<String>>) -> Result<Vec<Gathered>, FileError> {
    let (mut records, mut places) = (Vec::<Gathered>::new(), BTreeMap::new());
    for row in rows {
        let read = ReadRow { columns, cells: row.clone() }.with_plain_days()?;
        let place = *places.entry(read.text(From::Record("id", Kind::Text))).or_insert_with(|| {
            records.push(Gathered::default());
            records.len() - 1
        });
        if let Some(record) = records.get_mut(place) {
            record.take(&read);
        }
    }
    Ok(records)
}

/// A column that the table has.
struct Column {
    at: usize,
    name: &'static str,
    from: From,
}

/// A row that is being read.
pub(super) struct ReadRow<'a> {
    columns: &'a [Column],
    cells: Vec<String>,
}

impl ReadRow<'_> {
    /// The row with its days as they stand in a file.
    fn with_plain_days(mut self) -> Result<Self, FileError> {
        let unclear = |column, text: &str| FileError::UnclearDay { column, text: text.chars().take(SHOWN).collect() };
        let check = self.text(From::Made(Made::DayCheck));
        let format = DayFormat::of(&check).ok_or_else(|| unclear(DAY_CHECK_COLUMN, &check))?;
        for column in self.columns.iter().filter(|column| column.from.is_day()) {
            let Some(cell) = self.cells.get_mut(column.at).filter(|cell| !cell.trim().is_empty()) else { continue };
            *cell = format.day(cell).map(iso).ok_or_else(|| unclear(column.name, cell))?;
        }
        Ok(self)
    }

    /// The text of a column; empty where there is none.
    pub fn text(&self, column: From) -> String {
        let at = self.columns.iter().find(|each| each.from == column).map(|each| each.at);
        unsafe_again(at.and_then(|at| self.cells.get(at)).map(String::as_str).unwrap_or_default()).to_owned()
    }

    /// The fields of one part.
    pub fn fields(&self, name_of: impl Fn(From) -> Option<(&'static str, Kind)>) -> Map<String, Value> {
        let fields = self.columns.iter().filter_map(|column| {
            let (name, kind) = name_of(column.from)?;
            Some((name, value(kind, &self.text(column.from))))
        });
        object(fields.collect())
    }
}

/// How much of a cell is shown in which no day can be read, in signs.
const SHOWN: usize = 40;

/// What a cell says; what is none of what it should be stays as it is, to be noted by who reads it.
fn value(kind: Kind, text: &str) -> Value {
    let as_number = || text.trim().parse::<u64>().map_or_else(|_| Value::from(text), Value::from);
    match kind {
        Kind::Text | Kind::Day if text.is_empty() => Value::Null,
        Kind::Text | Kind::Day => text.into(),
        Kind::Number | Kind::Flag if text.trim().is_empty() => Value::Null,
        Kind::Number => as_number(),
        Kind::Flag => match text.trim().to_ascii_lowercase().as_str() {
            YES | "true" => true.into(),
            NO | "false" => false.into(),
            _ => text.into(),
        },
    }
}
