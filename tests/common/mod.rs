//! What several native tests share: fixtures, records and edits made at random, what must hold for any record,
//! and drawings to compare with.
#![allow(
    dead_code,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests may fail like tests, and no test uses all of them"
)]

pub mod bench;
pub mod charts;
pub mod fuzzed;
pub mod golden;
pub mod mutation;
pub mod names;
pub mod random;
pub mod seen;
pub mod sheets;
pub mod strange;
pub mod times;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use roundel::codec::{parse_iso, read_file};
use roundel::domain::{
    Answer, Date, Direction, Edit, FOCUS_MAX, IMPORTANCE, Instrument, Item, ItemId, ItemKind, Occasion, OccasionId,
    Origin, Prompt, PromptId, Rating, Record, RecordId, Scale, SectionId, Sitting, Style, TargetId,
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

pub fn prompt(id: &str) -> PromptId {
    PromptId::new(id)
}

pub fn section(id: &str) -> SectionId {
    SectionId::new(id)
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

/// Three attributes, `a`, `b` and `c`, the first rated 4: today.
pub fn rated() -> Record {
    rated_on("2015-07-13")
}

/// The same on another day.
pub fn rated_on(on: &str) -> Record {
    let mut record = blank();
    apply(&mut record, on, [add("a", "Planning"), add("b", "Feedback"), add("c", "Voice"), rate("first", "a", 4)]);
    record
}

/// A new chart, `chart`, with its first occasion, `first`, begun on 13 June 2014.
pub fn blank() -> Record {
    Record::new(RecordId::new("chart"), occasion("first"), day("2014-06-13"))
}

/// A list of `count` statements, `i1`, `i2`…, on a scale of which one end is best.
pub fn statements(count: usize, scale: Scale, direction: Direction) -> Instrument {
    let statement = |at| Item { kind: ItemKind::Statement, ..Item::new(item(&format!("i{at}")), "", Origin::Given) };
    let items = (1..=count).map(statement).collect();
    Instrument { style: Style::Audit, scale, direction, items, ..Instrument::own_chart() }
}

/// A record of `form`, `audit`, answered on 16 September 2013, `first`, and on 14 July 2014, `second`.
pub fn answered_twice(form: Instrument, then: &[Answer], now: &[Answer]) -> Record {
    let mut record = Record::with(form, RecordId::new("audit"), occasion("first"), day("2013-09-16"));
    let ids: Vec<ItemId> = record.items().map(|item| item.id.clone()).collect();
    let answers = |on: &str, answers: &[Answer]| {
        let each = ids.iter().cloned().zip(answers.to_vec());
        each.map(|(item, answer)| Edit::Rate { occasion: occasion(on), item, answer }).collect::<Vec<_>>()
    };
    apply(&mut record, "2013-09-16", answers("first", then));
    apply(&mut record, "2014-07-14", [Edit::StartOccasion { occasion: occasion("second"), sitting: Sitting::All }]);
    apply(&mut record, "2014-07-14", answers("second", now));
    record
}

/// Makes `edits` on one day, none of which may be refused.
pub fn apply(record: &mut Record, on: &str, edits: impl IntoIterator<Item = Edit>) {
    for edit in edits {
        record.apply(edit, day(on)).unwrap();
    }
}

/// Whether no id stands twice.
fn once(ids: Vec<&str>) -> bool {
    ids.iter().collect::<BTreeSet<_>>().len() == ids.len()
}

/// What must hold for any record; the first thing that does not.
pub fn broken_rule(record: &Record) -> Option<String> {
    let items = &record.instrument.items;
    let known: BTreeSet<&ItemId> = items.iter().map(|item| &item.id).collect();
    let mut rules = vec![
        (record.items().count() <= record.instrument.items_max(), String::from("too many active items")),
        (known.len() == items.len(), String::from("an item's id twice")),
        (once(record.occasions.iter().map(|it| it.id.as_str()).collect()), String::from("an occasion's id twice")),
        (once(record.targets.iter().map(|it| it.id.as_str()).collect()), String::from("a target's id twice")),
        (
            record.targets.iter().all(|target| target.item.as_ref().is_none_or(|item| known.contains(item))),
            String::from("a target for an unknown item"),
        ),
        (once(record.conversations.iter().map(|it| it.id.as_str()).collect()), "a conversation's id twice".into()),
        (
            record.conversations.iter().all(|it| it.about.iter().all(|item| known.contains(item))),
            "a conversation about an unknown item".into(),
        ),
        (
            record.conversations.iter().all(|it| once(it.about.iter().map(ItemId::as_str).collect())),
            "a conversation about an item twice".into(),
        ),
        (
            record.conversations.iter().all(|it| it.notes.iter().all(|note| !note.text.is_empty())),
            "an empty note".into(),
        ),
    ];
    rules.extend(rules_of_form(record));
    for on in &record.occasions {
        let scale = record.instrument.scale;
        let on_scale = |value: Option<u8>| value.is_none_or(|value| scale.contains(value));
        let named = |what: &str| format!("{}: {what}", on.id);
        rules.extend([
            (on.ratings.keys().all(|item| known.contains(item)), named("a rating for an unknown item")),
            (on.ratings.values().all(|it| on_scale(it.answer.value()) && on_scale(it.needed)), named("off the scale")),
            (on_scale(on.overall.before) && on_scale(on.overall.after), named("a number for all off the scale")),
            (
                on.ratings.values().all(|it| it.importance.is_none_or(|level| IMPORTANCE.contains(level))),
                named("an importance there is not"),
            ),
            (on.focus.len() <= FOCUS_MAX, named("too many matter most")),
            (on.focus.iter().all(|item| on.has(item)), named("what matters most was not there")),
            (once(on.focus.iter().map(ItemId::as_str).collect()), named("what matters most is named twice")),
        ]);
        let prompts = &record.instrument.prompts;
        let asked = |id: &PromptId| prompts.iter().any(|prompt| prompt.id == *id);
        rules.push((on.replies.iter().all(|it| asked(&it.prompt)), named("a reply to an unknown prompt")));
        rules.extend(prompts.iter().map(|prompt| (replies_fit(on, prompt), named("more replies or ranks than asked"))));
    }
    if let Some(latest) = record.latest().filter(|latest| !latest.finished) {
        for item in items {
            let entry = latest.ratings.get(&item.id);
            let empty = entry.is_some_and(Rating::is_empty);
            let holds = if item.is_active() { entry.is_some() || !latest.asks_all() } else { !empty };
            let what = if item.is_active() { "has no entry" } else { "is set aside and has an empty entry" };
            rules.push((holds, format!("{}: {} {what}", latest.id, item.id)));
        }
    }
    rules.into_iter().find(|(holds, _)| !holds).map(|(_, rule)| rule)
}

/// What must hold for the form that a record carries.
fn rules_of_form(record: &Record) -> Vec<(bool, String)> {
    let form = &record.instrument;
    let place = |id: &SectionId| form.sections.iter().position(|section| section.id == *id);
    let mut anchors = form.items.iter().map(|item| &item.anchors).chain([&form.anchors]);
    let fits = |value: u8| form.scale.contains(value);
    vec![
        (once(form.sections.iter().map(|it| it.id.as_str()).collect()), "a section's id twice".into()),
        (once(form.prompts.iter().map(|it| it.id.as_str()).collect()), "a prompt's id twice".into()),
        (
            form.items.iter().filter_map(|item| item.section.as_ref()).all(|id| place(id).is_some()),
            "an item in an unknown section".into(),
        ),
        (
            form.items.is_sorted_by_key(|item| item.section.as_ref().and_then(place)),
            "the items of a section stand apart".into(),
        ),
        (form.items.iter().all(|item| item.needed.is_none_or(fits)), "a level needed off the scale".into()),
        (
            anchors.all(|list| {
                let values: BTreeSet<u8> = list.iter().map(|anchor| anchor.value).collect();
                values.len() == list.len() && values.into_iter().all(fits)
            }),
            "words for a number twice, or off the scale".into(),
        ),
    ]
}

/// Whether what was said to `prompt` is no more than it takes, each rank there only once.
fn replies_fit(on: &Occasion, prompt: &Prompt) -> bool {
    let ranks: Vec<u8> = on.replies_to(&prompt.id).filter_map(|reply| reply.rank).collect();
    let apart: BTreeSet<&u8> = ranks.iter().collect();
    on.replies_to(&prompt.id).count() <= usize::from(prompt.entries)
        && apart.len() == ranks.len()
        && ranks.iter().all(|rank| (1..=prompt.entries).contains(rank) && !prompt.rank.is_empty())
}
