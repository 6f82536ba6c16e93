//! My charts.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::{Record, Step};
use crate::platform::{self, day_long};
use crate::state::{Keeping, Route};
use crate::ui::components::{OpenButtons, Page};
use crate::ui::navigation::{app, navigation};
use crate::ui::place::Others;
use crate::ui::say::{held_words, last_rated, t, tf, title_of, tn, whose_words};
use crate::ui::to_open::{Picked, to_open};
use crate::words::Key;

/// The charts kept here, or what this is and the way to the first one.
#[component]
pub fn HomePage(
    /// What comes after home has something to say there.
    others: Others,
) -> impl IntoView {
    let app = app();
    // One that was just begun is gone as soon as it is left as it was.
    let all = app.records();
    let charts = Memo::new(move |_| all.get().into_iter().filter(|chart| !chart.is_untouched()).collect::<Vec<_>>());
    let is_kept = move || !matches!(app.keeping(), Keeping::MemoryOnly | Keeping::ForNow);
    let empty = move || {
        view! {
            <section class="welcome">
                <p class="lead">{t(Key::HomeEmpty)}</p>
                <a class="button primary" href=Route::New.to_hash()>{t(Key::HomeFirst)}</a>
                <ToLibrary />
                {is_kept().then(|| view! { <p class="soft">{t(Key::HomePrivacy)}</p> })}
                <SampleLink />
                {is_kept().then(|| view! {
                    <button type="button" class="link" on:click=|_| platform::begin_for_now()>
                        {t(Key::HomeForNow)}
                    </button>
                })}
            </section>
        }
    };
    let cards = move |held: bool| {
        let of_them = charts.get().into_iter().filter(move |chart| chart.held_since.is_some() == held);
        let mut of_them: Vec<_> = of_them.collect();
        // What comes from one person stands together.
        if held {
            of_them.sort_by_cached_key(|chart| whose_words(chart).to_lowercase());
        }
        of_them.into_iter().map(|chart| view! { <ChartCard chart others /> }).collect_view()
    };
    let any_held = Memo::new(move |_| charts.with(|charts| charts.iter().any(|chart| chart.held_since.is_some())));
    let list = move || {
        view! {
            <ul class="charts">{move || cards(false)}</ul>
            {move || any_held.get().then(|| view! {
                <section>
                    <h2>{t(Key::HomePeople)}</h2>
                    <ul class="charts">{move || cards(true)}</ul>
                </section>
            })}
            <a class="button primary" href=Route::New.to_hash()>{t(Key::HomeNew)}</a>
            <ToLibrary />
        }
    };
    view! {
        <Page title=t(Key::HomeTitle)>
            {move || if charts.with(Vec::is_empty) { empty().into_any() } else { list().into_any() }}
            <OpenButtons />
            {move || others.home_lines()}
        </Page>
    }
}

#[component]
fn ToLibrary() -> impl IntoView {
    view! { <a class="button quiet" href=Route::Library.to_hash()>{t(Key::HomeLibrary)}</a> }
}

#[component]
fn ChartCard(chart: Arc<Record>, others: Others) -> impl IntoView {
    let app = app();
    let drawn = chart.clone();
    let is_own = chart.held_since.is_none();
    let whose = held_words(&chart);
    let (rated, to_rate) = chart.latest().map(|latest| chart.progress(latest)).unwrap_or_default();
    let begun = is_own && (chart.is_rating_again() || chart.is_being_made() || is_begun_audit(&chart));
    let resting = begun || chart.view_under_way().is_some();
    let size = tn(if chart.is_audit() { Key::Statements } else { Key::Attributes }, chart.items().count());
    let next_look = chart.next_look.map(|day| {
        let due = chart.is_due(app.today());
        (due, tf(if due { Key::NextLookDue } else { Key::NextLook }, &[("date", &day_long(day))]))
    });
    view! {
        <li>
            <a class="card" href=way_on(&chart).to_hash()>
                <span class="glance">{move || others.glance(drawn.clone())}</span>
                <span class="card-words">
                    <strong>{title_of(&chart)}</strong>
                    {whose.map(|whose| view! { <span>{whose}</span> })}
                    {chart.sample.then(|| view! { <span class="tag">{t(Key::SampleTag)}</span> })}
                    {chart.just_for_now.then(|| view! { <span class="tag">{t(Key::ForNowTag)}</span> })}
                    <span class="soft">{size}" · "{last_rated(chart.last_rated())}</span>
                    {resting.then(|| view! {
                        <span class="soft">
                            {tf(Key::CarryOn, &[("rated", &rated.to_string()), ("items", &to_rate.to_string())])}
                        </span>
                    })}
                    {next_look.map(|(due, text)| view! { <span class=if due { "due" } else { "soft" }>{text}</span> })}
                </span>
            </a>
        </li>
    }
}

/// Where a touch on a chart leads: on with what was begun, else to the chart; somebody else's is only looked at.
fn way_on(chart: &Record) -> Route {
    if chart.held_since.is_some() {
        Route::Chart(chart.id.clone())
    } else if chart.is_being_made() {
        Route::of_step(chart, chart.making.step)
    } else if is_begun_audit(chart) {
        Route::of_step(chart, Step::Rate)
    } else {
        Route::Chart(chart.id.clone())
    }
}

/// Whether it is an audit whose first time has not come to its end.
fn is_begun_audit(chart: &Record) -> bool {
    chart.is_audit() && !chart.is_rating_again() && chart.under_way().is_some()
}

/// Opens the invented sample, to play with.
#[component]
pub fn SampleLink() -> impl IntoView {
    let (to_open, navigation) = (to_open(), navigation());
    let open = move |_| {
        to_open.set(Some(Picked::Sample));
        navigation.go(&Route::Opening);
    };
    view! { <button type="button" class="link" on:click=open>{t(Key::OpenSample)}</button> }
}
