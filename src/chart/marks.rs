//! What a picture is made of, in figures and in their legends: the mark of each layer, told apart by shape first and by
//! colour second, the lines and areas that go with it, and the signs for what is no number.

use std::f64::consts::TAU;

use super::geometry::{Point, Wedge, arc, dashes, spread};
use super::reading::LayerStyle;
use super::scene::{Ink, Scene};

/// Half the gap between two wedges, CSS pixels.
const PAD: f64 = 0.8;
/// Half the gap between two bands: clear of the outlines along the spokes.
const BAND_PAD: f64 = PAD + 1.7;

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

/// A solid wedge, cut into cells one can count: at a radius each, with a line of some thickness.
pub(super) fn solid(scene: &mut Scene, wedge: &Wedge, fill: Ink, cuts: &[(f64, f64)]) {
    scene.polygon(wedge.outline(PAD), fill);
    for (radius, width) in cuts {
        scene.line(arc(wedge.centre, *radius, wedge.from, wedge.to), Ink::OnNow, *width);
    }
}

/// The area of *now* where other marks lie over it.
pub(super) fn area(scene: &mut Scene, wedge: &Wedge) {
    scene.polygon(wedge.outline(PAD), Ink::NowFaint);
}

/// The outline around it.
pub(super) fn outline(scene: &mut Scene, wedge: &Wedge) {
    let mut outline = wedge.outline(PAD + 0.9);
    outline.extend(outline.first().copied());
    scene.line(outline, Ink::Now, 1.6);
}

/// How far ratings move by themselves around an earlier one: a pale ground between two thin lines.
pub(super) fn band(scene: &mut Scene, wedge: &Wedge) {
    scene.polygon(wedge.outline(BAND_PAD), Ink::Band);
    for radius in [wedge.inner, wedge.outer] {
        let (from, to) = wedge.padded(radius, BAND_PAD);
        scene.line(arc(wedge.centre, radius, from, to), Ink::Then, 0.5);
    }
}

/// The line of an earlier occasion.
pub(super) fn dashed(scene: &mut Scene, line: &[Point]) {
    for piece in dashes(line, 5.0, 3.0) {
        scene.line(piece, Ink::Then, 2.0);
    }
}

/// The line of a look back.
pub(super) fn dotted(scene: &mut Scene, line: &[Point]) {
    for place in spread(line, 4.4) {
        scene.dot(place, 1.2, Ink::Back);
    }
}

/// What is not rated yet: a dotted cell.
pub(super) fn blank(scene: &mut Scene, cell: &Wedge) {
    // The outline lies inside its cell, clear of its neighbours' dots.
    let inner = Wedge { inner: cell.inner + 1.0, outer: cell.outer - 1.0, ..*cell };
    let mut outline = inner.outline(1.8);
    outline.extend(outline.first().copied());
    for piece in dashes(&outline, 1.5, 2.2) {
        scene.line(piece, Ink::Soft, 1.2);
    }
}

/// What does not apply: a short bar.
pub(super) fn does_not_apply(scene: &mut Scene, at: Point) {
    scene.line(vec![at.shifted(-4.0, 0.0), at.shifted(4.0, 0.0)], Ink::Soft, 1.8);
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
