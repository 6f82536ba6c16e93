//! From JSON values to what is to be done and what was talked about.

use std::collections::BTreeSet;

use super::fields::Fields;
use super::restore::rater;
use super::written;
use crate::domain::{
    Conversation, ConversationId, Date, EarlierTarget, FormId, ItemId, Note, QuestionId, Review, Target, TargetId,
};

/// A target; the item it is for is one of those `known`, or none. Days that cannot be read are the one the record was
/// `made_on`, here and below.
pub(super) fn target(fields: &Fields, known: &BTreeSet<ItemId>, made_on: Date) -> Option<Target> {
    let named = fields.has("item").then(|| ItemId::new(fields.text("item")));
    let item = named.clone().filter(|item| known.contains(item));
    if named != item {
        fields.note("target item");
    }
    Some(Target {
        id: TargetId::new(fields.id()?),
        item,
        what: fields.text("what"),
        hows: fields.texts("hows"),
        from: fields.optional_day("from"),
        until: fields.optional_day("until"),
        who: fields.text("who"),
        status: fields.named("status", &written::STATUSES).unwrap_or_default(),
        reviews: fields.objects("reviews").map(|entry| review(&entry, made_on)).collect(),
        conversation: fields.has("conversation").then(|| ConversationId::new(fields.text("conversation"))),
        since: fields.optional_day("since"),
        earlier: fields.objects("earlier").map(|entry| earlier(&entry, made_on)).collect(),
    })
}

fn review(fields: &Fields, made_on: Date) -> Review {
    Review { on: fields.day("on", made_on), text: fields.text("text") }
}

fn earlier(fields: &Fields, made_on: Date) -> EarlierTarget {
    EarlierTarget {
        since: fields.optional_day("since"),
        until: fields.day("until", made_on),
        what: fields.text("what"),
        hows: fields.texts("hows"),
    }
}

/// A conversation; the items it was about are some of those `known`.
pub(super) fn conversation(fields: &Fields, known: &BTreeSet<ItemId>, made_on: Date) -> Option<Conversation> {
    let mut about: Vec<ItemId> = Vec::new();
    for item in fields.texts("about").into_iter().map(ItemId::new) {
        if known.contains(&item) && !about.contains(&item) {
            about.push(item);
        } else {
            fields.note("about");
        }
    }
    Some(Conversation {
        id: ConversationId::new(fields.id()?),
        form: FormId::new(fields.text("form")),
        title: fields.text("title"),
        on: fields.day("on", made_on),
        by: rater(fields, "by"),
        with: fields.text("with"),
        place: fields.text("where"),
        about,
        notes: notes(fields),
        agreed: fields.text("agreed"),
        next: fields.optional_day("next"),
        // What cannot be read here is kept back rather than given.
        private: fields.optional_flag("private").unwrap_or(fields.has("private")),
    })
}

/// What was said to each question, each once.
fn notes(fields: &Fields) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    for entry in fields.objects("notes") {
        let note = Note {
            question: QuestionId::new(entry.text("question")),
            group: entry.text("group"),
            asked: entry.text("asked"),
            text: entry.text("text"),
        };
        if note.text.is_empty() || notes.iter().any(|each| each.question == note.question) {
            fields.note("notes");
        } else {
            notes.push(note);
        }
    }
    notes
}
