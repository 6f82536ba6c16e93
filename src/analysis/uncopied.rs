//! What no file holds yet.

use crate::domain::{Instrument, InstrumentId, ItemId, OccasionId, Record, Stamp};

/// What the last copy of everything held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    /// Later than this no part of a record in it was changed.
    pub until: Stamp,
    /// The lists of one's own in it.
    pub lists: Vec<InstrumentId>,
}

impl Copied {
    /// What a copy of all these holds that is made `now`. A part can be changed later than now: the clock may have been
    /// set back since.
    pub fn of<'a>(
        records: impl IntoIterator<Item = &'a Record>,
        lists: impl IntoIterator<Item = &'a Instrument>,
        now: Stamp,
    ) -> Self {
        let until = records.into_iter().map(|record| record.stamps.newest()).fold(now, Stamp::max);
        Self { until, lists: lists.into_iter().map(|form| form.about.id.clone()).collect() }
    }
}

/// How many parts of `records` (ratings, items, occasions, targets, and what is said of a whole) and how many of `lists`
/// are in no copy, as far as can be known. Without a copy that is all of them. Parts that carry no stamp are from before
/// there were stamps, and were in the copy; so was a list of which an earlier version was.
pub fn changes_since<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    lists: impl IntoIterator<Item = &'a Instrument>,
    copied: Option<&Copied>,
) -> usize {
    let in_record = |record: &Record| copied.map_or_else(|| parts(record), |copied| changed(record, copied.until));
    let is_new = |form: &&Instrument| copied.is_none_or(|copied| !copied.lists.contains(&form.about.id));
    records.into_iter().map(in_record).sum::<usize>() + lists.into_iter().filter(is_new).count()
}

fn changed(record: &Record, until: Stamp) -> usize {
    let stamps = &record.stamps;
    let marks = stamps.items.values().chain(stamps.occasions.values()).chain(stamps.targets.values());
    // Adding an item gives it an empty rating as well, which is no change of its own.
    let is_said = |(on, item): &(OccasionId, ItemId)| {
        record.occasion(on).and_then(|on| on.ratings.get(item)).is_some_and(|rating| !rating.is_empty())
    };
    let ratings = stamps.ratings.iter().filter(|(key, _)| is_said(key)).map(|(_, changed)| *changed);
    let all = marks.map(|mark| mark.changed).chain(ratings).chain([stamps.head]);
    all.filter(|changed| *changed > until).count()
}

fn parts(record: &Record) -> usize {
    let ratings = record.occasions.iter().flat_map(|on| on.ratings.values()).filter(|rating| !rating.is_empty());
    1 + record.instrument.items.len() + record.occasions.len() + record.targets.len() + ratings.count()
}
