//! What is rarely done with a chart.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::still_open;
use crate::domain::{Date, Record, Step};
use crate::state::{Ask, Route};
use crate::ui::components::Disclosure;
use crate::ui::navigation::{app, navigation};
use crate::ui::say::t;
use crate::words::Key;

/// All that can be done besides rating, folded away.
#[component]
pub fn MoreActions(
    /// The chart.
    chart: Arc<Record>,
) -> impl IntoView {
    let app = app();
    let navigation = navigation();
    let step = |step| Route::Make { record: chart.id.clone(), step, item: None }.to_hash();
    let open = still_open(&chart);
    let sittings = sittings(&chart, app.today()).into_iter().map(|(key, route)| {
        view! { <li><a href=route.to_hash()>{t(key)}</a></li> }
    });
    // Nothing here is for somebody else's eyes.
    if chart.view_under_way().is_some() {
        return None;
    }
    // Somebody else's is looked at, and not changed.
    let own = chart.held_since.is_none();
    let links = own.then(|| {
        view! {
            {sittings.collect_view()}
            {(!open.is_empty() && !chart.is_rating_again()).then(|| view! {
                <li><a href=Route::StillOpen(chart.id.clone()).to_hash()>{t(Key::StillOpenTitle)}</a></li>
            })}
            {(!chart.is_audit()).then(|| view! {
                <li><a href=step(Step::Attributes)>{t(Key::ChangeAttributes)}</a></li>
            })}
            <li><a href=step(Step::Matters)>{t(Key::ChangeMatters)}</a></li>
            <li><a href=Route::Targets(chart.id.clone()).to_hash()>{t(Key::ChangeTargets)}</a></li>
            {(!chart.just_for_now).then(|| view! {
                <li><a href=step(Step::LookAgain)>{t(Key::ChangeNextLook)}</a></li>
            })}
        }
    });
    let types_in =
        own && chart.items().next().is_some() && (chart.under_way().is_none() || chart.takes_paper().is_some());
    let paper = Route::Paper(chart.id.clone()).to_hash();
    let together = Route::Together(chart.id.clone()).to_hash();
    let versions = Route::Versions(chart.id.clone()).to_hash();
    let delete = {
        let id = chart.id.clone();
        move |_| {
            app.delete(&id);
            navigation.replace(&Route::Home);
        }
    };
    let view = (chart.items().next().is_some() && (!own || chart.under_way().is_none())).then(|| {
        let route = Route::Begin { record: chart.id.clone(), ask: Ask::View };
        let key = if own { Key::ViewTitle } else { Key::RateViewTitle };
        view! { <li><a href=route.to_hash()>{t(key)}</a></li> }
    });
    Some(view! {
        <Disclosure summary=t(Key::MoreActions)>
            <ul class="links">
                <li><a href=together>{t(Key::TogetherTitle)}</a></li>
                {links}
                {view}
                {types_in.then(|| view! { <li><a href=paper>{t(Key::PaperLink)}</a></li> })}
                {(!chart.just_for_now).then(|| view! { <li><a href=versions>{t(Key::VersionsTitle)}</a></li> })}
                <li>
                    <button type="button" class="link" on:click=delete>
                        {t(delete_words(&chart))}
                    </button>
                </li>
            </ul>
        </Disclosure>
    })
}

/// The sittings out of the usual that make sense today, none of which is asked for; and what came of the one that says
/// how steady the ratings are.
fn sittings(chart: &Record, today: Date) -> Vec<(Key, Route)> {
    if chart.is_being_made() || chart.under_way().is_some() || chart.just_for_now {
        return Vec::new();
    }
    let begin = |ask| Route::Begin { record: chart.id.clone(), ask };
    let mut sittings = Vec::new();
    if chart.first().is_some() && chart.items().count() > 1 {
        sittings.push((Key::QuickLink, begin(Ask::Quick)));
    }
    if Route::then_and_now(chart).is_some() {
        sittings.push((Key::LookBackLink, begin(Ask::LookBack)));
    }
    if chart.can_be_steadied(today) {
        sittings.push((Key::SteadyTitle, begin(Ask::Steady)));
    }
    sittings.extend(Route::to_steadiness(chart).map(|result| (Key::SteadyTitle, result)));
    sittings
}

fn delete_words(chart: &Record) -> Key {
    match chart {
        _ if chart.sample => Key::RemoveSample,
        _ if chart.is_audit() => Key::DeleteAudit,
        _ => Key::DeleteChart,
    }
}
