//! One item or section over all times.

use leptos::prelude::*;

use super::Drawing;
use crate::chart::{TimePoint, TimelineSpec, WidthTable, timeline};
use crate::domain::{Date, Direction};
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
    let spec = TimelineSpec { ends: (tell(spec.from), tell(spec.to)), ..spec };
    let label = described(&spec, direction, tell);
    let draw = move |width| timeline(&TimelineSpec { width, ..spec.clone() }, &WidthTable).scene;
    view! { <Drawing class="time-line" label draw /> }
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
