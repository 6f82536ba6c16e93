//! From a record to its rows.

use serde_json::Value;

use super::columns::{COLUMNS, FORMAT, From, LETTER_CHECK, Made, NO, OTHER, OWNER, YES, table_columns};
use super::days::DAY_CHECK;
use crate::codec::cells::csv_text;
use crate::codec::file::{self, NOTICE};
use crate::domain::{Occasion, Rater, Record};

/// The table, its oldest occasion first. `marked` for Excel.
pub fn write_table(record: &Record, marked: bool) -> String {
    csv_text(&table_lines(record), marked)
}

/// The lines of the table: the names of its columns, then its rows, of which there is at least one.
pub fn table_lines(record: &Record) -> Vec<Vec<String>> {
    let whole = file::whole(record);
    let list = |place: &str| whole.pointer(place).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let (items, occasions) = (list("/instrument/items"), list("/occasions"));
    let line = |item, on| row(&Row { record, whole: &whole, item, on });
    let mut lines = Vec::new();
    for (at, (occasion, written)) in record.all_occasions().zip(occasions).enumerate() {
        let on = Time { at, occasion, written };
        let rated = items.iter().enumerate().filter(|(_, item)| rating_of(on.written, item).is_some());
        let before = lines.len();
        lines.extend(rated.map(|item| line(Some(item), Some(on))));
        if lines.len() == before {
            lines.push(line(None, Some(on)));
        }
    }
    let is_on = |item: &Value| occasions.iter().any(|on| rating_of(on, item).is_some());
    lines.extend(items.iter().enumerate().filter(|(_, item)| !is_on(item)).map(|item| line(Some(item), None)));
    if lines.is_empty() {
        lines.push(line(None, None));
    }
    lines.insert(0, table_columns().map(str::to_owned).collect());
    lines
}

/// What a row is about.
struct Row<'a> {
    record: &'a Record,
    whole: &'a Value,
    /// An item and its place.
    item: Option<(usize, &'a Value)>,
    on: Option<Time<'a>>,
}

/// An occasion, its place, and how it is written.
#[derive(Clone, Copy)]
struct Time<'a> {
    at: usize,
    occasion: &'a Occasion,
    written: &'a Value,
}

fn row(row: &Row) -> Vec<String> {
    COLUMNS.iter().map(|(_, from)| cell(row, *from)).chain([FORMAT.to_owned()]).collect()
}

fn rating_of<'a>(occasion: &'a Value, item: &Value) -> Option<&'a Value> {
    occasion.get("ratings")?.get(item.get("id")?.as_str()?)
}

fn cell(row: &Row, from: From) -> String {
    let form = row.whole.get("instrument");
    let item = row.item.map(|(_, item)| item);
    let section = || {
        let id = item?.get("section").filter(|id| !id.is_null())?;
        form?.get("sections")?.as_array()?.iter().find(|section| section.get("id") == Some(id))
    };
    let value = match from {
        From::Record(name, _) => row.whole.get(name),
        From::Form(name, _) => form.and_then(|form| form.get(name)),
        From::Scale(name, _) => form.and_then(|form| form.get("scale")?.get(name)),
        From::Section(name) => section().and_then(|section| section.get(name)),
        From::Item(name, _) => item.and_then(|item| item.get(name)),
        From::Occasion(name, _) => row.on.and_then(|on| on.written.get(name)),
        From::Rating(name, _) => row.on.and_then(|on| rating_of(on.written, item?)?.get(name)),
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

fn made_cell(row: &Row, made: Made) -> String {
    let on = row.on.map(|on| on.occasion);
    let item = row.item.and_then(|(at, _)| row.record.instrument.items.get(at));
    let words = || {
        let value = on?.answer(&item?.id).value()?;
        item?.words_for(value).or_else(|| row.record.instrument.words_for(value))
    };
    match made {
        Made::Number => row.item.map(|(at, _)| (at + 1).to_string()).unwrap_or_default(),
        Made::OccasionNumber => row.on.map(|on| (on.at + 1).to_string()).unwrap_or_default(),
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
        Made::DayCheck => DAY_CHECK.to_owned(),
        Made::LetterCheck => LETTER_CHECK.to_owned(),
    }
}
