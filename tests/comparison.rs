//! What must be true of any two times side by side, with looking back and another's view beside them.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::sync::Arc;

use common::random::cases;
use common::times::{BACK, FIRST, LAST, OTHER, any_times, pairs_of_times};
use common::{apply, broken_rule, fixture, item, occasion, section};
use proptest::prelude::*;
use roundel::analysis::{
    Change, Comparison, Group, Pairing, Summary, Trend, compare, gaps, item_history, rounded, section_changes,
    section_history,
};
use roundel::domain::{Answer, Direction, Edit, Item, ItemId, Occasion, Origin, Rater, Rating, Record, Sitting};

/// The same record, in which one end is best for all.
fn directed(record: &Record, direction: Direction) -> Record {
    let mut record = record.clone();
    record.instrument.direction = direction;
    for item in &mut record.instrument.items {
        item.direction = None;
    }
    record
}

/// The same record seen in a mirror: the highest number is the lowest.
fn mirrored(record: &Record) -> Record {
    let mut record = record.clone();
    let scale = record.instrument.scale;
    let turned = |value: u8| scale.min + scale.max - value;
    for item in &mut record.instrument.items {
        item.needed = item.needed.map(turned);
    }
    for rating in record.occasions.iter_mut().map(Arc::make_mut).flat_map(|on| on.ratings.values_mut()) {
        rating.needed = rating.needed.map(turned);
        if let Answer::Value(value) = rating.answer {
            rating.answer = Answer::Value(turned(value));
        }
    }
    record
}

fn first_and_last(record: &Record) -> Comparison {
    compare(record, &record.occasions[FIRST], &record.occasions[LAST])
}

fn matched(comparison: &Comparison) -> Vec<(&Change, u8, u8)> {
    let numbers = |change: &Change| match change.pairing {
        Pairing::Matched { then, now } => Some((then, now)),
        _ => None,
    };
    comparison.changes.iter().filter_map(|it| numbers(it).map(|(then, now)| (it, then, now))).collect()
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn charts_of_several_times_keep_the_rules(record in any_times()) {
        prop_assert_eq!(broken_rule(&record), None);
    }

    #[test]
    fn seen_from_the_other_end_every_change_turns_round(record in any_times()) {
        let mut record = record;
        for rating in record.occasions.iter_mut().map(Arc::make_mut).flat_map(|on| on.ratings.values_mut()) {
            // What is said last, and so is another from the other end.
            (rating.needed, rating.idea_changed) = (None, false);
        }
        for (then, now) in pairs_of_times(&record) {
            let (there, back) = (compare(&record, then, now), compare(&record, now, then));
            let (one, other) = (there.mean_change(), back.mean_change());
            prop_assert_eq!((one.n, one.of, one.value()), (other.n, other.of, other.value().map(|mean| -mean)));
            let turned = |trend| match trend {
                Trend::Better => Trend::Worse,
                Trend::Worse => Trend::Better,
                level => level,
            };
            for (one, other) in there.changes.iter().zip(&back.changes) {
                prop_assert_eq!(one.difference(), other.difference().map(|by| -by));
                prop_assert_eq!(one.trend(), other.trend().map(turned));
            }
        }
    }

    #[test]
    fn what_carries_no_number_moves_no_mean(
        record in any_times(),
        answer in prop::sample::select(vec![Answer::Blank, Answer::DoesNotApply]),
        needed in prop::option::of(1..=5u8),
        on_both in any::<bool>(),
    ) {
        let mut more = record.clone();
        let id = item("more");
        let section = Some(section("s1"));
        more.instrument.items.push(Item { section, needed: Some(3), ..Item::new(id.clone(), "", Origin::Own) });
        for on in more.occasions.iter_mut().map(Arc::make_mut).skip(usize::from(!on_both)) {
            on.ratings.insert(id.clone(), Rating { answer, needed, importance: Some(5), ..Rating::default() });
        }
        for ((then, now), (after, later)) in pairs_of_times(&record).into_iter().zip(pairs_of_times(&more)) {
            let (one, other) = (compare(&record, then, now), compare(&more, after, later));
            prop_assert_eq!(one.mean_change().value(), other.mean_change().value());
            prop_assert_eq!((one.mean_change().n, one.steadiness), (other.mean_change().n, other.steadiness));
            prop_assert_eq!(one.within_steadiness(), other.within_steadiness());
            let counts = |it: &Comparison| Summary { items: 0, new: 0, set_aside: 0, ..it.summary() };
            prop_assert_eq!(counts(&one), counts(&other));
            let sections = |record: &Record, it: &Comparison| {
                let sections = section_changes(record, it).into_iter();
                sections.map(|it| [it.then, it.now, it.change].map(|mean| (mean.n, mean.value()))).collect::<Vec<_>>()
            };
            prop_assert_eq!(sections(&record, &one), sections(&more, &other));
            prop_assert_eq!(gaps(&record, now).gaps, gaps(&more, later).gaps);
        }
    }

    #[test]
    fn the_order_of_the_items_changes_no_number(record in any_times(), at in 0..20usize) {
        let mut moved = record.clone();
        let count = moved.instrument.items.len();
        moved.instrument.items.rotate_left(at % count);
        moved.instrument.items.reverse();
        for (then, now) in pairs_of_times(&record) {
            let (one, other) = (compare(&record, then, now), compare(&moved, then, now));
            prop_assert_eq!(one.summary(), other.summary());
            prop_assert_eq!(one.mean_change(), other.mean_change());
            prop_assert_eq!((one.steadiness, one.within_steadiness()), (other.steadiness, other.within_steadiness()));
            let sorted = |it: &Comparison| {
                let mut changes = it.changes.clone();
                for change in &mut changes {
                    change.number = 0;
                }
                changes.sort_by(|one, other| one.item.id.cmp(&other.item.id));
                changes
            };
            prop_assert_eq!(sorted(&one), sorted(&other));
            let (one, other) = (gaps(&record, now), gaps(&moved, now));
            prop_assert_eq!((one.mean(), one.mean_distance(), one.of), (other.mean(), other.mean_distance(), other.of));
        }
        for id in ["s0", "s1"].map(section) {
            prop_assert_eq!(section_history(&record, &id), section_history(&moved, &id));
        }
    }

    #[test]
    fn in_a_mirror_the_lowest_is_as_the_highest_was(record in any_times()) {
        let (up, down) = (directed(&record, Direction::Higher), directed(&mirrored(&record), Direction::Lower));
        for (one, other) in pairs_of_times(&up).into_iter().zip(pairs_of_times(&down)) {
            let (one, other) = (compare(&up, one.0, one.1), compare(&down, other.0, other.1));
            prop_assert_eq!(one.summary(), other.summary());
            for (one, other) in one.changes.iter().zip(&other.changes) {
                prop_assert_eq!((one.group(), one.trend(), one.no_room()), (other.group(), other.trend(), other.no_room()));
                prop_assert_eq!(one.to_go(), other.to_go());
                prop_assert_eq!(one.difference(), other.difference().map(|by| -by), "the numbers stay what they are");
            }
            let ways = |record: &Record, on: &Occasion| {
                gaps(record, on).gaps.into_iter().map(|gap| (gap.number, gap.to_go, gap.weight())).collect::<Vec<_>>()
            };
            prop_assert_eq!(ways(&up, &one.now), ways(&down, &other.now));
        }
    }

    #[test]
    fn toward_a_level_what_counts_is_the_distance_covered(record in any_times()) {
        let record = directed(&record, Direction::TowardNeeded);
        for (then, now) in pairs_of_times(&record) {
            for (change, then, now) in matched(&compare(&record, then, now)) {
                let distance = |needed: u8, value: u8| (i16::from(needed) - i16::from(value)).abs();
                let covered = change.needed.map(|needed| distance(needed, then) - distance(needed, now));
                let expected = match covered {
                    _ if then == now => Trend::Same,
                    Some(1..) => Trend::Better,
                    Some(..0) => Trend::Worse,
                    Some(0) | None => Trend::Moved,
                };
                prop_assert_eq!(change.trend(), Some(expected), "{:?}: {} {}", change.needed, then, now);
                prop_assert_eq!(change.to_go(), change.needed.map(|needed| distance(needed, now)));
            }
        }
    }

    #[test]
    fn looking_back_splits_a_change_in_two(record in any_times()) {
        for change in &first_and_last(&record).changes {
            let number = |at: usize| record.occasions[at].answer(&change.item.id).value().map(i16::from);
            let by = |from: usize, to: usize| Some(number(to)? - number(from)?);
            let parts = (change.shift(), change.on_one_yardstick());
            prop_assert_eq!(parts, (by(FIRST, BACK), by(BACK, LAST)));
            prop_assert_eq!(change.other.map(i16::from), number(OTHER));
            if let (Some(shift), Some(on_one), Some(difference)) = (parts.0, parts.1, change.difference()) {
                prop_assert_eq!(shift + on_one, difference);
            }
        }
    }

    #[test]
    fn a_gap_is_the_level_needed_less_the_number(record in any_times()) {
        for (then, now) in pairs_of_times(&record) {
            for change in compare(&record, then, now).changes {
                let id = &change.item.id;
                // A level stands until it is said anew.
                let said = |on: &Occasion| record.standing(on).ratings.get(id).and_then(|rating| rating.needed);
                let number = |on: &Occasion| on.answer(id).value().map(i16::from);
                let gap = |needed: Option<u8>, on: &Occasion| Some(i16::from(needed?) - number(on)?);
                let needed = (said(then).or(said(now)), said(now).or(said(then)));
                let toward = |gap: Option<i16>| gap.map(|gap| match change.direction {
                    Direction::Higher => gap,
                    Direction::Lower => -gap,
                    Direction::TowardNeeded => gap.abs(),
                });
                prop_assert_eq!(change.to_go(), toward(gap(needed.1.or(change.item.needed), now)));
                prop_assert_eq!(change.to_go_then(), toward(gap(needed.0.or(change.item.needed), then)));
            }
        }
    }

    #[test]
    fn what_is_seen_differently_is_in_no_other_count(record in any_times()) {
        for (then, now) in pairs_of_times(&record) {
            let comparison = compare(&record, then, now);
            let since = record.all_occasions().filter(|each| each.is_regular()).skip_while(|each| each.id != then.id);
            let until: Vec<&Occasion> = since.skip(1).take_while(|each| each.id != now.id).chain([now]).collect();
            let ticked = |on: &Occasion, id: &ItemId| on.ratings.get(id).is_some_and(|rating| rating.idea_changed);
            let changed = |(change, ..): &(&Change, u8, u8)| until.iter().any(|on| ticked(on, &change.item.id));
            let (seen, others): (Vec<_>, Vec<_>) = matched(&comparison).into_iter().partition(changed);
            let trends = |trend| others.iter().filter(|(change, ..)| change.trend() == Some(trend)).count();
            let it = comparison.summary();
            let counted = (it.better, it.worse, it.same, it.moved, it.seen_differently);
            let expected = (trends(Trend::Better), trends(Trend::Worse), trends(Trend::Same), trends(Trend::Moved));
            prop_assert_eq!(counted, (expected.0, expected.1, expected.2, expected.3, seen.len()));
            prop_assert_eq!(it.matched, seen.len() + others.len());
            prop_assert!(seen.iter().all(|(change, ..)| change.group() == Group::SeenDifferently));
            prop_assert_eq!(comparison.group(Group::SeenDifferently).count(), seen.len());
        }
    }

    #[test]
    fn what_a_quick_update_did_not_ask_is_neither_new_nor_set_aside(record in any_times()) {
        for (then, now) in pairs_of_times(&record) {
            for change in compare(&record, then, now).changes {
                let expected = match (&change.then, &change.now) {
                    (Some(then), Some(now)) => match (then.answer.value(), now.answer.value()) {
                        (Some(then), Some(now)) => Pairing::Matched { then, now },
                        _ => Pairing::NotBoth,
                    },
                    (None, _) if then.quick => Pairing::NotBoth,
                    (_, None) if now.quick => Pairing::NotBoth,
                    (None, _) => Pairing::New,
                    (_, None) => Pairing::SetAside,
                };
                prop_assert_eq!(change.pairing, expected);
                prop_assert!(!(now.quick && change.pairing == Pairing::SetAside), "{:?}", change);
                prop_assert!(!(then.quick && change.pairing == Pairing::New), "{:?}", change);
            }
        }
    }

    #[test]
    fn what_stands_beside_the_times_takes_no_ones_place(record in any_times()) {
        let mut alone = record.clone();
        alone.occasions.retain(|on| on.is_regular());
        for (then, now) in pairs_of_times(&record) {
            let (one, other) = (compare(&record, then, now), compare(&alone, then, now));
            prop_assert_eq!((&one.then.id, &one.now.id), (&then.id, &now.id));
            prop_assert_eq!(one.summary(), other.summary());
            prop_assert_eq!(one.mean_change(), other.mean_change());
            let mut changes = one.changes;
            for change in &mut changes {
                (change.back, change.other) = (None, None);
            }
            prop_assert_eq!(changes, other.changes);
            prop_assert_eq!((other.back, other.other, other.steadiness), (None, None, None));
        }
        let comparable: Vec<&str> = record.comparable().iter().map(|on| on.id.as_str()).collect();
        prop_assert!(!comparable.contains(&"back") && !comparable.contains(&"other"), "{comparable:?}");
    }

    #[test]
    fn a_history_is_in_the_order_of_days_and_holds_each_time_once(record in any_times()) {
        let mut record = record;
        let last = Arc::make_mut(record.occasions.last_mut().unwrap());
        last.finished = last.rated_count() % 2 == 0;
        let finished = |it: &&Occasion| it.finished;
        let times: Vec<&Occasion> = record.all_occasions().filter(finished).collect();
        for each in &record.instrument.items {
            let past = item_history(&record, &each.id);
            prop_assert!(past.is_sorted_by_key(|past| past.day));
            prop_assert_eq!(past.len(), times.iter().filter(|on| on.has(&each.id)).count());
            for on in times.iter().filter(|on| on.has(&each.id)) {
                let there: Vec<_> = past.iter().filter(|past| past.occasion == on.id).collect();
                prop_assert_eq!(there.len(), 1);
                prop_assert_eq!((there[0].day, &there[0].stood), (on.refers_to, &on.ratings[&each.id]));
            }
        }
        for each in &record.instrument.sections {
            let past = section_history(&record, &each.id);
            prop_assert!(past.is_sorted_by_key(|past| past.day));
            for past in past {
                let on: Vec<_> = times.iter().filter(|on| on.id == past.occasion).collect();
                prop_assert_eq!(on.len(), 1);
                let standing = if on[0].quick { record.standing(on[0]) } else { Occasion::clone(on[0]) };
                let answers = record.instrument.items_in(&each.id).map(|item| standing.answer(&item.id));
                prop_assert_eq!(past.stood.n, answers.filter_map(Answer::value).count(), "blanks are not numbers");
            }
        }
    }
}

#[test]
fn beside_two_times_stand_the_views_that_are_about_them() {
    let record = fixture("three-times");
    let beside = |then: &str, now: &str| {
        let on = |id: &str| record.occasion(&occasion(id)).unwrap();
        let comparison = compare(&record, on(then), on(now));
        let name = |on: Option<&Occasion>| on.map_or("–", |on| on.id.as_str()).to_owned();
        format!("{} {}", name(comparison.back.as_ref()), name(comparison.other.as_ref()))
    };
    assert_eq!(beside("start", "end"), "back mentor");
    assert_eq!(beside("start", "summer"), "back –", "the mentor's view came after the times that followed");
    assert_eq!(beside("start", "again"), "– –", "nothing has changed between the two");
    assert_eq!(beside("summer", "end"), "– mentor", "nobody looked back at the summer");
    let changed = |change: &dyn Fn(&mut Record)| {
        let mut record = record.clone();
        change(&mut record);
        let comparison = compare(&record, &record.occasions[0], &record.occasions[4]);
        (comparison.back.is_some(), comparison.other.is_some())
    };
    let reopened = |record: &mut Record, at: usize| Arc::make_mut(&mut record.occasions[at]).finished = false;
    let under_way = |record: &mut Record| {
        record.occasions.truncate(6);
        reopened(record, 5);
    };
    assert_eq!(changed(&under_way), (false, false), "not while it is under way");
    assert_eq!(changed(&|record| reopened(record, 5)), (false, true), "what somebody else rated after it ends nothing");
    let followed = |record: &mut Record| {
        reopened(record, 5);
        Arc::make_mut(&mut record.occasions[6]).rater = Rater::Me;
    };
    assert_eq!(changed(&followed), (true, false), "where another of one's own follows, it is over");
    assert_eq!(changed(&|record| reopened(record, 6)), (true, false));
    assert_eq!(
        changed(&|record| Arc::make_mut(&mut record.occasions[5]).rater = Rater::Other("x".into())),
        (false, true),
        "not another's"
    );
    assert_eq!(
        changed(&|record| Arc::make_mut(&mut record.occasions[6]).refers_to = record.made_on.previous_day().unwrap()),
        (true, false)
    );
}

#[test]
fn the_newest_view_of_the_earlier_time_is_the_one_that_counts() {
    let mut record = fixture("three-times");
    let sitting = Sitting::LookingBack(occasion("start"));
    let edits = [Edit::StartOccasion { occasion: occasion("later"), sitting }, common::rate("later", "a01", 1)];
    apply(&mut record, "2025-12-01", edits);
    apply(&mut record, "2025-12-01", [Edit::Finish(occasion("later"))]);
    let comparison = compare(&record, &record.occasions[0], &record.occasions[4]);
    let shift = |id: &str| comparison.changes.iter().find(|it| it.item.id == item(id)).unwrap().shift();
    assert_eq!((shift("a01"), shift("a02")), (Some(-5), None));
}

#[test]
fn the_chart_of_three_times_is_compared_to_the_letter() {
    let record = fixture("three-times");
    let comparison = compare(&record, &record.occasions[0], &record.occasions[4]);
    let expected = Summary {
        items: 12,
        matched: 8,
        better: 6,
        same: 1,
        seen_differently: 1,
        new: 2,
        set_aside: 1,
        ..Summary::default()
    };
    assert_eq!(comparison.summary(), expected);
    let ids = |group| comparison.group(group).map(|it| it.item.id.as_str()).collect::<Vec<_>>().join(" ");
    assert_eq!(Group::ORDER.map(ids), ["a10", "a01 a02 a03 a04 a06 a08", "", "", "", "a09", "a05", "a11 a12", "a07"]);
    // 2 + 4 + 3 + 2 + 3 + 2 − 2 + 0, of the nine that were there both times.
    let mean = comparison.mean_change();
    assert_eq!((mean.n, mean.of, rounded(mean.value().unwrap(), 2).as_str()), (8, 9, "1.75"));
    let change = |id: &str| comparison.changes.iter().find(|it| it.item.id == item(id)).unwrap();
    assert_eq!((change("a10").no_room(), change("a09").no_room()), (true, false));
    assert_eq!(change("a08").to_go(), Some(-1), "beyond the level needed");
    assert_eq!((change("a03").to_go_then(), change("a03").to_go()), (Some(5), Some(2)));
    assert_eq!((change("a02").shift(), change("a02").on_one_yardstick()), (Some(-2), Some(6)));
    assert_eq!(change("a09").other, Some(7));
    assert_eq!(change("a06").reworded_from, Some(("Good behaviour".into(), "Chaos".into())));
    assert_eq!(
        comparison.within_steadiness(),
        Some((3, 6)),
        "2 is within, 3 and 4 are not; what is seen differently is not counted"
    );
}
