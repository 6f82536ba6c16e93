//! Instruments of one's own: made, changed, deleted, taken in.

use std::sync::Arc;

use reactive_graph::computed::Memo;
use reactive_graph::prelude::*;

use super::app::AppStateStoreFields;
use super::thing::{Thing, Unit};
use super::undo::{Step, Wording};
use super::{App, ListFate, Notice};
use crate::domain::{About, Instrument, InstrumentId};
use crate::instruments::{Change, change, is_built_in, new_list};

impl App {
    /// The instruments of one's own, by title.
    pub fn instruments(self) -> Memo<Vec<Arc<Instrument>>> {
        Memo::new(move |_| {
            let mut instruments = self.store.instruments().get();
            instruments.sort_by_key(|form| form.about.title.to_lowercase());
            instruments
        })
    }

    /// One of them, as it is now.
    pub fn instrument(self, id: InstrumentId) -> Memo<Option<Arc<Instrument>>> {
        Memo::new(move |_| self.store.instruments().with(|instruments| find(instruments, &id)))
    }

    /// Begins a new list of one's own.
    pub fn new_list(self) -> InstrumentId {
        let id = InstrumentId::new(self.fresh_id());
        self.keep_instrument(new_list(id.clone()));
        id
    }

    /// Takes away the lists that were begun but into which nothing was ever put.
    pub fn drop_blank_lists(self) {
        let forms = self.store.instruments().get_untracked();
        for form in forms.iter().filter(|form| is_blank(form)) {
            self.forget_list(&form.about.id);
            self.put(&Unit::List(form.about.id.clone()), None);
        }
    }

    /// Keeps an instrument as one's own; one undo takes it away again.
    pub fn keep_instrument(self, form: Instrument) {
        if self.refuses() {
            return;
        }
        let unit = Unit::List(form.about.id.clone());
        let form = Some(Thing::List(Arc::new(form)));
        self.remember(Step::of(&unit, self.shown(&unit), form.clone(), None));
        self.put(&unit, form);
    }

    /// Makes one change to an instrument of one's own. Where records have been made with it as it is, it becomes the
    /// next version; they keep the one they were made with.
    pub fn change_instrument(self, id: &InstrumentId, edit: Change) {
        let Some(before) = self.own(id) else { return };
        let mut after = Instrument::clone(&before);
        change(&mut after, edit.clone());
        if after == *before || self.refuses() {
            return;
        }
        if self.is_in_use(&before) {
            after.about.version = after.about.version.saturating_add(1);
            self.tell(Notice::NewVersion);
        }
        let (unit, after) = (Unit::List(id.clone()), Some(Thing::List(Arc::new(after))));
        self.remember(Step::of(&unit, Some(Thing::List(before)), after.clone(), Some(Wording::OfList(edit))));
        self.put(&unit, after);
    }

    /// Deletes an instrument of one's own: it goes to the bin, and one undo brings it back. Records made with it keep
    /// their copy.
    pub fn delete_instrument(self, id: &InstrumentId) {
        self.remove(&Unit::List(id.clone()), Notice::ListDeleted);
    }

    /// Takes in an instrument from a file, and gives the id it has here. One that reads just as one that is here is not
    /// taken again; one that is called the same and is another gets an id of its own.
    pub(super) fn take_in_instrument(self, mut form: Instrument) -> InstrumentId {
        match self.fate_of_list(&form) {
            ListFate::Here(id) => return id,
            ListFate::New if !is_built_in(form.about.id.as_str()) => {}
            ListFate::New | ListFate::Copy => form.about.id = InstrumentId::new(self.fresh_id()),
        }
        let id = form.about.id.clone();
        self.put(&Unit::List(id.clone()), Some(Thing::List(Arc::new(form))));
        id
    }

    /// The one that reads just as `form`, whatever its id.
    pub(super) fn own_alike(self, form: &Instrument) -> Option<Arc<Instrument>> {
        let reads_the_same = |here: &&Arc<Instrument>| {
            let about = About { id: form.about.id.clone(), ..here.about.clone() };
            Instrument { about, ..Instrument::clone(here) } == *form
        };
        self.store.instruments().with_untracked(|all| all.iter().find(reads_the_same).cloned())
    }

    /// Whether a record has been made with this version of `form`.
    fn is_in_use(self, form: &Instrument) -> bool {
        let same = |about: &About| about.id == form.about.id && about.version == form.about.version;
        self.store.records().with_untracked(|records| records.iter().any(|record| same(&record.instrument.about)))
    }

    pub(super) fn own(self, id: &InstrumentId) -> Option<Arc<Instrument>> {
        self.store.instruments().with_untracked(|instruments| find(instruments, id))
    }
}

/// Whether nothing was ever put into a list.
pub(super) fn is_blank(form: &Instrument) -> bool {
    *form == new_list(form.about.id.clone())
}

fn find(instruments: &[Arc<Instrument>], id: &InstrumentId) -> Option<Arc<Instrument>> {
    instruments.iter().find(|form| form.about.id == *id).cloned()
}
