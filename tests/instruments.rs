//! The instruments that come with the app, what any of them may be, and how one's own are made.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use common::random::{any_text, cases};
use common::strange::{any_strange_values, with_strange_values};
use common::{broken_rule, day, files_in, item, occasion, prompt, section, text_of};
use proptest::prelude::*;
use roundel::codec::{FileError, OpenedFile, read_file, read_instrument, write_instrument};
use roundel::domain::{
    Direction, Instrument, InstrumentId, Item, ItemKind, Origin, Record, RecordId, Scale, Section, Style,
};
use roundel::instruments::{
    BUILT_IN, Change, Fault, Problem, Shift, alike, change, check, copy_of, is_built_in, limits, new_list,
};
use serde_json::{Value, json};

fn text_of_built_in(id: &str) -> String {
    text_of(&format!("public/instruments/{id}.json"))
}

fn built_in(id: &str) -> Instrument {
    read_instrument(text_of_built_in(id).as_bytes()).unwrap_or_else(|error| panic!("{id}: {error}"))
}

fn schema() -> Value {
    serde_json::from_str(&text_of("public/schema/roundel-instrument-1.json")).unwrap()
}

fn validator() -> jsonschema::Validator {
    let schema = schema();
    assert!(jsonschema::meta::is_valid(&schema), "the schema itself");
    jsonschema::validator_for(&schema).unwrap()
}

/// A number of the schema.
fn limit(place: &str) -> usize {
    let number = schema().pointer(&format!("/$defs/{place}")).and_then(Value::as_u64);
    usize::try_from(number.unwrap_or_else(|| panic!("{place}"))).unwrap()
}

#[test]
fn the_files_are_those_that_are_listed() {
    let mut listed: Vec<String> = BUILT_IN.iter().map(|(id, _)| format!("public/instruments/{id}.json")).collect();
    listed.sort();
    assert_eq!(listed, files_in("public/instruments", ""));
    assert!(is_built_in("mentor-skills-audit") && !is_built_in("mentor-skills-audit.json") && !is_built_in(""));
}

#[test]
fn every_built_in_instrument_is_read_and_written_back_the_same() {
    let schema = validator();
    for (id, _) in BUILT_IN {
        let text = text_of_built_in(id);
        let file: Value = serde_json::from_str(&text).unwrap();
        let faults: Vec<String> =
            schema.iter_errors(&file).map(|error| format!("{}: {error}", error.instance_path)).collect();
        assert_eq!(faults, [""; 0], "{id}");
        let form = built_in(id);
        assert_eq!(form.about.id.as_str(), id);
        assert_eq!(check(&form), Ok(()), "{id}");
        let written = write_instrument(&form);
        assert_eq!(read_instrument(written.as_bytes()), Ok(form.clone()), "{id}");
        assert_eq!(serde_json::from_str::<Value>(&written).unwrap(), file, "{id}: nothing is lost or added");
        let opened = read_file(text.as_bytes());
        assert_eq!(opened, Ok(OpenedFile { instruments: vec![form.clone()], ..OpenedFile::default() }), "{id}");
        assert_eq!(alike(&form), [], "{id}");
        let record = Record::with(form.clone(), RecordId::new("r"), occasion("first"), day("2015-07-13"));
        assert_eq!((broken_rule(&record), record.instrument), (None, form), "{id}");
    }
}

#[test]
fn where_an_instrument_comes_from_is_said() {
    for (id, _) in BUILT_IN {
        let about = built_in(id).about;
        for text in [about.title, about.purpose, about.source, about.licence] {
            assert!(!text.trim().is_empty() && text.trim() == text, "{id}: “{text}”");
        }
    }
}

/// A row of the fixture: section, number, text.
fn row(line: &str) -> (String, usize, String) {
    let parts: Vec<&str> = line.split('"').collect();
    let [_, section, numbers, text, _] = parts[..] else { panic!("{line}") };
    let number = numbers.trim_matches(',').split(',').next().unwrap().parse().unwrap();
    (section.into(), number, text.into())
}

#[test]
fn the_mentor_skills_audit_stands_word_for_word() {
    let form = built_in("mentor-skills-audit");
    let csv = text_of("tests/fixtures/mentor-skills-audit.csv");
    let rows: Vec<(String, usize, String)> = csv.lines().skip(1).map(row).collect();
    assert_eq!((rows.len(), form.items.len()), (29, 29));
    for ((name, number, text), item) in rows.iter().zip(&form.items) {
        let repaired = if *number == 22 { format!("{text}.") } else { text.clone() };
        let stands_in = form.sections.iter().find(|section| Some(&section.id) == item.section.as_ref()).unwrap();
        assert_eq!((&item.text, &stands_in.name), (&repaired, name), "{number}");
        assert_eq!((item.kind, item.direction, item.needed), (ItemKind::Statement, None, None), "{number}");
    }
    let counts: Vec<usize> = form.sections.iter().map(|section| form.items_in(&section.id).count()).collect();
    assert_eq!(counts, [5, 4, 4, 3, 2, 4, 4, 3]);
    assert_eq!((form.style, form.scale, form.direction), (Style::Audit, Scale { min: 1, max: 5 }, Direction::Higher));
    let words: Vec<&str> = (1..=5).map(|value| form.words_for(value).unwrap()).collect();
    assert_eq!(
        words,
        [
            "Never behave in this way.",
            "Rarely behave in this way / significant development needed.",
            "Occasionally behave in this way / could do more.",
            "Frequently behave in this way / competent in this area.",
            "Continually demonstrate skills in this area / significant strength.",
        ]
    );
    let instruction =
        "Please circle a rating in the appropriate box next to each question according to the following scale:";
    assert_eq!(form.about.instruction, instruction);
}

fn fault(field: &str, problem: Problem) -> FileError {
    FileError::Instrument(Fault { field: field.into(), problem })
}

/// The file of `id` with `value` at `place` of its instrument; `+` adds to a list, `None` takes away.
fn with(id: &str, place: &str, value: Option<Value>) -> Vec<u8> {
    let mut file: Value = serde_json::from_str(&text_of_built_in(id)).unwrap();
    put(&mut file, place, value);
    file.to_string().into_bytes()
}

fn put(file: &mut Value, place: &str, value: Option<Value>) {
    let (above, name) = place.rsplit_once('/').unwrap();
    let holder = file.pointer_mut(&format!("/instrument{above}")).unwrap_or_else(|| panic!("{place}"));
    match (holder, value) {
        (Value::Array(parts), Some(value)) if name == "+" => parts.push(value),
        (Value::Array(parts), Some(value)) => parts[name.parse::<usize>().unwrap()] = value,
        (holder, Some(value)) => holder[name] = value,
        (holder, None) => _ = holder.as_object_mut().unwrap().remove(name).unwrap_or_else(|| panic!("{place}")),
    }
}

/// The file with `value` at `place` is refused, and the field is named.
fn check_refused(id: &str, place: &str, value: Option<Value>, field: &str, problem: Problem) {
    let shown = format!("{id}{place} = {value:?}");
    let bytes = with(id, place, value);
    assert_eq!(read_instrument(&bytes), Err(fault(field, problem)), "{shown}");
    assert_eq!(read_file(&bytes), Err(fault(field, problem)), "{shown}");
}

const AUDIT: &str = "mentor-skills-audit";
const RANKED: &str = "differentiation-confidence";
const CHART: &str = "course-constructs";

#[test]
fn what_is_missing_is_named() {
    let check = |place: &str, field: &str| {
        check_refused(AUDIT, place, None, field, Problem::Missing);
        check_refused(AUDIT, place, Some(json!(null)), field, Problem::Missing);
    };
    for name in ["id", "version", "style", "title", "scale", "items"] {
        check(&format!("/{name}"), name);
    }
    for name in ["min", "max", "direction"] {
        check(&format!("/scale/{name}"), &format!("scale: {name}"));
    }
    for name in ["id", "kind", "text"] {
        check(&format!("/items/1/{name}"), &format!("items 2: {name}"));
    }
    let empty = |id: &str, place: &str, field: &str, value: Value| {
        check_refused(id, place, Some(value), field, Problem::Missing);
    };
    empty(AUDIT, "/items", "items", json!([]));
    empty(AUDIT, "/title", "title", json!(" \n"));
    empty(AUDIT, "/id", "id", json!(""));
    empty(AUDIT, "/sections/0/name", "sections 1: name", json!(""));
    empty(AUDIT, "/items/2/text", "items 3: text", json!("  "));
    empty(AUDIT, "/scale/anchors/0/words", "scale: anchors", json!(""));
    empty(RANKED, "/prompts/0/text", "prompts 1: text", json!(""));
    empty(CHART, "/title", "title", json!(""));
    assert!(read_instrument(&with(CHART, "/items", Some(json!([])))).is_ok(), "a chart may come without any");
}

#[test]
fn what_stands_twice_or_apart_is_named() {
    let check = |id: &str, place: &str, value: Value, field: &str, problem: Problem| {
        check_refused(id, place, Some(value), field, problem);
    };
    check(AUDIT, "/items/4/id", json!("i01"), "items 5: id", Problem::Twice);
    check(AUDIT, "/sections/7/id", json!("s1"), "sections 8: id", Problem::Twice);
    let again = json!({ "id": "p1", "text": "Again?", "entries": 1, "rank": "" });
    check(RANKED, "/prompts/+", again, "prompts 2: id", Problem::Twice);
    check(AUDIT, "/scale/anchors/1/value", json!(1), "scale: anchors", Problem::Twice);
    check(AUDIT, "/items/0/section", json!("s2"), "items 2: section", Problem::Misplaced);
    check(AUDIT, "/items/0/section", json!("s9"), "items 1: section", Problem::Misplaced);
    check(AUDIT, "/items/28/section", json!("s1"), "items 29: section", Problem::Misplaced);
    check(AUDIT, "/items/3/section", json!(null), "items 4: section", Problem::Misplaced);
    let turned: Vec<Value> =
        built_in(AUDIT).sections.iter().rev().map(|it| json!({ "id": it.id.as_str(), "name": it.name })).collect();
    check(AUDIT, "/sections", json!(turned), "items 6: section", Problem::Misplaced);
    check(AUDIT, "/sections", json!([]), "items 1: section", Problem::Misplaced);
    check(CHART, "/sections", json!([{ "id": "s1", "name": "One" }]), "sections", Problem::Misplaced);
    check(AUDIT, "/subject", json!("mentor"), "subject", Problem::Misplaced);
}

#[test]
fn a_chart_asks_only_what_its_wheel_asks() {
    let check = |place: &str, value: Value, field: &str| {
        check_refused(CHART, place, Some(value), field, Problem::Misplaced);
    };
    check("/prompts", json!([{ "id": "p1", "text": "Why?", "entries": 1, "rank": "" }]), "prompts");
    check("/scale/anchors", json!([{ "value": 0, "words": "never" }]), "scale: anchors");
    check("/scale/direction", json!("lower"), "scale: direction");
    check("/items/0/kind", json!("statement"), "items 1: kind");
    check("/items/1/question", json!("What shows it?"), "items 2: question");
    check("/items/1/direction", json!("lower"), "items 2: direction");
    check("/items/1/needed", json!(5), "items 2: needed");
    check("/items/1/anchors", json!([{ "value": 5, "words": "middle" }]), "items 2: anchors");
    check_refused(AUDIT, "/pupils", Some(json!(true)), "pupils", Problem::Misplaced);
}

#[test]
fn numbers_stand_on_the_scale_and_a_chart_is_rated_from_nought_to_ten() {
    let check = |id: &str, place: &str, value: Value, field: &str, problem: Problem| {
        check_refused(id, place, Some(value), field, problem);
    };
    for value in [0, 6, 255] {
        check(AUDIT, "/scale/anchors/0/value", json!(value), "scale: anchors", Problem::OffScale);
        check(AUDIT, "/items/0/needed", json!(value), "items 1: needed", Problem::OffScale);
        let own = json!([{ "value": value, "words": "x" }]);
        check(AUDIT, "/items/0/anchors", own, "items 1: anchors", Problem::OffScale);
    }
    for value in [json!(-1), json!(256), json!(1.5), json!("1"), json!([])] {
        check(AUDIT, "/scale/anchors/0/value", value.clone(), "anchors", Problem::Unreadable);
        check(AUDIT, "/items/0/needed", value, "needed", Problem::Unreadable);
    }
    for (min, max) in [(5, 5), (5, 1), (0, 11), (0, 300), (-1, 5)] {
        for id in [AUDIT, CHART] {
            check(id, "/scale", json!({ "min": min, "max": max, "direction": "higher" }), "scale", Problem::Unreadable);
        }
    }
    for (min, max) in [(1, 10), (0, 5), (1, 5)] {
        let scale = json!({ "min": min, "max": max, "direction": "higher" });
        check(CHART, "/scale", scale, "scale", Problem::Unreadable);
    }
}

#[test]
fn what_is_of_another_kind_is_named() {
    let check = |id: &str, place: &str, value: Value, field: &str| {
        check_refused(id, place, Some(value), field, Problem::Unreadable);
    };
    for word in [json!("up"), json!(1), json!("Higher")] {
        check(AUDIT, "/scale/direction", word.clone(), "direction");
        check(AUDIT, "/items/0/direction", word.clone(), "direction");
        check(AUDIT, "/style", word.clone(), "style");
        check(AUDIT, "/items/0/kind", word, "kind");
    }
    for strange in [json!(5), json!(["x"]), json!({ "x": 1 }), json!(false)] {
        for name in ["title", "purpose", "instruction", "caution", "source", "line", "licence", "id"] {
            check(AUDIT, &format!("/{name}"), strange.clone(), name);
        }
        check(AUDIT, "/items/0/text", strange.clone(), "text");
        check(AUDIT, "/items/0/section", strange.clone(), "section");
        check(AUDIT, "/items/0/question", strange.clone(), "question");
        check(AUDIT, "/sections/0/name", strange.clone(), "name");
        check(RANKED, "/prompts/0/rank", strange.clone(), "rank");
        check(AUDIT, "/scale/anchors/0/words", strange, "words");
    }
    for strange in [json!("x"), json!(7), json!({})] {
        check(AUDIT, "/items", strange.clone(), "items");
        check(AUDIT, "/sections", strange.clone(), "sections");
        check(RANKED, "/prompts", strange.clone(), "prompts");
        check(AUDIT, "/scale/anchors", strange, "anchors");
    }
    for strange in [json!("x"), json!(7), json!([])] {
        check(AUDIT, "/items/3", strange.clone(), "items");
        check(AUDIT, "/sections/3", strange.clone(), "sections");
        check(RANKED, "/prompts/0", strange.clone(), "prompts");
        check(AUDIT, "/scale", strange, "scale");
    }
    for strange in [json!("1"), json!(-1), json!(1.5), json!(1e12)] {
        check(AUDIT, "/version", strange.clone(), "version");
        check(AUDIT, "/minutes", strange.clone(), "minutes");
        check(RANKED, "/prompts/0/entries", strange, "entries");
    }
    check(AUDIT, "/version", json!(0), "version");
    check(RANKED, "/prompts/0/entries", json!(0), "prompts 1: entries");
    check(AUDIT, "/pupils", json!("no"), "pupils");
    check(AUDIT, "/scale/may_not_apply", json!("yes"), "may_not_apply");
    for id in ["a b", "a/b", "é", "<b>", "a\n"] {
        check(AUDIT, "/id", json!(id), "id");
        check(AUDIT, "/items/2/id", json!(id), "items 3: id");
    }
}

#[test]
fn what_is_no_instrument_file_is_refused() {
    let check = |name: &str, bytes: &[u8], expected: FileError| {
        assert_eq!(read_instrument(bytes), Err(expected), "{name}");
    };
    let whole = text_of_built_in(AUDIT);
    check("nothing", b"", FileError::Broken);
    check("no JSON", b"PK\x03\x04", FileError::Broken);
    check("cut off", &whole.as_bytes()[..whole.len() - 3], FileError::Broken);
    check("a list", b"[]", FileError::Foreign);
    check("an object", b"{}", FileError::Foreign);
    check("foreign", br#"{"type":"FeatureCollection","features":[]}"#, FileError::Foreign);
    check("a record file", text_of("tests/fixtures/singer.roundel.json").as_bytes(), FileError::Foreign);
    let of = |more: &str| format!(r#"{{"format":"roundel-instrument"{more}}}"#).into_bytes();
    check("no version", &of(""), FileError::Broken);
    check("a version that is none", &of(r#","version":"1""#), FileError::Broken);
    check("version nought", &of(r#","version":0"#), FileError::Broken);
    check("newer", &of(r#","version":2,"instrument":{}"#), FileError::TooNew);
    check("without any", &of(r#","version":1"#), fault("instrument", Problem::Missing));
    check("no object", &of(r#","version":1,"instrument":[]"#), fault("instrument", Problem::Unreadable));
    check("nothing in it", &of(r#","version":1,"instrument":{}"#), fault("id", Problem::Missing));
    let newer = whole.replacen("\"version\": 1", "\"version\": 2", 1);
    assert_eq!(read_file(newer.as_bytes()), Err(FileError::TooNew));
}

/// Every text of an instrument: in which file, where, how it is named, and its limits in the schema.
const TEXTS: [(&str, &str, &str, &str); 17] = [
    (AUDIT, "/title", "title", "instrument/properties/title"),
    (AUDIT, "/purpose", "purpose", "instrument/properties/purpose"),
    (AUDIT, "/instruction", "instruction", "instrument/properties/instruction"),
    (AUDIT, "/caution", "caution", "instrument/properties/caution"),
    (AUDIT, "/source", "source", "instrument/properties/source"),
    (AUDIT, "/line", "line", "instrument/properties/line"),
    (AUDIT, "/licence", "licence", "instrument/properties/licence"),
    (CHART, "/subject", "subject", "instrument/properties/subject"),
    (AUDIT, "/sections/1/name", "sections 2: name", "section/properties/name"),
    (AUDIT, "/items/1/text", "items 2: text", "item/properties/text"),
    (AUDIT, "/items/1/opposite", "items 2: opposite", "item/properties/opposite"),
    (AUDIT, "/items/1/seen_high", "items 2: seen_high", "item/properties/seen_high"),
    (AUDIT, "/items/1/seen_low", "items 2: seen_low", "item/properties/seen_low"),
    (AUDIT, "/items/1/question", "items 2: question", "item/properties/question"),
    (AUDIT, "/scale/anchors/4/words", "scale: anchors", "anchors/items/properties/words"),
    (RANKED, "/prompts/0/text", "prompts 1: text", "prompt/properties/text"),
    (RANKED, "/prompts/0/rank", "prompts 1: rank", "prompt/properties/rank"),
];

#[test]
fn no_text_holds_markup_or_what_cannot_be_seen() {
    let schema = validator();
    for (id, place, field, _) in TEXTS {
        for text in ["a <b>bold</b> word", "1 < 2", "bell \u{7}", "tab\tbed", "line\r\nfeed", "\u{0}x", "x\u{85}"] {
            check_refused(id, place, Some(json!(text)), field, Problem::Markup);
            let file: Value = serde_json::from_slice(&with(id, place, Some(json!(text)))).unwrap();
            assert!(!schema.is_valid(&file), "{place}: {text:?}");
        }
        for text in ["two\nlines", "a > b & c \"d\" é🎵 {x}"] {
            assert!(read_instrument(&with(id, place, Some(json!(text)))).is_ok(), "{place}: {text:?}");
        }
    }
}

#[test]
fn texts_are_as_long_as_the_schema_says() {
    let schema = validator();
    for (id, place, field, named) in TEXTS {
        let most = limit(&format!("{named}/maxLength"));
        let of = |count: usize| Some(json!("é".repeat(count)));
        check_refused(id, place, of(most + 1), field, Problem::TooLong(most));
        assert!(read_instrument(&with(id, place, of(most))).is_ok(), "{place}: {most}");
        let valid = |count| schema.is_valid(&serde_json::from_slice(&with(id, place, of(count))).unwrap());
        assert_eq!((valid(most), valid(most + 1)), (true, false), "{place}");
        let may_be_empty = read_instrument(&with(id, place, Some(json!("")))).is_ok();
        assert_eq!(may_be_empty, valid(0), "{place}");
    }
    let most = limit("instrument/properties/id/maxLength");
    for place in ["/id", "/items/28/id"] {
        let field = if place == "/id" { "id" } else { "items 29: id" };
        check_refused(AUDIT, place, Some(json!("x".repeat(most + 1))), field, Problem::TooLong(most));
        assert!(read_instrument(&with(AUDIT, place, Some(json!("x".repeat(most))))).is_ok(), "{place}");
    }
}

/// The file of `id` with so many parts in a list: copies of its last under names of their own.
fn filled_up(id: &str, list: &str, count: usize) -> Vec<u8> {
    let mut file: Value = serde_json::from_str(&text_of_built_in(id)).unwrap();
    let parts = file.pointer_mut(&format!("/instrument/{list}")).unwrap().as_array_mut().unwrap();
    let model = parts.last().unwrap().clone();
    while parts.len() < count {
        let mut more = model.clone();
        more["id"] = json!(format!("more{}", parts.len()));
        parts.push(more);
    }
    file.to_string().into_bytes()
}

#[test]
fn lists_are_as_long_as_the_schema_says() {
    let schema = validator();
    let chart = "instrument/allOf/0/then/properties/items/maxItems";
    for (id, list, place) in [
        (AUDIT, "sections", "instrument/properties/sections/maxItems"),
        (AUDIT, "items", "instrument/properties/items/maxItems"),
        (CHART, "items", chart),
        (RANKED, "prompts", "instrument/properties/prompts/maxItems"),
    ] {
        let most = limit(place);
        assert!(read_instrument(&filled_up(id, list, most)).is_ok(), "{list}: {most}");
        for count in [most + 1, 10_000] {
            let bytes = filled_up(id, list, count);
            assert_eq!(read_instrument(&bytes), Err(fault(list, Problem::TooMany(most))), "{list}: {count}");
            assert!(!schema.is_valid(&serde_json::from_slice(&bytes).unwrap()), "{list}: {count}");
        }
    }
    let minutes = limit("instrument/properties/minutes/maximum");
    let entries = limit("prompt/properties/entries/maximum");
    for (place, field, most) in
        [("/minutes", "minutes", minutes), ("/prompts/0/entries", "prompts 1: entries", entries)]
    {
        check_refused(RANKED, place, Some(json!(most + 1)), field, Problem::TooMany(most));
        assert!(read_instrument(&with(RANKED, place, Some(json!(most)))).is_ok(), "{place}");
    }
    let highest = limit("scale/properties/max/maximum");
    assert_eq!((highest, limit("scale/properties/min/maximum")), (limits::HIGHEST.into(), highest));
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn strange_values_are_never_a_panic_and_what_is_read_keeps_the_rules(
        which in 0..BUILT_IN.len(),
        damage in any_strange_values(),
    ) {
        let text = with_strange_values(&text_of_built_in(BUILT_IN[which].0), &damage);
        if let Ok(form) = read_instrument(text.as_bytes()) {
            prop_assert_eq!(check(&form), Ok(()));
            let written = write_instrument(&form);
            prop_assert_eq!(read_instrument(written.as_bytes()), Ok(form));
            let file: Value = serde_json::from_str(&written).unwrap();
            prop_assert!(validator().is_valid(&file), "what is read keeps to the schema: {written}");
        }
    }
}

fn any_section_id() -> impl Strategy<Value = roundel::domain::SectionId> {
    prop::sample::select(vec!["s1", "s2", "s3", "s8", "n1", "n2", "n3"]).prop_map(section)
}

fn any_item_id() -> impl Strategy<Value = roundel::domain::ItemId> {
    prop_oneof![
        2 => (1..30usize).prop_map(|at| item(&format!("i{at:02}"))),
        3 => (0..6usize).prop_map(|at| item(&format!("n{at}"))),
        1 => (0..200usize).prop_map(|at| item(&format!("n{at}"))),
    ]
}

fn any_prompt_id() -> impl Strategy<Value = roundel::domain::PromptId> {
    prop_oneof![
        (1..8usize).prop_map(|at| prompt(&format!("p{at}"))),
        (0..40usize).prop_map(|at| prompt(&format!("n{at}")))
    ]
}

fn any_direction() -> impl Strategy<Value = Direction> {
    prop::sample::select(vec![Direction::Higher, Direction::Lower, Direction::TowardNeeded])
}

fn of_the_form() -> BoxedStrategy<Change> {
    let scale = (0..13u8, 0..13u8).prop_map(|(min, max)| Scale { min, max });
    prop_oneof![
        any_text().prop_map(Change::Title),
        any_text().prop_map(Change::Purpose),
        any_text().prop_map(Change::Instruction),
        any_text().prop_map(Change::Caution),
        any_text().prop_map(Change::Subject),
        any::<bool>().prop_map(Change::Pupils),
        any_text().prop_map(Change::Source),
        prop::sample::select(vec![Style::Chart, Style::Audit]).prop_map(Change::Style),
        scale.prop_map(Change::Scale),
        (0..13u8, any_text()).prop_map(|(value, words)| Change::AnchorWords(value, words)),
        (0..11u8).prop_map(|value| Change::AnchorWords(value, "Now and then".into())),
        any_direction().prop_map(Change::Direction),
        any::<bool>().prop_map(Change::MayNotApply),
    ]
    .boxed()
}

fn of_sections() -> BoxedStrategy<Change> {
    prop_oneof![
        3 => any_section_id().prop_map(Change::AddSection),
        1 => (0..40usize).prop_map(|at| Change::AddSection(section(&format!("n{at}")))),
        1 => (any_section_id(), any_text()).prop_map(|(id, name)| Change::SectionName(id, name)),
        2 => (any_section_id(), 0..10usize).prop_map(|(id, to)| Change::MoveSection(id, to)),
        2 => any_section_id().prop_map(Change::RemoveSection),
    ]
    .boxed()
}

fn of_items() -> BoxedStrategy<Change> {
    let kind = prop::sample::select(vec![ItemKind::Construct, ItemKind::Statement]);
    let shift = prop::sample::select(vec![Shift::Up, Shift::Down]);
    prop_oneof![
        5 => (any_item_id(), prop::option::of(any_section_id())).prop_map(|(id, section)| Change::AddItem(id, section)),
        1 => (any_item_id(), any_text()).prop_map(|(id, text)| Change::ItemText(id, text)),
        1 => (any_item_id(), any_text()).prop_map(|(id, text)| Change::ItemOpposite(id, text)),
        1 => (any_item_id(), kind).prop_map(|(id, kind)| Change::ItemKind(id, kind)),
        1 => (any_item_id(), prop::option::of(any_direction())).prop_map(|(id, way)| Change::ItemDirection(id, way)),
        1 => (any_item_id(), any_text()).prop_map(|(id, text)| Change::ItemQuestion(id, text)),
        5 => (any_item_id(), shift).prop_map(|(id, shift)| Change::ShiftItem(id, shift)),
        2 => any_item_id().prop_map(Change::RemoveItem),
    ]
    .boxed()
}

fn of_prompts() -> BoxedStrategy<Change> {
    prop_oneof![
        3 => any_prompt_id().prop_map(Change::AddPrompt),
        1 => (any_prompt_id(), any_text()).prop_map(|(id, text)| Change::PromptText(id, text)),
        1 => (any_prompt_id(), any::<u8>()).prop_map(|(id, entries)| Change::PromptEntries(id, entries)),
        1 => (any_prompt_id(), any_text()).prop_map(|(id, text)| Change::PromptRank(id, text)),
        1 => any_prompt_id().prop_map(Change::RemovePrompt),
    ]
    .boxed()
}

fn any_change() -> BoxedStrategy<Change> {
    prop_oneof![3 => of_the_form(), 3 => of_sections(), 5 => of_items(), 2 => of_prompts()].boxed()
}

/// `form` with a word wherever it still needs one, and with an item where it needs one.
fn filled_in(form: &Instrument) -> Instrument {
    let mut form = form.clone();
    let fill = |text: &mut String| {
        if text.trim().is_empty() {
            *text = "(synthetic)".into();
        }
    };
    if form.items.is_empty() && form.style == Style::Audit {
        let last = form.sections.last().map(|section| section.id.clone());
        form.items.push(Item { section: last, ..Item::new(item("last"), "", Origin::Given) });
    }
    fill(&mut form.about.title);
    form.sections.iter_mut().for_each(|section| fill(&mut section.name));
    form.items.iter_mut().for_each(|item| fill(&mut item.text));
    form.prompts.iter_mut().for_each(|prompt| fill(&mut prompt.text));
    form
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn whatever_is_changed_only_words_can_be_wanting(
        which in 0..=BUILT_IN.len(),
        changes in prop::collection::vec(any_change(), 0..60),
    ) {
        let mut form = match BUILT_IN.get(which) {
            Some((id, _)) => copy_of(&built_in(id), InstrumentId::new("mine"), "Mine".into(), "Changed from it.".into()),
            None => new_list(InstrumentId::new("mine")),
        };
        for each in changes {
            change(&mut form, each.clone());
            prop_assert_eq!(check(&filled_in(&form)), Ok(()), "after {:?}", each);
        }
        let whole = filled_in(&form);
        prop_assert_eq!(read_instrument(write_instrument(&whole).as_bytes()), Ok(whole));
    }

    #[test]
    fn a_list_takes_no_more_than_it_may(style in prop::sample::select(vec![Style::Chart, Style::Audit])) {
        let mut form = new_list(InstrumentId::new("mine"));
        change(&mut form, Change::Style(style));
        for at in 0..110 {
            change(&mut form, Change::AddItem(item(&format!("n{at}")), None));
            change(&mut form, Change::AddPrompt(prompt(&format!("n{at}"))));
            change(&mut form, Change::AddSection(section(&format!("n{at}"))));
        }
        // A chart is rated on a wheel, which asks nothing else.
        let (prompts, sections) = if form.is_audit() { (limits::PROMPTS, limits::SECTIONS) } else { (0, 0) };
        let counts = (form.items.len(), form.prompts.len(), form.sections.len());
        prop_assert_eq!(counts, (form.items_max(), prompts, sections));
    }
}

/// A list of one's own: two sections, `a` and `b` in the first, `c` in the second.
fn short_list() -> Instrument {
    let mut form = new_list(InstrumentId::new("mine"));
    for each in [
        Change::AddSection(section("one")),
        Change::AddSection(section("two")),
        Change::AddItem(item("a"), Some(section("one"))),
        Change::AddItem(item("c"), Some(section("two"))),
        Change::AddItem(item("b"), Some(section("one"))),
    ] {
        change(&mut form, each);
    }
    form
}

fn order(form: &Instrument) -> String {
    let place = |item: &Item| {
        let section = item.section.as_ref().map_or("-", roundel::domain::SectionId::as_str);
        format!("{}:{section}", item.id)
    };
    form.items.iter().map(place).collect::<Vec<_>>().join(" ")
}

#[test]
fn items_move_one_place_and_over_the_edge_of_their_section() {
    let check = |changes: &[Change], expected: &str| {
        let mut form = short_list();
        for each in changes {
            change(&mut form, each.clone());
        }
        assert_eq!(order(&form), expected, "{changes:?}");
    };
    let up = |id: &str| Change::ShiftItem(item(id), Shift::Up);
    let down = |id: &str| Change::ShiftItem(item(id), Shift::Down);
    check(&[], "a:one b:one c:two");
    check(&[up("b")], "b:one a:one c:two");
    check(&[up("a")], "a:one b:one c:two");
    check(&[down("a")], "b:one a:one c:two");
    check(&[down("b")], "a:one b:two c:two");
    check(&[down("b"), up("b")], "a:one b:one c:two");
    check(&[up("c")], "a:one b:one c:one");
    check(&[up("c"), down("c")], "a:one b:one c:two");
    check(&[down("c")], "a:one b:one c:two");
    check(&[Change::MoveSection(section("two"), 0)], "c:two a:one b:one");
    check(&[Change::MoveSection(section("one"), 9)], "c:two a:one b:one");
    check(&[Change::RemoveSection(section("two"))], "a:one b:one c:one");
    check(&[Change::RemoveSection(section("one"))], "a:two b:two c:two");
    check(&[Change::RemoveSection(section("one")), Change::RemoveSection(section("two"))], "a:- b:- c:-");
    check(&[Change::Style(Style::Chart)], "a:- b:- c:-");
    check(&[Change::Style(Style::Chart), Change::AddSection(section("x"))], "a:- b:- c:-");
    check(&[Change::AddItem(item("a"), None)], "a:one b:one c:two");
    check(&[Change::AddItem(item("d"), None)], "a:one b:one c:two d:two");
    check(&[Change::AddItem(item("d"), Some(section("x")))], "a:one b:one c:two d:two");
}

#[test]
fn what_a_chart_gives_has_two_ends() {
    let mut form = short_list();
    let kinds = |form: &Instrument| form.items.iter().map(|item| item.kind).collect::<Vec<_>>();
    change(&mut form, Change::Style(Style::Chart));
    assert_eq!(kinds(&form), [ItemKind::Construct; 3]);
    change(&mut form, Change::ItemOpposite(item("b"), "not b".into()));
    change(&mut form, Change::Style(Style::Audit));
    assert_eq!(kinds(&form), [ItemKind::Statement, ItemKind::Construct, ItemKind::Statement]);
}

#[test]
fn a_first_section_takes_in_what_there_is() {
    let mut form = new_list(InstrumentId::new("mine"));
    change(&mut form, Change::AddItem(item("a"), None));
    change(&mut form, Change::AddSection(section("one")));
    change(&mut form, Change::AddSection(section("one")));
    assert_eq!(form.sections, [Section { id: section("one"), name: String::new() }]);
    assert_eq!(order(&form), "a:one");
}

#[test]
fn a_smaller_scale_keeps_the_words_that_still_have_a_number() {
    let mut form = built_in("differentiation-rubric");
    for each in [Change::AnchorWords(1, "low".into()), Change::AnchorWords(3, "high".into())] {
        change(&mut form, each);
    }
    form.items[0].needed = Some(3);
    change(&mut form, Change::Scale(Scale { min: 1, max: 2 }));
    assert_eq!((form.words_for(1), form.words_for(3)), (Some("low"), None));
    assert!(form.items.iter().all(|item| item.anchors.iter().all(|anchor| anchor.value < 3)));
    assert_eq!(form.items[0].needed, None);
    let before = form.clone();
    for (min, max) in [(3, 3), (4, 1), (0, 11)] {
        change(&mut form, Change::Scale(Scale { min, max }));
    }
    assert_eq!(form, before, "what is no scale changes nothing");
    change(&mut form, Change::AnchorWords(1, "  ".into()));
    assert_eq!(form.words_for(1), None, "empty words take the anchor away");
}

#[test]
fn the_same_question_twice_is_found() {
    let check = |texts: &[&str], expected: &[&str]| {
        let mut form = new_list(InstrumentId::new("mine"));
        for (at, text) in texts.iter().enumerate() {
            form.items.push(Item::new(item(&format!("i{at}")), *text, Origin::Given));
        }
        let found: Vec<String> = alike(&form).iter().map(ToString::to_string).collect();
        assert_eq!(found, expected, "{texts:?}");
    };
    check(&[], &[]);
    check(&["I listen.", "I ask."], &[]);
    check(&["I listen.", "I listen."], &["i1"]);
    check(&["I listen.", "i LISTEN"], &["i1"]);
    check(&["I listen, carefully!", "“I listen – carefully”"], &["i1"]);
    check(&["I  listen\n", "I listen", " I listen "], &["i1", "i2"]);
    check(&["Écouter", "écouter?"], &["i1"]);
    check(&["", " ", "?!"], &[]);
    check(&["I listen", "Ilisten"], &[]);
    check(&["I was never asked 1 question", "I was never asked 2 questions"], &[]);
}

#[test]
fn a_copy_says_where_it_is_from_and_on_what_terms() {
    for (id, _) in BUILT_IN {
        let form = built_in(id);
        let from = "Changed from “it”.";
        let copy = copy_of(&form, InstrumentId::new("mine"), "Mine".into(), from.into());
        assert_eq!(
            (copy.about.id.as_str(), copy.about.version, copy.about.title.as_str()),
            ("mine", 1, "Mine"),
            "{id}"
        );
        assert_eq!((&copy.about.licence, &copy.about.line), (&form.about.licence, &form.about.line), "{id}");
        assert_eq!(copy.about.source, format!("{from} {}", form.about.source), "{id}");
        assert_eq!((&copy.items, &copy.sections, &copy.prompts), (&form.items, &form.sections, &form.prompts), "{id}");
        assert_eq!(check(&copy), Ok(()), "{id}");
        let long = copy_of(&form, InstrumentId::new("mine"), "é".repeat(500), "é".repeat(5000));
        assert_eq!(check(&long), Ok(()), "{id}");
    }
}
