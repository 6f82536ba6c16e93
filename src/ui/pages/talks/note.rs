//! One note of a talk.

use leptos::prelude::*;

use super::about::About;
use super::agreed::Agreed;
use super::questions::Questions;
use crate::codec::{iso, parse_iso};
use crate::domain::{Conversation, ConversationEdit, ConversationId, Edit, RecordId};
use crate::state::Route;
use crate::ui::chart_handle::Chart;
use crate::ui::components::{CheckBox, DayChoice, Page, TalkView, TextField, WrittenForOthers};
use crate::ui::navigation::{app, navigation};
use crate::ui::say::{t, title_of};
use crate::ui::talk_words::talk_title;
use crate::words::Key;

/// A note, to be written; or to be read, where somebody else has written it.
#[component]
pub fn TalkPage(
    /// About which chart.
    record: RecordId,
    /// Which note.
    conversation: ConversationId,
) -> impl IntoView {
    let note = Note::follow(Chart::follow(record.clone()), conversation);
    let state = Memo::new(move |_| {
        let talk = note.now.get()?;
        Some(note.chart.get().is_some_and(|chart| chart.is_ours(&talk)))
    });
    let body = move || match state.get() {
        Some(true) => view! { <Writing note /> }.into_any(),
        Some(false) => view! { <Reading note /> }.into_any(),
        None => view! { <p>{t(Key::TalkGone)}</p> }.into_any(),
    };
    let title = move || note.now.with(|now| now.as_ref().map_or_else(|| t(Key::TalksTitle).to_owned(), talk_title));
    let of = move || note.chart.get().as_deref().map(title_of);
    view! {
        <Page title=Signal::derive(title) back=Some(Route::Talks(record))>
            <p class="byline">{of}</p>
            {body}
        </Page>
    }
}

/// One note, as it is and as it changes.
#[derive(Clone, Copy)]
pub struct Note {
    /// The chart it is about.
    pub chart: Chart,
    /// Which it is.
    pub id: StoredValue<ConversationId>,
    /// The note; none where there is no such note.
    pub now: Memo<Option<Conversation>>,
}

impl Note {
    fn follow(chart: Chart, id: ConversationId) -> Self {
        let id = StoredValue::new(id);
        Self { chart, id, now: Memo::new(move |_| chart.get()?.conversation(&id.get_value()).cloned()) }
    }

    /// Makes one change.
    pub fn edit(self, edit: ConversationEdit) {
        self.chart.edit(Edit::Converse { conversation: self.id.get_value(), edit });
    }

    /// What it says somewhere; what reads it follows its changes.
    pub fn text(self, of: fn(&Conversation) -> &String) -> Signal<String> {
        Signal::derive(move || self.now.with(|now| now.as_ref().map(of).cloned().unwrap_or_default()))
    }
}

#[component]
fn Reading(note: Note) -> impl IntoView {
    let view = move || {
        let (chart, talk) = (note.chart.get()?, note.now.get()?);
        Some(view! { <article class="talk-note"><TalkView record=&*chart talk=&talk /></article> })
    };
    view! { {view} }
}

#[component]
fn Writing(note: Note) -> impl IntoView {
    let app = app();
    let navigation = navigation();
    let remove = move |_| {
        note.chart.edit(Edit::RemoveConversation(note.id.get_value()));
        navigation.replace(&Route::Talks(note.chart.id()));
    };
    let private = Signal::derive(move || note.now.with(|now| now.as_ref().is_some_and(|now| now.private)));
    let next = Signal::derive(move || note.now.with(|now| now.as_ref().and_then(|now| now.next)));
    view! {
        <article class="talk-note">
            {(!note.chart.is_own()).then(|| view! { <WrittenForOthers /> })}
            <Head note />
            <About note />
            <Questions note />
            <TextField
                label=t(Key::ConversationAgreed)
                long=true
                value=note.text(|now| &now.agreed)
                on_text=move |text| note.edit(ConversationEdit::Agreed(text))
            />
            <Agreed note />
            <DayChoice
                label=t(Key::ConversationNext)
                day=next
                min=Some(app.today())
                on_day=move |day| note.edit(ConversationEdit::Next(day))
            />
            <CheckBox
                label=t(Key::TalkPrivate)
                checked=private
                on_change=move |on| note.edit(ConversationEdit::Private(on))
            />
            <p class="soft">{t(Key::TalkPrivateWords)}</p>
            <button type="button" class="link" on:click=remove>{t(Key::TalkRemove)}</button>
        </article>
    }
}

/// When, with whom, where.
#[component]
fn Head(note: Note) -> impl IntoView {
    let day = move || note.now.with(|now| now.as_ref().map(|now| iso(now.on)).unwrap_or_default());
    let set_day = move |text: String| {
        // A day that is not whole yet changes nothing.
        if let Some(day) = parse_iso(&text) {
            note.edit(ConversationEdit::On(day));
        }
    };
    view! {
        <div class="note-head">
            <label class="labelled">
                <span>{t(Key::ConversationDay)}</span>
                <input
                    class="field"
                    type="date"
                    prop:value=day
                    on:change:target=move |event| set_day(event.target().value())
                />
            </label>
            <TextField
                label=t(Key::ConversationWith)
                value=note.text(|now| &now.with)
                hint=t(Key::TalkWithHint)
                on_text=move |text| note.edit(ConversationEdit::With(text))
            />
            <TextField
                label=t(Key::ConversationPlace)
                value=note.text(|now| &now.place)
                on_text=move |text| note.edit(ConversationEdit::Place(text))
            />
        </div>
    }
}
