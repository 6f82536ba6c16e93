//! What goes before a sitting that is out of the usual.

mod look_back;
mod quick;
mod steady;
mod view;

use leptos::prelude::*;

use look_back::LookBack;
use quick::Quick;
use steady::Steady;
use view::AnotherView;
pub use view::LABEL_MAX;

use crate::domain::{RecordId, Sitting, Step};
use crate::state::{Ask, Route};
use crate::ui::chart_handle::Chart;
use crate::ui::components::Page;
use crate::ui::navigation::{app, navigation};
use crate::ui::say::{t, title_of};
use crate::words::Key;

/// Says what the sitting is for, and begins it.
#[component]
pub fn BeginPage(
    /// Which chart.
    record: RecordId,
    /// Which sitting.
    ask: Ask,
) -> impl IntoView {
    let chart = Chart::follow(record.clone());
    let title = move || chart.get().as_deref().map(title_of);
    let heading = match ask {
        Ask::Quick => Key::QuickTitle,
        Ask::LookBack => Key::LookBackTitle,
        Ask::Steady => Key::SteadyTitle,
        Ask::View => Key::ViewTitle,
    };
    let body = match ask {
        Ask::Quick => view! { <Quick chart /> }.into_any(),
        Ask::LookBack => view! { <LookBack chart /> }.into_any(),
        Ask::Steady => view! { <Steady chart /> }.into_any(),
        Ask::View => view! { <AnotherView chart /> }.into_any(),
    };
    view! {
        <Page title=t(heading) back=Some(Route::Chart(record))>
            <p class="byline">{title}</p>
            {body}
        </Page>
    }
}

/// The button that begins. While another sitting is under way, that is gone on with first.
#[component]
fn Begin(
    chart: Chart,
    /// What begins; `None` while something is still to be chosen.
    #[prop(into)]
    sitting: Signal<Option<Sitting>>,
    /// Called before it begins.
    #[prop(optional)]
    on_begin: Option<Callback<()>>,
) -> impl IntoView {
    let app = app();
    let navigation = navigation();
    let begin = move |_| {
        let (Some(sitting), Some(now)) = (sitting.get_untracked(), chart.peek()) else { return };
        if let Some(on_begin) = on_begin {
            on_begin.run(());
        }
        if let Some(occasion) = app.rate(&chart.id(), sitting) {
            // The way back from the rating is the chart, not this page.
            navigation.replace(&Route::to_rate(&now, occasion));
        }
    };
    let under_way = Memo::new(move |_| chart.get().is_some_and(|chart| chart.under_way().is_some()));
    move || {
        if under_way.get() {
            let go_on = chart.route_of(Step::Rate).to_hash();
            return view! {
                <p>{t(Key::BeginUnderWay)}</p>
                <a class="button primary" href=go_on>{t(Key::CarryOnRating)}</a>
            }
            .into_any();
        }
        let disabled = move || sitting.get().is_none();
        view! { <button type="button" class="button primary" disabled=disabled on:click=begin>{t(Key::Begin)}</button> }
            .into_any()
    }
}
