//! The end of an audit: what is left open, and the way to the result.

use leptos::prelude::*;

use super::Filling;
use super::section_end::Answers;
use crate::domain::Occasion;
use crate::ui::say::{t, tn};
use crate::words::Key;

/// "2 left open: look, or see the result." Where nothing is open, that is said.
#[component]
pub fn EndStop(
    /// The sitting.
    filling: Filling,
) -> impl IntoView {
    let Some(now) = filling.chart.peek() else { return ().into_any() };
    let Some(occasion) = now.occasion(&filling.occasion.get_value()) else { return ().into_any() };
    let open = now.left_open(occasion);
    let nothing = occasion.is_empty();
    let heading = match open.len() {
        _ if nothing => t(Key::EndNothing).to_owned(),
        0 => t(Key::EndAllAnswered).to_owned(),
        open => tn(Key::EndLeftOpen, open),
    };
    // Without sections there has been no list of the answers yet.
    let all = now.instrument.sections.is_empty().then(|| now.items().map(|item| item.id.clone()).collect::<Vec<_>>());
    let list = (!nothing).then(|| all.unwrap_or_else(|| open.clone()));
    view! {
        <h2 tabindex="-1" class="stop-heading">{heading}</h2>
        {(!open.is_empty() && !nothing).then(|| view! { <p class="soft">{t(Key::EndLook)}</p> })}
        {list.map(|items| view! { <Answers filling items /> })}
    }
    .into_any()
}

/// The way to the result; there is none while nothing is answered.
#[component]
pub fn Finish(filling: Filling) -> impl IntoView {
    let finish = move |_| filling.navigation.replace(&filling.chart.finish(&filling.occasion.get_value()));
    let chart = filling.chart.peek();
    let occasion = filling.occasion.get_value();
    let sitting = chart.as_ref().and_then(|chart| chart.occasion(&occasion));
    let empty = sitting.is_none_or(Occasion::is_empty);
    let compares = chart.as_ref().is_some_and(|chart| chart.before(&occasion).is_some());
    let key = if compares { Key::FinishRating } else { Key::SeeResult };
    (!empty).then(|| view! { <button type="button" class="button primary" on:click=finish>{t(key)}</button> })
}
