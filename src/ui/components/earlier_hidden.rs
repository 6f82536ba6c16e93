//! What stands in for a view of earlier ratings while one rates.

use leptos::prelude::*;

use crate::domain::Step;
use crate::ui::chart_handle::Chart;
use crate::ui::chart_words::hidden_words;
use crate::ui::say::t;
use crate::words::Key;

/// That the earlier picture is hidden, and the way back to rating.
#[component]
pub fn EarlierHidden(
    /// The chart that is being rated.
    chart: Chart,
) -> impl IntoView {
    let words = chart.peek().as_deref().map_or(Key::EarlierHidden, hidden_words);
    view! {
        <p>{t(words)}</p>
        <a class="button primary" href=chart.route_of(Step::Rate).to_hash()>{t(Key::CarryOnRating)}</a>
    }
}
