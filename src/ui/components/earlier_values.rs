//! Re-rating is blind unless the person asks.

use leptos::prelude::*;

use crate::domain::{Edit, OccasionId};
use crate::ui::chart_handle::Chart;
use crate::ui::say::t;
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
