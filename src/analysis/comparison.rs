//! Two occasions of one record, item by item.

use super::best::{Trend, from_best, to_go, trend};
use super::mean::Mean;
use super::steadiness::Steadiness;
use crate::domain::{Date, Direction, Item, Kind, Occasion, Rater, Rating, Record, Scale};

/// Two occasions of one record side by side, with what stands beside them.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The earlier occasion.
    pub then: Occasion,
    /// The later one.
    pub now: Occasion,
    /// The newest finished rating of the earlier time as it was seen later.
    pub back: Option<Occasion>,
    /// The newest finished rating by someone else since the earlier time.
    pub other: Option<Occasion>,
    /// How much the ratings move by themselves, where the person has found out.
    pub steadiness: Option<Steadiness>,
    /// One entry for each item that was there on either occasion: in the chart's order, those set aside at the end.
    pub changes: Vec<Change>,
}

/// One item on both occasions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The item, as it reads now.
    pub item: Item,
    /// Its number on the wheel of both, from 1.
    pub number: usize,
    /// The rating on the earlier occasion; `None` when it was not there.
    pub then: Option<Rating>,
    /// The rating on the later occasion; `None` when it was not there.
    pub now: Option<Rating>,
    /// The earlier time as it was seen later.
    pub back: Option<u8>,
    /// The number that someone else gave.
    pub other: Option<u8>,
    /// How the two relate.
    pub pairing: Pairing,
    /// Its poles as they read on the earlier occasion, when they read differently: attribute, opposite.
    pub reworded_from: Option<(String, String)>,
    /// Which end is best for it.
    pub direction: Direction,
    /// The level needed now, else the one needed then, else the one that the form suggests.
    pub needed: Option<u8>,
    /// The level needed then, else the one needed now, else the one that the form suggests.
    pub needed_then: Option<u8>,
    /// Whether it mattered most on the later occasion, or else on the earlier one.
    pub matters: bool,
    scale: Scale,
}

/// How an item's two ratings relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pairing {
    /// Rated both times.
    Matched {
        /// The earlier number.
        then: u8,
        /// The later number.
        now: u8,
    },
    /// On the chart both times but without a number on at least one, or not asked on a quick update: never taken for 0.
    NotBoth,
    /// Only on the later occasion.
    New,
    /// Only on the earlier occasion.
    SetAside,
}

/// Where an item stands in the reveal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Near the best both times: strengths come first.
    HeldHigh,
    /// Nearer to the best than then: higher, where the highest is best.
    Better,
    /// Further from it than then: lower, where the highest is best.
    Worse,
    /// The same number.
    Same,
    /// Another number, of which nothing can be said.
    Moved,
    /// Rated both times, but the person's idea of it has changed: neither higher nor lower is said of it.
    SeenDifferently,
    /// Not rated both times.
    NotBoth,
    /// Added since.
    New,
    /// Set aside since.
    SetAside,
}

impl Group {
    /// The order of the reveal (design: own words first, then these).
    pub const ORDER: [Self; 9] = [
        Self::HeldHigh,
        Self::Better,
        Self::Worse,
        Self::Moved,
        Self::Same,
        Self::SeenDifferently,
        Self::NotBoth,
        Self::New,
        Self::SetAside,
    ];
}

/// The counts of the sentence "You rated 7 of 10 both times: 5 higher, 1 the same, 1 lower. 2 new, 1 set aside."
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Items on either occasion.
    pub items: usize,
    /// Rated both times.
    pub matched: usize,
    /// Nearer to the best: higher, where the highest is best.
    pub better: usize,
    /// The same numbers.
    pub same: usize,
    /// Further from the best: lower, where the highest is best.
    pub worse: usize,
    /// Other numbers, of which nothing can be said.
    pub moved: usize,
    /// Rated both times, but seen differently now; in none of the counts before.
    pub seen_differently: usize,
    /// Only on the later occasion.
    pub new: usize,
    /// Only on the earlier occasion.
    pub set_aside: usize,
}

/// Compares two occasions of `record`. Only what was rated on both is counted as changed or not. Looking back and
/// another's view stand beside the two; they take the place of neither.
pub fn compare(record: &Record, then: &Occasion, now: &Occasion) -> Comparison {
    let finished = || record.occasions.iter().rev().filter(|occasion| occasion.finished);
    let back = finished().find(|each| each.is_own(Kind::Retrospective) && each.refers_to == then.refers_to);
    let other = finished().find(|each| each.rater != Rater::Me && each.refers_to >= then.refers_to);
    let sides = Sides { record, then, now, back, other };
    let items = record.items_on_either(then, now);
    Comparison {
        then: then.clone(),
        now: now.clone(),
        back: back.cloned(),
        other: other.cloned(),
        steadiness: Steadiness::of(record),
        changes: items.into_iter().zip(1..).map(|(item, number)| sides.change(item, number)).collect(),
    }
}

/// What is compared.
struct Sides<'a> {
    record: &'a Record,
    then: &'a Occasion,
    now: &'a Occasion,
    back: Option<&'a Occasion>,
    other: Option<&'a Occasion>,
}

impl Sides<'_> {
    fn change(&self, item: &Item, number: usize) -> Change {
        let (then, now) = (self.then.ratings.get(&item.id).cloned(), self.now.ratings.get(&item.id).cloned());
        let beside = |occasion: Option<&Occasion>| occasion.and_then(|occasion| occasion.answer(&item.id).value());
        let needed = |rating: &Option<Rating>| rating.as_ref().and_then(|rating| rating.needed);
        let (needed_then, needed_now) = (needed(&then), needed(&now));
        let focus = if self.now.focus.is_empty() { &self.then.focus } else { &self.now.focus };
        Change {
            item: item.clone(),
            number,
            pairing: self.pairing(then.as_ref(), now.as_ref()),
            reworded_from: then.as_ref().and_then(|_| self.reworded_from(item)),
            direction: self.record.instrument.direction_of(item),
            needed: needed_now.or(needed_then).or(item.needed),
            needed_then: needed_then.or(needed_now).or(item.needed),
            matters: focus.contains(&item.id),
            scale: self.record.instrument.scale,
            back: beside(self.back),
            other: beside(self.other),
            then,
            now,
        }
    }

    fn pairing(&self, then: Option<&Rating>, now: Option<&Rating>) -> Pairing {
        match (then, now) {
            (Some(then), Some(now)) => match (then.answer.value(), now.answer.value()) {
                (Some(then), Some(now)) => Pairing::Matched { then, now },
                _ => Pairing::NotBoth,
            },
            // Not asked is not the same as not there.
            (None, _) if self.then.quick => Pairing::NotBoth,
            (Some(_), None) if self.now.quick => Pairing::NotBoth,
            (None, _) => Pairing::New,
            (Some(_), None) => Pairing::SetAside,
        }
    }

    /// Its poles as they read on the earlier occasion, when they read differently.
    fn reworded_from(&self, item: &Item) -> Option<(String, String)> {
        // Only rated items keep their earlier words, so one reworded on the day of its first rating was rated as it
        // read before. On the day of a later rating, the words were changed first: that is what looking again begins
        // with.
        let before_then = self.record.occasions.iter().take_while(|occasion| occasion.id != self.then.id);
        let first = before_then.filter_map(|occasion| occasion.ratings.get(&item.id)).all(Rating::is_empty);
        let stood = |until: Date| until > self.then.rated_on || (first && until == self.then.rated_on);
        let wording = item.earlier.iter().find(|wording| stood(wording.until))?;
        wording.is_replaced_in(item).then(|| (wording.text.clone(), wording.opposite.clone()))
    }
}

impl Change {
    /// Later minus earlier, in points of the scale, where both were rated.
    pub fn difference(&self) -> Option<i16> {
        match self.pairing {
            Pairing::Matched { then, now } => Some(i16::from(now) - i16::from(then)),
            _ => None,
        }
    }

    /// What the change means, where both were rated.
    pub fn trend(&self) -> Option<Trend> {
        match self.pairing {
            Pairing::Matched { then, now } => Some(trend(self.scale, self.direction, self.needed, then, now)),
            _ => None,
        }
    }

    /// How far the earlier number was from the level needed then, in points; below 0 where it lay above.
    pub fn gap_then(&self) -> Option<i16> {
        gap(self.needed_then, self.then.as_ref())
    }

    /// How far the later number is from the level needed, in points; below 0 where it lies above.
    pub fn gap(&self) -> Option<i16> {
        gap(self.needed, self.now.as_ref())
    }

    /// How many points are still to go to the level needed; below 0 where it is passed.
    pub fn to_go(&self) -> Option<i16> {
        Some(to_go(self.direction, self.needed?, self.now.as_ref()?.answer.value()?))
    }

    /// Importance times what is still to go; see [`super::Gap::weight`].
    pub fn weight(&self) -> Option<i16> {
        let said = |rating: &Option<Rating>| rating.as_ref().and_then(|rating| rating.importance);
        Some(i16::from(said(&self.now).or_else(|| said(&self.then))?) * self.to_go()?)
    }

    /// How much lower (below 0) or higher the earlier time is placed, looking back: `back − then`.
    pub fn shift(&self) -> Option<i16> {
        Some(i16::from(self.back?) - i16::from(self.then.as_ref()?.answer.value()?))
    }

    /// The change on one yardstick, both numbers given in one spirit: `now − back`.
    pub fn on_one_yardstick(&self) -> Option<i16> {
        Some(i16::from(self.now.as_ref()?.answer.value()?) - i16::from(self.back?))
    }

    /// How the other's number differs from the later one: `other − now`.
    pub fn other_differs(&self) -> Option<i16> {
        Some(i16::from(self.other?) - i16::from(self.now.as_ref()?.answer.value()?))
    }

    /// Whether the person says that their idea of it has changed since the earlier occasion.
    pub fn idea_changed(&self) -> bool {
        self.now.as_ref().is_some_and(|now| now.idea_changed) && self.difference().is_some()
    }

    /// Whether it was at the best already on the earlier occasion, so that it could not get better.
    pub fn no_room(&self) -> bool {
        matches!(self.pairing, Pairing::Matched { then, .. } if self.steps_off(then) == Some(0))
    }

    fn steps_off(&self, value: u8) -> Option<u8> {
        from_best(self.scale, self.direction, self.needed, value)
    }

    /// Where it stands in the reveal.
    pub fn group(&self) -> Group {
        let near = |value| self.steps_off(value).is_some_and(|steps| steps <= self.scale.quarter());
        match self.pairing {
            Pairing::Matched { .. } if self.idea_changed() => Group::SeenDifferently,
            Pairing::Matched { then, now } if near(then) && near(now) => Group::HeldHigh,
            Pairing::NotBoth => Group::NotBoth,
            Pairing::New => Group::New,
            Pairing::SetAside => Group::SetAside,
            Pairing::Matched { .. } => match self.trend() {
                Some(Trend::Better) => Group::Better,
                Some(Trend::Worse) => Group::Worse,
                Some(Trend::Moved) => Group::Moved,
                Some(Trend::Same) | None => Group::Same,
            },
        }
    }

    /// Whether words were given on either occasion.
    pub fn has_words(&self) -> bool {
        self.then.iter().chain(&self.now).any(|rating| !rating.words().is_empty())
    }
}

impl Comparison {
    /// The counts for the sentence.
    pub fn summary(&self) -> Summary {
        let mut summary = Summary { items: self.changes.len(), ..Summary::default() };
        for change in &self.changes {
            summary.matched += usize::from(change.trend().is_some());
            match change.trend() {
                Some(_) if change.idea_changed() => summary.seen_differently += 1,
                Some(Trend::Better) => summary.better += 1,
                Some(Trend::Same) => summary.same += 1,
                Some(Trend::Worse) => summary.worse += 1,
                Some(Trend::Moved) => summary.moved += 1,
                None => {}
            }
            summary.new += usize::from(change.pairing == Pairing::New);
            summary.set_aside += usize::from(change.pairing == Pairing::SetAside);
        }
        summary
    }

    /// The items of one group, in the chart's order.
    pub fn group(&self, group: Group) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(move |change| change.group() == group)
    }

    /// The mean of `later − earlier` over the items rated both times, in points of the scale, of all that were there both
    /// times (the evaluation's *confidence differential*). Subtracted first, rounded last.
    pub fn mean_change(&self) -> Mean {
        let there = self.changes.iter().filter(|change| !matches!(change.pairing, Pairing::New | Pairing::SetAside));
        Mean::of_some(there.map(|change| change.difference().map(f64::from)))
    }

    /// How many of the changed numbers differ by no more than the ratings move by themselves, and how many have changed.
    pub fn within_steadiness(&self) -> Option<(usize, usize)> {
        let steadiness = self.steadiness?;
        let changed = || self.changes.iter().filter_map(Change::difference).filter(|by| *by != 0);
        Some((changed().filter(|by| steadiness.covers(*by)).count(), changed().count()))
    }

    /// Whether a higher number is the better one for all that is compared.
    pub fn higher_is_better(&self) -> bool {
        self.changes.iter().all(|change| change.direction == Direction::Higher)
    }
}

/// `needed − number`, where both are there.
fn gap(needed: Option<u8>, rating: Option<&Rating>) -> Option<i16> {
    Some(i16::from(needed?) - i16::from(rating?.answer.value()?))
}
