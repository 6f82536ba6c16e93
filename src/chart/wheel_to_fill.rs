//! A wheel on which nothing is drawn, to be filled in by hand: every ring has its number, and each segment the number of
//! the line on which its name is written.

use std::f64::consts::TAU;

use super::disc::Disc;
use super::geometry::Point;
use super::scene::{Anchor, Ink, Scene, Shape};
use crate::domain::Scale;

/// Side of the picture, CSS pixels; on paper it is as large as there is room.
const SIDE: f64 = 620.0;
/// Room around the disc for the numbers of the segments.
const AROUND: f64 = 26.0;
/// Size of the numbers of the segments.
const NUMBER: f64 = 15.0;
/// Size of the numbers of the rings.
const NUMERAL: f64 = 10.0;

/// The wheel of so many segments. Lines are strong enough to be seen and faint enough to be drawn over.
pub fn wheel_to_fill(spokes: usize, scale: Scale) -> Scene {
    let centre = Point { x: SIDE / 2.0, y: SIDE / 2.0 };
    let disc = Disc { centre, radius: SIDE / 2.0 - AROUND, spokes, scale };
    let mut scene = Scene { width: SIDE, height: SIDE, shapes: Vec::new() };
    let values = || (0..=scale.steps()).map(|step| scale.value(step));
    scene.ring(centre, disc.core(), Ink::Hair, 1.0);
    for value in values() {
        let middle = scale.middle_step().map(|step| scale.value(step)) == Some(value);
        let (stroke, width) = if middle { (Ink::Soft, 1.2) } else { (Ink::Hair, 1.0) };
        scene.ring(centre, disc.edge(f64::from(value)), stroke, width);
    }
    for spoke in 0..spokes {
        let angle = TAU * spoke as f64 / spokes as f64;
        scene.line(vec![centre.polar(disc.core(), angle), centre.polar(disc.radius, angle)], Ink::Hair, 1.0);
        let at = centre.polar(disc.radius + AROUND * 0.55, disc.middle_angle(spoke));
        scene.shapes.push(number((spoke + 1).to_string(), at, NUMBER, true));
    }
    scene.ring(centre, disc.radius, Ink::Soft, 1.6);
    for value in values() {
        let at = centre.polar(disc.edge(f64::from(value)) - disc.cell() / 2.0, 0.0);
        // A ground of its own keeps it readable on the line between two segments.
        scene.dot(at, NUMERAL * 0.8, Ink::Sheet);
        scene.shapes.push(number(value.to_string(), at, NUMERAL, false));
    }
    scene
}

fn number(text: String, at: Point, size: f64, bold: bool) -> Shape {
    let fill = if bold { Ink::Ink } else { Ink::Soft };
    Shape::Text { at, text, anchor: Anchor::Middle, size, bold, fill }
}
