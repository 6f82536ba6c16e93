//! The way back: one step, to before the last change.

use std::sync::Arc;

use reactive_graph::prelude::*;

use super::App;
use super::app::AppStateStoreFields;
use crate::domain::{Edit, Instrument, InstrumentId, Record, RecordId};
use crate::instruments::Change;

/// How to take the last change back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Undo {
    before: Before,
    /// The change, when typing may go on with it.
    change: Option<Wording>,
}

/// What was changed, as it was before; `None` when it did not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Before {
    Record(RecordId, Option<Arc<Record>>),
    Instrument(InstrumentId, Option<Arc<Instrument>>),
}

/// A change that may be one of many keystrokes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wording {
    OfRecord(Edit),
    OfInstrument(Change),
}

impl Wording {
    fn continues(&self, before: &Self) -> bool {
        match (self, before) {
            (Self::OfRecord(edit), Self::OfRecord(before)) => edit.continues(before),
            (Self::OfInstrument(change), Self::OfInstrument(before)) => change.continues(before),
            _ => false,
        }
    }
}

impl Before {
    fn is_of_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Record(id, _), Self::Record(other, _)) => id == other,
            (Self::Instrument(id, _), Self::Instrument(other, _)) => id == other,
            _ => false,
        }
    }
}

impl App {
    /// Takes the last change back.
    pub fn undo(self) {
        let Some(undo) = self.store.undo().get_untracked() else { return };
        self.store.undo().set(None);
        self.store.notice().set(None);
        match undo.before {
            Before::Record(id, before) => {
                let now = self.untracked(&id);
                let before = match (before, now) {
                    (Some(before), Some(now)) => Some(Arc::new(Record::clone(&before).after_reveal(&now))),
                    (before, _) => before,
                };
                self.put(&id, before);
            }
            Before::Instrument(id, before) => self.put_instrument(&id, before),
        }
    }

    /// A page is left. Typing ends: what is typed on the next one is a step of its own. And what was said about the
    /// page has been said.
    pub fn leave_page(self) {
        if self.store.notice().get_untracked().is_some_and(super::Notice::is_passing) {
            self.store.notice().set(None);
        }
        if let Some(undo) = self.store.undo().get_untracked().filter(|undo| undo.change.is_some()) {
            self.store.undo().set(Some(Undo { change: None, ..undo }));
        }
    }

    /// Keeps the way back; typing on in one field keeps the way back to before the typing.
    pub(super) fn remember(self, before: Before, change: Option<Wording>) {
        let last = self.store.undo().get_untracked();
        if let (Some(last), Some(change)) = (&last, &change)
            && last.before.is_of_same(&before)
            && last.change.as_ref().is_some_and(|before| change.continues(before))
        {
            self.store.undo().set(Some(Undo { before: last.before.clone(), change: Some(change.clone()) }));
            return;
        }
        if self.store.notice().get_untracked().is_some_and(super::Notice::offers_undo) {
            self.store.notice().set(None);
        }
        self.store.undo().set(Some(Undo { before, change }));
    }

    /// Makes a change that is none to take back in what the way back leads to as well.
    pub(super) fn carry_back(self, record: &RecordId, edit: &Edit) {
        let Some(mut undo) = self.store.undo().get_untracked() else { return };
        if let Before::Record(id, Some(before)) = &mut undo.before
            && id == record
        {
            // Only adding an item can be refused, and that can be taken back.
            _ = Arc::make_mut(before).apply(edit.clone(), self.today());
            self.store.undo().set(Some(undo));
        }
    }

    /// Forgets the way back to how `record` was: it would replace what has come from outside since.
    pub(super) fn forget(self, record: &RecordId) {
        self.forget_where(|before| matches!(before, Before::Record(id, _) if id == record));
    }

    /// Forgets the way back to how an instrument was: a record made with what it is now would have the version of
    /// something else.
    pub(super) fn forget_instrument(self, form: &InstrumentId) {
        self.forget_where(|before| matches!(before, Before::Instrument(id, _) if id == form));
    }

    fn forget_where(self, leads_there: impl Fn(&Before) -> bool) {
        if self.store.undo().with_untracked(|undo| undo.as_ref().is_some_and(|undo| leads_there(&undo.before))) {
            self.store.undo().set(None);
            self.store.notice().set(None);
        }
    }
}
