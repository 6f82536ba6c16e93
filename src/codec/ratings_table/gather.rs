//! Records as they come together from rows.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::columns::{From, Kind, Made, OTHER};
use super::read::ReadRow;
use crate::codec::written::{list, object};

/// A record as it comes together from its rows.
#[derive(Default)]
pub(super) struct Gathered {
    head: Map<String, Value>,
    form: Map<String, Value>,
    scale: Map<String, Value>,
    /// Names of sections by their ids.
    sections: BTreeMap<String, String>,
    /// Items with the numbers they stand under.
    items: Vec<(u64, Map<String, Value>)>,
    known_items: BTreeSet<String>,
    occasions: Vec<GatheredOccasion>,
    /// Places of occasions by their ids.
    places: BTreeMap<String, usize>,
}

#[derive(Default)]
struct GatheredOccasion {
    id: String,
    /// Its place among the others; last where that is not said.
    number: u64,
    fields: Map<String, Value>,
    ratings: Map<String, Value>,
    focus: BTreeMap<u64, Value>,
}

impl GatheredOccasion {
    /// The occasion called `id`, as the first of its rows has it.
    fn of(id: &str, row: &ReadRow) -> Self {
        let mut fields =
            row.fields(|from| if let From::Occasion(name, kind) = from { Some((name, kind)) } else { None });
        if row.text(From::Made(Made::RatedBy)) == OTHER {
            fields.insert("rater".into(), row.text(From::Made(Made::Rater)).into());
        }
        Self { id: id.to_owned(), number: number(row, Made::OccasionNumber), fields, ..Self::default() }
    }
}

impl Gathered {
    /// Takes what a row says.
    pub fn take(&mut self, row: &ReadRow) {
        if self.head.is_empty() {
            self.head = row.fields(|from| if let From::Record(name, kind) = from { Some((name, kind)) } else { None });
            self.form = row.fields(|from| if let From::Form(name, kind) = from { Some((name, kind)) } else { None });
            self.scale = row.fields(|from| if let From::Scale(name, kind) = from { Some((name, kind)) } else { None });
        }
        let item = self.take_item(row);
        let on = row.text(From::Occasion("id", Kind::Text));
        if on.is_empty() {
            return;
        }
        let place = *self.places.entry(on).or_insert_with_key(|on| {
            self.occasions.push(GatheredOccasion::of(on, row));
            self.occasions.len() - 1
        });
        let rating = row.fields(|from| if let From::Rating(name, kind) = from { Some((name, kind)) } else { None });
        // A time on which nothing was rated has a row too, without an item.
        let Some(item) = item.or_else(|| (!says_nothing(&rating)).then(String::new)) else { return };
        if let Some(occasion) = self.occasions.get_mut(place) {
            if let Ok(place) = row.text(From::Made(Made::Focus)).trim().parse() {
                occasion.focus.insert(place, item.as_str().into());
            }
            occasion.ratings.insert(item, Value::Object(rating));
        }
    }

    /// Notes the row's item and its section, and gives the item's id; `None` where the row has no item.
    fn take_item(&mut self, row: &ReadRow) -> Option<String> {
        let id = row.text(From::Item("id", Kind::Text));
        if self.known_items.contains(&id) {
            return Some(id);
        }
        let mut item = row.fields(|from| if let From::Item(name, kind) = from { Some((name, kind)) } else { None });
        if says_nothing(&item) {
            return None;
        }
        let section = row.text(From::Section("id"));
        if !section.is_empty() {
            item.insert("section".into(), section.as_str().into());
            let name = row.text(From::Section("name"));
            self.sections.insert(section, name);
        }
        self.items.push((number(row, Made::Number), item));
        // One without an id is never known: each of them is noted by who reads the record.
        self.known_items.extend(Some(&id).filter(|id| !id.is_empty()).cloned());
        Some(id)
    }

    /// The record in one piece, as it stands in a file.
    pub fn whole(mut self) -> Value {
        self.items.sort_by_key(|(number, _)| *number);
        self.occasions.sort_by_key(|on| on.number);
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

/// The place that a row says; the last where it says none.
fn number(row: &ReadRow, column: Made) -> u64 {
    row.text(From::Made(column)).trim().parse().unwrap_or(u64::MAX)
}

fn says_nothing(fields: &Map<String, Value>) -> bool {
    fields.values().all(Value::is_null)
}

/// The sections in the order of the items that stand in them.
fn sections_of(items: &[(u64, Map<String, Value>)], names: &BTreeMap<String, String>) -> Vec<Value> {
    let mut known = BTreeSet::new();
    let ids = items.iter().filter_map(|(_, item)| item.get("section")?.as_str());
    let section = |id: &str| {
        let name = names.get(id).map(String::as_str).unwrap_or_default();
        Value::Object(object(vec![("id", id.into()), ("name", name.into())]))
    };
    ids.filter(|id| known.insert(*id)).map(section).collect()
}
