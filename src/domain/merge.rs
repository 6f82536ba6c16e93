//! Two copies of one record made one: of each part the newest stays, and what gives way is named.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::parts::{Part, Parts, marks_of};
use super::{
    Conversation, ConversationId, Item, ItemId, Mark, Occasion, OccasionId, Rating, Record, Stamp, Stamps, Target,
};

/// A record made of two, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The two in one.
    pub record: Record,
    /// What stood in one of the two and gave way: not in the record any more.
    pub lost: Vec<Lost>,
    /// What the other had that was not here.
    pub came: Came,
}

/// Something that gave way, as it was; what stands in its place is in the merged record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lost {
    /// Something that is said of the whole: the record without its items, occasions, targets and conversations.
    Head(Box<Record>),
    /// How an item reads, or that it takes part.
    Item(Box<Item>),
    /// Something that is said of an occasion: the occasion without its ratings.
    Occasion(Box<Occasion>),
    /// A rating: on which occasion, of which item.
    Rating(OccasionId, ItemId, Rating),
    /// A target.
    Target(Box<Target>),
    /// What was talked about.
    Conversation(Box<Conversation>),
    /// That a sitting was under way: it is over, because another follows it.
    Ended(OccasionId),
}

/// How much the other had that was not here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Came {
    /// Occasions.
    pub occasions: usize,
    /// Items.
    pub items: usize,
    /// Ratings that were not made, or empty, here.
    pub ratings: usize,
    /// Targets.
    pub targets: usize,
    /// Conversations.
    pub conversations: usize,
}

/// Merges two copies of one record: all that either has, and of each part the one changed last. Of two changed at once
/// (or before changes carried a stamp) the fuller stays, so that it does not matter which copy is here.
///
/// The parts come together as sets do: in whatever order copies are merged, the same parts win. What the rules of a record
/// then ask for is seen to last: of two sittings under way the older is over; there is an entry, or none, for an item;
/// what does not fit the form is taken out or set aside, and is among what was lost.
pub fn merge(here: &Record, other: &Record) -> Merged {
    joined(None, here, other)
}

/// As [`merge`], where both come from `base`: what one side changed or took away while the other left it is so, and only
/// what both have changed can be lost.
pub fn merge_since(base: &Record, here: &Record, other: &Record) -> Merged {
    joined(Some(base), here, other)
}

fn joined(base: Option<&Record>, here: &Record, other: &Record) -> Merged {
    let as_was = |one: &Record| base.is_some_and(|base| one.said().cmp(&base.said()).is_eq());
    let newer = (here.stamps.head, here.said()) >= (other.stamps.head, other.said());
    let mut record = if here_stays(as_was(here), as_was(other), newer) { here.clone() } else { other.clone() };
    record.making.step = here.making.step.max(other.making.step);
    record.held_since = here.held_since.max(other.held_since);
    record.keep_until = here.keep_until.max(other.keep_until);
    record.noted_here = here.noted_here.union(&other.noted_here).cloned().collect();
    record.left_out = here.left_out.also_in(other.left_out);

    // What was rated since was not left as it was.
    let rated = |item: &Item| base.is_some_and(|base| [here, other].iter().any(|it| it.rated_since(base, &item.id)));
    let left = |item: &Item, was: &Item| item == was && !rated(item);
    let parts = [here, other].map(Record::item_parts);
    let (items, item_marks) = join(base.map(Record::item_parts), parts, &left);
    let parts = [here, other].map(Record::occasion_parts);
    let (occasions, occasion_marks) = join(base.map(Record::occasion_parts), parts, &|on, was| on == was);
    let parts = [here, other].map(Record::target_parts);
    let (targets, target_marks) = join(base.map(Record::target_parts), parts, &|target, was| target == was);
    let parts = [here, other].map(Record::conversation_parts);
    let (talks, talk_marks) = join(base.map(Record::conversation_parts), parts, &|talk, was| talk == was);
    (record.instrument.items, record.occasions) = (items, occasions);
    (record.targets, record.conversations) = (targets, talks);
    let private = join_private([here, other], &mut record.conversations);
    let mut stamps = BTreeMap::new();
    for occasion in &mut record.occasions {
        join_ratings(base, [here, other], Arc::make_mut(occasion), &mut stamps);
    }

    record.keep_rules();
    stamps.retain(|(on, item), _| record.occasion(on).is_some_and(|on| on.has(item)));
    record.stamps = Stamps {
        head: here.stamps.head.max(other.stamps.head),
        items: marks_of(&record.instrument.items, &item_marks),
        occasions: marks_of(&record.occasions, &occasion_marks),
        ratings: stamps,
        targets: marks_of(&record.targets, &target_marks),
        conversations: marks_of(&record.conversations, &talk_marks),
        private,
    };
    let mut lost = here.lost_in(&record, base);
    let also = other.lost_in(&record, base).into_iter().filter(|each| !lost.contains(each)).collect::<Vec<_>>();
    lost.extend(also);
    let mut ended: Vec<_> = [here, other].into_iter().filter_map(|side| side.ended_in(&record)).collect();
    ended.dedup();
    lost.extend(ended.into_iter().cloned().map(Lost::Ended));
    Merged { came: record.came_to(here), record, lost }
}

/// Whether what is here stays: what one side alone has changed does, and otherwise the newer.
fn here_stays(here_as_was: bool, other_as_was: bool, here_newer: bool) -> bool {
    if here_as_was == other_as_was { here_newer } else { other_as_was }
}

/// The parts of both sides in their order, and their marks. Gone is what one side has not and the other has `left` as it
/// was.
fn join<T: Part>(
    base: Option<Parts<T>>,
    [here, other]: [Parts<T>; 2],
    left: &dyn Fn(&T, &T) -> bool,
) -> (Vec<T>, BTreeMap<T::Id, Mark>) {
    let more = other.parts.iter().enumerate().filter(|(at, part)| here.get(*at, part.id()).is_none());
    let mut joined: Vec<(&T, Mark)> = Vec::new();
    for (at, part) in here.parts.iter().enumerate().chain(more) {
        let was = base.as_ref().and_then(|base| base.get(at, part.id()));
        match (here.get(at, part.id()), other.get(at, part.id())) {
            (Some(here), Some(other)) => joined.push(chosen(was, here, other)),
            (Some(only), None) | (None, Some(only)) if !was.is_some_and(|(was, _)| left(only.0, was)) => {
                joined.push(only);
            }
            _ => {}
        }
    }
    joined.sort_by_key(|(part, mark)| (mark.place, part.rank()));
    let marks = joined.iter().map(|(part, mark)| (part.id().clone(), *mark)).collect();
    (joined.into_iter().map(|(part, _)| part.clone()).collect(), marks)
}

/// Which of the two forms of a part stays, and in which place.
fn chosen<'a, T: Part>(was: Option<(&T, Mark)>, here: (&'a T, Mark), other: (&'a T, Mark)) -> (&'a T, Mark) {
    let by_stamp = here.1.changed.cmp(&other.1.changed);
    let newer = by_stamp.then_with(|| here.0.content(other.0)).then(here.1.place.cmp(&other.1.place)).is_ge();
    let as_was = |part: &T| was.is_some_and(|(was, _)| was.content(part).is_eq());
    let stays = here_stays(as_was(here.0), as_was(other.0), newer);
    let in_place = |mark: Mark| was.is_some_and(|(_, was)| was.place == mark.place);
    let placed = if here_stays(in_place(here.1), in_place(other.1), stays) { here.1 } else { other.1 };
    let changed = here.1.changed.max(other.1.changed);
    (if stays { here.0 } else { other.0 }, Mark { changed, ..placed })
}

/// Of each of the `talks` says what was said last of whether it is private, and when that was: also where the other side
/// has gone on writing it since. Of what was said at once, that it is.
fn join_private(sides: [&Record; 2], talks: &mut [Conversation]) -> BTreeMap<ConversationId, Stamp> {
    let mut stamps = BTreeMap::new();
    for talk in talks {
        let said = sides.into_iter().filter_map(|side| {
            let at = side.stamps.private.get(&talk.id).copied().unwrap_or_default();
            side.conversation(&talk.id).map(|talk| (at, talk.private))
        });
        if let Some((at, private)) = said.max() {
            talk.private = private;
            if at > 0 {
                stamps.insert(talk.id.clone(), at);
            }
        }
    }
    stamps
}

/// Gives `occasion` the ratings of both sides, and notes their stamps.
fn join_ratings(
    base: Option<&Record>,
    sides: [&Record; 2],
    occasion: &mut Occasion,
    stamps: &mut BTreeMap<(OccasionId, ItemId), Stamp>,
) {
    let id = occasion.id.clone();
    let was = base.and_then(|base| base.occasion(&id));
    let known = sides.map(|side| side.stamps.of_ratings(&id).collect::<BTreeMap<_, _>>());
    let [here, other] = sides.map(|side| side.occasion(&id));
    let on_both = here.is_some() && other.is_some();
    let mut ratings = BTreeMap::new();
    for item in [here, other].into_iter().flatten().flat_map(|on| on.ratings.keys()) {
        let [here_at, other_at] = known.each_ref().map(|known| known.get(item).copied().unwrap_or_default());
        let was = was.and_then(|was| was.ratings.get(item));
        let [here, other] = [here, other].map(|on| on.and_then(|on| on.ratings.get(item)));
        let rating = match (here, other) {
            (Some(here), Some(other)) => {
                let newer = (here_at, here) >= (other_at, other);
                if here_stays(was == Some(here), was == Some(other), newer) { here } else { other }
            }
            (Some(only), None) | (None, Some(only)) if !(on_both && was == Some(only)) => only,
            _ => continue,
        };
        ratings.insert(item.clone(), rating.clone());
        let stamp = here_at.max(other_at);
        if stamp > 0 {
            stamps.insert((id.clone(), item.clone()), stamp);
        }
    }
    occasion.ratings = ratings;
}

impl Record {
    /// The rating of `item` on `occasion`, if anything was said.
    fn rating(&self, occasion: &OccasionId, item: &ItemId) -> Option<&Rating> {
        self.occasion(occasion)?.ratings.get(item).filter(|rating| !rating.is_empty())
    }

    /// The ratings in which anything was said, occasion by occasion.
    fn ratings(&self) -> impl Iterator<Item = (&OccasionId, &ItemId, &Rating)> {
        let all =
            self.occasions.iter().flat_map(|on| on.ratings.iter().map(move |(item, rating)| (&on.id, item, rating)));
        all.filter(|(_, _, rating)| !rating.is_empty())
    }

    /// Whether anything is said of `item` that was not in `base`.
    fn rated_since(&self, base: &Self, item: &ItemId) -> bool {
        self.ratings().any(|(on, each, rating)| each == item && base.rating(on, item) != Some(rating))
    }

    /// What it says that is neither in `merged` nor was in `base`.
    fn lost_in(&self, merged: &Self, base: Option<&Self>) -> Vec<Lost> {
        let gone = |is_in: &dyn Fn(&Self) -> bool| !is_in(merged) && !base.is_some_and(is_in);
        let mut lost = Vec::new();
        if gone(&|it| it.said().cmp(&self.said()).is_eq()) {
            lost.push(Lost::Head(Box::new(self.head())));
        }
        let items = self.instrument.items.iter().filter(|item| !item.is_empty());
        let items = items.filter(|item| gone(&|it| it.item(&item.id) == Some(item)));
        lost.extend(items.map(|item| Lost::Item(Box::new(item.clone()))));
        let said = |it: &Self, on: &Occasion| it.occasion(&on.id).is_some_and(|it| it.said().cmp(&on.said()).is_eq());
        let occasions = self.all_occasions().filter(|on| gone(&|it| said(it, on)));
        let alone = |on: &Occasion| Lost::Occasion(Box::new(Occasion { ratings: BTreeMap::new(), ..on.clone() }));
        lost.extend(occasions.map(alone));
        let ratings = self.ratings().filter(|(on, item, rating)| gone(&|it| it.rating(on, item) == Some(rating)));
        lost.extend(ratings.map(|(on, item, rating)| Lost::Rating(on.clone(), item.clone(), rating.clone())));
        let targets = self.targets.iter().filter(|target| !target.is_empty());
        let targets = targets.filter(|target| gone(&|it| it.target(&target.id) == Some(target)));
        lost.extend(targets.map(|target| Lost::Target(Box::new(target.clone()))));
        let talks = self.conversations.iter().filter(|talk| !talk.is_empty());
        // Whether it is private is no words of anybody's.
        let same =
            |it: &Conversation, talk: &Conversation| Conversation { private: talk.private, ..it.clone() } == *talk;
        let talks = talks.filter(|talk| gone(&|it| it.conversation(&talk.id).is_some_and(|it| same(it, talk))));
        lost.extend(talks.map(|talk| Lost::Conversation(Box::new(talk.clone()))));
        lost
    }

    /// It without its items, occasions, targets and conversations.
    fn head(&self) -> Self {
        let (occasions, targets, conversations) = (Vec::new(), Vec::new(), Vec::new());
        let mut head = Self { occasions, targets, conversations, stamps: Stamps::default(), ..self.clone() };
        head.instrument.items.clear();
        head
    }

    /// The sitting that was under way and is over in `merged`, where another follows it.
    fn ended_in(&self, merged: &Self) -> Option<&OccasionId> {
        let id = &self.latest().filter(|latest| !latest.finished && merged.is_rated_here(latest))?.id;
        merged.occasion(id).filter(|now| !now.finished && merged.is_over(now)).map(|_| id)
    }

    /// How much of it is not in `here`.
    fn came_to(&self, here: &Self) -> Came {
        Came {
            occasions: self.occasions.iter().filter(|on| here.occasion(&on.id).is_none()).count(),
            items: self.instrument.items.iter().filter(|item| here.item(&item.id).is_none()).count(),
            ratings: self.ratings().filter(|(on, item, _)| here.rating(on, item).is_none()).count(),
            targets: self.targets.iter().filter(|target| here.target(&target.id).is_none()).count(),
            conversations: self.conversations.iter().filter(|talk| here.conversation(&talk.id).is_none()).count(),
        }
    }
}
