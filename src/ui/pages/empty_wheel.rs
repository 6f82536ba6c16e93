//! A wheel without attributes, for those who begin on paper.

use leptos::prelude::*;

use crate::chart::wheel_to_fill;
use crate::domain::Scale;
use crate::platform;
use crate::state::Route;
use crate::ui::components::{CheckBox, Page, Paper, PaperWheel};
use crate::ui::say::{t, tf};
use crate::words::Key;

/// How many spokes a wheel can have.
const SPOKES: [usize; 3] = [8, 10, 12];

/// How many it has until one says otherwise.
const SPOKES_USUAL: usize = 10;

/// How many spokes, how large, and the page as it is printed.
#[component]
pub fn EmptyWheelPage() -> impl IntoView {
    let spokes = RwSignal::new(SPOKES_USUAL);
    let poster = RwSignal::new(false);
    let chip = move |count: usize| {
        let pressed = move || if spokes.get() == count { "true" } else { "false" };
        view! {
            <button type="button" class="chip" aria-pressed=pressed on:click=move |_| spokes.set(count)>{count}</button>
        }
    };
    let print = || {
        view! {
            <button type="button" class="button primary" on:click=|_| platform::print()>{t(Key::Print)}</button>
        }
    };
    view! {
        <Page title=t(Key::EmptyWheelTitle) back=Some(Route::Library) footer=print>
            <div class="giving">
                <p class="lead">{t(Key::EmptyWheelLead)}" "<a href=Route::New.to_hash()>{t(Key::HomeNew)}</a></p>
                <div class="between">
                    <div class="chips labelled-chips" role="group" aria-label=t(Key::EmptyWheelSpokes)>
                        <span aria-hidden="true">{t(Key::EmptyWheelSpokes)}</span>
                        {SPOKES.map(chip).collect_view()}
                    </div>
                    <CheckBox label=t(Key::PaperPoster) checked=poster on_change=move |on| poster.set(on) />
                </div>
                {move || view! { <Sheet spokes=spokes.get() poster=poster.get() /> }}
            </div>
        </Page>
    }
}

/// The wheel, and a line for each attribute and its opposite.
#[component]
fn Sheet(spokes: usize, poster: bool) -> impl IntoView {
    let line = |at: usize| {
        view! { <tr><th scope="row" class="place">{at}</th><td></td><td></td><td></td></tr> }
    };
    let scale = Scale::CONSTRUCT;
    let scene = wheel_to_fill(spokes, scale);
    let (min, max) = (scale.min.to_string(), scale.max.to_string());
    let label = tf(Key::EmptyWheelLabel, &[("spokes", &spokes.to_string()), ("min", &min), ("max", &max)]);
    view! {
        <Paper title=t(Key::EmptyWheelSubject) byline=t(Key::BlankWhen) poster to_fill=true>
            <p>{tf(Key::EmptyWheelHow, &[("min", &scale.min.to_string()), ("max", &scale.max.to_string())])}</p>
            <PaperWheel scene title=t(Key::EmptyWheelTitle) label />
            <table class="figures lines">
                <thead>
                    <tr>
                        <td class="place"></td>
                        <th scope="col">{t(Key::BlankTen)}</th>
                        <th scope="col">{t(Key::BlankZero)}</th>
                        <th scope="col" class="figure">{t(Key::TableRating)}</th>
                    </tr>
                </thead>
                <tbody>{(1..=spokes).map(line).collect_view()}</tbody>
            </table>
        </Paper>
    }
}
