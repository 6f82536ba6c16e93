//! What stands in a field as a whole number: small where it is usual, or near the one before.

use serde_json::Value;

use super::super::written::DOES_NOT_APPLY;
use super::super::{iso, parse_iso};
use super::shape::{Part, Shape};
use crate::domain::{Date, Instrument, STAMP_MAX};

/// The day that the first day of a link is counted from, as a Julian day: 1 January 2026.
const FIRST_DAY: i64 = 2_461_042;
/// The first day of stamps, 1 January 1970.
const STAMP_DAY: i64 = 2_440_588;
const MINUTES_A_DAY: i64 = 24 * 60;
const STAMPS_A_MINUTE: u64 = 60_000;
/// How long the id of a record is, in bytes.
const ID_BYTES: i64 = 16;

/// What is known of what came before, while a link is written and while it is read.
pub(super) struct Codes {
    day: i64,
    minute: Option<i64>,
    id_bytes: i64,
    /// By [`Part`].
    ids: [Vec<String>; 4],
}

impl Codes {
    pub fn new() -> Self {
        Self { day: FIRST_DAY, minute: None, id_bytes: ID_BYTES, ids: Default::default() }
    }

    /// From now on these are the parts of this kind, by their ids.
    pub fn know(&mut self, part: Part, ids: Vec<String>) {
        if let Some(known) = self.ids.get_mut(part as usize) {
            *known = ids;
        }
    }

    /// From now on the parts are those of `form`.
    pub fn know_form(&mut self, form: &Instrument) {
        self.know(Part::Section, form.sections.iter().map(|section| section.id.to_string()).collect());
        self.know(Part::Prompt, form.prompts.iter().map(|prompt| prompt.id.to_string()).collect());
        self.know(Part::Item, form.items.iter().map(|item| item.id.to_string()).collect());
    }

    /// The ids of the parts of this kind.
    pub fn known(&self, part: Part) -> &[String] {
        self.ids.get(part as usize).map_or(&[], Vec::as_slice)
    }

    /// What stands for `value`: 0 for what is usual. What cannot be there counts as usual: a reader would leave it out.
    pub fn code(&mut self, shape: &Shape, value: &Value) -> u64 {
        match shape {
            Shape::Flag { usual } => (value.as_bool().unwrap_or_default() != *usual).into(),
            Shape::Number { usual } => match value.as_u64() {
                number if number == *usual => 0,
                number => number.map_or(1, |number| number + before_numbers(*usual)),
            },
            Shape::Answer if value.is_string() => 1,
            Shape::Answer => value.as_u64().map_or(0, |number| number + 2),
            Shape::Day | Shape::DayAs(_) => {
                let day = value.as_str().and_then(parse_iso).map(|day| i64::from(day.to_julian_day()));
                day.map_or(0, |day| 1 + step(&mut self.day, day))
            }
            Shape::Stamp => match value.as_u64().unwrap_or_default() / STAMPS_A_MINUTE {
                0 => 0,
                minute => 1 + step(self.minute(), minute.cast_signed()),
            },
            Shape::Named(name) => {
                let place = (0..).map_while(name).zip(0..).find(|(name, _)| value.as_str() == Some(name));
                place.map_or(0, |(_, place)| place)
            }
            Shape::Ref(part) => {
                let place = self.known(*part).iter().zip(1..).find(|(id, _)| value.as_str() == Some(id));
                place.map_or(0, |(_, place)| place)
            }
            _ => 0,
        }
    }

    /// What `code` stands for, if it can.
    pub fn value(&mut self, shape: &Shape, code: u64) -> Option<Value> {
        let given = code.checked_sub(1);
        Some(match shape {
            Shape::Flag { usual } => ((code > 0) != *usual).into(),
            Shape::Number { usual } if code == 0 => usual.map_or(Value::Null, Value::from),
            Shape::Number { usual } => code.checked_sub(before_numbers(*usual)).map_or(Value::Null, Value::from),
            Shape::Answer if code == 1 => DOES_NOT_APPLY.into(),
            Shape::Answer => code.checked_sub(2).map_or(Value::Null, Value::from),
            Shape::Named(name) => name(usize::try_from(code).ok()?)?.into(),
            _ => match given {
                None => Value::Null,
                Some(given) => self.given(shape, given)?,
            },
        })
    }

    fn given(&mut self, shape: &Shape, given: u64) -> Option<Value> {
        Some(match shape {
            Shape::Day | Shape::DayAs(_) => {
                let day = stepped(&mut self.day, given)?;
                let day = Date::from_julian_day(i32::try_from(day).ok()?).ok()?;
                (day.year() >= 0).then(|| iso(day))?.into()
            }
            Shape::Stamp => {
                let minute = u64::try_from(stepped(self.minute(), given)?).ok()?;
                let stamp = minute.checked_mul(STAMPS_A_MINUTE)?;
                (stamp <= STAMP_MAX).then_some(stamp)?.into()
            }
            Shape::Ref(part) => self.known(*part).get(usize::try_from(given).ok()?)?.as_str().into(),
            _ => Value::Null,
        })
    }

    /// How an id of so many bytes differs from the one before; of none for what is no number.
    pub fn id_code(&mut self, bytes: usize) -> u64 {
        step(&mut self.id_bytes, i64::try_from(bytes).unwrap_or_default())
    }

    pub fn id_bytes(&mut self, code: u64) -> Option<usize> {
        usize::try_from(stepped(&mut self.id_bytes, code)?).ok()
    }

    /// The minute that the next one is near to.
    fn minute(&mut self) -> &mut i64 {
        self.minute.get_or_insert((self.day - STAMP_DAY) * MINUTES_A_DAY)
    }
}

/// How many codes come before the number nought.
fn before_numbers(usual: Option<u64>) -> u64 {
    if usual.is_some() { 2 } else { 1 }
}

/// The way from `before` to `now`, which it is then: 0, and then one up, one down, two up…
fn step(before: &mut i64, now: i64) -> u64 {
    let way = now - std::mem::replace(before, now);
    (way << 1 ^ way >> 63).cast_unsigned()
}

/// Where that way leads.
fn stepped(before: &mut i64, code: u64) -> Option<i64> {
    let way = (code >> 1).cast_signed() ^ -(code & 1).cast_signed();
    *before = before.checked_add(way)?;
    Some(*before)
}
