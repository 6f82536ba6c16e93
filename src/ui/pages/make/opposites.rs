//! One card an attribute: its opposite, and folded, what one would see at each end.

use leptos::prelude::*;

use super::super::still_open::{OppositeField, SeenFields};
use crate::domain::{ItemId, RecordId, Step, TalkPause};
use crate::state::Route;
use crate::ui::components::{Disclosure, RewordingQuestion, StepPage, TalkPauseCard, route_of_step};
use crate::ui::navigation::{app, navigation};
use crate::ui::say::{t, text_of, tf};
use crate::words::Key;

/// The card of the attribute that the address names, or of the first.
#[component]
pub fn OppositesStep(
    /// The chart being made.
    record: RecordId,
) -> impl IntoView {
    let app = app();
    let navigation = navigation();
    let chart = app.record(record.clone());
    let id = StoredValue::new(record.clone());
    let items = Memo::new(move |_| {
        let items = chart.with(|chart| chart.as_ref().map(|chart| chart.items().map(|item| item.id.clone()).collect()));
        items.unwrap_or_else(Vec::<ItemId>::new)
    });
    let at = Memo::new(move |_| {
        let wanted = match navigation.route() {
            Route::Make { item, .. } => item,
            _ => None,
        };
        items.with(|items| wanted.and_then(|wanted| items.iter().position(|item| *item == wanted)).unwrap_or(0))
    });
    let card = move |at: usize| {
        let item = items.with(|items| items.get(at).cloned());
        item.map(|item| Route::Make { record: id.get_value(), step: Step::Opposites, item: Some(item) })
    };
    let step = move |step| chart.with(|chart| route_of_step(chart.as_deref(), &id.get_value(), step));
    let back = Signal::derive(move || at.get().checked_sub(1).and_then(card).unwrap_or_else(|| step(Step::Attributes)));
    let next = Signal::derive(move || card(at.get() + 1).unwrap_or_else(|| step(Step::Rate)));
    let current = Memo::new(move |_| items.with(|items| items.get(at.get()).cloned()));
    let heading = move |item: &ItemId| chart.with(|chart| chart.as_ref()?.item(item).map(text_of)).unwrap_or_default();
    view! {
        <StepPage record=record.clone() step=Step::Opposites title=t(Key::OppositesTitle) back=Some(back) next=Some(next)>
            <TalkPauseCard record=record.clone() pause=TalkPause::Opposites />
            {move || match current.get() {
                None => view! { <p>{t(Key::NoAttributesYet)}</p> }.into_any(),
                Some(item) => view! {
                    <section class="opposite-card">
                        <p class="soft">{move || tf(Key::CardOf, &[
                            ("card", &(at.get() + 1).to_string()),
                            ("of", &items.with(Vec::len).to_string()),
                        ])}</p>
                        <h2>{heading(&item)}</h2>
                        <OppositeField record=id.get_value() item=item.clone() />
                        <RewordingQuestion record=id.get_value() item=item.clone() />
                        <Disclosure summary=t(Key::SeenTitle)>
                            <TalkPauseCard record=id.get_value() pause=TalkPause::Behaviours />
                            <SeenFields record=id.get_value() item />
                        </Disclosure>
                    </section>
                }.into_any(),
            }}
        </StepPage>
    }
}
