//! One row of a comparison: then and now on a straight scale.

use super::geometry::Point;
use super::marks::mark;
use super::reading::{LayerStyle, Reading};
use super::scene::{Ink, Scene};
use crate::domain::Scale;

/// Height of a row in CSS pixels.
pub const DUMBBELL_HEIGHT: f64 = 28.0;
/// Free space left and right of the scale: half a mark.
const MARGIN: f64 = 10.0;
/// Where the line lies; the diamond stands above it.
const LINE_Y: f64 = 19.0;
/// Marks are a little larger here than on a wheel.
const MARK: f64 = 1.35;

/// Draws a row: hollow ring for *then*, solid dot for *now*, a line between them, and a diamond above
/// the line for *needed*. Whatever is not a value is left out. `width` in CSS pixels.
pub fn dumbbell(width: f64, scale: Scale, then: Reading, now: Reading, needed: Reading) -> Scene {
    let mut scene = Scene { width, height: DUMBBELL_HEIGHT, shapes: Vec::new() };
    let reach = (width - 2.0 * MARGIN).max(0.0);
    let place = |steps: f64, y: f64| Point { x: MARGIN + reach * steps / f64::from(scale.steps()), y };
    let on_line = |value: f64| place(scale.steps_up(value), LINE_Y);
    let ends = vec![place(0.0, LINE_Y), place(f64::from(scale.steps()), LINE_Y)];
    scene.line(ends, Ink::Line, 2.0);
    for step in [Some(0), scale.middle_step(), Some(scale.steps())].into_iter().flatten() {
        let step = f64::from(step);
        let tick = vec![place(step, LINE_Y - 3.5), place(step, LINE_Y + 3.5)];
        scene.line(tick, Ink::Hair, 1.2);
    }
    let (then, now) = (then.value(), now.value());
    let apart = |then: f64, now: f64| (then - now).abs() > f64::EPSILON;
    if let (Some(then), Some(now)) = (then, now)
        && apart(then, now)
    {
        scene.line(vec![on_line(then), on_line(now)], Ink::Ink, 2.6);
    }
    if let Some(value) = then {
        mark(&mut scene, LayerStyle::Then, on_line(value), MARK);
    }
    if let Some(value) = now {
        // A dot that fits into the ring leaves both to be seen.
        let size = if then.is_some_and(|then| !apart(then, value)) { MARK } else { 2.0 };
        mark(&mut scene, LayerStyle::Now, on_line(value), size);
    }
    if let Some(value) = needed.value() {
        let above = place(scale.steps_up(value), 5.2);
        mark(&mut scene, LayerStyle::Needed, above, 0.68);
    }
    scene
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Shape;

    fn row(then: Reading, now: Reading, needed: Reading) -> Scene {
        dumbbell(320.0, Scale::CONSTRUCT, then, now, needed)
    }

    fn count(scene: &Scene, wanted: impl Fn(&Shape) -> bool) -> usize {
        scene.shapes.iter().filter(|shape| wanted(shape)).count()
    }

    fn is_ring(shape: &Shape) -> bool {
        matches!(shape, Shape::Ring { .. })
    }

    fn is_now(shape: &Shape) -> bool {
        matches!(shape, Shape::Dot { fill: Ink::Now, .. })
    }

    #[test]
    fn equal_readings_show_both_marks() {
        let scene = row(Reading::Value(7), Reading::Value(7), Reading::Blank);
        let ring = scene.shapes.iter().find_map(|shape| match shape {
            Shape::Ring { radius, width, .. } => Some(radius - width / 2.0),
            _ => None,
        });
        let dot = scene.shapes.iter().find_map(|shape| match shape {
            Shape::Dot { fill: Ink::Now, radius, .. } => Some(*radius),
            _ => None,
        });
        assert!(ring.unwrap() > dot.unwrap() + 0.5);
    }

    #[test]
    fn what_is_not_a_value_is_left_out() {
        let scene = row(Reading::Blank, Reading::Value(0), Reading::NotApplicable);
        assert_eq!(count(&scene, is_ring), 0);
        assert_eq!(count(&scene, is_now), 1);
        let none = row(Reading::Blank, Reading::Absent, Reading::Value(9));
        assert_eq!(count(&none, is_now), 0);
    }

    #[test]
    fn every_shape_is_inside_the_row() {
        let scene = row(Reading::Value(0), Reading::Value(10), Reading::Value(10));
        for shape in &scene.shapes {
            if let Shape::Dot { centre, radius, .. } = shape {
                assert!(centre.x - radius >= 0.0 && centre.x + radius <= scene.width);
                assert!(centre.y + radius <= scene.height);
            }
        }
    }
}
