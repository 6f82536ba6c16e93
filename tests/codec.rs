//! The record file and the rows of the database: all comes back, nothing that is broken takes anything else with it.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::collections::BTreeMap;
use std::sync::Arc;

use common::random::{any_day, any_instrument, any_record, cases};
use common::strange::{any_strange_values, with_strange_values};
use common::{apply, broken_rule, day, fixture, item, occasion, record_files, text_of};
use proptest::prelude::*;
use proptest::sample::Index;
use roundel::codec::{
    FILE_BYTES_MAX, FileError, OpenedFile, Repair, Restored, Row, RowKey, Table, instrument_row, iso, parse_iso,
    read_file, read_instrument, restore_rows, row_texts, write_all, write_file,
};
use roundel::domain::{
    Answer, Date, Direction, Edit, Instrument, InstrumentId, Item, Kind, Occasion, Origin, Overall, Record, RecordId,
    Scale, Sitting, Step, Style, TalkPause,
};
use serde_json::{Value, json};

const TODAY: &str = "2015-07-13";

fn written(records: &[Record]) -> String {
    write_file(&records.iter().collect::<Vec<_>>(), day(TODAY))
}

/// Records of one file: each is called by its place.
fn any_records() -> impl Strategy<Value = Vec<Record>> {
    prop::collection::vec(any_record(), 1..4).prop_map(|records| {
        let named = records.into_iter().enumerate();
        named.map(|(at, record)| Record { id: RecordId::new(format!("r{at}")), ..record }).collect()
    })
}

fn rows_of(records: &[Record]) -> Vec<Row> {
    records.iter().flat_map(row_texts).map(|(key, text)| Row { key, text }).collect()
}

fn by_id(records: Vec<Record>) -> BTreeMap<String, Record> {
    records.into_iter().map(|record| (record.id.to_string(), record)).collect()
}

/// What can happen to bytes on the way.
#[derive(Clone, Debug)]
enum Accident {
    Flip(Index, u8),
    CutOff(Index),
    Lose(Index, usize),
    Double(Index, usize),
    Insert(Index, Vec<u8>),
}

fn any_accident() -> impl Strategy<Value = Accident> {
    let at = any::<Index>;
    prop_oneof![
        (at(), 1..=255u8).prop_map(|(at, bits)| Accident::Flip(at, bits)),
        at().prop_map(Accident::CutOff),
        (at(), 1..50usize).prop_map(|(at, count)| Accident::Lose(at, count)),
        (at(), 1..50usize).prop_map(|(at, count)| Accident::Double(at, count)),
        (at(), prop::collection::vec(any::<u8>(), 1..9)).prop_map(|(at, bytes)| Accident::Insert(at, bytes)),
    ]
}

fn after(text: &str, accidents: &[Accident]) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for accident in accidents {
        if bytes.is_empty() {
            break;
        }
        let end = |from: usize, count: usize| (from + count).min(bytes.len());
        match accident {
            Accident::Flip(at, bits) => {
                let at = at.index(bytes.len());
                bytes[at] ^= bits;
            }
            Accident::CutOff(at) => bytes.truncate(at.index(bytes.len())),
            Accident::Lose(at, count) => {
                let from = at.index(bytes.len());
                bytes.drain(from..end(from, *count));
            }
            Accident::Double(at, count) => {
                let from = at.index(bytes.len());
                let again = bytes[from..end(from, *count)].to_vec();
                bytes.splice(from..from, again);
            }
            Accident::Insert(at, more) => {
                let from = at.index(bytes.len());
                bytes.splice(from..from, more.iter().copied());
            }
        }
    }
    bytes
}

/// The rules that reading can break; that every item has its entry is tested apart.
fn broken_by_reading(record: &Record) -> Option<String> {
    broken_rule(record)
        .filter(|rule| !["has no entry", "still there", "too many active"].iter().any(|known| rule.contains(known)))
}

proptest! {
    #![proptest_config(cases(120))]

    #[test]
    fn any_record_comes_back_from_a_file(record in any_record(), today in any_day()) {
        let opened = read_file(write_file(&[&record], today).as_bytes());
        prop_assert_eq!(opened, Ok(OpenedFile { records: vec![record], ..OpenedFile::default() }));
    }

    #[test]
    fn several_records_come_back_from_one_file_in_order(records in any_records()) {
        let opened = read_file(written(&records).as_bytes());
        prop_assert_eq!(opened, Ok(OpenedFile { records, ..OpenedFile::default() }));
    }

    #[test]
    fn any_records_come_back_from_rows_in_any_order(records in any_records(), turn in any::<Index>(), back in any::<bool>()) {
        let mut rows = rows_of(&records);
        let count = rows.len();
        rows.rotate_left(turn.index(count));
        if back {
            rows.reverse();
        }
        let Restored { records: restored, repairs, .. } = restore_rows(rows);
        prop_assert_eq!(repairs, vec![]);
        prop_assert_eq!(restored.len(), records.len());
        prop_assert_eq!(by_id(restored), by_id(records));
    }

    #[test]
    fn any_instrument_of_ones_own_comes_back_from_its_row(
        form in prop_oneof![any_instrument(Style::Audit), any_instrument(Style::Chart)],
    ) {
        let restored = restore_rows(vec![instrument_row(&form)]);
        prop_assert_eq!(restored, Restored { instruments: vec![form], ..Restored::default() });
    }

    #[test]
    fn a_damaged_instrument_is_never_a_panic(
        form in any_instrument(Style::Audit),
        records in any_records(),
        damage in any_strange_values(),
    ) {
        let mut row = instrument_row(&form);
        row.text = with_strange_values(&row.text, &damage);
        let mut rows = rows_of(&records);
        rows.push(row);
        let restored = restore_rows(rows);
        prop_assert_eq!(by_id(restored.records), by_id(records));
        for form in restored.instruments {
            let record = Record::with(form, RecordId::new("r"), occasion("first"), day(TODAY));
            prop_assert_eq!(broken_by_reading(&record), None);
        }
    }

    #[test]
    fn strange_bytes_are_never_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), start in 0..4usize) {
        let starts = ["", "{\"format\":\"roundel\",\"version\":1,\"records\":[{", "[[[[", "\u{feff}{\"format\":"];
        let mut text = starts[start].as_bytes().to_vec();
        text.extend(&bytes);
        prop_assert!(read_file(&text).is_err());
        let strange = String::from_utf8_lossy(&bytes).into_owned();
        let rows = Table::AT_START.map(|table| Row { key: RowKey { table, key: strange.clone() }, text: strange.clone() });
        let restored = restore_rows(rows.to_vec());
        prop_assert_eq!((restored.records.len(), restored.instruments.len()), (0, 0));
        prop_assert_eq!((restored.repairs.len(), &restored.aside[..]), (6, &rows[..]));
    }

    #[test]
    fn accidents_to_a_file_are_never_a_panic(
        records in any_records(),
        accidents in prop::collection::vec(any_accident(), 1..4),
    ) {
        if let Ok(opened) = read_file(&after(&written(&records), &accidents)) {
            prop_assert!(!opened.records.is_empty());
            for record in &opened.records {
                prop_assert_eq!(broken_by_reading(record), None);
            }
        }
    }

    #[test]
    fn strange_values_in_a_file_are_never_a_panic(records in any_records(), damage in any_strange_values()) {
        if let Ok(opened) = read_file(with_strange_values(&written(&records), &damage).as_bytes()) {
            prop_assert!(!opened.records.is_empty());
            for record in &opened.records {
                prop_assert_eq!(broken_by_reading(record), None);
            }
        }
    }

    #[test]
    fn a_damaged_row_costs_no_other_record(
        records in any_records(),
        which in any::<Index>(),
        accidents in prop::collection::vec(any_accident(), 0..3),
        damage in any_strange_values(),
        kind in any::<bool>(),
    ) {
        let mut rows = rows_of(&records);
        let at = which.index(rows.len());
        let text = if kind {
            String::from_utf8_lossy(&after(&rows[at].text, &accidents)).into_owned()
        } else {
            with_strange_values(&rows[at].text, &damage)
        };
        let hit = rows[at].key.key.split('/').next().unwrap().to_owned();
        rows[at].text = text;
        let restored = by_id(restore_rows(rows).records);
        for (id, record) in by_id(records) {
            if id != hit {
                prop_assert_eq!(restored.get(&id), Some(&record));
            }
        }
        prop_assert!(restored.values().all(|record| broken_by_reading(record).is_none()));
    }

    #[test]
    fn a_row_that_is_no_json_is_kept_as_it_was(records in any_records(), which in any::<Index>(), text in "[^{]{0,30}") {
        let mut rows = rows_of(&records);
        let at = which.index(rows.len());
        rows[at].text.clone_from(&text);
        let place = format!("{}/{}", rows[at].key.table.name(), rows[at].key.key);
        let repairs = restore_rows(rows).repairs;
        prop_assert!(repairs.contains(&Repair::Unreadable { at: place, text }), "{repairs:?}");
    }

    #[test]
    fn a_day_is_read_as_it_is_written_and_in_no_other_way(text in "[0-9]{4}-[01][0-9]-[0-3][0-9]", day in any_day()) {
        prop_assert_eq!(parse_iso(&iso(day)), Some(day));
        if let Some(day) = parse_iso(&text) {
            prop_assert_eq!(iso(day), text);
        }
    }
}

#[test]
fn a_sign_is_no_part_of_a_day() {
    for text in ["+999-01-01", "2014-+1-01", "2014-01-+1"] {
        assert_eq!(parse_iso(text), None, "{text}");
    }
}

#[test]
fn every_kept_file_is_read_without_a_repair() {
    let files = record_files();
    assert!(files.len() >= 6, "{files:?}");
    for file in files {
        let opened = read_file(text_of(&file).as_bytes()).unwrap_or_else(|error| panic!("{file}: {error}"));
        assert_eq!(opened.repairs, [], "{file}");
        assert!(opened.records.iter().all(|record| broken_rule(record).is_none()), "{file}");
    }
}

#[test]
fn a_chart_of_version_one_is_one_of_ones_own() {
    for name in ["singer", "teacher-twice", "twenty-long"] {
        let text = text_of(&format!("tests/fixtures/{name}.roundel.json"));
        let file: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(file["version"], 1, "{name}: a file of the first version stays as it is");
        let record = fixture(name);
        let own = Instrument { items: record.instrument.items.clone(), ..Instrument::own_chart() };
        assert_eq!(record.instrument, own, "{name}");
        assert!(!record.is_audit() && !record.just_for_now && !record.asks_overall, "{name}");
        for item in &record.instrument.items {
            let plain = Item {
                opposite: item.opposite.clone(),
                seen_high: item.seen_high.clone(),
                seen_low: item.seen_low.clone(),
                category: item.category,
                set_aside: item.set_aside,
                earlier: item.earlier.clone(),
                ..Item::new(item.id.clone(), item.text.clone(), item.origin)
            };
            assert_eq!(*item, plain, "{name}: nothing is asked of it that was not");
        }
        let silent = |on: &Occasion| on.replies.is_empty() && on.overall == Overall::default();
        assert!(record.all_occasions().all(silent), "{name}");
    }
}

#[test]
fn rows_of_version_one_are_read() {
    let file: Value = serde_json::from_str(&text_of("tests/fixtures/teacher-twice.roundel.json")).unwrap();
    let mut head = file["records"][0].clone();
    let row = |table: Table, key: &str, data: &Value| Row {
        key: RowKey { table, key: key.into() },
        text: json!({ "version": 1, "data": data }).to_string(),
    };
    let mut rows = Vec::new();
    for (table, name) in [(Table::Occasions, "occasions"), (Table::Targets, "targets")] {
        let parts = head.as_object_mut().unwrap().remove(name).unwrap_or(json!([]));
        for part in parts.as_array().unwrap() {
            rows.push(row(table, &format!("teacher/{}", part["id"].as_str().unwrap()), part));
        }
    }
    rows.push(row(Table::Heads, "teacher", &head));
    assert_eq!(rows.len(), 3);
    let restored = restore_rows(rows);
    assert_eq!(restored, Restored { records: vec![fixture("teacher-twice")], ..Restored::default() });
}

#[test]
fn a_file_of_all_carries_the_lists_of_ones_own() {
    let bytes = text_of("public/instruments/differentiation-confidence.json");
    let mut own = read_instrument(bytes.as_bytes()).unwrap();
    own.about.id = InstrumentId::new("our-own");
    let record = fixture("singer");
    let opened = read_file(write_all(&[&record], &[&own], day("2026-01-15")).as_bytes()).unwrap();
    assert_eq!(opened, OpenedFile { records: vec![record], instruments: vec![own.clone()], repairs: vec![] });
    let alone = read_file(write_all(&[], &[&own], day("2026-01-15")).as_bytes()).unwrap();
    assert_eq!((alone.records, alone.instruments), (vec![], vec![own.clone()]));
    // One that cannot be read is named; the rest is there.
    let mut file: Value = serde_json::from_str(&write_all(&[], &[&own], day("2026-01-15"))).unwrap();
    file["instruments"].as_array_mut().unwrap().push(json!({ "title": "nameless" }));
    let opened = read_file(file.to_string().as_bytes()).unwrap();
    assert_eq!(opened.instruments, [own]);
    assert!(matches!(&opened.repairs[..], [.., Repair::Unreadable { at, .. }] if at == "instruments/1"));
}

#[test]
fn the_audit_that_was_answered_twice_stands_as_it_was_answered() {
    let record = fixture("mentor-twice");
    let bytes = text_of("public/instruments/mentor-skills-audit.json");
    assert_eq!(record.instrument, read_instrument(bytes.as_bytes()).unwrap(), "the list that comes with the app");
    let days: Vec<String> = record.occasions.iter().map(|on| iso(on.rated_on)).collect();
    assert_eq!(days, ["2013-09-16", "2014-07-14"]);
    let counts = |on: &Occasion| {
        let count = |wanted: fn(&Answer) -> bool| on.ratings.values().filter(|it| wanted(&it.answer)).count();
        (on.rated_count(), count(|it| it.is_open()), count(|it| *it == Answer::DoesNotApply))
    };
    assert_eq!((counts(&record.occasions[0]), counts(&record.occasions[1])), ((26, 2, 1), (26, 2, 1)));
    let [first, second] = &record.occasions[..] else { panic!("two times") };
    assert_eq!((first.overall, second.overall.before), (Overall { before: Some(4), after: Some(3) }, Some(4)));
    assert_eq!(first.ratings[&item("i26")].why, "(synthetic) I talked for most of the half hour");
}

#[test]
fn a_ranked_list_comes_back_in_its_order() {
    let record = fixture("confidence-twice");
    let replies = |on: usize| {
        let replies = record.occasions[on].replies.iter();
        replies.map(|reply| (reply.text.trim_start_matches("(synthetic) "), reply.rank)).collect::<Vec<_>>()
    };
    let first = [
        ("Worksheets at three levels", Some(2)),
        ("Seating by ability", Some(3)),
        ("Different questions for different pupils", Some(1)),
    ];
    assert_eq!(replies(0), first);
    assert_eq!(replies(1).iter().map(|(_, rank)| *rank).collect::<Vec<_>>(), [Some(1), Some(2), None, Some(4)]);
    assert_eq!((record.occasions[1].rated_on - record.occasions[0].rated_on).whole_days(), 35, "about five weeks");
    assert_eq!(record.instrument.direction, Direction::Lower);
}

#[test]
fn what_an_audit_may_not_have_is_left_out_and_reported() {
    let file: Value = serde_json::from_str(&written(&[fixture("confidence-twice")])).unwrap();
    let check = |place: &str, value: Value, lost: &dyn Fn(&mut Record)| {
        let mut file = file.clone();
        *file.pointer_mut(&format!("/records/0{place}")).unwrap_or_else(|| panic!("{place}")) = value;
        let mut expected = fixture("confidence-twice");
        lost(&mut expected);
        let opened = read_file(file.to_string().as_bytes()).unwrap();
        assert_eq!(opened.records, [expected], "{place}");
        assert!(!opened.repairs.is_empty(), "{place} is reported");
    };
    check("/occasions/0/overall_before", json!(6), &|_| {});
    check("/occasions/0/overall_after", json!("4"), &|_| {});
    check("/occasions/0/replies/2/prompt", json!("p9"), &|record| {
        _ = Arc::make_mut(&mut record.occasions[0]).replies.pop();
    });
    check("/occasions/0/replies/1", json!("words"), &|record| {
        _ = Arc::make_mut(&mut record.occasions[0]).replies.remove(1);
    });
    for rank in [json!(0), json!(2), json!(6), json!("1")] {
        check("/occasions/0/replies/1/rank", rank, &|record| {
            Arc::make_mut(&mut record.occasions[0]).replies[1].rank = None;
        });
    }
    check("/instrument/prompts/0/entries", json!(2), &|record| {
        record.instrument.prompts[0].entries = 2;
        Arc::make_mut(&mut record.occasions[0]).replies.pop();
        Arc::make_mut(&mut record.occasions[0]).replies[1].rank = None;
        Arc::make_mut(&mut record.occasions[1]).replies.truncate(2);
    });
    check("/instrument/prompts/0/rank", json!(""), &|record| {
        record.instrument.prompts[0].rank.clear();
        record
            .occasions
            .iter_mut()
            .map(Arc::make_mut)
            .flat_map(|on| &mut on.replies)
            .for_each(|reply| reply.rank = None);
    });
    check("/instrument/items/0/needed", json!(6), &|_| {});
    check("/instrument/items/0/section", json!("s1"), &|_| {});
    check("/instrument/scale/anchors/1/value", json!(6), &|record| _ = record.instrument.anchors.pop());
    check("/instrument/scale/anchors/1/value", json!(1), &|record| _ = record.instrument.anchors.pop());
    check("/instrument/scale/direction", json!("up"), &|record| record.instrument.direction = Direction::Higher);
    check("/instrument/items/0/direction", json!("up"), &|_| {});
}

#[test]
fn the_items_of_a_section_are_put_together_again() {
    let mut file: Value = serde_json::from_str(&written(&[fixture("mentor-twice")])).unwrap();
    file["records"][0]["instrument"]["items"].as_array_mut().unwrap().reverse();
    let opened = read_file(file.to_string().as_bytes()).unwrap();
    assert_eq!(broken_rule(&opened.records[0]), None);
    assert!(!opened.repairs.is_empty());
    assert_eq!(opened.records[0].instrument.items[0].id, item("i05"), "in the order they stood in otherwise");
}

#[test]
fn why_a_file_cannot_be_opened_is_said() {
    let check = |name: &str, bytes: &[u8], expected: FileError| {
        assert_eq!(read_file(bytes).unwrap_err(), expected, "{name}");
    };
    let whole = text_of("tests/fixtures/singer.roundel.json");
    check("nothing", b"", FileError::Broken);
    check("no JSON", b"PK\x03\x04", FileError::Broken);
    check("no text", &[0xff, 0xfe, 0x7b, 0x00], FileError::Broken);
    check("cut off", &whole.as_bytes()[..whole.len() - 3], FileError::Broken);
    check("cut off early", &whole.as_bytes()[..10], FileError::Broken);
    check("two files in one", format!("{whole}{whole}").as_bytes(), FileError::Broken);
    check("a list", b"[]", FileError::Foreign);
    check("a number", b"7", FileError::Foreign);
    check("an object", b"{}", FileError::Foreign);
    check("another format", br#"{"format":"grid","version":1}"#, FileError::Foreign);
    check("a format that is no name", br#"{"format":1,"version":1}"#, FileError::Foreign);
    check("a newer version", br#"{"format":"roundel","version":7,"records":[{"id":"a"}]}"#, FileError::TooNew);
    check("a newer rescue file", br#"{"format":"roundel-rescue","version":7}"#, FileError::TooNew);
    check("no version", br#"{"format":"roundel","records":[]}"#, FileError::Broken);
    check("a version that is none", br#"{"format":"roundel","version":"1"}"#, FileError::Broken);
    check("version nought", br#"{"format":"roundel","version":0}"#, FileError::Broken);
    check("no records", br#"{"format":"roundel","version":1}"#, FileError::Empty);
    check("records that are none", br#"{"format":"roundel","version":1,"records":"x"}"#, FileError::Empty);
    check("an empty list", br#"{"format":"roundel","version":1,"records":[]}"#, FileError::Empty);
    check("a record without a name", br#"{"format":"roundel","version":1,"records":[{"id":""}]}"#, FileError::Empty);
    check("a name with a slash", br#"{"format":"roundel","version":1,"records":[{"id":"a/b"}]}"#, FileError::Empty);
    check("an empty rescue file", br#"{"format":"roundel-rescue","version":1,"stores":{}}"#, FileError::Empty);
    let deep = format!("{{\"format\":\"roundel\",\"version\":1,\"records\":{}", "[".repeat(100_000));
    check("a deep hole", deep.as_bytes(), FileError::Broken);
    let large = usize::try_from(FILE_BYTES_MAX).unwrap() + 1;
    check("too large", &vec![b' '; large], FileError::TooLarge);
    let padded = format!("{whole}{}", " ".repeat(large - 1 - whole.len()));
    assert!(read_file(padded.as_bytes()).is_ok(), "as large as it may be");
}

#[test]
fn what_editors_do_to_a_file_does_no_harm() {
    let text = text_of("tests/fixtures/teacher-twice.roundel.json");
    let expected = read_file(text.as_bytes()).unwrap();
    let compact = serde_json::from_str::<Value>(&text).unwrap().to_string();
    for edited in [format!("\u{feff}{text}"), text.replace('\n', "\r\n"), format!("\n\n{text}\n"), compact] {
        assert_eq!(read_file(edited.as_bytes()).as_ref(), Ok(&expected));
    }
}

#[test]
fn a_record_twice_in_a_file_is_taken_once_and_reported() {
    let mut file: Value = serde_json::from_str(&text_of("tests/fixtures/singer.roundel.json")).unwrap();
    let again = file["records"][0].clone();
    file["records"].as_array_mut().unwrap().push(again);
    let opened = read_file(file.to_string().as_bytes()).unwrap();
    assert_eq!(opened.records, [fixture("singer")]);
    assert!(matches!(&opened.repairs[..], [Repair::Unreadable { at, .. }] if at == "records/1"));
}

/// The teacher's file, which has no target, with one for the second attribute.
fn teacher() -> Record {
    let mut record = fixture("teacher-twice");
    let id = common::target("t1");
    apply(
        &mut record,
        TODAY,
        [
            Edit::AddTarget { target: id.clone(), item: Some(item("a02")) },
            Edit::TargetWhat { target: id.clone(), text: "(synthetic) Read more".into() },
            Edit::TargetHow { target: id, at: 0, text: "(synthetic) A book a term".into() },
        ],
    );
    record
}

/// Puts `value` at `place` of the teacher's record, which must cost what `lost` does, be reported, and nothing else.
fn check_repair(place: &str, value: &Value, lost: impl FnOnce(&mut Record)) {
    let mut file: Value = serde_json::from_str(&written(&[teacher()])).unwrap();
    let (above, name) = place.rsplit_once('/').unwrap();
    let holder = file.pointer_mut(&format!("/records/0{above}")).unwrap_or_else(|| panic!("{place}"));
    match holder {
        Value::Array(parts) if name == "+" => parts.push(value.clone()),
        Value::Array(parts) => parts[name.parse::<usize>().unwrap()] = value.clone(),
        _ => holder[name] = value.clone(),
    }
    let mut expected = teacher();
    lost(&mut expected);
    let opened = read_file(file.to_string().as_bytes()).unwrap_or_else(|error| panic!("{place} = {value}: {error}"));
    assert_eq!(opened.records, [expected], "{place} = {value}");
    assert!(!opened.repairs.is_empty(), "{place} = {value} is reported");
    let named = |repair: &Repair| matches!(repair, Repair::Part { record, .. } if record == "teacher");
    assert!(opened.repairs.iter().all(named), "{:?}", opened.repairs);
}

#[test]
fn a_number_off_the_scale_or_of_another_kind_becomes_blank() {
    for strange in
        [json!(11), json!(-1), json!(300), json!(6.5), json!("6"), json!(true), json!([6]), json!({}), json!(1e300)]
    {
        check_repair("/occasions/0/ratings/a01/answer", &strange, |record| {
            Arc::make_mut(&mut record.occasions[0]).ratings.get_mut(&item("a01")).unwrap().answer = Answer::Blank;
        });
        check_repair("/occasions/1/ratings/a13/needed", &strange, |_| {});
    }
}

#[test]
fn a_value_of_the_wrong_kind_costs_that_value_alone() {
    for strange in [json!(5), json!(["x"]), json!({ "x": 1 }), json!(false)] {
        check_repair("/subject", &strange, |record| record.subject = String::new());
        check_repair("/instrument/items/1/text", &strange, |record| record.instrument.items[1].text = String::new());
        check_repair("/occasions/0/ratings/a06/why", &strange, |record| {
            Arc::make_mut(&mut record.occasions[0]).ratings.get_mut(&item("a06")).unwrap().why = String::new();
        });
        check_repair("/targets/0/what", &strange, |record| record.targets[0].what = String::new());
        check_repair("/making/step", &strange, |record| record.making.step = Step::Frame);
        check_repair("/next_look", &strange, |_| {});
    }
    check_repair("/sample", &json!("yes"), |_| {});
    check_repair("/occasions/0/finished", &json!(1), |record| Arc::make_mut(&mut record.occasions[0]).finished = false);
    check_repair("/instrument/items/0/earlier", &json!("x"), |_| {});
    check_repair("/instrument/items/+", &json!("x"), |_| {});
    check_repair("/occasions/+", &json!(7), |_| {});
    check_repair("/targets/+", &json!(7), |_| {});
    check_repair("/targets/0/hows", &json!(["a way", 7]), |record| record.targets[0].hows = vec!["a way".into()]);
    check_repair("/occasions/0/ratings/a01", &json!(6), |record| {
        Arc::make_mut(&mut record.occasions[0]).ratings.remove(&item("a01"));
    });
    check_repair("/making", &json!([]), |record| record.making = roundel::domain::Making::default());
}

#[test]
fn an_unknown_word_falls_back_and_is_reported() {
    let word = json!("tomorrow");
    check_repair("/occasions/1/kind", &word, |record| Arc::make_mut(&mut record.occasions[1]).kind = Kind::Interim);
    check_repair("/instrument/items/0/origin", &word, |record| record.instrument.items[0].origin = Origin::Own);
    check_repair("/instrument/items/0/category", &word, |record| record.instrument.items[0].category = None);
    check_repair("/making/step", &word, |record| record.making.step = Step::Frame);
    check_repair("/occasions/0/ratings/a01/answer", &word, |record| {
        Arc::make_mut(&mut record.occasions[0]).ratings.get_mut(&item("a01")).unwrap().answer = Answer::Blank;
    });
}

#[test]
fn an_unknown_pause_is_reported() {
    check_repair("/making/talked", &json!(["ideas", "tomorrow"]), |record| {
        record.making.talked.insert(TalkPause::Ideas);
    });
}

#[test]
fn a_list_of_parts_that_is_no_list_is_reported() {
    check_repair("/targets", &json!("none"), |record| record.targets.clear());
    check_repair("/occasions", &json!({ "baseline": 1 }), |record| record.occasions.clear());
}

#[test]
fn a_day_that_is_none_falls_back_and_is_reported() {
    for strange in [json!("13/06/2014"), json!(""), json!("2014-02-30"), json!(20_140_613), json!(null)] {
        check_repair("/occasions/1/rated_on", &strange, |record| {
            Arc::make_mut(&mut record.occasions[1]).rated_on = day("2014-06-13");
        });
    }
    for strange in [json!("soon"), json!(5)] {
        check_repair("/occasions/1/refers_to", &strange, |_| {});
        check_repair("/next_look", &strange, |_| {});
        check_repair("/targets/0/until", &strange, |_| {});
        // Set aside on an unreadable day is still set aside.
        check_repair("/instrument/items/2/set_aside", &strange, |record| {
            record.instrument.items[2].set_aside = Some(day("2014-06-13"));
        });
    }
}

#[test]
fn a_scale_that_is_none_becomes_nought_to_ten() {
    for strange in [
        json!({ "min": 5, "max": 3 }),
        json!({ "min": 0, "max": 100 }),
        json!({ "min": -1, "max": 10 }),
        json!("0-10"),
        json!(null),
    ] {
        check_repair("/instrument/scale", &strange, |record| record.instrument.scale = Scale::CONSTRUCT);
    }
}

#[test]
fn what_stands_twice_or_for_nothing_is_left_out() {
    let file: Value = serde_json::from_str(&written(&[teacher()])).unwrap();
    let part = |place: &str| file.pointer(&format!("/records/0{place}")).unwrap().clone();
    check_repair("/instrument/items/+", &part("/instrument/items/0"), |_| {});
    check_repair("/occasions/+", &part("/occasions/0"), |_| {});
    check_repair("/targets/+", &part("/targets/0"), |_| {});
    check_repair("/instrument/items/+", &json!({ "text": "nameless" }), |_| {});
    check_repair("/occasions/+", &json!({ "id": "", "kind": "final", "rated_on": TODAY }), |_| {});
    check_repair("/occasions/1/ratings/unknown", &json!({ "answer": 4 }), |_| {});
    check_repair("/targets/0/item", &json!("unknown"), |record| record.targets[0].item = None);
    check_repair("/occasions/0/focus", &json!(["a05", "unknown", "a06"]), |_| {});
    check_repair("/occasions/0/focus", &json!(["a05", "a05", "a06"]), |_| {});
    check_repair("/occasions/0/focus", &json!(["a05", "a13", "a06"]), |_| {});
    check_repair("/occasions/0/focus", &json!(["a05", "a06", "a01", "a02"]), |record| {
        Arc::make_mut(&mut record.occasions[0]).focus.push(item("a01"));
    });
}

#[test]
fn a_missing_field_is_empty_and_an_unknown_one_is_nothing() {
    let file = json!({ "format": "roundel", "version": 1, "later": {}, "records": [{
        "id": "a", "made_on": "2014-06-13", "colour": "blue",
        "instrument": { "scale": { "min": 0, "max": 10 }, "items": [{ "id": "x", "text": "Planning", "weight": 3 }] },
        "occasions": [{ "id": "o", "kind": "baseline", "rated_on": "2014-06-13", "refers_to": "2014-06-13",
            "ratings": { "x": { "answer": 4, "mood": "good" } } }],
    }] });
    let opened = read_file(file.to_string().as_bytes()).unwrap();
    let [record] = &opened.records[..] else { panic!("one record") };
    assert_eq!(record.occasions[0].answer(&item("x")), Answer::Value(4));
    assert_eq!((record.title.as_str(), record.targets.len(), record.sample), ("", 0, false));
}

#[test]
fn what_is_read_keeps_the_rules_of_a_record() {
    let check = |name: &str, change: &dyn Fn(&mut Value)| {
        let mut record = teacher();
        apply(&mut record, TODAY, [Edit::StartOccasion { occasion: occasion("third"), sitting: Sitting::All }]);
        let mut file: Value = serde_json::from_str(&written(&[record])).unwrap();
        change(&mut file["records"][0]);
        let opened = read_file(file.to_string().as_bytes()).unwrap();
        assert_eq!(broken_rule(&opened.records[0]), None, "{name}");
    };
    check("nothing is wrong", &|_| {});
    check("an item without an entry in the sitting under way", &|record| {
        record["occasions"][2]["ratings"].as_object_mut().unwrap().remove("a01");
    });
    check("a set-aside item, unrated, in the sitting under way", &|record| {
        record["occasions"][2]["ratings"]["a03"] = json!({ "answer": null });
    });
    check("a set-aside item, rated, in the sitting under way", &|record| {
        record["occasions"][2]["ratings"]["a03"] = json!({ "answer": 4 });
    });
    check("more than twenty items", &|record| {
        for n in 0..20 {
            record["instrument"]["items"].as_array_mut().unwrap().push(json!({ "id": n.to_string(), "text": "x" }));
            record["occasions"][2]["ratings"][n.to_string()] = json!({ "answer": null });
        }
    });
}

#[test]
fn a_repaired_record_is_written_so_that_it_needs_no_repair_again() {
    for place in ["/made_on", "/occasions/0/rated_on", "/instrument/items/2/set_aside", "/occasions/0/kind"] {
        let mut file: Value = serde_json::from_str(&written(&[teacher()])).unwrap();
        *file.pointer_mut(&format!("/records/0{place}")).unwrap() = json!("broken");
        let opened = read_file(file.to_string().as_bytes()).unwrap();
        assert!(!opened.repairs.is_empty(), "{place}");
        let again = read_file(written(&opened.records).as_bytes()).unwrap();
        assert_eq!(again, OpenedFile { records: opened.records, ..OpenedFile::default() }, "{place}");
    }
}

#[test]
fn a_row_of_no_known_version_is_set_aside() {
    let records = [teacher(), Record { id: RecordId::new("other"), ..fixture("singer") }];
    for (key, _) in row_texts(&records[0]) {
        let mut rows = rows_of(&records);
        let row = rows.iter_mut().find(|row| row.key == key).unwrap();
        let mut envelope: Value = serde_json::from_str(&row.text).unwrap();
        envelope["version"] = json!(0);
        row.text = envelope.to_string();
        let (text, at) = (row.text.clone(), format!("{}/{}", key.table.name(), key.key));
        let Restored { records: restored, repairs, .. } = restore_rows(rows);
        assert!(repairs.contains(&Repair::Unreadable { at: at.clone(), text }), "{at}");
        let restored = by_id(restored);
        assert_eq!(restored.get("other"), Some(&records[1]), "{at}");
        assert_eq!(restored.contains_key("teacher"), key.table != Table::Heads, "{at}");
        if let Some(teacher) = restored.get("teacher") {
            assert_eq!(teacher.instrument, records[0].instrument);
            let lost = (
                records[0].occasions.len() - teacher.occasions.len(),
                records[0].targets.len() - teacher.targets.len(),
            );
            assert_eq!(lost, if key.table == Table::Occasions { (1, 0) } else { (0, 1) }, "{at}");
        }
    }
}

#[test]
fn a_head_under_another_name_is_not_taken() {
    let mut rows = rows_of(&[teacher()]);
    let head = rows.iter_mut().find(|row| row.key.table == Table::Heads).unwrap();
    head.key.key = "somebody".into();
    let Restored { records: restored, repairs, .. } = restore_rows(rows);
    assert_eq!(restored, []);
    assert!(repairs.iter().any(|repair| matches!(repair, Repair::Unreadable { at, .. } if at == "heads/somebody")));
}

#[test]
fn a_head_that_names_another_record_takes_nothing_from_it() {
    let records = [Record { id: RecordId::new("a"), ..fixture("singer") }, teacher()];
    for turned in [false, true] {
        let mut rows = rows_of(&records);
        let head = rows.iter_mut().find(|row| row.key.key == "a").unwrap();
        head.text = head.text.replace(r#""id":"a""#, r#""id":"teacher""#);
        if turned {
            rows.reverse();
        }
        let Restored { records: restored, repairs, .. } = restore_rows(rows);
        assert!(restored.contains(&records[1]), "{restored:?}");
        assert!(repairs.iter().any(|repair| matches!(repair, Repair::Unreadable { at, .. } if at == "heads/a")));
    }
}

/// A rescue file as the recovery screen writes it.
fn rescue(rows: &[Row], more: &[(&str, Value)]) -> String {
    let mut stores: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for row in rows {
        stores.entry(row.key.table.name()).or_default().push(json!([row.key.key, row.text]));
    }
    let mut file = json!({ "format": "roundel-rescue", "version": 1, "stores": stores });
    for (name, value) in more {
        file["stores"][*name] = value.clone();
    }
    file.to_string()
}

#[test]
fn a_rescue_file_gives_back_what_was_stored() {
    let records = vec![fixture("singer"), teacher()];
    let rows = rows_of(&records);
    let mut expected = by_id(records.clone());
    let check = |text: &str, repairs: usize, expected: &BTreeMap<String, Record>| {
        let opened = read_file(text.as_bytes()).unwrap();
        assert_eq!(opened.repairs.len(), repairs, "{:?}", opened.repairs);
        assert_eq!(&by_id(opened.records), expected);
    };
    check(&rescue(&rows, &[]), 0, &expected);
    let others = [("snapshots", json!([["1", "text"]])), ("talks", json!({})), ("marks", json!([[1, { "a": 2 }]]))];
    check(&rescue(&rows, &others), 0, &expected);
    let odd = rescue(&rows, &[("targets", json!([["singer/t1"], "x", [7, 8]]))]);
    for record in expected.values_mut() {
        record.targets.clear();
    }
    check(&odd, 3, &expected);
}

#[test]
fn a_rescue_file_gives_back_instruments_of_ones_own_too() {
    let form = read_instrument(text_of("public/instruments/four-tensions.json").as_bytes()).unwrap();
    let rows = [rows_of(&[fixture("mentor-twice")]), vec![instrument_row(&form)]].concat();
    let opened = read_file(rescue(&rows, &[]).as_bytes());
    let expected =
        OpenedFile { records: vec![fixture("mentor-twice")], instruments: vec![form.clone()], ..OpenedFile::default() };
    assert_eq!(opened, Ok(expected));
    let alone = read_file(rescue(&[instrument_row(&form)], &[]).as_bytes());
    assert_eq!(alone, Ok(OpenedFile { instruments: vec![form], ..OpenedFile::default() }));
}

#[test]
fn the_exemplar_stands_word_for_word() {
    let record = fixture("singer");
    assert_eq!(record.title, "Attributes of an excellent singer");
    assert_eq!(record.owner, "Fred Bloggs");
    assert_eq!((record.made_on, record.occasions[0].rated_on), (day("2013-04-22"), day("2013-04-22")));
    let [pair] = &record.instrument.items[..] else { panic!("one pair") };
    assert_eq!((pair.text.as_str(), pair.opposite.as_str()), ("has excellent tuning", "extremely out of tune"));
    assert_eq!(record.instrument.scale, Scale { min: 0, max: 10 });
    assert_eq!(record.last_rated(), None, "no rating of it is known");
    let targets: Vec<(&str, Vec<&str>)> = record
        .targets
        .iter()
        .map(|target| (target.what.as_str(), target.hows.iter().map(String::as_str).collect()))
        .collect();
    assert_eq!(
        targets,
        [
            (
                "Make my word clearer when I sing",
                vec![
                    "Say tongue twisters",
                    "Make sure I am ready to join in on the first word of every verse and sing it clearly",
                    "Repeat difficult words",
                ]
            ),
            (
                "Improve the phrasing",
                vec![
                    "Concentrate on where I am breathing and really try to breathe in the right place",
                    "Think about each phrase having a shape which is a beginning, middle and end rather than all being the same",
                ]
            ),
            (
                "Look up when singing",
                vec!["Make sure I am always looking at the conductor or a place high up on the wall",]
            ),
        ]
    );
}

#[test]
fn twenty_constructs_of_eighty_letters_come_back() {
    let record = fixture("twenty-long");
    assert_eq!(record.items().count(), 20);
    for item in record.items() {
        assert_eq!((item.text.chars().count(), item.opposite.chars().count()), (80, 80), "{}", item.id);
    }
    let opened = read_file(written(std::slice::from_ref(&record)).as_bytes()).unwrap();
    assert_eq!(opened.records, [record]);
}

#[test]
fn a_file_says_what_it_is() {
    let file: Value = serde_json::from_str(&write_file(&[&fixture("singer")], day(TODAY))).unwrap();
    assert_eq!((&file["format"], &file["version"], &file["saved"]), (&json!("roundel"), &json!(6), &json!(TODAY)));
    let notice = "My own ratings, for my development. Not an inspection or appraisal.";
    assert_eq!(file["notice"], notice);
    let words: Value = serde_json::from_str(&text_of("public/words/en-GB.pages.json")).unwrap();
    assert_eq!(words["ExportNote"], notice, "the same words on paper");
    assert_eq!(Date::MIN.year(), -9999, "the day before all days is no day of a record");
}
