//! A table with a row for each item on each occasion, with everything that is needed to make the record of it again.
//!
//! What it does not carry: answers to prompts, targets, wishes, earlier wordings, words of numbers that were not chosen,
//! and when parts were changed. The record file carries all.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::cells::{csv_text, read_csv, unsafe_again};
use super::file::{self, FileError, NOTICE, OpenedFile};
use super::written::{list, object};
use crate::domain::{Occasion, Rater, Record};

/// What the rows say they are.
const FORMAT: &str = "roundel-table-1";
/// The beginning of what rows of any version say.
const FORMAT_BEGINS: &str = "roundel-table-";
/// What the rows of a table say that is made for reading: of two times side by side.
pub const FORMAT_SIDE_BY_SIDE: &str = "roundel-side-by-side-1";

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Number,
    Flag,
}

/// Where a column comes from: a part of a record, by the name its field has in a file; or made from what is there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum From {
    Record(&'static str, Kind),
    Form(&'static str, Kind),
    Scale(&'static str, Kind),
    Section(&'static str),
    Item(&'static str, Kind),
    Occasion(&'static str, Kind),
    Rating(&'static str, Kind),
    Made(Made),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Made {
    Number,
    RatedBy,
    Rater,
    Words,
    Focus,
    Rated,
    Notice,
}

use Kind::{Flag, Number, Text};

/// The columns in their order.
const COLUMNS: [(&str, From); 55] = [
    ("record_id", From::Record("id", Text)),
    ("title", From::Record("title", Text)),
    ("subject", From::Record("subject", Text)),
    ("owner", From::Record("owner", Text)),
    ("code", From::Record("code", Text)),
    ("made_on", From::Record("made_on", Text)),
    ("sample", From::Record("sample", Flag)),
    ("list_id", From::Form("id", Text)),
    ("list_version", From::Form("version", Number)),
    ("list_title", From::Form("title", Text)),
    ("style", From::Form("style", Text)),
    ("scale_min", From::Scale("min", Number)),
    ("scale_max", From::Scale("max", Number)),
    ("direction", From::Scale("direction", Text)),
    ("may_not_apply", From::Scale("may_not_apply", Flag)),
    ("number", From::Made(Made::Number)),
    ("section_id", From::Section("id")),
    ("section", From::Section("name")),
    ("item_id", From::Item("id", Text)),
    ("item_kind", From::Item("kind", Text)),
    ("attribute", From::Item("text", Text)),
    ("opposite", From::Item("opposite", Text)),
    ("seen_at_top", From::Item("seen_high", Text)),
    ("seen_at_bottom", From::Item("seen_low", Text)),
    ("item_direction", From::Item("direction", Text)),
    ("suggested_level", From::Item("needed", Number)),
    ("origin", From::Item("origin", Text)),
    ("category", From::Item("category", Text)),
    ("set_aside", From::Item("set_aside", Text)),
    ("occasion_id", From::Occasion("id", Text)),
    ("occasion_kind", From::Occasion("kind", Text)),
    ("rated_by", From::Made(Made::RatedBy)),
    ("rater", From::Made(Made::Rater)),
    ("quick", From::Occasion("quick", Flag)),
    ("on_paper", From::Occasion("on_paper", Flag)),
    ("rated_on", From::Occasion("rated_on", Text)),
    ("refers_to", From::Occasion("refers_to", Text)),
    ("finished", From::Occasion("finished", Flag)),
    ("earlier_shown", From::Occasion("earlier_shown", Flag)),
    ("answer", From::Rating("answer", Number)),
    ("answer_words", From::Made(Made::Words)),
    ("needed", From::Rating("needed", Number)),
    ("importance", From::Rating("importance", Number)),
    ("reason", From::Rating("why", Text)),
    ("example", From::Rating("example", Text)),
    ("focus", From::Made(Made::Focus)),
    ("idea_changed", From::Rating("idea_changed", Flag)),
    ("n", From::Made(Made::Rated)),
    ("overall_before", From::Occasion("overall_before", Number)),
    ("overall_after", From::Occasion("overall_after", Number)),
    ("context", From::Occasion("context", Text)),
    ("what_changed", From::Occasion("changed", Text)),
    ("what_contributed", From::Occasion("contributed", Text)),
    ("what_next", From::Occasion("next", Text)),
    ("notice", From::Made(Made::Notice)),
];

/// The columns without which a row cannot be told from another.
const NEEDED: [&str; 4] = ["record_id", "item_id", "occasion_id", "answer"];

/// The name of the column that says what the rows are.
const FORMAT_COLUMN: &str = "format";

/// The names of the columns, for those who explain them.
pub fn table_columns() -> impl Iterator<Item = &'static str> {
    COLUMNS.iter().map(|(name, _)| *name).chain([FORMAT_COLUMN])
}

/// A row for each item on each occasion, the oldest first; one for an item that was on none. `marked` for Excel.
pub fn write_table(record: &Record, marked: bool) -> String {
    csv_text(&table_lines(record), marked)
}

/// The lines of the table: the names of its columns, then its rows.
pub fn table_lines(record: &Record) -> Vec<Vec<String>> {
    let whole = file::whole(record);
    let mut lines = vec![table_columns().map(str::to_owned).collect::<Vec<_>>()];
    let parts = |name: &str| whole.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    let items = whole.pointer("/instrument/items").and_then(Value::as_array).cloned().unwrap_or_default();
    for (on, written) in record.all_occasions().zip(parts("occasions")) {
        for (at, item) in items.iter().enumerate().filter(|(_, item)| rating_of(&written, item).is_some()) {
            lines.push(row(&Row { record, whole: &whole, at, item, on: Some((on, &written)) }));
        }
    }
    let is_on = |item: &Value| parts("occasions").iter().any(|on| rating_of(on, item).is_some());
    for (at, item) in items.iter().enumerate().filter(|(_, item)| !is_on(item)) {
        lines.push(row(&Row { record, whole: &whole, at, item, on: None }));
    }
    lines
}

/// What a row is about.
struct Row<'a> {
    record: &'a Record,
    whole: &'a Value,
    at: usize,
    item: &'a Value,
    on: Option<(&'a Occasion, &'a Value)>,
}

fn row(row: &Row) -> Vec<String> {
    COLUMNS.iter().map(|(_, from)| cell(row, *from)).chain([FORMAT.to_owned()]).collect()
}

fn rating_of<'a>(occasion: &'a Value, item: &Value) -> Option<&'a Value> {
    occasion.get("ratings")?.get(item.get("id")?.as_str()?)
}

fn cell(row: &Row, from: From) -> String {
    let form = row.whole.get("instrument");
    let section = || {
        let id = row.item.get("section").filter(|id| !id.is_null())?;
        form?.get("sections")?.as_array()?.iter().find(|section| section.get("id") == Some(id))
    };
    let value = match from {
        From::Record(name, _) => row.whole.get(name),
        From::Form(name, _) => form.and_then(|form| form.get(name)),
        From::Scale(name, _) => form.and_then(|form| form.get("scale")?.get(name)),
        From::Section(name) => section().and_then(|section| section.get(name)),
        From::Item(name, _) => row.item.get(name),
        From::Occasion(name, _) => row.on.and_then(|(_, on)| on.get(name)),
        From::Rating(name, _) => row.on.and_then(|(_, on)| rating_of(on, row.item)?.get(name)),
        From::Made(made) => return made_cell(row, made),
    };
    value.map(plain).unwrap_or_default()
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(is) => if *is { YES } else { NO }.to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

const YES: &str = "yes";
const NO: &str = "no";
const OWNER: &str = "owner";
const OTHER: &str = "other";

fn made_cell(row: &Row, made: Made) -> String {
    let on = row.on.map(|(on, _)| on);
    let item = row.record.instrument.items.get(row.at);
    let words = || {
        let value = on?.answer(&item?.id).value()?;
        item?.words_for(value).or_else(|| row.record.instrument.words_for(value))
    };
    match made {
        Made::Number => (row.at + 1).to_string(),
        Made::RatedBy => on.map(|on| if on.rater == Rater::Me { OWNER } else { OTHER }).unwrap_or_default().to_owned(),
        Made::Rater => match on.map(|on| &on.rater) {
            Some(Rater::Other(label)) => label.clone(),
            _ => String::new(),
        },
        Made::Words => words().unwrap_or_default().to_owned(),
        Made::Focus => {
            let place = on.zip(item).and_then(|(on, item)| on.focus.iter().position(|focus| *focus == item.id));
            place.map(|place| (place + 1).to_string()).unwrap_or_default()
        }
        Made::Rated => on.map(|on| on.rated_count().to_string()).unwrap_or_default(),
        Made::Notice => NOTICE.to_owned(),
    }
}

/// Reads such a table, also one that a spreadsheet has saved with other separators and its columns in another order.
///
/// # Errors
/// [`FileError::Foreign`] for a table of another program, [`FileError::ForReading`] for one that was made to be read, and
/// the others as for a file.
pub fn read_table(text: &str) -> Result<OpenedFile, FileError> {
    let lines = read_csv(text).ok_or(FileError::Foreign)?;
    let (head, rows) = lines.split_first().ok_or(FileError::Foreign)?;
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
    let columns: Vec<(usize, From)> = COLUMNS.iter().filter_map(|(name, from)| Some((place(name)?, *from))).collect();
    let mut records: Vec<Gathered> = Vec::new();
    for row in rows {
        let read = ReadRow { columns: &columns, cells: row };
        let id = read.text(From::Record("id", Text));
        if !records.iter().any(|record| record.id == id) {
            records.push(Gathered { id: id.clone(), ..Gathered::default() });
        }
        records.iter_mut().filter(|record| record.id == id).for_each(|record| record.take(&read));
    }
    let records = records.into_iter().map(Gathered::whole).collect();
    let opened = file::records_of(&Value::Object(object(vec![("records", Value::Array(records))])));
    if opened.records.is_empty() { Err(FileError::Empty) } else { Ok(opened) }
}

/// A row that is being read.
struct ReadRow<'a> {
    columns: &'a [(usize, From)],
    cells: &'a [String],
}

impl ReadRow<'_> {
    /// The text of a column; empty where there is none.
    fn text(&self, column: From) -> String {
        let at = self.columns.iter().find(|(_, from)| *from == column).map(|(at, _)| *at);
        unsafe_again(at.and_then(|at| self.cells.get(at)).map(String::as_str).unwrap_or_default()).to_owned()
    }

    /// The fields of one part.
    fn fields(&self, name_of: impl Fn(From) -> Option<(&'static str, Kind)>) -> Map<String, Value> {
        let fields = self.columns.iter().filter_map(|(_, from)| {
            let (name, kind) = name_of(*from)?;
            Some((name, value(kind, &self.text(*from))))
        });
        object(fields.collect())
    }
}

/// What a cell says; what is none of what it should be stays as it is, to be noted by who reads it.
fn value(kind: Kind, text: &str) -> Value {
    let as_number = || text.trim().parse::<u64>().map_or_else(|_| Value::from(text), Value::from);
    match kind {
        Text if text.is_empty() => Value::Null,
        Text => text.into(),
        Number | Flag if text.trim().is_empty() => Value::Null,
        Number => as_number(),
        Flag => match text.trim().to_ascii_lowercase().as_str() {
            YES | "true" => true.into(),
            NO | "false" => false.into(),
            _ => text.into(),
        },
    }
}

/// A record as it comes together from its rows.
#[derive(Default)]
struct Gathered {
    id: String,
    head: Map<String, Value>,
    form: Map<String, Value>,
    scale: Map<String, Value>,
    /// Names of sections by their ids.
    sections: BTreeMap<String, String>,
    /// Items with the numbers they stand under.
    items: Vec<(u64, Map<String, Value>)>,
    occasions: Vec<GatheredOccasion>,
}

#[derive(Default)]
struct GatheredOccasion {
    id: String,
    fields: Map<String, Value>,
    ratings: Map<String, Value>,
    focus: BTreeMap<u64, Value>,
}

impl Gathered {
    fn take(&mut self, row: &ReadRow) {
        if self.head.is_empty() {
            self.head = row.fields(|from| if let From::Record(name, kind) = from { Some((name, kind)) } else { None });
            self.form = row.fields(|from| if let From::Form(name, kind) = from { Some((name, kind)) } else { None });
            self.scale = row.fields(|from| if let From::Scale(name, kind) = from { Some((name, kind)) } else { None });
        }
        let item = self.take_item(row);
        let on = row.text(From::Occasion("id", Text));
        if on.is_empty() {
            return;
        }
        if !self.occasions.iter().any(|each| each.id == on) {
            let fields =
                row.fields(|from| if let From::Occasion(name, kind) = from { Some((name, kind)) } else { None });
            let mut occasion = GatheredOccasion { id: on.clone(), fields, ..GatheredOccasion::default() };
            if row.text(From::Made(Made::RatedBy)) == OTHER {
                occasion.fields.insert("rater".into(), row.text(From::Made(Made::Rater)).into());
            }
            self.occasions.push(occasion);
        }
        let rating = row.fields(|from| if let From::Rating(name, kind) = from { Some((name, kind)) } else { None });
        for occasion in self.occasions.iter_mut().filter(|each| each.id == on) {
            if let Ok(place) = row.text(From::Made(Made::Focus)).trim().parse() {
                occasion.focus.insert(place, item.as_str().into());
            }
            occasion.ratings.insert(item.clone(), Value::Object(rating.clone()));
        }
    }

    /// Notes the row's item and its section, and gives the item's id.
    fn take_item(&mut self, row: &ReadRow) -> String {
        let id = row.text(From::Item("id", Text));
        if self.items.iter().any(|(_, item)| item.get("id").and_then(Value::as_str) == Some(&id)) {
            return id;
        }
        let mut item = row.fields(|from| if let From::Item(name, kind) = from { Some((name, kind)) } else { None });
        let section = row.text(From::Section("id"));
        if !section.is_empty() {
            item.insert("section".into(), section.as_str().into());
            let name = row.text(From::Section("name"));
            self.sections.insert(section, name);
        }
        let number = row.text(From::Made(Made::Number)).trim().parse().unwrap_or(u64::MAX);
        self.items.push((number, item));
        id
    }

    /// The record in one piece, as it stands in a file.
    fn whole(mut self) -> Value {
        self.items.sort_by_key(|(number, _)| *number);
        let mut form = self.form;
        form.insert("scale".into(), Value::Object(self.scale));
        form.insert("sections".into(), Value::Array(sections_of(&self.items, &self.sections)));
        form.insert("items".into(), self.items.into_iter().map(|(_, item)| Value::Object(item)).collect());
        let mut head = self.head;
        head.insert("occasion_order".into(), list(&self.occasions, |on| on.id.as_str().into()));
        let occasions = self.occasions.into_iter().map(|occasion| {
            let mut fields = occasion.fields;
            fields.insert("ratings".into(), Value::Object(occasion.ratings));
            fields.insert("focus".into(), occasion.focus.into_values().collect());
            Value::Object(fields)
        });
        head.insert("occasions".into(), occasions.collect());
        head.insert("instrument".into(), Value::Object(form));
        head.insert("making".into(), Value::Object(object(vec![("step", "closing".into())])));
        Value::Object(head)
    }
}

/// The sections in the order of the items that stand in them.
fn sections_of(items: &[(u64, Map<String, Value>)], names: &BTreeMap<String, String>) -> Vec<Value> {
    let mut sections: Vec<Value> = Vec::new();
    for id in items.iter().filter_map(|(_, item)| item.get("section")?.as_str()) {
        let name = names.get(id).map(String::as_str).unwrap_or_default();
        let section = Value::Object(object(vec![("id", id.into()), ("name", name.into())]));
        if !sections.contains(&section) {
            sections.push(section);
        }
    }
    sections
}
