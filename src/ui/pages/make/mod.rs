//! The first sitting, a step a file.

mod attribute_row;
mod attributes;
mod closing;
mod frame;
mod look_again;
mod matters;
mod opposites;
mod targets;

use leptos::prelude::*;

use crate::domain::{RecordId, Step};
use crate::state::Route;
use crate::ui::chart_handle::Chart;
use crate::ui::components::Page;
use crate::ui::navigation::navigation;
use crate::ui::say::t;
use crate::words::Key;

/// The page of one step.
#[component]
pub fn MakePage(
    /// The chart being made.
    record: RecordId,
    /// Which step.
    step: Step,
) -> impl IntoView {
    let chart = Chart::follow(record);
    // Another window may take it away.
    let is_here = Memo::new(move |_| chart.get().is_some());
    move || if is_here.get() { page(chart, step) } else { view! { <GonePage /> }.into_any() }
}

#[component]
fn GonePage() -> impl IntoView {
    view! { <Page title=t(Key::ChartGoneTitle) back=Some(Route::Home)><p>{t(Key::ChartGone)}</p></Page> }
}

fn page(chart: Chart, step: Step) -> AnyView {
    match step {
        Step::Frame => view! { <frame::FrameStep chart /> }.into_any(),
        Step::Attributes => view! { <attributes::AttributesStep chart /> }.into_any(),
        Step::Opposites => view! { <opposites::OppositesStep chart /> }.into_any(),
        Step::Rate => {
            navigation().replace(&chart.route_of(Step::Rate));
            ().into_any()
        }
        Step::Matters => view! { <matters::MattersStep chart /> }.into_any(),
        Step::Targets => view! { <targets::TargetsStep chart /> }.into_any(),
        Step::LookAgain => view! { <look_again::LookAgainStep chart /> }.into_any(),
        Step::Closing => view! { <closing::ClosingStep chart /> }.into_any(),
    }
}
