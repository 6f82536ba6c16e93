//! One item as two people see it.

use leptos::prelude::*;

use super::Sides;
use crate::analysis::SeenByTwo;
use crate::chart::{LayerStyle, row_of_views};
use crate::domain::{ItemKind, Rating};
use crate::ui::chart_words::mark_of;
use crate::ui::components::Dumbbell;
use crate::ui::say::{opposite_of, text_of, tf};
use crate::words::Key;

/// Both poles, both numbers, how they differ, and, where it is to be talked about, the words of both.
pub fn row(seen: &SeenByTwo, sides: &Sides, with_words: bool) -> impl IntoView + use<> {
    let scale = sides.form.instrument.scale;
    let words = {
        let sides = sides.clone();
        move |(style, reading)| sides.reading(style, reading)
    };
    let said =
        [(LayerStyle::Now, &sides.own, seen.own.as_ref()), (LayerStyle::Other, &sides.other, seen.other.as_ref())];
    let said: Vec<_> = said
        .into_iter()
        .filter(|_| with_words)
        .filter_map(|(style, name, rating)| quoted(style, name, rating?))
        .collect();
    view! {
        <li class="change" data-item=(!with_words).then(|| seen.item.id.to_string())>
            <div class="change-head">
                <span class="item-number">{seen.number}</span>
                <h3>{text_of(&seen.item)}</h3>
                {seen.difference().map(|by| view! { <span class="change-by">{sides.difference(by)}</span> })}
            </div>
            {(seen.item.kind == ItemKind::Construct).then(|| view! {
                <div class="change-poles">
                    <div><span class="visually-hidden">{scale.min}": "</span><span>{opposite_of(&seen.item)}</span></div>
                    <div><span class="visually-hidden">{scale.max}": "</span><span>{text_of(&seen.item)}</span></div>
                </div>
            })}
            <Dumbbell spec=row_of_views(seen, scale) words />
            {(!said.is_empty()).then(|| view! { <dl class="both-said">{said}</dl> })}
        </li>
    }
}

/// Whose words, and the words.
fn quoted(style: LayerStyle, name: &str, rating: &Rating) -> Option<impl IntoView + use<>> {
    let words: Vec<String> = rating.words().into_iter().map(str::to_owned).collect();
    (!words.is_empty()).then(|| {
        let words = words.into_iter().map(|text| view! { <dd class="why">{tf(Key::Quoted, &[("words", &text)])}</dd> });
        view! {
            <div>
                <dt><span class=mark_of(style) aria-hidden="true"></span>{name.to_owned()}</dt>
                {words.collect_view()}
            </div>
        }
    })
}
