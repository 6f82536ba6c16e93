//! The instrument file, `.roundel-list.json`: what the built-in instruments are kept in, and how one's own travel.

use serde_json::Value;

use super::fields::{Fields, Mender};
use super::file::{FileError, parsed};
use super::restore::Repair;
use super::{instrument, written};
use crate::domain::{Date, Instrument};
use crate::instruments::{Fault, Problem, check};

pub(super) const FORMAT: &str = "roundel-instrument";

/// The version that is written, and the newest that is read.
const VERSION: u64 = 1;

/// Writes an instrument as a file, readable by people too.
pub fn write_instrument(form: &Instrument) -> String {
    let file = written::value(vec![
        ("format", FORMAT.into()),
        ("version", VERSION.into()),
        ("instrument", instrument::written(form)),
    ]);
    format!("{file:#}\n")
}

/// Reads an instrument file, whole or not at all: a form that is not quite the one its author made would ask something
/// else.
///
/// # Errors
/// [`FileError`] says why not, and names the field where it is one.
pub fn read_instrument(bytes: &[u8]) -> Result<Instrument, FileError> {
    let file = parsed(bytes)?;
    if file.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(FileError::Foreign);
    }
    instrument_of(&file)
}

/// The instrument of a file that says it holds one.
pub(super) fn instrument_of(file: &Value) -> Result<Instrument, FileError> {
    match file.get("version").and_then(Value::as_u64) {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => return Err(FileError::TooNew),
        _ => return Err(FileError::Broken),
    }
    let value = file.get("instrument").ok_or_else(|| fault("instrument", Problem::Missing));
    value.and_then(whole).map_err(FileError::Instrument)
}

fn fault(field: &str, problem: Problem) -> Fault {
    Fault { field: field.to_owned(), problem }
}

/// An instrument, whole or not at all.
pub(super) fn whole(value: &Value) -> Result<Instrument, Fault> {
    let mut repairs = Vec::new();
    let mender = Mender::new("", &mut repairs);
    let form = Fields::new(value, &mender).ok_or_else(|| fault("instrument", Problem::Unreadable))?;
    if let Some(field) = left_out(&form) {
        return Err(fault(&field, Problem::Missing));
    }
    let read = instrument::blank(instrument::read(&form, Date::MIN));
    if let Some(Repair::Part { field, .. }) = repairs.first() {
        return Err(fault(field, Problem::Unreadable));
    }
    check(&read)?;
    Ok(read)
}

/// The first field that is not there though everything else is read by it. What may be left out is empty.
fn left_out(form: &Fields) -> Option<String> {
    let of = |fields: &Fields, names: &[&'static str]| names.iter().copied().find(|name| !fields.has(name));
    let of_scale = || of(&form.object("scale")?, &["min", "max", "direction"]).map(|name| format!("scale: {name}"));
    let of_item =
        |(item, at): (Fields, usize)| of(&item, &["id", "kind", "text"]).map(|name| format!("items {at}: {name}"));
    of(form, &["id", "version", "style", "title", "scale", "items"])
        .map(str::to_owned)
        .or_else(of_scale)
        .or_else(|| form.objects("items").zip(1..).find_map(of_item))
}
