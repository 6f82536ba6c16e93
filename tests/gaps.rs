//! Now against needed, and one item over all the times.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use common::random::cases;
use common::times::{LAST, any_times};
use common::{answered_twice, apply, day, fixture, item, occasion, section, statements};
use proptest::prelude::*;
use roundel::analysis::{Gap, View, gaps, item_history, rounded, section_history, to_go};
use roundel::domain::{Answer, Direction, Edit, Record, Scale, Sitting};

#[test]
fn what_is_still_to_go_follows_the_best_end() {
    use Direction::{Higher, Lower, TowardNeeded};
    let cases = [(8, 5, 3, -3, 3), (5, 8, -3, 3, 3), (5, 5, 0, 0, 0), (10, 0, 10, -10, 10), (0, 10, -10, 10, 10)];
    for (needed, value, higher, lower, toward) in cases {
        let each = [Higher, Lower, TowardNeeded].map(|direction| to_go(direction, needed, value));
        assert_eq!(each, [higher, lower, toward], "{value} where {needed} is needed");
    }
}

/// Six items at 5, with levels needed of 7, 9, 3, 9 and none, the last of them blank.
fn six() -> Record {
    let form = statements(6, Scale::CONSTRUCT, Direction::Higher);
    let mut answers = vec![Answer::Value(5); 5];
    answers.push(Answer::Blank);
    let mut record = answered_twice(form, &answers, &[]);
    for (id, level) in [("i1", 7), ("i2", 9), ("i3", 3), ("i4", 9), ("i6", 10)] {
        let needed = Edit::Needed { occasion: occasion("first"), item: item(id), level: Some(level) };
        apply(&mut record, "2013-09-16", [needed]);
    }
    record
}

fn ways(record: &Record) -> Vec<(String, i16)> {
    gaps(record, &record.occasions[0]).gaps.into_iter().map(|gap| (gap.item.id.to_string(), gap.to_go)).collect()
}

#[test]
fn the_longest_way_stands_first_and_equal_ones_in_the_charts_order() {
    let record = six();
    let expected = [("i2", 4), ("i4", 4), ("i1", 2), ("i3", -2)].map(|(id, by)| (id.to_owned(), by));
    assert_eq!(ways(&record), expected, "neither what is blank nor what needs no level");
    let gaps = gaps(&record, &record.occasions[0]);
    assert_eq!((gaps.of, gaps.mean().n, gaps.mean_distance().n), (6, 4, 4));
    assert_eq!(
        (gaps.mean().value(), gaps.mean_distance().value()),
        (Some(2.0), Some(3.0)),
        "what is passed is not made up for"
    );
    assert_eq!(gaps.gaps.iter().map(|gap| gap.number).collect::<Vec<_>>(), [2, 4, 1, 3]);
}

#[test]
fn the_forms_level_counts_where_the_person_named_none() {
    let mut record = six();
    record.instrument.items[4].needed = Some(10);
    record.instrument.items[0].needed = Some(10);
    assert_eq!(ways(&record)[0], ("i5".to_owned(), 5));
    assert!(ways(&record).contains(&("i1".to_owned(), 2)), "their own comes first");
}

#[test]
fn importance_gives_a_weight_only_where_it_was_said() {
    let mut record = six();
    let importance =
        |id: &str, level| Edit::Importance { occasion: occasion("first"), item: item(id), level: Some(level) };
    let matters = Edit::Matters { occasion: occasion("first"), item: item("i3"), on: true };
    apply(&mut record, "2013-09-16", [importance("i1", 5), importance("i2", 2), importance("i3", 4), matters]);
    let gaps = gaps(&record, &record.occasions[0]).gaps;
    let weights: Vec<_> = gaps.iter().map(|gap| (gap.item.id.as_str(), gap.weight(), gap.matters)).collect();
    let expected = [("i2", Some(8), false), ("i4", None, false), ("i1", Some(10), false), ("i3", Some(-8), true)];
    assert_eq!(weights, expected);
}

#[test]
fn what_is_set_aside_has_no_way_left() {
    let record = fixture("three-times");
    let of = |at: usize| {
        let gaps = gaps(&record, &record.occasions[at]);
        let ids: Vec<String> = gaps.gaps.iter().map(|gap| format!("{}:{}", gap.item.id, gap.to_go)).collect();
        (ids.join(" "), gaps.of, gaps.gaps.iter().filter_map(Gap::weight).collect::<Vec<_>>())
    };
    assert_eq!(of(2).0, "a03:4 a11:4 a04:3 a06:3 a02:2 a09:2 a01:1 a10:0", "a07 was needed then, and is no more");
    let (now, all, weights) = of(4);
    assert_eq!(now, "a09:3 a12:3 a03:2 a01:1 a02:1 a06:1 a11:1 a10:0 a08:-1");
    assert_eq!((all, weights), (11, vec![12, 12, 10, 3, 5]));
    let end = gaps(&record, &record.occasions[4]);
    let means = [end.mean(), end.mean_distance()].map(|mean| rounded(mean.value().unwrap(), 2));
    assert_eq!(means, ["1.22", "1.44"]);
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn every_way_is_from_a_number_to_a_level(record in any_times()) {
        for on in &record.occasions {
            let gaps = gaps(&record, on);
            prop_assert_eq!(gaps.of, record.items().count());
            prop_assert!(gaps.gaps.is_sorted_by_key(|gap| -gap.to_go));
            let there = |item: &&roundel::domain::Item| {
                let rating = on.ratings.get(&item.id);
                rating.is_some_and(|it| it.answer.value().is_some() && it.needed.or(item.needed).is_some())
            };
            prop_assert_eq!(gaps.gaps.len(), record.items().filter(there).count());
            let rated = record.items().filter(|item| on.answer(&item.id).value().is_some()).count();
            prop_assert_eq!(gaps.gaps.len() + gaps.without_level, rated);
            for gap in &gaps.gaps {
                let up = i16::from(gap.needed) - i16::from(gap.now);
                let expected = match record.instrument.direction_of(&gap.item) {
                    Direction::Higher => up,
                    Direction::Lower => -up,
                    Direction::TowardNeeded => up.abs(),
                };
                prop_assert_eq!(gap.to_go, expected);
                prop_assert_eq!(on.answer(&gap.item.id), Answer::Value(gap.now));
                prop_assert_eq!(record.items().nth(gap.number - 1), Some(&gap.item));
            }
        }
    }

    #[test]
    fn the_mean_distance_is_never_less_than_the_mean(record in any_times()) {
        let gaps = gaps(&record, &record.occasions[LAST]);
        let (mean, distance) = (gaps.mean().value(), gaps.mean_distance().value());
        prop_assert_eq!(mean.is_some(), distance.is_some());
        if let (Some(mean), Some(distance)) = (mean, distance) {
            let one_sided = gaps.gaps.iter().all(|gap| gap.to_go >= 0) || gaps.gaps.iter().all(|gap| gap.to_go <= 0);
            prop_assert_eq!(mean.abs() >= distance, one_sided, "the same where nothing makes up for anything");
            prop_assert!(mean.abs() <= distance);
        }
    }
}

#[test]
fn an_items_history_tells_whose_view_each_is_and_of_when() {
    let record = fixture("three-times");
    let history = |id: &str| {
        let past = item_history(&record, &item(id)).into_iter();
        past.map(|past| {
            let number = past.stood.answer.value().map_or("–".to_owned(), |value| value.to_string());
            format!("{}:{number}:{:?}", past.occasion, past.view)
        })
        .collect::<Vec<_>>()
        .join(" ")
    };
    assert_eq!(
        history("a02"),
        "start:4:Own back:2:Back again:4:Again summer:6:Own winter:7:Own end:8:Own mentor:7:Other"
    );
    assert_eq!(
        history("a08"),
        "start:5:Own back:5:Back again:7:Again summer:–:Own end:7:Own mentor:7:Other",
        "blank is no number"
    );
    assert_eq!(history("a07"), "start:6:Own again:5:Again summer:5:Own", "set aside");
    assert_eq!(history("a12"), "end:4:Own mentor:5:Other");
    assert_eq!(history("unknown"), "");
    let back = item_history(&record, &item("a02")).remove(1);
    assert_eq!((back.view, back.day), (View::Back, day("2023-09-18")), "stands at the day it is about");
}

#[test]
fn a_section_stands_in_a_quick_update_as_a_whole() {
    let mut record = fixture("mentor-twice");
    let before = section_history(&record, &section("s1"));
    assert_eq!(before.iter().map(|past| past.stood.n).collect::<Vec<_>>(), [5, 5]);
    let raised = item("i05");
    let value = record.occasions[1].answer(&raised).value().unwrap();
    let other = if value == 5 { 1 } else { 5 };
    let sitting = Sitting::Quick(vec![raised.clone()]);
    apply(&mut record, "2015-01-12", [Edit::StartOccasion { occasion: occasion("quick"), sitting }]);
    apply(&mut record, "2015-01-12", [common::rate("quick", "i05", other), Edit::Finish(occasion("quick"))]);
    let after = section_history(&record, &section("s1"));
    let by = f64::from(i16::from(other) - i16::from(value)) / 5.0;
    assert_eq!((after.len(), after[2].stood.n, after[2].stood.of), (3, 5, 5), "not of one alone");
    assert!((after[2].stood.value().unwrap() - after[1].stood.value().unwrap() - by).abs() < 1e-9);
    assert_eq!(section_history(&record, &section("s2")).len(), 2, "nothing of it was asked");
}
