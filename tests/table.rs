//! The tables that go out and come in: every rating in a row, read by others as they are meant, and made into the same
//! record again.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::collections::BTreeSet;
use std::sync::Arc;

use common::random::{any_record, any_text, cases};
use common::times::any_times;
use common::{day, fixture, text_of};
use proptest::prelude::*;
use roundel::analysis::{compare, gaps, item_history, section_means};
use roundel::codec::{FileError, OpenedFile, csv_text, read_file, table_columns, write_file, write_table};
use roundel::domain::{Extras, Making, Occasion, Record, Stamps, Step, Wishes};
use roundel::words::column_key;

/// Lines as another reader of tables reads them.
fn lines(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    reader.records().map(|line| line.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn read(text: &str) -> Record {
    let OpenedFile { records, .. } = read_file(text.as_bytes()).unwrap();
    let [record] = &records[..] else { panic!("one record") };
    record.clone()
}

/// What of a record goes into a table: see `codec::ratings_table`.
fn carried(record: &Record) -> Record {
    let mut carried = record.clone();
    carried.stamps = Stamps::default();
    (carried.held_since, carried.left_out, carried.just_for_now) = (None, Extras::default(), false);
    (carried.wishes, carried.next_look, carried.asks_overall) = (Wishes::default(), None, false);
    carried.making = Making { step: Step::Closing, ..Making::default() };
    carried.targets.clear();
    let form = &mut carried.instrument;
    let about = std::mem::take(&mut form.about);
    (form.about.id, form.about.version, form.about.title) = (about.id, about.version, about.title);
    (form.pupils, form.anchors, form.prompts) = (false, Vec::new(), Vec::new());
    let used: BTreeSet<_> = form.items.iter().filter_map(|item| item.section.clone()).collect();
    form.sections.retain(|section| used.contains(&section.id));
    for item in &mut form.items {
        (item.earlier, item.anchors, item.question) = (Vec::new(), Vec::new(), String::new());
    }
    for on in carried.occasions.iter_mut().map(Arc::make_mut) {
        on.replies.clear();
    }
    carried
}

/// Whether all that a table has of an occasion stands in a row of it.
fn in_rows(on: &Occasion) -> bool {
    !on.ratings.is_empty()
}

#[test]
fn every_item_on_every_occasion_has_a_row_with_its_words() {
    let record = fixture("three-times");
    let lines = lines(&write_table(&record, false));
    let columns: Vec<&str> = table_columns().collect();
    assert_eq!(lines[0], columns);
    let at = |name: &str| columns.iter().position(|column| *column == name).unwrap();
    let rated: usize = record.occasions.iter().map(|on| on.ratings.len()).sum();
    assert_eq!(lines.len(), rated + 1);
    let row = lines.iter().find(|row| row[at("item_id")] == "a02" && row[at("occasion_id")] == "end").unwrap();
    for (column, expected) in [
        ("attribute", "Has every child making music within five minutes"),
        ("opposite", "Talks for half the lesson before a note is played"),
        ("answer", "8"),
        ("needed", "9"),
        ("importance", "5"),
        ("reason", "The opening is the same every week, so there is nothing to explain."),
        ("rated_on", "2025-09-15"),
        ("occasion_kind", "final"),
        ("rated_by", "owner"),
        ("scale_min", "0"),
        ("scale_max", "10"),
        ("direction", "higher"),
        ("n", "10"),
        ("number", "2"),
        ("notice", "My own ratings, for my development. Not an inspection or appraisal."),
    ] {
        assert_eq!(row[at(column)], expected, "{column}");
    }
}

#[test]
fn an_audit_carries_the_words_of_its_numbers_and_its_sections() {
    let record = fixture("mentor-twice");
    let lines = lines(&write_table(&record, false));
    let at = |name: &str| table_columns().position(|column| column == name).unwrap();
    let on = &record.occasions[0];
    let item = record.items().find(|item| on.answer(&item.id).value().is_some()).unwrap();
    let row = lines.iter().find(|row| row[at("item_id")] == item.id.as_str()).unwrap();
    let value = on.answer(&item.id).value().unwrap();
    assert_eq!(row[at("answer_words")], record.instrument.words_for(value).unwrap());
    assert_eq!(row[at("section")], record.instrument.section_of(item).unwrap().name);
}

#[test]
fn the_same_record_through_file_and_table_gives_the_same_analysis() {
    for name in ["teacher-twice", "three-times", "mentor-twice", "confidence-twice", "two-copies"] {
        let record = fixture(name);
        let table = read(&write_table(&record, true));
        let file = read_file(write_file(&[&record], day("2026-01-15")).as_bytes()).unwrap().records.remove(0);
        let times = |record: &Record| {
            let times: Vec<Occasion> = record.comparable().into_iter().cloned().collect();
            (times.first().cloned().unwrap(), times.last().cloned().unwrap())
        };
        let ((then, now), (file_then, file_now)) = (times(&table), times(&file));
        let (one, other) = (compare(&table, &then, &now), compare(&file, &file_then, &file_now));
        assert_eq!(one.summary(), other.summary(), "{name}");
        assert_eq!(one.mean_change(), other.mean_change(), "{name}");
        let differences = |both: &roundel::analysis::Comparison| -> Vec<_> {
            both.changes.iter().map(|change| (change.item.id.clone(), change.difference(), change.needed)).collect()
        };
        assert_eq!(differences(&one), differences(&other), "{name}");
        assert_eq!(gaps(&table, &now).gaps.len(), gaps(&file, &file_now).gaps.len(), "{name}");
        assert_eq!(
            section_means(&table, &now).into_iter().map(|(_, mean)| mean).collect::<Vec<_>>(),
            section_means(&file, &file_now).into_iter().map(|(_, mean)| mean).collect::<Vec<_>>(),
            "{name}"
        );
        for item in file.items() {
            assert_eq!(item_history(&table, &item.id), item_history(&file, &item.id), "{name}");
        }
    }
}

#[test]
fn a_spreadsheet_may_sort_separate_and_add() {
    let record = fixture("three-times");
    let mut lines = lines(&write_table(&record, true).replace('\u{feff}', ""));
    lines[1..].reverse();
    for line in &mut lines {
        line.reverse();
        line.push("mine".into());
    }
    let expected = carried(&read(&write_table(&record, false)));
    for separator in [';', '\t'] {
        let line = |line: &Vec<String>| {
            let quoted = line.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
            quoted.collect::<Vec<_>>().join(&separator.to_string())
        };
        let text = lines.iter().map(line).collect::<Vec<_>>().join("\n");
        let mut again = read(&text);
        again.occasions.sort_by_key(|on| expected.occasions.iter().position(|each| each.id == on.id));
        assert_eq!(again.occasions, expected.occasions);
        assert_eq!(again.instrument.items, expected.instrument.items);
    }
}

#[test]
fn a_table_of_another_program_is_refused() {
    let check =
        |text: &str, expected: FileError| assert_eq!(read_file(text.as_bytes()).unwrap_err(), expected, "{text}");
    check("name,score\r\nAnna,7\r\n", FileError::Foreign);
    check("a;b;c\n1;2;3", FileError::Foreign);
    check("format,record_id\r\nroundel-table-2,x\r\n", FileError::TooNew);
    check("format,record_id\r\nroundel-side-by-side-1,x\r\n", FileError::ForReading);
    check("format,record_id\r\nother,x\r\n", FileError::Foreign);
    check("format,record_id\r\n", FileError::Empty);
    check("format,record_id\r\nroundel-table-1,x\r\n", FileError::Broken);
    let head = "format,record_id,item_id,occasion_id,answer\r\n";
    check(&format!("{head}roundel-table-1,,,,\r\n"), FileError::Empty);
}

#[test]
fn every_column_is_explained() {
    let words: serde_json::Value = serde_json::from_str(&text_of("public/words/en-GB.pages.json")).unwrap();
    for column in table_columns() {
        let key = column_key(column).unwrap_or_else(|| panic!("{column}"));
        assert!(words[key.name()].is_string(), "{column}");
    }
}

proptest! {
    #![proptest_config(cases(120))]

    #[test]
    fn cells_come_back_to_another_reader_behind_an_apostrophe_at_most(cells in prop::collection::vec(any_text(), 1..4)) {
        // A file may begin with a mark, so that of the very first cell nobody can tell whether it does.
        let cells = [vec!["first".to_owned()], cells].concat();
        let text = csv_text(std::slice::from_ref(&cells), false);
        let read = lines(&text);
        prop_assert_eq!(read.len(), 1);
        for (cell, read) in cells.iter().zip(&read[0]) {
            prop_assert!(read == cell || read.strip_prefix('\'') == Some(cell), "{:?} {:?}", cell, read);
            let number = !cell.is_empty() && cell.trim_start_matches(['-', '+']).chars().all(|sign| sign.is_ascii_digit() || sign == '.');
            prop_assert!(number || !read.trim_start().starts_with(['=', '+', '-', '@']), "{:?}", read);
        }
    }

    #[test]
    fn a_record_comes_back_from_its_table(record in prop_oneof![any_record(), any_times()], marked in any::<bool>()) {
        prop_assume!(record.instrument.items.iter().any(|_| true));
        let expected = carried(&record);
        let again = read(&write_table(&record, marked));
        let rated = |record: &Record| record.occasions.iter().filter(|on| in_rows(on)).cloned().collect::<Vec<_>>();
        prop_assert_eq!(rated(&again), rated(&expected));
        prop_assert_eq!(&again.instrument.items, &expected.instrument.items);
        prop_assert_eq!(&again.instrument.sections, &expected.instrument.sections);
        prop_assert_eq!((&again.title, &again.subject, &again.owner, &again.code), (&expected.title, &expected.subject, &expected.owner, &expected.code));
        prop_assert_eq!((again.made_on, again.sample, &again.id), (expected.made_on, expected.sample, &expected.id));
    }

    #[test]
    fn no_table_is_a_panic(record in any_record(), cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let mut bytes = write_table(&record, false).into_bytes();
        for (at, byte) in cuts {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        _ = read_file(&bytes);
    }
}
