//! What was said of one item, on one line.

use leptos::html;
use leptos::prelude::*;

use crate::chart::{DumbbellSpec, LayerStyle, Reading, dumbbell};
use crate::domain::Scale;
use crate::platform;
use crate::ui::appearance::appearance;

/// Readings as marks on the scale; the numbers stand beside it in words.
#[component]
pub fn Dumbbell(
    /// The scale.
    scale: Scale,
    /// Up to one reading of each style.
    marks: Vec<(LayerStyle, Reading)>,
    /// About as much as ratings move by themselves, in points of the scale.
    #[prop(optional_no_strip)]
    band: Option<f64>,
) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    let canvas = NodeRef::<html::Canvas>::new();
    let width = RwSignal::new(None::<f64>);
    platform::on_resize(place, move |wide| width.set(Some(wide)));
    let appearance = appearance();
    Effect::new(move |_| {
        if let (Some(canvas), Some(width)) = (canvas.get(), width.get()) {
            let row = dumbbell(&DumbbellSpec { width, scale, marks: marks.clone(), band });
            platform::paint(&canvas, &row.scene, &appearance.palette());
        }
    });
    view! {
        <div class="dumbbell" node_ref=place>
            <canvas node_ref=canvas aria-hidden="true"></canvas>
        </div>
    }
}
