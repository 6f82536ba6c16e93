//! The form of a record without anything that was answered, for someone else to fill in.

use super::change::clean;
use super::check::limits;
use crate::domain::{Instrument, InstrumentId, Item, Origin, Record};

/// The items of `record` that take part, with their poles, as a form called `title`. Nothing of a form's limits is passed:
/// what is longer is shortened, and signs that a form must not hold are left out.
pub fn blank_of(record: &Record, title: &str) -> Instrument {
    let mut form = record.instrument.clone();
    form.items.retain(Item::is_active);
    for item in &mut form.items {
        *item = Item { origin: Origin::Given, category: None, earlier: Vec::new(), ..item.clone() };
    }
    if form.is_audit() {
        return form;
    }
    for item in &mut form.items {
        for text in [&mut item.text, &mut item.opposite, &mut item.seen_high, &mut item.seen_low] {
            *text = plain(text, limits::TEXT);
        }
    }
    form.items.retain(|item| !item.text.trim().is_empty());
    if form.about.id.as_str().is_empty() {
        form.about.id = InstrumentId::new(record.id.as_str());
    }
    (form.about.title, form.about.subject) = (plain(title, limits::NAME), plain(&record.subject, limits::NAME));
    form
}

fn plain(text: &str, most: usize) -> String {
    clean(text.to_owned(), most).trim().to_owned()
}
