//! How steady are my ratings?

use leptos::prelude::*;

use super::Begin;
use crate::domain::Sitting;
use crate::state::Route;
use crate::ui::chart_handle::Chart;
use crate::ui::navigation::app;
use crate::ui::say::t;
use crate::words::Key;

/// The first time once more. Offered for two weeks, and never asked for.
#[component]
pub fn Steady(chart: Chart) -> impl IntoView {
    let today = app().today();
    let can = Memo::new(move |_| {
        chart.get().is_some_and(|chart| chart.can_be_steadied(today) || chart.under_way().is_some())
    });
    let result = Memo::new(move |_| chart.get().and_then(|chart| Route::to_steadiness(&chart)));
    move || {
        if let Some(result) = result.get() {
            return view! { <a class="button primary" href=result.to_hash()>{t(Key::SteadySee)}</a> }.into_any();
        }
        if !can.get() {
            return view! { <p>{t(Key::SteadyOver)}</p> }.into_any();
        }
        view! {
            <p class="lead">{t(Key::SteadyLead)}</p>
            <p class="soft">{t(Key::SteadyHow)}</p>
            <Begin chart sitting=Signal::stored(Some(Sitting::Steady)) />
        }
        .into_any()
    }
}
