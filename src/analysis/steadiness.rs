//! How steady one person's ratings are: the own-noise band.

use crate::domain::{Kind, Occasion, Rating, Record, STEADY_DAYS};

/// The fewest items rated twice from which anything is said.
const ENOUGH: usize = 5;

/// 95 of 100 differences lie within so many standard deviations, if they are spread as errors are.
const WIDTH: f64 = 1.96;

/// How much one person's ratings move when nothing has had time to change: from the first time and the first time once
/// more, at most [`STEADY_DAYS`] later.
///
/// With the differences *d* of *k* ≥ 5 items the band of an item is ±1.96 × SD(*d*), that of a mean of *n* items the same
/// divided by √*n*. SD(*d*) holds the noise of both ratings already, so there is no further √2. It takes all items to be
/// equally noisy and their errors to be independent: an approximation, and the person's own, not a norm (reference
/// report on peers and evidence, §3.4).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Steadiness {
    /// SD of the differences in points of the scale, with *k* − 1.
    pub spread: f64,
    /// How many items were rated both times.
    pub n: usize,
}

impl Steadiness {
    /// What `record` tells of it: nothing without a second rating in time, or with fewer than five items rated twice.
    pub fn of(record: &Record) -> Option<Self> {
        let first = record.first()?;
        let soon = |again: &&Occasion| (0..=STEADY_DAYS).contains(&(again.rated_on - first.rated_on).whole_days());
        let again = |each: &&Occasion| each.is_own(Kind::SecondBaseline);
        let again = record.over().rev().filter(again).find(soon)?;
        let difference = |(item, rating): (_, &Rating)| {
            Some(f64::from(again.answer(item).value()?) - f64::from(rating.answer.value()?))
        };
        let differences: Vec<f64> = first.ratings.iter().filter_map(difference).collect();
        let n = differences.len();
        (n >= ENOUGH).then(|| Self { spread: spread(&differences), n })
    }

    /// Half the band of one item, in points of the scale.
    pub fn of_item(self) -> f64 {
        WIDTH * self.spread
    }

    /// Half the band of the mean of `n` items, in points of the scale.
    pub fn of_mean(self, n: usize) -> f64 {
        self.of_item() / (n.max(1) as f64).sqrt()
    }

    /// Whether one item's ratings move as much as `by` points by themselves.
    pub fn covers(self, by: i16) -> bool {
        f64::from(by.unsigned_abs()) <= self.of_item()
    }
}

/// The standard deviation, with *n* − 1.
fn spread(numbers: &[f64]) -> f64 {
    let n = numbers.len() as f64;
    let mean = numbers.iter().sum::<f64>() / n;
    let squares: f64 = numbers.iter().map(|number| (number - mean).powi(2)).sum();
    (squares / (n - 1.0)).sqrt()
}
