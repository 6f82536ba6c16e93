//! The end of an audit: what is left open, and the way to the result.

use leptos::prelude::*;

use super::Filling;
use super::section_end::Answers;
use crate::domain::Rater;
use crate::ui::say::{t, tn};
use crate::words::Key;

/// "2 left open: look, or see the result." Where nothing is open, that is said.
#[component]
pub fn EndStop(
    /// The sitting.
    filling: Filling,
) -> impl IntoView {
    // Follows what is taken back here.
    let open = Memo::new(move |_| {
        let chart = filling.chart.get()?;
        let sitting = chart.occasion(&filling.occasion.get_value())?;
        Some((chart.left_open(sitting), sitting.is_empty()))
    });
    // Without sections there has been no list of the answers yet.
    let all = filling.chart.peek().filter(|chart| chart.instrument.sections.is_empty());
    let all = all.and_then(|chart| {
        let asked = chart.occasion(&filling.occasion.get_value())?;
        Some(chart.items_to_rate(asked).map(|item| item.id.clone()).collect::<Vec<_>>())
    });
    move || {
        let (open, nothing) = open.get()?;
        let heading = match open.len() {
            _ if nothing => t(Key::EndNothing).to_owned(),
            0 => t(Key::EndAllAnswered).to_owned(),
            open => tn(Key::EndLeftOpen, open),
        };
        let look = (!open.is_empty() && !nothing).then(|| view! { <p class="soft">{t(Key::EndLook)}</p> });
        let list = (!nothing).then(|| all.clone().unwrap_or(open));
        Some(view! {
            <h2 tabindex="-1" class="stop-heading">{heading}</h2>
            {look}
            {list.map(|items| view! { <Answers filling items /> })}
        })
    }
}

/// The way to the result. A first time has none while nothing is answered; a later one into which nothing was put was
/// only looked into, and leaves no trace.
#[component]
pub fn Finish(filling: Filling) -> impl IntoView {
    let finish = move |_| filling.navigation.replace(&filling.chart.finish(&filling.occasion.get_value()));
    let key = Memo::new(move |_| {
        let (chart, occasion) = (filling.chart.get()?, filling.occasion.get_value());
        let sitting = chart.occasion(&occasion)?;
        if sitting.rater != Rater::Me {
            return Some(Key::Done);
        }
        let compares = chart.before(&occasion).is_some();
        match (sitting.is_empty(), compares) {
            (true, false) => None,
            (true, true) => Some(Key::Done),
            (false, true) => Some(Key::FinishRating),
            (false, false) => Some(Key::SeeResult),
        }
    });
    move || {
        key.get().map(|key| view! { <button type="button" class="button primary" on:click=finish>{t(key)}</button> })
    }
}
