//! My charts.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::{Record, Step};
use crate::platform::day_long;
use crate::state::Route;
use crate::ui::components::{MiniWheel, OpenFileButton, Page, route_of_step};
use crate::ui::navigation::{app, navigation};
use crate::ui::say::{last_rated, t, tf, title_of, tn};
use crate::words::Key;

/// The charts kept here, or what this is and the way to the first one.
#[component]
pub fn HomePage() -> impl IntoView {
    let app = app();
    let navigation = navigation();
    app.drop_untouched();
    let charts = app.records();
    let begin = move |_| {
        let record = app.new_chart();
        navigation.go(&Route::Make { record, step: Step::Frame, item: None });
    };
    let empty = move || {
        view! {
            <section class="welcome">
                <p class="lead">{t(Key::HomeEmpty)}</p>
                <button type="button" class="button primary" on:click=begin>{t(Key::HomeFirst)}</button>
                <p class="soft">{t(Key::HomePrivacy)}</p>
                <SampleLink />
                <OpenFileButton />
            </section>
        }
    };
    let list = move || {
        view! {
            <ul class="charts">
                {move || charts.get().into_iter().map(|chart| view! { <ChartCard chart /> }).collect_view()}
            </ul>
            <button type="button" class="button primary" on:click=begin>{t(Key::HomeNew)}</button>
        }
    };
    view! {
        <Page title=t(Key::HomeTitle)>
            {move || if charts.with(Vec::is_empty) { empty().into_any() } else { list().into_any() }}
        </Page>
    }
}

#[component]
fn ChartCard(chart: Arc<Record>) -> impl IntoView {
    let app = app();
    let rated = chart.latest().map_or(0, crate::domain::Occasion::rated_count);
    let items = chart.items().count();
    let resting = chart.is_rating_again() || (chart.occasions.len() == 1 && chart.making.step < Step::Closing);
    let next_look = chart.next_look.map(|day| {
        let due = day <= app.today();
        (due, tf(if due { Key::NextLookDue } else { Key::NextLook }, &[("date", &day_long(day))]))
    });
    view! {
        <li>
            <a class="card" href=way_on(&chart).to_hash()>
                <MiniWheel chart=chart.clone() />
                <span class="card-words">
                    <strong>{title_of(&chart)}</strong>
                    {chart.sample.then(|| view! { <span class="tag">{t(Key::SampleTag)}</span> })}
                    <span class="soft">{tn(Key::Attributes, items)}" · "{last_rated(chart.last_rated())}</span>
                    {resting.then(|| view! {
                        <span class="soft">
                            {tf(Key::CarryOn, &[("rated", &rated.to_string()), ("items", &items.to_string())])}
                        </span>
                    })}
                    {next_look.map(|(due, text)| view! { <span class=if due { "due" } else { "soft" }>{text}</span> })}
                </span>
            </a>
        </li>
    }
}

/// Where a touch on a chart leads: on with what was begun, else to the chart.
fn way_on(chart: &Record) -> Route {
    if chart.is_rating_again() {
        Route::Chart(chart.id.clone())
    } else if chart.occasions.len() == 1 && chart.making.step < Step::Closing {
        route_of_step(Some(chart), &chart.id, chart.making.step)
    } else {
        Route::Chart(chart.id.clone())
    }
}

/// Opens the invented sample, to play with.
#[component]
pub fn SampleLink() -> impl IntoView {
    let app = app();
    let navigation = navigation();
    let open = move |_| {
        crate::platform::spawn(async move {
            if let Some(record) = sample().await {
                let id = record.id.clone();
                app.add(record);
                navigation.go(&Route::Chart(id));
            }
        });
    };
    view! { <button type="button" class="link" on:click=open>{t(Key::OpenSample)}</button> }
}

async fn sample() -> Option<Record> {
    let text = crate::platform::fetch_text("samples/music-teacher.roundel.json").await?;
    crate::codec::read_file(text.as_bytes()).ok()?.records.into_iter().next()
}
