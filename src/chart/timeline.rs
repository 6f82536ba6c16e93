//! One item over many occasions, with true distances in time.

use super::geometry::Point;
use super::marks::mark;
use super::measure::TextMeasure;
use super::reading::{LayerStyle, Reading};
use super::scene::{Anchor, Ink, Scene, Shape};
use super::time_ends::draw_ends;
use super::time_numerals::{NUMERAL, Numeral, numerals};
use super::time_plot::{Placed, Plot};
use crate::domain::{Date, Scale};

/// Thickness of the line through one's own ratings, CSS pixels.
const LINE: f64 = 1.8;
/// Marks of all else are smaller than on a wheel.
const BESIDE: f64 = 0.75;
/// Half the size of a rating's mark in a legend, CSS pixels.
const SAMPLE: f64 = 5.2;

/// What to draw in a line over time.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineSpec {
    /// Width of the picture in CSS pixels; its height is about 92 and follows from the words at its ends.
    pub width: f64,
    /// The scale of all readings.
    pub scale: Scale,
    /// The day at the left end: the same for all rows that stand under one another.
    pub from: Date,
    /// The day at the right end. Points outside the two days are drawn at the nearer one.
    pub to: Date,
    /// What was said on which day, in any order. What is not a value is not drawn, and interrupts the line.
    pub points: Vec<TimePoint>,
    /// The two days in words, to stand under the ends.
    pub ends: (String, String),
}

/// A reading on a day. Those of style [`LayerStyle::Now`] are joined by a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimePoint {
    /// The day that the reading is of.
    pub day: Date,
    /// What it stands for.
    pub style: LayerStyle,
    /// The reading.
    pub reading: Reading,
}

/// A line over time ready to paint and describe.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// The picture.
    pub scene: Scene,
    /// The points that are in it, in the order of their days.
    pub described: Vec<TimePoint>,
}

/// Draws a line over time: a dot for the newest of one's own ratings, small rings for the earlier ones, and the marks
/// of the wheel for everything else. Same input, same picture.
pub fn timeline(spec: &TimelineSpec, measure: &dyn TextMeasure) -> Timeline {
    let mut points = spec.points.clone();
    points.sort_by_key(|point| point.day);
    let plot = Plot::of(spec, measure);
    let placed = plot.placed(&points);
    let runs = runs(&points, &placed);
    let mut scene = Scene { width: spec.width, height: 0.0, shapes: Vec::new() };
    ground(&mut scene, &plot, &points);
    for run in &runs {
        scene.line(run.clone(), Ink::Now, LINE);
    }
    let newest = placed.iter().rposition(|it| it.point.style == LayerStyle::Now);
    for (place, point) in placed.iter().enumerate() {
        draw_mark(&mut scene, point, newest == Some(place));
    }
    for numeral in numerals(&plot, &placed, &runs, measure) {
        draw_numeral(&mut scene, numeral);
    }
    scene.height = draw_ends(&mut scene, &plot, &spec.ends, measure);
    Timeline { scene, described: placed.into_iter().map(|it| it.point).collect() }
}

/// The pieces of the line: through one's own ratings in the order of time, interrupted where one is no value.
fn runs(points: &[TimePoint], placed: &[Placed]) -> Vec<Vec<Point>> {
    let mut rated = placed.iter().filter(|it| it.point.style == LayerStyle::Now);
    let mut runs = vec![Vec::new()];
    for point in points.iter().filter(|point| point.style == LayerStyle::Now) {
        match (point.reading.value(), runs.last_mut()) {
            (Some(_), Some(run)) => run.extend(rated.next().map(|it| it.at)),
            _ => runs.push(Vec::new()),
        }
    }
    runs.retain(|run| run.len() > 1);
    runs
}

/// Faint lines at the lowest, middle and highest value, their numbers, and a tick for each day.
fn ground(scene: &mut Scene, plot: &Plot, points: &[TimePoint]) {
    let scale = plot.scale;
    for (step, ink) in [(Some(0), Ink::Hair), (scale.middle_step(), Ink::Line), (Some(scale.steps()), Ink::Line)] {
        let Some(value) = step.map(|step| scale.value(step)) else { continue };
        let y = plot.y(f64::from(value));
        scene.line(vec![Point { x: plot.left, y }, Point { x: plot.right, y }], ink, 1.0);
    }
    for value in [scale.min, scale.value(scale.steps())] {
        let at = Point { x: plot.left - 5.0, y: plot.y(f64::from(value)) };
        draw_numeral(scene, Numeral { at, text: value.to_string(), anchor: Anchor::End, size: 9.5, fill: Ink::Soft });
    }
    let base = plot.y(f64::from(scale.min));
    for point in points {
        let tick = Point { x: plot.x(point.day), y: base };
        scene.line(vec![tick, tick.shifted(0.0, 3.5)], Ink::Hair, 1.2);
    }
}

fn draw_mark(scene: &mut Scene, placed: &Placed, newest: bool) {
    let (at, reach) = (placed.at, placed.reach());
    match placed.point.style {
        LayerStyle::Now => own(scene, at, reach, newest),
        style => mark(scene, style, at, BESIDE),
    }
}

/// One of one's own ratings, reaching so far from its place.
fn own(scene: &mut Scene, at: Point, reach: f64, newest: bool) {
    scene.dot(at, reach, Ink::Sheet);
    if newest {
        scene.dot(at, reach - 1.0, Ink::Now);
    } else {
        scene.ring(at, reach - 1.6, Ink::Now, 1.6);
    }
}

/// What stands for a layer in a legend: one's own ratings as a line from the earlier to the newest, all else as its
/// mark.
pub(super) fn sample(scene: &mut Scene, style: LayerStyle, at: Point, reach: f64) {
    if style != LayerStyle::Now {
        return mark(scene, style, at, 1.0);
    }
    let (from, to) = (at.shifted(-reach, 3.0), at.shifted(reach, -3.0));
    scene.line(vec![from, to], Ink::Now, LINE);
    own(scene, from, SAMPLE, false);
    own(scene, to, SAMPLE, true);
}

fn draw_numeral(scene: &mut Scene, numeral: Numeral) {
    let Numeral { at, text, anchor, size, fill } = numeral;
    scene.shapes.push(Shape::Text { at, text, anchor, size, bold: size >= NUMERAL, fill });
}
