//! A step of the making: its question, its content, and the way back and on.

use leptos::prelude::*;

use super::Page;
use crate::domain::{Edit, Record, RecordId, Step};
use crate::state::{RateView, Route};
use crate::ui::chart_handle::Chart;
use crate::ui::say::{t, tf};
use crate::words::Key;

/// The page of one step. Each can be skipped: "Next" never waits for anything.
#[component]
pub fn StepPage(
    /// The chart being made.
    chart: Chart,
    /// Which step.
    step: Step,
    /// Its question.
    title: Key,
    /// Where "Back" leads, when not to the step before.
    #[prop(optional_no_strip, into)]
    back: Option<Signal<Route>>,
    /// Where "Next" leads, when not to the step after.
    #[prop(optional_no_strip, into)]
    next: Option<Signal<Route>>,
    /// Its content.
    children: Children,
) -> impl IntoView {
    chart.edit(Edit::At(step));
    let neighbour = move |step| Signal::stored(route_of_step(chart.peek().as_deref(), &chart.id(), step));
    let back = back.unwrap_or_else(|| neighbour(step.previous()));
    let next = next.unwrap_or_else(|| neighbour(step.next()));
    let footer = move || {
        view! {
            {(step != Step::Frame).then(|| view! {
                <a class="button quiet" href=move || back.get().to_hash()>{t(Key::Back)}</a>
            })}
            <a class="button primary" href=move || next.get().to_hash()>{t(Key::Next)}</a>
        }
    };
    let at = Step::ALL.into_iter().take_while(|each| *each <= step).count();
    let of = Step::ALL.len() - 1;
    view! {
        <Page title=t(title) back=Some(Route::Chart(chart.id())) footer=footer>
            <p class="step-count">{tf(Key::StepOf, &[("step", &at.to_string()), ("of", &of.to_string())])}</p>
            {children()}
        </Page>
    }
}

/// The page of a step: rating has one of its own, shared with every later time.
pub fn route_of_step(chart: Option<&Record>, record: &RecordId, step: Step) -> Route {
    let occasion = chart.and_then(|chart| chart.occasions.first()).map(|occasion| occasion.id.clone());
    match (step, occasion) {
        (Step::Rate, Some(occasion)) => {
            Route::Rate { record: record.clone(), occasion, view: RateView::Auto, item: None }
        }
        _ => Route::Make { record: record.clone(), step, item: None },
    }
}
