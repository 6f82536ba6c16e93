//! One item to be rated: its poles, its numbers, and the words behind them.

use leptos::prelude::*;

use super::{NumberButtons, Poles, TextField};
use crate::domain::{Answer, Edit, ItemId, OccasionId, RecordId};
use crate::platform::day_month;
use crate::ui::navigation::app;
use crate::ui::say::{rating_words, t, text_of, tf};
use crate::words::Key;

/// The whole of one rating. A second touch of a number never clears it; "Leave empty" does.
#[component]
pub fn RatingCard(
    /// The chart.
    record: RecordId,
    /// The occasion being rated.
    occasion: OccasionId,
    /// The item.
    item: ItemId,
) -> impl IntoView {
    let app = app();
    let chart = app.record(record.clone());
    let ids = StoredValue::new((record, occasion, item));
    let shown =
        Memo::new(move |_| chart.with(|chart| ids.with_value(|(_, _, item)| chart.as_ref()?.item(item).cloned())));
    let rating = Memo::new(move |_| {
        chart.with(|chart| {
            ids.with_value(|(_, occasion, item)| chart.as_ref()?.occasion(occasion)?.ratings.get(item).cloned())
        })
    });
    let earlier = Memo::new(move |_| {
        chart.with(|chart| {
            ids.with_value(|(_, occasion, item)| {
                let chart = chart.as_ref()?;
                chart.occasion(occasion).filter(|occasion| occasion.earlier_shown)?;
                let before = chart.before(occasion)?;
                Some((before.rated_on, before.ratings.get(item)?.clone()))
            })
        })
    });
    let scale = chart.with_untracked(|chart| chart.as_ref().map(|chart| chart.instrument.scale));
    let edit = move |make: &dyn Fn(OccasionId, ItemId) -> Edit| {
        ids.with_value(|(record, occasion, item)| app.edit(record, make(occasion.clone(), item.clone())));
    };
    let rate = move |answer| edit(&|occasion, item| Edit::Rate { occasion, item, answer });
    let value = Signal::derive(move || rating.with(|rating| rating.as_ref().and_then(|rating| rating.answer.value())));
    let why = Signal::derive(move || rating.with(|rating| rating.as_ref().map(|r| r.why.clone()).unwrap_or_default()));
    view! {
        <div class="rating-card">
            <h2 tabindex="-1" class="rating-heading">{move || shown.get().map(|item| text_of(&item))}</h2>
            {move || shown.get().map(|item| view! { <Poles item /> })}
            {scale.map(|scale| view! {
                <NumberButtons
                    scale
                    label=t(Key::RatingLabel)
                    value
                    on_pick=move |number| rate(Answer::Value(number))
                />
            })}
            {move || earlier.get().map(|(day, rating)| {
                let value = rating_words(rating.answer.value());
                view! {
                    <p class="earlier">
                        {tf(Key::EarlierValue, &[("date", &day_month(day)), ("value", &value), ("why", &rating.why)])}
                    </p>
                }
            })}
            <TextField
                label=t(Key::Why)
                value=why
                long=true
                on_text=move |text| edit(&|occasion, item| Edit::Why { occasion, item, text: text.clone() })
            />
            <Show when=move || value.get().is_some()>
                <button type="button" class="link" on:click=move |_| rate(Answer::Blank)>{t(Key::LeaveEmpty)}</button>
            </Show>
        </div>
    }
}
