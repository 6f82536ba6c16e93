//! The day that the paper is from.

use leptos::prelude::*;

use super::typing::Typing;
use crate::codec::{iso, parse_iso};
use crate::domain::{Date, is_paper_day};
use crate::platform::day_long;
use crate::ui::say::{t, tf};
use crate::words::Key;

/// Where a year has fewer digits it is still being typed.
const WHOLE_YEAR: i32 = 1000;

/// The day, what is wrong with one that cannot be, and where the time comes to stand among the others.
#[component]
pub fn DayField(typing: Typing) -> impl IntoView {
    let day = Memo::new(move |_| typing.day());
    let wrong = RwSignal::new(None::<Key>);
    let take = move |typed: Option<Date>| match typed {
        Some(typed) if is_paper_day(typed, typing.today()) => {
            wrong.set(None);
            if typed != day.get_untracked() {
                typing.rated_on(typed);
            }
        }
        Some(typed) if typed > typing.today() => wrong.set(Some(Key::PaperDayToCome)),
        _ => wrong.set(Some(Key::PaperDayNone)),
    };
    let change = move |text: String| {
        let whole = parse_iso(&text).filter(|day| day.year() >= WHOLE_YEAR);
        if whole.is_some() {
            take(whole);
        }
    };
    let says = move || wrong.get().map(|key| tf(key, &[("date", &day_long(day.get()))]));
    view! {
        <div class="paper-day">
            <label class="labelled">
                <span>{t(Key::PaperDay)}</span>
                <input
                    class="field"
                    type="date"
                    max=iso(typing.today())
                    prop:value=move || iso(day.get())
                    aria-invalid=move || wrong.get().map(|_| "true")
                    aria-describedby="paper-day-wrong paper-day-place"
                    on:change:target=move |event| change(event.target().value())
                    on:blur:target=move |event| take(parse_iso(&event.target().value()))
                />
            </label>
            <p id="paper-day-wrong" class="fault" role="alert">{says}</p>
            <p id="paper-day-place" class="soft">{move || place_words(typing, day.get())}</p>
        </div>
    }
}

/// Which time it is, from its day.
fn place_words(typing: Typing, day: Date) -> String {
    let chart = typing.chart.get();
    let days = chart.as_ref().map(|chart| {
        let (before, after) = chart.neighbours(day);
        (before.map(|on| day_long(on.rated_on)), after.map(|on| day_long(on.rated_on)))
    });
    match days.unwrap_or_default() {
        (None, None) => t(Key::PaperFirst).to_owned(),
        (None, Some(after)) => tf(Key::PaperBefore, &[("date", &after)]),
        (Some(before), None) => tf(Key::PaperAfter, &[("date", &before)]),
        (Some(before), Some(after)) => tf(Key::PaperBetween, &[("before", &before), ("after", &after)]),
    }
}
