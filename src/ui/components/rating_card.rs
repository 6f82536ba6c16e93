//! One item to be rated: its poles, its numbers, and the words behind them.

use leptos::prelude::*;

use super::{EarlierAnswer, NumberButtons, Poles, TextField};
use crate::domain::Answer;
use crate::ui::chart_handle::Entry;
use crate::ui::say::{t, text_of};
use crate::words::Key;

/// The whole of one rating. A second touch of a number never clears it; "Leave empty" does.
#[component]
pub fn RatingCard(
    /// The item on the occasion being rated.
    entry: Entry,
) -> impl IntoView {
    let item = Memo::new(move |_| entry.item());
    let value = Memo::new(move |_| entry.value());
    let scale = entry.chart.scale();
    let leave_empty = move || {
        value.get().map(|_| view! {
            <button type="button" class="link" on:click=move |_| entry.rate(Answer::Blank)>{t(Key::LeaveEmpty)}</button>
        })
    };
    view! {
        <div class="rating-card">
            <h2 tabindex="-1" class="rating-heading">{move || item.get().as_ref().map(text_of)}</h2>
            {move || item.get().map(|item| view! { <Poles item scale /> })}
            <NumberButtons
                scale
                label=t(Key::RatingLabel)
                value
                on_pick=move |number| entry.rate(Answer::Value(number))
            />
            <EarlierAnswer entry />
            <TextField
                label=t(Key::Why)
                value=Signal::derive(move || entry.rating().why)
                long=true
                on_text=move |text| entry.say_why(text)
            />
            {leave_empty}
        </div>
    }
}
