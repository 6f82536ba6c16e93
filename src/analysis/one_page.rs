//! A record on one page, for someone who is not to read all of it: strengths first, then what matters most.

use super::{Change, compare, profile};
use crate::domain::{Item, Occasion, Rating, Record};

/// How many strengths are named at most.
const STRENGTHS_MAX: usize = 5;

/// What stands on such a page.
#[derive(Clone, Debug, PartialEq)]
pub struct OnePage {
    /// The first time, where there are two.
    pub then: Option<Occasion>,
    /// The newest time.
    pub now: Option<Occasion>,
    /// What is rated near the best end now and is not in focus, in the chart's order.
    pub strengths: Vec<(Item, Rating)>,
    /// What matters most, in the order chosen.
    pub focus: Vec<InFocus>,
}

/// Something that matters most.
#[derive(Clone, Debug, PartialEq)]
pub struct InFocus {
    /// The item.
    pub item: Item,
    /// How it is rated now.
    pub now: Rating,
    /// Then and now, where it carries a number both times.
    pub change: Option<Change>,
}

/// What of `record` goes on one page.
pub fn one_page(record: &Record) -> OnePage {
    let Some(now) = record.newest().map(|now| record.standing(now)) else {
        return OnePage { then: None, now: None, strengths: Vec::new(), focus: Vec::new() };
    };
    let then = record.first().filter(|first| first.id != now.id);
    let both = then.map(|then| compare(record, then, &now));
    let rating = |item: &Item| now.ratings.get(&item.id).cloned().unwrap_or_default();
    let in_focus = |item: &Item| {
        let change = both.iter().flat_map(|both| &both.changes).find(|change| change.item.id == item.id);
        let change = change.filter(|change| change.difference().is_some()).cloned();
        InFocus { item: item.clone(), now: rating(item), change }
    };
    let focus = now.focus.iter().filter_map(|item| record.item(item)).filter(|item| item.is_active());
    let strengths = profile(record, &now).strengths.into_iter().filter(|item| !now.focus.contains(&item.id));
    OnePage {
        strengths: strengths.take(STRENGTHS_MAX).map(|item| (item.clone(), rating(item))).collect(),
        focus: focus.map(in_focus).collect(),
        then: then.cloned(),
        now: Some(now),
    }
}
