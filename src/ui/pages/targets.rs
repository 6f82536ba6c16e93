//! What to improve, and how; and what came of it.

use leptos::prelude::*;

use crate::domain::{ItemId, Record, RecordId, TargetId};
use crate::state::Route;
use crate::ui::chart_handle::Chart;
use crate::ui::components::{Disclosure, Page, TargetCard, TargetDetails};
use crate::ui::navigation::app;
use crate::ui::rows::rows;
use crate::ui::say::{t, tn};
use crate::words::Key;

/// All targets of a chart, to be written, looked at again and moved. What is done or let go is folded away.
#[component]
pub fn TargetsPage(
    /// Which chart.
    record: RecordId,
) -> impl IntoView {
    let chart = Chart::follow(record.clone());
    let body = match chart.peek() {
        Some(now) => view! { <Cards chart now=(*now).clone() /> }.into_any(),
        None => view! { <p>{t(Key::ChartGone)}</p> }.into_any(),
    };
    view! {
        <Page title=t(Key::TargetsTitle) back=Some(Route::Chart(record))>
            <p class="lead">{t(Key::TargetsLead)}</p>
            {body}
        </Page>
    }
}

/// A card for each: they stay where they are while the page is open, whatever becomes of the targets.
#[component]
fn Cards(chart: Chart, now: Record) -> impl IntoView {
    let app = app();
    let fresh = move || (TargetId::new(app.fresh_part_id()), None);
    let ids = |open: bool| {
        let of_them = now.targets.iter().filter(move |target| target.is_open() == open);
        of_them.map(|target| (target.id.clone(), target.item.clone())).collect::<Vec<_>>()
    };
    let (mut open, closed) = (ids(true), ids(false));
    // What matters most has a card of its own, also where nothing is written yet.
    let focus = now.newest_whole().map(|newest| newest.focus.clone()).unwrap_or_default();
    for item in focus {
        if now.targets.iter().all(|target| target.item.as_ref() != Some(&item)) {
            open.push((TargetId::new(app.fresh_part_id()), Some(item)));
        }
    }
    if open.is_empty() {
        open.push(fresh());
    }
    let open = RwSignal::new(open);
    let more = move |_| open.update(|open| open.push(fresh()));
    let closed_words = tn(Key::TargetsClosed, closed.len());
    let any_closed = !closed.is_empty();
    view! {
        {cards(chart, open.into())}
        <button type="button" class="link" on:click=more>{t(Key::TargetAdd)}</button>
        {any_closed.then(|| view! {
            <Disclosure summary=closed_words>{cards(chart, Signal::stored(closed))}</Disclosure>
        })}
    }
}

fn cards(chart: Chart, ids: Signal<Vec<(TargetId, Option<ItemId>)>>) -> AnyView {
    let card = move |id: String| {
        let target = TargetId::new(id);
        let item =
            ids.with_untracked(|ids| ids.iter().find(|(id, _)| *id == target).and_then(|(_, item)| item.clone()));
        view! {
            <TargetCard chart target=target.clone() item>
                <TargetDetails chart target />
            </TargetCard>
        }
        .into_any()
    };
    rows(move || ids.with(|ids| ids.iter().map(|(id, _)| id.to_string()).collect()), card)
}
