//! One number for all, from the gut.

use std::sync::Arc;

use leptos::prelude::*;

use super::Filling;
use crate::domain::{Edit, Item, ItemId, ItemKind, Moment, Origin};
use crate::ui::components::AnswerRows;
use crate::ui::say::t;
use crate::words::Key;

/// "Overall, where would you put yourself?", before the items or after them.
#[component]
pub fn OverallStop(
    /// The sitting.
    filling: Filling,
    /// Before or after.
    moment: Moment,
) -> impl IntoView {
    let Some(now) = filling.chart.peek() else { return ().into_any() };
    let question = Item { kind: ItemKind::Statement, ..Item::new(ItemId::new(""), t(Key::Overall), Origin::Given) };
    let value = Signal::derive(move || {
        let occasion = filling.chart.occasion(&filling.occasion.get_value());
        occasion.and_then(|occasion| occasion.overall.at(moment))
    });
    let say = move |number| {
        let occasion = filling.occasion.get_value();
        filling.chart.edit(Edit::Overall { occasion, moment, value: Some(number) });
    };
    let lead = match moment {
        Moment::Before => Key::OverallBefore,
        Moment::After => Key::OverallAfter,
    };
    view! {
        <h2 tabindex="-1" class="stop-heading">{t(Key::Overall)}</h2>
        <p class="soft">{t(lead)}</p>
        <AnswerRows form=Arc::new(now.instrument.clone()) item=question value on_pick=say />
    }
    .into_any()
}
