//! How each edit is done, so that a record keeps what must hold.

use std::sync::Arc;

use super::{
    Answer, Conversation, Date, Edit, FOCUS_MAX, IMPORTANCE, Item, ItemId, Kind, Moment, Occasion, OccasionId, Origin,
    Pole, Prompt, PromptId, Rater, Rating, Record, Reply, Step, TooManyItems, Wording,
};

impl Record {
    /// Makes one change on the day `today`. An edit that names something unknown changes nothing.
    ///
    /// # Errors
    /// [`TooManyItems`] when an item is added to a full chart.
    pub fn apply(&mut self, edit: Edit, today: Date) -> Result<(), TooManyItems> {
        if self.is_audit() && edit.changes_items() {
            return Ok(());
        }
        match edit {
            Edit::Subject(text) => self.subject = text,
            Edit::Owner(text) => self.owner = text,
            Edit::Code(text) => self.code = text,
            Edit::Wish(wish, text) => *self.wishes.answer_mut(wish) = text,
            Edit::WithOthers(on) => self.making.with_others = on,
            Edit::Talked(pause) => _ = self.making.talked.insert(pause),
            Edit::Ideas(lines) => self.making.ideas = lines,
            Edit::At(step) => self.reach(step),
            Edit::NextLook(day) => self.next_look = day,
            Edit::AskOverall(on) => self.asks_overall = on,
            Edit::AddItem { item, text, origin, category } => {
                return self.add_item(Item { category, ..Item::new(item, text, origin) });
            }
            Edit::Reword { item, text, opposite } => self.reword(&item, text, opposite, today),
            Edit::SameThing(item) => self.settle(&item),
            Edit::DifferentThing { item, new } => self.replace(&item, new, today),
            Edit::Seen { item, pole, text } => self.with_item(&item, |item| match pole {
                Pole::Attribute => item.seen_high = text,
                Pole::Opposite => item.seen_low = text,
            }),
            Edit::Move { item, to } => self.move_item(&item, to),
            Edit::RemoveItem(item) => self.remove_item(&item, today),
            Edit::Rate { occasion, item, answer } => self.rate(&occasion, &item, answer, today),
            Edit::Why { occasion, item, text } => self.with_rating(&occasion, &item, |rating| rating.why = text),
            Edit::Example { occasion, item, text } => {
                self.with_rating(&occasion, &item, |rating| rating.example = text);
            }
            Edit::Needed { occasion, item, level } => {
                let scale = self.instrument.scale;
                if level.is_none_or(|level| scale.contains(level)) {
                    self.with_rating(&occasion, &item, |rating| rating.needed = level);
                }
            }
            Edit::Importance { occasion, item, level } => {
                if level.is_none_or(|level| IMPORTANCE.contains(level)) {
                    self.with_rating(&occasion, &item, |rating| rating.importance = level);
                }
            }
            Edit::IdeaChanged { occasion, item, on } => {
                self.with_rating(&occasion, &item, |rating| rating.idea_changed = on);
            }
            Edit::Context { occasion, text } => self.with_occasion(&occasion, |o| o.context = text),
            Edit::Reflect { occasion, question, text } => {
                self.with_occasion(&occasion, |o| *o.reflection.answer_mut(question) = text);
            }
            Edit::Reply { occasion, prompt, at, text } => {
                self.with_prompt(&occasion, &prompt, |o, prompt| o.reply(prompt, at, text));
            }
            Edit::Rank { occasion, prompt, at, rank } => {
                self.with_prompt(&occasion, &prompt, |o, prompt| o.rank(prompt, at, rank));
            }
            Edit::Overall { occasion, moment, value } => {
                let scale = self.instrument.scale;
                if value.is_none_or(|value| scale.contains(value)) {
                    self.with_occasion(&occasion, |o| match moment {
                        Moment::Before => o.overall.before = value,
                        Moment::After => o.overall.after = value,
                    });
                }
            }
            Edit::Matters { occasion, item, on } => self.with_occasion(&occasion, |o| o.mark(item, on)),
            Edit::AddTarget { target, item } => self.add_target(target, item, today),
            Edit::TargetWhat { target, text } => self.reword_target(&target, today, |target| target.what = text),
            Edit::TargetHow { target, at, text } => {
                self.reword_target(&target, today, |target| target.set_how(at, text));
            }
            Edit::TargetFor { target, item } => self.aim_target(&target, item),
            Edit::TargetFrom { target, day } => self.with_target(&target, |target| target.from = day),
            Edit::TargetUntil { target, day } => self.with_target(&target, |target| target.until = day),
            Edit::TargetWho { target, text } => self.with_target(&target, |target| target.who = text),
            Edit::TargetStatus { target, status } => self.with_target(&target, |target| target.status = status),
            Edit::TargetReview { target, at, text } => {
                self.with_target(&target, |target| target.review(at, text, today));
            }
            Edit::RemoveTarget(id) => self.targets.retain(|target| target.id != id),
            Edit::AddConversation { conversation, form, title, by } => {
                self.add_conversation(Conversation::new(conversation, form, title, by, today));
            }
            Edit::Converse { conversation, edit } => self.converse(&conversation, edit),
            Edit::AddAgreed { conversation, target } => self.add_agreed(&conversation, target, today),
            Edit::RemoveConversation(id) => self.remove_conversation(&id),
            Edit::Companion(text) => self.companion = text,
            Edit::KeepUntil(day) => self.keep_on(day),
            Edit::StartOccasion { occasion, sitting } => self.start_occasion(occasion, sitting, today),
            Edit::OnPaper { occasion, day } => self.say_on_paper(&occasion, day, today),
            Edit::OccasionKind { occasion, kind } => self.with_occasion(&occasion, |o| o.call(kind)),
            Edit::ShowEarlier(id) => self.with_occasion(&id, |o| o.earlier_shown = true),
            Edit::Finish(id) => self.finish(&id),
        }
        Ok(())
    }

    /// Notes how far the making has come. Once closed it stays closed, whatever is changed later.
    fn reach(&mut self, step: Step) {
        if self.making.step == Step::Closing {
            return;
        }
        self.making.step = step;
        let first = self.own_occasions().next().filter(|first| step == Step::Closing && first.rated_count() > 0);
        if let Some(first) = first.map(|first| first.id.clone()) {
            self.with_occasion(&first, |first| first.finished = true);
        }
    }

    /// Ends a sitting. One into which nothing was put, after others or by somebody else, was only looked into: it leaves
    /// no trace.
    fn finish(&mut self, id: &OccasionId) {
        let others = self.own_occasions().any(|each| each.id != *id);
        let stays = |on: &Occasion| !on.is_empty() || (!others && on.rater == Rater::Me);
        self.occasions.retain(|occasion| occasion.id != *id || stays(occasion));
        // A day to look again that has been kept is kept; a new one can be chosen.
        let looked = |each: &Occasion| each.id == *id && each.asks_all();
        let kept = |day: &mut Date| self.occasions.iter().any(|each| looked(each) && each.rated_on >= *day);
        self.next_look.take_if(kept);
        self.with_occasion(id, |occasion| occasion.finished = true);
        self.put_papers_in_place();
        // One that it followed may be the newest again, and the items may have changed meanwhile.
        self.fill_latest();
    }

    fn add_item(&mut self, item: Item) -> Result<(), TooManyItems> {
        if self.items().count() >= self.instrument.items_max() {
            return Err(TooManyItems);
        }
        if self.item(&item.id).is_none() {
            self.put_on_current(item.id.clone());
            self.instrument.items.push(item);
        }
        Ok(())
    }

    /// Gives `item` an entry in the occasion being rated. It was not there on a finished one, nor at the time that is
    /// looked back to.
    fn put_on_current(&mut self, item: ItemId) {
        if let Some(latest) = self.open_latest().filter(|latest| latest.is_regular()) {
            latest.ratings.entry(item).or_default();
        }
    }

    fn reword(&mut self, id: &ItemId, text: String, opposite: String, today: Date) {
        let rated = self.has_been_rated(id);
        self.with_item(id, |item| {
            let changes = item.text != text || item.opposite != opposite;
            // The words that were rated stand until the question is answered; a pole being named, letter by letter,
            // has all day.
            let open = |before: &Wording| !before.settled && (before.is_replaced_in(item) || before.until == today);
            if rated && changes && !item.earlier.last().is_some_and(open) {
                item.earlier.push(Wording {
                    text: item.text.clone(),
                    opposite: item.opposite.clone(),
                    until: today,
                    settled: false,
                });
            }
            item.text = text;
            item.opposite = opposite;
            // Typed back to what it was: nothing was reworded.
            let undone =
                |before: &Wording| !before.settled && before.text == item.text && before.opposite == item.opposite;
            if item.earlier.last().is_some_and(undone) {
                item.earlier.pop();
            }
        });
    }

    fn settle(&mut self, id: &ItemId) {
        self.with_item(id, |item| {
            if let Some(wording) = item.earlier.last_mut() {
                wording.settled = true;
            }
        });
    }

    fn replace(&mut self, id: &ItemId, new: ItemId, today: Date) {
        if self.item(&new).is_some() {
            return;
        }
        let Some(at) = self.instrument.items.iter().position(|item| item.id == *id) else { return };
        let Some(old) = self.instrument.items.get_mut(at).filter(|item| item.is_active() && item.asks_same_thing())
        else {
            return;
        };
        let mut fresh = Item { earlier: Vec::new(), id: new.clone(), ..old.clone() };
        fresh.origin = Origin::Own;
        if let Some(before) = old.earlier.pop() {
            old.text = before.text;
            old.opposite = before.opposite;
        }
        self.instrument.items.insert(at + 1, fresh);
        self.put_aside(id, today);
        self.put_on_current(new);
    }

    fn move_item(&mut self, id: &ItemId, to: usize) {
        let Some(from) = self.instrument.items.iter().position(|item| item.id == *id && item.is_active()) else {
            return;
        };
        let item = self.instrument.items.remove(from);
        let others: Vec<usize> =
            self.instrument.items.iter().enumerate().filter_map(|(at, item)| item.is_active().then_some(at)).collect();
        let at = others.get(to).copied().unwrap_or(self.instrument.items.len());
        self.instrument.items.insert(at, item);
    }

    fn remove_item(&mut self, id: &ItemId, today: Date) {
        if let Some(latest) = self.open_latest() {
            latest.ratings.remove(id);
        }
        self.put_aside(id, today);
    }

    /// Takes an item off the chart with all that was said on it; gone if nothing was.
    fn put_aside(&mut self, id: &ItemId, today: Date) {
        if let Some(latest) = self.open_latest() {
            if latest.ratings.get(id).is_some_and(Rating::is_empty) {
                latest.ratings.remove(id);
            }
            latest.focus.retain(|focus| focus != id);
        }
        for occasion in self.occasions.iter_mut().filter(|each| !each.has(id) && each.focus.contains(id)) {
            Arc::make_mut(occasion).focus.retain(|focus| focus != id);
        }
        if self.has_been_rated(id) {
            self.with_item(id, |item| item.set_aside = Some(today));
        } else {
            self.instrument.items.retain(|item| item.id != *id);
            for occasion in self.occasions.iter_mut().filter(|each| each.has(id)) {
                let occasion = Arc::make_mut(occasion);
                occasion.ratings.remove(id);
                occasion.focus.retain(|focus| focus != id);
            }
            for target in self.targets.iter_mut().filter(|target| target.item.as_ref() == Some(id)) {
                target.item = None;
            }
            for conversation in &mut self.conversations {
                conversation.about.retain(|item| item != id);
            }
        }
    }

    fn rate(&mut self, occasion: &OccasionId, item: &ItemId, answer: Answer, today: Date) {
        let scale = self.instrument.scale;
        let refused = match answer {
            Answer::Value(value) => !scale.contains(value),
            Answer::DoesNotApply => !self.instrument.may_not_apply,
            Answer::Blank => false,
        };
        if refused {
            return;
        }
        let Some(active) = self.item(item).map(Item::is_active) else { return };
        let under_way = self.occasion(occasion).is_some_and(|occasion| !self.is_over(occasion));
        self.with_occasion(occasion, |occasion| {
            // What was not asked is not rated: there it would be taken for one of those that were.
            if !(occasion.has(item) || (active && occasion.asks_all())) {
                return;
            }
            if occasion.rated_count() == 0 && answer.value().is_some() && under_way && !occasion.on_paper {
                // The sitting is dated by its first rating, not by the day the chart was begun.
                occasion.rated_on = today;
                if occasion.kind != Kind::Retrospective {
                    occasion.refers_to = today;
                }
            }
            occasion.ratings.entry(item.clone()).or_default().answer = answer;
        });
    }

    fn with_item(&mut self, id: &ItemId, change: impl FnOnce(&mut Item)) {
        if let Some(item) = self.instrument.items.iter_mut().find(|item| item.id == *id) {
            change(item);
        }
    }

    /// Changes an occasion; of somebody else's record, none of its owner's.
    pub(super) fn with_occasion(&mut self, id: &OccasionId, change: impl FnOnce(&mut Occasion)) {
        if !self.occasion(id).is_some_and(|occasion| self.is_rated_here(occasion)) {
            return;
        }
        if let Some(occasion) = self.occasions.iter_mut().find(|occasion| occasion.id == *id) {
            change(Arc::make_mut(occasion));
        }
    }

    fn with_rating(&mut self, occasion: &OccasionId, item: &ItemId, change: impl FnOnce(&mut Rating)) {
        self.with_occasion(occasion, |occasion| {
            if let Some(rating) = occasion.ratings.get_mut(item) {
                change(rating);
            }
        });
    }

    fn with_prompt(&mut self, occasion: &OccasionId, prompt: &PromptId, change: impl FnOnce(&mut Occasion, &Prompt)) {
        if let Some(prompt) = self.instrument.prompts.iter().find(|each| each.id == *prompt).cloned() {
            self.with_occasion(occasion, |occasion| change(occasion, &prompt));
        }
    }
}

impl Occasion {
    /// The places of what was said to `prompt` among all that was said.
    fn places(&self, prompt: &PromptId) -> Vec<usize> {
        self.replies.iter().enumerate().filter_map(|(at, reply)| (reply.prompt == *prompt).then_some(at)).collect()
    }

    fn reply(&mut self, prompt: &Prompt, at: usize, text: String) {
        let places = self.places(&prompt.id);
        match places.get(at).and_then(|place| self.replies.get_mut(*place)) {
            Some(reply) => {
                reply.rank.take_if(|_| text.is_empty());
                reply.text = text;
            }
            None if at == places.len() && at < usize::from(prompt.entries) => {
                self.replies.push(Reply { prompt: prompt.id.clone(), text, rank: None });
            }
            None => return,
        }
        while let Some(last) = self.replies.iter().rposition(|reply| reply.prompt == prompt.id)
            && self.replies.get(last).is_some_and(|reply| reply.text.is_empty())
        {
            self.replies.remove(last);
        }
        // A place that there is no entry for any more.
        let count = self.places(&prompt.id).len();
        for reply in self.replies.iter_mut().filter(|reply| reply.prompt == prompt.id) {
            reply.rank.take_if(|rank| usize::from(*rank) > count);
        }
    }

    fn rank(&mut self, prompt: &Prompt, at: usize, rank: Option<u8>) {
        let places = self.places(&prompt.id);
        let fits = rank.is_none_or(|rank| (1..=places.len()).contains(&usize::from(rank)));
        let Some(place) = places.get(at).copied().filter(|_| fits && !prompt.rank.is_empty()) else { return };
        let Some(before) = self.replies.get(place).map(|reply| reply.rank) else { return };
        for other in places {
            if let Some(reply) = self.replies.get_mut(other).filter(|reply| rank.is_some() && reply.rank == rank) {
                reply.rank = before;
            }
        }
        if let Some(reply) = self.replies.get_mut(place) {
            reply.rank = rank;
        }
    }

    /// Which of the times that follow each other it is; what stands beside those stays what it is.
    fn call(&mut self, kind: Kind) {
        let named = Self { kind, ..self.clone() };
        if self.is_regular() && named.is_regular() {
            *self = named;
        }
    }

    fn mark(&mut self, item: ItemId, on: bool) {
        if !on {
            self.focus.retain(|focus| *focus != item);
        } else if self.focus.len() < FOCUS_MAX && self.has(&item) && !self.focus.contains(&item) {
            self.focus.push(item);
        }
    }
}
