//! Re-rating is blind unless the person asks.

use leptos::prelude::*;

use crate::domain::{Edit, OccasionId};
use crate::platform::day_month;
use crate::ui::chart_handle::{Chart, Entry};
use crate::ui::say::{rating_words, t, tf};
use crate::words::Key;

/// Says that earlier values are hidden, and shows them when asked to. Nothing on a first time.
#[component]
pub fn EarlierValues(
    /// The chart or audit.
    chart: Chart,
    /// The occasion being rated.
    occasion: OccasionId,
) -> impl IntoView {
    let occasion = StoredValue::new(occasion);
    let state = Memo::new(move |_| {
        let (chart, occasion) = (chart.get()?, occasion.get_value());
        chart.before(&occasion)?;
        Some(chart.occasion(&occasion).filter(|occasion| !occasion.finished)?.earlier_shown)
    });
    let show = move |_| chart.edit(Edit::ShowEarlier(occasion.get_value()));
    move || {
        state.get().map(|shown| {
            let key = if shown { Key::EarlierShown } else { Key::EarlierHiddenWhy };
            let ask = (!shown).then(|| {
                view! { <button type="button" class="link" on:click=show>{t(Key::ShowEarlier)}</button> }
            });
            view! { <p class="soft">{t(key)}" "{ask}</p> }
        })
    }
}

/// What was answered the last time, once the person has asked to see it.
#[component]
pub fn EarlierAnswer(
    /// The item on the occasion being rated.
    entry: Entry,
) -> impl IntoView {
    move || {
        let (day, rating) = entry.earlier()?;
        let value = rating_words(rating.answer, entry.chart.scale());
        let words = tf(Key::EarlierValue, &[("date", &day_month(day)), ("value", &value), ("why", &rating.why)]);
        Some(view! { <p class="earlier">{words}</p> })
    }
}
