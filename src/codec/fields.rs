//! Reading JSON that is not trusted: a missing field is empty, a wrong one is empty and noted.

use std::cell::RefCell;

use serde_json::{Map, Value};

use super::{Repair, parse_iso};
use crate::domain::{Date, Mark, STAMP_MAX, Stamp};

/// Takes note of what could not be taken from one record.
pub(super) struct Mender<'a> {
    record: &'a str,
    repairs: RefCell<&'a mut Vec<Repair>>,
}

impl<'a> Mender<'a> {
    pub fn new(record: &'a str, repairs: &'a mut Vec<Repair>) -> Self {
        Self { record, repairs: RefCell::new(repairs) }
    }

    pub fn note(&self, field: &'static str) {
        self.repairs.borrow_mut().push(Repair::Part { record: self.record.to_owned(), field });
    }
}

/// The fields of one JSON object.
pub(super) struct Fields<'a> {
    map: &'a Map<String, Value>,
    mender: &'a Mender<'a>,
}

impl<'a> Fields<'a> {
    /// The fields of `value`, when it is an object.
    pub fn new(value: &'a Value, mender: &'a Mender<'a>) -> Option<Self> {
        Some(Self { map: value.as_object()?, mender })
    }

    pub fn note(&self, field: &'static str) {
        self.mender.note(field);
    }

    /// The field as it is; `null` counts as missing.
    pub fn value(&self, name: &str) -> Option<&'a Value> {
        self.map.get(name).filter(|value| !value.is_null())
    }

    pub fn has(&self, name: &str) -> bool {
        self.value(name).is_some()
    }

    /// What `take` makes of the field; noted when it is there and nothing can be made of it.
    fn taken<T>(&self, name: &'static str, take: impl FnOnce(&'a Value) -> Option<T>) -> Option<T> {
        let value = self.value(name)?;
        let taken = take(value);
        if taken.is_none() {
            self.note(name);
        }
        taken
    }

    /// The object's id. Without one there is no telling what it is.
    pub fn id(&self) -> Option<&'a str> {
        let id = self.value("id").and_then(Value::as_str).filter(|id| !id.is_empty());
        if id.is_none() {
            self.note("id");
        }
        id
    }

    pub fn text(&self, name: &'static str) -> String {
        self.taken(name, Value::as_str).unwrap_or_default().to_owned()
    }

    pub fn flag(&self, name: &'static str) -> bool {
        self.optional_flag(name).unwrap_or_default()
    }

    /// The same, where it is there and can be read.
    pub fn optional_flag(&self, name: &'static str) -> Option<bool> {
        self.taken(name, Value::as_bool)
    }

    /// A small whole number, without a note: what lies on a scale is for the caller to say.
    pub fn number(&self, name: &str) -> Option<u8> {
        self.value(name)?.as_u64().and_then(|number| u8::try_from(number).ok())
    }

    /// A small whole number; noted when it is there and is none.
    pub fn noted_number(&self, name: &'static str) -> Option<u8> {
        self.taken(name, |value| value.as_u64().and_then(|number| u8::try_from(number).ok()))
    }

    /// When it was changed; 0 where that is not known.
    pub fn stamp(&self) -> Stamp {
        self.stamp_called("changed_at")
    }

    /// As [`Self::stamp`], of something of its own.
    pub fn stamp_called(&self, name: &'static str) -> Stamp {
        let stamp = self.taken(name, |value| value.as_u64().filter(|stamp| *stamp <= STAMP_MAX));
        stamp.unwrap_or_default()
    }

    /// What its mark says.
    pub fn mark(&self) -> Mark {
        let place = self.taken("place", |value| value.as_u64().and_then(|place| u32::try_from(place).ok()));
        Mark { changed: self.stamp(), place: place.unwrap_or_default() }
    }

    /// A day that every such object has.
    pub fn day(&self, name: &'static str, otherwise: Date) -> Date {
        let day = self.value(name).and_then(Value::as_str).and_then(parse_iso);
        day.unwrap_or_else(|| {
            self.note(name);
            otherwise
        })
    }

    pub fn optional_day(&self, name: &'static str) -> Option<Date> {
        self.taken(name, |value| value.as_str().and_then(parse_iso))
    }

    /// The value that `table` has under the name in the field.
    pub fn named<T: Copy>(&self, name: &'static str, table: &[(&str, T)]) -> Option<T> {
        self.taken(name, |value| {
            let text = value.as_str()?;
            table.iter().find(|(each, _)| *each == text).map(|(_, value)| *value)
        })
    }

    /// The values that `table` has under the names in a list; a name that it has not is noted and left out.
    pub fn all_named<T: Copy>(&self, name: &'static str, table: &[(&str, T)]) -> Vec<T> {
        let named = |text: String| table.iter().find(|(each, _)| *each == text).map(|(_, value)| *value);
        self.texts(name).into_iter().filter_map(|text| self.noted(name, named(text))).collect()
    }

    pub fn object(&self, name: &'static str) -> Option<Self> {
        self.taken(name, |value| Self::new(value, self.mender))
    }

    /// The texts of a list; what is none is noted and left out.
    pub fn texts(&self, name: &'static str) -> Vec<String> {
        let texts = self.list(name).iter().map(|value| value.as_str().map(str::to_owned));
        texts.filter_map(|text| self.noted(name, text)).collect()
    }

    /// The objects of a list; what is none is noted and left out.
    pub fn objects(&self, name: &'static str) -> impl Iterator<Item = Self> {
        let objects = self.list(name).iter().map(|value| Self::new(value, self.mender));
        objects.filter_map(move |object| self.noted(name, object))
    }

    /// The objects of an object, by name; what is none is noted and left out.
    pub fn entries(&self, name: &'static str) -> impl Iterator<Item = (&'a str, Self)> {
        let entries = self.taken(name, Value::as_object).into_iter().flatten();
        let objects = entries.map(|(key, value)| Some((key.as_str(), Self::new(value, self.mender)?)));
        objects.filter_map(move |entry| self.noted(name, entry))
    }

    fn list(&self, name: &'static str) -> &'a [Value] {
        self.taken(name, Value::as_array).map_or(&[], Vec::as_slice)
    }

    fn noted<T>(&self, name: &'static str, part: Option<T>) -> Option<T> {
        if part.is_none() {
            self.note(name);
        }
        part
    }
}
