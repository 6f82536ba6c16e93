//! One item, or one section, over all the times.

use super::mean::Mean;
use crate::domain::{Date, ItemId, Kind, Occasion, OccasionId, Rater, Rating, Record, SectionId};

/// How something stood on one occasion.
#[derive(Clone, Debug, PartialEq)]
pub struct Past<T> {
    /// Which occasion.
    pub occasion: OccasionId,
    /// Whose view it is, and of when.
    pub view: View,
    /// The day it is about.
    pub day: Date,
    /// How it stood.
    pub stood: T,
}

/// Whose view it is, and of when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The owner's, of that day.
    Own,
    /// The owner's, of the first time once more: no time of its own.
    Again,
    /// The owner's, made later: looking back.
    Back,
    /// Someone else's.
    Other,
}

impl View {
    /// Whose view `occasion` holds.
    pub fn of(occasion: &Occasion) -> Self {
        match (&occasion.rater, occasion.kind) {
            (Rater::Other(_), _) => Self::Other,
            (Rater::Me, Kind::Retrospective) => Self::Back,
            (Rater::Me, Kind::SecondBaseline) => Self::Again,
            (Rater::Me, Kind::Baseline | Kind::Interim | Kind::Final) => Self::Own,
        }
    }
}

/// How `item` was rated on each finished occasion on which it was there, in the order of the days they are about.
pub fn item_history(record: &Record, item: &ItemId) -> Vec<Past<Rating>> {
    history(record, |occasion| occasion.ratings.get(item).cloned())
}

/// The mean of a section's answers on each finished occasion on which any of it was asked, in the order of the days they
/// are about. What a quick update did not ask of it stands as it was.
pub fn section_history(record: &Record, section: &SectionId) -> Vec<Past<Mean>> {
    history(record, |occasion| {
        // A quick update that asked nothing of it says nothing of it.
        record.instrument.items_in(section).find(|item| occasion.has(&item.id))?;
        let standing = if occasion.is_regular() { record.standing(occasion) } else { occasion.clone() };
        let there = record.instrument.items_in(section).filter(|item| standing.has(&item.id));
        Some(Mean::of_answers(there.map(|item| standing.answer(&item.id))))
    })
}

fn history<T>(record: &Record, stood: impl Fn(&Occasion) -> Option<T>) -> Vec<Past<T>> {
    let past = |occasion: &Occasion| {
        let stood = stood(occasion)?;
        Some(Past { occasion: occasion.id.clone(), view: View::of(occasion), day: occasion.refers_to, stood })
    };
    let mut history: Vec<Past<T>> = record.over().filter_map(past).collect();
    history.sort_by_key(|past| past.day);
    history
}
