//! From the bits and words of a link to the JSON of a file. Nothing is trusted, and nothing is set aside by a number
//! that is only claimed; how deep it goes is said by the shapes alone.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::LinkError;
use super::bits::BitReader;
use super::codes::Codes;
use super::shape::{FORM, Field, Part, Shape};
use super::texts::TextReader;
use crate::codec::instrument;
use crate::domain::{Instrument, InstrumentId};
use crate::instruments::is_built_in;

/// The most parts that a link may hold: items, ratings, words in a list and what else there are several of. More than
/// fifty charts of ten times have, and few enough that a hostile link costs little memory and no patience.
pub(super) const PARTS_MAX: usize = 1 << 14;

/// What of a link is still to be read.
pub(super) struct Unpacker<'a> {
    pub bits: BitReader<'a>,
    pub texts: TextReader<'a>,
    codes: Codes,
    parts: usize,
    built_in: &'a [Instrument],
}

impl<'a> Unpacker<'a> {
    pub fn new(bits: &'a [u8], texts: &'a [u8], built_in: &'a [Instrument]) -> Self {
        let (bits, texts) = (BitReader::new(bits), TextReader::new(texts));
        Self { bits, texts, codes: Codes::new(), parts: 0, built_in }
    }

    /// One value.
    pub fn one(&mut self, shape: &Shape) -> Result<Value, LinkError> {
        self.column(shape, 1)?.pop().ok_or(LinkError::Broken)
    }

    /// How many follow.
    pub fn count(&mut self) -> Result<usize, LinkError> {
        let counts = self.numbers(1)?;
        self.room_for(&counts)
    }

    fn numbers(&mut self, count: usize) -> Result<Vec<u64>, LinkError> {
        self.bits.column(count).ok_or(LinkError::Broken)
    }

    /// How many parts these are together, if there can be so many.
    fn room_for(&mut self, counts: &[u64]) -> Result<usize, LinkError> {
        let count = counts.iter().try_fold(0, |sum: u64, count| sum.checked_add(*count));
        let count = count.and_then(|count| usize::try_from(count).ok()).ok_or(LinkError::Broken)?;
        self.parts = self.parts.saturating_add(count);
        if self.parts > PARTS_MAX { Err(LinkError::TooLong) } else { Ok(count) }
    }

    fn text(&mut self) -> Result<&'a str, LinkError> {
        self.texts.take().ok_or(LinkError::Broken)
    }

    fn column(&mut self, shape: &Shape, count: usize) -> Result<Vec<Value>, LinkError> {
        match shape {
            _ if count == 0 => Ok(Vec::new()),
            Shape::Text => (0..count).map(|_| self.text().map(Value::from)).collect(),
            Shape::Id(part) => self.ids(*part, count),
            Shape::Maybe(shape) => {
                let there = self.numbers(count)?;
                let mut values = self.column(shape, there.iter().filter(|there| **there > 0).count())?.into_iter();
                let value = |there: u64| if there > 0 { values.next() } else { None };
                Ok(there.into_iter().map(value).map(Option::unwrap_or_default).collect())
            }
            Shape::List(shape) => {
                let counts = self.numbers(count)?;
                let all = self.room_for(&counts)?;
                let mut values = self.column(shape, all)?.into_iter();
                let list = |count: u64| values.by_ref().take(count as usize).collect::<Vec<_>>();
                Ok(counts.into_iter().map(list).map(Value::Array).collect())
            }
            Shape::Object(fields) => Ok(self.objects(fields, count)?.into_iter().map(Value::Object).collect()),
            Shape::ByItem(fields) => self.by_item(fields, count),
            Shape::Form => (0..count).map(|_| self.form()).collect(),
            _ => {
                // There are more names than there were.
                let unknown = if let Shape::Named(_) = shape { LinkError::TooNew } else { LinkError::Broken };
                let codes = self.numbers(count)?.into_iter();
                codes.map(|code| self.codes.value(shape, code).ok_or(unknown.clone())).collect()
            }
        }
    }

    fn objects(&mut self, fields: &[Field], count: usize) -> Result<Vec<Map<String, Value>>, LinkError> {
        let mut objects = vec![Map::new(); count];
        if count == 0 {
            return Ok(objects);
        }
        let mask = self.bits.mask().ok_or(LinkError::Broken)?;
        if mask >> fields.len() != 0 {
            return Err(LinkError::TooNew);
        }
        for (at, field) in fields.iter().enumerate() {
            let told = mask >> at & 1 == 1;
            let column = if told { self.column(&field.shape, count)? } else { vec![usual(&field.shape); count] };
            for (object, value) in objects.iter_mut().zip(column).filter(|(_, value)| !value.is_null()) {
                object.insert(field.name.to_owned(), value);
            }
        }
        Ok(objects)
    }

    fn by_item(&mut self, fields: &[Field], count: usize) -> Result<Vec<Value>, LinkError> {
        let items = self.codes.known(Part::Item).to_vec();
        let all = self.room_for(&[(items.len() as u64).saturating_mul(count as u64)])?;
        let missing = self.numbers(all)?;
        let there = missing.iter().filter(|missing| **missing == 0).count();
        let mut objects = self.objects(fields, there)?.into_iter().map(Value::Object);
        let mut missing = missing.into_iter();
        let one = |_| {
            let there = items.iter().zip(missing.by_ref()).filter(|(_, missing)| *missing == 0);
            map_of(there.map(|(item, _)| item.clone()).zip(objects.by_ref()))
        };
        Ok((0..count).map(one).collect())
    }

    fn form(&mut self) -> Result<Value, LinkError> {
        self.codes.know_form(&Instrument::own_chart());
        if self.numbers(1)? == [0] {
            return self.one(&Shape::Object(FORM));
        }
        let (id, version) = (self.text()?, self.numbers(1)?);
        let Some(form) = self.built_in.iter().find(|form| form.about.id.as_str() == id) else {
            let known = is_built_in(id);
            return Err(if known { LinkError::Needs(InstrumentId::new(id)) } else { LinkError::UnknownList });
        };
        if version != [u64::from(form.about.version)] {
            return Err(LinkError::UnknownList);
        }
        self.codes.know_form(form);
        Ok(instrument::of_record(form, &BTreeMap::new()))
    }

    fn ids(&mut self, part: Part, count: usize) -> Result<Vec<Value>, LinkError> {
        let codes = self.numbers(count)?.into_iter();
        let bytes: Vec<Option<usize>> = codes.map(|code| self.codes.id_bytes(code)).collect();
        let ids = bytes.into_iter().map(|bytes| self.id(bytes.ok_or(LinkError::Broken)?));
        let ids = ids.collect::<Result<Vec<String>, LinkError>>()?;
        self.codes.know(part, ids.clone());
        Ok(ids.into_iter().map(Value::from).collect())
    }

    fn id(&mut self, bytes: usize) -> Result<String, LinkError> {
        if bytes == 0 {
            return self.text().map(str::to_owned);
        }
        let digits = (0..bytes).map(|_| self.bits.take(8).map(|byte| format!("{byte:02x}")));
        digits.collect::<Option<String>>().ok_or(LinkError::Broken)
    }
}

/// What stands in a field of which nothing is told. What is not there either way is nothing.
fn usual(shape: &Shape) -> Value {
    match shape {
        Shape::List(_) => Value::Array(Vec::new()),
        Shape::Object(fields) => {
            let told = fields.iter().map(|field| (field.name.to_owned(), usual(&field.shape)));
            map_of(told.filter(|(_, value)| !value.is_null()))
        }
        _ => Codes::new().value(shape, 0).unwrap_or_default(),
    }
}

/// An object of these fields, put in one by one: to collect them would sort them first, by 8 kB of code.
fn map_of(fields: impl Iterator<Item = (String, Value)>) -> Value {
    let mut map = Map::new();
    map.extend(fields);
    Value::Object(map)
}
