//! How two people see one chart: what is counted, what is talked about; what is sent to be rated and what comes back.
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::sync::Arc;

use common::bench::open;
use common::random::{any_stamped_record, cases};
use common::{add, apply, blank, broken_rule, day, fixture, item, occasion, rate, rated_on};
use proptest::prelude::*;
use roundel::analysis::{Agreement, SeenByTwo, TO_TALK_ABOUT, TwoViews, two_views};
use roundel::chart::{LayerStyle, Reading, wheel_of_views};
use roundel::codec::{OpenedFile, Shared, read_link, write_file, write_link};
use roundel::domain::{Answer, Choice, Edit, Extra, Occasion, Rater, Record, Sitting, Wish, merge};
use roundel::state::{Ask, Family, Format, Route, Unit};

fn views_of(record: &Record, view: &str) -> TwoViews {
    two_views(record, record.occasion(&occasion(view)).unwrap()).unwrap()
}

/// Begins a view called `label`.
fn begin_view(id: &str, label: &str) -> Edit {
    Edit::StartOccasion { occasion: occasion(id), sitting: Sitting::View(label.into()) }
}

/// Three attributes, all rated and finished on 13 July 2015, then by somebody else who has not finished.
fn handed_over() -> Record {
    let mut record = rated_on("2015-07-13");
    apply(&mut record, "2015-07-13", [rate("first", "b", 6), rate("first", "c", 2), Edit::Finish(occasion("first"))]);
    apply(&mut record, "2015-09-01", [begin_view("view", "Sam"), rate("view", "b", 9)]);
    record
}

fn given_as(format: Format, record: &Record) -> Record {
    record.given(&format.leaves_out(format.usual_choice(), record))
}

#[test]
fn the_counts_and_the_two_largest_differences() {
    let record = fixture("three-times");
    let both = views_of(&record, "mentor");
    assert_eq!(both.own.id, occasion("end"), "the owner's newest time by then");
    assert_eq!(both.agreement(), Agreement { both: 10, same: 1, within_one: 9 });
    let talk: Vec<_> = both.to_talk_about().iter().map(|seen| (seen.item.id.as_str(), seen.difference())).collect();
    assert_eq!(talk, [("a09", Some(2)), ("a01", Some(1))], "of equal ones the first of the chart");
    // Said not to apply by the one, it has no difference.
    let without: Vec<_> = both.not_compared().map(|seen| seen.item.id.as_str()).collect();
    assert_eq!(without, ["a05"]);
    let wheel = wheel_of_views(&record, &both);
    assert_eq!(wheel.layers.iter().map(|layer| layer.style).collect::<Vec<_>>(), [LayerStyle::Now, LayerStyle::Other]);
    let ninth = both.items.iter().position(|seen| seen.item.id == item("a09")).unwrap();
    assert_eq!([0, 1].map(|layer| wheel.layers[layer].readings[ninth]), [Reading::Value(5), Reading::Value(7)]);
}

#[test]
fn an_early_view_stands_beside_the_time_before_it_or_else_the_first() {
    let mut record = fixture("three-times");
    let at = record.occasions.iter().position(|on| on.id == occasion("mentor")).unwrap();
    let mut on = |day_of: &str| {
        Arc::make_mut(&mut record.occasions[at]).rated_on = day(day_of);
        views_of(&record, "mentor").own
    };
    assert_eq!(on("2024-06-24").id, occasion("summer"));
    // What a quick update did not ask stands as it was.
    let winter = on("2025-01-20");
    assert_eq!((winter.id.as_str(), winter.answer(&item("a01"))), ("winter", Answer::Value(7)));
    assert_eq!(on("2020-01-01").id, occasion("start"));
}

#[test]
fn where_all_is_equal_there_is_nothing_to_talk_about_and_where_nothing_is_rated_nothing_to_set_beside() {
    let mut record = handed_over();
    let view = |record: &Record| record.occasion(&occasion("view")).unwrap().clone();
    apply(&mut record, "2015-09-01", [rate("view", "b", 6), rate("view", "a", 4)]);
    let both = two_views(&record, &view(&record)).unwrap();
    assert_eq!((both.agreement(), both.to_talk_about().len()), (Agreement { both: 2, same: 2, within_one: 2 }, 0));
    assert_eq!(two_views(&record, record.occasion(&occasion("first")).unwrap()), None, "one's own is no other's");
    let mut asked = given_as(Format::AskView, &record);
    apply(&mut asked, "2015-09-01", [begin_view("v", ""), rate("v", "a", 1), Edit::Finish(occasion("v"))]);
    assert_eq!(two_views(&asked, asked.occasion(&occasion("v")).unwrap()), None);
}

#[test]
fn while_somebody_else_rates_nothing_is_shown_and_afterwards_the_device_goes_back() {
    let mut record = handed_over();
    assert!(record.is_rating_again() && record.shown().is_none());
    assert_eq!(record.view_under_way().map(|on| on.id.clone()), Some(occasion("view")));
    assert_eq!(record.views().count(), 0, "it is not finished");
    apply(&mut record, "2015-09-01", [Edit::Finish(occasion("view"))]);
    assert!(!record.is_rating_again() && record.view_under_way().is_none());
    assert_eq!(record.shown().unwrap().id, occasion("first"), "it is no time of the owner's own");
    let back = |record: &Record| Route::after_rating(record, &occasion("view")).map(|route| route.to_hash());
    assert_eq!(back(&record).as_deref(), Some("#/chart/chart/hand-back/view"));
    // On somebody else's chart: to both, or to what is sent back where the owner's ratings are not here.
    record.held_since = Some(day("2015-08-30"));
    assert_eq!(back(&record).as_deref(), Some("#/chart/chart/views/view"));
    record.occasions.remove(0);
    assert_eq!(back(&record).as_deref(), Some("#/chart/chart/give/view"));
}

#[test]
fn words_without_a_number_are_hidden_from_somebody_else_too() {
    let mut record = blank();
    apply(&mut record, "2014-06-13", [add("a", "Planning")]);
    let why = Edit::Why { occasion: occasion("first"), item: item("a"), text: "SAYS-WHY".into() };
    apply(&mut record, "2014-06-13", [why, Edit::Finish(occasion("first")), begin_view("view", "")]);
    assert!(record.is_rating_again());
}

#[test]
fn a_copy_without_its_times_asks_for_a_view_and_what_never_had_any_does_not() {
    let asked = given_as(Format::AskView, &handed_over());
    assert!(asked.asks_for_a_view());
    let mut only_its_head = handed_over();
    only_its_head.occasions.clear();
    assert!(!only_its_head.asks_for_a_view(), "one's own that came to harm is one's own");
    assert!(!given_as(Format::File, &handed_over()).asks_for_a_view());
}

#[test]
fn a_view_that_was_only_looked_into_leaves_no_trace() {
    let mut asked = given_as(Format::AskView, &handed_over());
    apply(&mut asked, "2015-09-01", [begin_view("v", "Sam")]);
    assert!(!asked.is_being_made(), "nobody makes it here");
    apply(&mut asked, "2015-09-01", [Edit::Finish(occasion("v"))]);
    assert_eq!(asked.occasions.len(), 0);
}

#[test]
fn a_view_goes_on_where_it_was_left() {
    let mut asked = given_as(Format::AskView, &handed_over());
    asked.making.step = roundel::domain::Step::Closing;
    asked.held_since = Some(day("2015-08-30"));
    let bench = open(vec![asked]);
    let id = &bench.chart().id;
    let begun = bench.app.rate(id, Sitting::View("Sam".into())).unwrap();
    bench.edit(rate(begun.as_str(), "a", 3));
    assert_eq!(bench.chart().under_way().map(|on| on.id.clone()), Some(begun.clone()), "a number does not end it");
    assert_eq!(bench.app.rate(id, Sitting::View("Sam".into())), Some(begun.clone()));
    let before = bench.chart();
    assert_eq!(Route::of_step(&before, roundel::domain::Step::Rate), Route::to_rate(&before, begun));
}

#[test]
fn whoever_has_the_phone_takes_back_what_they_rated_and_not_that_they_rate() {
    let mut record = handed_over();
    record.occasions.pop();
    let bench = open(vec![record]);
    let unit = Unit::Record(bench.chart().id);
    bench.edit(Edit::Companion("Sam".into()));
    assert!(bench.app.can_undo_on(Some(&unit)));
    let view = bench.app.rate(&bench.chart().id, Sitting::View("Sam".into())).unwrap();
    assert!(!bench.app.can_undo_on(Some(&unit)));
    bench.edit(rate(view.as_str(), "a", 3));
    assert!(bench.app.can_undo_on(Some(&unit)));
    bench.app.undo();
    assert!(!bench.app.can_undo_on(Some(&unit)) && bench.chart().view_under_way().is_some());
}

#[test]
fn what_its_owner_has_under_way_is_not_rated_on_by_somebody_else() {
    let mut record = rated_on("2015-07-13");
    record.held_since = Some(day("2015-07-13"));
    let bench = open(vec![record]);
    let begun = bench.app.rate(&bench.chart().id, Sitting::View(String::new())).unwrap();
    assert_ne!(begun, occasion("first"));
    assert_eq!(bench.chart().latest().unwrap().rater, Rater::Other(String::new()));
    let owners = || bench.chart().occasion(&occasion("first")).unwrap().clone();
    let as_it_came = owners();
    bench.app.edit(&bench.chart().id, rate(begun.as_str(), "a", 3));
    bench.app.edit(&bench.chart().id, rate("first", "a", 3));
    bench.app.edit(&bench.chart().id, Edit::Finish(begun));
    assert_eq!(owners(), as_it_came, "not ended and not rated in");
    assert_eq!(bench.chart().under_way(), None, "nor gone on with here");
    assert!(!bench.chart().is_being_made());
}

#[test]
fn a_view_that_comes_while_the_first_is_made_ends_and_renames_nothing() {
    let mut own = blank();
    apply(&mut own, "2015-06-13", [add("a", "Planning")]);
    let view = |own: &Record| {
        let mut theirs = given_as(Format::AskView, own);
        apply(&mut theirs, "2015-06-13", [begin_view("v", "Sam"), rate("v", "a", 3), Edit::Finish(occasion("v"))]);
        theirs
    };
    let both = roundel::domain::merge(&own, &view(&own)).record;
    assert!(both.is_being_made(), "the making goes on");
    assert_eq!(both.under_way().map(|on| on.id.as_str()), Some("first"));
    assert_eq!(both.left(day("2016-06-13")), None, "it waits for its first rating as long as it takes");
    let mut closed = both.clone();
    let closing = Edit::At(roundel::domain::Step::Closing);
    apply(&mut closed, "2015-06-14", [rate("first", "a", 5), closing]);
    assert!(closed.occasion(&occasion("first")).unwrap().finished && closed.under_way().is_none());
    // Nothing is rated: it stays, as it does where it is alone.
    let mut ended = both;
    apply(&mut ended, "2015-06-14", [Edit::Finish(occasion("first"))]);
    assert!(ended.occasion(&occasion("first")).is_some());
    // What somebody else has rated before is no first time.
    let mut asked = given_as(Format::AskView, &own);
    apply(&mut asked, "2015-06-13", [begin_view("v", "Sam"), rate("v", "a", 3), Edit::Finish(occasion("v"))]);
    let all = Edit::StartOccasion { occasion: occasion("mine"), sitting: Sitting::All };
    apply(&mut asked, "2015-06-14", [all]);
    assert_eq!(asked.occasion(&occasion("mine")).unwrap().kind, roundel::domain::Kind::Baseline);
}

/// What a blank copy must not say, whatever is chosen.
const OWNERS: [&str; 9] = [
    "SAYS-WHY",
    "SAYS-EXAMPLE",
    "SAYS-TARGET",
    "SAYS-CONTEXT",
    "SAYS-WISH",
    "SAYS-IDEA",
    "SAYS-CODE",
    "SAYS-OTHERS",
    "SAYS-OLD",
];

/// A chart with a word of the owner's in all there is, and a view of somebody else. SYNTHETIC.
fn full() -> Record {
    let mut record = rated_on("2015-07-13");
    let on = |text: &str| (occasion("first"), item("a"), text.to_owned());
    let ((o1, i1, why), (o2, i2, example)) = (on("SAYS-WHY"), on("SAYS-EXAMPLE"));
    let edits = [
        Edit::Owner("SAYS-NAME".into()),
        Edit::Companion("SAYS-COMPANION".into()),
        Edit::Code("SAYS-CODE".into()),
        Edit::Why { occasion: o1, item: i1, text: why },
        Edit::Example { occasion: o2, item: i2, text: example },
        Edit::Context { occasion: occasion("first"), text: "SAYS-CONTEXT".into() },
        Edit::Wish(Wish::Aim, "SAYS-WISH".into()),
        Edit::Ideas(vec!["SAYS-IDEA".into()]),
        Edit::AddTarget { target: common::target("t"), item: Some(item("a")) },
        Edit::TargetWhat { target: common::target("t"), text: "SAYS-TARGET".into() },
        add("old", "SAYS-OLD"),
        rate("first", "old", 7),
        Edit::RemoveItem(item("old")),
        Edit::NextLook(Some(day("2015-12-24"))),
        Edit::Finish(occasion("first")),
        begin_view("others", "SAYS-OTHERS"),
        rate("others", "a", 8),
        Edit::Finish(occasion("others")),
    ];
    apply(&mut record, "2015-07-13", edits);
    record.stamp_changes(Some(&rated_on("2015-07-13")), 60_000);
    record
}

/// The file that a record makes, and what its link carries, read again and written as a file.
fn bytes(record: &Record) -> [String; 2] {
    let file = |record: &Record| write_file(&[record], day("2015-09-01"));
    let link = write_link(&Shared::Record(record.clone()), &[]).unwrap();
    let Shared::Record(read) = read_link(&link, &[]).unwrap().shared else { return Default::default() };
    [file(record), file(&read)]
}

#[test]
fn a_blank_copy_holds_nothing_that_anybody_has_rated_or_said() {
    let record = full();
    let copy = given_as(Format::AskView, &record);
    assert!(copy.occasions.is_empty() && copy.targets.is_empty() && copy.next_look.is_none());
    assert_eq!(copy.items().map(|item| item.text.as_str()).collect::<Vec<_>>(), ["Planning", "Feedback", "Voice"]);
    for text in bytes(&copy) {
        for word in OWNERS.iter().chain(&["SAYS-NAME", "SAYS-COMPANION", "\"answer\"", "2015-12-24"]) {
            assert!(!text.contains(word), "{word}");
        }
    }
    // A choice of before, or one that was tampered with, opens nothing but the name.
    let all = Format::AskView.leaves_out(Choice::default(), &record);
    for text in bytes(&record.given(&all)) {
        assert!(text.contains("SAYS-NAME") && text.contains("SAYS-COMPANION"));
        assert!(OWNERS.iter().all(|word| !text.contains(word)));
    }
}

#[test]
fn what_is_sent_back_holds_only_what_somebody_else_has_rated() {
    let mut held = full();
    held.held_since = Some(day("2015-08-30"));
    let why = Edit::Why { occasion: occasion("view"), item: item("a"), text: "SEEN-SO".into() };
    apply(&mut held, "2015-09-01", [begin_view("view", "Sam"), rate("view", "a", 9), why]);
    apply(&mut held, "2015-09-01", [Edit::Finish(occasion("view"))]);
    let given = given_as(Format::View, &held);
    assert!(given.all_occasions().all(|on| on.rater != Rater::Me));
    for text in bytes(&given) {
        assert!(text.contains("SEEN-SO"));
        assert!(["SAYS-WHY", "SAYS-TARGET", "SAYS-NAME", "SAYS-CONTEXT"].iter().all(|word| !text.contains(word)));
    }
    let mut without = Format::View.usual_choice();
    without.without.set(Extra::Reasons, true);
    let given = held.given(&Format::View.leaves_out(without, &held));
    assert!(!bytes(&given)[0].contains("SEEN-SO"));
    assert_eq!(given.occasion(&occasion("view")).unwrap().answer(&item("a")), Answer::Value(9));
}

#[test]
fn the_formats_suit_whom_they_are_for() {
    let links = |record: &Record| Format::of(Family::Link, record);
    let mut record = full();
    assert!(links(&record).contains(&Format::AskView) && !links(&record).contains(&Format::View));
    record.held_since = Some(day("2015-08-30"));
    assert!(!links(&record).contains(&Format::AskView));
    assert!(!links(&record).contains(&Format::View), "what others have rated is not for this one to send");
    apply(&mut record, "2015-09-01", [begin_view("mine", "Kim"), rate("mine", "a", 9), Edit::Finish(occasion("mine"))]);
    assert!(links(&record).contains(&Format::View));
    let back = given_as(Format::View, &record);
    assert_eq!(back.occasions.iter().map(|on| on.id.as_str()).collect::<Vec<_>>(), ["mine"]);
    assert!(back.noted_here.is_empty(), "it is for its owner to say what is theirs");
    assert!(!links(&blank()).contains(&Format::AskView), "there is nothing to rate");
    for format in [Format::AskView, Format::View] {
        assert_eq!(Format::named(format.name()), Some(format));
    }
    let begin = Route::Begin { record: record.id.clone(), ask: Ask::View };
    assert_eq!(Route::parse(&begin.to_hash()), begin);
}

#[test]
fn what_comes_back_stands_beside_what_is_here_and_ends_nothing() {
    let mut mine = full();
    let mut theirs = given_as(Format::AskView, &mine);
    theirs.held_since = Some(day("2015-08-30"));
    let was = theirs.clone();
    apply(&mut theirs, "2015-09-01", [begin_view("view", "Sam"), rate("view", "a", 9), Edit::Finish(occasion("view"))]);
    theirs.stamp_changes(Some(&was), 120_000);
    // Meanwhile the owner has begun to rate again.
    let again = Edit::StartOccasion { occasion: occasion("again"), sitting: Sitting::All };
    apply(&mut mine, "2015-09-02", [again, rate("again", "a", 5)]);
    let back = given_as(Format::View, &theirs);
    let bench = open(vec![mine.clone()]);
    let opened = bench.app.take_in(OpenedFile { records: vec![back.clone()], ..OpenedFile::default() });
    assert_eq!(opened.merged.len(), 1);
    let merged = merge(&mine, &back);
    assert_eq!((merged.came.occasions, merged.came.ratings), (1, 1));
    assert_eq!(merged.record.under_way().map(|on| on.id.clone()), Some(occasion("again")));
    assert!(merged.record.is_rating_again(), "and what came is as hidden as the rest");
    assert_eq!((merged.record.owner.as_str(), merged.record.targets.len()), ("SAYS-NAME", 1));
    assert_eq!(merged.record.held_since, None);
    let both = views_of(&merged.record, "view");
    assert_eq!((both.own.id.as_str(), both.agreement().both), ("first", 1));
}

/// The same ratings, each as if the other had made them.
fn swapped(both: &TwoViews) -> TwoViews {
    let mut other = both.clone();
    std::mem::swap(&mut other.own, &mut other.other);
    other.items.iter_mut().for_each(|seen| std::mem::swap(&mut seen.own, &mut seen.other));
    other
}

fn view_with(record: &Record, values: &[Option<u8>]) -> Occasion {
    let items: Vec<_> = record.instrument.items.iter().map(|item| item.id.clone()).collect();
    let mut view = Occasion::new(occasion("a view"), roundel::domain::Kind::Interim, day("2030-01-01"), items.clone());
    view.rater = Rater::Other("Sam".into());
    for (id, value) in items.iter().zip(values) {
        let scale = record.instrument.scale;
        let answer = value.map_or(Answer::Blank, |value| Answer::Value(value.clamp(scale.min, scale.max)));
        view.ratings.get_mut(id).unwrap().answer = answer;
    }
    view
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn differences_are_counted_once_and_turn_with_the_sides(
        record in any_stamped_record(),
        values in prop::collection::vec(prop::option::of(0..=10u8), 30),
    ) {
        let view = view_with(&record, &values);
        let Some(both) = two_views(&record, &view) else { return Ok(()) };
        let number = |on: &Occasion, seen: &SeenByTwo| on.answer(&seen.item.id).value();
        for seen in &both.items {
            let rated = number(&both.own, seen).is_some() && number(&both.other, seen).is_some();
            prop_assert_eq!(seen.difference().is_some(), rated, "blank is never counted");
        }
        let all = both.agreement();
        prop_assert!(all.same <= all.within_one && all.within_one <= all.both);
        prop_assert_eq!(all.both, both.compared().count());
        prop_assert_eq!(all.both + both.not_compared().count(), both.items.len());
        let turned = swapped(&both);
        prop_assert_eq!(turned.agreement(), all);
        for (one, other) in both.items.iter().zip(&turned.items) {
            prop_assert_eq!(one.difference().map(|by| -by), other.difference());
        }
        let talk = both.to_talk_about();
        prop_assert!(talk.len() <= TO_TALK_ABOUT);
        prop_assert_eq!(talk.len(), TO_TALK_ABOUT.min(all.both - all.same));
        let least = talk.iter().filter_map(|seen| seen.difference()).map(i16::abs).min().unwrap_or(0);
        let larger = both.items.iter().filter_map(SeenByTwo::difference).filter(|by| by.abs() > least).count();
        prop_assert!(talk.is_empty() || larger < TO_TALK_ABOUT, "none that is larger is left out");
    }

    #[test]
    fn a_blank_copy_of_anything_is_blank(record in any_stamped_record()) {
        let copy = given_as(Format::AskView, &record);
        prop_assert_eq!(broken_rule(&copy), None);
        prop_assert!(copy.occasions.is_empty() && copy.targets.is_empty() && copy.conversations.is_empty());
        prop_assert!(copy.items().map(|item| &item.id).eq(record.items().map(|item| &item.id)));
        let merged = merge(&record, &copy);
        prop_assert!(merged.record.reads_as(&record), "it takes nothing away where it comes from");
    }
}
