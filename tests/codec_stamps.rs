//! What version 4 of a record brought: when each of its parts was changed, and where it stands.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::collections::BTreeMap;

use common::random::{any_edits, any_stamped_record, cases, edit_at};
use common::{broken_rule, day, fixture, item, occasion, record_files, target, text_of};
use proptest::prelude::*;
use roundel::codec::{
    OpenedFile, Repair, Restored, Row, RowKey, changed_rows, read_file, restore_rows, row_texts, write_file,
};
use roundel::domain::{Edit, Mark, Record, RecordId, STAMP_MAX, Stamps, merge};
use serde_json::{Value, json};

fn file_of(record: &Record) -> Value {
    serde_json::from_str(&write_file(&[record], day("2026-01-15"))).unwrap()
}

/// The rows that differ, by writing all of them.
fn by_writing_all(before: Option<&Record>, after: Option<&Record>) -> BTreeMap<RowKey, Option<String>> {
    let rows = |record: Option<&Record>| record.map(row_texts).unwrap_or_default();
    let (was, is) = (rows(before), rows(after));
    let gone = was.keys().filter(|key| !is.contains_key(key)).map(|key| (key.clone(), None));
    let changed = is.iter().filter(|(key, text)| was.get(key) != Some(text));
    changed.map(|(key, text)| (key.clone(), Some(text.clone()))).chain(gone).collect()
}

proptest! {
    #![proptest_config(cases(80))]

    #[test]
    fn the_rows_that_differ_are_written_and_no_others(record in any_stamped_record(), edits in any_edits(), stamped in any::<bool>()) {
        let mut after = record.clone();
        for (edit, today) in edits {
            let before = after.clone();
            if stamped {
                edit_at(&mut after, edit, today, 9);
            } else {
                _ = after.apply(edit, today);
            }
            prop_assert_eq!(changed_rows(Some(&before), Some(&after)), by_writing_all(Some(&before), Some(&after)));
        }
        let other = Record { id: RecordId::new("another"), ..record.clone() };
        for (before, after) in [(None, Some(&record)), (Some(&record), None), (Some(&record), Some(&after)), (Some(&record), Some(&other))] {
            prop_assert_eq!(changed_rows(before, after), by_writing_all(before, after));
        }
    }
}

proptest! {
    #![proptest_config(cases(80))]

    #[test]
    fn a_stamped_record_comes_back(record in any_stamped_record()) {
        let whole = OpenedFile { records: vec![record.clone()], ..OpenedFile::default() };
        prop_assert_eq!(read_file(write_file(&[&record], day("2026-01-15")).as_bytes()), Ok(whole));
        let rows = row_texts(&record).into_iter().rev().map(|(key, text)| Row { key, text }).collect();
        prop_assert_eq!(restore_rows(rows), Restored { records: vec![record], ..Restored::default() });
    }
}

#[test]
fn a_stamp_alone_is_a_row_that_differs() {
    let record = fixture("two-copies");
    let check = |change: &dyn Fn(&mut Stamps), key: &str| {
        let mut after = record.clone();
        change(&mut after.stamps);
        let rows = changed_rows(Some(&record), Some(&after));
        assert_eq!(rows.keys().map(|key| key.key.as_str()).collect::<Vec<_>>(), [key]);
    };
    check(&|it| it.head += 1, "two-copies");
    check(&|it| it.items.get_mut(&item("a1")).unwrap().changed += 1, "two-copies");
    check(&|it| it.occasions.get_mut(&occasion("again")).unwrap().place += 1, "two-copies/again");
    check(&|it| *it.ratings.get_mut(&(occasion("again"), item("a1"))).unwrap() += 1, "two-copies/again");
    check(&|it| it.targets.get_mut(&target("t1")).unwrap().changed += 1, "two-copies/t1");
}

#[test]
fn only_versions_from_the_fourth_on_say_when_anything_was_changed() {
    for file in record_files() {
        let text = text_of(&file);
        let version = serde_json::from_str::<Value>(&text).unwrap()["version"].as_u64().unwrap();
        for record in read_file(text.as_bytes()).unwrap().records {
            assert_eq!(record.stamps == Stamps::default(), version < 4, "{file}");
        }
    }
}

#[test]
fn the_record_of_two_copies_stands_as_it_was_merged() {
    let record = fixture("two-copies");
    assert_eq!(broken_rule(&record), None);
    let order: Vec<&str> = record.instrument.items.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(
        order,
        ["a3", "a1", "a2", "a4"],
        "the third was moved to the front, the fourth came from the other copy"
    );
    assert_eq!(record.stamps.items[&item("a3")].place, 32_768);
    assert!(record.stamps.newest() > 1_700_000_000_000 && !record.stamps.items.contains_key(&item("a9")));
    assert_eq!(merge(&record, &record).record, record);
}

#[test]
fn a_stamp_that_is_none_is_noted_and_not_known() {
    let record = fixture("two-copies");
    let check = |place: &str, value: &Value, field: &'static str, lost: &dyn Fn(&mut Stamps)| {
        let mut file = file_of(&record);
        let (holder, name) = place.rsplit_once('/').unwrap();
        file.pointer_mut(&format!("/records/0{holder}")).unwrap_or_else(|| panic!("{place}"))[name] = value.clone();
        let mut expected = record.clone();
        lost(&mut expected.stamps);
        let repairs = vec![Repair::Part { record: "two-copies".into(), field }];
        let whole = OpenedFile { records: vec![expected], repairs, ..OpenedFile::default() };
        assert_eq!(read_file(file.to_string().as_bytes()), Ok(whole), "{place} = {value}");
    };
    let absurd = json!(STAMP_MAX + 1);
    for strange in [&absurd, &json!("2025-09-15"), &json!(-1), &json!(1.5), &json!(true), &json!([1]), &json!({})] {
        check("/changed_at", strange, "changed_at", &|it| it.head = 0);
        check("/instrument/items/3/changed_at", strange, "changed_at", &|it| _ = it.items.remove(&item("a4")));
        check("/occasions/1/changed_at", strange, "changed_at", &|it| _ = it.occasions.remove(&occasion("again")));
        check("/occasions/1/ratings/a1/changed_at", strange, "changed_at", &|it| {
            it.ratings.remove(&(occasion("again"), item("a1")));
        });
        check("/targets/0/changed_at", strange, "changed_at", &|it| _ = it.targets.remove(&target("t1")));
    }
    for strange in [json!("first"), json!(-1), json!(1.5), json!(u64::from(u32::MAX) + 1)] {
        // What has no place stands where it stands in the list.
        check("/instrument/items/0/place", &strange, "place", &|it| {
            it.items.insert(item("a3"), Mark { place: 0, ..it.items[&item("a3")] });
            it.items.extend(it.items.clone().into_iter().map(|(id, mark)| (id, Mark { place: 0, ..mark })));
            it.items.retain(|_, mark| mark.changed > 0);
        });
    }
}

#[test]
fn places_in_another_order_than_the_list_are_none() {
    let mut file = file_of(&fixture("two-copies"));
    file["records"][0]["instrument"]["items"][0]["place"] = json!(4_000_000);
    let opened = read_file(file.to_string().as_bytes()).unwrap();
    assert!(opened.records[0].stamps.items.values().all(|mark| mark.place == 0));
    assert_eq!(merge(&opened.records[0], &opened.records[0]).record, opened.records[0]);
}

#[test]
fn a_stamp_of_what_is_not_there_is_left_out() {
    let mut record = fixture("two-copies");
    let whole = record.clone();
    record.apply(Edit::RemoveTarget(target("t1")), day("2025-09-20")).unwrap();
    let opened = read_file(file_of(&record).to_string().as_bytes()).unwrap();
    assert!(opened.records[0].stamps.targets.is_empty());
    let mut taken = fixture("singer");
    taken.targets.clear();
    taken.take_stamps(&whole.stamps);
    assert_eq!(taken.stamps, Stamps { head: whole.stamps.head, ..Stamps::default() });
}
