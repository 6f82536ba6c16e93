//! What was said of one item, on one line and in words.

use leptos::prelude::*;

use super::Drawing;
use crate::chart::{DumbbellSpec, LayerStyle, Reading, dumbbell};
use crate::ui::chart_words::mark_of;

/// Readings as marks on the scale, as wide as the style sheet gives it room, and what they say below it: each with its
/// mark, so that no legend is needed.
#[component]
pub fn Dumbbell(
    /// What to draw; its width is set here.
    spec: DumbbellSpec,
    /// A reading in words: "July 2015: 7 of 10".
    #[prop(into)]
    words: Callback<(LayerStyle, Reading), String>,
) -> impl IntoView {
    let described = dumbbell(&spec).described;
    let drawn = described.iter().any(|(_, reading)| reading.value().is_some());
    let draw = move |width| dumbbell(&DumbbellSpec { width, ..spec.clone() }).scene;
    let reading = move |(style, reading)| {
        view! {
            <li>
                <span class=mark_of(style) aria-hidden="true"></span>
                {words.run((style, reading))}
            </li>
        }
    };
    view! {
        {drawn.then(|| view! { <Drawing class="dumbbell" draw /> })}
        <ul class="readings">{described.into_iter().map(reading).collect_view()}</ul>
    }
}
