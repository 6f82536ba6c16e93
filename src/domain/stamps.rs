//! When each part of a record was last changed, and where it stands among its like: what two copies of one record are
//! merged by.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::{Item, ItemId, Occasion, OccasionId, Record, Target, TargetId};

/// When something was changed: milliseconds since 1970, or later than that where the clock had been set back. 0 is from
/// before changes carried one.
pub type Stamp = u64;

/// The latest stamp there is, far beyond any day.
pub const STAMP_MAX: Stamp = 1 << 53;

/// How far apart parts stand that were given no other place, so that one can be put between two of them.
const ROOM: u32 = 1 << 16;

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
    /// All of the record but its items, occasions and targets.
    pub head: Stamp,
    /// Its items.
    pub items: BTreeMap<ItemId, Mark>,
    /// Its occasions, without their ratings.
    pub occasions: BTreeMap<OccasionId, Mark>,
    /// The ratings.
    pub ratings: BTreeMap<(OccasionId, ItemId), Stamp>,
    /// The targets.
    pub targets: BTreeMap<TargetId, Mark>,
}

impl Stamps {
    /// The latest of all.
    pub fn newest(&self) -> Stamp {
        let marks = self.items.values().chain(self.occasions.values()).chain(self.targets.values());
        let stamps = marks.map(|mark| mark.changed).chain(self.ratings.values().copied());
        stamps.fold(self.head, Stamp::max)
    }

    /// Those of the ratings on `occasion`.
    pub fn of_ratings<'a>(&'a self, occasion: &'a OccasionId) -> impl Iterator<Item = (&'a ItemId, Stamp)> {
        let from = (occasion.clone(), ItemId::default());
        self.ratings.range(from..).take_while(move |((on, _), _)| on == occasion).map(|((_, item), at)| (item, *at))
    }
}

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

impl Part for Occasion {
    type Id = OccasionId;

    fn id(&self) -> &OccasionId {
        &self.id
    }

    /// The day first: of two that were begun apart, the older stands first.
    fn rank(&self) -> (i32, &str) {
        (self.rated_on.to_julian_day(), self.id.as_str())
    }

    fn content(&self, other: &Self) -> Ordering {
        // A merge may have to end a sitting: that decides nothing else.
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

impl Occasion {
    /// All of it but its ratings, and whether it is finished.
    pub(super) fn said(&self) -> impl Ord {
        let Self { id: _, kind, rater, quick, rated_on, refers_to, ratings: _, replies, .. } = self;
        let Self { overall, context, reflection, focus, earlier_shown, finished: _, .. } = self;
        ((replies, context, reflection, focus, overall), (rater, kind, quick, rated_on, refers_to, earlier_shown))
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
        };
        for occasion in &self.occasions {
            let was = before.occasion(&occasion.id);
            let mut known: BTreeMap<&ItemId, Stamp> = before.stamps.of_ratings(&occasion.id).collect();
            for (item, stamp) in self.stamps.of_ratings(&occasion.id) {
                let known = known.entry(item).or_default();
                *known = stamp.max(*known);
            }
            for (item, rating) in &occasion.ratings {
                let same = was.and_then(|was| was.ratings.get(item)) == Some(rating);
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
        self.said().cmp(&other.said()).is_eq()
            && self.making.step == other.making.step
            && self.instrument.items == other.instrument.items
            && self.occasions == other.occasions
            && self.targets == other.targets
    }

    /// All of it but its items, occasions and targets, and the step of its making.
    pub(super) fn said(&self) -> impl Ord {
        let Self { id, title, subject, owner, made_on, sample, just_for_now, asks_overall, .. } = self;
        let Self { instrument: form, occasions: _, targets: _, next_look, making, stamps: _, .. } = self;
        let words = (subject, title, owner, &making.ideas, &making.talked, making.with_others, next_look);
        let form = (
            (&form.about, form.style, form.pupils, form.scale, &form.anchors, form.direction),
            (form.may_not_apply, &form.sections, &form.prompts),
        );
        (words, form, (id, made_on, sample, just_for_now, asks_overall))
    }

    pub(super) fn item_parts(&self) -> Parts<'_, Item> {
        Parts { parts: &self.instrument.items, marks: &self.stamps.items }
    }

    pub(super) fn occasion_parts(&self) -> Parts<'_, Occasion> {
        Parts { parts: &self.occasions, marks: &self.stamps.occasions }
    }

    pub(super) fn target_parts(&self) -> Parts<'_, Target> {
        Parts { parts: &self.targets, marks: &self.stamps.targets }
    }
}

/// The marks of `after`: what reads as `before` and stands where it stood keeps its own.
fn restamped<T: Part>(before: &Parts<T>, after: &Parts<T>, now: Stamp) -> BTreeMap<T::Id, Mark> {
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
