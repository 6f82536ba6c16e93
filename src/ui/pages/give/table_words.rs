//! Two times side by side, as a table for reading.

use crate::analysis::{Change, Pairing};
use crate::codec::FORMAT_SIDE_BY_SIDE;
use crate::domain::{Rating, Record};
use crate::platform::day_long;
use crate::ui::pages::compare::reworded_words;
use crate::ui::say::{t, text_of, tf};
use crate::words::Key;

use super::picture_words::then_and_now;

/// What stands above a column, and what the column holds of an item.
struct Column {
    head: String,
    cell: fn(&Record, &Change) -> String,
}

/// A line for each item: then, now, what has changed, where the owner needs to be, and all words; `None` where there are
/// not two times.
pub fn side_by_side(given: &Record) -> Option<Vec<Vec<String>>> {
    let both = then_and_now(given)?;
    let [then, now] = [&both.then, &both.now].map(|on| day_long(on.rated_on));
    let columns = columns(&then, &now);
    let mut lines = vec![columns.iter().map(|column| column.head.clone()).collect::<Vec<_>>()];
    let line = |change: &Change| columns.iter().map(|column| (column.cell)(given, change)).collect();
    lines.extend(both.changes.iter().map(line));
    Some(lines)
}

fn columns(then: &str, now: &str) -> Vec<Column> {
    let word = |key: Key, cell: fn(&Record, &Change) -> String| Column { head: t(key).to_owned(), cell };
    let dated =
        |key: Key, date: &str, cell: fn(&Record, &Change) -> String| Column { head: tf(key, &[("date", date)]), cell };
    vec![
        word(Key::TableNumber, |_, change| change.number.to_string()),
        word(Key::TableSection, |given, change| {
            given.instrument.section_of(&change.item).map(|section| section.name.clone()).unwrap_or_default()
        }),
        word(Key::TableItem, |_, change| text_of(&change.item)),
        word(Key::TableOpposite, |_, change| change.item.opposite.clone()),
        dated(Key::TableRatingOn, then, |_, change| number(change.then.as_ref())),
        dated(Key::TableRatingOn, now, |_, change| number(change.now.as_ref())),
        word(Key::TableChange, |_, change| whole(change.difference())),
        word(Key::LayerNeeded, |_, change| change.needed.map(|level| level.to_string()).unwrap_or_default()),
        dated(Key::TableToGo, then, |_, change| whole(change.to_go_then())),
        dated(Key::TableToGo, now, |_, change| whole(change.to_go())),
        dated(Key::TableWhyOn, then, |_, change| words(change.then.as_ref())),
        dated(Key::TableWhyOn, now, |_, change| words(change.now.as_ref())),
        word(Key::TablePairing, |_, change| paired(change)),
        word(Key::TableNotice, |_, _| t(Key::ExportNote).to_owned()),
        Column { head: "format".to_owned(), cell: |_, _| FORMAT_SIDE_BY_SIDE.to_owned() },
    ]
}

/// The number alone, so that one can reckon with it; nothing where there is none.
fn number(rating: Option<&Rating>) -> String {
    rating.and_then(|rating| rating.answer.value()).map(|value| value.to_string()).unwrap_or_default()
}

fn whole(number: Option<i16>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

fn words(rating: Option<&Rating>) -> String {
    rating.map(|rating| rating.words().join("\n")).unwrap_or_default()
}

/// Whether it was there both times, and how it read then.
fn paired(change: &Change) -> String {
    let key = match change.pairing {
        Pairing::Matched { .. } => Key::TableBoth,
        Pairing::NotBoth => Key::SheetNotAsked,
        Pairing::New => Key::SheetNotThere,
        Pairing::SetAside => Key::SheetSetAside,
    };
    [Some(t(key).to_owned()), reworded_words(change)].into_iter().flatten().collect::<Vec<_>>().join(". ")
}
