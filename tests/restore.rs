//! Thousands of databases that have come to harm: reading them never panics, what was not touched is as it was, and of
//! what was touched nothing goes without being kept.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use common::mutation::{Chance, HARMS, Harm};
use common::random::{any_instrument, any_record};
use common::{fixture, text_of};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use roundel::codec::{
    Binned, BinnedThing, Repair, Restored, Row, RowKey, Table, bin_row, instrument_row, read_file, restore_bin,
    restore_rows, restore_snapshot, row_texts, write_aside,
};
use roundel::domain::{Date, Instrument, InstrumentId, Record, RecordId, Style};
use serde_json::{Value, json};

/// How many databases come to harm.
const STORES: usize = 10_500;
/// How much a record or an instrument holds, in bytes: little, so that there can be many.
const SIZE_MAX: usize = 3200;

/// A database before it comes to harm.
struct Store {
    records: Vec<Record>,
    form: Instrument,
    rows: Vec<Row>,
}

/// Some made at random, the same ones each time.
fn stores() -> Vec<Store> {
    let mut runner = TestRunner::deterministic();
    let mut some = |count: usize| {
        let small = any_record().prop_filter("a small one", |record| {
            let texts = row_texts(record);
            (3..9).contains(&texts.len()) && texts.values().map(String::len).sum::<usize>() < SIZE_MAX
        });
        let records: Vec<Record> = (0..count).map(|_| small.new_tree(&mut runner).unwrap().current()).collect();
        let named = records.into_iter().enumerate();
        let records = named.map(|(at, record)| Record { id: RecordId::new(format!("r{at}")), ..record }).collect();
        let forms = any_instrument(Style::Audit)
            .prop_filter("a small one", |form| instrument_row(form).text.len() < SIZE_MAX / 2);
        let mut form = forms.new_tree(&mut runner).unwrap().current();
        form.about.id = InstrumentId::new("i0");
        store(records, form)
    };
    let mut stores: Vec<Store> = (0..24).map(|at| some(1 + at % 2)).collect();
    let singer = Record { id: RecordId::new("r1"), ..fixture("singer") };
    let form = Instrument { items: Vec::new(), ..fixture("confidence-twice").instrument };
    stores.push(store(vec![singer], form));
    stores
}

fn store(records: Vec<Record>, form: Instrument) -> Store {
    let mut rows: Vec<Row> = records.iter().flat_map(row_texts).map(|(key, text)| Row { key, text }).collect();
    rows.push(instrument_row(&form));
    for (at, record) in records.iter().enumerate() {
        let key = RowKey { table: Table::Revisions, key: format!("chart/{}", record.id) };
        rows.push(Row { key, text: (at * 7 + 1).to_string() });
    }
    Store { records, form, rows }
}

/// The rows of the record called `id`: which they are, and what they hold.
fn rows_about(rows: &[Row], id: &str) -> Vec<(RowKey, String)> {
    let about = |row: &&Row| row.key.key.split('/').next() == Some(id) && Table::OF_RECORDS.contains(&row.key.table);
    let mut about: Vec<_> = rows.iter().filter(about).map(|row| (row.key.clone(), row.text.clone())).collect();
    about.sort();
    about
}

/// Whether everything in `was` is in `now`. Of an order only what is no id would be lost.
fn is_in(was: &Value, now: &Value) -> bool {
    match (was, now) {
        (Value::Null, _) => true,
        (Value::Object(was), Value::Object(now)) => was.iter().all(|(name, was)| {
            let is_order =
                ["occasion_order", "target_order", "conversation_order"].contains(&name.as_str()) && was.is_array();
            was.is_null() || now.get(name).is_some_and(|now| is_order || is_in(was, now))
        }),
        (Value::Array(was), Value::Array(now)) => {
            was.len() == now.len() && was.iter().zip(now).all(|(was, now)| is_in(was, now))
        }
        _ => was == now,
    }
}

fn data(text: &str) -> Value {
    serde_json::from_str::<Value>(text).map(|mut row| row["data"].take()).unwrap_or_default()
}

/// The version that `text` says it is of.
fn version(text: &str) -> u64 {
    let envelope = serde_json::from_str::<Value>(text).unwrap_or_default();
    envelope.get("version").and_then(Value::as_u64).unwrap_or_default()
}

/// What is wrong with what was made of `rows`, which came from `store`.
fn fault(store: &Store, rows: &[Row], restored: &Restored, newest: u64) -> Option<String> {
    let written = written_rows(restored);
    let changed = touched_though_whole(store, rows, restored);
    let lost = rows.iter().find(|row| !is_kept(row, restored, &written, newest)).map(|row| format!("lost: {row:?}"));
    let of_start = |row: &&Row| Table::AT_START.contains(&row.key.table) && row.key.table != Table::Revisions;
    let newer = rows.iter().filter(of_start).any(|row| version(&row.text) > newest);
    let named = |repair: &Repair| match repair {
        Repair::Unreadable { at, text } => {
            let is = |row: &Row| row.text == *text && format!("{}/{}", row.key.table.name(), row.key.key) == *at;
            restored.aside.iter().any(is)
        }
        Repair::Part { .. } => true,
    };
    let unsaid = restored.aside.iter().find(|row| !is_said(row, restored));
    changed
        .or(lost)
        .or(unsaid.map(|row| format!("set aside without a word: {row:?}")))
        .or((newer != restored.newer).then(|| "a newer version is not what was found".into()))
        .or((!restored.repairs.iter().all(named)).then(|| "named, not kept".into()))
}

/// What is wrong once the app has written to where `rows` stood.
fn later_fault(rows: &[Row], restored: &Restored) -> Option<String> {
    broken_when_written(restored).or_else(|| broken_when_set_aside(restored, rows))
}

/// Whether a row that is set aside is named, or the record or instrument it is part of.
fn is_said(row: &Row, restored: &Restored) -> bool {
    let of = row.key.key.split('/').next().unwrap_or_default();
    restored.repairs.iter().any(|repair| match repair {
        Repair::Unreadable { text, .. } => *text == row.text,
        Repair::Part { record, .. } => record == of || *record == row.key.key,
    })
}

fn written_rows(restored: &Restored) -> BTreeMap<RowKey, String> {
    let mut written: BTreeMap<RowKey, String> = restored.records.iter().flat_map(row_texts).collect();
    written.extend(restored.instruments.iter().map(instrument_row).map(|row| (row.key, row.text)));
    written
}

/// A record, an instrument or a revision of which no row was touched, and that is not as it was.
fn touched_though_whole(store: &Store, rows: &[Row], restored: &Restored) -> Option<String> {
    let whole = |record: &&Record| rows_about(rows, record.id.as_str()) == rows_about(&store.rows, record.id.as_str());
    for record in store.records.iter().filter(whole) {
        let read: Vec<&Record> = restored.records.iter().filter(|each| each.id == record.id).collect();
        if read != [record] {
            return Some(format!("{} was whole: {read:?}", record.id));
        }
    }
    let once = |row: &Row| rows.iter().filter(|each| each.key == row.key).eq([row]);
    let list = instrument_row(&store.form);
    if once(&list) && !restored.instruments.contains(&store.form) {
        return Some("the instrument was whole".into());
    }
    let revisions = store.rows.iter().filter(|row| row.key.table == Table::Revisions && once(row));
    let gone = |row: &&Row| restored.revisions.get(&row.key.key).map(u64::to_string).as_ref() != Some(&row.text);
    revisions.into_iter().find(gone).map(|row| format!("a revision was whole: {row:?}"))
}

/// Whether all that a row holds is in what was made of it, or the row is set aside, or is of a version that nothing may
/// be written over.
fn is_kept(row: &Row, restored: &Restored, written: &BTreeMap<RowKey, String>, newest: u64) -> bool {
    match row.key.table {
        _ if restored.aside.contains(row) => true,
        Table::Revisions => restored.revisions.get(&row.key.key).map(u64::to_string).as_ref() == Some(&row.text),
        table if Table::AT_START.contains(&table) => {
            let now = written.get(&row.key);
            version(&row.text) > newest || now.is_some_and(|now| is_in(&data(&row.text), &data(now)))
        }
        // These are read elsewhere, and nothing is made of what does not belong there.
        Table::Bin => restore_bin(vec![row.clone()])
            .1
            .repairs
            .iter()
            .any(|it| matches!(it, Repair::Unreadable { text, .. } if *text == row.text)),
        _ => restore_snapshot(row).is_none(),
    }
}

/// What the app writes of what it has read is read again without a repair.
fn broken_when_written(restored: &Restored) -> Option<String> {
    let again = restore_rows(written_rows(restored).into_iter().map(|(key, text)| Row { key, text }).collect());
    let by_id = |records: &[Record]| -> BTreeMap<String, Record> {
        records.iter().map(|record| (record.id.to_string(), record.clone())).collect()
    };
    let same =
        by_id(&again.records) == by_id(&restored.records) && again.instruments.len() == restored.instruments.len();
    let clean = again.repairs.is_empty() && again.aside.is_empty() && !again.newer;
    (!same || !clean).then(|| format!("written again: {:?}", again.repairs))
}

/// Once all is set aside, the rest reads the same, nothing is unreadable but what holds no text, and the file of it can
/// be opened.
fn broken_when_set_aside(restored: &Restored, rows: &[Row]) -> Option<String> {
    let changes = restored.set_aside();
    if restored.newer {
        return (!changes.is_empty()).then(|| "written over what is newer".into());
    }
    let keys: BTreeSet<&RowKey> = rows.iter().map(|row| &row.key).collect();
    if keys.len() < rows.len() {
        // No database has a key twice.
        return None;
    }
    let mut left: BTreeMap<RowKey, String> = rows.iter().map(|row| (row.key.clone(), row.text.clone())).collect();
    for (key, text) in changes {
        match text {
            Some(text) => _ = left.insert(key, text),
            None => _ = left.remove(&key),
        }
    }
    let left: Vec<Row> = left.into_iter().map(|(key, text)| Row { key, text }).collect();
    let aside: Vec<Row> = left.iter().filter(|row| row.key.table == Table::Aside).cloned().collect();
    let file = write_aside(&aside);
    _ = read_file(file.as_bytes());
    let missing =
        restored.aside.iter().find(|row| !row.text.is_empty() && !file.contains(&json!(row.text).to_string()));
    if missing.is_some() {
        return Some(format!("not in the file: {missing:?}"));
    }
    let again = restore_rows(left);
    let ids = |records: &[Record]| records.iter().map(|record| record.id.to_string()).collect::<BTreeSet<_>>();
    if ids(&again.records) != ids(&restored.records) || again.records.iter().any(|it| !restored.records.contains(it)) {
        return Some("setting aside changed what is here".into());
    }
    let broken = |repair: &&Repair| matches!(repair, Repair::Unreadable { text, .. } if !text.is_empty());
    again.repairs.iter().find(broken).map(|repair| format!("still there: {repair:?}"))
}

/// The version in which rows are written.
fn newest() -> u64 {
    version(row_texts(&fixture("singer")).values().next().unwrap())
}

#[test]
fn of_thousands_of_databases_that_came_to_harm_nothing_is_lost() {
    let (stores, newest) = (stores(), newest());
    let mut chance = Chance(20_260_115);
    let mut befell: BTreeMap<Harm, usize> = BTreeMap::new();
    let (mut aside, mut partly, mut newer) = (0, 0, 0);
    for at in 0..STORES {
        let store = &stores[at % stores.len()];
        let mut rows = store.rows.clone();
        let harms: Vec<Harm> = (0..=chance.below(3)).map(|_| chance.pick(&HARMS)).collect();
        for harm in &harms {
            *befell.entry(*harm).or_default() += 1;
            harm.befall(&mut rows, &mut chance);
            if rows.is_empty() {
                break;
            }
        }
        let restored = restore_rows(rows.clone());
        // The second takes as long again.
        let later = || (at % 3 == 0).then(|| later_fault(&rows, &restored)).flatten();
        if let Some(fault) = fault(store, &rows, &restored, newest).or_else(later) {
            panic!("store {at}, {harms:?}: {fault}");
        }
        let unreadable = restored.repairs.iter().filter(|it| matches!(it, Repair::Unreadable { .. })).count();
        aside += usize::from(unreadable > 0);
        partly += usize::from(restored.repairs.len() > unreadable);
        newer += usize::from(restored.newer);
    }
    println!(
        "{STORES} databases came to harm: {aside} with rows that could not be read, {partly} with rows read in part,"
    );
    println!("{newer} with rows of a newer version; {befell:?}");
    assert!(befell.len() == HARMS.len() && befell.values().all(|count| *count > 500), "{befell:?}");
    assert!(aside > STORES / 4 && partly > STORES / 20 && newer > STORES / 200, "{aside} {partly} {newer}");
}

#[test]
fn of_databases_that_came_to_no_harm_all_is_there() {
    for store in stores() {
        let restored = restore_rows(store.rows.clone());
        assert_eq!(fault(&store, &store.rows, &restored, newest()).or(later_fault(&store.rows, &restored)), None);
        assert_eq!((restored.repairs, restored.aside), (vec![], vec![]));
    }
}

#[test]
fn a_bin_and_a_rescue_file_that_came_to_harm_never_panic() {
    let mut chance = Chance(5);
    let stores = stores();
    for at in 0..1000 {
        let store = &stores[at % stores.len()];
        let (deleted, record) = (Date::MIN, store.records[0].clone());
        let mut bin = vec![
            bin_row(&Binned::new(deleted, BinnedThing::Record(Arc::new(record.clone())))),
            bin_row(&Binned::new(deleted, BinnedThing::Instrument(Arc::new(store.form.clone())))),
        ];
        chance.pick(&HARMS).befall(&mut bin, &mut chance);
        let count = bin.len();
        let (read, rest) = restore_bin(bin);
        let named = rest.repairs.iter().filter(|repair| matches!(repair, Repair::Unreadable { .. })).count();
        assert_eq!(read.len() + named, count, "each is there or named");
        let mut rows = store.rows.clone();
        chance.pick(&HARMS).befall(&mut rows, &mut chance);
        let mut stores: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
        for row in &rows {
            stores.entry(row.key.table.name()).or_default().push(json!([row.key.key, row.text]));
        }
        let file = json!({ "format": "roundel-rescue", "version": 1, "stores": stores });
        let restored = restore_rows(rows);
        if let Ok(opened) = read_file(file.to_string().as_bytes()) {
            let ids = |records: Vec<Record>| records.into_iter().map(|it| it.id.to_string()).collect::<BTreeSet<_>>();
            assert_eq!((ids(opened.records), opened.instruments), (ids(restored.records), restored.instruments));
        }
    }
}

#[test]
fn rows_of_every_version_that_came_to_harm_are_kept() {
    harm_rows_of("db-2-rows-3");
    harm_rows_of("db-4-rows-6");
}

fn harm_rows_of(version: &str) {
    let mut chance = Chance(7);
    let file: Value = serde_json::from_str(&text_of(&format!("tests/fixtures/stores/{version}.json"))).unwrap();
    let mut rows = Vec::new();
    for table in [Table::Heads, Table::Occasions, Table::Targets, Table::Conversations, Table::Instruments] {
        for pair in file["stores"][table.name()].as_array().into_iter().flatten() {
            let [key, text] = [&pair[0], &pair[1]].map(|part| part.as_str().unwrap().to_owned());
            rows.push(Row { key: RowKey { table, key }, text });
        }
    }
    let Restored { records, instruments, .. } = restore_rows(rows.clone());
    let store = Store { records, form: instruments[0].clone(), rows };
    for at in 0..200 {
        let mut rows = store.rows.clone();
        let harm = chance.pick(&HARMS);
        harm.befall(&mut rows, &mut chance);
        let restored = restore_rows(rows.clone());
        assert_eq!(fault(&store, &rows, &restored, newest()).or(later_fault(&rows, &restored)), None, "{at}: {harm:?}");
    }
}
