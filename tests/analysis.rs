//! What is said about a record: the comparison above all.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use common::random::{any_record, cases};
use common::{add, apply, blank, day, fixture, item, occasion, rate, reword};
use proptest::prelude::*;
use roundel::analysis::{Change, Comparison, Group, Nudge, Pairing, Summary, compare, nudge, still_open};
use roundel::chart::overlay_of;
use roundel::domain::{Answer, Edit, ItemId, Kind, Occasion, Pole, Record, Scale, Sitting};

const THEN: &str = "2014-06-13";
const NOW: &str = "2015-07-13";

/// An answer, or nothing at all for an item that was not there.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Cell {
    N(u8),
    Blank,
    Absent,
}

use Cell::{Absent, Blank, N};

/// A synthetic record with one item, `i0`, `i1`…, for each pair of answers.
fn pairs(cells: &[(Cell, Cell)]) -> Record {
    let mut record = blank();
    let answer = |on: &str, at: usize, cell: Cell| {
        let answer = if let N(value) = cell { Answer::Value(value) } else { Answer::Blank };
        Edit::Rate { occasion: occasion(on), item: item(&format!("i{at}")), answer }
    };
    for (at, (then, _)) in cells.iter().enumerate() {
        if *then != Absent {
            apply(&mut record, THEN, [add(&format!("i{at}"), "Planning"), answer("first", at, *then)]);
        }
    }
    apply(&mut record, NOW, [Edit::StartOccasion { occasion: occasion("second"), sitting: Sitting::All }]);
    for (at, (then, now)) in cells.iter().enumerate() {
        match (then, now) {
            (N(_) | Blank, Absent) => apply(&mut record, NOW, [Edit::RemoveItem(item(&format!("i{at}")))]),
            (Absent, N(_) | Blank) => {
                apply(&mut record, NOW, [add(&format!("i{at}"), "New"), answer("second", at, *now)]);
            }
            _ => apply(&mut record, NOW, [answer("second", at, *now)]),
        }
    }
    record
}

fn ends(record: &Record) -> Comparison {
    compare(record, &record.occasions[0], &record.occasions[1])
}

/// The design's own example.
fn seven_of_ten() -> Record {
    pairs(&[
        (N(1), N(2)),
        (N(0), N(10)),
        (N(3), N(4)),
        (N(5), N(7)),
        (N(8), N(9)),
        (N(6), N(6)),
        (N(7), N(4)),
        (Absent, N(5)),
        (Absent, Blank),
        (N(4), Absent),
    ])
}

#[test]
fn the_sentence_counts_as_in_the_design() {
    let expected =
        Summary { items: 10, matched: 7, better: 5, same: 1, worse: 1, new: 2, set_aside: 1, ..Summary::default() };
    assert_eq!(ends(&seven_of_ten()).summary(), expected);
}

#[test]
fn blank_is_never_taken_for_zero() {
    let check = |then: Cell, now: Cell, pairing: Pairing, difference: Option<i16>| {
        let comparison = ends(&pairs(&[(then, now)]));
        assert_eq!((comparison.changes[0].pairing, comparison.changes[0].difference()), (pairing, difference));
        assert_eq!(comparison.summary().matched, usize::from(difference.is_some()));
        assert_eq!(comparison.summary().items, 1);
    };
    check(Blank, N(6), Pairing::NotBoth, None);
    check(N(6), Blank, Pairing::NotBoth, None);
    check(Blank, N(0), Pairing::NotBoth, None);
    check(N(0), Blank, Pairing::NotBoth, None);
    check(N(0), N(6), Pairing::Matched { then: 0, now: 6 }, Some(6));
    check(N(6), N(0), Pairing::Matched { then: 6, now: 0 }, Some(-6));
    check(N(0), N(0), Pairing::Matched { then: 0, now: 0 }, Some(0));
    check(Absent, N(0), Pairing::New, None);
    check(N(0), Absent, Pairing::SetAside, None);
}

#[test]
fn what_does_not_apply_is_counted_as_little_as_blank() {
    let mut record = pairs(&[(N(5), N(6))]);
    let edit = Edit::Rate { occasion: occasion("second"), item: item("i0"), answer: Answer::DoesNotApply };
    apply(&mut record, NOW, [edit]);
    assert_eq!(ends(&record).changes[0].pairing, Pairing::NotBoth);
}

#[test]
fn each_pair_stands_in_its_group() {
    let check = |then: Cell, now: Cell, expected: Group| {
        let comparison = ends(&pairs(&[(then, now)]));
        for group in Group::ORDER {
            let count = comparison.group(group).count();
            assert_eq!(count, usize::from(group == expected), "{then:?} {now:?}: {group:?}");
        }
    };
    check(N(8), N(8), Group::HeldHigh);
    check(N(8), N(10), Group::HeldHigh);
    check(N(10), N(8), Group::HeldHigh);
    check(N(7), N(8), Group::Better);
    check(N(8), N(7), Group::Worse);
    check(N(7), N(7), Group::Same);
    check(N(0), N(0), Group::Same);
    check(Blank, N(9), Group::NotBoth);
    check(N(9), Blank, Group::NotBoth);
    check(Blank, Blank, Group::NotBoth);
    check(Absent, N(9), Group::New);
    check(N(9), Absent, Group::SetAside);
}

#[test]
fn held_high_begins_three_quarters_up_any_scale() {
    let group = |min: u8, max: u8, value: u8| {
        let mut record = pairs(&[(N(value), N(value))]);
        record.instrument.scale = Scale { min, max };
        ends(&record).changes[0].group()
    };
    assert_eq!((group(1, 5, 4), group(1, 5, 3)), (Group::HeldHigh, Group::Same));
    assert_eq!((group(0, 10, 8), group(0, 10, 7)), (Group::HeldHigh, Group::Same));
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn swapping_the_times_swaps_higher_and_lower_new_and_set_aside(record in any_record()) {
        for (then, now) in every_pair(&record) {
            let (there, back) = (compare(&record, then, now), compare(&record, now, then));
            let (a, b) = (there.summary(), back.summary());
            let swapped = Summary { better: b.worse, worse: b.better, new: b.set_aside, set_aside: b.new, ..b };
            // The level needed and that the idea has changed are said last: seen from the other end they may be others.
            let said = |it: &Comparison| it.changes.iter().map(|it| (it.needed, it.idea_changed())).collect::<Vec<_>>();
            if said(&there) == said(&back) {
                prop_assert_eq!(a, swapped);
            }
            prop_assert_eq!((a.matched, a.new), (b.matched, b.set_aside));
            for (one, other) in there.changes.iter().zip(&back.changes) {
                prop_assert_eq!(&one.item, &other.item);
                prop_assert_eq!(one.difference(), other.difference().map(|by| -by));
                prop_assert_eq!((&one.then, &one.now), (&other.now, &other.then));
            }
        }
    }

    #[test]
    fn the_counts_add_up(record in any_record()) {
        for (then, now) in every_pair(&record) {
            let comparison = compare(&record, then, now);
            let it = comparison.summary();
            prop_assert_eq!(it.better + it.same + it.worse + it.moved + it.seen_differently, it.matched);
            let groups = |group| comparison.group(group).count();
            prop_assert_eq!(Group::ORDER.into_iter().map(groups).sum::<usize>(), it.items);
            prop_assert_eq!(it.matched + groups(Group::NotBoth) + it.new + it.set_aside, it.items);
            prop_assert_eq!((groups(Group::New), groups(Group::SetAside)), (it.new, it.set_aside));
        }
    }

    #[test]
    fn the_order_of_the_items_changes_nothing(record in any_record(), at in 0..20usize) {
        let mut moved = record.clone();
        let count = moved.instrument.items.len();
        if count > 0 {
            moved.instrument.items.rotate_left(at % count);
            moved.instrument.items.reverse();
        }
        for (then, now) in every_pair(&record) {
            let (one, other) = (compare(&record, then, now), compare(&moved, then, now));
            prop_assert_eq!(one.summary(), other.summary());
            prop_assert_eq!(sorted(one), sorted(other));
        }
    }
}

fn every_pair(record: &Record) -> impl Iterator<Item = (&Occasion, &Occasion)> {
    record.all_occasions().flat_map(move |then| record.all_occasions().map(move |now| (then, now)))
}

fn sorted(comparison: Comparison) -> Vec<Change> {
    let mut changes = comparison.changes;
    changes.sort_by(|one, other| one.item.id.cmp(&other.item.id));
    for change in &mut changes {
        change.number = 0;
    }
    changes
}

#[test]
fn both_wordings_are_shown_when_a_rated_item_reads_differently() {
    let check = |name: &str, steps: &[(&str, Edit)], from: Option<(&str, &str)>| {
        let mut record = blank();
        apply(&mut record, THEN, [add("i0", "Planning"), reword("i0", "Planning", "Chaos"), rate("first", "i0", 5)]);
        for (on, edit) in steps {
            apply(&mut record, on, [edit.clone()]);
        }
        let second = Edit::StartOccasion { occasion: occasion("second"), sitting: Sitting::All };
        if record.occasions.len() == 1 {
            apply(&mut record, NOW, [second]);
        }
        let from = from.map(|(text, opposite)| (text.to_owned(), opposite.to_owned()));
        assert_eq!(ends(&record).changes[0].reworded_from, from, "{name}");
    };
    let start = || (NOW, Edit::StartOccasion { occasion: occasion("second"), sitting: Sitting::All });
    let same = (NOW, Edit::SameThing(item("i0")));
    let old = Some(("Planning", "Chaos"));
    check("not reworded", &[], None);
    check("before the second time", &[("2014-12-01", reword("i0", "Plans", "Chaos"))], old);
    check("on the day of the first", &[(THEN, reword("i0", "Plans", "Chaos"))], old);
    check("during the second", &[start(), (NOW, reword("i0", "Plans", "Chaos")), same.clone()], old);
    let twice = [
        ("2014-12-01", reword("i0", "Plans", "Chaos")),
        ("2014-12-01", Edit::SameThing(item("i0"))),
        (NOW, reword("i0", "Plans well", "Muddle")),
    ];
    check("twice", &twice, old);
    let back = [
        ("2014-12-01", reword("i0", "Plans", "Chaos")),
        ("2014-12-01", Edit::SameThing(item("i0"))),
        (NOW, reword("i0", "Planning", "Chaos")),
    ];
    check("there and back", &back, None);
}

#[test]
fn what_was_set_aside_leaves_the_others_their_numbers() {
    let mut record = blank();
    apply(&mut record, THEN, ["i0", "i1", "i2"].map(|id| add(id, id)));
    apply(&mut record, THEN, ["i0", "i1", "i2"].map(|id| rate("first", id, 5)));
    let start = Edit::StartOccasion { occasion: occasion("second"), sitting: Sitting::All };
    apply(&mut record, NOW, [start, Edit::RemoveItem(item("i0")), rate("second", "i2", 6)]);
    let numbers: Vec<_> = ends(&record).changes.iter().map(|it| (it.item.id.to_string(), it.number)).collect();
    assert_eq!(numbers, [("i1".into(), 1), ("i2".into(), 2), ("i0".into(), 3)]);
    assert_eq!(
        numbers.len(),
        overlay_of(&record, &compare(&record, &record.occasions[0], &record.occasions[1]), &[]).labels.len()
    );
}

#[test]
fn words_changed_on_the_day_of_a_later_rating_are_the_ones_that_were_rated() {
    let start = |id: &str| Edit::StartOccasion { occasion: occasion(id), sitting: Sitting::All };
    let mut record = blank();
    apply(&mut record, THEN, [add("i0", "Planning"), rate("first", "i0", 5)]);
    let same = Edit::SameThing(item("i0"));
    apply(&mut record, NOW, [start("second"), reword("i0", "Plans", ""), same, rate("second", "i0", 6)]);
    apply(&mut record, "2016-07-13", [start("third"), rate("third", "i0", 7)]);
    let [first, second, third] = &record.occasions[..] else { panic!("three occasions") };
    let from = |then, now| compare(&record, then, now).changes[0].reworded_from.clone();
    assert_eq!(from(second, third), None);
    assert_eq!(from(first, second), Some(("Planning".into(), String::new())));
    assert_eq!(from(first, third), Some(("Planning".into(), String::new())));
}

#[test]
fn an_opposite_named_later_is_no_rewording() {
    let mut record = pairs(&[(N(5), N(6))]);
    apply(&mut record, NOW, [reword("i0", "Planning", "C"), reword("i0", "Planning", "Chaos")]);
    assert_eq!(ends(&record).changes[0].reworded_from, None);
}

#[test]
fn an_item_that_was_not_there_had_no_earlier_words() {
    let mut record = pairs(&[(N(5), N(6)), (Absent, N(3))]);
    apply(&mut record, NOW, [reword("i1", "Newer", "Older")]);
    assert_eq!(ends(&record).changes[1].reworded_from, None);
}

#[test]
fn only_words_of_the_two_times_count_as_words() {
    let mut record = pairs(&[(N(5), N(6)), (N(5), N(6)), (N(5), N(6))]);
    let why = |on: &str, at: &str, text: &str| Edit::Why { occasion: occasion(on), item: item(at), text: text.into() };
    apply(&mut record, NOW, [why("first", "i0", "(synthetic) then"), why("second", "i1", "  ")]);
    let with: Vec<bool> = ends(&record).changes.iter().map(Change::has_words).collect();
    assert_eq!(with, [true, false, false]);
}

#[test]
fn the_teacher_of_cohort_one_is_compared_to_the_letter() {
    let record = fixture("teacher-twice");
    assert_eq!((record.occasions[0].rated_on, record.occasions[1].rated_on), (day(THEN), day(NOW)));
    let comparison = ends(&record);
    let expected =
        Summary { items: 13, matched: 9, better: 4, same: 3, worse: 2, new: 1, set_aside: 1, ..Summary::default() };
    assert_eq!(comparison.summary(), expected);
    let ids = |group| {
        let ids = comparison.group(group).map(|change| change.item.id.as_str());
        ids.collect::<Vec<_>>().join(" ")
    };
    let groups = Group::ORDER.map(ids);
    assert_eq!(groups, ["a04 a09 a11", "a01 a05 a06", "a10 a12", "", "a02", "", "a07 a08", "a13", "a03"]);
    let change = |id: &str| comparison.changes.iter().find(|change| change.item.id == item(id)).unwrap();
    assert_eq!(change("a12").difference(), Some(-6), "0 is a rating");
    assert_eq!(change("a07").difference(), None, "blank then");
    assert_eq!(change("a08").difference(), None, "blank now");
    let why = |rating: &Option<roundel::domain::Rating>| rating.as_ref().unwrap().why.clone();
    assert_eq!(why(&change("a06").then), "(synthetic) They nod and carry on as before");
    assert_eq!(why(&change("a06").now), "(synthetic) They answer my notes in the next lesson");
}

#[test]
fn a_kind_line_comes_only_when_there_is_something_to_say() {
    let check = |values: &[u8], scale: Scale, expected: Option<Nudge>| {
        let ids = (0..values.len() + 2).map(|at| ItemId::new(at.to_string()));
        let mut on = Occasion::new(occasion("o"), Kind::Baseline, day(THEN), ids);
        for (value, rating) in values.iter().zip(on.ratings.values_mut()) {
            rating.answer = Answer::Value(*value);
        }
        assert_eq!(nudge(&on, scale), expected, "{values:?}");
    };
    let (of_ten, of_five) = (Scale::CONSTRUCT, Scale { min: 1, max: 5 });
    check(&[], of_ten, None);
    check(&[9, 9, 9], of_ten, None);
    check(&[5, 5, 5], of_ten, None);
    check(&[5, 5, 5, 5], of_ten, Some(Nudge::AllEqual));
    check(&[0, 0, 0, 0], of_ten, Some(Nudge::AllEqual));
    check(&[5, 5, 5, 6], of_ten, None);
    check(&[9, 9, 9, 9], of_ten, Some(Nudge::NearlyAllHigh));
    check(&[9, 10, 9, 8], of_ten, None);
    check(&[9, 10, 9, 10, 3], of_ten, Some(Nudge::NearlyAllHigh));
    check(&[9, 10, 9, 10, 3, 8], of_ten, None);
    check(&[4, 5, 4, 5], of_five, Some(Nudge::NearlyAllHigh));
    check(&[3, 3, 3, 3], of_five, Some(Nudge::AllEqual));
}

#[test]
fn what_is_still_open_is_named_part_by_part() {
    let mut record = pairs(&[(N(5), N(6)), (N(5), Blank), (N(5), N(7)), (N(5), N(8)), (N(4), Absent)]);
    let second = || occasion("second");
    apply(
        &mut record,
        NOW,
        [
            reword("i2", "Planning", "Chaos"),
            Edit::Seen { item: item("i2"), pole: Pole::Opposite, text: "(synthetic) no thread".into() },
            Edit::Why { occasion: second(), item: item("i2"), text: "(synthetic) asked them".into() },
            Edit::Needed { occasion: second(), item: item("i2"), level: Some(0) },
            Edit::Example { occasion: second(), item: item("i0"), text: "(synthetic) Tuesday".into() },
            Edit::Rate { occasion: second(), item: item("i3"), answer: Answer::DoesNotApply },
        ],
    );
    let open = still_open(&record);
    let ids = |ids: &[ItemId]| ids.iter().map(ItemId::as_str).collect::<Vec<_>>().join(" ");
    assert_eq!(ids(&open.opposites), "i0 i1 i3");
    assert_eq!(ids(&open.behaviours), "i0 i1 i3");
    assert_eq!(ids(&open.ratings), "i1", "does not apply is an answer");
    assert_eq!(ids(&open.reasons), "");
    assert_eq!(ids(&open.needed), "i0");
    assert!(!open.is_empty());
    assert!(still_open(&blank()).is_empty());
}
