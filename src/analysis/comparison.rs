//! Two occasions of one record, item by item.

use super::best::Trend;
use super::change::{Change, Group, Pairing};
use super::mean::Mean;
use super::steadiness::Steadiness;
use crate::domain::{Date, Direction, Item, Kind, Occasion, Rater, Rating, Record};

/// Two occasions of one record side by side, with what stands beside them.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The earlier occasion.
    pub then: Occasion,
    /// The later one.
    pub now: Occasion,
    /// The newest finished rating of the earlier time as it was seen later.
    pub back: Option<Occasion>,
    /// The newest finished rating by someone else since the earlier time, until the next after the later one.
    pub other: Option<Occasion>,
    /// How much the ratings move by themselves, where the person has found out.
    pub steadiness: Option<Steadiness>,
    /// One entry for each item that was there on either occasion: in the chart's order, those set aside at the end.
    pub changes: Vec<Change>,
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
    // Beside the first time and that time once more stands nothing: nothing has changed between them.
    let beside = now.kind != Kind::SecondBaseline;
    let back =
        record.over().rev().find(|each| beside && each.is_own(Kind::Retrospective) && each.refers_to == then.refers_to);
    // Someone else's view belongs to the time it was given in: until the next one.
    let after = |each: &&Occasion| each.is_regular() && each.refers_to > now.refers_to;
    let next = record.all_occasions().filter(after).map(|each| each.refers_to).min();
    let in_time = |each: &Occasion| each.refers_to >= then.refers_to && next.is_none_or(|next| each.refers_to < next);
    let other = record.over().rev().find(|each| beside && each.rater != Rater::Me && in_time(each));
    let levels = (record.standing(then), record.standing(now));
    let sides = Sides { record, then, now, back, other, levels };
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
    /// The levels needed and the importance as they stood on the two.
    levels: (Occasion, Occasion),
}

impl Sides<'_> {
    fn change(&self, item: &Item, number: usize) -> Change {
        let (then, now) = (self.then.ratings.get(&item.id).cloned(), self.now.ratings.get(&item.id).cloned());
        let beside = |occasion: Option<&Occasion>| occasion.and_then(|occasion| occasion.answer(&item.id).value());
        let level = |occasion: &Occasion| occasion.ratings.get(&item.id).and_then(|rating| rating.needed);
        let (needed_then, needed_now) = (level(&self.levels.0), level(&self.levels.1));
        let importance = |occasion: &Occasion| occasion.ratings.get(&item.id).and_then(|rating| rating.importance);
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
            importance: importance(&self.levels.1).or_else(|| importance(&self.levels.0)),
            idea_changed: self.idea_changed(item),
            scale: self.record.instrument.scale,
            back: beside(self.back),
            other: beside(self.other),
            then,
            now,
        }
    }

    /// Whether the person has said of any time since the earlier one that their idea of the item had changed.
    fn idea_changed(&self, item: &Item) -> bool {
        let times = self.record.all_occasions().filter(|each| each.is_regular() || each.id == self.now.id);
        let since = times.skip_while(|each| each.id != self.then.id).skip(1);
        let mut until = since.take_while(|each| each.id != self.now.id).chain([self.now]);
        until.any(|each| each.ratings.get(&item.id).is_some_and(|rating| rating.idea_changed))
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
        let before_then = self.record.all_occasions().take_while(|occasion| occasion.id != self.then.id);
        let first = before_then.filter_map(|occasion| occasion.ratings.get(&item.id)).all(Rating::is_empty);
        let stood = |until: Date| until > self.then.rated_on || (first && until == self.then.rated_on);
        let wording = item.earlier.iter().find(|wording| stood(wording.until))?;
        wording.is_replaced_in(item).then(|| (wording.text.clone(), wording.opposite.clone()))
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

    /// Of what is not seen differently: how many of the changed numbers differ by no more than the ratings move by themselves, and how many have changed.
    pub fn within_steadiness(&self) -> Option<(usize, usize)> {
        let steadiness = self.steadiness?;
        let seen_alike = || self.changes.iter().filter(|change| !change.idea_changed());
        let changed = || seen_alike().filter_map(Change::difference).filter(|by| *by != 0);
        Some((changed().filter(|by| steadiness.covers(*by)).count(), changed().count()))
    }

    /// Whether a higher number is the better one for all that is compared.
    pub fn higher_is_better(&self) -> bool {
        self.changes.iter().all(|change| change.direction == Direction::Higher)
    }
}
