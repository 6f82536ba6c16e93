//! Better and worse, from the direction of a scale. The numbers themselves are never flipped.

use std::cmp::Ordering;

use crate::domain::{Direction, Scale};

/// How many steps `value` is from the best there is: the best end of the scale, or the level needed. `None` where no
/// level needed has been named.
pub fn from_best(scale: Scale, direction: Direction, needed: Option<u8>, value: u8) -> Option<u8> {
    match direction {
        Direction::Higher => Some(scale.max.saturating_sub(value)),
        Direction::Lower => Some(value.saturating_sub(scale.min)),
        Direction::TowardNeeded => needed.map(|needed| needed.abs_diff(value)),
    }
}

/// How many points are still to go from `value` to the level `needed`; below 0 where it is passed. Toward a level from
/// both sides nothing is passed: there it is the distance.
pub fn to_go(direction: Direction, needed: u8, value: u8) -> i16 {
    let up = i16::from(needed) - i16::from(value);
    match direction {
        Direction::Higher => up,
        Direction::Lower => -up,
        Direction::TowardNeeded => up.abs(),
    }
}

/// Importance times what is still to go, where importance was said. It puts items in order and measures nothing (Jones
/// 1993, after the performance profile of Butler & Hardy 1992; see the reference report on peers and evidence, §3.2).
pub fn weight(importance: Option<u8>, to_go: i16) -> Option<i16> {
    Some(i16::from(importance?) * to_go)
}

/// What a change means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// Nearer to the best than before.
    Better,
    /// The same number.
    Same,
    /// Further from the best than before.
    Worse,
    /// Another number, of which nothing can be said: no level needed has been named, or it lies between the two.
    Moved,
}

/// What it means to have gone from `then` to `now`.
pub fn trend(scale: Scale, direction: Direction, needed: Option<u8>, then: u8, now: u8) -> Trend {
    let distance = |value| from_best(scale, direction, needed, value);
    match (distance(then), distance(now)) {
        _ if then == now => Trend::Same,
        (Some(then), Some(now)) => match now.cmp(&then) {
            Ordering::Less => Trend::Better,
            Ordering::Greater => Trend::Worse,
            Ordering::Equal => Trend::Moved,
        },
        _ => Trend::Moved,
    }
}
