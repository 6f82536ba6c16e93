//! What each part of a record may be but the whole may not: put right when a record comes from outside, and after parts
//! of two copies were joined.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Answer, Instrument, ItemId, Occasion, Prompt, Rating, Record, Reply};

/// What of a record had to be put right, and how often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mended {
    /// Items that the form has no room for: they were set aside.
    pub items: usize,
    /// Entries of the sitting under way: missing, or empty though the item takes no part.
    pub ratings: usize,
    /// Replies to no prompt, or more than it takes: they were left out.
    pub replies: usize,
    /// Places of replies in an order that has no such place, or has it taken: they were left out.
    pub ranks: usize,
}

impl Record {
    /// Puts right what only the whole can tell: who takes part, what stands in the sitting under way, and which replies
    /// there is room for.
    pub fn mend(&mut self) -> Mended {
        let mut mended = Mended { items: self.set_aside_surplus(), ratings: self.fill_latest(), replies: 0, ranks: 0 };
        for occasion in &mut self.occasions {
            Arc::make_mut(occasion).fit_replies(&self.instrument.prompts, &mut mended);
        }
        mended
    }

    /// Puts right all that joined parts may break. What is off the scale is taken out, and what there is no room for is
    /// set aside.
    pub(super) fn keep_rules(&mut self) {
        self.fit_items();
        let mut known = BTreeSet::new();
        known.extend(self.instrument.items.iter().map(|item| item.id.clone()));
        for target in &mut self.targets {
            target.item.take_if(|item| !known.contains(item));
        }
        for conversation in &mut self.conversations {
            conversation.about.retain(|item| known.contains(item));
        }
        for occasion in &mut self.occasions {
            Arc::make_mut(occasion).fit_ratings(&self.instrument, &known);
        }
        self.mend();
        for occasion in &mut self.occasions {
            let occasion = Arc::make_mut(occasion);
            occasion.focus.retain(|item| occasion.ratings.contains_key(item));
        }
    }

    /// Items as the form asks them, those of a section together.
    fn fit_items(&mut self) {
        let form = &mut self.instrument;
        let sections: Vec<_> = form.sections.iter().map(|section| &section.id).collect();
        for item in &mut form.items {
            item.section.take_if(|section| !sections.contains(&&*section));
            item.needed.take_if(|level| !form.scale.contains(*level));
            item.anchors.retain(|anchor| form.scale.contains(anchor.value));
        }
        form.items.sort_by_key(|item| {
            item.section.as_ref().and_then(|section| sections.iter().position(|each| *each == section))
        });
    }

    /// Sets aside the items that the form has no room for; says how many.
    fn set_aside_surplus(&mut self) -> usize {
        let day = self.occasions.last().map_or(self.made_on, |latest| latest.rated_on);
        let most = self.instrument.items_max();
        let mut surplus = 0;
        for item in self.instrument.items.iter_mut().filter(|item| item.is_active()).skip(most) {
            item.set_aside = Some(day);
            surplus += 1;
        }
        surplus
    }

    /// Entries in the sitting under way: one for each item that takes part, no empty one for others. Says how many were
    /// put right.
    pub(super) fn fill_latest(&mut self) -> usize {
        let Some(latest) = self.latest_at().and_then(|at| self.occasions.get_mut(at)) else { return 0 };
        if latest.finished {
            return 0;
        }
        let latest = Arc::make_mut(latest);
        let asks_all = latest.asks_all();
        let mut mended = 0;
        for item in &self.instrument.items {
            if item.is_active() && asks_all && !latest.has(&item.id) {
                latest.ratings.insert(item.id.clone(), Rating::default());
                mended += 1;
            } else if !item.is_active() && latest.ratings.get(&item.id).is_some_and(Rating::is_empty) {
                latest.ratings.remove(&item.id);
                latest.focus.retain(|focus| *focus != item.id);
                mended += 1;
            }
        }
        mended
    }
}

impl Occasion {
    /// Takes out what `form` does not ask.
    fn fit_ratings(&mut self, form: &Instrument, known: &BTreeSet<ItemId>) {
        let off = |level: &mut u8| !form.scale.contains(*level);
        self.ratings.retain(|item, _| known.contains(item));
        for rating in self.ratings.values_mut() {
            if rating.answer.value().is_some_and(|value| !form.scale.contains(value)) {
                rating.answer = Answer::Blank;
            }
            rating.needed.take_if(off);
        }
        self.overall.before.take_if(off);
        self.overall.after.take_if(off);
    }

    /// Replies to prompts there are, no more than each takes, no two in one place.
    fn fit_replies(&mut self, prompts: &[Prompt], mended: &mut Mended) {
        let mut replies: Vec<Reply> = Vec::new();
        for mut reply in std::mem::take(&mut self.replies) {
            let before = || replies.iter().filter(|each| each.prompt == reply.prompt);
            let room = |prompt: &&Prompt| prompt.id == reply.prompt && before().count() < usize::from(prompt.entries);
            let Some(prompt) = prompts.iter().find(room) else {
                mended.replies += 1;
                continue;
            };
            let twice = before().any(|each| each.rank == reply.rank);
            let no_place = |rank: &mut u8| twice || prompt.rank.is_empty() || !(1..=prompt.entries).contains(rank);
            mended.ranks += usize::from(reply.rank.take_if(no_place).is_some());
            replies.push(reply);
        }
        self.replies = replies;
    }
}
