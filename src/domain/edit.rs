//! Everything that can be done to a record, and how it is done.

use super::{
    Answer, Category, Date, FOCUS_MAX, ITEMS_MAX, Item, ItemId, Kind, Occasion, OccasionId, Origin, Rating, Record,
    Step, TalkPause, Target, TargetId, TooManyItems, Wording,
};

/// One change to a record: the whole vocabulary of editing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Names the chart.
    Title(String),
    /// Answers "excellent what?".
    Subject(String),
    /// Names its owner.
    Owner(String),
    /// Says whether it is being made with others.
    WithOthers(bool),
    /// Closes a pause to talk.
    Talked(TalkPause),
    /// Notes the ideas heard, a line each.
    Ideas(Vec<String>),
    /// Remembers where the person is in the making.
    At(Step),
    /// Adds an attribute at the end.
    AddItem {
        /// Its new id.
        item: ItemId,
        /// Its words.
        text: String,
        /// Where it comes from.
        origin: Origin,
        /// The kind of prompt card it answers.
        category: Option<Category>,
    },
    /// Changes an item's poles; once it has been rated, the words before are kept and the question asked.
    Reword {
        /// Which item.
        item: ItemId,
        /// The attribute.
        text: String,
        /// Its opposite.
        opposite: String,
    },
    /// "Same thing, better words": still compared.
    SameThing(ItemId),
    /// "A different thing": the old one is set aside with its old words, a new one takes its place.
    DifferentThing {
        /// The item that was reworded.
        item: ItemId,
        /// The id of the new one.
        new: ItemId,
    },
    /// Says what one would see at each end.
    Seen {
        /// Which item.
        item: ItemId,
        /// At the high end.
        high: String,
        /// At the low end.
        low: String,
    },
    /// Moves an active item to a position among the active ones.
    Move {
        /// Which item.
        item: ItemId,
        /// Where to, from 0.
        to: usize,
    },
    /// Takes an item off the chart: kept aside if it was rated on an earlier occasion, gone if not.
    RemoveItem(ItemId),
    /// Answers for an item.
    Rate {
        /// On which occasion.
        occasion: OccasionId,
        /// Which item.
        item: ItemId,
        /// The answer; a number off the scale changes nothing.
        answer: Answer,
    },
    /// Says why.
    Why {
        /// On which occasion.
        occasion: OccasionId,
        /// Which item.
        item: ItemId,
        /// The words.
        text: String,
    },
    /// Gives an example.
    Example {
        /// On which occasion.
        occasion: OccasionId,
        /// Which item.
        item: ItemId,
        /// The words.
        text: String,
    },
    /// Says where one needs to be.
    Needed {
        /// On which occasion.
        occasion: OccasionId,
        /// Which item.
        item: ItemId,
        /// The level; off the scale changes nothing.
        level: Option<u8>,
    },
    /// Marks what matters most, or takes the mark off; a fourth mark changes nothing.
    Matters {
        /// On which occasion.
        occasion: OccasionId,
        /// Which item.
        item: ItemId,
        /// Whether it is marked.
        on: bool,
    },
    /// Adds an empty target.
    AddTarget {
        /// Its new id.
        target: TargetId,
        /// The item it is for.
        item: Option<ItemId>,
    },
    /// "What do you want to improve?"
    TargetWhat {
        /// Which target.
        target: TargetId,
        /// The words.
        text: String,
    },
    /// "How are you going to develop this?": all its ways.
    TargetHows {
        /// Which target.
        target: TargetId,
        /// The ways, in order.
        hows: Vec<String>,
    },
    /// By when.
    TargetUntil {
        /// Which target.
        target: TargetId,
        /// The day.
        until: Option<Date>,
    },
    /// Takes a target away.
    RemoveTarget(TargetId),
    /// When to look again.
    NextLook(Option<Date>),
    /// Begins to rate again.
    StartOccasion {
        /// Its new id.
        occasion: OccasionId,
        /// What it is for.
        kind: Kind,
    },
    /// Says what an occasion was for.
    OccasionKind {
        /// Which occasion.
        occasion: OccasionId,
        /// What it was for.
        kind: Kind,
    },
    /// Looks at earlier values while rating.
    ShowEarlier(OccasionId),
    /// Finishes rating.
    Finish(OccasionId),
}

impl Edit {
    /// Whether this goes on with what `before` did (typing in one field), so that one undo takes back both.
    pub fn continues(&self, before: &Self) -> bool {
        match (self, before) {
            (Self::Title(_), Self::Title(_))
            | (Self::Subject(_), Self::Subject(_))
            | (Self::Owner(_), Self::Owner(_))
            | (Self::Ideas(_), Self::Ideas(_)) => true,
            (Self::Reword { item: a, .. }, Self::Reword { item: b, .. } | Self::AddItem { item: b, .. })
            | (Self::Seen { item: a, .. }, Self::Seen { item: b, .. }) => a == b,
            (Self::Why { occasion: o, item: a, .. }, Self::Why { occasion: p, item: b, .. })
            | (Self::Example { occasion: o, item: a, .. }, Self::Example { occasion: p, item: b, .. }) => {
                o == p && a == b
            }
            (
                Self::TargetWhat { target: a, .. },
                Self::TargetWhat { target: b, .. } | Self::AddTarget { target: b, .. },
            )
            | (Self::TargetHows { target: a, .. }, Self::TargetHows { target: b, .. }) => a == b,
            _ => false,
        }
    }

    /// Whether there is something to take back: finding one's place is not a change.
    pub fn can_be_undone(&self) -> bool {
        !matches!(self, Self::At(_) | Self::Talked(_) | Self::ShowEarlier(_))
    }
}

impl Record {
    /// Makes one change on the day `today`. An edit that names something unknown changes nothing.
    ///
    /// # Errors
    /// [`TooManyItems`] when an item is added to a full chart.
    pub fn apply(&mut self, edit: Edit, today: Date) -> Result<(), TooManyItems> {
        match edit {
            Edit::Title(text) => self.title = text,
            Edit::Subject(text) => self.subject = text,
            Edit::Owner(text) => self.owner = text,
            Edit::WithOthers(on) => self.making.with_others = on,
            Edit::Talked(pause) => _ = self.making.talked.insert(pause),
            Edit::Ideas(lines) => self.making.ideas = lines,
            Edit::At(step) => self.making.step = step,
            Edit::NextLook(day) => self.next_look = day,
            Edit::AddItem { item, text, origin, category } => {
                return self.add_item(Item { category, ..Item::new(item, text, origin) });
            }
            Edit::Reword { item, text, opposite } => self.reword(&item, text, opposite, today),
            Edit::SameThing(item) => self.settle(&item),
            Edit::DifferentThing { item, new } => self.replace(&item, new, today),
            Edit::Seen { item, high, low } => self.with_item(&item, |item| {
                item.seen_high = high;
                item.seen_low = low;
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
            Edit::Matters { occasion, item, on } => self.with_occasion(&occasion, |o| o.mark(item, on)),
            Edit::AddTarget { target, item } => self.add_target(target, item),
            Edit::TargetWhat { target, text } => self.with_target(&target, |target| target.what = text),
            Edit::TargetHows { target, hows } => self.with_target(&target, |target| target.hows = hows),
            Edit::TargetUntil { target, until } => self.with_target(&target, |target| target.until = until),
            Edit::RemoveTarget(id) => self.targets.retain(|target| target.id != id),
            Edit::StartOccasion { occasion, kind } => self.start_occasion(occasion, kind, today),
            Edit::OccasionKind { occasion, kind } => self.with_occasion(&occasion, |o| o.kind = kind),
            Edit::ShowEarlier(id) => self.with_occasion(&id, |o| o.earlier_shown = true),
            Edit::Finish(id) => self.with_occasion(&id, |o| o.finished = true),
        }
        Ok(())
    }

    fn add_item(&mut self, item: Item) -> Result<(), TooManyItems> {
        if self.items().count() >= ITEMS_MAX {
            return Err(TooManyItems);
        }
        if self.item(&item.id).is_none() {
            self.put_on_current(item.id.clone());
            self.instrument.items.push(item);
        }
        Ok(())
    }

    /// Gives `item` an entry in the occasion being rated, or in the only one there is.
    fn put_on_current(&mut self, item: ItemId) {
        let only = self.occasions.len() == 1;
        if let Some(latest) = self.occasions.last_mut().filter(|latest| only || !latest.finished) {
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
        self.remove_item(id, today);
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
        if let Some(latest) = self.occasions.last_mut().filter(|latest| !latest.finished) {
            latest.ratings.remove(id);
        }
        for occasion in &mut self.occasions {
            if !occasion.has(id) {
                occasion.focus.retain(|focus| focus != id);
            }
        }
        if self.has_been_rated(id) {
            self.with_item(id, |item| item.set_aside = Some(today));
        } else {
            self.instrument.items.retain(|item| item.id != *id);
            for occasion in &mut self.occasions {
                occasion.ratings.remove(id);
                occasion.focus.retain(|focus| focus != id);
            }
            for target in self.targets.iter_mut().filter(|target| target.item.as_ref() == Some(id)) {
                target.item = None;
            }
        }
    }

    fn rate(&mut self, occasion: &OccasionId, item: &ItemId, answer: Answer, today: Date) {
        let scale = self.instrument.scale;
        if answer.value().is_some_and(|value| !scale.contains(value)) {
            return;
        }
        let Some(active) = self.item(item).map(Item::is_active) else { return };
        self.with_occasion(occasion, |occasion| {
            if !active && !occasion.has(item) {
                return;
            }
            if occasion.rated_count() == 0 && answer.value().is_some() && !occasion.finished {
                // The sitting is dated by its first rating, not by the day the chart was begun.
                occasion.rated_on = today;
                if occasion.kind != Kind::Retrospective {
                    occasion.refers_to = today;
                }
            }
            occasion.ratings.entry(item.clone()).or_default().answer = answer;
        });
    }

    fn add_target(&mut self, id: TargetId, item: Option<ItemId>) {
        if self.target(&id).is_none() {
            let item = item.filter(|item| self.item(item).is_some());
            self.targets.push(Target { id, item, what: String::new(), hows: Vec::new(), until: None });
        }
    }

    fn start_occasion(&mut self, id: OccasionId, kind: Kind, today: Date) {
        if self.occasion(&id).is_some() {
            return;
        }
        if let Some(latest) = self.occasions.last_mut() {
            latest.finished = true;
        }
        let items: Vec<ItemId> = self.items().map(|item| item.id.clone()).collect();
        self.occasions.push(Occasion::new(id, kind, today, items));
    }

    fn with_item(&mut self, id: &ItemId, change: impl FnOnce(&mut Item)) {
        if let Some(item) = self.instrument.items.iter_mut().find(|item| item.id == *id) {
            change(item);
        }
    }

    fn with_occasion(&mut self, id: &OccasionId, change: impl FnOnce(&mut Occasion)) {
        if let Some(occasion) = self.occasions.iter_mut().find(|occasion| occasion.id == *id) {
            change(occasion);
        }
    }

    fn with_rating(&mut self, occasion: &OccasionId, item: &ItemId, change: impl FnOnce(&mut Rating)) {
        self.with_occasion(occasion, |occasion| {
            if let Some(rating) = occasion.ratings.get_mut(item) {
                change(rating);
            }
        });
    }

    fn with_target(&mut self, id: &TargetId, change: impl FnOnce(&mut Target)) {
        if let Some(target) = self.targets.iter_mut().find(|target| target.id == *id) {
            change(target);
        }
    }
}

impl Occasion {
    fn mark(&mut self, item: ItemId, on: bool) {
        if !on {
            self.focus.retain(|focus| *focus != item);
        } else if self.focus.len() < FOCUS_MAX && self.has(&item) && !self.focus.contains(&item) {
            self.focus.push(item);
        }
    }
}
