//! A chart at a glance, for lists.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use crate::chart::{WheelKind, WidthTable, wheel, wheel_of};
use crate::domain::Record;
use crate::platform;
use crate::ui::appearance::appearance;

/// Side of the small wheel, in CSS pixels.
const SIDE: f64 = 72.0;

/// The newest ratings of a chart as a small wheel: empty while it is being rated again.
#[component]
pub fn MiniWheel(
    /// The chart.
    chart: Arc<Record>,
) -> impl IntoView {
    let canvas = NodeRef::<html::Canvas>::new();
    let appearance = appearance();
    Effect::new(move |_| {
        if let Some(canvas) = canvas.get() {
            let mut spec = wheel_of(&chart, chart.shown());
            spec.kind = WheelKind::Thumbnail;
            spec.width = SIDE;
            platform::paint(&canvas, &wheel(&spec, &WidthTable).scene, &appearance.palette());
        }
    });
    view! { <canvas class="mini-wheel" node_ref=canvas aria-hidden="true"></canvas> }
}
