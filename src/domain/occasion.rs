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
#[expect(clippy::struct_excessive_bools, reason = "each says a thing of its own, and any of them together")]
pub struct Occasion {
    /// Names the occasion.
    pub id: OccasionId,
    /// What it is for.
    pub kind: Kind,
    /// Who rated.
    pub rater: Rater,
    /// Whether only some of the items were asked: those it has an entry for.
    pub quick: bool,
    /// Whether it was rated on paper and typed in: its day was said, and not taken from the clock.
    pub on_paper: bool,
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
    /// Where the person worked and which classes they had in mind, in their words.
    pub context: String,
    /// What the person made of it when earlier ratings were shown again.
    pub reflection: Reflection,
    /// What matters most, at most [`FOCUS_MAX`], in the order chosen.
    pub focus: Vec<ItemId>,
    /// Whether earlier values were looked at while rating.
    pub earlier_shown: bool,
    /// Whether the person has finished rating; until then, or until another occasion follows, earlier values stay hidden:
    /// see [`Record::is_over`](super::Record::is_over).
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
            rater: Rater::Me,
            quick: false,
            on_paper: false,
            rated_on: today,
            refers_to: today,
            ratings,
            replies: Vec::new(),
            overall: Overall::default(),
            context: String::new(),
            reflection: Reflection::default(),
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

    /// Whether it is one of the times that follow each other: the owner's, and about its own day. Looking back, the first
    /// time once more and another's view stand beside those.
    pub fn is_regular(&self) -> bool {
        [Kind::Baseline, Kind::Interim, Kind::Final].into_iter().any(|kind| self.is_own(kind))
    }

    /// Whether it is one of the times that follow each other and asks all there is: it then has an entry for each item.
    pub fn asks_all(&self) -> bool {
        self.is_regular() && !self.quick
    }

    /// Whether the owner rated, for this purpose: someone else's looking back, or first time once more, is another's view.
    pub fn is_own(&self, kind: Kind) -> bool {
        self.rater == Rater::Me && self.kind == kind
    }

    /// Takes from the time before what a quick update does not ask, where it is still empty.
    pub(super) fn take_over(&mut self, before: &Self) {
        if self.focus.is_empty() {
            self.focus.clone_from(&before.focus);
        }
        if self.replies.is_empty() {
            self.replies.clone_from(&before.replies);
        }
        if self.overall == Overall::default() {
            self.overall = before.overall;
        }
        if self.context.is_empty() {
            self.context.clone_from(&before.context);
        }
    }

    /// Whether nothing was put into it.
    pub fn is_empty(&self) -> bool {
        self.focus.is_empty()
            && self.replies.is_empty()
            && self.overall == Overall::default()
            && self.context.is_empty()
            && self.reflection == Reflection::default()
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
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reply {
    /// To which prompt.
    pub prompt: PromptId,
    /// The words.
    pub text: String,
    /// Its place in order, from 1, where the prompt asks for one; no two entries have the same.
    pub rank: Option<u8>,
}

/// One number for all, said from the gut, on the form's scale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
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

/// Who rated.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rater {
    /// The owner of the record.
    #[default]
    Me,
    /// Someone else, called as the owner likes: mentor, partner, coach, colleague. May be empty.
    Other(String),
}

/// What was written when then and now stood side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reflection {
    /// "What has changed?"
    pub changed: String,
    /// "What else contributed?"
    pub contributed: String,
    /// "What next?"
    pub next: String,
}

impl Reflection {
    /// What was written to one of the questions.
    pub fn said(&self, question: Question) -> &str {
        match question {
            Question::Changed => &self.changed,
            Question::Contributed => &self.contributed,
            Question::Next => &self.next,
        }
    }

    /// Where the answer to one of the questions is kept.
    pub(super) fn answer_mut(&mut self, question: Question) -> &mut String {
        match question {
            Question::Changed => &mut self.changed,
            Question::Contributed => &mut self.contributed,
            Question::Next => &mut self.next,
        }
    }
}

/// The questions of a [`Reflection`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// "What has changed?"
    Changed,
    /// "What else contributed?"
    Contributed,
    /// "What next?"
    Next,
}

impl Question {
    /// All three, in the order in which they are asked.
    pub const ALL: [Self; 3] = [Self::Changed, Self::Contributed, Self::Next];
}

/// What an occasion is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The first time.
    Baseline,
    /// A time in between.
    Interim,
    /// The time at the end of a course or year.
    Final,
    /// Looking back: rated later than the time it is about.
    Retrospective,
    /// The first time once more, soon after it: says how steady the ratings are.
    SecondBaseline,
}
