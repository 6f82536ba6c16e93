//! What is said about audits, against numbers that others have printed: which way is better, means and what they rest on.
//! The tables are those of “Leadership of great pedagogy in teaching school alliances: research case studies” (National
//! College for Teaching & Leadership, 2015).
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use common::random::{any_record, cases};
use common::{answered_twice, apply, fixture, item, occasion, section, statements};
use proptest::prelude::*;
use roundel::analysis::{
    Change, Comparison, Group, Mean, Summary, Trend, compare, from_best, profile, rounded, section_changes,
    section_means, still_open, trend,
};
use roundel::domain::{Answer, Direction, Edit, Instrument, Item, Record, Scale, Section, Sitting};

const OF_FIVE: Scale = Scale { min: 1, max: 5 };

fn values(values: &[u8]) -> Vec<Answer> {
    values.iter().copied().map(Answer::Value).collect()
}

fn ends(record: &Record) -> Comparison {
    compare(record, &record.occasions[0], &record.occasions[1])
}

fn ids<'a>(changes: impl IntoIterator<Item = &'a Change>) -> String {
    changes.into_iter().map(|change| change.item.id.as_str()).collect::<Vec<_>>().join(" ")
}

/// Table 7: observation grades of twelve teachers at two times, 1 is best.
fn table_7() -> Record {
    let form = statements(12, Scale { min: 1, max: 4 }, Direction::Lower);
    let then = values(&[2, 2, 1, 3, 2, 2, 2, 3, 3, 2, 2, 1]);
    let now = values(&[1, 2, 1, 2, 2, 2, 2, 2, 2, 1, 1, 1]);
    answered_twice(form, &then, &now)
}

fn every_item_is_higher(form: &Instrument) -> bool {
    form.items.iter().all(|item| form.direction_of(item) == Direction::Higher)
}

#[test]
fn where_one_is_best_less_is_better() {
    let record = table_7();
    let comparison = ends(&record);
    let expected = Summary { items: 12, matched: 12, better: 6, same: 6, ..Summary::default() };
    assert_eq!(comparison.summary(), expected);
    assert!(!comparison.higher_is_better());
    let at_best: Vec<&Change> = comparison.changes.iter().filter(|change| change.no_room()).collect();
    assert_eq!(ids(at_best), "i3 i12", "those whose first grade was 1 already, and no other");
    assert_eq!(comparison.changes[8].trend(), Some(Trend::Better), "participant 9, whose arrow is printed level");
    let groups = Group::ORDER.map(|group| ids(comparison.group(group)));
    assert_eq!(groups, ["i3 i12", "i1 i4 i8 i9 i10 i11", "", "", "i2 i5 i6 i7", "", "", "", ""]);
    let mean = |on: usize| Mean::of_answers(record.occasions[on].ratings.values().map(|rating| rating.answer));
    assert_eq!([0, 1].map(|on| rounded(mean(on).value().unwrap(), 3)), ["2.083", "1.583"]);
    let change = comparison.mean_change();
    assert_eq!((change.n, change.of, change.value()), (12, 12, Some(-0.5)), "2.083 to 1.583, its sign as it is");
}

#[test]
fn a_difference_is_never_turned_round() {
    for (direction, expected) in [(Direction::Lower, Trend::Better), (Direction::Higher, Trend::Worse)] {
        let record = answered_twice(statements(1, OF_FIVE, direction), &values(&[3]), &values(&[1]));
        let change = &ends(&record).changes[0];
        assert_eq!((change.difference(), change.trend()), (Some(-2), Some(expected)));
    }
}

#[test]
fn better_is_nearer_to_what_is_best() {
    use Trend::{Better, Moved, Same, Worse};
    let scale = Scale::CONSTRUCT;
    let check = |direction: Direction, needed: Option<u8>, cases: &[(u8, u8, Trend)]| {
        for (then, now, expected) in cases {
            assert_eq!(
                trend(scale, direction, needed, *then, *now),
                *expected,
                "{direction:?} {needed:?}: {then} {now}"
            );
        }
    };
    check(Direction::Higher, Some(0), &[(3, 4, Better), (4, 3, Worse), (4, 4, Same)]);
    check(Direction::Lower, Some(10), &[(3, 4, Worse), (4, 3, Better), (4, 4, Same)]);
    let toward_five =
        [(2, 4, Better), (9, 6, Better), (0, 9, Better), (5, 7, Worse), (4, 2, Worse), (7, 7, Same), (4, 6, Moved)];
    check(Direction::TowardNeeded, Some(5), &toward_five);
    check(Direction::TowardNeeded, None, &[(2, 4, Moved), (4, 2, Moved), (3, 3, Same)]);
    assert_eq!(from_best(OF_FIVE, Direction::Higher, None, 5), Some(0));
    assert_eq!(from_best(OF_FIVE, Direction::Lower, None, 5), Some(4));
    assert_eq!(from_best(OF_FIVE, Direction::TowardNeeded, Some(3), 5), Some(2));
    assert_eq!(from_best(OF_FIVE, Direction::TowardNeeded, None, 5), None);
}

#[test]
fn an_item_may_have_a_direction_of_its_own() {
    let mut form = statements(3, OF_FIVE, Direction::Higher);
    form.items[1].direction = Some(Direction::Lower);
    form.items[2].direction = Some(Direction::TowardNeeded);
    form.items[2].needed = Some(2);
    let comparison = ends(&answered_twice(form.clone(), &values(&[4, 4, 4]), &values(&[3, 3, 3])));
    let trends: Vec<_> = comparison.changes.iter().map(Change::trend).collect();
    assert_eq!(trends, [Some(Trend::Worse), Some(Trend::Better), Some(Trend::Better)]);
    assert!(!comparison.higher_is_better() && !every_item_is_higher(&form));
    form.direction = Direction::Lower;
    for item in &mut form.items {
        item.direction = Some(Direction::Higher);
    }
    assert!(every_item_is_higher(&form), "every item says so");
}

#[test]
fn the_level_needed_is_the_one_said_last_or_else_the_forms() {
    let mut form = statements(4, Scale::CONSTRUCT, Direction::TowardNeeded);
    for item in &mut form.items {
        item.needed = Some(5);
    }
    form.items[3].needed = None;
    let mut record = answered_twice(form, &values(&[4, 4, 4, 4]), &values(&[7, 7, 7, 7]));
    let needed =
        |on: &str, id: &str, level| Edit::Needed { occasion: occasion(on), item: item(id), level: Some(level) };
    apply(&mut record, "2014-07-14", [needed("first", "i2", 9), needed("first", "i3", 9), needed("second", "i3", 3)]);
    let comparison = ends(&record);
    let said: Vec<_> = comparison.changes.iter().map(|change| (change.needed, change.trend().unwrap())).collect();
    let expected = [(Some(5), Trend::Worse), (Some(9), Trend::Better), (Some(3), Trend::Worse), (None, Trend::Moved)];
    assert_eq!(said, expected);
    assert_eq!(comparison.group(Group::Moved).map(|change| change.item.id.as_str()).collect::<Vec<_>>(), ["i4"]);
}

/// Table 5: how often each number was given to a strand by eighteen teachers, 1 to 5.
const TABLE_5: [(&str, [usize; 5], &str); 5] = [
    ("Coaching", [0, 3, 3, 6, 6], "3.833"),
    ("Peer planning", [0, 0, 8, 5, 5], "3.833"),
    ("Peer observation", [0, 0, 3, 8, 7], "4.222"),
    ("Teaching and wider professional practice", [0, 2, 5, 5, 6], "3.833"),
    ("Cross-phase", [0, 2, 1, 3, 4], "3.900"),
];

#[test]
fn answers_that_are_missing_do_not_lower_a_mean() {
    for (strand, counts, expected) in TABLE_5 {
        let given = (1..=5u8).zip(counts).flat_map(|(value, count)| std::iter::repeat_n(Answer::Value(value), count));
        let mean = Mean::of_answers(given.chain(std::iter::repeat(Answer::Blank)).take(18));
        assert_eq!((mean.n, mean.of), (counts.iter().sum(), 18), "{strand}");
        assert_eq!(rounded(mean.value().unwrap(), 3), expected, "{strand}");
        assert_eq!(mean.enough().is_some(), strand != "Cross-phase", "{strand}: ten of eighteen do not speak for all");
    }
}

/// The printed averages of an item before and after, and their difference.
type Averages = (f64, f64, &'static str);

/// Table 9: sections, their items, and their means before and after.
const TABLE_9: [(&str, &[Averages], [&str; 2]); 4] = [
    (
        "Engagement",
        &[
            (3.67, 3.6, "−0.07"),
            (3.55, 3.8, "0.25"),
            (4.0, 4.2, "0.20"),
            (4.1, 4.7, "0.60"),
            (3.9, 3.8, "−0.10"),
            (3.58, 3.6, "0.02"),
            (4.6, 4.4, "−0.20"),
            (4.33, 4.3, "−0.03"),
            (3.82, 3.6, "−0.22"),
        ],
        ["3.95", "4.00"],
    ),
    ("Questioning", &[(3.33, 3.6, "0.27"), (3.33, 3.2, "−0.13"), (3.42, 3.8, "0.38")], ["3.36", "3.53"]),
    ("Assessment", &[(3.5, 3.2, "−0.30"), (3.67, 3.8, "0.13"), (3.75, 4.0, "0.25")], ["3.64", "3.67"]),
    ("Overall", &[(3.58, 3.6, "0.02")], ["3.58", "3.60"]),
];

#[test]
fn means_of_sections_are_as_they_were_worked_out() {
    for (name, averages, expected) in TABLE_9 {
        let before = Mean::of_some(averages.iter().map(|(before, _, _)| Some(*before)));
        let after = Mean::of_some(averages.iter().map(|(_, after, _)| Some(*after)));
        assert_eq!([before, after].map(|mean| rounded(mean.value().unwrap(), 2)), expected, "{name}");
        assert_eq!((before.n, before.of), (averages.len(), averages.len()), "{name}");
        for (before, after, difference) in averages {
            assert_eq!(rounded(after - before, 2), *difference, "{name}");
        }
        let changes = Mean::of_some(averages.iter().map(|(before, after, _)| Some(after - before))).value().unwrap();
        let difference = after.value().unwrap() - before.value().unwrap();
        assert_eq!(rounded(changes, 2), rounded(difference, 2), "{name}");
    }
}

#[test]
fn differences_are_taken_before_anything_is_rounded() {
    let (_, averages, _) = TABLE_9[1];
    let before = Mean::of_some(averages.iter().map(|(before, _, _)| Some(*before))).value().unwrap();
    let after = Mean::of_some(averages.iter().map(|(_, after, _)| Some(*after))).value().unwrap();
    assert_eq!([before, after].map(|mean| rounded(mean, 1)), ["3.4", "3.5"], "which look 0.1 apart");
    assert_eq!(rounded(after - before, 1), "0.2");
}

/// Three sections of four, four and two statements.
fn in_sections() -> Instrument {
    let mut form = statements(10, OF_FIVE, Direction::Higher);
    let names = ["one", "two", "three"];
    form.sections = names.map(|id| Section { id: section(id), name: id.into() }).into();
    for (at, item) in form.items.iter_mut().enumerate() {
        item.section = Some(section(names[at / 4]));
    }
    form
}

#[test]
fn a_section_speaks_once_three_quarters_of_it_are_answered() {
    use Answer::{Blank, DoesNotApply as Not, Value as N};
    let then = [N(5), N(4), N(3), Blank, N(5), N(4), Blank, Blank, Not, Not];
    let now = [N(5), N(5), Not, Not, N(2), N(2), Not, N(3), N(4), Blank];
    let record = answered_twice(in_sections(), &then, &now);
    let means = |on: usize| {
        let means = section_means(&record, &record.occasions[on]).into_iter();
        means.map(|(section, mean)| (section.name.as_str(), mean.n, mean.of, mean.enough())).collect::<Vec<_>>()
    };
    assert_eq!(means(0), [("one", 3, 4, Some(4.0)), ("two", 2, 4, None), ("three", 0, 0, None)]);
    assert_eq!(means(1), [("one", 2, 2, Some(5.0)), ("two", 3, 3, Some(7.0 / 3.0)), ("three", 1, 2, None)]);
    let changes = section_changes(&record, &ends(&record));
    let change = |at: usize| {
        let change = changes[at].change;
        (change.n, change.of, change.value(), change.enough())
    };
    let expected = [(2, 2, Some(0.5), Some(0.5)), (2, 3, Some(-2.5), None), (0, 0, None, None)];
    assert_eq!([0, 1, 2].map(change), expected, "of what was answered both times");
    assert_eq!(changes.iter().map(|section| section.items.len()).collect::<Vec<_>>(), [4, 4, 2]);
}

#[test]
fn an_audit_answered_twice_is_compared_to_the_letter() {
    let record = fixture("mentor-twice");
    let comparison = ends(&record);
    let expected = Summary { items: 29, matched: 24, better: 15, same: 8, worse: 1, ..Summary::default() };
    assert_eq!(comparison.summary(), expected);
    let groups = Group::ORDER.map(|group| ids(comparison.group(group)));
    let better = "i03 i05 i06 i07 i08 i10 i11 i12 i17 i20 i24 i26 i27 i28";
    assert_eq!(
        groups,
        ["i01 i02 i04 i19 i23", better, "i29", "", "i09 i14 i22 i25", "", "i13 i15 i16 i18 i21", "", ""]
    );
    let changes = section_changes(&record, &comparison);
    let shown = |mean: Mean| mean.enough().map_or("–".into(), |mean| rounded(mean, 1));
    let rows: Vec<String> =
        changes.iter().map(|it| format!("{} {} {}", shown(it.then), shown(it.now), shown(it.change))).collect();
    assert_eq!(
        rows,
        [
            "3.8 4.4 0.6",
            "2.5 3.3 0.8",
            "2.7 3.5 1.0",
            "2.3 – –",
            "2.0 3.0 1.0",
            "3.3 3.7 0.3",
            "3.0 3.8 0.8",
            "2.7 3.3 0.7",
        ]
    );
}

#[test]
fn strengths_are_near_the_best_end_whichever_it_is() {
    let lists = |record: &Record| {
        let profile = profile(record, &record.occasions[0]);
        let ids = |items: &[&Item]| items.iter().map(|item| item.id.as_str()).collect::<Vec<_>>().join(" ");
        [profile.strengths, profile.room, profile.unsorted, profile.not_applicable, profile.open].map(|list| ids(&list))
    };
    let mut answers = values(&[1, 2, 3, 4, 5]);
    answers.extend([Answer::DoesNotApply, Answer::Blank]);
    let of = |direction| answered_twice(statements(7, OF_FIVE, direction), &answers, &[]);
    assert_eq!(lists(&of(Direction::Higher)), ["i4 i5", "i1 i2 i3", "", "i6", "i7"]);
    assert_eq!(lists(&of(Direction::Lower)), ["i1 i2", "i3 i4 i5", "", "i6", "i7"]);
    let mut toward = of(Direction::TowardNeeded);
    assert_eq!(lists(&toward), ["", "", "i1 i2 i3 i4 i5", "i6", "i7"], "without a level there is no telling");
    for item in &mut toward.instrument.items {
        item.needed = Some(3);
    }
    assert_eq!(lists(&toward), ["i2 i3 i4", "i1 i5", "", "i6", "i7"]);
    let own = |id: &str, level| Edit::Needed { occasion: occasion("first"), item: item(id), level: Some(level) };
    apply(&mut toward, "2014-07-14", [own("i5", 5), own("i4", 1)]);
    assert_eq!(lists(&toward), ["i2 i3 i5", "i1 i4", "", "i6", "i7"], "the person's own level comes before the form's");
}

#[test]
fn an_audit_asks_for_nothing_more() {
    assert!(still_open(&fixture("mentor-twice")).is_empty());
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn means_rest_on_numbers_that_are_there(record in any_record()) {
        for on in &record.occasions {
            for (section, mean) in section_means(&record, on) {
                let items: Vec<&Item> = record.instrument.items_in(&section.id).collect();
                let numbers: Vec<u8> = items.iter().filter_map(|item| on.answer(&item.id).value()).collect();
                prop_assert_eq!(mean.n, numbers.len());
                prop_assert!(mean.n <= mean.of && mean.of <= items.len());
                if let Some(mean) = mean.value() {
                    let (least, most) = (numbers.iter().min().unwrap(), numbers.iter().max().unwrap());
                    prop_assert!(f64::from(*least) <= mean && mean <= f64::from(*most));
                }
            }
            let sorted = profile(&record, on);
            let lists = [sorted.strengths, sorted.room, sorted.unsorted, sorted.not_applicable, sorted.open];
            prop_assert_eq!(lists.iter().map(Vec::len).sum::<usize>(), record.items_on(on).count());
        }
    }

    #[test]
    fn the_other_way_round_everything_turns_but_the_numbers(record in any_record()) {
        let turned = |direction| {
            let mut turned = record.clone();
            turned.instrument.direction = direction;
            for item in &mut turned.instrument.items {
                item.direction = None;
            }
            turned
        };
        let (up, down) = (turned(Direction::Higher), turned(Direction::Lower));
        for (then, now) in record.occasions.iter().zip(record.occasions.iter().skip(1)) {
            let (up, down) = (compare(&up, then, now), compare(&down, then, now));
            let (a, b) = (up.summary(), down.summary());
            prop_assert_eq!((a.better, a.same, a.worse, a.moved), (b.worse, b.same, b.better, b.moved));
            for (one, other) in up.changes.iter().zip(&down.changes) {
                prop_assert_eq!(one.difference(), other.difference());
            }
        }
    }
}

#[test]
fn a_time_looked_back_on_is_compared_like_any() {
    let mut record = table_7();
    let sitting = Sitting::LookingBack(occasion("first"));
    apply(&mut record, "2014-07-15", [Edit::StartOccasion { occasion: occasion("back"), sitting }]);
    let comparison = compare(&record, &record.occasions[2], &record.occasions[1]);
    assert_eq!(comparison.summary(), Summary { items: 12, ..Summary::default() }, "nothing is rated yet");
}
