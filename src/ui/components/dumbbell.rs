//! What was said of one item, on one line and in words.

use leptos::html;
use leptos::prelude::*;

use crate::chart::{DumbbellSpec, LayerStyle, Reading, dumbbell};
use crate::platform;
use crate::ui::appearance::appearance;
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
    let place = NodeRef::<html::Div>::new();
    let canvas = NodeRef::<html::Canvas>::new();
    let width = RwSignal::new(None::<f64>);
    platform::on_resize(place, move |wide| width.set(Some(wide)));
    let appearance = appearance();
    let described = dumbbell(&spec).described;
    let drawn = described.iter().any(|(_, reading)| reading.value().is_some());
    Effect::new(move |_| {
        if let (Some(canvas), Some(width)) = (canvas.get(), width.get()) {
            let row = dumbbell(&DumbbellSpec { width, ..spec.clone() });
            platform::paint(&canvas, &row.scene, &appearance.palette());
        }
    });
    let reading = move |(style, reading)| {
        view! {
            <li>
                <span class=mark_of(style) aria-hidden="true"></span>
                {words.run((style, reading))}
            </li>
        }
    };
    view! {
        {drawn.then(|| view! {
            <div class="dumbbell" node_ref=place>
                <canvas node_ref=canvas aria-hidden="true"></canvas>
            </div>
        })}
        <ul class="readings">{described.into_iter().map(reading).collect_view()}</ul>
    }
}
