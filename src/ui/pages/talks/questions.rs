//! The questions of a note, and what was said to them.

use std::sync::Arc;

use leptos::prelude::*;

use super::note::Note;
use crate::domain::{self, ConversationEdit, QuestionId, TalkForm, TalkQuestion};
use crate::instruments::TALK_FORMS;
use crate::platform;
use crate::ui::components::TextField;
use crate::ui::talk_forms::talk_form;

/// The form of a note, empty until it is here.
pub struct FormOf;

impl FormOf {
    /// Fetches the form that `note` is written by.
    pub fn fetch(note: Note) -> RwSignal<Arc<TalkForm>> {
        let form = RwSignal::new(Arc::new(TalkForm::default()));
        let id = note.now.with_untracked(|now| now.as_ref().map(|now| now.form.clone()).unwrap_or_default());
        platform::spawn(async move {
            // What is noted item by item brings its questions along, and so does what came by a form of another version.
            let known = TALK_FORMS.contains(&id.as_str());
            if known && let Some(fetched) = talk_form(id.as_str()).await {
                form.try_set(fetched);
            }
        });
        form
    }
}

/// A field for each question of the form, and one for each that was answered and is not in the form.
#[component]
pub fn Questions(note: Note) -> impl IntoView {
    let form = FormOf::fetch(note);
    // Made anew only when the form comes, so that a field that is emptied stays.
    let asked = Memo::new(move |before: Option<&Vec<TalkQuestion>>| {
        let form = form.get();
        let noted = note.now.with_untracked(|now| now.as_ref().map(|now| now.notes.clone()).unwrap_or_default());
        let mut asked = form.questions.clone();
        for each in noted {
            if asked.iter().all(|question| question.id != each.question) {
                let (id, group, text) = (each.question, each.group, each.asked);
                asked.push(TalkQuestion { id, group, text, hint: String::new() });
            }
        }
        before.filter(|before| **before == asked).cloned().unwrap_or(asked)
    });
    move || {
        let mut group = String::new();
        let mut before = Vec::new();
        let field = |question: TalkQuestion| {
            let heading = (question.group != group && !question.group.is_empty())
                .then(|| view! { <h2>{question.group.clone()}</h2> });
            group.clone_from(&question.group);
            let after = before.clone();
            before.push(question.id.clone());
            view! {
                {heading}
                <Field note question after />
            }
        };
        asked.get().into_iter().map(field).collect_view()
    }
}

#[component]
fn Field(
    note: Note,
    question: TalkQuestion,
    /// The questions before it.
    after: Vec<QuestionId>,
) -> impl IntoView {
    let TalkQuestion { id, group, text: asked, hint } = question;
    let label = asked.clone();
    let said_to = id.clone();
    let value = Signal::derive(move || {
        note.now.with(|now| now.as_ref().map(|now| now.said(&said_to).to_owned()).unwrap_or_default())
    });
    let write = move |text| {
        let (question, group, asked) = (id.clone(), group.clone(), asked.clone());
        let note_of_it = domain::Note { question, group, asked, text };
        note.edit(ConversationEdit::Note { note: note_of_it, after: after.clone() });
    };
    view! { <TextField label value hint long=true on_text=write /> }
}
