//! From the JSON of a file to the bits and words of a link. Objects of a list are written field by field and not one
//! after the other: what is the same in all of them then costs next to nothing.

use serde_json::Value;

use super::bits::BitWriter;
use super::codes::Codes;
use super::shape::{FORM, Field, Part, RECORD, Shape};
use super::texts::TextWriter;
use crate::codec::file::whole;
use crate::codec::instrument;
use crate::domain::{Instrument, Record};

/// What of a link is written so far.
pub(super) struct Packer<'a> {
    pub bits: BitWriter,
    pub texts: TextWriter,
    /// Of how many parts.
    pub parts: usize,
    codes: Codes,
    /// Those that come with the app.
    built_in: &'a [Instrument],
    /// The one of them that the next form is as.
    named: Option<&'a Instrument>,
}

impl<'a> Packer<'a> {
    pub fn new(built_in: &'a [Instrument]) -> Self {
        let (bits, texts) = (BitWriter::default(), TextWriter::default());
        Self { bits, texts, parts: 0, codes: Codes::new(), built_in, named: None }
    }

    /// A record. Who has moved the items of its form is to find them where they are: then it is not only named.
    pub fn record(&mut self, record: &Record) {
        self.named = self.alike(&record.instrument).filter(|_| record.stamps.items.is_empty());
        self.column(&Shape::Object(RECORD), &[&whole(record)]);
    }

    /// An instrument.
    pub fn instrument(&mut self, form: &Instrument) {
        self.named = self.alike(form);
        self.column(&Shape::Form, &[&instrument::written(form)]);
    }

    fn alike(&self, form: &Instrument) -> Option<&'a Instrument> {
        self.built_in.iter().find(|each| *each == form)
    }

    /// How many follow.
    pub fn count(&mut self, count: usize) {
        self.parts += count;
        self.bits.column(&[count as u64]);
    }

    fn column(&mut self, shape: &Shape, values: &[&Value]) {
        match shape {
            _ if values.is_empty() => {}
            Shape::Text => values.iter().for_each(|value| self.texts.put(text(value))),
            Shape::Id(part) => self.ids(*part, values),
            Shape::Maybe(shape) => {
                let there: Vec<&Value> = values.iter().copied().filter(|value| !value.is_null()).collect();
                let counts: Vec<u64> = values.iter().map(|value| u64::from(!value.is_null())).collect();
                self.bits.column(&counts);
                self.column(shape, &there);
            }
            Shape::List(shape) => {
                let lists: Vec<&[Value]> = values.iter().map(|value| list(value)).collect();
                let counts: Vec<u64> = lists.iter().map(|list| list.len() as u64).collect();
                self.bits.column(&counts);
                let all: Vec<&Value> = lists.into_iter().flatten().collect();
                self.parts += all.len();
                self.column(shape, &all);
            }
            Shape::Object(fields) => self.objects(fields, values),
            Shape::ByItem(fields) => self.by_item(fields, values),
            Shape::Form => values.iter().for_each(|value| self.form(value)),
            _ => {
                let codes: Vec<u64> = values.iter().map(|value| self.codes.code(shape, value)).collect();
                self.bits.column(&codes);
            }
        }
    }

    fn objects(&mut self, fields: &[Field], values: &[&Value]) {
        if values.is_empty() {
            return;
        }
        let columns: Vec<Vec<&Value>> =
            fields.iter().map(|field| values.iter().map(|value| in_field(field, value)).collect()).collect();
        let told = |(field, column): (&Field, &Vec<&Value>)| !column.iter().all(|value| is_usual(&field.shape, value));
        let told: Vec<bool> = fields.iter().zip(&columns).map(told).collect();
        self.bits.mask(told.iter().rev().fold(0, |mask, told| mask << 1 | u32::from(*told)));
        for ((field, column), _) in fields.iter().zip(columns).zip(told).filter(|(_, told)| *told) {
            self.column(&field.shape, &column);
        }
    }

    /// For each of the values which items have an object in it, then all the objects.
    fn by_item(&mut self, fields: &[Field], values: &[&Value]) {
        let items = self.codes.known(Part::Item);
        let all: Vec<Option<&Value>> =
            values.iter().flat_map(|value| items.iter().map(|item| value.get(item.as_str()))).collect();
        let missing: Vec<u64> = all.iter().map(|object| u64::from(object.is_none())).collect();
        self.parts += all.len();
        self.bits.column(&missing);
        self.objects(fields, &all.into_iter().flatten().collect::<Vec<_>>());
    }

    fn form(&mut self, value: &Value) {
        self.codes.know_form(&Instrument::own_chart());
        self.bits.column(&[self.named.is_some().into()]);
        let Some(form) = self.named else { return self.objects(FORM, &[value]) };
        self.texts.put(form.about.id.as_str());
        self.bits.column(&[form.about.version.into()]);
        self.codes.know_form(form);
    }

    fn ids(&mut self, part: Part, values: &[&Value]) {
        let bytes: Vec<Vec<u8>> = values.iter().map(|id| hex(text(id)).unwrap_or_default()).collect();
        let codes: Vec<u64> = bytes.iter().map(|bytes| self.codes.id_code(bytes.len())).collect();
        self.bits.column(&codes);
        for (id, bytes) in values.iter().zip(bytes) {
            if bytes.is_empty() {
                self.texts.put(text(id));
            }
            for byte in bytes {
                self.bits.put(byte.into(), 8);
            }
        }
        self.codes.know(part, values.iter().map(|id| text(id).to_owned()).collect());
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// What stands in a field of an object.
fn in_field<'v>(field: &Field, object: &'v Value) -> &'v Value {
    let value = object.get(field.name).unwrap_or(&Value::Null);
    let same = matches!(&field.shape, Shape::DayAs(other) if object.get(other) == Some(value));
    if same { &Value::Null } else { value }
}

/// Whether a column need not say it.
fn is_usual(shape: &Shape, value: &Value) -> bool {
    match shape {
        Shape::Text | Shape::Id(_) => text(value).is_empty(),
        Shape::Maybe(_) | Shape::Ref(_) => value.is_null(),
        Shape::List(_) => list(value).is_empty(),
        Shape::Object(fields) => fields.iter().all(|field| is_usual(&field.shape, in_field(field, value))),
        Shape::ByItem(_) => value.as_object().is_none_or(serde_json::Map::is_empty),
        Shape::Form => false,
        // These need nothing of what came before where they are usual.
        _ => Codes::new().code(shape, value) == 0,
    }
}

/// The bytes of an id that is a number as we write them: small hexadecimal digits, two a byte.
fn hex(id: &str) -> Option<Vec<u8>> {
    let digit = |digit: &u8| match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    let (pairs, odd) = id.as_bytes().as_chunks::<2>();
    let bytes = pairs.iter().map(|[high, low]| Some(digit(high)? << 4 | digit(low)?));
    bytes.collect::<Option<Vec<u8>>>().filter(|_| odd.is_empty())
}
