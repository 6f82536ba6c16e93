//! What was talked about one chart, and one note of it.

mod about;
mod agreed;
mod note;
mod questions;

use leptos::prelude::*;

pub use note::TalkPage;

use std::sync::Arc;

use crate::domain::{Conversation, ConversationId, Edit, Record, RecordId, TalkForm};
use crate::instruments::{AGREEMENT, TALK_FORMS};
use crate::platform::{self, day_long};
use crate::state::Route;
use crate::ui::chart_handle::Chart;
use crate::ui::components::{Disclosure, Page};
use crate::ui::navigation::{app, navigation};
use crate::ui::say::{t, tf, title_of};
use crate::ui::talk_forms::talk_form;
use crate::ui::talk_words::{talk_line, talk_title, writer_here, writer_words};
use crate::words::Key;

/// The notes, the newest first, and the forms for a new one.
#[component]
pub fn TalksPage(
    /// About which chart.
    record: RecordId,
) -> impl IntoView {
    let chart = Chart::follow(record.clone());
    let title = move || chart.get().as_deref().map(title_of);
    let notes = move || chart.get().map(|chart| view! { <Notes chart /> });
    view! {
        <Page title=t(Key::TalksTitle) back=Some(Route::Chart(record))>
            <p class="byline">{title}</p>
            <p class="lead">{t(Key::TalksLead)}</p>
            {notes}
            <NewNote chart />
            <p><a class="link" href=Route::Guide.to_hash()>{t(Key::GuideTitle)}</a></p>
        </Page>
    }
}

#[component]
fn Notes(chart: Arc<Record>) -> impl IntoView {
    let mut talks: Vec<&Conversation> = chart.conversations.iter().filter(|talk| !talk.is_empty()).collect();
    // Of one day the one that was begun last stands first.
    talks.reverse();
    talks.sort_by_key(|talk| std::cmp::Reverse(talk.on));
    let rows: Vec<_> = talks.into_iter().map(|talk| row(&chart, talk)).collect();
    (!rows.is_empty()).then(|| view! { <ul class="charts talks">{rows}</ul> })
}

fn row(chart: &Record, talk: &Conversation) -> impl IntoView + use<> {
    let to = Route::Talk { record: chart.id.clone(), conversation: talk.id.clone() };
    let agreed = Some(talk.agreed.trim().to_owned()).filter(|agreed| !agreed.is_empty());
    view! {
        <li>
            <a class="card" href=to.to_hash()>
                <span class="card-words">
                    <strong>{talk_title(talk)}</strong>
                    <span class="soft">{talk_line(talk)}</span>
                    {writer_words(chart, talk).map(|words| view! { <span class="soft">{words}</span> })}
                    {talk.private.then(|| view! { <span class="tag">{t(Key::TalkPrivateTag)}</span> })}
                    {agreed.map(|agreed| view! { <span>{agreed}</span> })}
                    {talk.next.map(|day| view! {
                        <span class="soft">{tf(Key::TalkNextIs, &[("date", &day_long(day))])}</span>
                    })}
                </span>
            </a>
        </li>
    }
}

/// The forms that a note can be made by. The agreement comes first as long as nothing was talked about.
#[component]
fn NewNote(chart: Chart) -> impl IntoView {
    let app = app();
    let navigation = navigation();
    let forms = RwSignal::new(Vec::<Arc<TalkForm>>::new());
    let (missing, set_missing) = signal(false);
    let ask = move || {
        platform::spawn(async move {
            let mut fetched = Vec::new();
            for id in TALK_FORMS {
                fetched.extend(talk_form(id).await);
            }
            set_missing.try_set(fetched.len() < TALK_FORMS.len());
            forms.try_set(fetched);
        });
    };
    ask();
    let begin = move |form: Arc<TalkForm>| {
        let Some(now) = chart.peek() else { return };
        let conversation = ConversationId::new(app.fresh_part_id());
        let by = writer_here(&now);
        let (id, title) = (form.id.clone(), form.title.clone());
        chart.edit(Edit::AddConversation { conversation: conversation.clone(), form: id, title, by });
        navigation.go(&Route::Talk { record: chart.id(), conversation });
    };
    let first = Memo::new(move |_| chart.get().is_some_and(|chart| chart.conversations.is_empty()));
    let button = move |form: Arc<TalkForm>| {
        let (title, purpose) = (form.title.clone(), form.purpose.clone());
        view! {
            <li>
                <button type="button" class="card-button" on:click=move |_| begin(form.clone())>
                    <strong>{title}</strong>
                    <span>{purpose}</span>
                </button>
            </li>
        }
    };
    let is_agreement = |form: &Arc<TalkForm>| form.id.as_str() == AGREEMENT;
    let agreement = move || {
        let form = forms.get().into_iter().find(is_agreement).filter(|_| first.get())?;
        Some(view! {
            <section>
                <h2>{t(Key::TalkFirst)}</h2>
                <ul class="cards">{button(form)}</ul>
            </section>
        })
    };
    let others = move || {
        let forms = forms.get().into_iter().filter(|form| !is_agreement(form) || !first.get());
        forms.map(button).collect_view()
    };
    let sources = move || {
        let sources = forms.get().into_iter().filter(|form| !form.source.is_empty());
        let source = |form: Arc<TalkForm>| {
            view! {
                <dt>{form.title.clone()}</dt>
                <dd>{form.source.clone()}" "{form.licence.clone()}</dd>
            }
        };
        view! { <dl class="reflected soft">{sources.map(source).collect_view()}</dl> }
    };
    view! {
        {move || missing.get().then(|| view! {
            <div class="banner" role="status">
                <p>{t(Key::TalkFormsMissing)}</p>
                <button type="button" class="link" on:click=move |_| ask()>{t(Key::TryAgain)}</button>
            </div>
        })}
        {agreement}
        <section>
            <h2>{t(Key::TalkNew)}</h2>
            <ul class="cards">{others}</ul>
        </section>
        <Disclosure summary=t(Key::TalkSources)>{sources}</Disclosure>
    }
}
