//! What to improve, and how.

use leptos::prelude::*;

use crate::domain::{ItemId, Step, TargetId};
use crate::ui::chart_handle::Chart;
use crate::ui::components::{StepPage, TargetCard};
use crate::ui::navigation::app;
use crate::ui::rows::rows;
use crate::ui::say::t;
use crate::words::Key;

/// A target for each attribute that matters most, and any others there are.
#[component]
pub fn TargetsStep(
    /// The chart being made.
    chart: Chart,
) -> impl IntoView {
    let app = app();
    let Some(now) = chart.peek() else { return ().into_any() };
    let focus = now.newest_whole().map(|newest| newest.focus.clone()).unwrap_or_default();
    let mut cards: Vec<(Option<ItemId>, TargetId)> = Vec::new();
    for item in focus {
        let written = now.targets.iter().filter(|target| target.item.as_ref() == Some(&item));
        let ids: Vec<TargetId> = written.map(|target| target.id.clone()).collect();
        let ids = if ids.is_empty() { vec![TargetId::new(app.fresh_part_id())] } else { ids };
        cards.extend(ids.into_iter().map(|id| (Some(item.clone()), id)));
    }
    for target in &now.targets {
        if cards.iter().all(|(_, id)| *id != target.id) {
            cards.push((target.item.clone(), target.id.clone()));
        }
    }
    if cards.is_empty() {
        cards.push((None, TargetId::new(app.fresh_part_id())));
    }
    // Cards stay while the page is open, so that one that is emptied can be written again.
    let cards = RwSignal::new(cards);
    let more = move |_| cards.update(|cards| cards.push((None, TargetId::new(app.fresh_part_id()))));
    let card = move |target: String| {
        let target = TargetId::new(target);
        let item =
            cards.with_untracked(|cards| cards.iter().find(|(_, id)| *id == target).and_then(|(item, _)| item.clone()));
        view! { <TargetCard chart target item /> }.into_any()
    };
    view! {
        <StepPage chart step=Step::Targets title=Key::TargetsStepTitle>
            <p class="lead">{t(Key::TargetsLead)}</p>
            {rows(move || cards.with(|cards| cards.iter().map(|(_, id)| id.to_string()).collect()), card)}
            <button type="button" class="link" on:click=more>{t(Key::TargetAdd)}</button>
        </StepPage>
    }
    .into_any()
}
