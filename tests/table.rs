//! The tables that go out and come in: every rating in a row, read by others as they are meant, and made into the same
//! record again.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use common::random::{any_record, any_text, cases};
use common::times::any_times;
use common::{day, fixture, text_of};
use proptest::prelude::*;
use roundel::analysis::{compare, gaps, item_history, section_means};
use roundel::codec::{
    FileError, OpenedFile, Shared, csv_text, iso, read_file, read_link, table_columns, write_file, write_link,
    write_table,
};
use roundel::domain::{Date, Extras, Making, Occasion, OccasionId, Record, Stamps, Step, Wishes};
use roundel::words::column_key;

/// Lines as another reader of tables reads them.
fn lines(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    reader.records().map(|line| line.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn read(text: &str) -> Record {
    let OpenedFile { records, repairs, .. } = read_file(text.as_bytes()).unwrap();
    let [record] = &records[..] else { panic!("one record") };
    assert_eq!(repairs, []);
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
    carried.conversations.clear();
    carried.noted_here.clear();
    (carried.companion, carried.keep_until) = (String::new(), None);
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

/// Lines as a spreadsheet saves them, which knows nothing of apostrophes and quotes what it likes.
fn saved(lines: &[Vec<String>], separator: char) -> String {
    let cell = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let line = |cells: &Vec<String>| cells.iter().map(cell).collect::<Vec<_>>().join(&separator.to_string());
    lines.iter().map(|cells| line(cells) + "\r\n").collect()
}

const DAY_COLUMNS: [&str; 5] = ["made_on", "set_aside", "rated_on", "refers_to", "date_check"];

/// The lines after `write` has written each day in its way.
fn with_days(mut lines: Vec<Vec<String>>, write: fn(Date) -> String) -> Vec<Vec<String>> {
    for column in DAY_COLUMNS {
        let at = place(column);
        for cell in lines.iter_mut().skip(1).map(|line| &mut line[at]).filter(|cell| !cell.is_empty()) {
            *cell = write(day(cell));
        }
    }
    lines
}

fn place(name: &str) -> usize {
    table_columns().position(|column| column == name).unwrap()
}

fn month(date: Date) -> u8 {
    date.month().into()
}

fn short(date: Date) -> i32 {
    date.year() % 100
}

/// Days as they are written in one country or the other.
const WAYS: [fn(Date) -> String; 9] = [
    |date| format!("{:02}/{:02}/{}", date.day(), month(date), date.year()),
    |date| format!("{}/{}/{}", month(date), date.day(), date.year()),
    |date| format!("{}.{}.{:02}", date.day(), month(date), short(date)),
    |date| format!("{}/{}/{:02}", month(date), date.day(), short(date)),
    |date| format!("{:02}-{:02}-{:02}", short(date), month(date), date.day()),
    |date| format!("{}. {}. {}.", date.year(), month(date), date.day()),
    |date| format!("{:02}-{:.3}-{:02}", date.day(), date.month().to_string(), short(date)),
    |date| format!("{} {}, {}", date.month(), date.day(), date.year()),
    |date| format!("{} 00:00:00", iso(date)),
];

fn utf16(text: &str) -> Vec<u8> {
    [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

/// Text in Windows-1252, of letters that the two have in common with Latin-1 or that are named here.
fn windows_1252(text: &str) -> Vec<u8> {
    let byte = |sign| match sign {
        '€' => 0x80,
        '’' => 0x92,
        '“' => 0x93,
        '”' => 0x94,
        '–' => 0x96,
        other => u8::try_from(u32::from(other)).unwrap_or(b'?'),
    };
    text.chars().map(byte).collect()
}

fn error(bytes: &[u8]) -> FileError {
    read_file(bytes).unwrap_err()
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
fn the_same_record_through_file_link_and_table_gives_the_same_analysis() {
    for name in ["teacher-twice", "three-times", "mentor-twice", "confidence-twice", "two-copies"] {
        let record = fixture(name);
        let file = read_file(write_file(&[&record], day("2026-01-15")).as_bytes()).unwrap().records.remove(0);
        let payload = write_link(&Shared::Record(record.clone()), &[]).unwrap();
        let Shared::Record(link) = read_link(&payload, &[]).unwrap().shared else { panic!("a record") };
        for other in [read(&write_table(&record, true)), link] {
            assert_same_analysis(name, &file, &other);
        }
    }
}

fn assert_same_analysis(name: &str, one: &Record, other: &Record) {
    let times = |record: &Record| {
        let times: Vec<Occasion> = record.comparable().into_iter().cloned().collect();
        (times.first().cloned().unwrap(), times.last().cloned().unwrap())
    };
    let of = |record: &Record| {
        let (then, now) = times(record);
        let both = compare(record, &then, &now);
        let differences: Vec<_> =
            both.changes.iter().map(|change| (change.item.id.clone(), change.difference(), change.needed)).collect();
        let means: Vec<_> = section_means(record, &now).into_iter().map(|(_, mean)| mean).collect();
        (both.summary(), both.mean_change(), differences, gaps(record, &now).gaps.len(), means)
    };
    assert_eq!(of(one), of(other), "{name}");
    for item in one.items() {
        assert_eq!(item_history(one, &item.id), item_history(other, &item.id), "{name}");
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
    for separator in [';', '\t'] {
        assert_eq!(read(&saved(&lines, separator)), carried(&record));
    }
}

#[test]
fn a_table_of_another_program_is_refused() {
    let check =
        |text: &str, expected: FileError| assert_eq!(read_file(text.as_bytes()).unwrap_err(), expected, "{text}");
    check("name,score\r\nAnna,7\r\n", FileError::Foreign);
    check("a;b;c\n1;2;3", FileError::Foreign);
    assert_eq!(error(b"nom;pr\xe9nom\r\nDupont;Ren\xe9\r\n"), FileError::Foreign);
    assert_eq!(error(&utf16("name\tscore\r\nAnna\t7\r\n")), FileError::Foreign);
    assert_eq!(error(b"\x89PNG,\0\0\0\r\n"), FileError::Broken);
    check("format,record_id\r\nroundel-table-2,x\r\n", FileError::TooNew);
    check("format,record_id\r\nroundel-side-by-side-1,x\r\n", FileError::ForReading);
    check("format,record_id\r\nother,x\r\n", FileError::Foreign);
    check("format,record_id\r\n", FileError::Empty);
    check("format,record_id\r\nroundel-table-1,x\r\n", FileError::Broken);
    let head = "format,record_id,item_id,occasion_id,answer\r\n";
    check(&format!("{head}roundel-table-1,,,,\r\n"), FileError::Empty);
}

#[test]
fn a_time_without_ratings_and_a_chart_without_anything_have_a_row() {
    let mut record = carried(&fixture("three-times"));
    let said = Occasion { context: "Year 7".into(), finished: true, ..Occasion::clone(&record.occasions[0]) };
    let bare = Occasion { id: OccasionId::new("bare"), ratings: BTreeMap::new(), focus: Vec::new(), ..said };
    record.occasions.insert(1, Arc::new(bare));
    assert_eq!(read(&write_table(&record, false)), record);
    record.instrument.items.clear();
    for on in record.occasions.iter_mut().map(Arc::make_mut) {
        (on.ratings, on.focus) = (BTreeMap::new(), Vec::new());
    }
    assert_eq!(read(&write_table(&record, false)), record, "times, but no items");
    record.occasions.clear();
    assert_eq!(read(&write_table(&record, false)), record, "neither");
    record.instrument.items = carried(&fixture("three-times")).instrument.items;
    assert_eq!(read(&write_table(&record, false)), record, "items, but no times");
}

#[test]
fn empty_lines_and_old_ends_of_lines_are_no_matter() {
    let record = carried(&fixture("three-times"));
    let mut lines = lines(&write_table(&record, false));
    let empty = vec![String::new(); lines[0].len()];
    lines.insert(1, empty.clone());
    lines.push(empty);
    assert_eq!(read(&saved(&lines, ';')), record);
    assert_eq!(read(&saved(&lines, ';').replace("\r\n", "\r")), record);
}

#[test]
fn a_day_that_may_be_another_is_not_guessed() {
    let mut record = fixture("three-times");
    Arc::make_mut(record.occasions.last_mut().unwrap()).rated_on = day("2025-09-03");
    let lines = lines(&write_table(&record, false));
    let british = with_days(lines.clone(), WAYS[0]);
    let with_check = |check: &str, of: &[Vec<String>]| {
        let mut lines = of.to_vec();
        lines.iter_mut().skip(1).for_each(|line| line[place("date_check")] = check.into());
        read_file(saved(&lines, ',').as_bytes())
    };
    let unclear = |column, text: &str| Err(FileError::UnclearDay { column, text: text.into() });
    assert_eq!(with_check("########", &british), unclear("date_check", "########"));
    assert_eq!(with_check("2001-02-03", &british), unclear("rated_on", "03/09/2025"));
    assert_eq!(with_check("", &british), unclear("rated_on", "03/09/2025"), "the others can be one day only");
    let whole = read_file(saved(&lines, ',').as_bytes());
    assert_eq!(with_check("", &lines), whole, "days as they were written need no check");
    let mut soon = lines.clone();
    soon[1][place("rated_on")] = "soon ".repeat(20);
    assert_eq!(with_check("2001-02-03", &soon), unclear("rated_on", &"soon ".repeat(8)));
}

#[test]
fn letters_come_back_or_it_is_said() {
    let mut record = carried(&fixture("three-times"));
    record.title = "Ça va – “très bien”, n’est-ce pas?".into();
    let lines = lines(&write_table(&record, false));
    let western = windows_1252(&saved(&lines, ';'));
    let expected = Ok(OpenedFile { records: vec![record], ..OpenedFile::default() });
    assert_eq!(read_file(&western), expected);
    assert_eq!(read_file(&utf16(&saved(&lines, '\t'))), expected);

    // As a Mac writes € and has no ð; as Poland has none; as it looks where UTF-8 was taken for Windows-1252.
    for garbled in [&b"?\xdb"[..], b"d\x80", "Ã°â‚¬".as_bytes()] {
        let at = |bytes: &[u8]| bytes.windows(2).position(|pair| pair == b"\xf0\x80");
        let mut bytes = western.clone();
        while let Some(at) = at(&bytes) {
            bytes.splice(at..at + 2, garbled.iter().copied());
        }
        assert_eq!(error(&bytes), FileError::Letters);
    }
    let mojibake = saved(&lines, ',').replace("ð€", "Ã°â‚¬");
    assert_eq!(error(mojibake.as_bytes()), FileError::Letters);
    let unchecked = saved(&lines, ',').replace("ð€", "");
    assert_eq!(read_file(unchecked.as_bytes()), expected, "UTF-8 is nothing else");
    assert_eq!(error(&windows_1252(&unchecked)), FileError::Letters);
    let cut = utf16(&saved(&lines, '\t'));
    assert_eq!(error(&cut[..cut.len() - 1]), FileError::Broken);
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
        prop_assert_eq!(read(&write_table(&record, marked)), carried(&record));
    }

    #[test]
    fn a_record_comes_back_from_a_spreadsheet(
        record in prop_oneof![any_record(), any_times()],
        way in prop::sample::select(WAYS.to_vec()),
        separator in prop::sample::select(vec![',', ';', '\t']),
        sorted_by in 0..table_columns().count(),
        wide in any::<bool>(),
    ) {
        let mut lines = with_days(lines(&write_table(&record, false)), way);
        lines[1..].sort_by_key(|line| line[sorted_by].clone());
        let text = saved(&lines, separator);
        let bytes = if wide { utf16(&text) } else { text.into_bytes() };
        let opened = read_file(&bytes);
        prop_assert_eq!(opened, Ok(OpenedFile { records: vec![carried(&record)], ..OpenedFile::default() }));
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
