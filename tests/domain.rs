//! What a record keeps to, whatever is done to it.
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::sync::Arc;

use common::random::{any_beginning, any_edits, cases};
use common::{add, apply, blank, broken_rule, day, item, occasion, prompt, rate, rated_on, reword, section, target};
use proptest::prelude::*;
use roundel::domain::{
    Anchor, Answer, Edit, FOCUS_MAX, ITEMS_MAX, ItemId, Kind, OccasionId, Prompt, Rating, Record, Reply, Section,
    Sitting, TooManyItems,
};

const FIRST_DAY: &str = "2014-06-13";
const LATER: &str = "2015-07-13";

/// The item and the occasion that an edit is about, when it is about a rating.
fn rating_meant(edit: &Edit) -> Option<(&OccasionId, &ItemId)> {
    match edit {
        Edit::Rate { occasion, item, .. }
        | Edit::Why { occasion, item, .. }
        | Edit::Example { occasion, item, .. }
        | Edit::Needed { occasion, item, .. }
        | Edit::Importance { occasion, item, .. }
        | Edit::IdeaChanged { occasion, item, .. } => Some((occasion, item)),
        _ => None,
    }
}

/// Ratings of earlier occasions that `edit`, which was not about them, has changed or lost.
fn lost_ratings(before: &Record, after: &Record, edit: &Edit) -> Vec<(OccasionId, ItemId)> {
    let mut lost = Vec::new();
    let current = before.latest().filter(|latest| !latest.finished).map(|latest| &latest.id);
    for occasion in before.occasions.iter().filter(|occasion| Some(&occasion.id) != current) {
        for (item, rating) in &occasion.ratings {
            let kept = after.occasion(&occasion.id).and_then(|occasion| occasion.ratings.get(item));
            if !rating.is_empty() && kept != Some(rating) && rating_meant(edit) != Some((&occasion.id, item)) {
                lost.push((occasion.id.clone(), item.clone()));
            }
        }
    }
    lost
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn any_edits_leave_a_record_that_keeps_the_rules(mut record in any_beginning(), edits in any_edits()) {
        for (edit, today) in edits {
            let before = record.clone();
            let result = record.apply(edit.clone(), today);
            prop_assert_eq!(broken_rule(&record), None, "after {:?}", edit);
            prop_assert_eq!(lost_ratings(&before, &record, &edit), vec![], "after {:?}", edit);
            if result.is_err() {
                prop_assert_eq!(&record, &before, "a refused edit changes nothing");
            }
            if record.is_audit() {
                prop_assert_eq!(&record.instrument, &before.instrument, "a list stays as it is, after {:?}", edit);
            }
        }
    }
}

#[test]
fn a_broken_rule_is_noticed() {
    let check = |name: &str, damage: &dyn Fn(&mut Record)| {
        let mut record = rated();
        assert_eq!(broken_rule(&record), None);
        damage(&mut record);
        assert!(broken_rule(&record).is_some(), "{name}");
    };
    let copy = |record: &mut Record| record.instrument.items.push(record.instrument.items[0].clone());
    check("an id twice", &copy);
    check("too many", &|record| {
        for n in 0..ITEMS_MAX {
            record
                .instrument
                .items
                .push(roundel::domain::Item { id: item(&n.to_string()), ..record.instrument.items[0].clone() });
            Arc::make_mut(&mut record.occasions[0]).ratings.insert(item(&n.to_string()), Rating::default());
        }
    });
    check("off the scale", &|record| {
        Arc::make_mut(&mut record.occasions[0]).ratings.get_mut(&item("a")).unwrap().answer = Answer::Value(11);
    });
    check("importance", &|record| {
        Arc::make_mut(&mut record.occasions[0]).ratings.get_mut(&item("a")).unwrap().importance = Some(6);
    });
    check("no entry", &|record| _ = Arc::make_mut(&mut record.occasions[0]).ratings.remove(&item("b")));
    check("unknown", &|record| {
        _ = Arc::make_mut(&mut record.occasions[0]).ratings.insert(item("x"), Rating::default());
    });
    check("focus", &|record| Arc::make_mut(&mut record.occasions[0]).focus.push(item("x")));
    check("target", &|record| {
        apply(record, FIRST_DAY, [Edit::AddTarget { target: target("t"), item: None }]);
        record.targets[0].item = Some(item("x"));
    });
    check("overall", &|record| Arc::make_mut(&mut record.occasions[0]).overall.after = Some(11));
    check("needed", &|record| record.instrument.items[0].needed = Some(11));
    check("anchor", &|record| record.instrument.anchors.push(Anchor { value: 11, words: String::new() }));
    check("section", &|record| record.instrument.items[0].section = Some(section("x")));
    check("sections apart", &|record| {
        record.instrument.sections = vec![Section { id: section("s"), name: String::new() }];
        record.instrument.items[0].section = Some(section("s"));
    });
    let reply = |rank| Reply { prompt: prompt("p"), text: String::from("(synthetic)"), rank };
    check("a reply to nothing", &|record| Arc::make_mut(&mut record.occasions[0]).replies.push(reply(None)));
    let replies = |record: &mut Record, rank: &str, ranks: &[Option<u8>]| {
        let (id, text, rank) = (prompt("p"), String::from("Which?"), rank.to_owned());
        record.instrument.prompts.push(Prompt { id, text, entries: 2, rank });
        Arc::make_mut(&mut record.occasions[0]).replies.extend(ranks.iter().map(|rank| reply(*rank)));
    };
    check("too many replies", &|record| replies(record, "", &[None, None, None]));
    check("a rank twice", &|record| replies(record, "In order", &[Some(1), Some(1)]));
    check("a rank too high", &|record| replies(record, "In order", &[Some(3)]));
    check("a rank not asked for", &|record| replies(record, "", &[Some(1)]));
}

/// Three items, `a` and `b` rated on the first occasion, `c` blank.
fn rated() -> Record {
    let mut record = rated_on(FIRST_DAY);
    apply(&mut record, FIRST_DAY, [rate("first", "b", 0)]);
    record
}

/// As [`rated`], thirteen months later, with a second occasion, `second`, begun.
fn rating_again() -> Record {
    let mut record = rated();
    apply(&mut record, FIRST_DAY, [Edit::Finish(occasion("first"))]);
    apply(&mut record, LATER, [Edit::StartOccasion { occasion: occasion("second"), sitting: Sitting::All }]);
    record
}

#[test]
fn an_edit_leaves_the_other_occasions_shared_with_the_record_before_it() {
    let before = rating_again();
    let check = |edit: Edit, shared: [bool; 2]| {
        let mut after = before.clone();
        apply(&mut after, LATER, [edit.clone()]);
        after.stamp_changes(Some(&before), 1);
        assert_ne!(after, before, "{edit:?}");
        let is_shared = |at: usize| Arc::ptr_eq(&before.occasions[at], &after.occasions[at]);
        assert_eq!([is_shared(0), is_shared(1)], shared, "{edit:?}");
    };
    check(Edit::Subject("Teaching".into()), [true, true]);
    check(reword("a", "Planning ahead", ""), [true, true]);
    check(rate("second", "a", 5), [true, false]);
    check(Edit::Context { occasion: occasion("first"), text: "(synthetic)".into() }, [false, true]);
    check(add("d", "Talk"), [true, false]);
    check(Edit::RemoveItem(item("c")), [false, false]);
}

fn wording(record: &Record, id: &str) -> (String, String, usize, bool) {
    let item = record.item(&item(id)).unwrap();
    (item.text.clone(), item.opposite.clone(), item.earlier.len(), item.asks_same_thing())
}

fn active(record: &Record) -> Vec<&str> {
    record.items().map(|item| item.id.as_str()).collect()
}

#[test]
fn rewording_asks_only_when_something_rated_reads_differently() {
    let check = |name: &str, edits: &[Edit], earlier: usize, asks: bool| {
        let mut record = rated();
        apply(&mut record, LATER, edits.iter().cloned());
        let id = edits.iter().find_map(|edit| if let Edit::Reword { item, .. } = edit { Some(item) } else { None });
        let (_, _, kept, asked) = wording(&record, id.unwrap().as_str());
        assert_eq!((kept, asked), (earlier, asks), "{name}");
    };
    check("better words", &[reword("a", "Plans", "")], 1, true);
    check("the same words", &[reword("a", "Planning", "")], 0, false);
    check("of an item without a rating", &[reword("c", "Singing", "Silence")], 0, false);
    check("naming an empty opposite", &[reword("a", "Planning", "Chaos")], 1, false);
    check("naming it letter by letter", &[reword("a", "Planning", "C"), reword("a", "Planning", "Ch")], 1, false);
    check("both at once", &[reword("a", "Plans", "Chaos")], 1, true);
    check("typed back", &[reword("a", "Plan", ""), reword("a", "Planning", "")], 0, false);
    check(
        "on and on in one go",
        &[reword("a", "Plan", ""), reword("a", "Plans", ""), reword("a", "Plans!", "")],
        1,
        true,
    );
    check("once said to be the same", &[reword("a", "Plans", ""), Edit::SameThing(item("a"))], 1, false);
    check("said of what was not reworded", &[reword("a", "Planning", ""), Edit::SameThing(item("a"))], 0, false);
    let twice = [reword("a", "Plans", ""), Edit::SameThing(item("a")), reword("a", "Plans well", "")];
    check("again after it was settled", &twice, 2, true);
    let words = Edit::Why { occasion: occasion("first"), item: item("c"), text: "(synthetic) hoarse".into() };
    check("of an item with words but no number", &[words, reword("c", "Singing", "")], 1, true);
    let level = Edit::Needed { occasion: occasion("first"), item: item("c"), level: Some(8) };
    check("of an item with a level needed", &[level, reword("c", "Singing", "")], 1, true);
}

#[test]
fn a_named_opposite_asks_once_it_is_another_day() {
    let mut record = rated();
    apply(&mut record, FIRST_DAY, [reword("a", "Planning", "C"), reword("a", "Planning", "Chaos")]);
    assert!(!record.item(&item("a")).unwrap().asks_same_thing());
    apply(&mut record, LATER, [reword("a", "Planning", "Rigid")]);
    let (_, _, _, asks) = wording(&record, "a");
    assert!(asks);
    let before = record.item(&item("a")).unwrap().earlier.last().unwrap();
    assert_eq!((before.text.as_str(), before.opposite.as_str()), ("Planning", "Chaos"));
}

#[test]
fn the_words_before_a_rewording_are_kept_with_its_day() {
    let mut record = rated();
    apply(&mut record, FIRST_DAY, [reword("b", "Feedback", "Silence")]);
    apply(&mut record, LATER, [reword("b", "Feedback that helps", "Praise"), Edit::SameThing(item("b"))]);
    let reworded = record.item(&item("b")).unwrap();
    assert_eq!((reworded.text.as_str(), reworded.opposite.as_str()), ("Feedback that helps", "Praise"));
    let before = reworded.earlier.last().unwrap();
    assert_eq!((before.text.as_str(), before.opposite.as_str()), ("Feedback", "Silence"));
    assert_eq!((before.until, before.settled), (day(LATER), true));
    assert_eq!(record.occasions[0].answer(&item("b")), Answer::Value(0));
}

#[test]
fn a_different_thing_sets_the_old_one_aside_with_its_old_words() {
    let mut record = rating_again();
    let different = Edit::DifferentThing { item: item("a"), new: item("n") };
    apply(&mut record, LATER, [reword("a", "Composing", "Copying"), different]);
    assert_eq!(active(&record), ["n", "b", "c"]);
    assert_eq!(wording(&record, "a"), ("Planning".into(), String::new(), 0, false));
    assert_eq!(wording(&record, "n"), ("Composing".into(), "Copying".into(), 0, false));
    assert_eq!(record.item(&item("a")).unwrap().set_aside, Some(day(LATER)));
    assert_eq!(record.occasions[0].answer(&item("a")), Answer::Value(4));
    assert!(!record.occasions[0].has(&item("n")) && !record.occasions[1].has(&item("a")));
    assert_eq!(record.occasions[1].answer(&item("n")), Answer::Blank);
    assert!(record.occasions[1].has(&item("n")));
}

#[test]
fn a_different_thing_takes_nothing_of_what_was_said_in_the_same_sitting() {
    let why = Edit::Why { occasion: occasion("first"), item: item("a"), text: "(synthetic) every Sunday".into() };
    let mut record = rated();
    apply(&mut record, FIRST_DAY, [why, Edit::Matters { occasion: occasion("first"), item: item("a"), on: true }]);
    let said = record.occasions[0].ratings[&item("a")].clone();
    let different = Edit::DifferentThing { item: item("a"), new: item("n") };
    apply(&mut record, FIRST_DAY, [reword("a", "Composing", ""), different]);
    assert_eq!(active(&record), ["n", "b", "c"]);
    assert_eq!(record.item(&item("a")).map(|old| (old.text.as_str(), old.is_active())), Some(("Planning", false)));
    assert_eq!(record.occasions[0].ratings[&item("a")], said);
    assert_eq!(record.occasions[0].answer(&item("n")), Answer::Blank);
    assert!(record.occasions[0].focus.is_empty(), "what is set aside does not matter most");
    assert_eq!(record.progress(&record.occasions[0]), (1, 3), "and is not counted");
}

#[test]
fn the_making_is_over_with_its_closing_or_a_second_time() {
    assert!(rated().is_being_made());
    let mut closed = rated();
    apply(&mut closed, FIRST_DAY, [Edit::At(roundel::domain::Step::Closing)]);
    assert!(!closed.is_being_made());
    assert!(!rating_again().is_being_made());
}

#[test]
fn a_way_to_develop_is_changed_on_its_own() {
    let how = |at, text: &str| Edit::TargetHow { target: target("t"), at, text: text.into() };
    let mut record = blank();
    apply(&mut record, FIRST_DAY, [Edit::AddTarget { target: target("t"), item: None }]);
    let hows = |record: &Record| record.targets[0].hows.clone();
    apply(&mut record, FIRST_DAY, [how(0, "read"), how(1, "watch"), how(9, "try")]);
    assert_eq!(hows(&record), ["read", "watch", "try"]);
    apply(&mut record, FIRST_DAY, [how(1, "")]);
    assert_eq!(hows(&record), ["read", "", "try"]);
    apply(&mut record, FIRST_DAY, [how(2, "")]);
    assert_eq!(hows(&record), ["read"]);
}

#[test]
fn a_different_thing_is_nothing_without_a_question_or_a_new_name() {
    let check = |name: &str, before: &[Edit], new: &str| {
        let mut record = rated();
        apply(&mut record, LATER, before.iter().cloned());
        let kept = record.clone();
        apply(&mut record, LATER, [Edit::DifferentThing { item: item("a"), new: item(new) }]);
        assert_eq!(record, kept, "{name}");
    };
    check("nothing was reworded", &[], "n");
    check("it was settled", &[reword("a", "Plans", ""), Edit::SameThing(item("a"))], "n");
    check("the name is taken", &[reword("a", "Plans", "")], "b");
    check("it is itself", &[reword("a", "Plans", "")], "a");
    let finish = Edit::Finish(occasion("first"));
    check("it is set aside", &[finish, reword("a", "Plans", ""), Edit::RemoveItem(item("a"))], "n");
}

#[test]
fn removing_forgets_what_was_never_rated_and_sets_aside_what_was() {
    let mut record = rating_again();
    apply(
        &mut record,
        LATER,
        [
            Edit::AddTarget { target: target("t1"), item: Some(item("a")) },
            Edit::AddTarget { target: target("t2"), item: Some(item("c")) },
            Edit::Matters { occasion: occasion("first"), item: item("a"), on: true },
            Edit::Matters { occasion: occasion("second"), item: item("a"), on: true },
            Edit::RemoveItem(item("a")),
            Edit::RemoveItem(item("c")),
        ],
    );
    assert_eq!(active(&record), ["b"]);
    assert_eq!(record.item(&item("a")).unwrap().set_aside, Some(day(LATER)));
    assert_eq!(record.item(&item("c")), None);
    assert_eq!(record.occasions[0].answer(&item("a")), Answer::Value(4));
    assert_eq!(record.occasions[0].focus, [item("a")]);
    assert!(!record.occasions[0].has(&item("c")));
    assert!(!record.occasions[1].has(&item("a")) && record.occasions[1].focus.is_empty());
    assert_eq!(record.target(&target("t1")).unwrap().item, Some(item("a")));
    assert_eq!(record.target(&target("t2")).unwrap().item, None);
}

#[test]
fn an_item_rated_only_in_the_sitting_under_way_is_gone_when_removed() {
    let mut record = rated();
    apply(&mut record, FIRST_DAY, [Edit::RemoveItem(item("a"))]);
    assert_eq!(record.item(&item("a")), None);
    assert!(!record.occasions[0].has(&item("a")));
}

#[test]
fn what_is_set_aside_takes_part_in_nothing_further() {
    let mut record = rating_again();
    apply(&mut record, LATER, [Edit::RemoveItem(item("a")), rate("second", "a", 9)]);
    assert!(!record.occasions[1].has(&item("a")));
    apply(&mut record, LATER, [Edit::StartOccasion { occasion: occasion("third"), sitting: Sitting::All }]);
    assert!(!record.occasions[2].has(&item("a")));
    apply(&mut record, LATER, [rate("first", "a", 5)]);
    assert_eq!(record.occasions[0].answer(&item("a")), Answer::Value(5), "its own occasion can still be put right");
}

#[test]
fn items_move_among_the_active_ones() {
    let check = |id: &str, to: usize, order: [&str; 4]| {
        let mut record = rated();
        apply(&mut record, FIRST_DAY, [add("d", "D"), add("e", "E"), Edit::Finish(occasion("first"))]);
        apply(&mut record, LATER, [Edit::RemoveItem(item("b")), Edit::Move { item: item(id), to }]);
        assert_eq!(active(&record), order, "{id} to {to}");
        assert_eq!(record.instrument.items.len(), 5);
    };
    check("a", 0, ["a", "c", "d", "e"]);
    check("a", 1, ["c", "a", "d", "e"]);
    check("a", 2, ["c", "d", "a", "e"]);
    check("a", 99, ["c", "d", "e", "a"]);
    check("e", 0, ["e", "a", "c", "d"]);
    check("d", 1, ["a", "d", "c", "e"]);
    check("b", 0, ["a", "c", "d", "e"]);
    check("x", 0, ["a", "c", "d", "e"]);
}

#[test]
fn a_full_chart_takes_no_more_until_one_is_gone() {
    let mut record = blank();
    apply(&mut record, FIRST_DAY, (0..ITEMS_MAX).map(|n| add(&format!("i{n}"), "")));
    assert_eq!(record.apply(add("more", ""), day(FIRST_DAY)), Err(TooManyItems));
    assert_eq!(record.item(&item("more")), None);
    apply(&mut record, FIRST_DAY, [Edit::RemoveItem(item("i3")), add("more", "")]);
    assert_eq!(record.items().count(), ITEMS_MAX);
}

#[test]
fn a_name_is_used_once() {
    let mut record = rated();
    let before = record.clone();
    apply(
        &mut record,
        LATER,
        [add("a", "Other"), Edit::StartOccasion { occasion: occasion("first"), sitting: Sitting::All }],
    );
    assert_eq!(record, before);
    apply(&mut record, LATER, [Edit::AddTarget { target: target("t"), item: None }]);
    let with_target = record.clone();
    apply(&mut record, LATER, [Edit::AddTarget { target: target("t"), item: Some(item("a")) }]);
    assert_eq!(record, with_target);
}

#[test]
fn a_number_off_the_scale_changes_nothing() {
    let mut record = rated();
    let before = record.clone();
    let needed = Edit::Needed { occasion: occasion("first"), item: item("a"), level: Some(11) };
    apply(&mut record, LATER, [rate("first", "a", 11), rate("first", "c", 200), needed]);
    assert_eq!(record, before);
}

#[test]
fn a_fourth_mark_changes_nothing() {
    let mut record = rated();
    let mark = |id: &str, on: bool| Edit::Matters { occasion: occasion("first"), item: item(id), on };
    apply(&mut record, FIRST_DAY, [add("d", "D"), mark("c", true), mark("a", true), mark("a", true), mark("b", true)]);
    apply(&mut record, FIRST_DAY, [mark("d", true), mark("x", true)]);
    assert_eq!(record.occasions[0].focus, [item("c"), item("a"), item("b")]);
    assert_eq!(record.occasions[0].focus.len(), FOCUS_MAX);
    apply(&mut record, FIRST_DAY, [mark("a", false), mark("d", true)]);
    assert_eq!(record.occasions[0].focus, [item("c"), item("b"), item("d")]);
}

#[test]
fn the_first_rating_dates_the_sitting() {
    let check = |name: &str, edits: &[Edit], rated_on: &str| {
        let mut record = blank();
        apply(&mut record, FIRST_DAY, [add("a", "A"), add("b", "B")]);
        apply(&mut record, "2014-06-20", edits.iter().cloned());
        apply(&mut record, "2014-06-21", [rate("first", "b", 3)]);
        let first = &record.occasions[0];
        assert_eq!((first.rated_on, first.refers_to), (day(rated_on), day(rated_on)), "{name}");
    };
    let blanked = |answer| Edit::Rate { occasion: occasion("first"), item: item("a"), answer };
    check("a number", &[rate("first", "a", 0)], "2014-06-20");
    check("blank is none", &[blanked(Answer::Blank)], "2014-06-21");
    check("nor is: does not apply", &[blanked(Answer::DoesNotApply)], "2014-06-21");
    check("off the scale is none", &[rate("first", "a", 11)], "2014-06-21");
    check("an unknown item is none", &[rate("first", "x", 1)], "2014-06-21");
    check("finished before", &[Edit::Finish(occasion("first"))], FIRST_DAY);
}

#[test]
fn starting_again_takes_the_active_items_blank_and_finishes_the_last_time() {
    let mut record = rated();
    apply(&mut record, FIRST_DAY, [Edit::Matters { occasion: occasion("first"), item: item("a"), on: true }]);
    let first = record.occasions[0].clone();
    apply(&mut record, LATER, [Edit::StartOccasion { occasion: occasion("second"), sitting: Sitting::All }]);
    let [earlier, second] = &record.occasions[..] else { panic!("two occasions") };
    assert!(earlier.finished && !second.finished && !second.earlier_shown);
    assert_eq!((earlier.rated_on, &earlier.ratings), (first.rated_on, &first.ratings));
    assert_eq!((second.kind, second.rated_on, second.refers_to), (Kind::Interim, day(LATER), day(LATER)));
    assert_eq!(second.ratings.keys().map(ItemId::as_str).collect::<Vec<_>>(), ["a", "b", "c"]);
    assert!(second.ratings.values().all(Rating::is_empty) && second.focus.is_empty());
}

#[test]
fn an_item_added_later_was_not_there_before() {
    let mut record = rating_again();
    apply(&mut record, LATER, [add("d", "New")]);
    assert!(!record.occasions[0].has(&item("d")) && record.occasions[1].has(&item("d")));
    let mut finished = rated();
    apply(&mut finished, FIRST_DAY, [Edit::Finish(occasion("first")), add("d", "New")]);
    assert!(!finished.occasions[0].has(&item("d")), "nor on a first time that is over");
}

#[test]
fn earlier_values_are_hidden_only_while_rating_again() {
    let ids = |record: &Record| {
        let id = |occasion: Option<&roundel::domain::Occasion>| occasion.map(|it| it.id.to_string());
        (record.is_rating_again(), id(record.shown()), id(record.latest().and_then(|latest| record.before(&latest.id))))
    };
    let (first, second) = (Some("first".to_owned()), Some("second".to_owned()));
    assert_eq!(ids(&blank()), (false, first.clone(), None));
    assert_eq!(ids(&rated()), (false, first.clone(), None));
    let mut record = rating_again();
    assert_eq!(ids(&record), (true, None, first.clone()));
    apply(&mut record, LATER, [rate("second", "a", 6)]);
    assert_eq!(ids(&record), (true, None, first.clone()));
    apply(&mut record, LATER, [Edit::Finish(occasion("second"))]);
    assert_eq!(ids(&record), (false, second, first.clone()));

    let mut unrated = blank();
    apply(&mut unrated, FIRST_DAY, [add("a", "A")]);
    apply(&mut unrated, LATER, [Edit::StartOccasion { occasion: occasion("second"), sitting: Sitting::All }]);
    assert_eq!(ids(&unrated), (false, Some("second".into()), None), "with no number before there is nothing to hide");
}

#[test]
fn before_skips_a_time_without_a_number() {
    let mut record = rating_again();
    apply(&mut record, LATER, [Edit::StartOccasion { occasion: occasion("third"), sitting: Sitting::All }]);
    let before = |id: &str| record.before(&occasion(id)).map(|it| it.id.to_string());
    assert_eq!(before("third").as_deref(), Some("first"));
    assert_eq!(before("second").as_deref(), Some("first"));
    assert_eq!(before("first"), None);
    assert_eq!(before("unknown"), None);
}

#[test]
fn a_sitting_that_was_left_for_long_is_another_time() {
    let left = |record: &Record, on: &str| record.left(day(on)).map(|occasion| occasion.id.to_string());
    assert_eq!(left(&rated(), "2014-07-11"), None, "28 days after its first rating it goes on");
    assert_eq!(left(&rated(), "2014-07-12"), Some("first".into()));
    assert_eq!(left(&blank(), "2016-01-01"), None, "nothing was rated");
    let mut finished = rated();
    apply(&mut finished, FIRST_DAY, [Edit::Finish(occasion("first"))]);
    assert_eq!(left(&finished, "2016-01-01"), None);
    assert!(!finished.is_being_made() && finished.under_way().is_none(), "what has ended is rated again, not on");
    let mut looked_into = rating_again();
    assert_eq!(left(&looked_into, "2016-01-01"), Some("second".into()), "a later time hides the earlier ones");
    apply(&mut looked_into, "2016-01-01", [Edit::Finish(occasion("second"))]);
    assert_eq!(looked_into.occasions.len(), 1, "nothing was put into it");
}

#[test]
fn a_sitting_with_nothing_but_marks_is_kept() {
    let mut record = rating_again();
    let second = occasion("second");
    let mark = Edit::Matters { occasion: second.clone(), item: item("a"), on: true };
    apply(&mut record, LATER, [mark, Edit::Finish(second)]);
    assert_eq!(record.occasions.last().map(|it| (it.id.as_str(), it.focus.len())), Some(("second", 1)));
}

#[test]
fn a_day_to_look_again_goes_when_it_was_kept() {
    let check = |name: &str, look: &str, rated_on: &str, after: Option<&str>| {
        let mut record = rating_again();
        apply(&mut record, LATER, [Edit::NextLook(Some(day(look)))]);
        apply(&mut record, rated_on, [rate("second", "a", 5), Edit::Finish(occasion("second"))]);
        assert_eq!(record.next_look, after.map(day), "{name}");
    };
    check("late", "2015-01-01", "2015-07-20", None);
    check("on the day", "2015-07-20", "2015-07-20", None);
    check("early", "2015-07-21", "2015-07-20", Some("2015-07-21"));
    // Looking back is not looking again.
    let mut record = rating_again();
    apply(&mut record, LATER, [rate("second", "a", 5), Edit::Finish(occasion("second"))]);
    let back = Edit::StartOccasion { occasion: occasion("back"), sitting: Sitting::LookingBack(occasion("first")) };
    apply(&mut record, "2015-08-01", [Edit::NextLook(Some(day("2015-08-01"))), back]);
    apply(&mut record, "2015-08-01", [rate("back", "a", 4), Edit::Finish(occasion("back"))]);
    assert_eq!(record.next_look, Some(day("2015-08-01")));
}

#[test]
fn last_rated_is_the_day_of_the_newest_number() {
    assert_eq!(blank().last_rated(), None);
    let mut record = rating_again();
    assert_eq!(record.last_rated(), Some(day(FIRST_DAY)));
    apply(&mut record, "2015-07-20", [rate("second", "c", 0)]);
    assert_eq!(record.last_rated(), Some(day("2015-07-20")));
}

#[test]
fn a_chart_is_untouched_until_anything_is_put_into_it() {
    assert!(blank().is_untouched());
    let check = |edit: Edit, untouched: bool| {
        let mut record = blank();
        apply(&mut record, FIRST_DAY, [edit.clone()]);
        assert_eq!(record.is_untouched(), untouched, "{edit:?}");
    };
    check(Edit::At(roundel::domain::Step::Rate), true);
    check(Edit::Subject(String::new()), true);
    check(Edit::Subject("singer".into()), false);
    check(Edit::Owner("Fred Bloggs".into()), false);
    check(Edit::WithOthers(true), false);
    check(Edit::NextLook(Some(day(LATER))), false);
    check(Edit::Ideas(vec!["listens".into()]), false);
    check(add("a", ""), false);
    check(Edit::AddTarget { target: target("t"), item: None }, false);
}
