//! What is locked with a passphrase, as it is stored: all comes back, and nothing that is broken is taken for whole.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use common::random::cases;
use common::strange::{any_strange_values, with_strange_values};
use common::{fixture, text_of};
use proptest::prelude::*;
use roundel::codec::{
    FILE_BYTES_MAX, FileError, LOCKED_BYTES_MAX, Lock, LockedError, LockedFile, LockedRescue, LockedText, Repair, Row,
    RowKey, Sealed, Stretching, Table, is_sealed_row, is_sealed_table, locked_file, read_file, read_lock,
    read_sealed_row, row_binding, row_texts, write_file, write_lock, write_locked_file, write_sealed_row,
};
use serde_json::{Value, json};

fn any_sealed(bytes: impl Into<prop::collection::SizeRange>) -> impl Strategy<Value = Sealed> {
    (any::<[u8; 12]>(), prop::collection::vec(any::<u8>(), bytes)).prop_map(|(iv, data)| Sealed { iv, data })
}

fn any_stretching() -> impl Strategy<Value = Stretching> {
    (1..=10_000_000u32, any::<[u8; 16]>()).prop_map(|(iterations, salt)| Stretching { iterations, salt })
}

fn any_locked_text() -> impl Strategy<Value = LockedText> {
    (any_stretching(), any_sealed(16..200)).prop_map(|(stretching, text)| LockedText { stretching, text })
}

fn any_lock() -> impl Strategy<Value = Lock> {
    (any_stretching(), any_sealed(48..=48)).prop_map(|(stretching, key)| Lock { stretching, key })
}

/// `text` with the byte at `at` replaced.
fn with_byte(text: &str, at: prop::sample::Index, byte: u8) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    let at = at.index(bytes.len());
    bytes[at] = byte;
    bytes
}

/// Reads `text` in every way there is, for what panics.
fn read_in_every_way(text: &[u8]) {
    _ = locked_file(text);
    _ = read_file(text);
    let text = String::from_utf8_lossy(text);
    _ = (read_lock(&text), read_sealed_row(&text), is_sealed_row(&text));
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn any_locked_file_comes_back(locked in any_locked_text()) {
        let file = write_locked_file(&locked);
        prop_assert_eq!(read_file(file.as_bytes()), Err(FileError::Locked));
        prop_assert_eq!(locked_file(file.as_bytes()), Some(Ok(LockedFile::Copy(locked))));
    }

    #[test]
    fn any_lock_comes_back(lock in any_lock()) {
        prop_assert_eq!(read_lock(&write_lock(&lock)), Ok(lock));
    }

    #[test]
    fn any_sealed_row_comes_back(row in any_sealed(16..200)) {
        let text = write_sealed_row(&row);
        prop_assert!(is_sealed_row(&text));
        prop_assert_eq!(read_sealed_row(&text), Ok(row));
    }

    #[test]
    fn every_locked_file_keeps_to_the_schema(locked in any_locked_text()) {
        let file = serde_json::from_str(&write_locked_file(&locked)).unwrap();
        prop_assert!(schema().is_valid(&file));
    }

    #[test]
    fn strange_values_never_panic(locked in any_locked_text(), lock in any_lock(), damage in any_strange_values()) {
        for text in [write_locked_file(&locked), write_lock(&lock), write_sealed_row(&locked.text), rescue()] {
            read_in_every_way(with_strange_values(&text, &damage).as_bytes());
        }
    }

    #[test]
    fn another_byte_never_panics(locked in any_locked_text(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        for text in [write_locked_file(&locked), write_sealed_row(&locked.text), rescue()] {
            read_in_every_way(&with_byte(&text, at, byte));
        }
    }

    #[test]
    fn a_file_that_was_cut_off_is_broken(locked in any_locked_text(), at in any::<prop::sample::Index>()) {
        let whole = write_locked_file(&locked);
        let cut = &whole.as_bytes()[..at.index(whole.trim_end().len())];
        prop_assert_eq!(locked_file(cut), None);
        prop_assert_eq!(read_file(cut), Err(FileError::Broken));
    }
}

fn schema() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(&text_of("public/schema/roundel-locked-1.json")).unwrap();
    assert!(jsonschema::meta::is_valid(&schema), "the schema itself");
    jsonschema::validator_for(&schema).unwrap()
}

fn locked() -> Value {
    serde_json::from_str(&text_of("tests/fixtures/locked.json")).unwrap()
}

fn rescue() -> String {
    text_of("tests/fixtures/locked-rescue.json")
}

fn opened_by_reading(file: &Value) -> Option<Result<LockedFile, FileError>> {
    locked_file(file.to_string().as_bytes())
}

#[test]
fn the_schema_and_the_reader_refuse_the_same() {
    let (schema, good) = (schema(), locked());
    assert!(schema.is_valid(&good));
    assert!(matches!(opened_by_reading(&good), Some(Ok(LockedFile::Copy(_)))));
    let short = |count: usize| json!("A".repeat(count));
    for (name, value) in [
        ("version", json!(0)),
        ("version", json!("1")),
        ("version", Value::Null),
        ("kdf", json!("PBKDF2-SHA-1")),
        ("kdf", json!("argon2id")),
        ("cipher", json!("AES-256-CBC")),
        ("cipher", Value::Null),
        ("iterations", json!(0)),
        ("iterations", json!(-1)),
        ("iterations", json!(10_000_001)),
        ("iterations", json!(4_295_567_296_u64)),
        ("iterations", json!(u64::MAX)),
        ("iterations", json!(600_000.5)),
        ("iterations", json!("600000")),
        ("salt", json!("")),
        ("salt", short(20)),
        ("salt", short(24)),
        ("salt", json!("AAAAAAAAAAAAAAAAAAAAAA")),
        ("salt", json!("AAAAAAAAAAAAAAAAAAAAAB==")),
        ("salt", json!([1, 2, 3])),
        ("iv", short(12)),
        ("iv", short(20)),
        ("iv", json!("AAAAAAAA_-AAAAAA")),
        ("data", json!("")),
        ("data", short(20)),
        ("data", short(25)),
        ("data", json!("not base64 at all, not in the least")),
        ("data", Value::Null),
    ] {
        let mut file = good.clone();
        file[name] = value.clone();
        assert!(!schema.is_valid(&file), "{name} = {value}");
        assert_eq!(opened_by_reading(&file), Some(Err(FileError::Broken)), "{name} = {value}");
    }
}

#[test]
fn every_field_that_is_written_is_in_the_schema_and_none_else() {
    let Some(Ok(LockedFile::Copy(kept))) = opened_by_reading(&locked()) else { panic!("the kept file is one") };
    let written: Value = serde_json::from_str(&write_locked_file(&kept)).unwrap();
    let schema: Value = serde_json::from_str(&text_of("public/schema/roundel-locked-1.json")).unwrap();
    let names = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&written), names(&schema["properties"]));
}

#[test]
fn what_a_newer_version_locked_is_told_from_what_is_broken() {
    let mut file = locked();
    file["version"] = json!(2);
    assert_eq!(opened_by_reading(&file), Some(Err(FileError::TooNew)));
    assert_eq!(read_sealed_row("{\"locked\":2,\"new\":true}"), Err(LockedError::TooNew));
    assert_eq!(read_lock("{\"version\":2}"), Err(LockedError::TooNew));
    assert_eq!(read_lock("{}"), Err(LockedError::Broken));
    assert_eq!(read_sealed_row("{\"locked\":1}"), Err(LockedError::Broken));
}

#[test]
fn the_key_in_a_lock_is_as_long_as_a_key() {
    let stretching = Stretching { iterations: 1, salt: [0; 16] };
    for bytes in [16, 32, 47, 49, 64] {
        let lock = Lock { stretching: stretching.clone(), key: Sealed { iv: [0; 12], data: vec![0; bytes] } };
        assert_eq!(read_lock(&write_lock(&lock)), Err(LockedError::Broken), "{bytes}");
    }
}

#[test]
fn every_row_is_bound_to_its_place() {
    let at = |table, key: &str| row_binding(&RowKey { table, key: key.into() });
    assert_eq!(at(Table::Occasions, "r/o"), "roundel-row/1/occasions/r/o");
    assert_ne!(at(Table::Heads, "r"), at(Table::Instruments, "r"));
    let clear: Vec<&str> = Table::ALL.iter().filter(|it| !is_sealed_table(**it)).map(|it| it.name()).collect();
    assert_eq!(clear, ["revisions", "locks"], "what a person wrote is sealed");
}

#[test]
fn clear_rows_are_told_from_sealed_ones() {
    assert!(row_texts(&fixture("singer")).values().all(|text| !is_sealed_row(text)));
    for other in ["", "5", "{}", "{\"version\":1,\"data\":{\"locked\":1}}"] {
        assert!(!is_sealed_row(other), "{other}");
    }
}

#[test]
fn what_was_largest_is_still_read_when_locked() {
    let most = usize::try_from(FILE_BYTES_MAX).unwrap();
    let stretching = Stretching { iterations: 10_000_000, salt: [255; 16] };
    let locked = LockedText { stretching, text: Sealed { iv: [255; 12], data: vec![0; most + 16] } };
    let file = write_locked_file(&locked);
    assert_eq!(locked_file(file.as_bytes()), Some(Ok(LockedFile::Copy(locked))));
    let large = format!("{file}{}", " ".repeat(usize::try_from(LOCKED_BYTES_MAX).unwrap()));
    assert_eq!(locked_file(large.as_bytes()), None);
    assert_eq!(read_file(large.as_bytes()), Err(FileError::TooLarge));
}

#[test]
fn other_files_are_not_locked() {
    for name in ["singer", "three-times"] {
        assert_eq!(locked_file(text_of(&format!("tests/fixtures/{name}.roundel.json")).as_bytes()), None, "{name}");
    }
    let mut clear: Value = serde_json::from_str(&rescue()).unwrap();
    clear["stores"] = json!({ "heads": [["singer", row_texts(&fixture("singer")).values().next()]] });
    assert_eq!(opened_by_reading(&clear), None);
}

fn locked_rescue(file: &Value) -> LockedRescue {
    let Some(Ok(LockedFile::Rescue(rescue))) = opened_by_reading(file) else { panic!("it is locked") };
    rescue
}

#[test]
fn a_rescue_file_of_a_locked_store_says_so_and_has_the_lock() {
    let rescue = locked_rescue(&serde_json::from_str(&rescue()).unwrap());
    assert_eq!(rescue.lock.stretching.iterations, 1_000);
    let rows = rescue.sealed_rows();
    let tables: Vec<&str> = rows.iter().map(|row| row.key.table.name()).collect();
    assert_eq!(tables, ["heads", "occasions", "targets"]);
    assert!(rows.iter().all(|row| read_sealed_row(&row.text).is_ok()));
}

#[test]
fn rows_that_were_opened_take_their_places_and_no_other_row_changes() {
    let record = fixture("singer");
    let mut file: Value = serde_json::from_str(&rescue()).unwrap();
    file["stores"]["heads"].as_array_mut().unwrap().push(json!("no pair"));
    let rows = row_texts(&record);
    for RowKey { table, key } in rows.keys() {
        let sealed = file["stores"]["targets"][0][1].clone();
        file["stores"][table.name()].as_array_mut().unwrap().push(json!([key, sealed]));
    }
    let opened = rows.into_iter().map(|(key, text)| Row { key, text }).collect();
    let opened = read_file(locked_rescue(&file).with(opened).as_bytes()).unwrap();
    assert_eq!(opened.records, [record]);
    let places: Vec<&str> = opened.repairs.iter().filter_map(place).collect();
    assert_eq!(places, ["heads/1", "heads/synthetic", "occasions/synthetic/first", "targets/synthetic/t"]);
}

fn place(repair: &Repair) -> Option<&str> {
    match repair {
        Repair::Unreadable { at, .. } => Some(at),
        Repair::Part { .. } => None,
    }
}

#[test]
fn without_its_lock_a_rescue_file_gives_what_is_not_sealed() {
    let mut file: Value = serde_json::from_str(&rescue()).unwrap();
    let clear = row_texts(&fixture("singer"));
    for (RowKey { table, key }, text) in clear {
        file["stores"][table.name()].as_array_mut().unwrap().push(json!([key, text]));
    }
    assert!(matches!(opened_by_reading(&file), Some(Ok(LockedFile::Rescue { .. }))));
    for lock in [json!([]), json!([["lock", "{}"]]), json!([["lock", 5]]), json!("none")] {
        file["stores"]["locks"] = lock;
        assert_eq!(opened_by_reading(&file), None);
        let opened = read_file(file.to_string().as_bytes()).unwrap();
        assert_eq!(opened.records, [fixture("singer")]);
        assert_eq!(opened.repairs.iter().filter_map(place).filter(|at| at.contains("synthetic")).count(), 3);
    }
    file["stores"]["locks"] = json!([["lock", "{\"version\":9}"]]);
    assert_eq!(opened_by_reading(&file), Some(Err(FileError::TooNew)));
}

#[test]
fn a_locked_file_says_nothing_about_what_is_in_it() {
    let clear = write_file(&[&fixture("singer")], common::day("2026-01-15"));
    let stretching = Stretching { iterations: 1, salt: [0; 16] };
    let sealed = Sealed { iv: [0; 12], data: vec![0; clear.len() + 16] };
    let file = write_locked_file(&LockedText { stretching, text: sealed });
    for word in ["singer", "2026", "Appendix", "records"] {
        assert!(!file.contains(word), "{word}");
    }
}
