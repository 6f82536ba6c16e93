//! What was rated on paper and is typed in later: its day, its place among the times, and what follows from that.
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use common::random::{any_beginning, any_edits, cases};
use common::{add, apply, blank, day, item, occasion, rate};
use proptest::prelude::*;
use roundel::analysis::compare;
use roundel::chart::{Shape, wheel_to_fill};
use roundel::domain::{Answer, Date, Edit, Kind, Record, SITTING_DAYS, Scale, Sitting, is_paper_day, merge};
use roundel::state::Route;

const FIRST_DAY: &str = "2014-06-13";
const LAST_DAY: &str = "2015-07-13";

fn start(id: &str, sitting: Sitting) -> Edit {
    Edit::StartOccasion { occasion: occasion(id), sitting }
}

fn paper(id: &str, from: &str) -> Edit {
    start(id, Sitting::OnPaper(day(from)))
}

fn from(id: &str, from: &str) -> Edit {
    Edit::OnPaper { occasion: occasion(id), day: day(from) }
}

fn finish(id: &str) -> Edit {
    Edit::Finish(occasion(id))
}

/// `a` and `b`, rated on the first day and on the last.
fn rated_twice() -> Record {
    let mut record = blank();
    apply(&mut record, FIRST_DAY, [add("a", "A"), add("b", "B"), rate("first", "a", 4), rate("first", "b", 6)]);
    apply(&mut record, FIRST_DAY, [finish("first")]);
    apply(&mut record, LAST_DAY, [start("last", Sitting::All), rate("last", "a", 7), rate("last", "b", 5)]);
    apply(&mut record, LAST_DAY, [finish("last")]);
    record
}

/// The same, and a paper from `from`, typed in on the last day and over.
fn with_paper(from: &str) -> Record {
    let mut record = rated_twice();
    apply(&mut record, LAST_DAY, [paper("paper", from), rate("paper", "a", 2), finish("paper")]);
    record
}

/// The times in their order, each with what it is called.
fn times(record: &Record) -> String {
    let name = |kind: Kind| match kind {
        Kind::Baseline => "baseline",
        Kind::Interim => "interim",
        _ => "another",
    };
    let times = record.all_occasions().map(|on| [on.id.as_str(), name(on.kind)].join(" "));
    times.collect::<Vec<_>>().join(", ")
}

#[test]
fn a_paper_goes_where_its_day_has_it() {
    for (from, expected) in [
        ("2014-01-15", "paper baseline, first interim, last interim"),
        ("2014-06-12", "paper baseline, first interim, last interim"),
        (FIRST_DAY, "first baseline, paper interim, last interim"),
        ("2014-12-01", "first baseline, paper interim, last interim"),
        (LAST_DAY, "first baseline, last interim, paper interim"),
    ] {
        let record = with_paper(from);
        assert_eq!(times(&record), expected, "{from}");
        assert!(record.all_occasions().all(|on| on.finished), "{from}");
        let paper = record.occasion(&occasion("paper")).unwrap();
        assert_eq!((paper.rated_on, paper.refers_to), (day(from), day(from)), "{from}: not the day of typing");
        assert_eq!(common::broken_rule(&record), None, "{from}");
    }
}

#[test]
fn until_it_is_over_it_is_the_sitting_under_way() {
    let mut record = rated_twice();
    apply(&mut record, LAST_DAY, [paper("paper", "2014-01-15"), rate("paper", "a", 2)]);
    assert_eq!(times(&record), "first baseline, last interim, paper interim");
    assert_eq!(record.under_way().map(|on| on.id.as_str()), Some("paper"));
    assert_eq!(record.takes_paper().map(|on| on.id.as_str()), Some("paper"), "it is gone on with");
    assert!(record.is_rating_again(), "what was rated before is hidden");
    let late = day(LAST_DAY) + time::Duration::days(SITTING_DAYS + 1);
    assert_eq!(record.left(late), None, "its day does not say when it was left");
    apply(&mut record, LAST_DAY, [start("next", Sitting::All)]);
    assert_eq!(times(&record), "paper baseline, first interim, last interim, next interim", "the next one ends it");
}

#[test]
fn the_older_one_is_then_and_the_newer_one_is_now() {
    let record = with_paper("2014-01-15");
    let expected = Route::compare(&record, record.first().unwrap(), record.newest().unwrap());
    assert_eq!(Route::then_and_now(&record), Some(expected.clone()));
    assert_eq!(expected.to_hash(), "#/chart/chart/compare/paper/last");
    let both = compare(&record, record.first().unwrap(), record.newest().unwrap());
    let a = both.changes.iter().find(|change| change.item.id == item("a")).unwrap();
    let values = [&a.then, &a.now].map(|rating| rating.as_ref().unwrap().answer.value().unwrap());
    assert_eq!(values, [2, 7]);
    let between = with_paper("2014-12-01");
    assert_eq!(between.before(&occasion("paper")).unwrap().id, occasion("first"));
    assert_eq!(between.before(&occasion("last")).unwrap().id, occasion("paper"));
    assert_eq!(between.last_rated(), Some(day(LAST_DAY)));
}

#[test]
fn the_end_of_a_paper_leads_to_what_there_is_to_compare() {
    let end = |record: &Record| Route::after_rating(record, &occasion("paper")).map(|route| route.to_hash());
    let hash = |pair: &str| Some(format!("#/chart/chart/compare/{pair}"));
    assert_eq!(end(&with_paper("2014-01-15")), hash("paper/last"), "the oldest, beside the newest");
    assert_eq!(end(&with_paper("2014-12-01")), hash("first/paper"));
    assert_eq!(end(&with_paper(LAST_DAY)), hash("first/paper"));
}

#[test]
fn an_empty_first_time_takes_the_paper() {
    let mut record = blank();
    apply(&mut record, FIRST_DAY, [add("a", "A"), add("b", "B")]);
    assert_eq!(record.takes_paper().map(|on| on.id.as_str()), Some("first"));
    apply(&mut record, LAST_DAY, [from("first", "2014-01-15"), rate("first", "a", 3)]);
    let first = record.first().unwrap();
    assert_eq!((first.rated_on, first.refers_to), (day("2014-01-15"), day("2014-01-15")), "the first number leaves it");
    assert_eq!((first.on_paper, first.kind), (true, Kind::Baseline));
    assert_eq!(first.answer(&item("b")), Answer::Blank, "what is left empty stays so");
    apply(&mut record, LAST_DAY, [from("first", "2014-02-15")]);
    assert_eq!(record.first().unwrap().rated_on, day("2014-02-15"), "the day can be put right while it is typed");
}

#[test]
fn what_is_rated_here_is_not_taken_for_paper() {
    let mut record = blank();
    apply(&mut record, FIRST_DAY, [add("a", "A"), rate("first", "a", 4)]);
    assert_eq!(record.takes_paper(), None, "there is a number in it");
    for (before, edit) in [
        (record.clone(), from("first", "2014-01-15")),
        (with_paper("2014-12-01"), from("paper", "2014-01-15")),
        (rated_twice(), from("first", "2014-01-15")),
        (rated_twice(), from("unknown", "2014-01-15")),
    ] {
        let mut after = before.clone();
        apply(&mut after, LAST_DAY, [edit.clone()]);
        assert_eq!(after, before, "{edit:?}");
    }
    let chosen = Sitting::Quick(vec![item("a")]);
    let mut quick = rated_twice();
    apply(&mut quick, LAST_DAY, [start("quick", chosen)]);
    assert_eq!(quick.takes_paper(), None, "a quick update does not ask all");
}

#[test]
fn no_paper_is_from_a_day_to_come_or_from_another_age() {
    let is = |from: &str| is_paper_day(day(from), day(LAST_DAY));
    assert!(is(LAST_DAY) && is("2015-07-12") && is("1955-01-01"));
    assert!(!is("2015-07-14") && !is("2016-01-01") && !is("1954-12-31") && !is("0201-06-13"));
    for strange in ["2015-07-14", "0201-06-13"] {
        let mut record = rated_twice();
        apply(&mut record, LAST_DAY, [paper("paper", strange)]);
        assert_eq!(record, rated_twice(), "{strange}: nothing begins");
        apply(&mut record, LAST_DAY, [paper("paper", "2015-01-12")]);
        let begun = record.clone();
        apply(&mut record, LAST_DAY, [from("paper", strange)]);
        assert_eq!(record, begun, "{strange}: the day before stands");
    }
}

#[test]
fn a_paper_with_nothing_on_it_leaves_no_trace() {
    let mut record = rated_twice();
    apply(&mut record, LAST_DAY, [paper("paper", "2014-01-15"), finish("paper")]);
    assert_eq!(record, rated_twice());
}

#[test]
fn where_it_comes_to_stand_is_known_before() {
    let record = rated_twice();
    let beside = |from: &str| {
        let (before, after) = record.neighbours(day(from));
        [before, after].map(|on| on.map_or("", |on| on.id.as_str()).to_owned())
    };
    assert_eq!(beside("2014-01-15"), ["", "first"]);
    assert_eq!(beside("2014-12-01"), ["first", "last"]);
    assert_eq!(beside(LAST_DAY), ["last", ""]);
}

/// Two copies made one, which must not depend on which of them is here.
fn merged(here: &Record, other: &Record) -> Record {
    let one = merge(here, other).record;
    assert_eq!(one, merge(other, here).record);
    assert_eq!(one, merge(&one, other).record, "and once more changes nothing");
    one
}

/// A later edit of a copy, with its stamps.
fn later(record: &Record, at: u64, edits: impl IntoIterator<Item = Edit>) -> Record {
    let mut copy = record.clone();
    for edit in edits {
        let before = copy.clone();
        apply(&mut copy, "2015-09-01", [edit]);
        copy.stamp_changes(Some(&before), at);
    }
    copy
}

#[test]
fn on_two_devices_it_comes_to_the_same_place() {
    let start_with = rated_twice();
    let typed = later(&start_with, 2000, [paper("paper", "2014-01-15"), rate("paper", "a", 2)]);
    let kept = later(&typed, 3000, [finish("paper")]);
    let in_order = "paper baseline, first interim, last interim, new interim";
    let rated = later(&start_with, 1000, [start("new", Sitting::All), rate("new", "a", 9)]);
    let both = merged(&rated, &kept);
    assert_eq!(times(&both), in_order);
    assert_eq!(both.under_way().map(|on| on.id.as_str()), Some("new"), "what is under way stays so");
    // One that was not over on its own device is ended by what was begun on the other.
    let both = merged(&rated, &typed);
    assert_eq!(both.under_way().map(|on| on.id.as_str()), Some("new"));
    assert_eq!(times(&later(&both, 4000, [finish("new")])), in_order);
    assert_eq!(times(&later(&both, 4000, [start("next", Sitting::All)])), [in_order, ", next interim"].concat());
}

#[test]
fn what_is_typed_is_a_number_of_the_scale_or_nothing() {
    let mut form = blank().instrument;
    let value = |value| Some(Answer::Value(value));
    for (text, expected) in [
        ("", Some(Answer::Blank)),
        ("  ", Some(Answer::Blank)),
        ("0", value(0)),
        ("10", value(10)),
        (" 7 ", value(7)),
        ("07", value(7)),
        ("–", Some(Answer::DoesNotApply)),
        ("-", Some(Answer::DoesNotApply)),
        ("11", None),
        ("999", None),
        ("-1", None),
        ("+7", None),
        ("7.5", None),
        ("7,5", None),
        ("seven", None),
    ] {
        assert_eq!(form.typed(text), expected, "“{text}”");
    }
    form.may_not_apply = false;
    assert_eq!(form.typed("–"), None, "where that is no answer");
    form.scale = Scale { min: 1, max: 5 };
    assert_eq!((form.typed("0"), form.typed("1"), form.typed("6")), (None, value(1), None));
}

#[test]
fn a_wheel_to_fill_in_has_every_number_and_nothing_outside_it() {
    for (spokes, scale) in
        [(8, Scale::CONSTRUCT), (12, Scale::CONSTRUCT), (20, Scale { min: 1, max: 5 }), (1, Scale::CONSTRUCT)]
    {
        let scene = wheel_to_fill(spokes, scale);
        let mut numbers = Vec::new();
        for shape in &scene.shapes {
            if let Shape::Text { at, text, size, .. } = shape {
                let room = (size / 2.0)..=(scene.width - size / 2.0);
                assert!(room.contains(&at.x) && room.contains(&at.y), "{text} of {spokes}");
                numbers.push(text.parse::<usize>().unwrap());
            }
        }
        let rings = usize::from(scale.min)..=usize::from(scale.max);
        assert_eq!(numbers, (1..=spokes).chain(rings).collect::<Vec<_>>(), "{spokes}");
    }
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn papers_stand_in_the_order_of_their_days(mut record in any_beginning(), edits in any_edits()) {
        let mut latest = Date::MIN;
        for (edit, today) in edits {
            _ = record.apply(edit.clone(), today);
            latest = latest.max(today);
            let over: Vec<(Date, bool)> = record.over().map(|on| (on.rated_on, on.on_paper)).collect();
            for (at, (from, _)) in over.iter().enumerate().filter(|(_, (_, on_paper))| *on_paper) {
                prop_assert!(*from <= latest, "from a day to come after {edit:?}");
                let later = over[..at].iter().filter(|(other, on_paper)| *on_paper && other > from).count();
                prop_assert_eq!(later, 0, "after {:?}", edit);
            }
        }
    }
}
