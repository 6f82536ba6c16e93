//! A dated note of a talk about a record.

use super::{ConversationId, Date, FormId, ItemId, QuestionId, Rater};

/// A dated note of a talk about a record, or of what one thought about it alone.
///
/// It carries the questions it answers, as they were asked: an old note reads as it was made, whatever becomes of the form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Conversation {
    /// Names the conversation.
    pub id: ConversationId,
    /// The form it is noted by.
    pub form: FormId,
    /// What that form is called.
    pub title: String,
    /// The day.
    pub on: Date,
    /// Who wrote it: the owner of the record, or somebody else as they call themself.
    pub by: Rater,
    /// With whom; empty for a reflection of one's own.
    pub with: String,
    /// Where, or how: "by phone".
    pub place: String,
    /// The items it was about, in the order chosen.
    pub about: Vec<ItemId>,
    /// What was said to the questions, in the order of the form; none of them is empty.
    pub notes: Vec<Note>,
    /// What was agreed.
    pub agreed: String,
    /// The day of the next one.
    pub next: Option<Date>,
    /// Whether it stays with whoever wrote it: it is given only where that is asked for.
    pub private: bool,
}

/// What was said to one question.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// Which question.
    pub question: QuestionId,
    /// What the question stands under, such as "Student A"; may be empty.
    pub group: String,
    /// The question, as it was asked.
    pub asked: String,
    /// What was said.
    pub text: String,
}

/// One change to a conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConversationEdit {
    /// Says on which day it was.
    On(Date),
    /// Says with whom.
    With(String),
    /// Says where.
    Place(String),
    /// Says that it was about an item, or was not.
    About(ItemId, bool),
    /// Answers a question: the note of that question becomes this one.
    Note {
        /// What was said.
        note: Note,
        /// The questions it stands behind, where none was there.
        after: Vec<QuestionId>,
    },
    /// Says what was agreed.
    Agreed(String),
    /// Says when the next one is.
    Next(Option<Date>),
    /// Keeps it with whoever wrote it, or does no more.
    Private(bool),
}

impl ConversationEdit {
    /// Whether this goes on with what `before` did, so that one undo takes back both.
    pub(super) fn continues(&self, before: &Self) -> bool {
        match (self, before) {
            (Self::With(_), Self::With(_)) | (Self::Place(_), Self::Place(_)) | (Self::Agreed(_), Self::Agreed(_)) => {
                true
            }
            (Self::Note { note: one, .. }, Self::Note { note: other, .. }) => one.question == other.question,
            _ => false,
        }
    }
}

impl Conversation {
    /// A new, empty note.
    pub(super) fn new(id: ConversationId, form: FormId, title: String, by: Rater, today: Date) -> Self {
        Self {
            id,
            form,
            title,
            on: today,
            by,
            with: String::new(),
            place: String::new(),
            about: Vec::new(),
            notes: Vec::new(),
            agreed: String::new(),
            next: None,
            private: false,
        }
    }

    /// What was said to the question called `id`.
    pub fn said(&self, id: &QuestionId) -> &str {
        self.notes.iter().find(|note| note.question == *id).map_or("", |note| &note.text)
    }

    /// Whether nothing was noted: only begun, on that day.
    pub fn is_empty(&self) -> bool {
        let written = [&self.with, &self.place, &self.agreed].into_iter().any(|text| !text.trim().is_empty());
        !written && self.about.is_empty() && self.notes.is_empty() && self.next.is_none()
    }

    /// Makes one change.
    pub(super) fn change(&mut self, edit: ConversationEdit) {
        match edit {
            ConversationEdit::On(day) => self.on = day,
            ConversationEdit::With(text) => self.with = text,
            ConversationEdit::Place(text) => self.place = text,
            ConversationEdit::About(item, on) => {
                self.about.retain(|each| *each != item);
                if on {
                    self.about.push(item);
                }
            }
            ConversationEdit::Note { note, after } => self.note(note, &after),
            ConversationEdit::Agreed(text) => self.agreed = text,
            ConversationEdit::Next(day) => self.next = day,
            ConversationEdit::Private(on) => self.private = on,
        }
    }

    fn note(&mut self, note: Note, after: &[QuestionId]) {
        if let Some(before) = self.notes.iter_mut().find(|each| each.question == note.question) {
            *before = note;
        } else {
            let behind = self.notes.iter().rposition(|each| after.contains(&each.question));
            self.notes.insert(behind.map_or(0, |at| at + 1), note);
        }
        self.notes.retain(|note| !note.text.is_empty());
    }
}
