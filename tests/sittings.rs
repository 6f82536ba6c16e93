//! What stands beside the times that follow each other: a quick update, looking back, the first time once more, another's
//! view; what each asks, and what takes it for a time of its own.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::collections::BTreeSet;
use std::sync::Arc;

use common::random::{any_beginning, any_edits, any_record, cases};
use common::{add, apply, blank, day, item, occasion, rate, reword};
use proptest::prelude::*;
use roundel::domain::{
    Answer, Edit, ItemId, Kind, Occasion, OccasionId, Overall, Rater, Rating, Record, Sitting, is_paper_day,
};

const FIRST_DAY: &str = "2014-06-13";
const LATER: &str = "2014-12-01";
const LAST_DAY: &str = "2015-07-13";

fn start(id: &str, sitting: Sitting) -> Edit {
    Edit::StartOccasion { occasion: occasion(id), sitting }
}

fn quick(items: &[&str]) -> Sitting {
    Sitting::Quick(items.iter().map(|id| item(id)).collect())
}

fn back(to: &str) -> Sitting {
    Sitting::LookingBack(occasion(to))
}

/// `a`, `b` and `c`; the first two rated on the first time, `first`, which is over.
fn rated_once() -> Record {
    let mut record = blank();
    apply(&mut record, FIRST_DAY, ["a", "b", "c"].map(|id| add(id, id)));
    apply(&mut record, FIRST_DAY, [rate("first", "a", 4), rate("first", "b", 6), Edit::Finish(occasion("first"))]);
    record
}

/// As [`rated_once`], then `a` in a quick update, `quick`, and all once more, `last`, which is over.
fn rated_on() -> Record {
    let mut record = rated_once();
    apply(&mut record, LATER, [start("quick", quick(&["a"])), rate("quick", "a", 5)]);
    apply(&mut record, LAST_DAY, [start("last", Sitting::All), rate("last", "a", 7), rate("last", "b", 6)]);
    apply(&mut record, LAST_DAY, [rate("last", "c", 2), Edit::Finish(occasion("last"))]);
    record
}

/// As [`rated_on`], then looked back at the first time.
fn looked_back() -> Record {
    let mut record = rated_on();
    apply(&mut record, LAST_DAY, [start("back", back("first")), rate("back", "a", 2), Edit::Finish(occasion("back"))]);
    record
}

fn asked(record: &Record, on: &str) -> String {
    let on = record.occasion(&occasion(on)).unwrap();
    on.ratings.keys().map(ItemId::as_str).collect::<Vec<_>>().join(" ")
}

fn id(occasion: Option<&Occasion>) -> Option<&str> {
    occasion.map(|occasion| occasion.id.as_str())
}

#[test]
fn a_quick_update_asks_what_was_chosen_and_still_takes_part() {
    let mut record = rated_once();
    apply(&mut record, LATER, [Edit::RemoveItem(item("b")), start("quick", quick(&["c", "b", "unknown", "c", "a"]))]);
    let latest = record.latest().unwrap();
    assert_eq!((asked(&record, "quick").as_str(), latest.quick, latest.kind), ("a c", true, Kind::Interim));
    assert_eq!(record.progress(latest), (0, 2));
}

#[test]
fn a_sitting_that_has_nothing_to_ask_is_not_begun() {
    let check = |name: &str, record: &Record, sitting: Sitting| {
        let mut after = record.clone();
        apply(&mut after, LATER, [start("new", sitting)]);
        assert_eq!(after, *record, "{name}");
    };
    let unrated = {
        let mut record = blank();
        apply(&mut record, FIRST_DAY, [add("a", "A")]);
        record
    };
    check("nothing chosen", &rated_once(), quick(&[]));
    check("only what is not there", &rated_once(), quick(&["unknown"]));
    check("looking back at no time", &rated_once(), back("unknown"));
    check("once more what was never rated", &unrated, Sitting::Steady);
    let mut other = rated_once();
    apply(&mut other, LATER, [add("d", "D"), start("second", quick(&["c"])), rate("second", "c", 1)]);
    apply(&mut other, LATER, [Edit::Finish(occasion("second")), Edit::RemoveItem(item("c"))]);
    check("looking back at what is set aside", &other, back("second"));
}

#[test]
fn looking_back_asks_what_was_there_then_about_that_day() {
    let mut record = rated_on();
    apply(&mut record, LAST_DAY, [add("d", "New"), Edit::RemoveItem(item("b")), start("back", back("first"))]);
    apply(&mut record, "2015-07-15", [rate("back", "a", 2)]);
    let latest = record.latest().unwrap();
    assert_eq!((asked(&record, "back").as_str(), latest.kind, latest.quick), ("a c", Kind::Retrospective, false));
    assert_eq!((latest.rated_on, latest.refers_to), (day("2015-07-15"), day(FIRST_DAY)), "dated by its first rating");
    assert_eq!(record.occasions[0].answer(&item("a")), Answer::Value(4), "in addition, never instead");
}

#[test]
fn the_first_time_once_more_asks_what_was_there_the_first_time() {
    let mut record = rated_once();
    apply(&mut record, "2014-06-20", [add("d", "New"), Edit::RemoveItem(item("b")), start("again", Sitting::Steady)]);
    apply(&mut record, "2014-06-21", [rate("again", "a", 5)]);
    let latest = record.latest().unwrap();
    assert_eq!((asked(&record, "again").as_str(), latest.kind), ("a c", Kind::SecondBaseline));
    assert_eq!((latest.rated_on, latest.refers_to), (day("2014-06-21"), day("2014-06-21")));
}

#[test]
fn an_item_added_while_looking_back_is_not_put_on_it() {
    for (sitting, put_on) in
        [(back("first"), false), (Sitting::Steady, false), (quick(&["a"]), true), (Sitting::All, true)]
    {
        let mut record = rated_once();
        apply(&mut record, LATER, [start("new", sitting.clone()), add("d", "New"), rate("new", "d", 3)]);
        assert_eq!(record.occasions[1].has(&item("d")), put_on, "{sitting:?}");
        let mut replaced = rated_once();
        let different = Edit::DifferentThing { item: item("a"), new: item("n") };
        apply(&mut replaced, LATER, [start("new", sitting.clone()), reword("a", "Other", ""), different]);
        assert_eq!(replaced.occasions[1].has(&item("n")), put_on, "a different thing: {sitting:?}");
        assert!(!replaced.occasions[1].has(&item("a")), "{sitting:?}");
    }
}

#[test]
fn what_was_not_asked_is_not_rated() {
    for sitting in [quick(&["a"]), back("quick"), Sitting::Steady] {
        let mut record = rated_on();
        apply(&mut record, LAST_DAY, [add("d", "New"), start("new", sitting.clone())]);
        let before = record.clone();
        apply(&mut record, LAST_DAY, [rate("new", "d", 3)]);
        assert_eq!(record, before, "{sitting:?}");
    }
}

#[test]
fn only_the_times_that_follow_each_other_are_called_otherwise() {
    const BESIDE: [Kind; 2] = [Kind::Retrospective, Kind::SecondBaseline];
    let call = |record: &Record, on: &str, kind: Kind| {
        let mut record = record.clone();
        apply(&mut record, LAST_DAY, [Edit::OccasionKind { occasion: occasion(on), kind }]);
        record.occasion(&occasion(on)).unwrap().kind
    };
    let mut record = looked_back();
    for (on, was) in [("first", Kind::Baseline), ("quick", Kind::Interim), ("last", Kind::Interim)] {
        for kind in [Kind::Baseline, Kind::Interim, Kind::Final] {
            assert_eq!(call(&record, on, kind), kind);
        }
        for kind in BESIDE {
            assert_eq!(call(&record, on, kind), was);
        }
    }
    assert_eq!(call(&record, "back", Kind::Final), Kind::Retrospective);
    assert_eq!(call(&record, "back", Kind::SecondBaseline), Kind::Retrospective);
    Arc::make_mut(&mut record.occasions[2]).rater = Rater::Other("mentor".into());
    assert_eq!(call(&record, "last", Kind::Final), Kind::Interim, "another's view");
}

#[test]
fn what_stands_beside_the_times_is_none_of_them() {
    let times = |record: &Record| {
        let all = (record.newest(), record.first(), record.shown());
        (id(all.0).map(String::from), id(all.1).map(String::from), id(all.2).map(String::from), record.last_rated())
    };
    let plain = times(&rated_on());
    let named = |name: &str| Some(name.to_owned());
    assert_eq!(plain, (named("last"), named("first"), named("last"), Some(day(LAST_DAY))));
    for (kind, rater) in [
        (Kind::Retrospective, Rater::Me),
        (Kind::SecondBaseline, Rater::Me),
        (Kind::Final, Rater::Other(String::new())),
        (Kind::Baseline, Rater::Other("mentor".into())),
    ] {
        let mut record = rated_on();
        for at in [0, 4] {
            let beside = Occasion::clone(&record.occasions[2]);
            let beside = Occasion { id: occasion(&at.to_string()), kind, rater: rater.clone(), ..beside };
            let rated_on = day("2016-01-01");
            record.occasions.insert(at.min(record.occasions.len()), Arc::new(Occasion { rated_on, ..beside }));
        }
        assert_eq!(record.occasions.len(), 5);
        assert_eq!(times(&record), plain, "{kind:?} {rater:?}");
        assert_eq!(id(record.before(&occasion("4"))), Some("last"), "{kind:?} {rater:?}");
        assert_eq!(id(record.before(&occasion("first"))), None, "{kind:?} {rater:?}");
    }
}

#[test]
fn the_first_time_is_the_first_that_carries_a_number() {
    let mut record = blank();
    apply(&mut record, FIRST_DAY, [add("a", "A")]);
    assert_eq!((id(record.first()), id(record.newest())), (None, Some("first")));
    apply(&mut record, LATER, [start("second", Sitting::All), rate("second", "a", 0)]);
    assert_eq!((id(record.first()), id(record.before(&occasion("second")))), (Some("second"), None));
}

#[test]
fn any_two_of_the_owners_own_times_can_be_set_side_by_side() {
    let comparable =
        |record: &Record| record.comparable().iter().map(|on| on.id.to_string()).collect::<Vec<_>>().join(" ");
    assert_eq!(comparable(&looked_back()), "first quick last", "not one looked back on");
    let mut record = rated_once();
    assert_eq!(comparable(&blank()), "");
    apply(&mut record, "2014-06-20", [start("again", Sitting::Steady), rate("again", "a", 5)]);
    assert_eq!(comparable(&record), "first", "not what is under way");
    apply(&mut record, "2014-06-20", [Edit::Finish(occasion("again"))]);
    assert_eq!(comparable(&record), "first again");
    apply(&mut record, LATER, [start("words", Sitting::All)]);
    apply(&mut record, LATER, [Edit::Context { occasion: occasion("words"), text: "(synthetic)".into() }]);
    apply(&mut record, LATER, [Edit::Finish(occasion("words"))]);
    assert_eq!(comparable(&record), "first again", "not one without a number");
    for occasion in record.occasions.iter_mut().map(Arc::make_mut) {
        occasion.rater = Rater::Other("mentor".into());
    }
    assert_eq!(comparable(&record), "", "not another's, whatever it is called");
}

#[test]
fn what_a_quick_update_did_not_ask_stands_as_it_was() {
    let mut record = rated_once();
    apply(&mut record, LATER, [start("one", quick(&["a"])), rate("one", "a", 5)]);
    apply(&mut record, LATER, [start("two", quick(&["b"])), rate("two", "b", 9)]);
    let values = |record: &Record, on: &str| {
        let standing = record.standing(record.occasion(&occasion(on)).unwrap());
        ["a", "b", "c"].map(|id| standing.ratings.get(&item(id)).map(|rating| rating.answer))
    };
    let (n, blank) = (|value| Some(Answer::Value(value)), Some(Answer::Blank));
    assert_eq!(values(&record, "first"), [n(4), n(6), blank], "what asked all stands alone");
    assert_eq!(values(&record, "one"), [n(5), n(6), blank]);
    assert_eq!(values(&record, "two"), [n(5), n(9), blank], "over several updates");
    let standing = record.standing(&record.occasions[2]);
    assert_eq!((standing.id.as_str(), standing.quick), ("two", true), "it is still the update");
    apply(&mut record, LAST_DAY, [start("last", Sitting::All), start("back", back("first")), rate("back", "b", 1)]);
    apply(&mut record, LAST_DAY, [start("three", quick(&["a"])), rate("three", "a", 8)]);
    assert_eq!(values(&record, "three"), [n(8), blank, blank], "no further than the last that asked all, and not back");
    let asked = |on: &str, id: &str| {
        let on = record.occasion(&occasion(on)).unwrap();
        record.asked_on(on, &item(id)).map(|on| on.id.to_string())
    };
    assert_eq!(asked("two", "a").as_deref(), Some("one"));
    assert_eq!(asked("two", "b").as_deref(), Some("two"));
    assert_eq!(asked("two", "c").as_deref(), Some("first"));
    assert_eq!(asked("three", "b").as_deref(), Some("last"), "looking back asked about another day");
    assert_eq!(asked("first", "unknown"), None);
    let unknown = Occasion { id: occasion("unknown"), ..Occasion::clone(&record.occasions[0]) };
    assert_eq!(record.asked_on(&unknown, &item("a")), None);
}

#[test]
fn what_was_set_aside_before_a_quick_update_does_not_stand_in_it() {
    let stands = |set_aside: &str, rated: &str| {
        let mut record = rated_once();
        let update = [start("quick", quick(&["a"])), rate("quick", "a", 5), Edit::Finish(occasion("quick"))];
        if set_aside > rated {
            apply(&mut record, rated, update.clone());
        }
        apply(&mut record, set_aside, [Edit::RemoveItem(item("b"))]);
        if set_aside <= rated {
            apply(&mut record, rated, update);
        }
        record.standing(&record.occasions[1]).answer(&item("b"))
    };
    assert_eq!(stands("2014-09-01", LATER), Answer::Blank);
    assert_eq!(stands(LATER, LATER), Answer::Blank, "on the same day");
    assert_eq!(stands("2015-01-01", LATER), Answer::Value(6), "it was there then");
}

#[test]
fn ratings_are_steadied_soon_after_the_first_time_and_once() {
    let can = |record: &Record, on: &str| record.can_be_steadied(day(on));
    let again_by = |kind| Occasion::new(occasion("beside"), kind, day(FIRST_DAY), [item("a")]);
    let once = rated_once();
    assert!(can(&once, FIRST_DAY) && can(&once, "2014-06-27"), "on the day, and 14 days later");
    assert!(!can(&once, "2014-06-28") && !can(&once, "2014-06-12"), "neither 15 days later nor before");
    assert!(!can(&blank(), FIRST_DAY), "nothing is rated");
    let mut under_way = blank();
    apply(&mut under_way, FIRST_DAY, [add("a", "A"), rate("first", "a", 1)]);
    assert!(!can(&under_way, FIRST_DAY), "it is not over");
    let mut again = once.clone();
    apply(&mut again, "2014-06-20", [start("again", Sitting::Steady)]);
    assert!(!can(&again, "2014-06-20"), "it has been begun");
    apply(&mut again, "2014-06-20", [Edit::Finish(occasion("again"))]);
    assert!(can(&again, "2014-06-21"), "it was only looked into");
    let other = Occasion { rater: Rater::Other(String::new()), ..again_by(Kind::SecondBaseline) };
    again.occasions.push(Arc::new(other));
    assert!(can(&again, "2014-06-21"), "another's says nothing of the owner's");
    let mut later = once.clone();
    apply(&mut later, "2014-06-20", [start("second", quick(&["a"])), rate("second", "a", 9)]);
    assert!(!can(&later, "2014-06-21"), "it was not the last so far");
}

#[test]
fn earlier_values_are_hidden_in_every_kind_of_later_sitting() {
    for sitting in [Sitting::All, quick(&["a"]), back("first"), Sitting::Steady] {
        let mut record = rated_once();
        apply(&mut record, "2014-06-20", [start("new", sitting.clone())]);
        assert!(record.is_rating_again(), "{sitting:?}");
        assert_eq!((id(record.shown()), id(record.before(&occasion("new")))), (None, Some("first")), "{sitting:?}");
        apply(&mut record, "2014-06-20", [rate("new", "a", 9)]);
        assert!(record.is_rating_again(), "{sitting:?}");
        apply(&mut record, "2014-06-20", [Edit::Finish(occasion("new"))]);
        let shown = if record.occasions[1].is_regular() { "new" } else { "first" };
        assert_eq!((record.is_rating_again(), id(record.shown())), (false, Some(shown)), "{sitting:?}");
    }
}

#[test]
fn a_level_of_importance_that_there_is_not_changes_nothing() {
    let importance = |level| Edit::Importance { occasion: occasion("first"), item: item("a"), level };
    let mut record = rated_once();
    let level = |record: &Record| record.occasions[0].ratings[&item("a")].importance;
    for (given, expected) in
        [(Some(1), Some(1)), (Some(5), Some(5)), (Some(0), Some(5)), (Some(6), Some(5)), (None, None)]
    {
        apply(&mut record, LATER, [importance(given)]);
        assert_eq!(level(&record), expected, "{given:?}");
    }
}

#[test]
fn a_sitting_into_which_anything_was_put_is_kept() {
    let on = || occasion("new");
    let (a, text) = (|| item("a"), || String::from("(synthetic)"));
    let question = roundel::domain::Question::Contributed;
    let check = |edits: Vec<Edit>, kept: bool| {
        for sitting in [Sitting::All, quick(&["a"]), back("first"), Sitting::Steady] {
            let mut record = rated_once();
            apply(&mut record, "2014-06-20", [start("new", sitting)]);
            apply(&mut record, "2014-06-20", edits.clone());
            apply(&mut record, "2014-06-20", [Edit::Finish(on())]);
            assert_eq!(record.occasions.len(), 1 + usize::from(kept), "{edits:?}");
        }
    };
    check(vec![], false);
    check(vec![Edit::ShowEarlier(on())], false);
    check(vec![rate("new", "a", 4)], true);
    check(vec![Edit::Importance { occasion: on(), item: a(), level: Some(3) }], true);
    check(vec![Edit::IdeaChanged { occasion: on(), item: a(), on: true }], true);
    check(vec![Edit::Context { occasion: on(), text: text() }], true);
    check(vec![Edit::Reflect { occasion: on(), question, text: text() }], true);
    check(vec![Edit::Reflect { occasion: on(), question, text: String::new() }], false);
}

/// The items that `sitting` asks, were it begun now.
fn to_be_asked(record: &Record, sitting: &Sitting) -> BTreeSet<ItemId> {
    let there = |on: Option<&Occasion>, id: &ItemId| on.is_some_and(|on| on.ratings.contains_key(id));
    let first = record.all_occasions().find(|on| on.is_regular() && on.rated_count() > 0);
    let asks = |id: &ItemId| match sitting {
        Sitting::All | Sitting::OnPaper(_) | Sitting::View(_) => true,
        Sitting::Quick(chosen) => chosen.contains(id),
        Sitting::LookingBack(to) => there(record.occasion(to), id),
        Sitting::Steady => there(first, id),
    };
    record.items().map(|item| item.id.clone()).filter(|id| asks(id)).collect()
}

fn entries(record: &Record, id: &OccasionId) -> Option<BTreeSet<ItemId>> {
    Some(record.occasion(id)?.ratings.keys().cloned().collect())
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn a_sitting_asks_what_it_is_for_and_nothing_gets_onto_it(mut record in any_beginning(), edits in any_edits()) {
        for (edit, today) in edits {
            let before = record.clone();
            _ = record.apply(edit.clone(), today);
            if let Edit::StartOccasion { occasion, sitting } = &edit && before.occasion(occasion).is_none() {
                let asked = to_be_asked(&before, sitting);
                let begun = match sitting {
                    Sitting::All => true,
                    Sitting::OnPaper(day) => is_paper_day(*day, today),
                    _ => !asked.is_empty(),
                };
                prop_assert_eq!(entries(&record, occasion), begun.then_some(asked), "{:?}", edit);
            }
            for on in before.occasions.iter().filter(|on| on.quick || !on.is_regular()) {
                let Some(entries) = entries(&record, &on.id) else { continue };
                let known = |id: &ItemId| on.has(id) || (on.is_regular() && before.item(id).is_none());
                prop_assert!(entries.iter().all(known), "{:?} on {}", edit, on.id);
            }
            let over = record.occasions.iter().rev().skip(1).all(|on| on.finished);
            prop_assert!(over, "a time before the last is not over, after {:?}", edit);
        }
    }

    #[test]
    fn what_stands_is_what_was_asked_last(record in any_record()) {
        for on in record.all_occasions().filter(|on| on.is_regular()) {
            let standing = record.standing(on);
            for (id, rating) in &standing.ratings {
                let asked = record.asked_on(on, id).and_then(|on| on.ratings.get(id)).unwrap();
                // Levels stand until they are said anew.
                let levels = (asked.needed.or(rating.needed), asked.importance.or(rating.importance));
                prop_assert_eq!(&Rating { needed: levels.0, importance: levels.1, ..asked.clone() }, rating);
            }
            let same = Occasion {
                ratings: on.ratings.clone(),
                focus: if on.focus.is_empty() { Vec::new() } else { standing.focus.clone() },
                replies: if on.replies.is_empty() { Vec::new() } else { standing.replies.clone() },
                overall: if on.overall == Overall::default() { on.overall } else { standing.overall },
                context: if on.context.is_empty() { String::new() } else { standing.context.clone() },
                ..standing.clone()
            };
            prop_assert_eq!(&same, on);
            prop_assert!(on.quick || standing.ratings.len() == on.ratings.len());
        }
    }
}

#[test]
fn a_rating_that_holds_anything_is_not_empty() {
    assert!(Rating::default().is_empty());
    assert!(!Rating { importance: Some(1), ..Rating::default() }.is_empty());
    assert!(!Rating { idea_changed: true, ..Rating::default() }.is_empty());
}
