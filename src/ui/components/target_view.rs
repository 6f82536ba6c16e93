//! A target, to be read.

use leptos::prelude::*;

use crate::domain::{Record, Target};
use crate::platform::day_long;
use crate::ui::say::{t, text_of};
use crate::ui::talk_words::{target_parts, was_words};
use crate::words::Key;

/// What to improve, and the item it is for, if it is for one.
#[component]
pub fn TargetTitle<'a>(
    /// The record it is of.
    record: &'a Record,
    /// The target.
    target: &'a Target,
) -> impl IntoView + use<> {
    let what = Some(target.what.trim()).filter(|what| !what.is_empty()).unwrap_or(t(Key::TargetUnsaid)).to_owned();
    let item = target.item.as_ref().and_then(|item| record.item(item)).map(text_of);
    view! {
        <strong>{what}</strong>
        {item.map(|item| view! { <p class="soft">{item}</p> })}
    }
}

/// How to get there, from when until when, who acts, and what was found since. Where it does not say how, that is pointed
/// out.
#[component]
pub fn TargetView<'a>(
    /// The target.
    target: &'a Target,
) -> impl IntoView + use<> {
    let hows = target.hows.iter().filter(|how| !how.trim().is_empty());
    let hows = hows.map(|how| view! { <li>{how.clone()}</li> }).collect_view();
    let parts = target_parts(target).join(" · ");
    let reviews = target.reviews.iter().filter(|review| !review.text.trim().is_empty());
    let reviews = reviews.map(|review| {
        view! { <p class="why"><span class="soft">{day_long(review.on)}</span>" "{review.text.clone()}</p> }
    });
    let earlier = target.earlier.iter().rev().map(|was| view! { <p class="soft">{was_words(was)}</p> });
    let without_how = !target.has_how() && target.is_open();
    view! {
        <ul>{hows}</ul>
        {without_how.then(|| view! { <p class="soft">{t(Key::TargetNoHow)}</p> })}
        {(!parts.is_empty()).then(|| view! { <p class="soft">{parts}</p> })}
        {reviews.collect_view()}
        {earlier.collect_view()}
    }
}
