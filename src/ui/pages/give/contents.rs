//! What stands in a chart that is given, in words: what a file or a link carries cannot be seen otherwise.

use std::sync::Arc;

use leptos::prelude::*;

use super::giving::Giving;
use super::one_page::{next_steps, said};
use crate::domain::{Instrument, Item, Occasion, Question, Rating, Record, Wish};
use crate::platform::day_long;
use crate::ui::chart_words::{extra_name, occasion_name, question_words};
use crate::ui::components::{SeenAtEnds, TalkView};
use crate::ui::pages::compare::overall_words;
use crate::ui::say::{answer_short, instrument_title, item_words, opposite_of, t, text_of, tf, title_of, who};
use crate::words::Key;

/// All of it, time by time; and what is left out.
#[component]
pub fn Contents(
    /// What is given.
    giving: Giving,
) -> impl IntoView {
    move || giving.given.get().map(|given| view! { <RecordContents record=given /> })
}

/// What stands in one record.
#[component]
pub fn RecordContents(
    /// The record, as it is given.
    record: Arc<Record>,
) -> impl IntoView {
    let who = who(&record).collect::<Vec<_>>().join(" · ");
    let companion = record.companion.trim().to_owned();
    let left_out: Vec<String> = record.left_out.iter().map(|extra| t(extra_name(extra)).to_owned()).collect();
    let left_out = (!left_out.is_empty()).then(|| tf(Key::GiveLeftOut, &[("parts", &left_out.join(" · "))]));
    let wishes: Vec<_> = Wish::ALL.into_iter().filter_map(|wish| said(&record, wish)).collect();
    let next_look = record.next_look;
    let items = record.instrument.items.iter().filter(|item| !item.is_empty()).zip(1..);
    let items = items.map(|(item, number)| item_contents(&record, item, number)).collect_view();
    view! {
        <article class="leaves" aria-label=t(Key::GiveLeaves)>
            <h2>{title_of(&record)}</h2>
            {(!who.is_empty()).then(|| view! { <p class="byline">{who}</p> })}
            {(!companion.is_empty()).then(|| view! { <dl><dt>{t(Key::CompanionLabel)}</dt><dd>{companion}</dd></dl> })}
            <ul class="items">{items}</ul>
            {record.all_occasions().map(|on| notes(&record, on)).collect_view()}
            {next_steps(&record)}
            {talks(&record)}
            {next_look.map(|day| view! { <p>{tf(Key::NextLook, &[("date", &day_long(day))])}</p> })}
            {(!wishes.is_empty()).then(|| view! { <dl>{wishes}</dl> })}
            {left_out.map(|words| view! { <p class="soft">{words}</p> })}
            <p class="export-note">{t(Key::ExportNote)}</p>
        </article>
    }
}

/// What was talked about.
fn talks(record: &Record) -> Option<impl IntoView + use<>> {
    let talks: Vec<_> = record.conversations.iter().map(|talk| view! { <li><TalkView record talk /></li> }).collect();
    (!talks.is_empty())
        .then(|| view! { <section><h2>{t(Key::TalksTitle)}</h2><ul class="items">{talks}</ul></section> })
}

/// What stands in a form without answers.
#[component]
pub fn FormContents(
    /// The form.
    form: Instrument,
) -> impl IntoView {
    let items = form.items.iter().map(|item| view! { <li>{item_words(item)}</li> }).collect_view();
    view! {
        <article class="leaves" aria-label=t(Key::GiveLeaves)>
            <h2>{instrument_title(&form)}</h2>
            <ol class="steps">{items}</ol>
        </article>
    }
}

/// An item with all that is said of it, the oldest first.
fn item_contents(record: &Record, item: &Item, number: usize) -> impl IntoView + use<> {
    let said = |on: &Occasion| {
        let rating = on.ratings.get(&item.id)?;
        Some(view! { <li>{rating_line(on, item, rating)}{words(rating)}</li> })
    };
    let before = item.earlier.iter().map(|wording| {
        let ends = [&wording.text, &wording.opposite].map(|end| end.trim());
        let ends = ends.into_iter().filter(|end| !end.is_empty()).collect::<Vec<_>>().join(" – ");
        let until = day_long(wording.until);
        view! { <p class="soft">{tf(Key::GiveWasWorded, &[("date", &until), ("words", &ends)])}</p> }
    });
    let before = before.collect_view();
    view! {
        <li class="item">
            <div class="item-head">
                <span class="item-number">{number}</span>
                <strong class="item-text">{text_of(item)}</strong>
                {item.set_aside.map(|_| view! { <span class="tag">{t(Key::SetAsideTag)}</span> })}
            </div>
            {(!item.opposite.trim().is_empty()).then(|| view! {
                <p class="soft">{tf(Key::OppositeIs, &[("opposite", &opposite_of(item))])}</p>
            })}
            {before}
            <SeenAtEnds item />
            <ul class="said">{record.all_occasions().filter_map(said).collect_view()}</ul>
        </li>
    }
}

/// "6 · 13 June 2014 · first time", and what else was said of the number.
fn rating_line(on: &Occasion, item: &Item, rating: &Rating) -> impl IntoView + use<> {
    let needed = rating.needed.map(|level| tf(Key::NeededIs, &[("value", &level.to_string())]));
    let importance = rating.importance.map(|value| tf(Key::GiveImportance, &[("value", &value.to_string())]));
    let matters = on.focus.contains(&item.id).then(|| t(Key::MattersTag).to_owned());
    let changed = rating.idea_changed.then(|| t(Key::GiveIdeaChanged).to_owned());
    let said = [needed, importance, matters, changed].into_iter().flatten();
    let parts = [day_long(on.rated_on), occasion_name(on)].into_iter().chain(said);
    view! {
        <span class="item-value">{answer_short(rating.answer)}</span>
        <span class="soft">{parts.collect::<Vec<_>>().join(" · ")}</span>
    }
}

fn words(rating: &Rating) -> impl IntoView + use<> {
    rating.words().into_iter().map(|text| view! { <p class="why">{["“", text, "”"].concat()}</p> }).collect_view()
}

/// What was written about the whole on one occasion.
fn notes(record: &Record, on: &Occasion) -> impl IntoView + use<> {
    let questions = Question::ALL.map(|question| (t(question_words(question)), on.reflection.said(question)));
    let said = questions.into_iter().chain([(t(Key::ContextTitle), on.context.as_str())]);
    let said = said.map(|(what, text)| (what.to_owned(), text.to_owned()));
    let overall = overall_words(on.overall).map(|words| (t(Key::OverallTitle).to_owned(), words));
    let replies = on.replies.iter().map(|reply| {
        let prompt = record.instrument.prompts.iter().find(|prompt| prompt.id == reply.prompt);
        (prompt.map(|prompt| prompt.text.clone()).unwrap_or_default(), reply.text.clone())
    });
    let said = overall.into_iter().chain(said).chain(replies);
    let said: Vec<_> = said.filter(|(_, text)| !text.trim().is_empty()).collect();
    (!said.is_empty()).then(|| {
        let part = |(what, text): (String, String)| view! { <dt>{what}</dt><dd>{text}</dd> };
        view! {
            <section>
                <h3>{day_long(on.rated_on)}</h3>
                <dl class="reflected">{said.into_iter().map(part).collect_view()}</dl>
            </section>
        }
    })
}
