//! What a record has several of, as two records are compared by: which part is which, what it says, where it stands.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Conversation, ConversationId, Item, ItemId, Mark, Occasion, OccasionId, Stamp, Target, TargetId};

/// How far apart parts stand that were given no other place, so that one can be put between two of them.
const ROOM: u32 = 1 << 16;

/// What a record has several of, each with an id, in an order.
pub(super) trait Part: Clone {
    /// Names it.
    type Id: Clone + Ord;

    fn id(&self) -> &Self::Id;

    /// What settles the order of two parts in one place.
    fn rank(&self) -> (i32, &str);

    /// Compares what the two say, ids and ratings aside. The fuller one is the greater.
    fn content(&self, other: &Self) -> Ordering;
}

impl Part for Item {
    type Id = ItemId;

    fn id(&self) -> &ItemId {
        &self.id
    }

    fn rank(&self) -> (i32, &str) {
        (0, self.id.as_str())
    }

    fn content(&self, other: &Self) -> Ordering {
        self.cmp(other)
    }
}

impl Part for Arc<Occasion> {
    type Id = OccasionId;

    fn id(&self) -> &OccasionId {
        &self.id
    }

    /// The day first: of two that were begun apart, the older stands first.
    fn rank(&self) -> (i32, &str) {
        (self.rated_on.to_julian_day(), self.id.as_str())
    }

    fn content(&self, other: &Self) -> Ordering {
        if Self::ptr_eq(self, other) {
            return Ordering::Equal;
        }
        // Whether it was ended decides nothing else.
        self.said().cmp(&other.said()).then(self.finished.cmp(&other.finished))
    }
}

impl Part for Target {
    type Id = TargetId;

    fn id(&self) -> &TargetId {
        &self.id
    }

    fn rank(&self) -> (i32, &str) {
        (0, self.id.as_str())
    }

    fn content(&self, other: &Self) -> Ordering {
        self.cmp(other)
    }
}

impl Part for Conversation {
    type Id = ConversationId;

    fn id(&self) -> &ConversationId {
        &self.id
    }

    fn rank(&self) -> (i32, &str) {
        (0, self.id.as_str())
    }

    fn content(&self, other: &Self) -> Ordering {
        self.cmp(other)
    }
}

impl Occasion {
    /// All of it but its ratings, and whether it is finished.
    pub(super) fn said(&self) -> impl Ord {
        // Each field by name: one that is added is not to be forgotten.
        let Self {
            id: _,
            kind,
            rater,
            quick,
            on_paper,
            rated_on,
            refers_to,
            ratings: _,
            replies,
            overall,
            context,
            reflection,
            focus,
            earlier_shown,
            finished: _,
        } = self;
        (
            (replies, context, reflection, focus, overall),
            (rater, kind, quick, on_paper, rated_on, refers_to, earlier_shown),
        )
    }
}

/// The parts of one kind that a record has, with their marks.
pub(super) struct Parts<'a, T: Part> {
    pub parts: &'a [T],
    pub marks: &'a BTreeMap<T::Id, Mark>,
}

impl<'a, T: Part> Parts<'a, T> {
    /// The part called `id` and its mark, which names its place; it is looked for at `at` first.
    pub fn get(&self, at: usize, id: &T::Id) -> Option<(&'a T, Mark)> {
        let there = self.parts.get(at).filter(|part| part.id() == id).map(|_| at);
        let at = there.or_else(|| self.parts.iter().position(|part| part.id() == id))?;
        let mark = self.marks.get(id).copied().unwrap_or_default();
        let place = if mark.place == 0 { usual_place(at) } else { mark.place };
        Some((self.parts.get(at)?, Mark { place, ..mark }))
    }

    /// Their marks, with the usual places where those they name are not in the order of the parts.
    pub fn in_order(&self) -> BTreeMap<T::Id, Mark> {
        let placed = self.parts.iter().enumerate().filter_map(|(at, part)| self.get(at, part.id()));
        let placed: Vec<_> = placed.map(|(part, mark)| (mark.place, part.rank(), mark)).collect();
        let in_order = placed.is_sorted_by_key(|(place, rank, _)| (*place, *rank));
        let mut marks = BTreeMap::new();
        for (at, (part, (place, _, mark))) in self.parts.iter().zip(placed).enumerate() {
            let place = if in_order { place } else { usual_place(at) };
            marks.insert(part.id().clone(), Mark { place, ..mark });
        }
        marks_of(self.parts, &marks)
    }
}

/// The place of what stands at `at` in its list, where nothing else is known.
fn usual_place(at: usize) -> u32 {
    u32::try_from(at + 1).unwrap_or(u32::MAX).saturating_mul(ROOM)
}

/// The marks of parts in this order, each of which names its place: usual places are left out, and so are marks that then
/// say nothing.
pub(super) fn marks_of<T: Part>(parts: &[T], marks: &BTreeMap<T::Id, Mark>) -> BTreeMap<T::Id, Mark> {
    let mut kept = BTreeMap::new();
    for (at, part) in parts.iter().enumerate() {
        let mark = marks.get(part.id()).copied().unwrap_or_default();
        let place = if mark.place == usual_place(at) { 0 } else { mark.place };
        if (mark.changed, place) != (0, 0) {
            kept.insert(part.id().clone(), Mark { place, ..mark });
        }
    }
    kept
}

/// The marks of `after`: what reads as `before` and stands where it stood keeps its own.
pub(super) fn restamped<T: Part>(before: &Parts<T>, after: &Parts<T>, now: Stamp) -> BTreeMap<T::Id, Mark> {
    let known: Vec<_> = after.parts.iter().enumerate().map(|(at, part)| before.get(at, part.id())).collect();
    let ranked = after.parts.iter().zip(&known);
    let ranked: Vec<_> = ranked.map(|(part, known)| (known.map(|(_, mark)| mark.place), part.rank())).collect();
    let places = places(&ranked);
    let mut marks = BTreeMap::new();
    for ((part, known), place) in after.parts.iter().zip(known).zip(places) {
        let same = known.filter(|(was, mark)| mark.place == place && was.content(part).is_eq());
        let own = after.marks.get(part.id()).map_or(0, |mark| mark.changed);
        let changed = same.map_or(now, |(_, mark)| mark.changed.max(own));
        marks.insert(part.id().clone(), Mark { changed, place });
    }
    marks_of(after.parts, &marks)
}

/// Places for parts in this order, most of which have one. The one that was moved gets another, and so do new ones; where
/// there is no room between two, all get new ones.
fn places(parts: &[(Option<u32>, (i32, &str))]) -> Vec<u32> {
    let in_order = |moved: Option<usize>| {
        let stay = parts.iter().enumerate().filter(|(at, (place, _))| place.is_some() && Some(*at) != moved);
        stay.is_sorted_by(|(_, one), (_, other)| one < other)
    };
    let moved = if in_order(None) { None } else { (0..parts.len()).find(|at| in_order(Some(*at))) };
    let anew = || (0..parts.len()).map(usual_place).collect();
    if moved.is_none() && !in_order(None) {
        return anew();
    }
    let kept = |at: usize| parts.get(at).and_then(|(place, _)| *place).filter(|_| Some(at) != moved);
    let (mut places, mut last) = (Vec::with_capacity(parts.len()), 0);
    for at in 0..parts.len() {
        let next = || (at + 1..parts.len()).find_map(kept);
        let between = || next().map_or(u32::saturating_add(last, ROOM), |next| last + next.saturating_sub(last) / 2);
        let place = kept(at).unwrap_or_else(between);
        if place <= last && kept(at).is_none() {
            return anew();
        }
        places.push(place);
        last = place;
    }
    places
}
