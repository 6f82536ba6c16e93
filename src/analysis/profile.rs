//! What one set of answers shows: strengths first.

use super::best::from_best;
use crate::domain::{Answer, Item, Occasion, Record};

/// The items of one occasion, sorted out; each list in the form's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile<'a> {
    /// Answered within a quarter of the scale from its best end, or from the level needed: 4–5 of 1–5.
    pub strengths: Vec<&'a Item>,
    /// Answered further away.
    pub room: Vec<&'a Item>,
    /// Answered, but there is no telling: no level needed has been named.
    pub unsorted: Vec<&'a Item>,
    /// Said not to apply.
    pub not_applicable: Vec<&'a Item>,
    /// Left open.
    pub open: Vec<&'a Item>,
}

/// Sorts out the answers of `occasion`.
pub fn profile<'a>(record: &'a Record, occasion: &'a Occasion) -> Profile<'a> {
    let mut profile = Profile::default();
    let form = &record.instrument;
    for item in record.items_on(occasion) {
        let Some(rating) = occasion.ratings.get(&item.id) else { continue };
        let list = match rating.answer {
            Answer::Blank => &mut profile.open,
            Answer::DoesNotApply => &mut profile.not_applicable,
            Answer::Value(value) => {
                let needed = record.needed(item, rating);
                match from_best(form.scale, form.direction_of(item), needed, value) {
                    Some(steps) if steps <= form.scale.quarter() => &mut profile.strengths,
                    Some(_) => &mut profile.room,
                    None => &mut profile.unsorted,
                }
            }
        };
        list.push(item);
    }
    profile
}
