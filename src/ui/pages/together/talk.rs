//! What the screens of such a talk share: what is looked at, in which order, and the note that is made of it.

use leptos::prelude::*;

use crate::domain::{
    Conversation, ConversationEdit, ConversationId, Edit, FormId, Item, ItemId, Note, QuestionId, Record,
};
use crate::instruments::SIDE_BY_SIDE;
use crate::platform;
use crate::state::App;
use crate::ui::chart_handle::Chart;
use crate::ui::navigation::app;
use crate::ui::say::{t, text_of};
use crate::ui::talk_words::writer_here;
use crate::words::Key;

/// One screen of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The whole picture.
    Wheel,
    /// One item.
    Item(ItemId),
    /// What comes of it.
    Closing,
}

/// What is noted of each item.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// "What we agreed".
    Agreed,
    /// "To think about".
    Think,
}

impl Part {
    pub const ALL: [Self; 2] = [Self::Agreed, Self::Think];

    /// What is asked.
    pub fn asked(self) -> Key {
        match self {
            Self::Agreed => Key::ConversationAgreed,
            Self::Think => Key::TogetherThink,
        }
    }

    /// The question by which it is noted.
    pub fn question(self, item: &ItemId) -> QuestionId {
        let end = match self {
            Self::Agreed => "agreed",
            Self::Think => "think",
        };
        QuestionId::new(format!("{item}/{end}"))
    }
}

/// Two people looking at one chart.
#[derive(Clone, Copy)]
pub struct Talk {
    pub chart: Chart,
    app: App,
    /// The note of today, or the id that it will have.
    id: StoredValue<ConversationId>,
    /// The screen shown.
    pub stop: RwSignal<Stop>,
}

impl Talk {
    /// Goes on with the note that the same person made of today, or makes one with the first letter typed.
    pub fn begin(chart: Chart) -> Self {
        let app = app();
        let today = app.today();
        let of_today = |each: &&Conversation| each.form.as_str() == SIDE_BY_SIDE && each.on == today;
        let id = chart.peek().and_then(|chart| {
            let by = writer_here(&chart);
            let note = chart.conversations.iter().rev().filter(of_today).find(|each| each.by == by);
            note.map(|note| note.id.clone())
        });
        let id = StoredValue::new(id.unwrap_or_else(|| ConversationId::new(app.fresh_part_id())));
        Self { chart, app, id, stop: RwSignal::new(Stop::Wheel) }
    }

    /// The day it is.
    pub fn today(self) -> crate::domain::Date {
        self.app.today()
    }

    /// The items, what matters most first; what reads them follows their changes.
    #[inline(never)]
    pub fn items(self) -> Vec<ItemId> {
        let Some(chart) = self.chart.get() else { return Vec::new() };
        let focus = focus_of(&chart);
        let rest = chart.items().map(|item| &item.id).filter(|id| !focus.contains(id));
        focus.iter().filter(|id| chart.item(id).is_some_and(Item::is_active)).chain(rest).cloned().collect()
    }

    /// The note, once anything is in it; what reads it follows its changes.
    #[inline(never)]
    pub fn note(self) -> Option<Conversation> {
        let id = self.id.try_get_value()?;
        self.chart.get()?.conversations.iter().find(|each| each.id == id).cloned()
    }

    /// What is noted of an item; what reads it follows its changes.
    #[inline(never)]
    pub fn said(self, item: &ItemId, part: Part) -> String {
        self.note().map(|note| note.said(&part.question(item)).to_owned()).unwrap_or_default()
    }

    /// Notes something of an item. The note is about each item of which anything is said.
    pub fn say(self, item: &ItemId, part: Part, text: String) {
        let about = untrack(|| self.note()).is_some_and(|note| note.about.contains(item));
        let Some(group) = self.chart.peek().as_ref().and_then(|chart| chart.item(item).map(text_of)) else { return };
        if !about && !text.is_empty() {
            self.edit(ConversationEdit::About(item.clone(), true));
        }
        let note = Note { question: part.question(item), group, asked: t(part.asked()).to_owned(), text };
        let after = untrack(|| self.note()).map(|note| note.notes.into_iter().map(|each| each.question).collect());
        self.edit(ConversationEdit::Note { note, after: after.unwrap_or_default() });
        if about && untrack(|| Part::ALL.iter().all(|part| self.said(item, *part).is_empty())) {
            self.edit(ConversationEdit::About(item.clone(), false));
        }
    }

    /// Changes the note, which comes into being with that.
    pub fn edit(self, edit: ConversationEdit) {
        let Some(id) = self.id.try_get_value() else { return };
        if let Some(chart) = self.chart.peek().filter(|_| untrack(|| self.note()).is_none()) {
            self.chart.edit(Edit::AddConversation {
                conversation: id.clone(),
                form: FormId::new(SIDE_BY_SIDE),
                title: t(Key::TogetherForm).to_owned(),
                by: writer_here(&chart),
            });
        }
        self.chart.edit(Edit::Converse { conversation: id, edit });
    }

    /// The screen `by` places after the one shown, if there is one.
    #[inline(never)]
    pub fn neighbour(self, by: isize) -> Option<Stop> {
        let items = self.items().into_iter().map(Stop::Item);
        let stops: Vec<Stop> = [Stop::Wheel].into_iter().chain(items).chain([Stop::Closing]).collect();
        let here = stops.iter().position(|stop| *stop == self.stop.get())?;
        stops.get(here.checked_add_signed(by)?).cloned()
    }

    /// Goes on by one screen, or back.
    pub fn go(self, by: isize) {
        if let Some(stop) = untrack(|| self.neighbour(by)) {
            self.show(stop);
        }
    }

    /// Shows a screen from its top.
    pub fn show(self, stop: Stop) {
        self.stop.set(stop);
        platform::show_stop();
    }
}

/// What matters most, as the newest time has it.
pub fn focus_of(chart: &Record) -> Vec<ItemId> {
    chart.shown().map(|shown| chart.standing(shown).focus).unwrap_or_default()
}
