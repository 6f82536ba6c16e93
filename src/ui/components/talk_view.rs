//! A note of a talk, to be read.

use leptos::prelude::*;

use crate::domain::{Conversation, Note, Record};
use crate::platform::day_long;
use crate::ui::components::{TargetTitle, TargetView};
use crate::ui::say::{t, text_of, tf};
use crate::ui::talk_words::{talk_line, talk_title, writer_words};
use crate::words::Key;

/// All of it: when, with whom, about what, what was said, what was agreed and who does what.
#[component]
pub fn TalkView<'a>(
    /// The record it is about.
    record: &'a Record,
    /// The note.
    talk: &'a Conversation,
) -> impl IntoView + use<> {
    let about: Vec<String> = talk.about.iter().filter_map(|id| record.item(id)).map(text_of).collect();
    let notes = talk.notes.iter().map(note).collect_view();
    let agreed = talk.agreed.trim().to_owned();
    let targets = record.targets.iter().filter(|it| it.conversation.as_ref() == Some(&talk.id) && !it.is_empty());
    let targets: Vec<_> =
        targets.map(|target| view! { <li><TargetTitle record target /><TargetView target /></li> }).collect();
    view! {
        <h3>{talk_title(talk)}</h3>
        <p class="soft">{talk_line(talk)}</p>
        {writer_words(record, talk).map(|words| view! { <p class="soft">{words}</p> })}
        {talk.private.then(|| view! { <span class="tag">{t(Key::TalkPrivateTag)}</span> })}
        {(!about.is_empty()).then(|| view! { <p>{tf(Key::TalkAboutItems, &[("items", &about.join(" · "))])}</p> })}
        <dl class="reflected">
            {notes}
            {(!agreed.is_empty()).then(|| view! { <dt>{t(Key::ConversationAgreed)}</dt><dd>{agreed}</dd> })}
        </dl>
        {(!targets.is_empty()).then(|| view! { <ul class="next-steps">{targets}</ul> })}
        {talk.next.map(|day| view! { <p>{tf(Key::TalkNextIs, &[("date", &day_long(day))])}</p> })}
    }
}

fn note(note: &Note) -> impl IntoView + use<> {
    let asked = [note.group.trim(), note.asked.trim()].into_iter().filter(|part| !part.is_empty());
    view! { <dt>{asked.collect::<Vec<_>>().join(": ")}</dt><dd>{note.text.clone()}</dd> }
}
