//! Now against needed: what is still to go.

use super::best::{to_go, weight};
use super::mean::Mean;
use super::sorting::last_if_none;
use crate::domain::{Item, Occasion, Record};

/// One item's way to the level needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The item.
    pub item: Item,
    /// Its number on the wheel, from 1.
    pub number: usize,
    /// Where the person is.
    pub now: u8,
    /// Where they need to be, by their own word or the form's.
    pub needed: u8,
    /// Points still to go; below 0 where the level is passed.
    pub to_go: i16,
    /// How important it is, 1–5, where that was said.
    pub importance: Option<u8>,
    /// Whether it is one of those that matter most.
    pub matters: bool,
}

impl Gap {
    /// Importance times what is still to go: an order and not a measure.
    pub fn weight(&self) -> Option<i16> {
        weight(self.importance, self.to_go)
    }
}

/// The ways of one occasion.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gaps {
    /// The items with a number and a level needed, the longest way first.
    pub gaps: Vec<Gap>,
    /// How many items there are.
    pub of: usize,
    /// How many have a number, and no level needed.
    pub without_level: usize,
}

/// What is still to go on `occasion`: `needed − now` where the highest is best.
pub fn gaps(record: &Record, occasion: &Occasion) -> Gaps {
    let of = |(item, number): (&Item, usize)| {
        let rating = occasion.ratings.get(&item.id)?;
        let (now, needed) = (rating.answer.value()?, record.needed(item, rating)?);
        Some(Gap {
            item: item.clone(),
            number,
            now,
            needed,
            to_go: to_go(record.instrument.direction_of(item), needed, now),
            importance: rating.importance,
            matters: occasion.focus.contains(&item.id),
        })
    };
    let mut gaps: Vec<Gap> = record.items().zip(1..).filter_map(of).collect();
    gaps.sort_by_key(|gap| std::cmp::Reverse(gap.to_go));
    let rated = record.items().filter(|item| occasion.answer(&item.id).value().is_some()).count();
    Gaps { without_level: rated - gaps.len(), of: record.items().count(), gaps }
}

impl Gaps {
    /// The heaviest first; what has no importance comes last, the longest way first.
    pub fn by_weight(&self) -> Vec<&Gap> {
        let mut gaps: Vec<&Gap> = self.gaps.iter().collect();
        gaps.sort_by_key(|gap| last_if_none(gap.weight()));
        gaps
    }

    /// The mean of what is still to go; what is passed counts below 0.
    pub fn mean(&self) -> Mean {
        Mean::of_some(self.gaps.iter().map(|gap| Some(f64::from(gap.to_go))))
    }

    /// The mean distance from the level needed, on whichever side: what is passed makes up for nothing.
    pub fn mean_distance(&self) -> Mean {
        Mean::of_some(self.gaps.iter().map(|gap| Some(f64::from(gap.to_go.unsigned_abs()))))
    }
}
