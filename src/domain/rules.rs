//! What each part of a record may be but the whole may not: put right after parts of two copies were joined.

use std::collections::BTreeSet;

use super::{Answer, Instrument, ItemId, Occasion, OccasionId, Rating, Record, Reply};

impl Record {
    /// Puts right what breaks a rule; gives the sittings that were ended because another follows them. What is off the
    /// scale is taken out, and what there is no room for is set aside.
    pub(super) fn keep_rules(&mut self) -> Vec<OccasionId> {
        self.fit_items();
        let mut known = BTreeSet::new();
        known.extend(self.instrument.items.iter().map(|item| item.id.clone()));
        for target in &mut self.targets {
            target.item.take_if(|item| !known.contains(item));
        }
        for occasion in &mut self.occasions {
            occasion.fit(&self.instrument, &known);
        }
        let under_way = self.occasions.len().saturating_sub(1);
        let open = self.occasions.iter_mut().take(under_way).filter(|occasion| !occasion.finished);
        let ended = open.map(|occasion| {
            occasion.finished = true;
            occasion.id.clone()
        });
        let ended = ended.collect();
        self.fill_latest();
        for occasion in &mut self.occasions {
            occasion.focus.retain(|item| occasion.ratings.contains_key(item));
        }
        ended
    }

    /// Items as the form has room for them, those of a section together.
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
        let day = self.occasions.last().map_or(self.made_on, |latest| latest.rated_on);
        let most = form.items_max();
        for item in form.items.iter_mut().filter(|item| item.is_active()).skip(most) {
            item.set_aside = Some(day);
        }
    }

    /// Entries in the sitting under way: one for each item that takes part, no empty one for others.
    fn fill_latest(&mut self) {
        let Some(latest) = self.occasions.last_mut().filter(|latest| !latest.finished) else { return };
        let asks_all = latest.asks_all();
        for item in &self.instrument.items {
            if item.is_active() && asks_all {
                latest.ratings.entry(item.id.clone()).or_default();
            } else if !item.is_active() && latest.ratings.get(&item.id).is_some_and(Rating::is_empty) {
                latest.ratings.remove(&item.id);
            }
        }
    }
}

impl Occasion {
    /// Takes out what `form` does not ask.
    fn fit(&mut self, form: &Instrument, known: &BTreeSet<ItemId>) {
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
        let mut replies: Vec<Reply> = Vec::new();
        for mut reply in std::mem::take(&mut self.replies) {
            let before = || replies.iter().filter(|each| each.prompt == reply.prompt);
            let Some(prompt) = form.prompts.iter().find(|prompt| prompt.id == reply.prompt) else { continue };
            if before().count() >= usize::from(prompt.entries) {
                continue;
            }
            let twice = before().any(|each| each.rank == reply.rank);
            reply.rank.take_if(|rank| twice || prompt.rank.is_empty() || !(1..=prompt.entries).contains(rank));
            replies.push(reply);
        }
        self.replies = replies;
    }
}
