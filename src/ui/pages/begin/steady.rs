//! How steady are my ratings?

use leptos::prelude::*;

use super::Begin;
use crate::domain::Sitting;
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
    move || {
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
