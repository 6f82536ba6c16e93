//! How the owner of a record sees it and how somebody else does, item by item (reference: second rater). A difference says
//! that two people see something differently, and not who is right: nothing is averaged.

use std::cmp::Reverse;

use crate::domain::{Item, Occasion, Rater, Rating, Record};

/// How many differences there are to talk about.
pub const TO_TALK_ABOUT: usize = 2;

/// The ratings of the owner and of somebody else, side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwoViews {
    /// How things stood for the owner at the newest of their times that carries a number, at or before the day of the
    /// other's; at their first where there is none so early.
    pub own: Occasion,
    /// What the other rated.
    pub other: Occasion,
    /// One entry for each item that was there for either: in the chart's order, those set aside at the end.
    pub items: Vec<SeenByTwo>,
}

/// One item as two people see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenByTwo {
    /// The item, as it reads now.
    pub item: Item,
    /// Its number on the wheel of both, from 1.
    pub number: usize,
    /// What the owner said of it; `None` when it was not there.
    pub own: Option<Rating>,
    /// What the other said.
    pub other: Option<Rating>,
}

/// How often the two numbers agree. Blank and "does not apply" are no numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// Items for which both gave a number.
    pub both: usize,
    /// Of these, the same number.
    pub same: usize,
    /// Of these, the same number or one point beside it.
    pub within_one: usize,
}

/// Sets the owner's ratings beside `view`; `None` where the owner has rated nothing, or `view` is their own.
pub fn two_views(record: &Record, view: &Occasion) -> Option<TwoViews> {
    let under_way = record.under_way().map(|on| &on.id);
    let own = |on: &&Occasion| on.is_regular() && on.rated_count() > 0 && Some(&on.id) != under_way;
    let times = || record.all_occasions().filter(own);
    let by_then = times().rfind(|on| on.rated_on <= view.rated_on);
    let own = by_then.or_else(|| times().next()).filter(|_| view.rater != Rater::Me)?;
    let own = record.standing(own);
    let items = record.items_on_either(&own, view).into_iter().zip(1..);
    let items = items.map(|(item, number)| SeenByTwo {
        item: item.clone(),
        number,
        own: own.ratings.get(&item.id).cloned(),
        other: view.ratings.get(&item.id).cloned(),
    });
    Some(TwoViews { items: items.collect(), other: view.clone(), own })
}

impl Agreement {
    /// How often the two agree on `items`.
    pub fn on<'a>(items: impl IntoIterator<Item = &'a SeenByTwo>) -> Self {
        let by: Vec<u16> = items.into_iter().filter_map(SeenByTwo::difference).map(i16::unsigned_abs).collect();
        let within = |most: u16| by.iter().filter(|by| **by <= most).count();
        Self { both: by.len(), same: within(0), within_one: within(1) }
    }
}

impl SeenByTwo {
    /// The other's number minus the owner's, in points of the scale, where both gave one.
    pub fn difference(&self) -> Option<i16> {
        let [own, other] = [&self.own, &self.other].map(|said| said.as_ref()?.answer.value().map(i16::from));
        Some(other? - own?)
    }
}

impl TwoViews {
    /// The items for which both gave a number, in their order.
    pub fn compared(&self) -> impl Iterator<Item = &SeenByTwo> {
        self.items.iter().filter(|seen| seen.difference().is_some())
    }

    /// The others, in their order.
    pub fn not_compared(&self) -> impl Iterator<Item = &SeenByTwo> {
        self.items.iter().filter(|seen| seen.difference().is_none())
    }

    /// How often the two agree.
    pub fn agreement(&self) -> Agreement {
        Agreement::on(&self.items)
    }

    /// The largest differences, at most [`TO_TALK_ABOUT`]: the larger first, and of equal ones the first of the chart.
    pub fn to_talk_about(&self) -> Vec<&SeenByTwo> {
        let by = |seen: &&SeenByTwo| seen.difference().map(i16::unsigned_abs);
        let mut differing: Vec<&SeenByTwo> = self.compared().filter(|seen| by(seen) != Some(0)).collect();
        differing.sort_by_key(|seen| Reverse(by(seen)));
        differing.truncate(TO_TALK_ABOUT);
        differing
    }
}
