//! What no file holds yet.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{ItemId, Mark, Occasion, OccasionId, Record, RecordId, Stamp, Target};

/// What the last copy of everything held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    /// Of each record the latest time in it. It is compared within one record only, where each change is later than the
    /// one before whatever the clock says.
    pub records: BTreeMap<RecordId, Stamp>,
    /// The marks of the lists of one's own: any change of a list gives it another.
    pub lists: BTreeSet<String>,
}

impl Copied {
    /// What a copy of all these holds; of the lists their marks.
    pub fn of<'a>(records: impl IntoIterator<Item = &'a Record>, lists: impl IntoIterator<Item = String>) -> Self {
        let newest = |record: &Record| (record.id.clone(), record.stamps.newest());
        Self { records: records.into_iter().map(newest).collect(), lists: lists.into_iter().collect() }
    }
}

/// How many parts of `records` (ratings, items, occasions, targets, conversations, and what is said of a whole) and how many of `lists`,
/// of which these are the marks, are in no copy, as far as can be known. Without a copy that is all of them. Parts that
/// carry no stamp are from before there were stamps, and were in the copy that their record was in. Of a chart of somebody
/// else only what was noted here counts: the rest its owner has, and can give again.
pub fn changes_since<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    lists: impl IntoIterator<Item = String>,
    copied: Option<&Copied>,
) -> usize {
    let in_record = |record: &Record| match copied.and_then(|copied| copied.records.get(&record.id)) {
        until if record.held_since.is_some() => noted_here(record, until.copied()),
        Some(until) => changed(record, *until),
        None => parts(record),
    };
    let is_new = |mark: &String| copied.is_none_or(|copied| !copied.lists.contains(mark));
    records.into_iter().map(in_record).sum::<usize>() + lists.into_iter().filter(is_new).count()
}

fn changed(record: &Record, until: Stamp) -> usize {
    let stamps = &record.stamps;
    // Adding an item gives it an empty rating as well, which is no change of its own.
    let is_said = |(on, item): &(OccasionId, ItemId)| {
        record.occasion(on).and_then(|on| on.ratings.get(item)).is_some_and(|rating| !rating.is_empty())
    };
    let ratings = stamps.ratings.iter().filter(|(key, _)| is_said(key)).map(|(_, changed)| *changed);
    let all = stamps.marks().map(|mark| mark.changed).chain(ratings).chain([stamps.head]);
    all.filter(|changed| *changed > until).count()
}

fn noted_here(record: &Record, until: Option<Stamp>) -> usize {
    let is_new = |mark: Option<&Mark>| until.is_none_or(|until| mark.is_some_and(|mark| mark.changed > until));
    let stamps = &record.stamps;
    let rated = |on: &Occasion| stamps.of_ratings(&on.id).any(|(_, at)| until.is_some_and(|until| at > until));
    let views = record.views_from_here().filter(|on| is_new(stamps.occasions.get(&on.id)) || rated(on));
    let talks = || record.conversations.iter().filter(|talk| record.is_ours(talk));
    let is_agreed = |target: &&Target| talks().any(|talk| Some(&talk.id) == target.conversation.as_ref());
    let agreed = record.targets.iter().filter(is_agreed).filter(|target| is_new(stamps.targets.get(&target.id)));
    let noted = talks().filter(|talk| is_new(stamps.conversations.get(&talk.id)));
    views.count() + noted.count() + agreed.count()
}

fn parts(record: &Record) -> usize {
    let ratings = record.occasions.iter().flat_map(|on| on.ratings.values()).filter(|rating| !rating.is_empty());
    let parts = record.occasions.len() + record.targets.len() + record.conversations.len();
    1 + record.instrument.items.len() + parts + ratings.count()
}
