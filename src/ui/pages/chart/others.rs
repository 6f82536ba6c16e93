//! How others see it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::Record;
use crate::state::{Format, Route};
use crate::ui::chart_words::view_words;
use crate::ui::say::t;
use crate::words::Key;

/// A line for each view of somebody else that is finished, the newest first; nothing while anything is hidden.
#[component]
pub fn OthersViews(
    /// The chart.
    chart: Arc<Record>,
) -> impl IntoView {
    let mut views: Vec<_> = chart.views().collect();
    if views.is_empty() || chart.is_rating_again() {
        return None;
    }
    views.sort_by_key(|view| std::cmp::Reverse(view.rated_on));
    let rated = chart.first().is_some();
    let line = views.into_iter().map(|view| {
        let route = Route::TwoViews { record: chart.id.clone(), view: view.id.clone() };
        let words = view_words(view);
        // There is nothing to set it beside where its owner has given no ratings.
        let line = if rated { view! { <a href=route.to_hash()>{words}</a> }.into_any() } else { words.into_any() };
        view! { <li>{line}</li> }
    });
    let line = line.collect_view();
    let send_back =
        chart.views_from_here().next().map(|_| Route::Give { record: chart.id.clone(), format: Some(Format::View) });
    Some(view! {
        <ul class="links others-views">
            {line}
            {send_back.map(|route| view! { <li><a href=route.to_hash()>{t(Key::ViewSendBack)}</a></li> })}
        </ul>
    })
}
