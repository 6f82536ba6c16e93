//! The instrument file, `.roundel-list.json`: what the built-in instruments are kept in, and how one's own travel.

use serde_json::Value;

use super::fields::{Fields, Mender};
use super::file::{FileError, parsed};
use super::restore::Repair;
use super::{instrument, v2};
use crate::domain::{Date, Instrument};
use crate::instruments::{Fault, Problem, check};

pub(super) const FORMAT: &str = "roundel-instrument";

/// The version that is written, and the newest that is read.
const VERSION: u64 = 1;

/// Writes an instrument as a file, readable by people too.
pub fn write_instrument(form: &Instrument) -> String {
    let file = v2::value(vec![
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
    let fault = |field: &str, problem| FileError::Instrument(Fault { field: field.to_owned(), problem });
    let value = file.get("instrument").ok_or_else(|| fault("instrument", Problem::Missing))?;
    let mut repairs = Vec::new();
    let mender = Mender::new("", &mut repairs);
    let form = Fields::new(value, &mender).ok_or_else(|| fault("instrument", Problem::Unreadable))?;
    let scale_is_there = form.has("scale");
    let read = instrument::blank(instrument::read(&form, Date::MIN));
    if let Some(Repair::Part { field, .. }) = repairs.first() {
        let missing = *field == "scale" && !scale_is_there;
        return Err(fault(field, if missing { Problem::Missing } else { Problem::Unreadable }));
    }
    check(&read).map_err(FileError::Instrument)?;
    Ok(read)
}
