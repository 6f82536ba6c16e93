//! The published schemas of the record file: all that is written keeps to the newest, every file that is kept keeps to
//! the one of its version, and they are not blind.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::sync::Arc;

use common::random::{any_day, any_stamped_record, cases};
use common::times::any_times;
use common::{day, fixture, record_files, text_of};
use jsonschema::Validator;
use proptest::prelude::*;
use roundel::codec::{read_file, read_instrument, write_all, write_file};
use roundel::domain::{Edit, Record};
use serde_json::{Value, json};

/// The version that is written.
const NEWEST: u64 = 6;

fn schema(version: u64) -> Validator {
    let schema: Value = serde_json::from_str(&text_of(&format!("public/schema/roundel-{version}.json"))).unwrap();
    assert!(jsonschema::meta::is_valid(&schema), "the schema itself");
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

fn faults(schema: &Validator, text: &str) -> Vec<String> {
    let file: Value = serde_json::from_str(text).unwrap();
    schema.iter_errors(&file).map(|error| format!("{}: {error}", error.instance_path)).collect()
}

#[test]
fn every_kept_file_keeps_to_the_schema() {
    let schemas = [1, 2, 3, 4, 5, NEWEST].map(schema);
    let mut kept = [0; 6];
    for file in record_files() {
        let version = serde_json::from_str::<Value>(&text_of(&file)).unwrap()["version"].as_u64().unwrap();
        let place = usize::try_from(version - 1).unwrap();
        kept[place] += 1;
        assert_eq!(faults(&schemas[place], &text_of(&file)), [""; 0], "{file}");
        let opened = read_file(text_of(&file).as_bytes()).unwrap();
        let again = write_file(&opened.records.iter().collect::<Vec<_>>(), day("2026-01-15"));
        assert_eq!(faults(&schemas[5], &again), [""; 0], "{file}, written again");
    }
    assert!(kept[0] >= 3 && kept[1..].iter().all(|files| *files >= 1), "files of every version are kept: {kept:?}");
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn every_written_file_keeps_to_the_schema(records in prop::collection::vec(any_stamped_record(), 1..3), today in any_day()) {
        let schema = schema(NEWEST);
        let text = write_file(&records.iter().collect::<Vec<&Record>>(), today);
        prop_assert_eq!(faults(&schema, &text), Vec::<String>::new());
    }

    #[test]
    fn every_chart_of_several_times_keeps_to_the_schema(record in any_times()) {
        prop_assert_eq!(faults(&schema(NEWEST), &write_file(&[&record], day("2026-01-15"))), Vec::<String>::new());
    }
}

/// Refuses `good` with `value`, or nothing, at `place`.
fn refused(schema: &Validator, good: &Value, place: &str, value: Option<Value>) {
    let mut file = good.clone();
    let (parent, name) = place.rsplit_once('/').unwrap();
    let parent = file.pointer_mut(parent).unwrap_or_else(|| panic!("{place}"));
    match (&value, parent) {
        (None, parent) => _ = parent.as_object_mut().unwrap().remove(name).unwrap_or_else(|| panic!("{place}")),
        (Some(value), Value::Array(parts)) => parts[name.parse::<usize>().unwrap()] = value.clone(),
        (Some(value), parent) => parent[name] = value.clone(),
    }
    assert!(!schema.is_valid(&file), "{place} = {value:?}");
}

/// What all versions refuse of the teacher's file.
fn check_refusals(version: u64, good: &Value) {
    let schema = schema(version);
    let check = |place: &str, value: Option<Value>| refused(&schema, good, place, value);
    assert!(schema.is_valid(good), "version {version}");
    check("/format", None);
    check("/format", Some(json!("roundel-rescue")));
    check("/version", Some(json!(version + 1)));
    check("/version", Some(json!(version - 1)));
    check("/records", Some(json!([])));
    check("/records", Some(json!({})));
    let record = |below: &str| format!("/records/0/{below}");
    check(&record("id"), None);
    check(&record("id"), Some(json!("a/b")));
    check(&record("id"), Some(json!("")));
    check(&record("made_on"), Some(json!("13/06/2014")));
    check(&record("made_on"), Some(json!("2014-02-30")));
    check(&record("making/step"), Some(json!("dance")));
    check(&record("title"), Some(json!(5)));
    check(&record("sample"), Some(json!("no")));
    check(&record("instrument"), None);
    check(&record("instrument/scale/max"), Some(json!(100)));
    for answer in [json!(11), json!(-1), json!(6.5), json!("6"), json!(true), json!("n/a")] {
        check(&record("occasions/0/ratings/a01/answer"), Some(answer));
    }
    check(&record("occasions/0/ratings/a01/answer"), None);
    check(&record("occasions/0/ratings/a01/needed"), Some(json!(11)));
    check(&record("occasions/0/ratings/a01/why"), Some(json!(null)));
    check(&record("occasions/0/kind"), Some(json!("first")));
    check(&record("occasions/0/focus"), Some(json!(["a01", "a02", "a04", "a05"])));
    check(&record("occasions/0/rated_on"), None);
    check(&record("next_look"), Some(json!("soon")));
    check(&record("targets"), Some(json!([{ "id": "t", "what": "x", "hows": "y" }])));
    check(&record("targets"), Some(json!([{ "id": "", "what": "x" }])));
}

#[test]
fn what_is_no_record_file_is_refused() {
    check_refusals(1, &serde_json::from_str(&text_of("tests/fixtures/teacher-twice.roundel.json")).unwrap());
    let written = write_file(&[&fixture("teacher-twice")], day("2015-07-13"));
    check_refusals(NEWEST, &serde_json::from_str(&written).unwrap());
}

#[test]
fn what_is_no_audit_is_refused() {
    let kept = text_of("tests/fixtures/confidence-twice.roundel.json");
    check_refusals_of_audit(2, &serde_json::from_str(&kept).unwrap());
    let written = write_file(&[&fixture("confidence-twice")], day("2015-07-13"));
    check_refusals_of_audit(NEWEST, &serde_json::from_str(&written).unwrap());
}

fn check_refusals_of_audit(version: u64, good: &Value) {
    let schema = schema(version);
    let check = |below: &str, value: Value| refused(&schema, good, &format!("/records/0/{below}"), Some(value));
    assert!(schema.is_valid(good), "version {version}");
    check("asks_overall", json!("before"));
    check("instrument/style", json!("wheel"));
    check("instrument/version", json!(0));
    check("instrument/pupils", json!(1));
    check("instrument/minutes", json!("four"));
    check("instrument/licence", json!(null));
    check("instrument/scale/direction", json!("up"));
    check("instrument/scale/may_not_apply", json!("yes"));
    check("instrument/scale/anchors", json!([{ "value": 11, "words": "x" }]));
    check("instrument/scale/anchors", json!([{ "value": 1 }]));
    check("instrument/sections", json!([{ "name": "nameless" }]));
    check("instrument/items/0/kind", json!("question"));
    check("instrument/items/0/section", json!(1));
    check("instrument/items/0/anchors", json!({ "1": "x" }));
    check("instrument/items/0/direction", json!("down"));
    check("instrument/items/0/needed", json!(11));
    check("instrument/items/0/question", json!(null));
    check("instrument/prompts/0/entries", json!(0));
    check("instrument/prompts/0/entries", json!(11));
    check("instrument/prompts/0/rank", json!(true));
    check("instrument/prompts/0/id", json!(""));
    check("occasions/0/overall_before", json!(11));
    check("occasions/0/overall_after", json!("4"));
    check("occasions/0/replies", json!({}));
    check("occasions/0/replies/0", json!({ "text": "to what?" }));
    check("occasions/0/replies/0/text", json!(null));
    check("occasions/0/replies/0/rank", json!(0));
    check("occasions/0/replies/0/rank", json!(11));
}

#[test]
fn what_is_no_view_of_a_time_is_refused() {
    check_views(3, &serde_json::from_str(&text_of("tests/fixtures/three-times.roundel.json")).unwrap());
    let written = write_file(&[&fixture("three-times")], day("2026-01-15"));
    check_views(NEWEST, &serde_json::from_str(&written).unwrap());
}

fn check_views(version: u64, good: &Value) {
    let schema = schema(version);
    let at = |below: &str| format!("/records/0/occasions/4/{below}");
    let refused = |below: &str, value: Value| refused(&schema, good, &at(below), Some(value));
    let taken = |below: &str, value: Value| {
        let mut file = good.clone();
        *file.pointer_mut(&at(below)).unwrap_or_else(|| panic!("{below}")) = value;
        assert!(schema.is_valid(&file), "{below}");
    };
    taken("kind", json!("second-baseline"));
    refused("kind", json!("second"));
    for rater in [json!(null), json!(""), json!("coach")] {
        taken("rater", rater);
    }
    refused("rater", json!(5));
    refused("rater", json!(["mentor"]));
    taken("quick", json!(true));
    refused("quick", json!("yes"));
    refused("quick", json!(null));
    for text in ["context", "changed", "contributed", "next"] {
        taken(text, json!(""));
        refused(text, json!(null));
        refused(text, json!(["words"]));
    }
    for level in [json!(null), json!(1), json!(5)] {
        taken("ratings/a09/importance", level);
    }
    for level in [json!(0), json!(6), json!(2.5), json!("3")] {
        refused("ratings/a09/importance", level);
    }
    taken("ratings/a09/idea_changed", json!(false));
    refused("ratings/a09/idea_changed", json!(1));
    refused("ratings/a09/idea_changed", json!(null));
}

#[test]
fn what_is_no_stamp_is_refused() {
    let schema = schema(NEWEST);
    let good: Value = serde_json::from_str(&text_of("tests/fixtures/two-copies.roundel.json")).unwrap();
    for part in ["", "instrument/items/0/", "occasions/1/", "occasions/1/ratings/a1/", "targets/0/"] {
        for strange in [json!(0), json!(-1), json!(1.5), json!("2025-09-15"), json!(null), json!((1u64 << 53) + 1)] {
            refused(&schema, &good, &format!("/records/0/{part}changed_at"), Some(strange));
        }
    }
    for part in ["instrument/items/0/", "occasions/1/", "targets/0/"] {
        for strange in [json!(0), json!(-1), json!("1"), json!(1u64 << 32)] {
            refused(&schema, &good, &format!("/records/0/{part}place"), Some(strange));
        }
    }
}

/// Every field that is written, by the kind of part it stands in.
fn fields(value: &Value, part: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(map) if part == "ratings" => map.values().for_each(|rating| fields(rating, "rating", found)),
        Value::Object(map) => {
            for (name, value) in map {
                found.push(format!("{part}.{name}"));
                // Of both kinds of instrument the same is written; those in records have more about their items.
                fields(value, if name == "instruments" { "instrument" } else { name }, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|each| fields(each, part, found)),
        _ => {}
    }
}

#[test]
fn the_schema_names_every_field_that_is_written() {
    let validator = schema(NEWEST);
    let schema: Value = serde_json::from_str(&text_of(&format!("public/schema/roundel-{NEWEST}.json"))).unwrap();
    let of = |place: &str| schema.pointer(place).unwrap_or_else(|| panic!("{place}"));
    let parts = [
        ("", "/properties"),
        ("records", "/$defs/record/properties"),
        ("instrument", "/$defs/instrument/properties"),
        ("scale", "/$defs/instrument/properties/scale/properties"),
        ("anchors", "/$defs/anchors/items/properties"),
        ("sections", "/$defs/section/properties"),
        ("prompts", "/$defs/prompt/properties"),
        ("items", "/$defs/item/properties"),
        ("earlier", "/$defs/item/properties/earlier/items/properties"),
        ("making", "/$defs/record/properties/making/properties"),
        ("wishes", "/$defs/record/properties/wishes/properties"),
        ("occasions", "/$defs/occasion/properties"),
        ("rating", "/$defs/rating/properties"),
        ("replies", "/$defs/reply/properties"),
        ("targets", "/$defs/target/properties"),
    ];
    let named: Vec<String> = parts
        .iter()
        .flat_map(|(part, place)| of(place).as_object().unwrap().keys().map(move |name| format!("{part}.{name}")))
        .collect();
    let mut chart = fixture("teacher-twice");
    let target = Edit::AddTarget { target: common::target("t"), item: None };
    common::apply(&mut chart, "2015-07-20", [common::reword("a01", "Plans", ""), target]);
    let mut placed = fixture("two-copies");
    placed.stamps.occasions.values_mut().chain(placed.stamps.targets.values_mut()).for_each(|mark| mark.place = 7);
    placed.occasions.iter_mut().for_each(|on| Arc::make_mut(on).on_paper = true);
    let records = [chart, placed, fixture("mentor-twice"), fixture("confidence-twice")];
    let own = read_instrument(text_of("public/instruments/mentor-skills-audit.json").as_bytes()).unwrap();
    let text = write_all(&records.each_ref(), &[&own], day("2015-07-20"));
    assert_eq!(faults(&validator, &text), [""; 0]);
    let file: Value = serde_json::from_str(&text).unwrap();
    let mut written = Vec::new();
    fields(&file, "", &mut written);
    written.sort();
    written.dedup();
    for field in &written {
        assert!(named.contains(field), "{field} is not in the schema");
    }
    for field in named.iter().filter(|field| *field != ".about") {
        assert!(written.contains(field), "{field} is in the schema and never written");
    }
}
