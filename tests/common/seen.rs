//! What is seen of the marks in a picture: what lies on top counts.

use roundel::chart::{Ink, Point, Rect, Scene, Shape};

/// Steps in which places are looked at, CSS pixels.
const STEP: f64 = 0.25;

/// The marks of a picture in drawing order, each with its colour and how much of it is seen: 1 where nothing lies over
/// it. Lines and the dots of arcs lie under the marks and do not count.
pub fn marks_seen(scene: &Scene) -> Vec<(Ink, f64)> {
    let shapes: Vec<&Shape> = scene.shapes.iter().filter(|shape| !is_line(shape)).collect();
    let marks = shapes.iter().enumerate().filter_map(|(place, shape)| Some((place, mark_ink(shape)?)));
    let share = |(place, ink): (usize, Ink)| {
        // A hollow mark is made of two shapes, the second being what is left free.
        let hollow = matches!(shapes.get(place + 1), Some(Shape::Polygon { fill: Ink::Sheet, .. }));
        let alone = &shapes[place..=place + usize::from(hollow)];
        let area = bounds(shapes[place]);
        (ink, seen(&shapes, ink, &area) / seen(alone, ink, &area))
    };
    marks.map(share).collect()
}

fn is_line(shape: &Shape) -> bool {
    match shape {
        Shape::Line { .. } | Shape::Text { .. } => true,
        Shape::Dot { radius, .. } => *radius < 1.3,
        Shape::Polygon { .. } | Shape::Ring { .. } => false,
    }
}

/// The colour of a mark; areas have none.
pub fn mark_ink(shape: &Shape) -> Option<Ink> {
    match shape {
        Shape::Ring { stroke: ink @ (Ink::Then | Ink::Now), .. }
        | Shape::Dot { fill: ink @ Ink::Now, .. }
        | Shape::Polygon { fill: ink @ (Ink::Needed | Ink::Other | Ink::Back), .. } => Some(*ink),
        _ => None,
    }
}

/// How many square pixels of `ink` are seen within `area`.
fn seen(shapes: &[&Shape], ink: Ink, area: &Rect) -> f64 {
    let near: Vec<&&Shape> = shapes.iter().filter(|shape| bounds(shape).overlaps(area, 0.0)).collect();
    let count = |length: f64| (length / STEP).ceil() as u32;
    let place =
        |x: u32, y: u32| Point { x: area.x + (f64::from(x) + 0.5) * STEP, y: area.y + (f64::from(y) + 0.5) * STEP };
    let is_seen = |at: &Point| near.iter().rev().find(|shape| covers(shape, *at)).is_some_and(|it| colour(it) == ink);
    let places = (0..count(area.height)).flat_map(|y| (0..count(area.width)).map(move |x| place(x, y)));
    places.filter(is_seen).count() as f64 * STEP * STEP
}

/// The box around a shape; of a text only the place at which it stands.
pub fn bounds(shape: &Shape) -> Rect {
    let (points, reach) = match shape {
        Shape::Polygon { points, .. } => (points.clone(), 0.0),
        Shape::Line { points, width, .. } => (points.clone(), width / 2.0),
        Shape::Dot { centre, radius, .. } => (vec![*centre], *radius),
        Shape::Ring { centre, radius, width, .. } => (vec![*centre], radius + width / 2.0),
        Shape::Text { at, .. } => (vec![*at], 0.0),
    };
    let least = |of: fn(&Point) -> f64| points.iter().map(of).fold(f64::INFINITY, f64::min) - reach;
    let most = |of: fn(&Point) -> f64| points.iter().map(of).fold(f64::NEG_INFINITY, f64::max) + reach;
    let (x, y) = (least(|point| point.x), least(|point| point.y));
    Rect { x, y, width: most(|point| point.x) - x, height: most(|point| point.y) - y }
}

fn colour(shape: &Shape) -> Ink {
    match shape {
        Shape::Polygon { fill, .. } | Shape::Dot { fill, .. } | Shape::Text { fill, .. } => *fill,
        Shape::Line { stroke, .. } | Shape::Ring { stroke, .. } => *stroke,
    }
}

fn covers(shape: &Shape, at: Point) -> bool {
    match shape {
        Shape::Polygon { points, .. } => is_inside(points, at),
        Shape::Dot { centre, radius, .. } => centre.distance(at) <= *radius,
        Shape::Ring { centre, radius, width, .. } => (centre.distance(at) - radius).abs() <= width / 2.0,
        Shape::Line { .. } | Shape::Text { .. } => false,
    }
}

fn is_inside(corners: &[Point], at: Point) -> bool {
    let before = corners.iter().cycle().skip(corners.len().saturating_sub(1));
    let crossed = |(a, b): &(&Point, &Point)| {
        (a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x
    };
    corners.iter().zip(before).filter(crossed).count() % 2 == 1
}
