//! What is said of two copies that are brought together, what is in no copy, and what is asked when.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use common::random::{any_edit, any_record, cases};
use common::{add, apply, blank, day, item, occasion, rate};
use proptest::prelude::*;
use roundel::analysis::{Copied, Field, GivesWay, Said, changes_since, giving_way};
use roundel::codec::list_mark;
use roundel::domain::{
    Answer, ConversationId, Edit, FormId, InstrumentId, Lost, Rater, Record, RecordId, Sitting, merge,
};
use roundel::instruments::new_list;
use roundel::state::{Asking, is_copy_due};

const DAY: &str = "2014-05-12";

/// A synthetic chart of one attribute, rated 4.
fn rated() -> Record {
    let mut record = blank();
    apply(&mut record, DAY, [add("a", "Planning"), rate("first", "a", 4)]);
    record.stamp_changes(Some(&blank()), 10);
    record
}

/// It, changed at this instant.
fn changed(record: &Record, now: u64, edits: impl IntoIterator<Item = Edit>) -> Record {
    let mut after = record.clone();
    apply(&mut after, DAY, edits);
    after.stamp_changes(Some(record), now);
    after
}

/// What gives way, shortly: which copy's, of which item, on which day, what, and for what.
fn lines(here: &Record, other: &Record) -> Vec<String> {
    let merged = merge(here, other);
    let said = |said: &Said| match said {
        Said::Nothing => "-".to_owned(),
        Said::Answer(Answer::Value(value)) | Said::Number(value) => value.to_string(),
        Said::Answer(answer) => format!("{answer:?}"),
        Said::Day(day) => day.to_string(),
        Said::Words(words) => words.to_string(),
        Said::Status(status) => format!("{status:?}"),
    };
    let line = |each: &GivesWay| {
        let GivesWay { here, item, on, talk, field, was, is } = each;
        let of = if *here { "here" } else { "file" };
        let item = item.map_or("-", |item| &item.text);
        let on = on.map_or("-".to_owned(), |on| on.rated_on.to_string());
        let on = talk.map_or(on, |talk| talk.title.clone());
        format!("{of} {item} {on} {field:?}: {} → {}", said(was), said(is))
    };
    giving_way(here, &merged).iter().map(line).collect()
}

#[test]
fn both_values_of_a_rating_are_named_whichever_copy_is_newer() {
    let (here, newer) = (rated(), changed(&rated(), 20, [rate("first", "a", 7)]));
    assert_eq!(lines(&here, &newer), ["here Planning 2014-05-12 Rating: 4 → 7"]);
    assert_eq!(lines(&newer, &here), ["file Planning 2014-05-12 Rating: 4 → 7"]);
    assert_eq!(lines(&newer, &newer), [""; 0]);
}

#[test]
fn only_what_was_said_and_is_said_otherwise_gives_way() {
    let why = |text: &str| Edit::Why { occasion: occasion("first"), item: item("a"), text: text.into() };
    let needed = |level| Edit::Needed { occasion: occasion("first"), item: item("a"), level };
    let here = changed(&rated(), 20, [why("(synthetic) reason"), needed(Some(8))]);
    let newer = changed(&rated(), 30, [why("(synthetic) other")]);
    let expected = [
        "here Planning 2014-05-12 Needed: 8 → -",
        "here Planning 2014-05-12 Why: (synthetic) reason → (synthetic) other",
    ];
    assert_eq!(lines(&here, &newer), expected);
    // A reason where there was none takes the place of nothing.
    assert_eq!(lines(&rated(), &changed(&rated(), 20, [why("(synthetic) reason")])), [""; 0]);
}

#[test]
fn what_is_said_of_items_times_targets_and_the_whole_is_named() {
    let reword = |text: &str| Edit::Reword { item: item("a"), text: text.into(), opposite: "Drifts".into() };
    let context = |text: &str| Edit::Context { occasion: occasion("first"), text: text.into() };
    let target = |text: &str| Edit::TargetWhat { target: common::target("t"), text: text.into() };
    let begun = changed(&rated(), 11, [Edit::AddTarget { target: common::target("t"), item: None }]);
    let all = |n: &str| [reword(&format!("Planning {n}")), context(n), target(n), Edit::Owner(n.into())];
    let (here, newer) = (changed(&begun, 20, all("one")), changed(&begun, 30, all("two")));
    let mut found = lines(&here, &newer);
    found.sort();
    let expected = [
        "here - - Owner: one → two",
        "here - - What: one → two",
        "here - 2014-05-12 Context: one → two",
        "here Planning one - Text: Planning one → Planning two",
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_has_no_words_is_named_all_the_same() {
    let seen = |record: &Record, now| changed(record, now, [Edit::ShowEarlier(occasion("first"))]);
    let others = |record: &Record, now| changed(record, now, [Edit::WithOthers(true)]);
    let finished = changed(&rated(), 12, [Edit::Finish(occasion("first"))]);
    let again = |id: &str, now| {
        let edit = Edit::StartOccasion { occasion: occasion(id), sitting: Sitting::All };
        changed(&finished, now, [edit, rate(id, "a", 5)])
    };
    assert_eq!(lines(&rated(), &others(&rated(), 20)), ["here - - Other: - → -"]);
    assert!(lines(&seen(&finished, 20), &finished).iter().all(|line| line.starts_with("file")));
    // Two sittings under way: the older is ended, and that is said.
    let found = lines(&again("mine", 20), &again("theirs", 30));
    assert!(found.iter().any(|line| line.contains("UnderWay")), "{found:?}");
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn whatever_gave_way_is_named_and_nothing_that_did_not(
        record in any_record(), mine in prop::collection::vec(any_edit(), 0..12), theirs in prop::collection::vec(any_edit(), 0..12),
    ) {
        let after = |now, edits: Vec<Edit>| {
            let mut after = record.clone();
            for edit in edits {
                let _ = after.apply(edit, day("2015-01-01"));
            }
            after.stamp_changes(Some(&record), now);
            after
        };
        let newest = record.stamps.newest();
        let (here, other) = (after(newest + 10, mine), after(newest + 20, theirs));
        let merged = merge(&here, &other);
        let named = giving_way(&here, &merged);
        prop_assert!(named.is_empty() || !merged.lost.is_empty());
        for each in &named {
            prop_assert!(each.was != each.is || matches!(each.field, Field::Other | Field::UnderWay));
        }
        // What stands here and does not stand afterwards is said to be of here.
        let of_here = named.iter().any(|each| each.here);
        prop_assert!(!of_here || !merged.record.reads_as(&here), "{:?}", named);
        for lost in &merged.lost {
            if let Lost::Rating(on, id, was) = lost && was.answer.value().is_some() {
                let is = merged.record.occasion(on).and_then(|on| on.ratings.get(id)).map(|rating| rating.answer);
                let is_named = named.iter().any(|each| each.was == Said::Answer(was.answer) && each.field == Field::Rating);
                prop_assert!(is == Some(was.answer) || is_named);
            }
        }
    }
}

#[test]
fn what_gives_way_is_told_in_the_order_of_the_chart() {
    let here = changed(&rated(), 20, [add("b2", "Second"), add("b10", "Third"), add("b1", "Fourth")]);
    let [one, other] = [1, 2].map(|value| {
        let ratings = ["b1", "b10", "b2", "a"].map(|id| rate("first", id, value));
        changed(&here, 30 + u64::from(value), ratings)
    });
    let merged = merge(&one, &other);
    let told: Vec<&str> = giving_way(&one, &merged).iter().filter_map(|each| Some(each.item?.text.as_str())).collect();
    assert_eq!(told, ["Planning", "Second", "Third", "Fourth"]);
}

#[test]
fn changes_are_counted_part_by_part_since_the_last_copy() {
    let record = rated();
    let count = |record: &Record, copied: &Copied| changes_since([record], [], Some(copied));
    assert_eq!(changes_since([&record], [], None), 4, "without a copy: the whole, an item, a time, a rating");
    let copied = Copied::of([&record], []);
    assert_eq!(count(&record, &copied), 0);
    let one = changed(&record, 20, [rate("first", "a", 5)]);
    assert_eq!(count(&one, &copied), 1);
    assert_eq!(count(&changed(&one, 21, [rate("first", "a", 6)]), &copied), 1, "one rating, however often");
    let more = changed(&one, 22, [add("b", "Feedback"), Edit::Subject("teacher".into())]);
    assert_eq!(count(&more, &copied), 3, "a rating, an item, the whole");
    assert_eq!(count(&more, &Copied::of([&more], [])), 0);
}

#[test]
fn changes_count_whatever_the_clock_says() {
    let record = changed(&rated(), 1_000, [rate("first", "a", 5)]);
    let copied = Copied::of([&record], []);
    assert_eq!(changes_since([&record], [], Some(&copied)), 0);
    let later = changed(&record, 60, [rate("first", "a", 6)]);
    assert_eq!(changes_since([&later], [], Some(&copied)), 1, "the clock was set back");
    let other = Record { id: RecordId::new("other"), ..changed(&rated(), 50, [rate("first", "a", 5)]) };
    assert_eq!(changes_since([&record, &other], [], Some(&copied)), 4, "one that was in no copy");
    let both = Copied::of([&record, &other], []);
    let other = changed(&other, 60, [rate("first", "a", 6)]);
    assert_eq!(changes_since([&record, &other], [], Some(&both)), 1);
}

#[test]
fn of_a_chart_of_somebody_else_only_what_was_noted_here_counts() {
    let talk = |id: &str| ConversationId::new(id);
    let begun = |id: &str, by| Edit::AddConversation {
        conversation: talk(id),
        form: FormId::new("free"),
        title: String::new(),
        by,
    };
    let given = changed(&rated(), 20, [begun("theirs", Rater::Me)]);
    let held = Record { held_since: Some(common::day("2015-07-13")), ..given };
    assert_eq!(changes_since([&held], [], None), 0);
    let noted = changed(&held, 30, [begun("ours", Rater::Other("Sam".into()))]);
    let agreed = Edit::AddAgreed { conversation: talk("ours"), target: common::target("t") };
    let agreed = changed(&noted, 40, [agreed]);
    assert_eq!(changes_since([&agreed], [], None), 2, "a talk, and what was agreed in it");
    let copied = Copied::of([&noted], []);
    assert_eq!(changes_since([&agreed], [], Some(&copied)), 1);
    assert_eq!(changes_since([&agreed], [], Some(&Copied::of([&agreed], []))), 0);
}

#[test]
fn a_list_counts_until_it_is_in_a_copy_as_it_is_and_what_has_no_stamp_was_in_one() {
    let mut list = new_list(InstrumentId::new("mine"));
    let before = list_mark(&list);
    list.about.title = "Mine".into();
    let after = list_mark(&list);
    let copied = Copied::of([], [before.clone()]);
    for (mark, copied, count) in [
        (&before, None, 1),
        (&before, Some(&Copied::default()), 1),
        (&before, Some(&copied), 0),
        (&after, Some(&copied), 1),
    ] {
        assert_eq!(changes_since([], [mark.clone()], copied), count);
    }
    let mut old = rated();
    old.stamps = roundel::domain::Stamps::default();
    assert_eq!(changes_since([&old], [], Some(&Copied::of([&old], []))), 0, "from before there were stamps");
    assert_eq!(changes_since([&old], [], None), 4);
}

#[test]
fn at_most_one_question_is_asked_in_a_sitting() {
    let mut asking = Asking::default();
    assert!(!asking.ask(false));
    assert!(asking.ask(true));
    assert!(asking.ask(true), "until it is answered");
    assert!(!asking.ask(false), "or there is no reason for it any more");
    asking.answer();
    assert!(!asking.ask(true));
}

#[test]
fn a_copy_is_asked_for_every_ten_changes() {
    for (changes, put_off, due) in [(9, 0, false), (10, 0, true), (12, 12, false), (21, 12, false), (22, 12, true)] {
        assert_eq!(is_copy_due(changes, put_off), due, "{changes} changes, put off at {put_off}");
    }
    assert!(!is_copy_due(usize::MAX - 1, usize::MAX));
}
