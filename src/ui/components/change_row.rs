//! One item then and now: both poles, both numbers, and the words of both dates.

use leptos::prelude::*;

use crate::analysis::{Change, Pairing, Trend};
use crate::chart::{LayerStyle, Reading};
use crate::domain::{Answer, Direction, ItemKind, Rating, Scale};
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
    let difference = change.difference().map(|by| difference_words(by, &change));
    let lowest_is_best = change.direction == Direction::Lower;
    let answer_words = move |answer: Answer| match answer {
        // "1 of 5" would read as the least where it is the most.
        Answer::Value(value) if lowest_is_best => {
            tf(Key::RatingWhereLowest, &[("value", &value.to_string()), ("min", &scale.min.to_string())])
        }
        answer => rating_words(answer, scale),
    };
    let words = |day: &str, rating: &Option<Rating>, style: &'static str| {
        let rating = rating.clone()?;
        let (day, value) = (day.to_owned(), answer_words(rating.answer));
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
    let needed = change.needed.filter(|_| change.direction == Direction::TowardNeeded);
    let numbers = match change.pairing {
        Pairing::Matched { then, now } => {
            let needed = needed.map(|needed| (LayerStyle::Needed, needed));
            let all = [Some((LayerStyle::Then, then)), Some((LayerStyle::Now, now)), needed].into_iter().flatten();
            Some(all.map(|(style, value)| (style, Reading::Value(value))).collect())
        }
        _ => None,
    };
    view! {
        <li class="change" data-item=change.item.id.to_string()>
            <div class="change-head">
                <span class="item-number">{change.number}</span>
                <h3>{text_of(&change.item)}</h3>
                {difference.map(|text| view! { <span class="change-by">{text}</span> })}
            </div>
            {numbers.map(|marks| view! { <super::Dumbbell scale marks /> })}
            {(change.item.kind == ItemKind::Construct).then(|| view! {
                <div class="change-poles">
                    <span>{opposite_of(&change.item)}</span>
                    <span>{text_of(&change.item)}</span>
                </div>
            })}
            {needed.map(|needed| view! { <p class="soft">{tf(Key::NeededIs, &[("value", &needed.to_string())])}</p> })}
            {change.no_room().then(|| view! { <p class="soft">{no_room_words(&change, scale)}</p> })}
            {reworded}
            <dl class="change-words">
                {words(&then, &change.then, "then")}
                {words(&now, &change.now, "now")}
            </dl>
        </li>
    }
}

/// That it could not get better than it was.
fn no_room_words(change: &Change, scale: Scale) -> String {
    match change.direction {
        Direction::Higher => t(Key::NoRoom).to_owned(),
        Direction::Lower => tf(Key::NoRoomLower, &[("min", &scale.min.to_string())]),
        Direction::TowardNeeded => t(Key::NoRoomNeeded).to_owned(),
    }
}

/// "2 higher"; where the highest is not the best, also what that means: "2 lower: better".
fn difference_words(by: i16, change: &Change) -> String {
    let by_words = match by {
        0 => return t(Key::ChangeSame).to_owned(),
        1.. => tf(Key::ChangeHigher, &[("by", &by.to_string())]),
        _ => tf(Key::ChangeLower, &[("by", &by.abs().to_string())]),
    };
    let meaning = match (change.direction, change.trend()) {
        (Direction::Lower, Some(Trend::Better)) => Key::ChangeBetter,
        (Direction::Lower, Some(Trend::Worse)) => Key::ChangeWorse,
        (Direction::TowardNeeded, Some(Trend::Better)) => Key::ChangeNearer,
        (Direction::TowardNeeded, Some(Trend::Worse)) => Key::ChangeFurther,
        _ => return by_words,
    };
    tf(meaning, &[("by", &by_words)])
}
