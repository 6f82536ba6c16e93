//! One item as a native range with steppers: the wheel's equal for keyboard, switch and screen reader.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::domain::{Answer, Scale};
use crate::platform::day_month;
use crate::ui::chart_handle::Entry;
use crate::ui::say::{opposite_of, rating_words, t, text_of, tf};
use crate::words::Key;

/// Arrows change by one, 0–9 set, Delete empties, Escape restores.
#[component]
pub fn RatingRow(
    /// The item on the occasion being rated.
    entry: Entry,
    /// Its number on the wheel, from 1.
    number: usize,
    /// Called when its sheet is asked for.
    #[prop(into)]
    on_open: Callback<()>,
) -> impl IntoView {
    let scale = entry.chart.scale();
    let value = Memo::new(move |_| entry.value());
    let text = Signal::derive(move || entry.item().as_ref().map(text_of).unwrap_or_default());
    let earlier = move || {
        let (day, rating) = entry.earlier()?;
        let value = rating.answer.value()?.to_string();
        Some(view! { <span class="rating-row-earlier">{day_month(day)}": "{value}</span> })
    };
    let shown = move || value.get().map_or_else(|| t(Key::NotRatedYet).to_owned(), |value| value.to_string());
    view! {
        <li class="rating-row" class:blank=move || value.get().is_none()>
            <button type="button" class="rating-row-open" on:click=move |_| on_open.run(())>
                <span class="rating-row-number">{number}</span>
                <span class="rating-row-text">{text}{earlier}</span>
                <span class="rating-row-value" data-value=move || value.get().map(|value| value.to_string())>{shown}</span>
            </button>
            <div class="rating-row-scale">
                <Stepper entry text up=false />
                <Range entry scale text value />
                <Stepper entry text up=true />
            </div>
        </li>
    }
}

/// One higher or one lower. On a blank item either puts in the lowest number.
#[component]
fn Stepper(entry: Entry, text: Signal<String>, up: bool) -> impl IntoView {
    let (key, sign) = if up { (Key::StepUp, "+") } else { (Key::StepDown, "−") };
    let step = move |_| {
        let scale = entry.chart.scale();
        let value = match untrack(|| entry.value()) {
            None => scale.min,
            Some(value) if up => value.saturating_add(1),
            Some(value) => value.saturating_sub(1),
        };
        entry.rate(Answer::Value(value.clamp(scale.min, scale.max)));
    };
    view! {
        <button
            type="button"
            class="stepper"
            tabindex="-1"
            aria-label=move || tf(key, &[("text", &text.get())])
            on:click=step
        >
            {sign}
        </button>
    }
}

/// The native range.
#[component]
fn Range(entry: Entry, scale: Scale, text: Signal<String>, value: Memo<Option<u8>>) -> impl IntoView {
    // What Escape goes back to: the answer when the range was entered.
    let entered = StoredValue::new(Answer::Blank);
    let set = move |number: &str| {
        if let Some(number) = number.parse().ok().filter(|number| scale.contains(*number)) {
            entry.rate(Answer::Value(number));
        }
    };
    let key = move |event: KeyboardEvent| {
        // With these the key is the browser's: history, tabs, zoom.
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let pressed = event.key();
        match pressed.as_str() {
            "Delete" | "Backspace" => entry.rate(Answer::Blank),
            "Escape" => entry.rate(entered.get_value()),
            // From blank, an arrow puts in the lowest number, as the steppers do.
            "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" if value.get_untracked().is_none() => {
                entry.rate(Answer::Value(scale.min));
            }
            digit if digit.len() == 1 && digit.starts_with(|sign: char| sign.is_ascii_digit()) => set(digit),
            _ => return,
        }
        event.prevent_default();
    };
    let label = move || {
        let opposite = entry.item().as_ref().map(opposite_of).unwrap_or_default();
        let ends = (scale.min.to_string(), scale.max.to_string());
        tf(Key::RangeLabel, &[("text", &text.get()), ("opposite", &opposite), ("min", &ends.0), ("max", &ends.1)])
    };
    view! {
        <input
            type="range"
            min=scale.min
            max=scale.max
            step="1"
            prop:value=move || value.get().unwrap_or(scale.min).to_string()
            aria-label=label
            aria-valuetext=move || rating_words(value.get().map_or(Answer::Blank, Answer::Value), scale)
            on:focus=move |_| entered.set_value(untrack(|| entry.rating()).answer)
            on:keydown=key
            on:change:target=move |event| set(&event.target().value())
            // Touching a blank range at its end changes nothing by itself: it would stay blank.
            on:click:target=move |event| if value.get_untracked().is_none() { set(&event.target().value()) }
        />
    }
}
