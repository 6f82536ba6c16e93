//! One item then and now: both poles, both numbers, and the words of both dates.

use leptos::prelude::*;

use crate::analysis::{Change, Pairing};
use crate::domain::{Rating, Scale};
use crate::ui::say::{opposite_of, rating_words, t, text_of, tf};
use crate::words::Key;

/// A row of the comparison. A higher number is not praised and a lower one not blamed.
#[component]
pub fn ChangeRow(
    /// The item on both occasions.
    change: Change,
    /// The numbers' range.
    scale: Scale,
    /// The earlier day, as people write it.
    then: String,
    /// The later day.
    now: String,
) -> impl IntoView {
    let difference = match change.difference() {
        Some(0) => Some(t(Key::ChangeSame).to_owned()),
        Some(by) if by > 0 => Some(tf(Key::ChangeHigher, &[("by", &by.to_string())])),
        Some(by) => Some(tf(Key::ChangeLower, &[("by", &by.abs().to_string())])),
        None => None,
    };
    let words = |day: &str, rating: &Option<Rating>, style: &'static str| {
        let rating = rating.clone()?;
        let (day, value) = (day.to_owned(), rating_words(rating.answer.value()));
        Some(view! {
            <div class=style>
                <dt>{day}": "{value}</dt>
                {rating.words().into_iter().map(|text| view! { <dd>"“"{text.to_owned()}"”"</dd> }).collect_view()}
            </div>
        })
    };
    let reworded = change.reworded_from.as_ref().map(|(text, opposite)| {
        view! { <p class="soft">{tf(Key::RewordedFrom, &[("text", text), ("opposite", opposite)])}</p> }
    });
    let numbers = match change.pairing {
        Pairing::Matched { then, now } => Some((then, now)),
        _ => None,
    };
    view! {
        <li class="change" data-item=change.item.id.to_string()>
            <div class="change-head">
                <span class="item-number">{change.number}</span>
                <h3>{text_of(&change.item)}</h3>
                {difference.map(|text| view! { <span class="change-by">{text}</span> })}
            </div>
            {numbers.map(|(then, now)| view! { <super::Dumbbell scale then now /> })}
            <div class="change-poles">
                <span>{opposite_of(&change.item)}</span>
                <span>{text_of(&change.item)}</span>
            </div>
            {reworded}
            <dl class="change-words">
                {words(&then, &change.then, "then")}
                {words(&now, &change.now, "now")}
            </dl>
        </li>
    }
}
