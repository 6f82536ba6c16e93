//! One dated set of ratings.

use std::collections::BTreeMap;

use super::{Answer, Date, ItemId, OccasionId, Rating};

/// How many items can be marked as mattering most.
pub const FOCUS_MAX: usize = 3;

/// One dated set of ratings.
///
/// It holds an entry for each item that was on the chart at the time, rated or not: an item without an entry
/// was not there, which is different from one left blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// Names the occasion.
    pub id: OccasionId,
    /// What it is for.
    pub kind: Kind,
    /// The day the ratings were made.
    pub rated_on: Date,
    /// The day the ratings are about; differs from `rated_on` only when looking back.
    pub refers_to: Date,
    /// The ratings by item.
    pub ratings: BTreeMap<ItemId, Rating>,
    /// What matters most, at most [`FOCUS_MAX`], in the order chosen.
    pub focus: Vec<ItemId>,
    /// Whether earlier values were looked at while rating.
    pub earlier_shown: bool,
    /// Whether the person has finished rating; until then earlier values stay hidden.
    pub finished: bool,
}

impl Occasion {
    /// A new occasion on which `items` stand, all blank.
    pub fn new(id: OccasionId, kind: Kind, today: Date, items: impl IntoIterator<Item = ItemId>) -> Self {
        let mut ratings = BTreeMap::new();
        ratings.extend(items.into_iter().map(|item| (item, Rating::default())));
        Self {
            id,
            kind,
            rated_on: today,
            refers_to: today,
            ratings,
            focus: Vec::new(),
            earlier_shown: false,
            finished: false,
        }
    }

    /// The answer for `item`; blank also when the item was not there.
    pub fn answer(&self, item: &ItemId) -> Answer {
        self.ratings.get(item).map(|rating| rating.answer).unwrap_or_default()
    }

    /// Whether `item` was on the chart on this occasion.
    pub fn has(&self, item: &ItemId) -> bool {
        self.ratings.contains_key(item)
    }

    /// How many items carry a number.
    pub fn rated_count(&self) -> usize {
        self.ratings.values().filter(|rating| rating.answer.value().is_some()).count()
    }
}

/// What an occasion is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The first time.
    Baseline,
    /// A time in between.
    Interim,
    /// The time at the end of a course or year.
    Final,
    /// Looking back: rated later than the time it is about.
    Retrospective,
}
