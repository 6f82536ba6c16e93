//! How much one person's ratings move by themselves, against the numbers of the reference report on peers and evidence
//! (§3.4, §3.5).
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::sync::Arc;

use common::{answered_twice, apply, fixture, occasion, statements};
use roundel::analysis::{Steadiness, Summary, compare, rounded};
use roundel::domain::{Answer, Direction, Edit, Kind, Occasion, Rater, Record, Scale};

const OF_FIVE: Scale = Scale { min: 1, max: 5 };

fn values(values: &[u8]) -> Vec<Answer> {
    values.iter().copied().map(Answer::Value).collect()
}

/// A first time on 16 September 2013 and the same once more, `second`, so many days later.
fn once_more(scale: Scale, then: &[Answer], again: &[Answer], days: i64) -> Record {
    let mut record = answered_twice(statements(then.len(), scale, Direction::Higher), then, again);
    let first = record.occasions[0].rated_on;
    let second = Arc::make_mut(&mut record.occasions[1]);
    (second.kind, second.finished) = (Kind::SecondBaseline, true);
    second.rated_on = first + time::Duration::days(days);
    second.refers_to = second.rated_on;
    record
}

/// Ten items whose differences are as far apart as SD 2: squares of 36 over nine.
fn of_spread_two(days: i64) -> Record {
    let again = values(&[8, 2, 7, 3, 7, 3, 6, 4, 5, 5]);
    once_more(Scale::CONSTRUCT, &values(&[5; 10]), &again, days)
}

#[test]
fn the_bands_are_those_of_the_reference() {
    for (spread, of_item, of_mean) in [(1.0, "2.0", "0.6"), (1.5, "2.9", "0.9"), (2.0, "3.9", "1.2")] {
        let steadiness = Steadiness { spread, n: 10 };
        let bands = (rounded(steadiness.of_item(), 1), rounded(steadiness.of_mean(10), 1));
        assert_eq!(bands, (of_item.into(), of_mean.into()), "SD {spread}");
    }
    assert_eq!(Steadiness::of(&of_spread_two(7)), Some(Steadiness { spread: 2.0, n: 10 }));
    let five = once_more(OF_FIVE, &values(&[3; 5]), &values(&[4, 4, 2, 2, 3]), 7);
    assert_eq!(Steadiness::of(&five), Some(Steadiness { spread: 1.0, n: 5 }));
}

#[test]
fn a_shift_of_all_alike_is_no_unsteadiness() {
    let lower = once_more(OF_FIVE, &values(&[2, 3, 4, 3, 2]), &values(&[1, 2, 3, 2, 1]), 7);
    let steadiness = Steadiness::of(&lower).unwrap();
    assert_eq!((steadiness.spread, steadiness.covers(0), steadiness.covers(1)), (0.0, true, false));
}

#[test]
fn nothing_is_said_from_fewer_than_five_or_after_a_fortnight() {
    assert!([0, 14].iter().all(|days| Steadiness::of(&of_spread_two(*days)).is_some()));
    assert!([-1, 15].iter().all(|days| Steadiness::of(&of_spread_two(*days)).is_none()));
    let mut answers = values(&[1, 2, 3, 4]);
    answers.extend([Answer::Blank, Answer::DoesNotApply]);
    assert_eq!(Steadiness::of(&once_more(OF_FIVE, &values(&[3; 6]), &answers, 7)), None, "four were rated twice");
    assert_eq!(Steadiness::of(&once_more(OF_FIVE, &answers, &values(&[3; 6]), 7)), None);
    answers[4] = Answer::Value(5);
    assert_eq!(Steadiness::of(&once_more(OF_FIVE, &values(&[3; 6]), &answers, 7)).map(|it| it.n), Some(5));
}

#[test]
fn only_the_owners_first_time_once_more_says_it() {
    let changed = |change: &dyn Fn(&mut Occasion)| {
        let mut record = of_spread_two(7);
        change(Arc::make_mut(&mut record.occasions[1]));
        Steadiness::of(&record)
    };
    assert_eq!(changed(&|_| {}), Steadiness::of(&of_spread_two(7)));
    assert_eq!(changed(&|again| again.finished = false), None, "under way");
    assert_eq!(changed(&|again| again.kind = Kind::Interim), None, "a time of its own");
    assert_eq!(changed(&|again| again.rater = Rater::Other("mentor".into())), None, "another's");
}

#[test]
fn of_several_the_newest_in_time_says_it() {
    let mut record = of_spread_two(7);
    let (first, again) = (record.occasions[0].clone(), record.occasions[1].clone());
    let same = Occasion { id: occasion("same"), ratings: first.ratings.clone(), ..Occasion::clone(&again) };
    record.occasions.push(Arc::new(same));
    assert_eq!(Steadiness::of(&record), Some(Steadiness { spread: 0.0, n: 10 }));
    Arc::make_mut(&mut record.occasions[2]).rated_on = first.rated_on + time::Duration::days(15);
    assert_eq!(Steadiness::of(&record), Some(Steadiness { spread: 2.0, n: 10 }));
}

#[test]
fn a_band_covers_what_lies_within_it_on_either_side() {
    let covers = |spread: f64| {
        let steadiness = Steadiness { spread, n: 10 };
        (0..=4i16).map(|by| (steadiness.covers(by), steadiness.covers(-by))).collect::<Vec<_>>()
    };
    let (inside, outside) = ((true, true), (false, false));
    assert_eq!(covers(1.0), [inside, inside, outside, outside, outside], "1.96 is less than 2");
    assert_eq!(covers(1.5), [inside, inside, inside, outside, outside]);
    assert_eq!(covers(0.0), [inside, outside, outside, outside, outside]);
}

/// The worked example of the reference: eight items of 1–5, before and after.
const BEFORE: [u8; 8] = [3, 2, 2, 4, 3, 4, 2, 3];
const AFTER: [u8; 8] = [4, 3, 4, 4, 4, 3, 4, 4];

#[test]
fn the_worked_example_comes_out_as_printed() {
    let form = statements(8, OF_FIVE, Direction::Higher);
    let record = answered_twice(form, &values(&BEFORE), &values(&AFTER));
    let comparison = compare(&record, &record.occasions[0], &record.occasions[1]);
    let summary = Summary { items: 8, matched: 8, better: 6, worse: 1, same: 1, ..Summary::default() };
    assert_eq!((comparison.summary(), comparison.steadiness), (summary, None));
    let mean = comparison.mean_change();
    assert_eq!((mean.n, mean.of, mean.value()), (8, 8, Some(0.875)));
    let spread = Steadiness::of(&once_more(OF_FIVE, &values(&BEFORE), &values(&AFTER), 7)).unwrap().spread;
    assert_eq!(rounded(0.875 / spread, 3), "0.883", "d_z, which is the mean over the spread");
}

#[test]
fn of_what_has_changed_so_much_is_within_the_band() {
    let mut record = of_spread_two(7);
    let within = |record: &Record| compare(record, &record.occasions[0], record.latest().unwrap()).within_steadiness();
    apply(
        &mut record,
        "2014-07-14",
        [Edit::StartOccasion { occasion: occasion("last"), sitting: roundel::domain::Sitting::All }],
    );
    assert_eq!(within(&record), Some((0, 0)), "nothing is rated yet");
    for (at, value) in [5, 6, 4, 8, 9, 1, 10, 0, 5].into_iter().enumerate() {
        apply(&mut record, "2014-07-14", [common::rate("last", &format!("i{}", at + 1), value)]);
    }
    // By 0, 1, −1, 3, 4, −4, 5, −5 and 0, in a band of 3.92.
    assert_eq!(within(&record), Some((3, 7)));
    Arc::make_mut(&mut record.occasions[1]).kind = Kind::Interim;
    assert_eq!(within(&record), None, "not where one does not know");
}

#[test]
fn the_chart_of_three_times_knows_its_band() {
    let record = fixture("three-times");
    let steadiness = Steadiness::of(&record).unwrap();
    let bands = [steadiness.spread, steadiness.of_item(), steadiness.of_mean(8)].map(|band| rounded(band, 3));
    assert_eq!((steadiness.n, bands.join(" ").as_str()), (10, "1.033 2.024 0.716"));
    assert!(steadiness.of_mean(0).is_finite());
}
