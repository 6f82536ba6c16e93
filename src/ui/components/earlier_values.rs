//! Re-rating is blind unless the person asks.

use leptos::prelude::*;

use crate::domain::{Edit, Kind, OccasionId, Rater};
use crate::platform::{day_long, day_month};
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
        let sitting = chart.occasion(&occasion).filter(|occasion| !chart.is_over(occasion))?;
        let is_view = sitting.rater != Rater::Me;
        let hides = chart.before(&occasion).is_some() || (is_view && chart.is_rating_again());
        hides.then_some((is_view, sitting.kind, sitting.earlier_shown, sitting.refers_to))
    });
    let show = move |_| chart.edit(Edit::ShowEarlier(occasion.get_value()));
    move || {
        state.get().map(|(is_view, kind, shown, day)| {
            let words = match kind {
                _ if is_view => t(Key::ViewRating).to_owned(),
                Kind::Retrospective => tf(Key::BackRating, &[("date", &day_long(day))]),
                Kind::SecondBaseline => t(Key::SteadyRating).to_owned(),
                _ if shown => t(Key::EarlierShown).to_owned(),
                _ => t(Key::EarlierHiddenWhy).to_owned(),
            };
            // Both of these are worth nothing with the earlier numbers in view, and others' are not for somebody else.
            let may_ask = !shown && !is_view && !matches!(kind, Kind::Retrospective | Kind::SecondBaseline);
            let ask = may_ask.then(|| {
                view! { <button type="button" class="link" on:click=show>{t(Key::ShowEarlier)}</button> }
            });
            view! { <p class="soft">{words}" "{ask}</p> }
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
