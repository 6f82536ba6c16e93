//! Two numbers on one line.

use leptos::html;
use leptos::prelude::*;

use crate::chart::{Reading, dumbbell};
use crate::domain::Scale;
use crate::platform;
use crate::ui::appearance::appearance;

/// Then and now as two marks on the scale; the numbers stand beside it in words.
#[component]
pub fn Dumbbell(
    /// The scale.
    scale: Scale,
    /// The earlier number or mean.
    then: Reading,
    /// The later one.
    now: Reading,
    /// Where the person needs to be, where that is what counts.
    #[prop(optional)]
    needed: Reading,
) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    let canvas = NodeRef::<html::Canvas>::new();
    let width = RwSignal::new(None::<f64>);
    platform::on_resize(place, move |wide| width.set(Some(wide)));
    let appearance = appearance();
    Effect::new(move |_| {
        if let (Some(canvas), Some(width)) = (canvas.get(), width.get()) {
            let scene = dumbbell(width, scale, then, now, needed);
            platform::paint(&canvas, &scene, &appearance.palette());
        }
    });
    view! {
        <div class="dumbbell" node_ref=place>
            <canvas node_ref=canvas aria-hidden="true"></canvas>
        </div>
    }
}
