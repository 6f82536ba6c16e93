//! One card an attribute: its opposite, and folded, what one would see at each end.

use leptos::prelude::*;

use super::super::still_open::{OppositeField, SeenFields};
use crate::domain::{ItemId, Step, TalkPause};
use crate::state::Route;
use crate::ui::chart_handle::Chart;
use crate::ui::components::{Disclosure, RewordingQuestion, StepPage, TalkPauseCard};
use crate::ui::navigation::navigation;
use crate::ui::say::{t, text_of, tf};
use crate::words::Key;

/// The card of the attribute that the address names, or of the first.
#[component]
pub fn OppositesStep(
    /// The chart being made.
    chart: Chart,
) -> impl IntoView {
    let navigation = navigation();
    let items = Memo::new(move |_| chart.item_ids());
    // An item that is gone leaves its place to the one that came for it.
    let at = Memo::new(move |before: Option<&usize>| {
        let wanted = match navigation.route() {
            Route::Make { item, .. } => item,
            _ => None,
        };
        let place = wanted.map(|wanted| items.get().iter().position(|item| *item == wanted).or(before.copied()));
        place.flatten().unwrap_or(0)
    });
    let card = move |at: usize| {
        let item = items.get().get(at).cloned();
        item.map(|item| Route::Make { record: chart.id(), step: Step::Opposites, item: Some(item) })
    };
    let back = Signal::derive(move || {
        at.get().checked_sub(1).and_then(card).unwrap_or_else(|| chart.route_of(Step::Attributes))
    });
    let next = Signal::derive(move || card(at.get() + 1).unwrap_or_else(|| chart.route_of(Step::Rate)));
    let current = Memo::new(move |_| items.get().get(at.get()).cloned());
    view! {
        <StepPage chart step=Step::Opposites title=Key::OppositesTitle back=Some(back) next=Some(next)>
            <TalkPauseCard chart pause=TalkPause::Opposites />
            {move || match current.get() {
                None => view! { <p>{t(Key::NoAttributesYet)}</p> }.into_any(),
                Some(item) => view! { <Card chart item at=at.get_untracked() of=items.get_untracked().len() /> }.into_any(),
            }}
        </StepPage>
    }
}

#[component]
fn Card(chart: Chart, item: ItemId, at: usize, of: usize) -> impl IntoView {
    let heading = untrack(|| chart.item(&item)).as_ref().map(text_of);
    view! {
        <section class="opposite-card">
            <p class="soft">{tf(Key::CardOf, &[("card", &(at + 1).to_string()), ("of", &of.to_string())])}</p>
            <h2>{heading}</h2>
            <OppositeField chart item=item.clone() />
            <RewordingQuestion chart item=item.clone() />
            <Disclosure summary=t(Key::SeenTitle)>
                <TalkPauseCard chart pause=TalkPause::Behaviours />
                <SeenFields chart item />
            </Disclosure>
        </section>
    }
}
