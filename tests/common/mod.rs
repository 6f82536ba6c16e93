//! What several native tests share: fixtures, records and edits made at random, what must hold for any record,
//! and drawings to compare with.
#![allow(
    dead_code,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests may fail like tests, and no test uses all of them"
)]

pub mod golden;
pub mod random;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use roundel::codec::{parse_iso, read_file};
use roundel::domain::{
    Answer, Date, Edit, FOCUS_MAX, ITEMS_MAX, ItemId, OccasionId, Origin, Record, RecordId, TargetId,
};

pub fn path(below: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(below)
}

pub fn text_of(below: &str) -> String {
    fs::read_to_string(path(below)).unwrap_or_else(|error| panic!("{below}: {error}"))
}

/// All files in `folder` that end in `ending`.
pub fn files_in(folder: &str, ending: &str) -> Vec<String> {
    let names = fs::read_dir(path(folder)).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut found: Vec<String> =
        names.filter(|name| name.ends_with(ending)).map(|name| format!("{folder}/{name}")).collect();
    found.sort();
    found
}

/// Every record file that is kept: the fixtures and the sample.
pub fn record_files() -> Vec<String> {
    let mut files = files_in("tests/fixtures", ".roundel.json");
    files.extend(files_in("public/samples", ".roundel.json"));
    files
}

/// The only record of a fixture, which needs no repair.
pub fn fixture(name: &str) -> Record {
    let opened = read_file(text_of(&format!("tests/fixtures/{name}.roundel.json")).as_bytes()).unwrap();
    assert_eq!(opened.repairs, []);
    assert_eq!(opened.records.len(), 1);
    opened.records.into_iter().next().unwrap()
}

pub fn day(text: &str) -> Date {
    parse_iso(text).unwrap_or_else(|| panic!("{text} is no day"))
}

pub fn item(id: &str) -> ItemId {
    ItemId::new(id)
}

pub fn occasion(id: &str) -> OccasionId {
    OccasionId::new(id)
}

pub fn target(id: &str) -> TargetId {
    TargetId::new(id)
}

pub fn add(id: &str, text: &str) -> Edit {
    Edit::AddItem { item: item(id), text: text.into(), origin: Origin::Own, category: None }
}

pub fn reword(id: &str, text: &str, opposite: &str) -> Edit {
    Edit::Reword { item: item(id), text: text.into(), opposite: opposite.into() }
}

pub fn rate(on: &str, id: &str, value: u8) -> Edit {
    Edit::Rate { occasion: occasion(on), item: item(id), answer: Answer::Value(value) }
}

/// A new chart, `chart`, with its first occasion, `first`, begun on 13 June 2014.
pub fn blank() -> Record {
    Record::new(RecordId::new("chart"), occasion("first"), day("2014-06-13"))
}

/// Makes `edits` on one day, none of which may be refused.
pub fn apply(record: &mut Record, on: &str, edits: impl IntoIterator<Item = Edit>) {
    for edit in edits {
        record.apply(edit, day(on)).unwrap();
    }
}

/// What must hold for any record; the first thing that does not.
pub fn broken_rule(record: &Record) -> Option<String> {
    let items = &record.instrument.items;
    let known: BTreeSet<&ItemId> = items.iter().map(|item| &item.id).collect();
    let unique = |ids: Vec<&str>| ids.iter().collect::<BTreeSet<_>>().len() == ids.len();
    let mut rules = vec![
        (record.items().count() <= ITEMS_MAX, String::from("too many active items")),
        (known.len() == items.len(), String::from("an item's id twice")),
        (unique(record.occasions.iter().map(|it| it.id.as_str()).collect()), String::from("an occasion's id twice")),
        (unique(record.targets.iter().map(|it| it.id.as_str()).collect()), String::from("a target's id twice")),
        (
            record.targets.iter().all(|target| target.item.as_ref().is_none_or(|item| known.contains(item))),
            String::from("a target for an unknown item"),
        ),
    ];
    for on in &record.occasions {
        let scale = record.instrument.scale;
        let on_scale = |value: Option<u8>| value.is_none_or(|value| scale.contains(value));
        let named = |what: &str| format!("{}: {what}", on.id);
        rules.extend([
            (on.ratings.keys().all(|item| known.contains(item)), named("a rating for an unknown item")),
            (on.ratings.values().all(|it| on_scale(it.answer.value()) && on_scale(it.needed)), named("off the scale")),
            (on.focus.len() <= FOCUS_MAX, named("too many matter most")),
            (on.focus.iter().all(|item| on.has(item)), named("what matters most was not there")),
            (unique(on.focus.iter().map(ItemId::as_str).collect()), named("what matters most is named twice")),
        ]);
    }
    if let Some(latest) = record.latest().filter(|latest| !latest.finished) {
        for item in items {
            let entry = latest.ratings.get(&item.id);
            let holds = if item.is_active() { entry.is_some() } else { entry.is_none_or(|entry| !entry.is_empty()) };
            let what = if item.is_active() { "has no entry" } else { "is set aside and has an empty entry" };
            rules.push((holds, format!("{}: {} {what}", latest.id, item.id)));
        }
    }
    rules.into_iter().find(|(holds, _)| !holds).map(|(_, rule)| rule)
}
