//! When each part of a record was last changed, and where it stands among its like: what two copies of one record are
//! merged by.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::parts::{Parts, restamped};
use super::{
    Conversation, ConversationId, Instrument, Item, ItemId, Making, Occasion, OccasionId, Record, Target, TargetId,
};

/// When something was changed: milliseconds since 1970, or later than that where the clock had been set back. 0 is from
/// before changes carried one.
pub type Stamp = u64;

/// The latest stamp there is, far beyond any day.
pub const STAMP_MAX: Stamp = 1 << 53;

/// What is known of one part beside what it says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// When it was last changed or moved.
    pub changed: Stamp,
    /// Where it stands among its like: the higher, the later. 0 where that follows from its place in the list.
    pub place: u32,
}

/// When each part of a record was last changed. A part that is not named was so before changes carried a stamp, and
/// stands where it stands in its list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamps {
    /// All of the record but its items, occasions, targets and conversations.
    pub head: Stamp,
    /// Its items.
    pub items: BTreeMap<ItemId, Mark>,
    /// Its occasions, without their ratings.
    pub occasions: BTreeMap<OccasionId, Mark>,
    /// The ratings.
    pub ratings: BTreeMap<(OccasionId, ItemId), Stamp>,
    /// The targets.
    pub targets: BTreeMap<TargetId, Mark>,
    /// The conversations.
    pub conversations: BTreeMap<ConversationId, Mark>,
    /// When it was last said of a conversation that it is private, or is not: whoever writes on in another copy says
    /// nothing of that.
    pub private: BTreeMap<ConversationId, Stamp>,
}

impl Stamps {
    /// The latest of all.
    pub fn newest(&self) -> Stamp {
        let single = self.ratings.values().chain(self.private.values()).copied();
        let stamps = self.marks().map(|mark| mark.changed).chain(single);
        stamps.fold(self.head, Stamp::max)
    }

    /// The marks of all that has one.
    pub fn marks(&self) -> impl Iterator<Item = &Mark> {
        let parts = self.items.values().chain(self.occasions.values());
        parts.chain(self.targets.values()).chain(self.conversations.values())
    }

    /// Those of the ratings on `occasion`.
    pub fn of_ratings<'a>(&'a self, occasion: &'a OccasionId) -> impl Iterator<Item = (&'a ItemId, Stamp)> {
        let from = (occasion.clone(), ItemId::default());
        self.ratings.range(from..).take_while(move |((on, _), _)| on == occasion).map(|((_, item), at)| (item, *at))
    }
}

impl Record {
    /// After an edit, says of every part that reads differently from `before` that it was changed `now`: later than any
    /// other change of either record, though the clock may have been set back. What has moved in its list was changed; a
    /// step in the making is none. What is gone has no stamp. Without a record before this one nothing was changed: it is
    /// new, or comes from outside with the stamps it has.
    pub fn stamp_changes(&mut self, before: Option<&Self>, now: Stamp) {
        let newest = before.map_or(0, |before| before.stamps.newest()).max(self.stamps.newest());
        let now = now.max(newest + 1).min(STAMP_MAX);
        let before = before.unwrap_or(&*self);
        let same = self.said().cmp(&before.said()).is_eq();
        let mut stamps = Stamps {
            head: if same { self.stamps.head.max(before.stamps.head) } else { now },
            items: restamped(&before.item_parts(), &self.item_parts(), now),
            occasions: restamped(&before.occasion_parts(), &self.occasion_parts(), now),
            ratings: BTreeMap::new(),
            targets: restamped(&before.target_parts(), &self.target_parts(), now),
            conversations: restamped(&before.conversation_parts(), &self.conversation_parts(), now),
            private: BTreeMap::new(),
        };
        for talk in &self.conversations {
            let was = before.conversation(&talk.id).is_some_and(|was| was.private);
            let known = [&before.stamps, &self.stamps].map(|it| it.private.get(&talk.id).copied().unwrap_or_default());
            let stamp = if was == talk.private { known.into_iter().fold(0, Stamp::max) } else { now };
            if stamp > 0 {
                stamps.private.insert(talk.id.clone(), stamp);
            }
        }
        for occasion in &self.occasions {
            let was = before.shared(&occasion.id);
            let shared = was.is_some_and(|was| Arc::ptr_eq(was, occasion));
            let mut known: BTreeMap<&ItemId, Stamp> = before.stamps.of_ratings(&occasion.id).collect();
            for (item, stamp) in self.stamps.of_ratings(&occasion.id) {
                let known = known.entry(item).or_default();
                *known = stamp.max(*known);
            }
            for (item, rating) in &occasion.ratings {
                let same = shared || was.and_then(|was| was.ratings.get(item)) == Some(rating);
                let stamp = if same { known.get(item).copied().unwrap_or_default() } else { now };
                if stamp > 0 {
                    stamps.ratings.insert((occasion.id.clone(), item.clone()), stamp);
                }
            }
        }
        self.stamps = stamps;
    }

    /// Whether it says the same as `other`, stamps aside.
    pub fn reads_as(&self, other: &Self) -> bool {
        self.has_words_of(other)
            && self.occasions == other.occasions
            && (&self.targets, &self.conversations) == (&other.targets, &other.conversations)
    }

    /// Whether its head is the one of `other`, stamps included: all of it but what its occasions, targets and
    /// conversations say.
    pub fn has_head_of(&self, other: &Self) -> bool {
        self.has_words_of(other)
            && (self.stamps.head, &self.stamps.items) == (other.stamps.head, &other.stamps.items)
            && self.occasions.iter().map(|on| &on.id).eq(other.occasions.iter().map(|on| &on.id))
            && self.targets.iter().map(|target| &target.id).eq(other.targets.iter().map(|target| &target.id))
            && self.conversations.iter().map(|each| &each.id).eq(other.conversations.iter().map(|each| &each.id))
    }

    /// Whether all of it but its occasions, targets and conversations reads as in `other`.
    fn has_words_of(&self, other: &Self) -> bool {
        self.said().cmp(&other.said()).is_eq()
            && (self.making.step, self.left_out) == (other.making.step, other.left_out)
            && (self.held_since, self.keep_until) == (other.held_since, other.keep_until)
            && self.noted_here == other.noted_here
            && self.instrument.items == other.instrument.items
    }

    /// Takes over `stamps` that come from outside, for the parts there are. Places that would put them in another order
    /// are none.
    pub fn take_stamps(&mut self, stamps: &Stamps) {
        let there = |(on, item): &(OccasionId, ItemId)| self.occasion(on).is_some_and(|on| on.has(item));
        let ratings = stamps.ratings.iter().filter(|(key, at)| **at > 0 && there(key));
        let private = stamps.private.iter().filter(|(id, at)| **at > 0 && self.conversation(id).is_some());
        self.stamps = Stamps {
            head: stamps.head,
            items: Parts { parts: &self.instrument.items, marks: &stamps.items }.in_order(),
            occasions: Parts { parts: &self.occasions, marks: &stamps.occasions }.in_order(),
            ratings: ratings.map(|(key, at)| (key.clone(), *at)).collect(),
            targets: Parts { parts: &self.targets, marks: &stamps.targets }.in_order(),
            conversations: Parts { parts: &self.conversations, marks: &stamps.conversations }.in_order(),
            private: private.map(|(id, at)| (id.clone(), *at)).collect(),
        };
    }

    /// All of it but its items, occasions, targets and conversations, the step of its making, whose it is here and for how
    /// long, and what is not in it.
    pub(super) fn said(&self) -> impl Ord {
        // Each field by name, here and below: one that is added is not to be forgotten.
        let Self {
            id,
            title,
            subject,
            owner,
            code,
            companion,
            held_since: _,
            keep_until: _,
            noted_here: _,
            left_out: _,
            made_on,
            sample,
            just_for_now,
            asks_overall,
            instrument,
            occasions: _,
            targets: _,
            conversations: _,
            wishes,
            next_look,
            making,
            stamps: _,
        } = self;
        let Making { step: _, with_others, talked, ideas } = making;
        let words = (subject, title, owner, ideas, talked, with_others, next_look);
        (words, (code, wishes, companion), instrument.said(), (id, made_on, sample, just_for_now, asks_overall))
    }

    pub(super) fn item_parts(&self) -> Parts<'_, Item> {
        Parts { parts: &self.instrument.items, marks: &self.stamps.items }
    }

    pub(super) fn occasion_parts(&self) -> Parts<'_, Arc<Occasion>> {
        Parts { parts: &self.occasions, marks: &self.stamps.occasions }
    }

    pub(super) fn target_parts(&self) -> Parts<'_, Target> {
        Parts { parts: &self.targets, marks: &self.stamps.targets }
    }

    pub(super) fn conversation_parts(&self) -> Parts<'_, Conversation> {
        Parts { parts: &self.conversations, marks: &self.stamps.conversations }
    }
}

impl Instrument {
    /// All of it but its items.
    fn said(&self) -> impl Ord {
        let Self { about, style, pupils, scale, anchors, direction, may_not_apply, sections, items: _, prompts } = self;
        ((about, style, pupils, scale, anchors, direction), (may_not_apply, sections, prompts))
    }
}
