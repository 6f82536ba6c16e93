//! One item as a native range with steppers: the wheel's equal for keyboard, switch and screen reader.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::domain::{Answer, Edit, ItemId, OccasionId, RecordId, Scale};
use crate::ui::navigation::app;
use crate::ui::say::{opposite_of, rating_words, t, text_of, tf};
use crate::words::Key;

/// Arrows change by one, 0–9 set, Delete empties, Escape restores.
#[component]
pub fn RatingRow(
    /// The chart.
    record: RecordId,
    /// The occasion being rated.
    occasion: OccasionId,
    /// The item.
    item: ItemId,
    /// Its number on the wheel, from 1.
    number: usize,
    /// Called when its sheet is asked for.
    on_open: impl Fn() + Clone + Send + 'static,
) -> impl IntoView {
    let app = app();
    let chart = app.record(record.clone());
    let scale = chart.with_untracked(|chart| chart.as_ref().map_or(Scale::CONSTRUCT, |chart| chart.instrument.scale));
    let ids = StoredValue::new((record, occasion, item.clone()));
    let shown = Memo::new(move |_| chart.with(|chart| chart.as_ref()?.item(&item).cloned()));
    let value = Memo::new(move |_| {
        chart.with(|chart| {
            ids.with_value(|(_, occasion, item)| chart.as_ref()?.occasion(occasion)?.answer(item).value())
        })
    });
    let rate = move |answer| {
        ids.with_value(|(record, occasion, item)| {
            app.edit(record, Edit::Rate { occasion: occasion.clone(), item: item.clone(), answer });
        });
    };
    let set = move |value: u8| rate(Answer::Value(value.clamp(scale.min, scale.max)));
    // What Escape goes back to: the value when the range was entered.
    let entered = StoredValue::new(None::<u8>);
    let step = move |up: bool| match value.get_untracked() {
        None => set(scale.min),
        Some(value) if up => set(value.saturating_add(1)),
        Some(value) => set(value.saturating_sub(1)),
    };
    let key = move |event: KeyboardEvent| {
        let pressed = event.key();
        match pressed.as_str() {
            "Delete" | "Backspace" => rate(Answer::Blank),
            "Escape" => rate(entered.get_value().map_or(Answer::Blank, Answer::Value)),
            digit => match digit.parse::<u8>() {
                Ok(number) if scale.contains(number) => set(number),
                _ => return,
            },
        }
        event.prevent_default();
    };
    let text = move || shown.with(|item| item.as_ref().map(text_of).unwrap_or_default());
    let opposite = move || shown.with(|item| item.as_ref().map(opposite_of).unwrap_or_default());
    view! {
        <li class="rating-row" class:blank=move || value.get().is_none()>
            <button type="button" class="rating-row-open" on:click=move |_| on_open()>
                <span class="rating-row-number">{number}</span>
                <span class="rating-row-text">{text}</span>
                <span class="rating-row-value" data-value=move || value.get().map(|value| value.to_string())>
                    {move || value.get().map_or_else(|| t(Key::NotRatedYet).to_owned(), |value| value.to_string())}
                </span>
            </button>
            <div class="rating-row-scale">
                <button
                    type="button" class="stepper" tabindex="-1"
                    aria-label=move || tf(Key::StepDown, &[("text", &text())])
                    on:click=move |_| step(false)
                >"−"</button>
                <input
                    type="range"
                    min=scale.min
                    max=scale.max
                    step="1"
                    prop:value=move || value.get().unwrap_or(scale.min).to_string()
                    aria-label=move || tf(Key::RangeLabel, &[("text", &text()), ("opposite", &opposite())])
                    aria-valuetext=move || rating_words(value.get())
                    on:focus=move |_| entered.set_value(value.get_untracked())
                    on:keydown=key
                    on:change:target=move |event| if let Ok(number) = event.target().value().parse() { set(number) }
                    // Touching a blank range at its end changes nothing by itself: it would stay blank.
                    on:click:target=move |event| {
                        if value.get_untracked().is_none() && let Ok(number) = event.target().value().parse() {
                            set(number);
                        }
                    }
                />
                <button
                    type="button" class="stepper" tabindex="-1"
                    aria-label=move || tf(Key::StepUp, &[("text", &text())])
                    on:click=move |_| step(true)
                >"+"</button>
            </div>
        </li>
    }
}
