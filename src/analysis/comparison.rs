//! Two occasions of one record, item by item.

use std::cmp::Ordering;

use crate::domain::{Date, Item, ItemId, Occasion, Rating, Record, Scale};

/// Two occasions of one record side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
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
    /// How the two relate.
    pub pairing: Pairing,
    /// Its poles as they read on the earlier occasion, when they read differently: attribute, opposite.
    pub reworded_from: Option<(String, String)>,
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
    /// There both times but without a number on at least one: never taken for 0.
    NotBoth,
    /// Only on the later occasion.
    New,
    /// Only on the earlier occasion.
    SetAside,
}

/// Where an item stands in the reveal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Rated high both times: strengths come first.
    HeldHigh,
    /// A higher number than then.
    Higher,
    /// A lower number than then.
    Lower,
    /// The same number.
    Same,
    /// Not rated both times.
    NotBoth,
    /// Added since.
    New,
    /// Set aside since.
    SetAside,
}

impl Group {
    /// The order of the reveal (design: own words first, then these).
    pub const ORDER: [Self; 7] =
        [Self::HeldHigh, Self::Higher, Self::Lower, Self::Same, Self::NotBoth, Self::New, Self::SetAside];
}

/// The counts of the sentence "You rated 7 of 10 both times: 5 higher, 1 the same, 1 lower. 2 new, 1 set aside."
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Items on either occasion.
    pub items: usize,
    /// Rated both times.
    pub matched: usize,
    /// Higher numbers.
    pub higher: usize,
    /// The same numbers.
    pub same: usize,
    /// Lower numbers.
    pub lower: usize,
    /// Only on the later occasion.
    pub new: usize,
    /// Only on the earlier occasion.
    pub set_aside: usize,
}

/// Compares two occasions of `record`. Only what was rated on both is counted as changed or not.
pub fn compare(record: &Record, then: &Occasion, now: &Occasion) -> Comparison {
    let items = record.items_on_either(then, now);
    let changes = items.into_iter().zip(1..).map(|(item, number)| change(record, (item, number), then, now)).collect();
    Comparison { changes }
}

fn change(record: &Record, (item, number): (&Item, usize), then: &Occasion, now: &Occasion) -> Change {
    let rating = |occasion: &Occasion, id: &ItemId| occasion.ratings.get(id).cloned();
    let (before, after) = (rating(then, &item.id), rating(now, &item.id));
    let pairing = match (&before, &after) {
        (Some(before), Some(after)) => match (before.answer.value(), after.answer.value()) {
            (Some(then), Some(now)) => Pairing::Matched { then, now },
            _ => Pairing::NotBoth,
        },
        (None, _) => Pairing::New,
        (Some(_), None) => Pairing::SetAside,
    };
    // Only rated items keep their earlier words, so one reworded on the day of its first rating was rated as it read
    // before. On the day of a later rating, the words were changed first: that is what looking again begins with.
    let before_then = record.occasions.iter().take_while(|occasion| occasion.id != then.id);
    let first = before_then.filter_map(|occasion| occasion.ratings.get(&item.id)).all(Rating::is_empty);
    let stood = |until: Date| until > then.rated_on || (first && until == then.rated_on);
    let wording = item.earlier.iter().find(|wording| stood(wording.until));
    let reworded = wording.filter(|wording| before.is_some() && wording.is_replaced_in(item));
    let reworded_from = reworded.map(|wording| (wording.text.clone(), wording.opposite.clone()));
    Change { item: item.clone(), number, then: before, now: after, pairing, reworded_from }
}

impl Change {
    /// Later minus earlier, in points of the scale, where both were rated.
    pub fn difference(&self) -> Option<i16> {
        match self.pairing {
            Pairing::Matched { then, now } => Some(i16::from(now) - i16::from(then)),
            _ => None,
        }
    }

    /// Where it stands in the reveal.
    pub fn group(&self, scale: Scale) -> Group {
        match self.pairing {
            Pairing::Matched { then, now } if then.min(now) >= scale.high_from() => Group::HeldHigh,
            Pairing::Matched { then, now } => match now.cmp(&then) {
                Ordering::Greater => Group::Higher,
                Ordering::Less => Group::Lower,
                Ordering::Equal => Group::Same,
            },
            Pairing::NotBoth => Group::NotBoth,
            Pairing::New => Group::New,
            Pairing::SetAside => Group::SetAside,
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
            match change.pairing {
                Pairing::Matched { then, now } => {
                    summary.matched += 1;
                    match now.cmp(&then) {
                        Ordering::Greater => summary.higher += 1,
                        Ordering::Equal => summary.same += 1,
                        Ordering::Less => summary.lower += 1,
                    }
                }
                Pairing::NotBoth => {}
                Pairing::New => summary.new += 1,
                Pairing::SetAside => summary.set_aside += 1,
            }
        }
        summary
    }

    /// The items of one group, in the chart's order.
    pub fn group(&self, group: Group, scale: Scale) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(move |change| change.group(scale) == group)
    }
}
