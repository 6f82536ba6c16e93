//! Two occasions of one record, item by item.

use super::best::{Trend, from_best, trend};
use crate::domain::{Date, Direction, Item, ItemId, Occasion, Rating, Record, Scale};

/// Two occasions of one record side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// One entry for each item that was there on either occasion: in the chart's order, those set aside at the end.
    pub changes: Vec<Change>,
}

/// One item on both occasions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The item, as it reads now.
    pub item: Item,
    /// Its number on the wheel of both, from 1.
    pub number: usize,
    /// The rating on the earlier occasion; `None` when it was not there.
    pub then: Option<Rating>,
    /// The rating on the later occasion; `None` when it was not there.
    pub now: Option<Rating>,
    /// How the two relate.
    pub pairing: Pairing,
    /// Its poles as they read on the earlier occasion, when they read differently: attribute, opposite.
    pub reworded_from: Option<(String, String)>,
    /// Which end is best for it.
    pub direction: Direction,
    /// The level needed now, else the one needed then, else the one that the form suggests.
    pub needed: Option<u8>,
    scale: Scale,
}

/// How an item's two ratings relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pairing {
    /// Rated both times.
    Matched {
        /// The earlier number.
        then: u8,
        /// The later number.
        now: u8,
    },
    /// There both times but without a number on at least one: never taken for 0.
    NotBoth,
    /// Only on the later occasion.
    New,
    /// Only on the earlier occasion.
    SetAside,
}

/// Where an item stands in the reveal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Near the best both times: strengths come first.
    HeldHigh,
    /// Nearer to the best than then: higher, where the highest is best.
    Better,
    /// Further from it than then: lower, where the highest is best.
    Worse,
    /// The same number.
    Same,
    /// Another number, of which nothing can be said.
    Moved,
    /// Not rated both times.
    NotBoth,
    /// Added since.
    New,
    /// Set aside since.
    SetAside,
}

impl Group {
    /// The order of the reveal (design: own words first, then these).
    pub const ORDER: [Self; 8] =
        [Self::HeldHigh, Self::Better, Self::Worse, Self::Moved, Self::Same, Self::NotBoth, Self::New, Self::SetAside];
}

/// The counts of the sentence "You rated 7 of 10 both times: 5 higher, 1 the same, 1 lower. 2 new, 1 set aside."
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Items on either occasion.
    pub items: usize,
    /// Rated both times.
    pub matched: usize,
    /// Nearer to the best: higher, where the highest is best.
    pub better: usize,
    /// The same numbers.
    pub same: usize,
    /// Further from the best: lower, where the highest is best.
    pub worse: usize,
    /// Other numbers, of which nothing can be said.
    pub moved: usize,
    /// Only on the later occasion.
    pub new: usize,
    /// Only on the earlier occasion.
    pub set_aside: usize,
}

/// Compares two occasions of `record`. Only what was rated on both is counted as changed or not.
pub fn compare(record: &Record, then: &Occasion, now: &Occasion) -> Comparison {
    let items = record.items_on_either(then, now);
    let changes = items.into_iter().zip(1..).map(|(item, number)| change(record, (item, number), then, now)).collect();
    Comparison { changes }
}

fn change(record: &Record, (item, number): (&Item, usize), then: &Occasion, now: &Occasion) -> Change {
    let rating = |occasion: &Occasion, id: &ItemId| occasion.ratings.get(id).cloned();
    let (before, after) = (rating(then, &item.id), rating(now, &item.id));
    let pairing = match (&before, &after) {
        (Some(before), Some(after)) => match (before.answer.value(), after.answer.value()) {
            (Some(then), Some(now)) => Pairing::Matched { then, now },
            _ => Pairing::NotBoth,
        },
        (None, _) => Pairing::New,
        (Some(_), None) => Pairing::SetAside,
    };
    // Only rated items keep their earlier words, so one reworded on the day of its first rating was rated as it read
    // before. On the day of a later rating, the words were changed first: that is what looking again begins with.
    let before_then = record.occasions.iter().take_while(|occasion| occasion.id != then.id);
    let first = before_then.filter_map(|occasion| occasion.ratings.get(&item.id)).all(Rating::is_empty);
    let stood = |until: Date| until > then.rated_on || (first && until == then.rated_on);
    let wording = item.earlier.iter().find(|wording| stood(wording.until));
    let reworded = wording.filter(|wording| before.is_some() && wording.is_replaced_in(item));
    let reworded_from = reworded.map(|wording| (wording.text.clone(), wording.opposite.clone()));
    let said = |rating: &Option<Rating>| rating.as_ref().and_then(|rating| rating.needed);
    Change {
        item: item.clone(),
        number,
        pairing,
        reworded_from,
        direction: record.instrument.direction_of(item),
        needed: said(&after).or_else(|| said(&before)).or(item.needed),
        scale: record.instrument.scale,
        then: before,
        now: after,
    }
}

impl Change {
    /// Later minus earlier, in points of the scale, where both were rated.
    pub fn difference(&self) -> Option<i16> {
        match self.pairing {
            Pairing::Matched { then, now } => Some(i16::from(now) - i16::from(then)),
            _ => None,
        }
    }

    /// What the change means, where both were rated.
    pub fn trend(&self) -> Option<Trend> {
        match self.pairing {
            Pairing::Matched { then, now } => Some(trend(self.scale, self.direction, self.needed, then, now)),
            _ => None,
        }
    }

    /// Whether it was at the best already on the earlier occasion, so that it could not get better.
    pub fn no_room(&self) -> bool {
        matches!(self.pairing, Pairing::Matched { then, .. } if self.steps_off(then) == Some(0))
    }

    fn steps_off(&self, value: u8) -> Option<u8> {
        from_best(self.scale, self.direction, self.needed, value)
    }

    /// Where it stands in the reveal.
    pub fn group(&self) -> Group {
        let near = |value| self.steps_off(value).is_some_and(|steps| steps <= self.scale.quarter());
        match self.pairing {
            Pairing::Matched { then, now } if near(then) && near(now) => Group::HeldHigh,
            Pairing::NotBoth => Group::NotBoth,
            Pairing::New => Group::New,
            Pairing::SetAside => Group::SetAside,
            Pairing::Matched { .. } => match self.trend() {
                Some(Trend::Better) => Group::Better,
                Some(Trend::Worse) => Group::Worse,
                Some(Trend::Moved) => Group::Moved,
                Some(Trend::Same) | None => Group::Same,
            },
        }
    }

    /// Whether words were given on either occasion.
    pub fn has_words(&self) -> bool {
        self.then.iter().chain(&self.now).any(|rating| !rating.words().is_empty())
    }
}

impl Comparison {
    /// The counts for the sentence.
    pub fn summary(&self) -> Summary {
        let mut summary = Summary { items: self.changes.len(), ..Summary::default() };
        for change in &self.changes {
            summary.matched += usize::from(change.trend().is_some());
            match change.trend() {
                Some(Trend::Better) => summary.better += 1,
                Some(Trend::Same) => summary.same += 1,
                Some(Trend::Worse) => summary.worse += 1,
                Some(Trend::Moved) => summary.moved += 1,
                None => {}
            }
            summary.new += usize::from(change.pairing == Pairing::New);
            summary.set_aside += usize::from(change.pairing == Pairing::SetAside);
        }
        summary
    }

    /// The items of one group, in the chart's order.
    pub fn group(&self, group: Group) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(move |change| change.group() == group)
    }

    /// Whether a higher number is the better one for all that is compared.
    pub fn higher_is_better(&self) -> bool {
        self.changes.iter().all(|change| change.direction == Direction::Higher)
    }
}
