//! The answers of a section, all in one list.

use leptos::prelude::*;

use super::Filling;
use crate::domain::{Answer, Instrument, Item, ItemId, Occasion, SectionId, Stop};
use crate::ui::say::{answer_short, item_words, t};
use crate::words::Key;

/// What was answered in a section; each answer leads back to its item.
#[component]
pub fn SectionEndStop(
    /// The sitting.
    filling: Filling,
    /// Which section.
    section: SectionId,
) -> impl IntoView {
    let Some(now) = filling.chart.peek() else { return ().into_any() };
    let name = now.instrument.section(&section).map(|section| section.name.clone());
    let asked = |item: &&Item| now.occasion(&filling.occasion.get_value()).is_some_and(|asked| asked.has(&item.id));
    let items = now.instrument.items_in(&section).filter(asked).map(|item| item.id.clone()).collect();
    view! {
        <h2 tabindex="-1" class="stop-heading">{name}</h2>
        <p class="soft">{t(Key::SectionEnd)}</p>
        <Answers filling items />
    }
    .into_any()
}

/// Items with their answers, each leading to where it is answered.
#[component]
pub fn Answers(
    /// The sitting.
    filling: Filling,
    /// Which items.
    items: Vec<ItemId>,
) -> impl IntoView {
    let row = move |id: ItemId| {
        let route = filling.route(Stop::Item(id.clone()));
        let (text, item) = (filling.chart.peek()?.item(&id).map(item_words), id.to_string());
        let words = Memo::new(move |_| {
            let chart = filling.chart.get()?;
            Some(words_of(&chart.instrument, chart.item(&id)?, chart.occasion(&filling.occasion.get_value())?))
        });
        let more = move || words.get()?.1.map(|words| view! { <span class="answer-line-words soft">{words}</span> });
        Some(view! {
            <li>
                <a class="answer-line" href=route.to_hash() data-item=item>
                    <span class="answer-line-text">{text}</span>
                    <span class="answer-line-value">{move || words.get().map(|words| words.0)}</span>
                    {more}
                </a>
            </li>
        })
    };
    view! { <ul class="answer-lines">{items.into_iter().map(row).collect_view()}</ul> }
}

/// The number and its words, or what stands for none.
fn words_of(form: &Instrument, item: &Item, occasion: &Occasion) -> (String, Option<String>) {
    let answer = occasion.answer(&item.id);
    let words = match answer {
        Answer::Value(value) => item.words_for(value).or_else(|| form.words_for(value)).map(str::to_owned),
        _ => None,
    };
    let short = if answer.is_open() { t(Key::LeftOpen).to_owned() } else { answer_short(answer) };
    (short, words)
}
