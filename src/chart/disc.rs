//! The disc of a wheel: where values lie, and what a finger touches.

use std::f64::consts::TAU;

use super::geometry::{Point, Wedge};
use crate::domain::Scale;

/// How far outside the rim, in CSS pixels, a touch still belongs to the wheel.
const TOUCH_MARGIN: f64 = 14.0;
/// The free middle as a share of the radius: room for the numeral of the lowest value.
const CORE: f64 = 0.066;

/// The disc of a wheel, in CSS pixels of its scene.
///
/// Every value has a cell of equal depth: the lowest is the hub, the highest touches the rim. The
/// first segment begins at 12 o'clock and they run clockwise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Disc {
    /// Middle of the disc.
    pub centre: Point,
    /// Radius of the rim.
    pub radius: f64,
    /// Number of segments; may be 0.
    pub spokes: usize,
    /// The scale the cells stand for.
    pub scale: Scale,
}

impl Disc {
    /// The segment at a place: inside the rim or a little outside it, else none.
    pub fn segment_at(&self, x: f64, y: f64) -> Option<usize> {
        let touch = Point { x, y };
        if self.spokes == 0 || self.centre.distance(touch) > self.radius + TOUCH_MARGIN {
            return None;
        }
        let angle = (x - self.centre.x).atan2(self.centre.y - y).rem_euclid(TAU);
        Some(((angle / self.step_angle()).floor() as usize).min(self.spokes - 1))
    }

    /// The value at a place, whichever segment it is in: the lowest in the hub, the highest at the
    /// rim and beyond it.
    pub fn value_at(&self, x: f64, y: f64) -> u8 {
        let distance = self.centre.distance(Point { x, y });
        let cells = ((distance - self.core()) / self.cell()).ceil() - 1.0;
        self.scale.value(cells.clamp(0.0, 255.0) as u8)
    }

    /// The middle of a value's cell in a segment: `segment_at` and `value_at` give both back.
    pub fn anchor(&self, spoke: usize, value: u8) -> Point {
        let radius = self.edge(f64::from(value)) - self.cell() / 2.0;
        self.centre.polar(radius, self.middle_angle(spoke))
    }

    /// Radius of the outer edge of a value's cell, CSS pixels; a mean lies between two. Outside the scale: the nearer
    /// end's.
    pub fn edge(&self, value: f64) -> f64 {
        self.core() + (self.scale.steps_up(value) + 1.0) * self.cell()
    }

    /// Radius of the hub: the outer edge of the lowest value's cell, CSS pixels.
    pub fn hub(&self) -> f64 {
        self.edge(f64::from(self.scale.min))
    }

    /// Depth of one cell, CSS pixels.
    pub fn cell(&self) -> f64 {
        (self.radius - self.core()) / (f64::from(self.scale.steps()) + 1.0)
    }

    /// Radius of the free middle, CSS pixels.
    pub(super) fn core(&self) -> f64 {
        self.radius * CORE
    }

    /// The angle of one segment in radians; the whole turn when there are none.
    pub(super) fn step_angle(&self) -> f64 {
        TAU / self.spokes.max(1) as f64
    }

    /// The angle of the middle of a segment.
    pub(super) fn middle_angle(&self, spoke: usize) -> f64 {
        (spoke as f64 + 0.5) * self.step_angle()
    }

    /// The part of a segment between two radii.
    pub(super) fn wedge(&self, spoke: usize, inner: f64, outer: f64) -> Wedge {
        Wedge {
            centre: self.centre,
            inner,
            outer,
            from: spoke as f64 * self.step_angle(),
            to: (spoke as f64 + 1.0) * self.step_angle(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn disc(spokes: usize, scale: Scale) -> Disc {
        Disc { centre: Point { x: 180.0, y: 150.0 }, radius: 120.0, spokes, scale }
    }

    #[test]
    fn every_anchor_gives_back_its_segment_and_value() {
        for scale in [Scale::CONSTRUCT, Scale { min: 1, max: 5 }] {
            for spokes in 1..=20 {
                let disc = disc(spokes, scale);
                for spoke in 0..spokes {
                    for value in scale.min..=scale.max {
                        let at = disc.anchor(spoke, value);
                        assert_eq!(disc.segment_at(at.x, at.y), Some(spoke));
                        assert_eq!(disc.value_at(at.x, at.y), value);
                    }
                }
            }
        }
    }

    #[test]
    fn the_hub_is_the_lowest_and_beyond_the_rim_the_highest() {
        let disc = disc(8, Scale::CONSTRUCT);
        assert_eq!(disc.value_at(180.0, 150.0), 0);
        assert_eq!(disc.value_at(180.0, 150.0 - disc.hub() + 0.1), 0);
        assert_eq!(disc.value_at(180.0, 150.0 - disc.hub() - 0.1), 1);
        assert_eq!(disc.value_at(900.0, 150.0), 10);
    }

    #[test]
    fn a_touch_just_outside_the_rim_counts_and_one_far_out_does_not() {
        let disc = disc(4, Scale::CONSTRUCT);
        assert_eq!(disc.segment_at(181.0, 150.0 - 130.0), Some(0));
        assert_eq!(disc.segment_at(179.0, 150.0 - 130.0), Some(3));
        assert_eq!(disc.segment_at(180.0, 150.0 - 140.0), None);
    }

    #[test]
    fn an_empty_wheel_has_no_segments() {
        assert_eq!(disc(0, Scale::CONSTRUCT).segment_at(180.0, 150.0), None);
    }
}
