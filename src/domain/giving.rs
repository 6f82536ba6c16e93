//! What of a record is given to someone: all of it, or less, as its owner chooses.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{ConversationId, Item, Making, Occasion, OccasionId, Rater, Rating, Record, Reflection};

/// Something that goes with the numbers only where their owner wants it to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extra {
    /// The owner's name for themself.
    Name,
    /// The code that stands for the owner in a course.
    Code,
    /// Why: the words behind the numbers.
    Reasons,
    /// What it looks like, for example.
    Examples,
    /// Where the owner needs to be.
    Needed,
    /// What to improve and how, and the day to look again.
    Targets,
    /// What was written about the whole: where the owner worked, what has changed, what was said to the prompts.
    Notes,
    /// What the owner wants from it, and of a partner.
    Wishes,
    /// What was talked about, but for what stays with whoever wrote it.
    Conversations,
    /// What stays with whoever wrote it, and what was agreed there.
    Private,
    /// What others have rated.
    Others,
    /// All of the times, and not only some.
    AllTimes,
}

impl Extra {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Name,
        Self::Code,
        Self::Reasons,
        Self::Examples,
        Self::Needed,
        Self::Targets,
        Self::Notes,
        Self::Wishes,
        Self::Conversations,
        Self::Private,
        Self::Others,
        Self::AllTimes,
    ];
}

/// Some of the [`Extra`]s.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extras(u16);

impl Extras {
    /// Whether `extra` is one of them.
    pub fn has(self, extra: Extra) -> bool {
        self.0 & Self::bit(extra) != 0
    }

    /// Adds `extra`, or takes it away.
    pub fn set(&mut self, extra: Extra, is_in: bool) {
        self.0 = if is_in { self.0 | Self::bit(extra) } else { self.0 & !Self::bit(extra) };
    }

    /// Those that are in `other` as well.
    #[must_use]
    pub fn also_in(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Each of them.
    pub fn iter(self) -> impl Iterator<Item = Extra> {
        Extra::ALL.into_iter().filter(move |extra| self.has(*extra))
    }

    fn bit(extra: Extra) -> u16 {
        1 << extra as u16
    }
}

impl FromIterator<Extra> for Extras {
    fn from_iter<I: IntoIterator<Item = Extra>>(extras: I) -> Self {
        let mut all = Self::default();
        extras.into_iter().for_each(|extra| all.set(extra, true));
        all
    }
}

/// What the owner of a record does not give of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What does not go with the numbers.
    pub without: Extras,
    /// The times that are not given.
    pub without_times: BTreeSet<OccasionId>,
}

impl Record {
    /// What is given of this record: itself without what is left out, and without the notes of its making, which hold
    /// what others said. It notes what is not in it, of what there was.
    #[must_use]
    pub fn given(&self, choice: &Choice) -> Self {
        let mut given = self.clone();
        (given.held_since, given.keep_until, given.just_for_now) = (None, None, false);
        given.noted_here.clear();
        given.making = Making { step: self.making.step, ..Making::default() };
        // What somebody else has rated so far is given as it is, and is not gone on with by whoever gets it.
        for on in given.occasions.iter_mut().filter(|on| on.rater != Rater::Me && !on.finished) {
            Arc::make_mut(on).finished = true;
        }
        given.drop_empty_conversations();
        // First, and without a word: that there is anything private is not told either.
        if choice.without.has(Extra::Private) {
            given.leave_out_private();
        }
        // Times before what goes with them: of a time that is not given it is not told what was said on it.
        if given.occasions.iter().any(|on| choice.without_times.contains(&on.id)) {
            given.leave_out_times(&choice.without_times);
            given.left_out.set(Extra::AllTimes, true);
        }
        for extra in choice.without.iter().filter(|extra| *extra != Extra::Private) {
            if given.leave_out(extra) {
                given.left_out.set(extra, true);
            }
        }
        given.keep_rules();
        // Once more: of some there was only what has just been left out.
        given.drop_empty_conversations();
        given.take_stamps(&self.stamps);
        given
    }

    /// Whether there is any of `extra` in it.
    pub fn has(&self, extra: Extra) -> bool {
        match extra {
            Extra::AllTimes => self.occasions.len() > 1,
            _ => self.clone().leave_out(extra),
        }
    }

    /// Takes `extra` out, and says whether there was any.
    fn leave_out(&mut self, extra: Extra) -> bool {
        match extra {
            // What the owner calls the person they talk with may be a name as well.
            Extra::Name => {
                let companion = emptied(&mut self.companion);
                emptied(&mut self.owner) || companion
            }
            Extra::Code => emptied(&mut self.code),
            Extra::Reasons => self.each_rating(|rating| emptied(&mut rating.why)),
            Extra::Examples => self.each_rating(|rating| emptied(&mut rating.example)),
            Extra::Needed => self.each_rating(|rating| rating.needed.take().is_some()),
            Extra::Targets => {
                let any = self.next_look.take().is_some() || self.targets.iter().any(|target| !target.is_empty());
                self.targets.clear();
                any
            }
            Extra::Notes => self.each_occasion(|on| {
                let said = !on.replies.is_empty() || on.reflection != Reflection::default();
                (on.replies, on.reflection) = (Vec::new(), Reflection::default());
                emptied(&mut on.context) || said
            }),
            Extra::Wishes => !std::mem::take(&mut self.wishes).is_empty(),
            Extra::Conversations => self.leave_out_conversations(),
            Extra::Private => self.leave_out_private(),
            Extra::Others => {
                let all = self.occasions.len();
                self.occasions.retain(|on| on.rater == Rater::Me);
                self.occasions.len() < all
            }
            Extra::AllTimes => false,
        }
    }

    /// Takes out the conversations that are for both, and says whether there were any. What was agreed there stays: it
    /// goes with the targets.
    fn leave_out_conversations(&mut self) -> bool {
        let (kept, gone): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.conversations).into_iter().partition(|it| it.private);
        self.conversations = kept;
        for target in &mut self.targets {
            target.conversation.take_if(|id| gone.iter().any(|each| each.id == *id));
        }
        gone.iter().any(|each| !each.is_empty())
    }

    /// Takes out the conversations that stay with whoever wrote them, and what was agreed there; says whether there was
    /// anything.
    fn leave_out_private(&mut self) -> bool {
        let before = (self.conversations.len(), self.targets.len());
        self.conversations.retain(|each| !each.private);
        let for_both = |id: &ConversationId| self.conversations.iter().any(|each| each.id == *id);
        self.targets.retain(|target| target.conversation.as_ref().is_none_or(for_both));
        (self.conversations.len(), self.targets.len()) != before
    }

    /// Takes times out, with the items and wordings that were there only then.
    fn leave_out_times(&mut self, times: &BTreeSet<OccasionId>) {
        let over: Vec<OccasionId> = self.over().map(|on| on.id.clone()).collect();
        self.occasions.retain(|on| !times.contains(&on.id));
        // What another followed is not under way again because that is not given.
        for on in self.occasions.iter_mut().filter(|on| over.contains(&on.id)) {
            Arc::make_mut(on).finished = true;
        }
        let occasions = &self.occasions;
        let first = occasions.iter().map(|on| on.rated_on).min();
        let is_given = |item: &Item| item.is_active() || occasions.iter().any(|on| on.has(&item.id));
        self.instrument.items.retain(is_given);
        for item in &mut self.instrument.items {
            item.earlier.retain(|wording| first.is_some_and(|first| wording.until > first));
        }
    }

    /// Changes each rating, and says whether `change` said so of any.
    fn each_rating(&mut self, change: impl Fn(&mut Rating) -> bool) -> bool {
        self.each_occasion(|on| {
            let mut any = false;
            on.ratings.values_mut().for_each(|rating| any |= change(rating));
            any
        })
    }

    /// Changes each occasion, and says whether `change` said so of any.
    fn each_occasion(&mut self, change: impl Fn(&mut Occasion) -> bool) -> bool {
        let mut any = false;
        self.occasions.iter_mut().for_each(|on| any |= change(Arc::make_mut(on)));
        any
    }
}

/// Empties `text`, and says whether anything was in it.
fn emptied(text: &mut String) -> bool {
    !std::mem::take(text).trim().is_empty()
}
