//! How a record as it was differs from what it is now.

use std::collections::BTreeSet;

use crate::domain::Record;

/// What differs between two versions of one record, each part counted once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Since {
    /// Answers on occasions that both have.
    pub ratings: usize,
    /// Items that only one of them has, or that read differently.
    pub items: usize,
    /// Occasions that only one of them has.
    pub times: usize,
    /// Targets that only one of them has, or that read differently.
    pub targets: usize,
    /// Conversations that only one of them has, or that read differently.
    pub conversations: usize,
    /// Whether anything else differs: reasons, reflections, the title.
    pub rest: bool,
}

/// What differs between a record as it `was` and as it `is`.
pub fn since(was: &Record, is: &Record) -> Since {
    let of_both = is.occasions.iter().filter_map(|now| Some((was.occasion(&now.id)?, now)));
    let ratings = of_both.map(|(then, now)| {
        let items: BTreeSet<_> = then.ratings.keys().chain(now.ratings.keys()).collect();
        items.into_iter().filter(|item| then.answer(item) != now.answer(item)).count()
    });
    let mut since = Since {
        ratings: ratings.sum(),
        items: differing(&was.instrument.items, &is.instrument.items, |item| &item.id),
        times: {
            let [then, now] = [was, is].map(|record| record.occasions.iter().map(|on| &on.id).collect::<BTreeSet<_>>());
            then.symmetric_difference(&now).count()
        },
        targets: differing(&was.targets, &is.targets, |target| &target.id),
        conversations: differing(&was.conversations, &is.conversations, |each| &each.id),
        rest: false,
    };
    since.rest = since == Since::default() && !was.reads_as(is);
    since
}

/// How many parts only one of two lists has, or that read differently.
fn differing<Part: PartialEq, Id: Ord>(was: &[Part], is: &[Part], id: impl Fn(&Part) -> &Id) -> usize {
    let ids: BTreeSet<&Id> = was.iter().chain(is).map(&id).collect();
    let find = |parts: &[Part], wanted: &Id| parts.iter().position(|part| id(part) == wanted);
    let differs = |wanted: &&Id| {
        let [then, now] = [was, is].map(|parts| find(parts, wanted).and_then(|at| parts.get(at)));
        then != now
    };
    ids.into_iter().filter(differs).count()
}
