//! What to improve, and how; and what came of it.

use super::{ConversationId, Date, ItemId, TargetId};

/// One thing to improve with the ways to get there (Appendix 9: *how* matters as much as *what*).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target {
    /// Names the target.
    pub id: TargetId,
    /// The item it belongs to, if any.
    pub item: Option<ItemId>,
    /// "What do you want to improve?"
    pub what: String,
    /// "How are you going to develop this?": one or more ways.
    pub hows: Vec<String>,
    /// From when.
    pub from: Option<Date>,
    /// By when.
    pub until: Option<Date>,
    /// Who acts; empty for the owner of the record.
    pub who: String,
    /// How far it is.
    pub status: Status,
    /// What was found when it was looked at, in the order of the days.
    pub reviews: Vec<Review>,
    /// The conversation it was agreed in, if in one. Who keeps that one back keeps this back too, also where the
    /// conversation is no longer there.
    pub conversation: Option<ConversationId>,
    /// The day since which it reads as it does; not known of what is from before it was noted.
    pub since: Option<Date>,
    /// How it read before it was revised at a later time, oldest first.
    pub earlier: Vec<EarlierTarget>,
}

/// How far a target is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Not begun.
    #[default]
    Planned,
    /// Begun.
    UnderWay,
    /// Done.
    Done,
    /// Let go: something else matters more.
    LetGo,
}

impl Status {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Planned, Self::UnderWay, Self::Done, Self::LetGo];
}

/// What was found when a target was looked at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Review {
    /// The day.
    pub on: Date,
    /// The words.
    pub text: String,
}

/// A target as it read before it was revised.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EarlierTarget {
    /// The day since which it read so, where that is known.
    pub since: Option<Date>,
    /// The day it was revised.
    pub until: Date,
    /// What to improve.
    pub what: String,
    /// How.
    pub hows: Vec<String>,
}

impl Target {
    /// An empty target.
    pub(super) fn new(id: TargetId, item: Option<ItemId>, conversation: Option<ConversationId>, today: Date) -> Self {
        Self { id, item, conversation, since: Some(today), ..Self::default() }
    }

    /// Whether nothing is written in it, and nothing was.
    pub fn is_empty(&self) -> bool {
        let reviewed = self.reviews.iter().any(|review| !review.text.trim().is_empty());
        let dated = self.from.is_some() || self.until.is_some();
        !self.has_words() && self.who.trim().is_empty() && !reviewed && !dated && self.earlier.is_empty()
    }

    /// Whether it says what or how.
    pub fn has_words(&self) -> bool {
        !self.what.trim().is_empty() || self.has_how()
    }

    /// Whether it says how.
    pub fn has_how(&self) -> bool {
        self.hows.iter().any(|how| !how.trim().is_empty())
    }

    /// Whether there is anything left to be done.
    pub fn is_open(&self) -> bool {
        matches!(self.status, Status::Planned | Status::UnderWay)
    }

    /// Changes how it reads. How it read is kept where something lies between (`looked`: the newest day on which the
    /// record was rated or talked about): a slip of the pen on the day it was written, or the week after, is no history.
    pub(super) fn reword(&mut self, today: Date, looked: Option<Date>, change: impl FnOnce(&mut Self)) {
        let (what, hows, since) = (self.what.clone(), self.hows.clone(), self.since);
        let later = since.is_none_or(|since| looked.is_some_and(|day| day > since)) && since != Some(today);
        let had_words = self.has_words();
        change(self);
        if !had_words {
            self.since = Some(today);
        } else if later && (&self.what, &self.hows) != (&what, &hows) {
            self.earlier.push(EarlierTarget { since, until: today, what, hows });
            self.since = Some(today);
        }
        // Typed back to what it was: nothing was revised.
        let undone =
            |before: &EarlierTarget| before.until == today && (&before.what, &before.hows) == (&self.what, &self.hows);
        if self.earlier.last().is_some_and(undone)
            && let Some(before) = self.earlier.pop()
        {
            self.since = before.since;
        }
    }

    /// Writes one of the ways: `at` past the last adds one. Empty ones at the end are left out.
    pub(super) fn set_how(&mut self, at: usize, text: String) {
        match self.hows.get_mut(at) {
            Some(how) => *how = text,
            None => self.hows.push(text),
        }
        while self.hows.last().is_some_and(String::is_empty) {
            self.hows.pop();
        }
    }

    /// Writes one of the reviews: `at` past the last adds one on the day `today`. Empty ones at the end are left out.
    pub(super) fn review(&mut self, at: usize, text: String, today: Date) {
        match self.reviews.get_mut(at) {
            Some(review) => review.text = text,
            None => self.reviews.push(Review { on: today, text }),
        }
        while self.reviews.last().is_some_and(|review| review.text.is_empty()) {
            self.reviews.pop();
        }
    }
}
