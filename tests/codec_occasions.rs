//! What version 3 of a record has beside the versions before: whose view a time is and of when, what was asked on it,
//! and what was written when then and now stood side by side.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::sync::Arc;

use common::random::cases;
use common::times::any_times;
use common::{apply, broken_rule, day, fixture, item, occasion, record_files, text_of};
use proptest::prelude::*;
use roundel::codec::{
    OpenedFile, Repair, Restored, Row, RowKey, Table, iso, read_file, restore_rows, row_texts, write_file,
};
use roundel::domain::{Answer, Edit, ItemId, Kind, Occasion, Rater, Rating, Record, Reflection, Sitting};
use serde_json::{Value, json};

const TODAY: &str = "2026-01-15";

fn rows_of(record: &Record) -> Vec<Row> {
    row_texts(record).into_iter().map(|(key, text)| Row { key, text }).collect()
}

fn file_of(record: &Record) -> Value {
    serde_json::from_str(&write_file(&[record], day(TODAY))).unwrap()
}

/// What comes back of `record` from a file and from rows, which is the same and needs no repair.
fn there_and_back(record: &Record) -> Record {
    let opened = read_file(write_file(&[record], day(TODAY)).as_bytes()).unwrap();
    assert_eq!(opened.repairs, []);
    let restored = restore_rows(rows_of(record));
    assert_eq!(restored, Restored { records: opened.records.clone(), ..Restored::default() });
    opened.records.into_iter().next().unwrap()
}

#[test]
fn a_kept_file_of_the_newest_version_is_written_as_it_stands() {
    let mut count = 0;
    for file in record_files() {
        let mut kept: Value = serde_json::from_str(&text_of(&file)).unwrap();
        if kept["version"] == 6 {
            count += 1;
            kept.as_object_mut().unwrap().remove("about");
            let saved = day(kept["saved"].as_str().unwrap());
            let opened = read_file(text_of(&file).as_bytes()).unwrap();
            let written = write_file(&opened.records.iter().collect::<Vec<_>>(), saved);
            assert_eq!(serde_json::from_str::<Value>(&written).unwrap(), kept, "{file}");
        }
    }
    assert!(count > 0);
}

#[test]
fn the_chart_of_three_times_stands_as_it_was_made() {
    let record = fixture("three-times");
    assert_eq!(broken_rule(&record), None);
    let views: Vec<String> = record
        .occasions
        .iter()
        .map(|on| {
            let whose = if let Rater::Other(label) = &on.rater { label } else { "me" };
            let asked = if on.quick { "some" } else { "all" };
            format!("{} {} {:?} {whose} {asked} {}", iso(on.rated_on), iso(on.refers_to), on.kind, on.ratings.len())
        })
        .collect();
    let expected = [
        "2023-09-18 2023-09-18 Baseline me all 10",
        "2023-09-27 2023-09-27 SecondBaseline me all 10",
        "2024-06-24 2024-06-24 Interim me all 11",
        "2025-01-20 2025-01-20 Interim me some 3",
        "2025-09-15 2025-09-15 Final me all 11",
        "2025-09-16 2023-09-18 Retrospective me all 9",
        "2025-09-17 2025-09-17 Final mentor all 11",
    ];
    assert_eq!(views, expected);
    assert!(record.occasions.iter().all(|on| on.finished));
    let answers: Vec<Answer> =
        record.occasions.iter().flat_map(|on| on.ratings.values().map(|rating| rating.answer)).collect();
    let count = |wanted: Answer| answers.iter().filter(|answer| **answer == wanted).count();
    assert_eq!((count(Answer::Blank), count(Answer::DoesNotApply)), (1, 1));
    let end = &record.occasions[4];
    let marked = |of: fn(&Rating) -> bool| end.ratings.values().filter(|it| of(it)).count();
    assert_eq!((marked(|it| it.importance.is_some()), marked(|it| it.idea_changed), end.focus.len()), (5, 1, 3));
    let context = |on: &Occasion| !on.context.is_empty();
    assert_eq!(
        record.all_occasions().map(context).collect::<Vec<_>>(),
        [true, false, false, false, true, false, false]
    );
    let reworded = record.item(&item("a06")).unwrap();
    assert_eq!((reworded.earlier[0].text.as_str(), reworded.earlier[0].settled), ("Good behaviour", true));
    let aside: Vec<&str> =
        record.instrument.items.iter().filter(|item| !item.is_active()).map(|item| item.id.as_str()).collect();
    assert_eq!((aside, end.kind), (vec!["a07"], Kind::Final));
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn a_chart_of_several_times_comes_back(record in any_times()) {
        prop_assert_eq!(&there_and_back(&record), &record);
    }
}

#[test]
fn each_thing_said_of_a_time_comes_back() {
    let plain = Record { occasions: vec![fixture("three-times").occasions[2].clone()], ..fixture("three-times") };
    let check = |name: &str, change: &dyn Fn(&mut Occasion)| {
        let mut record = plain.clone();
        change(Arc::make_mut(&mut record.occasions[0]));
        assert_ne!(record, plain, "{name}");
        assert_eq!(there_and_back(&record), record, "{name}");
    };
    let text = || String::from("(synthetic) “words”\n");
    check("a quick update", &|on| on.quick = true);
    check("a paper", &|on| on.on_paper = true);
    check("another's view", &|on| on.rater = Rater::Other(text()));
    check("another's view without a label", &|on| on.rater = Rater::Other(String::new()));
    check("where one works", &|on| on.context = text());
    check("what has changed", &|on| on.reflection.changed = text());
    check("what else contributed", &|on| on.reflection.contributed = text());
    check("what next", &|on| on.reflection.next = text());
    check("looking back", &|on| (on.kind, on.refers_to) = (Kind::Retrospective, day("2023-09-18")));
    check("the first time once more", &|on| on.kind = Kind::SecondBaseline);
    let rating = |on: &mut Occasion, change: &dyn Fn(&mut Rating)| change(on.ratings.get_mut(&item("a02")).unwrap());
    for level in 1..=5 {
        check("importance", &|on| rating(on, &|it| it.importance = Some(level)));
    }
    check("an idea that has changed", &|on| rating(on, &|it| it.idea_changed = true));
}

/// Puts `value` at `place` of the last of the three times, which must cost what `lost` does, be noted as `field`, and
/// nothing else; in a file and in rows.
fn check_repair(place: &str, value: &Value, field: &'static str, lost: impl FnOnce(&mut Occasion)) {
    let record = fixture("three-times");
    let mut expected = record.clone();
    lost(Arc::make_mut(&mut expected.occasions[4]));
    let put = |occasion: &mut Value| {
        *occasion.pointer_mut(place).unwrap_or_else(|| panic!("{place}")) = value.clone();
    };
    let mut file = file_of(&record);
    put(&mut file["records"][0]["occasions"][4]);
    let repairs = vec![Repair::Part { record: "three-times".into(), field }];
    let opened = read_file(file.to_string().as_bytes());
    let records = vec![expected.clone()];
    let whole = OpenedFile { records: records.clone(), repairs: repairs.clone(), ..OpenedFile::default() };
    assert_eq!(opened, Ok(whole), "{place} = {value}");
    let mut rows = rows_of(&record);
    let row = rows.iter_mut().find(|row| row.key.key == "three-times/end").unwrap();
    let mut envelope: Value = serde_json::from_str(&row.text).unwrap();
    put(&mut envelope["data"]);
    row.text = envelope.to_string();
    let expected = Restored { records, repairs, aside: vec![row.clone()], ..Restored::default() };
    assert_eq!(restore_rows(rows), expected, "{place} = {value} in a row");
}

#[test]
fn a_wrong_value_costs_itself_alone_and_is_noted() {
    for strange in [json!(5), json!(true), json!(["mentor"]), json!({ "label": "mentor" })] {
        // Someone else's it stays: another's view is never taken for the owner's.
        check_repair("/rater", &strange, "rater", |on| on.rater = Rater::Other(String::new()));
        check_repair("/context", &strange, "context", |on| on.context = String::new());
        check_repair("/changed", &strange, "changed", |on| on.reflection.changed = String::new());
        check_repair("/contributed", &strange, "contributed", |on| on.reflection.contributed = String::new());
        check_repair("/next", &strange, "next", |on| on.reflection.next = String::new());
    }
    for strange in [json!("yes"), json!(1), json!([]), json!({})] {
        check_repair("/quick", &strange, "quick", |_| {});
        check_repair("/ratings/a09/idea_changed", &strange, "idea_changed", |on| {
            on.ratings.get_mut(&item("a09")).unwrap().idea_changed = false;
        });
    }
    for strange in [json!(0), json!(6), json!(-1), json!(2.5), json!("3"), json!(true), json!([3]), json!(300)] {
        check_repair("/ratings/a09/importance", &strange, "importance", |on| {
            on.ratings.get_mut(&item("a09")).unwrap().importance = None;
        });
    }
    for strange in [json!("second"), json!(2)] {
        check_repair("/kind", &strange, "kind", |on| on.kind = Kind::Interim);
    }
}

#[test]
fn what_is_not_named_is_as_it_was_before() {
    let mut file = file_of(&fixture("three-times"));
    let occasion = file.pointer_mut("/records/0/occasions/4").unwrap().as_object_mut().unwrap();
    for name in ["rater", "quick", "context", "changed", "contributed", "next"] {
        occasion.remove(name).unwrap();
    }
    for rating in occasion["ratings"].as_object_mut().unwrap().values_mut() {
        for name in ["importance", "idea_changed"] {
            rating.as_object_mut().unwrap().remove(name).unwrap();
        }
    }
    let mut expected = fixture("three-times");
    plain(Arc::make_mut(&mut expected.occasions[4]));
    assert_ne!(expected, fixture("three-times"));
    let opened = read_file(file.to_string().as_bytes());
    assert_eq!(opened, Ok(OpenedFile { records: vec![expected], ..OpenedFile::default() }));
}

/// Takes away what versions 1 and 2 did not have.
fn plain(on: &mut Occasion) {
    (on.rater, on.quick) = (Rater::Me, false);
    (on.context, on.reflection) = (String::new(), Reflection::default());
    for rating in on.ratings.values_mut() {
        (rating.importance, rating.idea_changed) = (None, false);
    }
}

#[test]
fn a_file_and_rows_of_the_versions_before_are_the_owners_plain_times() {
    for (name, version) in [("teacher-twice", 1), ("mentor-twice", 2), ("confidence-twice", 2)] {
        let file: Value = serde_json::from_str(&text_of(&format!("tests/fixtures/{name}.roundel.json"))).unwrap();
        assert_eq!(file["version"], version, "{name} stays as it is");
        let record = fixture(name);
        let mut expected = record.clone();
        expected.occasions.iter_mut().map(Arc::make_mut).for_each(plain);
        assert_eq!(record, expected, "{name}");
        assert_eq!(record.comparable().len(), 2, "{name}: both are times that follow each other");

        let mut head = file["records"][0].clone();
        let row = |table: Table, key: String, data: &Value| Row {
            key: RowKey { table, key },
            text: json!({ "version": version, "data": data }).to_string(),
        };
        let mut rows = Vec::new();
        for (table, part) in [(Table::Occasions, "occasions"), (Table::Targets, "targets")] {
            let parts = head.as_object_mut().unwrap().remove(part).unwrap_or(json!([]));
            for part in parts.as_array().unwrap() {
                rows.push(row(table, format!("{}/{}", record.id, part["id"].as_str().unwrap()), part));
            }
        }
        rows.push(row(Table::Heads, record.id.to_string(), &head));
        assert_eq!(restore_rows(rows), Restored { records: vec![record], ..Restored::default() }, "{name}");
    }
}

#[test]
fn what_was_not_asked_is_not_asked_by_reading_it() {
    let start = |sitting| Edit::StartOccasion { occasion: occasion("new"), sitting };
    let quick = || Sitting::Quick(vec![item("a01"), item("a11")]);
    for sitting in [quick(), Sitting::LookingBack(occasion("start")), Sitting::Steady] {
        let mut record = fixture("three-times");
        apply(&mut record, TODAY, [start(sitting.clone())]);
        assert_eq!(there_and_back(&record), record, "{sitting:?}");
    }
    let mut record = fixture("three-times");
    apply(&mut record, TODAY, [start(quick())]);
    let mut file = file_of(&record);
    let blank = json!({ "answer": null });
    file["records"][0]["occasions"][7]["ratings"]["a07"] = blank;
    let opened = read_file(file.to_string().as_bytes()).unwrap();
    assert_eq!(
        (opened.records, opened.repairs.len()),
        (vec![record.clone()], 1),
        "an empty entry for what is set aside"
    );
    let mut whole = file_of(&record);
    whole["records"][0]["occasions"][7]["quick"] = json!(false);
    let opened = read_file(whole.to_string().as_bytes()).unwrap();
    let entries: Vec<&ItemId> = opened.records[0].occasions[7].ratings.keys().collect();
    assert_eq!(entries, record.items().map(|item| &item.id).collect::<Vec<_>>(), "what asks all has them all");
}
