//! The mark of each layer: told apart by shape first, by colour second.

use std::f64::consts::TAU;

use super::geometry::Point;
use super::reading::LayerStyle;
use super::scene::{Ink, Scene};

/// Draws the mark of a layer at a place. `scale` is 1 for marks of usual size: a hollow ring of
/// radius 5 px, a dot of radius 3 px that leaves the ring visible around it, and so on.
pub(super) fn mark(scene: &mut Scene, style: LayerStyle, at: Point, scale: f64) {
    match style {
        LayerStyle::Then => {
            scene.dot(at, 6.0 * scale, Ink::Sheet);
            scene.ring(at, 5.0 * scale, Ink::Then, 2.0 * scale);
        }
        LayerStyle::Now => {
            // The halo keeps the dot apart from the lines it stands on.
            scene.dot(at, 3.9 * scale, Ink::Sheet);
            scene.dot(at, 2.9 * scale, Ink::Now);
        }
        LayerStyle::Needed => {
            scene.polygon(diamond(at, 7.0 * scale), Ink::Needed);
            scene.polygon(diamond(at, 4.2 * scale), Ink::Sheet);
        }
        LayerStyle::Other => {
            scene.polygon(square(at, 5.0 * scale), Ink::Sheet);
            scene.polygon(square(at, 3.9 * scale), Ink::Other);
        }
        LayerStyle::Back => {
            for (reach, ink) in [(7.8, Ink::Sheet), (6.4, Ink::Back), (3.1, Ink::Sheet)] {
                scene.polygon(triangle(at, reach * scale), ink);
            }
        }
    }
}

/// The order in which marks are drawn: where two fall together, the smaller lies on top.
pub(super) fn drawing_order(style: LayerStyle) -> u8 {
    match style {
        LayerStyle::Then => 0,
        LayerStyle::Needed => 1,
        LayerStyle::Other => 2,
        LayerStyle::Back => 3,
        LayerStyle::Now => 4,
    }
}

fn diamond(at: Point, reach: f64) -> Vec<Point> {
    vec![at.shifted(0.0, -reach), at.shifted(reach, 0.0), at.shifted(0.0, reach), at.shifted(-reach, 0.0)]
}

fn square(at: Point, half: f64) -> Vec<Point> {
    vec![at.shifted(-half, -half), at.shifted(half, -half), at.shifted(half, half), at.shifted(-half, half)]
}

/// An upright triangle of equal sides; `reach` is the distance of its corners from the middle.
fn triangle(at: Point, reach: f64) -> Vec<Point> {
    [0.0, TAU / 3.0, 2.0 * TAU / 3.0].map(|angle| at.polar(reach, angle)).into()
}
