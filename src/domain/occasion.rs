//! One dated set of ratings.

use std::collections::BTreeMap;

use super::{Answer, Date, ItemId, OccasionId, PromptId, Rating};

/// How many items can be marked as mattering most.
pub const FOCUS_MAX: usize = 3;

/// One dated set of ratings.
///
/// It holds an entry for each item that was on the chart at the time, rated or not: an item without an entry
/// was not there, which is different from one left blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// Names the occasion.
    pub id: OccasionId,
    /// What it is for.
    pub kind: Kind,
    /// The day the ratings were made.
    pub rated_on: Date,
    /// The day the ratings are about; differs from `rated_on` only when looking back.
    pub refers_to: Date,
    /// The ratings by item.
    pub ratings: BTreeMap<ItemId, Rating>,
    /// What was said to the prompts: those of one prompt in their order.
    pub replies: Vec<Reply>,
    /// "Overall, where would you put yourself?", before and after rating, on the form's scale.
    pub overall: Overall,
    /// What matters most, at most [`FOCUS_MAX`], in the order chosen.
    pub focus: Vec<ItemId>,
    /// Whether earlier values were looked at while rating.
    pub earlier_shown: bool,
    /// Whether the person has finished rating; until then earlier values stay hidden.
    pub finished: bool,
}

impl Occasion {
    /// A new occasion on which `items` stand, all blank.
    pub fn new(id: OccasionId, kind: Kind, today: Date, items: impl IntoIterator<Item = ItemId>) -> Self {
        let mut ratings = BTreeMap::new();
        ratings.extend(items.into_iter().map(|item| (item, Rating::default())));
        Self {
            id,
            kind,
            rated_on: today,
            refers_to: today,
            ratings,
            replies: Vec::new(),
            overall: Overall::default(),
            focus: Vec::new(),
            earlier_shown: false,
            finished: false,
        }
    }

    /// The answer for `item`; blank also when the item was not there.
    pub fn answer(&self, item: &ItemId) -> Answer {
        self.ratings.get(item).map(|rating| rating.answer).unwrap_or_default()
    }

    /// Whether `item` was on the chart on this occasion.
    pub fn has(&self, item: &ItemId) -> bool {
        self.ratings.contains_key(item)
    }

    /// Whether nothing was put into it.
    pub fn is_empty(&self) -> bool {
        self.focus.is_empty()
            && self.replies.is_empty()
            && self.overall == Overall::default()
            && self.ratings.values().all(Rating::is_empty)
    }

    /// What was said to `prompt`, in its order.
    pub fn replies_to<'a>(&'a self, prompt: &'a PromptId) -> impl Iterator<Item = &'a Reply> {
        self.replies.iter().filter(move |reply| reply.prompt == *prompt)
    }

    /// What was said to `prompt` and is not empty: ranked entries in the order of their places, then the others.
    pub fn said_to<'a>(&'a self, prompt: &'a PromptId) -> Vec<&'a Reply> {
        let mut said: Vec<&Reply> = self.replies_to(prompt).filter(|reply| !reply.text.trim().is_empty()).collect();
        said.sort_by_key(|reply| reply.rank.unwrap_or(u8::MAX));
        said
    }

    /// How many items carry a number.
    pub fn rated_count(&self) -> usize {
        self.ratings.values().filter(|rating| rating.answer.value().is_some()).count()
    }
}

/// One entry in answer to a prompt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// To which prompt.
    pub prompt: PromptId,
    /// The words.
    pub text: String,
    /// Its place in order, from 1, where the prompt asks for one; no two entries have the same.
    pub rank: Option<u8>,
}

/// One number for all, said from the gut, on the form's scale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Overall {
    /// Before the items were rated.
    pub before: Option<u8>,
    /// After.
    pub after: Option<u8>,
}

impl Overall {
    /// The number given at one of the two moments.
    pub fn at(self, moment: Moment) -> Option<u8> {
        match moment {
            Moment::Before => self.before,
            Moment::After => self.after,
        }
    }
}

/// When the number for all is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// Before the items are rated.
    Before,
    /// After.
    After,
}

/// What an occasion is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The first time.
    Baseline,
    /// A time in between.
    Interim,
    /// The time at the end of a course or year.
    Final,
    /// Looking back: rated later than the time it is about.
    Retrospective,
}
