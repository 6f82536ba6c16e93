//! The ways to look at a chart.

use leptos::prelude::*;

use crate::analysis::gaps;
use crate::domain::Record;
use crate::state::Route;
use crate::ui::chart_handle::Chart;
use crate::ui::navigation::navigation;
use crate::ui::say::t;
use crate::words::Key;

/// Links to what there is to see of a chart besides the newest ratings; nothing while there is nothing else, or while it
/// is being rated again.
#[component]
pub fn Views(
    /// The chart.
    chart: Chart,
) -> impl IntoView {
    let navigation = navigation();
    let ways = Memo::new(move |_| chart.get().map(|chart| ways(&chart)).unwrap_or_default());
    let link = move |(key, route): (Key, Route)| {
        let here = {
            let route = route.clone();
            Memo::new(move |_| same_view(&navigation.route(), &route))
        };
        view! { <li><a href=route.to_hash() aria-current=move || here.get().then_some("page")>{t(key)}</a></li> }
    };
    move || {
        let ways = ways.get();
        (ways.len() > 1).then(|| {
            view! {
                <nav class="views" aria-label=t(Key::ViewsLabel)>
                    <ul>{ways.into_iter().map(link).collect_view()}</ul>
                </nav>
            }
        })
    }
}

/// What can be looked at now.
fn ways(chart: &Record) -> Vec<(Key, Route)> {
    let mut ways = vec![(Key::ViewNow, Route::Chart(chart.id.clone()))];
    if chart.is_rating_again() || chart.is_being_made() {
        return ways;
    }
    if let Some(route) = Route::then_and_now(chart) {
        ways.push((Key::ThenAndNow, route));
        ways.push((Key::OverTime, Route::OverTime(chart.id.clone())));
    }
    let to_go = chart.newest().is_some_and(|newest| !gaps(chart, &chart.standing(newest)).gaps.is_empty());
    if to_go {
        ways.push((Key::StillToGo, Route::StillToGo(chart.id.clone())));
    }
    ways
}

/// Whether both show the same view; which two times are compared is chosen in it.
fn same_view(one: &Route, other: &Route) -> bool {
    matches!((one, other), (Route::Compare { .. }, Route::Compare { .. })) || one == other
}
