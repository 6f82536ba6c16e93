//! Databases as every version left them; the tables beside the records: revisions, the bin, snapshots, what is set aside.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::slice;
use std::sync::Arc;

use common::random::{any_day, any_instrument, any_record, cases};
use common::{day, files_in, fixture, text_of};
use proptest::prelude::*;
use roundel::codec::{
    BIN_DAYS, Binned, BinnedThing, FileError, Repair, Restored, Row, RowKey, Snapshot, Table, Why, aside_row, bin_row,
    instrument_row, read_file, read_instrument, restore_bin, restore_rows, restore_snapshot, restore_snapshots,
    row_texts, snapshot_row, snapshots_to_drop, write_aside,
};
use roundel::domain::{Date, InstrumentId, Record, RecordId, Style};
use serde_json::{Value, json};

/// A version that no row is written in yet.
const NEWER: u64 = 99;

fn row(table: Table, key: &str, text: &str) -> Row {
    Row { key: RowKey { table, key: key.into() }, text: text.into() }
}

fn rows_of(record: &Record) -> Vec<Row> {
    row_texts(record).into_iter().map(|(key, text)| Row { key, text }).collect()
}

fn at<'a>(rows: &'a mut [Row], table: Table, key: &str) -> &'a mut Row {
    rows.iter_mut().find(|row| row.key.table == table && row.key.key == key).unwrap()
}

fn unreadable(row: &Row) -> Repair {
    Repair::Unreadable { at: format!("{}/{}", row.key.table.name(), row.key.key), text: row.text.clone() }
}

/// `text` with another `value` at `place`.
fn with(text: &str, place: &str, value: Value) -> String {
    let mut held: Value = serde_json::from_str(text).unwrap();
    let (above, name) = place.rsplit_once('/').unwrap();
    held.pointer_mut(above).unwrap()[name] = value;
    held.to_string()
}

/// The rows of a database that is kept, and its version.
fn kept(file: &str) -> (Vec<Row>, u64) {
    let kept: Value = serde_json::from_str(&text_of(file)).unwrap();
    let mut rows = Vec::new();
    for (name, stored) in kept["stores"].as_object().unwrap() {
        let table = Table::ALL.into_iter().find(|table| table.name() == name).unwrap();
        for pair in stored.as_array().unwrap() {
            rows.push(row(table, pair[0].as_str().unwrap(), pair[1].as_str().unwrap()));
        }
    }
    (rows, kept["database"].as_u64().unwrap())
}

fn version_of(row: &Row) -> u64 {
    serde_json::from_str::<Value>(&row.text).unwrap()["version"].as_u64().unwrap()
}

#[test]
fn databases_of_every_version_are_read_whole() {
    let mut own = read_instrument(text_of("public/instruments/four-tensions.json").as_bytes()).unwrap();
    own.about.id = InstrumentId::new("our-own");
    let (mut versions, mut databases) = (BTreeSet::new(), BTreeSet::new());
    for (name, records, lists) in [
        ("db-1-rows-1", ["singer", "teacher-twice", "twenty-long"], vec![]),
        ("db-2-rows-2", ["confidence-twice", "mentor-twice", "singer"], vec![own.clone()]),
        ("db-2-rows-3", ["confidence-twice", "teacher-twice", "three-times"], vec![own.clone()]),
        ("db-3-rows-4", ["confidence-twice", "teacher-twice", "three-times"], vec![own.clone()]),
        ("db-3-rows-5", ["given-copy", "teacher-twice", "three-times"], vec![own.clone()]),
        ("db-4-rows-6", ["given-copy", "talked", "teacher-twice"], vec![own.clone()]),
    ] {
        let (rows, database) = kept(&format!("tests/fixtures/stores/{name}.json"));
        versions.extend(rows.iter().filter(|row| row.key.table == Table::Heads).map(version_of));
        databases.insert(database);
        let records = records.map(fixture).to_vec();
        let revisions = restore_rows(rows.clone()).revisions;
        assert_eq!(revisions.len(), if database < 3 { 0 } else { 5 });
        assert_eq!(
            restore_rows(rows),
            Restored { records, instruments: lists, revisions, ..Restored::default() },
            "{name}"
        );
    }
    assert_eq!(files_in("tests/fixtures/stores", ".json").len(), 6, "each is read above");
    assert_eq!((versions, databases), (BTreeSet::from([1, 2, 3, 4, 5, 6]), BTreeSet::from([1, 2, 3, 4])));
}

#[test]
fn what_was_is_read_from_the_database_of_every_version_that_has_it() {
    for name in ["db-3-rows-4", "db-3-rows-5", "db-4-rows-6"] {
        what_was_is_read_from(name);
    }
}

fn what_was_is_read_from(name: &str) {
    let (rows, _) = kept(&format!("tests/fixtures/stores/{name}.json"));
    let of = |table| rows.iter().filter(move |row| row.key.table == table).cloned().collect::<Vec<_>>();
    let (bin, rest) = restore_bin(of(Table::Bin));
    let [Binned { what: BinnedThing::Record(binned), .. }] = &bin[..] else { panic!("a chart lies in the bin") };
    assert_eq!((rest, binned.subject.as_str()), (Restored::default(), "singer (synthetic change)"));
    assert!(binned.stamps.newest() > 0);
    let versions: Vec<Snapshot> = of(Table::Snapshots).iter().filter_map(restore_snapshot).collect();
    assert_eq!(versions.into_iter().map(|version| version.record).collect::<Vec<_>>(), [fixture("singer")]);
    assert_eq!(of(Table::Aside).into_iter().map(|row| row.text).collect::<Vec<_>>(), ["{ broken"]);
}

#[test]
fn revisions_are_read_and_what_is_none_is_named() {
    let good = [row(Table::Revisions, "chart/a", "7"), row(Table::Revisions, "list/a/b", "18446744073709551615")];
    let bad = [
        row(Table::Revisions, "chart/gone", "0"),
        row(Table::Revisions, "chart/b", "+7"),
        row(Table::Revisions, "chart/c", ""),
        row(Table::Revisions, "chart/c", "07"),
        row(Table::Revisions, "chart/d", "18446744073709551616"),
        row(Table::Revisions, "chart/e", "1.5"),
        row(Table::Revisions, "chart/a", "8"),
        row(Table::Revisions, "chart/", "1"),
        row(Table::Revisions, "chart", "1"),
        row(Table::Revisions, "other/a", "1"),
    ];
    let restored = restore_rows([&good[..], &bad].concat());
    let numbers = [("chart/a", 7), ("list/a/b", u64::MAX)];
    assert_eq!(restored.revisions, numbers.into_iter().map(|(key, number)| (key.to_owned(), number)).collect());
    assert_eq!(restored.repairs, bad.each_ref().map(unreadable));
    assert_eq!(restored.aside, bad);
}

#[test]
fn rows_of_a_newer_version_are_read_as_far_as_they_can_be_and_nothing_is_to_be_written() {
    let record = fixture("teacher-twice");
    let mut rows = rows_of(&record);
    for row in &mut rows {
        row.text = with(&row.text, "/version", json!(NEWER));
    }
    let restored = restore_rows(rows.clone());
    assert_eq!(restored, Restored { records: vec![record.clone()], newer: true, ..Restored::default() });
    let later = at(&mut rows, Table::Occasions, "teacher/repeat");
    later.text = with(&later.text, "/data/mood", json!("good"));
    at(&mut rows, Table::Occasions, "teacher/baseline").text = json!({ "version": NEWER, "data": 7 }).to_string();
    let restored = restore_rows(rows.clone());
    assert!(restored.newer);
    assert_eq!(restored.records[0].occasions, record.occasions[1..]);
    assert_eq!(
        (restored.repairs.len(), restored.aside.len()),
        (1, 1),
        "the one cannot be read, the other holds more than can be known"
    );
    assert_eq!(restored.set_aside(), BTreeMap::new());
    let mut list = instrument_row(&fixture("mentor-twice").instrument);
    list.text = with(&list.text, "/version", json!(NEWER));
    assert!(restore_rows(vec![list]).newer);
    let locked = row(Table::Heads, "r", &json!({ "version": NEWER, "data": "locked" }).to_string());
    assert!(restore_rows(vec![locked]).newer, "whatever it holds");
    for version in [json!(0), json!(-1), json!("3"), json!(3.5), json!(null)] {
        let mut row = rows_of(&record).swap_remove(0);
        row.text = with(&row.text, "/version", version);
        let restored = restore_rows(vec![row.clone()]);
        assert_eq!((restored.newer, restored.repairs), (false, vec![unreadable(&row)]));
    }
}

#[test]
fn rows_that_belong_nowhere_are_named_and_kept() {
    let record = fixture("three-times");
    let check = |name: &str, change: &dyn Fn(&mut Vec<Row>) -> Vec<Row>| {
        let mut rows = rows_of(&record);
        let left = change(&mut rows);
        let restored = restore_rows(rows);
        assert_eq!(restored.aside, left, "{name}");
        assert_eq!(restored.repairs, left.iter().map(unreadable).collect::<Vec<_>>(), "{name}");
        restored.records
    };
    let kept = check("parts of no record", &|rows| {
        let orphans = [row(Table::Occasions, "gone/o", &rows[1].text), row(Table::Targets, "gone/t", "{}")];
        rows.extend(orphans.clone());
        [&orphans[1..], &orphans[..1]].concat()
    });
    assert_eq!(kept, std::slice::from_ref(&record));
    check("a record without a head", &|rows| {
        rows.remove(0);
        rows.clone()
    });
    let kept = check("a target whose key calls it something else", &|rows| {
        let target = at(rows, Table::Targets, "three-times/t1");
        target.key.key = "three-times/t9".into();
        vec![target.clone()]
    });
    assert_eq!((kept[0].targets.len(), &kept[0].occasions), (1, &record.occasions));
    check("an occasion among targets", &|rows| {
        let moved = at(rows, Table::Occasions, "three-times/again");
        moved.key.key = "three-times/x".into();
        moved.key.table = Table::Targets;
        vec![moved.clone()]
    });
    let kept = check("the same row twice", &|rows| {
        let twice = [rows[0].clone(), rows[1].clone()];
        rows.extend(twice.clone());
        [&twice[..1], &twice[1..]].concat()
    });
    assert_eq!(kept, std::slice::from_ref(&record));
    check("an instrument under another name", &|rows| {
        let mut list = instrument_row(&record.instrument);
        list.key.key = "other".into();
        rows.push(list.clone());
        vec![list]
    });
    check("a part without a name", &|rows| {
        let nameless = row(Table::Targets, "three-times/", &with(&rows.last().unwrap().text, "/data/id", json!("")));
        rows.push(nameless.clone());
        vec![nameless]
    });
}

#[test]
fn of_what_could_not_be_taken_whole_the_row_is_kept() {
    let record = fixture("three-times");
    let place = (Table::Occasions, "three-times/start");
    for (field, value, noted) in [
        ("/data/context", json!(["x"]), "context"),
        ("/data/later", json!("from another time"), "unknown"),
        ("/data/ratings/gone", json!({ "answer": 4 }), "ratings"),
        ("/data/ratings/a01/mood", json!("good"), "unknown"),
    ] {
        let mut rows = rows_of(&record);
        let touched = at(&mut rows, place.0, place.1);
        touched.text = with(&touched.text, field, value);
        let touched = touched.clone();
        let restored = restore_rows(rows);
        assert_eq!(restored.aside, [touched], "{field}");
        assert_eq!(restored.repairs, [Repair::Part { record: "three-times".into(), field: noted }], "{field}");
    }
    // What was only put right has lost nothing.
    let mut rows = rows_of(&record);
    let head = at(&mut rows, Table::Heads, "three-times");
    head.text = with(&head.text, "/data/occasion_order", json!(["end", "gone"]));
    let restored = restore_rows(rows);
    assert_eq!((restored.aside, restored.repairs), (vec![], vec![]));
    let mut list = instrument_row(&fixture("mentor-twice").instrument);
    list.text = with(&list.text, "/data/colour", json!("blue"));
    let restored = restore_rows(vec![list.clone()]);
    assert_eq!((restored.aside, restored.instruments.len(), restored.repairs.len()), (vec![list], 1, 1));
}

#[test]
fn what_is_set_aside_is_copied_and_only_what_could_not_be_read_is_taken_away() {
    let record = fixture("three-times");
    let mut rows = rows_of(&record);
    let partly = at(&mut rows, Table::Occasions, "three-times/start");
    partly.text = with(&partly.text, "/data/later", json!(1));
    let partly = partly.clone();
    let broken = row(Table::Targets, "three-times/t/9", "no JSON");
    // Only the database knows what stands where a text should: nothing takes its place.
    let empty = row(Table::Targets, "three-times/t8", "");
    rows.extend([broken.clone(), empty]);
    let restored = restore_rows(rows);
    let (first, second) = (aside_row(&partly), aside_row(&broken));
    let expected = BTreeMap::from([
        (first.key.clone(), Some(partly.text)),
        (second.key.clone(), Some(broken.text.clone())),
        (broken.key.clone(), None),
    ]);
    assert_eq!(restored.set_aside(), expected);
    assert_eq!(second.key.key, "targets/three-times/t/9/36a89562b77e3f78");
    assert_eq!(aside_row(&broken), second, "the same text twice is one row");
    assert_ne!(aside_row(&Row { text: "other".into(), ..broken }).key, second.key);
}

#[test]
fn what_is_set_aside_is_a_file_that_a_version_that_can_read_it_reads() {
    let (record, list) = (fixture("three-times"), fixture("mentor-twice").instrument);
    let mut rows = [rows_of(&record), vec![instrument_row(&list)]].concat();
    rows.insert(0, row(Table::Targets, "three-times/t1", "an earlier text of it"));
    let aside: Vec<Row> = rows.iter().map(aside_row).collect();
    let odd = row(Table::Aside, "nowhere", "whatever");
    let text = write_aside(&[&aside[..], std::slice::from_ref(&odd)].concat());
    let file: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(file["stores"]["aside"], json!([["nowhere", "whatever"]]));
    let opened = read_file(text.as_bytes()).unwrap();
    assert_eq!((opened.records, opened.instruments), (vec![record], vec![list]));
    assert_eq!(opened.repairs, [unreadable(&rows[0])]);
}

#[test]
fn a_rescue_file_is_read_for_records_and_lists_whatever_else_it_holds() {
    let record = fixture("singer");
    let mut stores: BTreeMap<&str, Vec<(String, String)>> = BTreeMap::new();
    for row in rows_of(&record) {
        stores.entry(row.key.table.name()).or_default().push((row.key.key, row.text));
    }
    let mut file = json!({ "format": "roundel-rescue", "version": 1, "stores": stores });
    for other in ["revisions", "snapshots", "bin", "aside", "locks", "of-another-time"] {
        file["stores"][other] = json!([["chart/singer", "x"], [1, { "a": 2 }], 7]);
    }
    let opened = read_file(file.to_string().as_bytes()).unwrap();
    assert_eq!((&opened.records[..], &opened.repairs[..]), (&[record][..], &[][..]));
    file["stores"]["targets"] = json!([[{ "was": "no key" }, "x"], ["singer/t1", { "was": "no text" }]]);
    file["stores"]["instruments"] = json!({ "was": "no list" });
    let kept = ["[{\"was\":\"no key\"},\"x\"]", "[\"singer/t1\",{\"was\":\"no text\"}]", "{\"was\":\"no list\"}"];
    let opened = read_file(file.to_string().as_bytes()).unwrap();
    for (repair, kept) in opened.repairs.iter().zip(kept) {
        assert!(matches!(repair, Repair::Unreadable { text, .. } if text == kept), "{repair:?}");
    }
    assert_eq!(opened.repairs.len(), 3);
    let head = file["stores"]["heads"][0][1].as_str().unwrap();
    file["stores"]["heads"][0][1] = with(head, "/version", json!(NEWER)).into();
    assert_eq!(read_file(file.to_string().as_bytes()), Err(FileError::TooNew));
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn what_is_deleted_comes_back_from_the_bin(record in any_record(), form in any_instrument(Style::Audit), deleted in any_day()) {
        let bin = [
            Binned::new(deleted, BinnedThing::Record(Arc::new(record))),
            Binned::new(deleted, BinnedThing::Instrument(Arc::new(form))),
        ];
        let rows: Vec<Row> = bin.iter().map(bin_row).collect();
        prop_assert!(rows.iter().zip(&bin).all(|(row, binned)| row.key == binned.key()));
        prop_assert_eq!(restore_bin(rows), (bin.to_vec(), Restored::default()));
    }

    #[test]
    fn a_record_comes_back_as_it_was(record in any_record(), at in 0..1_000_000_000_000_000u64, why in 0..3usize) {
        let snapshot = Snapshot { at, why: [Why::Edit, Why::Import, Why::Window][why], record };
        let row = snapshot_row(&snapshot);
        prop_assert_eq!(restore_snapshot(&row), Some(snapshot));
    }

    #[test]
    fn of_snapshots_the_newest_and_one_a_day_stay(
        // Some days apart, some within a day, from any day on.
        steps in prop::collection::vec((prop_oneof![0..3_600_000u64, 0..300_000_000u64], 0..6usize), 0..80),
        start in 0..2_000_000_000_000u64,
        turn in any::<bool>(),
    ) {
        let mut at = start;
        let mut keys: Vec<String> = Vec::new();
        for (step, letter) in steps {
            at += step + 1;
            keys.push(format!("r/{at:015}{}", ["e", "e", "e", "i", "w", "w"][letter]));
        }
        keys.reverse();
        let dropped: BTreeSet<String> = {
            let mut given = keys.clone();
            given.push("r/strange".into());
            if turn {
                given.reverse();
            }
            snapshots_to_drop(&given).into_iter().collect()
        };
        let day_of = |key: &String| key[2..17].parse::<u64>().unwrap() / 86_400_000;
        let is_window = |key: &&String| key.ends_with('w');
        let days: Vec<u64> = keys.iter().map(day_of).collect::<BTreeSet<_>>().into_iter().rev().collect();
        let mut kept: BTreeSet<&String> = keys.iter().take(10).collect();
        kept.extend(days.iter().take(14).map(|day| keys.iter().find(|key| day_of(key) == *day).unwrap()));
        kept.extend(keys.iter().filter(is_window).take(5));
        kept.extend(keys.iter().filter(is_window).filter(|key| days.iter().take(30).any(|day| *day == day_of(key))));
        let expected: BTreeSet<String> = keys.iter().filter(|key| !kept.contains(key)).cloned().collect();
        prop_assert_eq!(dropped, expected);
    }
}

#[test]
fn five_of_two_windows_stay_however_old_they_are() {
    let key = |day: u64, why: &str| format!("r/{:015}{why}", day * 86_400_000);
    let windows: Vec<String> = (0..6).map(|day| key(day, "w")).collect();
    let later = (100..140).map(|day| key(day, "e"));
    let dropped = snapshots_to_drop(&windows.iter().cloned().chain(later).collect::<Vec<_>>());
    let gone: Vec<&String> = dropped.iter().filter(|key| key.ends_with('w')).collect();
    assert_eq!((gone, dropped.len()), (vec![&windows[0]], 1 + 40 - 14));
}

#[test]
fn what_lies_in_the_bin_stays_for_thirty_days() {
    let deleted = |on: Date| Binned::new(on, BinnedThing::Record(Arc::new(fixture("singer"))));
    let binned = deleted(day("2026-01-01"));
    assert_eq!(BIN_DAYS, 30);
    assert!(!binned.is_over(day("2026-01-31")));
    assert!(binned.is_over(day("2026-02-01")));
    assert!(!binned.is_over(day("2020-01-01")), "the clock was set back");
    assert!(!deleted(Date::MAX).is_over(day("2026-01-31")));
}

#[test]
fn what_cannot_be_read_in_the_bin_is_named_and_takes_nothing_with_it() {
    let good = bin_row(&Binned::new(day("2026-01-01"), BinnedThing::Record(Arc::new(fixture("singer")))));
    let list = fixture("mentor-twice").instrument;
    let list = bin_row(&Binned::new(day("2026-01-01"), BinnedThing::Instrument(Arc::new(list))));
    let key = |key: &str| Row { key: RowKey { table: Table::Bin, key: key.into() }, text: good.text.clone() };
    let text = |text: String| Row { text, ..good.clone() };
    let bad = [
        key("chart/other"),
        key("list/singer"),
        key("singer"),
        key(""),
        text("{".into()),
        text(with(&good.text, "/version", json!(NEWER))),
        text(with(&good.text, "/data/record", json!(7))),
        text(with(&good.text, "/data/record/id", json!("a/b"))),
        Row { key: RowKey { table: Table::Bin, key: "list/other".into() }, text: list.text.clone() },
        Row { key: RowKey { table: Table::Heads, key: "singer".into() }, text: good.text.clone() },
    ];
    let (bin, rest) = restore_bin([&bad[..], &[good.clone(), list.clone(), good.clone()]].concat());
    assert_eq!(bin.iter().map(bin_row).collect::<Vec<_>>(), [good.clone(), list]);
    assert_eq!(rest.repairs, bad.iter().chain([&good]).map(unreadable).collect::<Vec<_>>());
    let newer = text(with(&good.text, "/version", json!(NEWER)));
    let to_move: Vec<Row> = bad.iter().filter(|row| **row != newer).chain([&good]).cloned().collect();
    assert_eq!(rest.aside, to_move, "what is newer stays where it is");
    // On a day that cannot be read it was deleted all the same, and stays.
    let (bin, rest) = restore_bin(vec![text(with(&good.text, "/data/deleted", json!("soon")))]);
    assert!(!bin[0].is_over(day("9999-12-31")));
    assert_eq!(rest.repairs, [Repair::Part { record: "singer".into(), field: "deleted" }]);
}

#[test]
fn snapshots_come_the_newest_first_and_what_cannot_be_read_is_kept() {
    let at = |at| snapshot_row(&Snapshot { at, why: Why::Edit, record: fixture("singer") });
    let broken = row(Table::Snapshots, "singer/000000000000002e", "{ broken");
    let newer = Row { text: with(&at(3).text, "/version", json!(NEWER)), ..at(3) };
    let (snapshots, rest) = restore_snapshots(vec![at(1), broken.clone(), newer.clone(), at(4)]);
    assert_eq!(snapshots.iter().map(|snapshot| snapshot.at).collect::<Vec<_>>(), [4, 1]);
    assert_eq!(rest.aside, slice::from_ref(&broken), "what is newer stays where it is");
    let named = |row: &Row| Repair::Unreadable { at: format!("snapshots/{}", row.key.key), text: row.text.clone() };
    assert_eq!(rest.repairs, [named(&broken), named(&newer)]);
    let moved = rest.set_aside();
    assert_eq!(moved.get(&broken.key), Some(&None));
    assert!(moved.iter().any(|(key, text)| key.table == Table::Aside && text.as_ref() == Some(&broken.text)));
    assert_eq!(moved.len(), 2);
}

#[test]
fn a_snapshot_that_cannot_be_read_is_none() {
    let good = snapshot_row(&Snapshot { at: 1_700_000_000_000, why: Why::Edit, record: fixture("singer") });
    assert_eq!(good.key.key, "singer/001700000000000e");
    assert!(restore_snapshot(&good).is_some());
    for key in [
        "",
        "singer",
        "singer/",
        "singer/e",
        "singer/001700000000000",
        "singer/001700000000000x",
        "other/001700000000000e",
        "singer/1700000000000e",
        "singer/+01700000000000e",
        "singer/0001700000000000e",
        "singer/00170000000000ée",
    ] {
        assert_eq!(restore_snapshot(&row(Table::Snapshots, key, &good.text)), None, "{key}");
    }
    assert_eq!(restore_snapshot(&row(Table::Bin, &good.key.key, &good.text)), None);
    for text in ["", "[]", "{}", &with(&good.text, "/version", json!(NEWER)), &with(&good.text, "/data/id", json!("x"))]
    {
        assert_eq!(restore_snapshot(&Row { text: text.into(), ..good.clone() }), None, "{text}");
    }
    // Beyond the years that a key has room for, the order stays.
    let late = snapshot_row(&Snapshot { at: u64::MAX, why: Why::Window, record: fixture("singer") });
    assert_eq!(late.key.key, "singer/999999999999999w");
    assert_eq!(restore_snapshot(&late).unwrap().record.id, RecordId::new("singer"));
}
