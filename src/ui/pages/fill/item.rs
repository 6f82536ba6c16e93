//! One item of an audit.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::Filling;
use crate::domain::{Answer, Direction, Instrument, Item, ItemId, ItemKind, Stop};
use crate::platform::{self, Preference, day_month};
use crate::ui::chart_handle::Entry;
use crate::ui::components::{AnswerRows, NumberButtons, TextField};
use crate::ui::say::{rating_words, t, text_of, tf};
use crate::words::Key;

/// How long an answer is seen before the next item is shown, in milliseconds.
const SHOWN_MILLIS: u64 = 300;

/// The statement under the name of its section, its answers, and what else can be said about it.
#[component]
pub fn ItemStop(
    /// The sitting.
    filling: Filling,
    /// Which item.
    item: ItemId,
) -> impl IntoView {
    let Some(now) = filling.chart.peek() else { return ().into_any() };
    let Some(here) = now.item(&item).cloned() else { return ().into_any() };
    let form = Arc::new(now.instrument.clone());
    let section = form.sections.iter().find(|section| Some(&section.id) == here.section.as_ref());
    let section = section.map(|section| section.name.clone());
    let at = now.items().take_while(|each| each.id != item).count() + 1;
    let count = move || {
        let (answered, items) = filling.progress();
        let place = tf(Key::ItemOf, &[("at", &at.to_string()), ("items", &items.to_string())]);
        (place, tf(Key::AnsweredSoFar, &[("answered", &answered.to_string())]))
    };
    let entry = filling.entry(item.clone());
    let moves_on = here.question.is_empty() && form.direction_of(&here) != Direction::TowardNeeded;
    let answer = move |answer: Answer| {
        entry.rate(answer);
        if moves_on && platform::preference(Preference::MoveOn).is_none() {
            move_on(filling, entry, answer);
        }
    };
    let pick = move |number: u8| answer(Answer::Value(number));
    let key = {
        let scale = form.scale;
        move |event: KeyboardEvent| {
            if let Some(number) = digit(&event).filter(|number| scale.contains(*number)) {
                event.prevent_default();
                pick(number);
            }
        }
    };
    // Two ends stand side by side below: neither is the name of the item.
    let two_ends = here.kind == ItemKind::Construct && !here.opposite.trim().is_empty();
    let heading = if two_ends { t(Key::BetweenTwo).to_owned() } else { text_of(&here) };
    view! {
        <div class="asked" on:keydown=key>
            <div class="between">
                <span class="step-count">{move || count().0}</span>
                <span class="soft">{move || count().1}</span>
            </div>
            {section.map(|name| view! { <p class="section-name">{name}</p> })}
            <h2 tabindex="-1" class="stop-heading">{heading}</h2>
            {more_about(&here)}
            <Earlier entry />
            <AnswerRows form=form.clone() item=here.clone() value=Signal::derive(move || entry.value()) on_pick=pick />
        </div>
        <Besides entry form item=here on_answer=answer />
        {moves_on.then(|| view! { <MoveOnChoice /> })}
    }
    .into_any()
}

/// The number on a key that is pressed alone.
fn digit(event: &KeyboardEvent) -> Option<u8> {
    let alone = !(event.ctrl_key() || event.alt_key() || event.meta_key());
    Some(event.key()).filter(|key| alone && key.len() == 1)?.parse().ok()
}

/// What says more about a statement; for two poles it stands beside them.
fn more_about(item: &Item) -> Option<impl IntoView + use<>> {
    let more = item.seen_high.trim().to_owned();
    let is_statement = item.kind == ItemKind::Statement;
    (is_statement && !more.is_empty()).then(|| view! { <p class="soft">{more}</p> })
}

/// Moves on once the answer has been seen, unless it was changed or something else is shown by then.
fn move_on(filling: Filling, entry: Entry, answer: Answer) {
    let here = filling.stop.get_untracked();
    platform::after(SHOWN_MILLIS, move || {
        let still = filling.stop.try_get_untracked() == Some(here.clone()) && matches!(here, Stop::Item(_));
        if still && untrack(|| entry.rating()).answer == answer {
            filling.go_on();
        }
    });
}

/// The answer of the last time, once the person has asked to see it.
#[component]
fn Earlier(entry: Entry) -> impl IntoView {
    move || {
        let (day, rating) = entry.earlier()?;
        let value = rating_words(rating.answer, entry.chart.scale());
        let words = tf(Key::EarlierValue, &[("date", &day_month(day)), ("value", &value), ("why", &rating.why)]);
        Some(view! { <p class="earlier">{words}</p> })
    }
}

/// The quiet ways: does not apply, a note, the level needed; and whether the next item comes by itself.
#[component]
fn Besides(
    entry: Entry,
    form: Arc<Instrument>,
    item: Item,
    #[prop(into)] on_answer: Callback<Answer>,
) -> impl IntoView {
    let rating = Memo::new(move |_| entry.rating());
    let applies = Memo::new(move |_| rating.with(|rating| rating.answer != Answer::DoesNotApply));
    let blank = move || rating.with(|rating| rating.answer.is_open());
    let not_mine = move |_| on_answer.run(if applies.get_untracked() { Answer::DoesNotApply } else { Answer::Blank });
    let asked = !item.question.is_empty();
    // Once asked for it stays, also while it is empty.
    let noting = RwSignal::new(asked || !rating.with_untracked(|rating| rating.why.is_empty()));
    let note = move |_| {
        noting.set(true);
        platform::focus_field(".note");
    };
    let label = if asked { item.question.clone() } else { t(Key::Note).to_owned() };
    let needed = (form.direction_of(&item) == Direction::TowardNeeded).then(|| {
        let suggested = item.needed;
        view! {
            <div class="needed">
                <p>{t(Key::NeededLabel)}</p>
                <NumberButtons
                    scale=form.scale
                    label=t(Key::NeededLabel)
                    value=Signal::derive(move || rating.with(|rating| rating.needed).or(suggested))
                    on_pick=move |level| entry.need(Some(level))
                />
            </div>
        }
    });
    view! {
        {needed}
        {move || noting.get().then(|| view! {
            <div class="note">
                <TextField
                    label=label.clone()
                    value=Signal::derive(move || rating.with(|rating| rating.why.clone()))
                    long=true
                    on_text=move |text| entry.say_why(text)
                />
            </div>
        })}
        <div class="quiet-links">
            {form.may_not_apply.then(|| view! {
                <button
                    type="button"
                    class="link"
                    aria-pressed=move || if applies.get() { "false" } else { "true" }
                    on:click=not_mine
                >{t(Key::NotApplicable)}</button>
            })}
            {move || (!blank()).then(|| view! {
                <button type="button" class="link" on:click=move |_| entry.rate(Answer::Blank)>{t(Key::LeaveEmpty)}</button>
            })}
            {move || (!noting.get()).then(|| view! {
                <button type="button" class="link" on:click=note>{t(Key::AddNote)}</button>
            })}
        </div>
    }
}

/// Whether the next item comes by itself after a touch.
#[component]
fn MoveOnChoice() -> impl IntoView {
    let on = RwSignal::new(platform::preference(Preference::MoveOn).is_none());
    let choose = move |chosen: bool| {
        platform::set_preference(Preference::MoveOn, (!chosen).then_some("off"));
        on.set(chosen);
    };
    view! {
        <label class="choice soft">
            <input
                type="checkbox"
                prop:checked=move || on.get()
                on:change:target=move |event| choose(event.target().checked())
            />
            {t(Key::MoveOn)}
        </label>
    }
}
