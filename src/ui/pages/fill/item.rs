//! One item of an audit.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::Filling;
use crate::domain::{Answer, Direction, Instrument, Item, ItemId, ItemKind, Stop};
use crate::platform::{self, Preference};
use crate::ui::chart_handle::Entry;
use crate::ui::components::{AnswerRows, CheckBox, Disclosure, EarlierAnswer, NeededLevel, TextField};
use crate::ui::say::{best_words, heading_of, t, tf};
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
    let section = form.section_of(&here).map(|section| section.name.clone());
    let asked = now.occasion(&filling.occasion.get_value());
    let before = asked.map_or(0, |asked| now.items_to_rate(asked).take_while(|each| each.id != item).count());
    let at = before + 1;
    let count = move || {
        let (answered, items) = filling.progress();
        let place = tf(Key::ItemOf, &[("at", &at.to_string()), ("items", &items.to_string())]);
        (place, tf(Key::AnsweredSoFar, &[("answered", &answered.to_string())]))
    };
    let entry = filling.entry(item.clone());
    let moves_on = here.question.trim().is_empty() && form.direction_of(&here) != Direction::TowardNeeded;
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
            // The first digit of a 10 would be an answer already.
            if let Some(number) = digit(&event).filter(|number| scale.max < 10 && scale.contains(*number)) {
                event.prevent_default();
                pick(number);
            }
        }
    };
    let instruction = form.about.instruction.trim().to_owned();
    let instruction = (!instruction.is_empty()).then(|| {
        let lines = instruction.lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect_view();
        view! { <Disclosure summary=t(Key::Instruction)>{lines}</Disclosure> }
    });
    let best = here.direction.filter(|own| *own != form.direction).and_then(|own| best_words(own, form.scale));
    view! {
        <div class="asked" on:keydown=key>
            <div class="between">
                <span class="step-count">{move || count().0}</span>
                <span class="soft">{move || count().1}</span>
            </div>
            {instruction}
            {section.map(|name| view! { <p class="section-name">{name}</p> })}
            <h2 tabindex="-1" class="stop-heading">{heading_of(&here)}</h2>
            {more_about(&here)}
            {best.map(|words| view! { <p class="soft">{words}</p> })}
            <EarlierAnswer entry />
            <AnswerRows form=form.clone() item=here.clone() value=Signal::derive(move || entry.value()) on_pick=pick />
        </div>
        <Besides entry form item=here on_answer=answer />
        {moves_on.then(|| view! { <MoveOnChoice /> })}
    }
    .into_any()
}

/// The number on a key that is pressed once and alone.
fn digit(event: &KeyboardEvent) -> Option<u8> {
    let alone = !(event.ctrl_key() || event.alt_key() || event.meta_key() || event.repeat());
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
    // As with a number a second touch never clears; "Leave empty" does.
    let not_mine = move |_| on_answer.run(Answer::DoesNotApply);
    let leave_empty = move |_| {
        entry.rate(Answer::Blank);
        platform::focus(".stop-heading");
    };
    let question = item.question.trim().to_owned();
    let asked = !question.is_empty();
    // Once asked for it stays, also while it is empty.
    let noting = RwSignal::new(asked || !rating.with_untracked(|rating| rating.why.is_empty()));
    let note = move |_| {
        noting.set(true);
        platform::focus_field(".note");
    };
    let label = if asked { question } else { t(Key::Note).to_owned() };
    let needed = (form.direction_of(&item) == Direction::TowardNeeded).then(|| {
        let suggested = item.needed;
        let level = Signal::derive(move || rating.with(|rating| rating.needed).or(suggested));
        view! { <NeededLevel scale=form.scale level on_pick=move |level| entry.need(Some(level)) /> }
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
                <button type="button" class="link" on:click=leave_empty>{t(Key::LeaveEmpty)}</button>
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
    view! { <CheckBox label=t(Key::MoveOn) checked=on soft=true on_change=choose /> }
}
