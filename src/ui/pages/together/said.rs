//! One item: both ends in full, then and now, the words of both times, and what the two make of it.

use leptos::prelude::*;

use super::Fields;
use super::talk::{Part, Stop, Talk, focus_of};
use crate::chart::LayerStyle;
use crate::domain::{Answer, Date, Item, ItemId, ItemKind, Occasion, Rating, Record};
use crate::platform::day_long;
use crate::state::Route;
use crate::ui::chart_words::{mark_of, telling};
use crate::ui::components::{Poles, TextField};
use crate::ui::say::{answer_short, t, text_of, tf};
use crate::words::Key;

/// The first and the newest time, where there are two.
pub fn both_of(chart: &Record) -> Option<(&Occasion, &Occasion)> {
    match Route::then_and_now(chart)? {
        Route::Compare { then, now, .. } => Some((chart.occasion(&then)?, chart.occasion(&now)?)),
        _ => None,
    }
}

/// A time of an item: how it is drawn, its day, and what was rated.
type Time = (LayerStyle, Date, Rating);

/// An item then, where it was asked before, and as it stands now.
fn times_of(chart: &Record, item: &ItemId) -> Vec<Time> {
    let Some(shown) = chart.shown() else { return Vec::new() };
    let now = chart.asked_on(shown, item).map(|asked| {
        let rating = chart.standing(shown).ratings.get(item).cloned().unwrap_or_default();
        (asked.id.clone(), (LayerStyle::Now, asked.rated_on, rating))
    });
    let then = both_of(chart).map(|(then, _)| then).filter(|then| now.as_ref().is_some_and(|(id, _)| *id != then.id));
    let then = then.and_then(|then| Some((LayerStyle::Then, then.rated_on, then.ratings.get(item)?.clone())));
    then.into_iter().chain(now.map(|(_, now)| now)).collect()
}

/// The item, large enough for two, and a field for what was agreed and for what to think about.
#[component]
pub fn ItemStop(
    /// The talk.
    talk: Talk,
    /// Which item.
    item: ItemId,
) -> impl IntoView {
    let chart = talk.chart.peek()?;
    let here = chart.item(&item)?.clone();
    let items = untrack(|| talk.items());
    let at = items.iter().take_while(|each| **each != item).count() + 1;
    let place = tf(Key::ItemOf, &[("at", &at.to_string()), ("items", &items.len().to_string())]);
    let section = chart.instrument.section_of(&here).map(|section| section.name.clone());
    let matters = focus_of(&chart).contains(&item);
    let times = times_of(&chart, &item);
    let needed = times.last().and_then(|(_, _, rating)| chart.needed(&here, rating));
    let field = move |part: Part| {
        let (item, same) = (item.clone(), item.clone());
        view! {
            <TextField
                label=t(part.asked())
                value=Signal::derive(move || talk.said(&item, part))
                long=true
                on_text=move |text| talk.say(&same, part, text)
            />
        }
    };
    Some(view! {
        <div class="between">
            <span class="step-count">{place}</span>
            <button type="button" class="link" on:click=move |_| talk.show(Stop::Wheel)>{t(Key::TogetherToWheel)}</button>
        </div>
        <div class="together-halves">
            <div class="together-item-said">
                {section.map(|name| view! { <p class="section-name">{name}</p> })}
                <h2 tabindex="-1" class="stop-heading">{text_of(&here)}</h2>
                {matters.then(|| view! { <p><span class="tag">{t(Key::MattersTag)}</span></p> })}
                {ends_of(&chart, &here)}
                <ThenAndNow chart=&chart item=&here times />
                {needed.map(|level| view! { <p class="soft">{tf(Key::NeededIs, &[("value", &level.to_string())])}</p> })}
            </div>
            <div class="together-asked">
                <p class="together-frame">{t(Key::TogetherFrame)}</p>
                <p class="soft">{t(Key::TogetherTurns)}</p>
                <Fields>{Part::ALL.map(field)}</Fields>
            </div>
        </div>
    })
}

/// Both ends of a construct, or what says more about a statement.
fn ends_of(chart: &Record, item: &Item) -> AnyView {
    if item.kind == ItemKind::Construct {
        return view! { <Poles item=item.clone() scale=chart.instrument.scale /> }.into_any();
    }
    let more = item.seen_high.trim().to_owned();
    (!more.is_empty()).then(|| view! { <p class="soft">{more}</p> }).into_any()
}

/// Each time with its number, large, and its words.
#[component]
fn ThenAndNow<'a>(chart: &'a Record, item: &'a Item, times: Vec<Time>) -> impl IntoView + use<> {
    let days: Vec<Date> = times.iter().map(|(_, day, _)| *day).collect();
    let tell: fn(Date) -> String = if days.len() == 1 { day_long } else { telling(&days) };
    let time = |(layer, day, rating): Time| {
        let words = match rating.answer {
            Answer::Value(value) => item.words_for(value).or_else(|| chart.instrument.words_for(value)),
            _ => None,
        };
        let words = words.map(|words| view! { <dd>{words.to_owned()}</dd> });
        let none = rating.answer.value().is_none();
        let said: Vec<String> = rating.words().into_iter().map(str::to_owned).collect();
        view! {
            <div class="together-time" class:then=layer == LayerStyle::Then>
                <dt><span class=mark_of(layer) aria-hidden="true"></span>{tell(day)}</dt>
                <dd class="together-number" class:none=none>{answer_short(rating.answer)}</dd>
                {words}
                {said.into_iter().map(|text| view! { <dd class="together-why">"“"{text}"”"</dd> }).collect_view()}
            </div>
        }
    };
    view! { <dl class="together-times">{times.into_iter().map(time).collect_view()}</dl> }
}
