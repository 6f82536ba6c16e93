//! What is asked in words, after the items.

use leptos::prelude::*;

use super::Filling;
use crate::domain::{Edit, Prompt, Reply};
use crate::ui::components::TextField;
use crate::ui::rows::rows;
use crate::ui::say::{t, tf};
use crate::words::Key;

/// All prompts of the form; none has to be answered.
#[component]
pub fn PromptsStop(
    /// The sitting.
    filling: Filling,
) -> impl IntoView {
    let prompts = filling.chart.peek().map(|chart| chart.instrument.prompts.clone()).unwrap_or_default();
    view! {
        <h2 tabindex="-1" class="stop-heading">{t(Key::PromptsStopTitle)}</h2>
        <p class="soft">{t(Key::PromptsStopLead)}</p>
        {prompts.into_iter().map(|prompt| view! { <Asked filling prompt /> }).collect_view()}
    }
}

/// What was said to `prompt`; what reads it follows its changes.
#[inline(never)]
fn replies(filling: Filling, prompt: &Prompt) -> Vec<Reply> {
    let occasion = filling.chart.occasion(&filling.occasion.get_value());
    occasion.iter().flat_map(|occasion| occasion.replies_to(&prompt.id).cloned()).collect()
}

/// A question: one text, or a list that always ends in one empty line.
#[component]
fn Asked(filling: Filling, prompt: Prompt) -> impl IntoView {
    let prompt = StoredValue::new(prompt);
    let said = Memo::new(move |_| replies(filling, &prompt.get_value()));
    let many = usize::from(prompt.with_value(|prompt| prompt.entries));
    let write = move |at: usize, text: String| {
        let occasion = filling.occasion.get_value();
        let prompt = prompt.with_value(|prompt| prompt.id.clone());
        filling.chart.edit(Edit::Reply { occasion, prompt, at, text });
    };
    let text = move |at: usize| said.with(|said| said.get(at).map(|reply| reply.text.clone())).unwrap_or_default();
    let question = prompt.with_value(|prompt| prompt.text.clone());
    if many == 1 {
        return view! {
            <TextField label=question value=Signal::derive(move || text(0)) long=true on_text=move |text| write(0, text) />
        }
        .into_any();
    }
    let keys = move || (0..=said.with(Vec::len)).take(many).map(|at| at.to_string()).collect();
    let line = move |key: String| {
        let at: usize = key.parse().unwrap_or_default();
        let label = tf(Key::EntryNumber, &[("at", &(at + 1).to_string())]);
        view! {
            <TextField
                label=label
                quiet=true
                value=Signal::derive(move || text(at))
                on_text=move |text| write(at, text)
            />
        }
        .into_any()
    };
    let ranks = !prompt.with_value(|prompt| prompt.rank.is_empty());
    view! {
        <fieldset class="ways">
            <legend>{question}</legend>
            {rows(keys, line)}
        </fieldset>
        {ranks.then(|| view! { <Ranking filling prompt said /> })}
    }
    .into_any()
}

/// The entries in order: each is given its place, and the one that had the place gets the other's.
#[component]
fn Ranking(filling: Filling, prompt: StoredValue<Prompt>, said: Memo<Vec<Reply>>) -> impl IntoView {
    let give = move |at: usize, rank: Option<u8>| {
        let occasion = filling.occasion.get_value();
        let prompt = prompt.with_value(|prompt| prompt.id.clone());
        filling.chart.edit(Edit::Rank { occasion, prompt, at, rank });
    };
    let count = Memo::new(move |_| said.with(Vec::len));
    let has_words = |(_, reply): &(usize, &Reply)| !reply.text.trim().is_empty();
    let worded = Memo::new(move |_| {
        said.with(|said| said.iter().enumerate().filter(has_words).map(|(at, _)| at).collect::<Vec<usize>>())
    });
    let keys = move || worded.get().iter().map(ToString::to_string).collect();
    let line = move |key: String| {
        let at: usize = key.parse().unwrap_or_default();
        let reply = move || said.with(|said| said.get(at).cloned());
        let rank = move || reply().and_then(|reply| reply.rank);
        let option = move |place: usize| {
            let chosen = move || rank().is_some_and(|rank| usize::from(rank) == place);
            view! { <option value=place.to_string() prop:selected=chosen>{place}</option> }
        };
        view! {
            <label class="rank">
                <select class="field" on:change:target=move |event| give(at, event.target().value().parse().ok())>
                    <option value="" prop:selected=move || rank().is_none()>{t(Key::NoRank)}</option>
                    {move || (1..=count.get()).map(option).collect_view()}
                </select>
                <span>{move || reply().map(|reply| reply.text)}</span>
            </label>
        }
        .into_any()
    };
    view! {
        <Show when=move || { worded.get().len() > 1 }>
            <fieldset class="ways">
                <legend>{prompt.with_value(|prompt| prompt.rank.clone())}</legend>
                {rows(keys, line)}
            </fieldset>
        </Show>
    }
}
