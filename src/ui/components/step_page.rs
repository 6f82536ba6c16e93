//! A step of the making: its question, its content, and the way back and on.

use leptos::prelude::*;

use super::{Page, TemporaryWindow};
use crate::domain::{Edit, Step};
use crate::state::Route;
use crate::ui::chart_handle::Chart;
use crate::ui::say::{t, tf};
use crate::words::Key;

/// The page of one step. Each can be skipped: "Next" never waits for anything. Once the making is over a step is a page
/// of its own, which leads back to the chart.
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
    let making = chart.peek().is_some_and(|chart| chart.is_being_made());
    let neighbour = move |step| Signal::stored(chart.route_of(step));
    let back = back.unwrap_or_else(|| neighbour(step.previous()));
    let next = next.unwrap_or_else(|| neighbour(chart.peek().map_or(step.next(), |chart| chart.step_after(step))));
    let ways = move || {
        view! {
            {(step != Step::Frame).then(|| view! {
                <a class="button quiet" href=move || back.get().to_hash()>{t(Key::Back)}</a>
            })}
            <a class="button primary" href=move || next.get().to_hash()>{t(Key::Next)}</a>
        }
    };
    let done = move || view! { <a class="button primary" href=Route::Chart(chart.id()).to_hash()>{t(Key::Done)}</a> };
    let footer = move || if making { ways().into_any() } else { done().into_any() };
    view! {
        <Page title=t(title) back=Some(Route::Chart(chart.id())) footer=footer>
            <TemporaryWindow />
            {making.then(|| view! { <StepCount step /> })}
            {children()}
        </Page>
    }
}

/// "Step 2 of 7": the closing is none.
#[component]
pub fn StepCount(
    /// Which step.
    step: Step,
) -> impl IntoView {
    let at = Step::ALL.into_iter().take_while(|each| *each <= step).count();
    let of = Step::ALL.len() - 1;
    view! { <p class="step-count">{tf(Key::StepOf, &[("step", &at.to_string()), ("of", &of.to_string())])}</p> }
}
