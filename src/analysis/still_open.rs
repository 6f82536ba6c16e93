//! What could still be added to a chart, if one likes. Names the parts; no bar, no percentage.

use crate::domain::{Answer, ItemId, Record};

/// What is still empty, part by part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StillOpen {
    /// Items without an opposite.
    pub opposites: Vec<ItemId>,
    /// Items without a word on what one would see at either end.
    pub behaviours: Vec<ItemId>,
    /// Items without an answer on the newest occasion.
    pub ratings: Vec<ItemId>,
    /// Rated items without a reason or an example.
    pub reasons: Vec<ItemId>,
    /// Rated items without a level needed.
    pub needed: Vec<ItemId>,
}

impl StillOpen {
    /// Whether nothing is left.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What is still empty in `record`.
pub fn still_open(record: &Record) -> StillOpen {
    let mut open = StillOpen::default();
    // An audit says at its own end what is open, and asks for no words.
    if record.is_audit() {
        return open;
    }
    let standing = record.newest().map(|newest| record.standing(newest));
    for item in record.items() {
        let id = &item.id;
        if item.opposite.trim().is_empty() {
            open.opposites.push(id.clone());
        }
        if item.seen_high.trim().is_empty() && item.seen_low.trim().is_empty() {
            open.behaviours.push(id.clone());
        }
        let Some(rating) = standing.as_ref().and_then(|standing| standing.ratings.get(id)) else { continue };
        match rating.answer {
            Answer::Value(_) => {}
            Answer::DoesNotApply => continue,
            Answer::Blank => {
                open.ratings.push(id.clone());
                continue;
            }
        }
        if rating.why.trim().is_empty() && rating.example.trim().is_empty() {
            open.reasons.push(id.clone());
        }
        if rating.needed.is_none() {
            open.needed.push(id.clone());
        }
    }
    open
}
