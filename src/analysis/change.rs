//! One item on two occasions.

use super::best::{Trend, from_best, to_go, trend, weight};
use crate::domain::{Direction, Item, Rating, Scale};

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
    /// The earlier time as it was seen later.
    pub back: Option<u8>,
    /// The number that someone else gave.
    pub other: Option<u8>,
    /// How the two relate.
    pub pairing: Pairing,
    /// Its poles as they read on the earlier occasion, when they read differently: attribute, opposite.
    pub reworded_from: Option<(String, String)>,
    /// Which end is best for it.
    pub direction: Direction,
    /// The level needed now, else the one needed then, else the one that the form suggests.
    pub needed: Option<u8>,
    /// The level needed then, else the one needed now, else the one that the form suggests.
    pub needed_then: Option<u8>,
    /// Whether it mattered most on the later occasion, or else on the earlier one.
    pub matters: bool,
    /// How important it is, as last said, 1–5.
    pub importance: Option<u8>,
    /// The numbers' range.
    pub scale: Scale,
    pub(super) idea_changed: bool,
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
    /// On the chart both times but without a number on at least one, or not asked on a quick update: never taken for 0.
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
    /// Rated both times, but the person's idea of it has changed: neither higher nor lower is said of it.
    SeenDifferently,
    /// Not rated both times.
    NotBoth,
    /// Added since.
    New,
    /// Set aside since.
    SetAside,
}

impl Group {
    /// The order of the reveal (design: own words first, then these).
    pub const ORDER: [Self; 9] = [
        Self::HeldHigh,
        Self::Better,
        Self::Worse,
        Self::Moved,
        Self::Same,
        Self::SeenDifferently,
        Self::NotBoth,
        Self::New,
        Self::SetAside,
    ];
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

    /// How many points were still to go then to the level needed then; below 0 where it was passed.
    pub fn to_go_then(&self) -> Option<i16> {
        Some(to_go(self.direction, self.needed_then?, self.then.as_ref()?.answer.value()?))
    }

    /// How many points are still to go to the level needed; below 0 where it is passed.
    pub fn to_go(&self) -> Option<i16> {
        Some(to_go(self.direction, self.needed?, self.now.as_ref()?.answer.value()?))
    }

    /// Importance times what is still to go: an order and not a measure.
    pub fn weight(&self) -> Option<i16> {
        weight(self.importance, self.to_go()?)
    }

    /// How much lower (below 0) or higher the earlier time is placed, looking back: `back − then`.
    pub fn shift(&self) -> Option<i16> {
        Some(i16::from(self.back?) - i16::from(self.then.as_ref()?.answer.value()?))
    }

    /// The change on one yardstick, both numbers given in one spirit: `now − back`.
    pub fn on_one_yardstick(&self) -> Option<i16> {
        Some(i16::from(self.now.as_ref()?.answer.value()?) - i16::from(self.back?))
    }

    /// Whether the person says that their idea of it has changed since the earlier occasion.
    pub fn idea_changed(&self) -> bool {
        self.idea_changed && self.difference().is_some()
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
            Pairing::Matched { .. } if self.idea_changed() => Group::SeenDifferently,
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
