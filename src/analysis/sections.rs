//! The sections of an audit: what is drawn as spokes.

use super::mean::Mean;
use super::{Change, Comparison};
use crate::domain::{Answer, Occasion, Rating, Record, Section};

/// The mean of each section's answers on `occasion`, in the form's order.
pub fn section_means<'a>(record: &'a Record, occasion: &Occasion) -> Vec<(&'a Section, Mean)> {
    let mean = |section: &'a Section| {
        let items = record.instrument.items_in(&section.id);
        (section, Mean::of_answers(items.map(|item| occasion.answer(&item.id))))
    };
    record.instrument.sections.iter().map(mean).collect()
}

/// A section on two occasions.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionChange {
    /// The section.
    pub section: Section,
    /// Its mean on the earlier occasion.
    pub then: Mean,
    /// Its mean on the later one.
    pub now: Mean,
    /// Its mean at the earlier time as it was seen later; of nothing where nobody looked back.
    pub back: Mean,
    /// The mean of what someone else answered; of nothing where nobody did.
    pub other: Mean,
    /// The mean of the differences of what was answered both times, of all that applied both times.
    pub change: Mean,
    /// Its items.
    pub items: Vec<Change>,
}

/// The sections of two occasions of `record` that `comparison` compares.
pub fn section_changes(record: &Record, comparison: &Comparison) -> Vec<SectionChange> {
    let beside = |occasion: Option<&Occasion>, items: &[Change]| {
        let answers = |occasion: &Occasion| {
            Mean::of_answers(
                items.iter().filter(|each| occasion.has(&each.item.id)).map(|each| occasion.answer(&each.item.id)),
            )
        };
        occasion.map(answers).unwrap_or_default()
    };
    let of = |section: &Section| {
        let in_it = |change: &&Change| change.item.section.as_ref() == Some(&section.id);
        let items: Vec<Change> = comparison.changes.iter().filter(in_it).cloned().collect();
        let answer = |rating: Option<&Rating>| rating.map_or(Answer::Blank, |rating| rating.answer);
        let applied = |change: &&Change| {
            [&change.then, &change.now].into_iter().all(|rating| answer(rating.as_ref()) != Answer::DoesNotApply)
        };
        let difference = |change: &Change| change.difference().map(f64::from);
        SectionChange {
            section: section.clone(),
            then: Mean::of_answers(items.iter().map(|change| answer(change.then.as_ref()))),
            now: Mean::of_answers(items.iter().map(|change| answer(change.now.as_ref()))),
            back: beside(comparison.back.as_ref(), &items),
            other: beside(comparison.other.as_ref(), &items),
            change: Mean::of_some(items.iter().filter(applied).map(difference)),
            items,
        }
    };
    record.instrument.sections.iter().map(of).collect()
}
