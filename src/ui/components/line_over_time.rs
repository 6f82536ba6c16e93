//! One item or section over all times.

use leptos::html;
use leptos::prelude::*;

use crate::chart::{TimePoint, TimelineSpec, WidthTable, timeline};
use crate::domain::{Date, Direction};
use crate::platform;
use crate::ui::appearance::appearance;
use crate::ui::chart_words::{layer_over_time, reading_words};
use crate::ui::say::{t, tf};
use crate::words::Key;

/// A small line, as wide as the style sheet gives it room, with the days as far apart as they were.
#[component]
pub fn LineOverTime(
    /// What to draw; its width and the words at its ends are set here.
    spec: TimelineSpec,
    /// Which end is best.
    direction: Direction,
    /// How days are written: the same under all lines of a page.
    tell: fn(Date) -> String,
) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    let canvas = NodeRef::<html::Canvas>::new();
    let width = RwSignal::new(None::<f64>);
    platform::on_resize(place, move |wide| width.set(Some(wide)));
    let appearance = appearance();
    let spec = TimelineSpec { ends: (tell(spec.from), tell(spec.to)), ..spec };
    let label = described(&spec, direction, tell);
    Effect::new(move |_| {
        if let (Some(canvas), Some(width)) = (canvas.get(), width.get()) {
            let line = timeline(&TimelineSpec { width, ..spec.clone() }, &WidthTable);
            platform::paint(&canvas, &line.scene, &appearance.palette());
        }
    });
    view! {
        <div class="time-line" node_ref=place>
            <canvas node_ref=canvas role="img" aria-label=label></canvas>
        </div>
    }
}

/// What the line shows, as one reads it out.
fn described(spec: &TimelineSpec, direction: Direction, tell: fn(Date) -> String) -> String {
    let point = |point: &TimePoint| {
        let value = reading_words(point.reading, spec.scale, direction);
        tf(layer_over_time(point.style), &[("date", &tell(point.day)), ("value", &value)])
    };
    let points: Vec<String> = timeline(spec, &WidthTable).described.iter().map(point).collect();
    if points.is_empty() { t(Key::NothingRated).to_owned() } else { points.join(" ") }
}
