//! Typing in what was rated on paper: one page with the items in the order of the printed form.

mod day;
mod row;
mod typing;

use leptos::prelude::*;

use day::DayField;
use row::Row;
use typing::Typing;

use crate::domain::{ItemId, RecordId, Step};
use crate::state::Route;
use crate::ui::chart_handle::Chart;
use crate::ui::components::{Page, TemporaryWindow};
use crate::ui::navigation::navigation;
use crate::ui::rows::rows;
use crate::ui::say::{t, tf, title_of};
use crate::words::Key;

/// Each number is kept as it is typed, and nothing has to be. Earlier ratings are not shown.
#[component]
pub fn PaperPage(
    /// Which chart or audit.
    record: RecordId,
) -> impl IntoView {
    let chart = Chart::follow(record.clone());
    let typing = Typing::of(chart);
    let title = move || chart.get().as_deref().map(title_of);
    // What is rated here in the meantime is gone on with first: the two are never mixed.
    let other = Memo::new(move |_| chart.get().is_some_and(|chart| typing.is_other_under_way(&chart)));
    let none = Memo::new(move |_| chart.item_ids().is_empty());
    let body = move || {
        if other.get() {
            view! { <UnderWay chart /> }.into_any()
        } else if none.get() {
            view! { <NothingToType chart /> }.into_any()
        } else {
            view! { <Form typing /> }.into_any()
        }
    };
    let footer = move || (!other.get() && !none.get()).then(|| view! { <Ways typing /> });
    view! {
        <Page title=t(Key::PaperTitle) back=Some(Route::Chart(record)) footer=move || view! { {footer} }>
            <TemporaryWindow />
            <p class="byline">{title}</p>
            {body}
        </Page>
    }
}

#[component]
fn UnderWay(chart: Chart) -> impl IntoView {
    let go_on = chart.route_of(Step::Rate).to_hash();
    view! {
        <p>{t(Key::PaperUnderWay)}</p>
        <a class="button primary" href=go_on>{t(Key::CarryOnRating)}</a>
    }
}

/// Without attributes there is nothing to type numbers beside.
#[component]
fn NothingToType(chart: Chart) -> impl IntoView {
    let list = chart.route_of(Step::Attributes).to_hash();
    view! {
        <p>{t(Key::PaperNoItems)}</p>
        <a class="button primary" href=list>{t(Key::PaperList)}</a>
    }
}

#[component]
fn Form(typing: Typing) -> impl IntoView {
    let chart = typing.chart;
    let scale = chart.scale();
    let lead = tf(Key::PaperLead, &[("min", &scale.min.to_string()), ("max", &scale.max.to_string())]);
    let dash = chart.peek().is_some_and(|chart| chart.instrument.may_not_apply);
    let row = move |item: String| {
        let item = ItemId::new(item);
        let place = chart.item_ids().iter().take_while(|each| **each != item).count() + 1;
        view! { <Row typing item place /> }.into_any()
    };
    view! {
        <p class="lead">{lead}{dash.then(|| [" ", t(Key::PaperDash)].concat())}</p>
        <DayField typing />
        <ol class="typed-rows">
            {rows(move || chart.item_ids().iter().map(ToString::to_string).collect(), move |item| untrack(|| row(item)))}
        </ol>
        <p class="typed-count">{move || typing.count_words()}</p>
    }
}

/// Ends the typing. A chart that is being made is gone on with.
#[component]
fn Ways(typing: Typing) -> impl IntoView {
    let navigation = navigation();
    let keep = move |_| {
        let way = typing.keep();
        if typing.making { navigation.go(&way) } else { navigation.replace(&way) }
    };
    let back = typing.making.then(|| {
        let route = Route::Make { record: typing.chart.id(), step: Step::Attributes, item: None };
        view! { <a class="button quiet" href=route.to_hash()>{t(Key::Back)}</a> }
    });
    view! {
        {back}
        <button type="button" class="button primary" on:click=keep>{t(Key::PaperKeep)}</button>
    }
}
