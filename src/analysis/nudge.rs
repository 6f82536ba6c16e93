//! One kind line about a set of ratings, never blocking.

use crate::domain::{Occasion, Scale};

/// What one might think about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nudge {
    /// All rated items carry the same number.
    AllEqual,
    /// Nearly all stand at the top: "What would the next step up look like?"
    NearlyAllHigh,
}

/// The fewest ratings about which anything is said.
const ENOUGH: usize = 4;

/// The line for `occasion`, if any. "Nearly all": at most one in five below the top two numbers of the scale.
pub fn nudge(occasion: &Occasion, scale: Scale) -> Option<Nudge> {
    let values: Vec<u8> = occasion.ratings.values().filter_map(|rating| rating.answer.value()).collect();
    let (first, rest) = values.split_first()?;
    if values.len() < ENOUGH {
        return None;
    }
    let top = scale.max.saturating_sub(1);
    let below = values.iter().filter(|value| **value < top).count();
    if below * 5 <= values.len() {
        Some(Nudge::NearlyAllHigh)
    } else if rest.iter().all(|value| value == first) {
        Some(Nudge::AllEqual)
    } else {
        None
    }
}
