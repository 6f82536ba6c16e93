//! The way back, and forth again: step by step, each to before one change.

use std::sync::Arc;

use reactive_graph::prelude::*;

use super::app::AppStateStoreFields;
use super::thing::{Thing, Unit};
use super::{App, Notice, Rows};
use crate::domain::{Edit, Instrument, InstrumentId, Record, merge, merge_since};
use crate::instruments::Change;

/// How many steps the way back has: more than anyone goes, and not a chart's whole life in memory.
const STEPS_MAX: usize = 50;

/// Where a step leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// To before the last change.
    Back,
    /// To after what was taken back last.
    Forth,
}

/// One change that can be taken back: of one thing, or of all that a file held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Step {
    turns: Vec<Turn>,
    /// The change, when typing may go on with it.
    wording: Option<Wording>,
}

/// What was changed, before and after; `None` when it did not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Turn {
    pub unit: Unit,
    pub before: Option<Thing>,
    pub after: Option<Thing>,
}

/// A change that may be one of many keystrokes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wording {
    OfRecord(Edit),
    OfList(Change),
}

impl Wording {
    fn continues(&self, before: &Self) -> bool {
        match (self, before) {
            (Self::OfRecord(edit), Self::OfRecord(before)) => edit.continues(before),
            (Self::OfList(change), Self::OfList(before)) => change.continues(before),
            _ => false,
        }
    }
}

impl Turn {
    fn back(self) -> Self {
        Self { before: self.after, after: self.before, ..self }
    }
}

impl Step {
    /// A change of one thing.
    pub fn of(unit: &Unit, before: Option<Thing>, after: Option<Thing>, wording: Option<Wording>) -> Self {
        Self { turns: vec![Turn { unit: unit.clone(), before, after }], wording }
    }

    /// A change of several things at once.
    pub fn of_all(turns: Vec<Turn>) -> Self {
        Self { turns, wording: None }
    }

    fn concerns(&self, unit: &Unit) -> bool {
        self.turns.iter().any(|turn| turn.unit == *unit)
    }

    /// Whether something is there since, or gone.
    fn adds_or_removes(&self) -> bool {
        self.turns.iter().any(|turn| turn.before.is_none() || turn.after.is_none())
    }

    /// Whether this goes on with what `before` did, and nothing came in between.
    fn continues(&self, before: &Self) -> bool {
        match (self.turns.as_slice(), before.turns.as_slice(), &self.wording, &before.wording) {
            ([turn], [last], Some(wording), Some(of_last)) => {
                turn.unit == last.unit && turn.before == last.after && wording.continues(of_last)
            }
            _ => false,
        }
    }
}

impl App {
    /// Whether the last change can be seen from the page about `shown`: it is about that; on a page about none, about what
    /// is there at all.
    pub fn can_undo_on(self, shown: Option<&Unit>) -> bool {
        self.store.undo().with(|steps| steps.last().is_some_and(|step| is_seen(step, shown)))
    }

    /// Whether what was taken back last can be done again, seen from the page about `shown`.
    pub fn can_redo_on(self, shown: Option<&Unit>) -> bool {
        self.store.redo().with(|steps| steps.last().is_some_and(|step| is_seen(step, shown)))
    }

    /// Takes the last change back.
    pub fn undo(self) {
        self.turn(Way::Back);
    }

    /// Does again what was taken back last.
    pub fn redo(self) {
        self.turn(Way::Forth);
    }

    fn turn(self, way: Way) {
        if let Some(turn) = self.outside.with_value(|outside| outside.turn) {
            turn(self, way);
        }
    }

    /// Goes one step, once things can be changed.
    pub(super) fn go_one_step(self, way: Way) {
        match way {
            Way::Back => self.go_back(),
            Way::Forth => self.go_forth(),
        }
    }

    fn go_back(self) {
        let Some(step) = self.store.undo().write().pop() else { return };
        let made = self.make(step.turns.into_iter().rev().map(Turn::back).collect());
        let again = made.into_iter().rev().map(Turn::back).collect();
        self.store.redo().write().push(Step::of_all(again));
    }

    fn go_forth(self) {
        let Some(step) = self.store.redo().write().pop() else { return };
        let made = self.make(step.turns);
        self.store.undo().write().push(Step::of_all(made));
    }

    /// Makes each of `turns`, and gives them as they came out.
    fn make(self, turns: Vec<Turn>) -> Vec<Turn> {
        self.store.notice().set(None);
        let make = |turn: Turn| {
            let now = self.shown(&turn.unit);
            let then = self.turned(&turn, now.as_ref());
            if then.is_none() {
                self.put_in_bin(&turn.unit);
            } else {
                self.put(&turn.unit, then.clone());
            }
            if let Some(binned) = then.as_ref().filter(|_| now.is_none()).and_then(|then| self.binned(then)) {
                self.write_beside(Rows::from([(binned.key(), None)]));
            }
            self.keep_beside(&turn, now.as_ref());
            Turn { before: now, after: then, ..turn }
        };
        turns.into_iter().map(make).collect()
    }

    /// A list cannot be brought together with what another window has made of it since: that stays beside it.
    fn keep_beside(self, turn: &Turn, now: Option<&Thing>) {
        if let Some(Thing::List(form)) = now.filter(|_| turn.after.is_some() && turn.before.as_ref() != now) {
            _ = self.take_in_instrument(Instrument::clone(form));
            self.tell(Notice::TwoWindowsList);
        }
    }

    /// What a thing is once `turn` is made. What was changed otherwise since, as by another window, stays; and so does
    /// what is no change, as having seen earlier values.
    fn turned(self, turn: &Turn, now: Option<&Thing>) -> Option<Thing> {
        let (Some(Thing::Record(goal)), Some(Thing::Record(now))) = (&turn.after, now) else {
            return turn.after.clone();
        };
        if turn.before.is_none() {
            // It is there again already.
            return Some(Thing::Record(Arc::new(merge(goal, now).record)));
        }
        let mut record = Record::clone(goal).after_reveal(now);
        record.stamp_changes(Some(now), self.ports().now());
        if let Some(Thing::Record(from)) = &turn.before
            && from != now
        {
            record = merge_since(from, &record, now).record;
        }
        Some(Thing::Record(Arc::new(record)))
    }

    /// A page is left. Typing ends: what is typed on the next one is a step of its own. And what was said about the
    /// page has been said.
    pub fn leave_page(self) {
        if self.store.notice().get_untracked().is_some_and(Notice::is_passing) {
            self.store.notice().set(None);
        }
        self.store.undo().update(|steps| steps.iter_mut().for_each(|step| step.wording = None));
    }

    /// Keeps the way back; typing on in one field keeps the way back to before the typing.
    pub(super) fn remember(self, mut step: Step) {
        let goes_on = self.store.undo().with_untracked(|steps| steps.last().is_some_and(|last| step.continues(last)));
        if !goes_on && self.store.notice().get_untracked().is_some_and(Notice::offers_undo) {
            self.store.notice().set(None);
        }
        if self.store.redo().with_untracked(|steps| !steps.is_empty()) {
            self.store.redo().set(Vec::new());
        }
        self.store.undo().update(|steps| {
            if goes_on && let Some(last) = steps.pop() {
                for (turn, last) in step.turns.iter_mut().zip(last.turns) {
                    turn.before = last.before;
                }
            }
            steps.push(step);
            if steps.len() > STEPS_MAX {
                steps.remove(0);
            }
        });
    }

    /// Forgets the way back to how a list was: a record made with what it is now would have the version of something
    /// else.
    pub(super) fn forget_list(self, form: &InstrumentId) {
        let unit = Unit::List(form.clone());
        let leads_there = |step: &Step| step.concerns(&unit);
        if self.store.undo().with_untracked(|steps| steps.iter().any(leads_there)) {
            self.store.undo().update(|steps| steps.retain(|step| !leads_there(step)));
            self.store.notice().set(None);
        }
        self.store.redo().update(|steps| steps.retain(|step| !leads_there(step)));
    }
}

/// On the page of a thing, what it came by is not taken back in passing: that would take the page away. Nor is that
/// somebody else has begun to rate: that would show them what is hidden from them.
fn is_seen(step: &Step, shown: Option<&Unit>) -> bool {
    let rates = |thing: &Thing| thing.record().is_some_and(|record| record.view_under_way().is_some());
    let stays = |turn: &Turn| match (&turn.before, &turn.after) {
        (Some(before), Some(after)) => rates(before) || !rates(after),
        _ => false,
    };
    match shown {
        Some(unit) => step.turns.iter().any(|turn| turn.unit == *unit && stays(turn)),
        None => step.adds_or_removes(),
    }
}
