//! The places a name could take beside the rim, and what speaks against each.

use std::f64::consts::TAU;

use super::geometry::{Point, Rect};
use super::label_layout::{LEADING, PlacedLabel, number, number_box};
use super::measure::TextMeasure;
use super::scene::Anchor;
use super::wrap::Block;

/// Free space between the rim and a label, CSS pixels.
const RIM_GAP: f64 = 7.0;
/// Free space at the edges of the scene, CSS pixels.
const EDGE: f64 = 2.0;
/// Where on a box its contact with the rim may be, as shares of half its size, from the middle.
const HOLDS: [f64; 5] = [-1.0, -0.5, 0.0, 0.5, 1.0];
/// Where on its segment's arc the contact may be, as shares of half the arc.
const SWINGS: [f64; 9] = [0.0, 0.2, -0.2, 0.4, -0.4, 0.6, -0.6, 0.8, -0.8];

/// A place a name could take, measured from the middle of the disc.
#[derive(Clone, Copy)]
pub(super) struct Candidate {
    pub rect: Rect,
    pub anchor: Anchor,
    /// Which of the name's ways to break it is set in.
    pub block: usize,
    /// How far from ideal, 0 upwards.
    pub cost: f64,
}

/// The circle around which labels are placed.
pub(super) struct Ring {
    pub radius: f64,
    pub width: f64,
    pub size: f64,
    pub spokes: usize,
}

impl Ring {
    /// The largest radius beside which the widest number still fits into the scene.
    pub(super) fn radius_max(width: f64, size: f64, spokes: usize, measure: &dyn TextMeasure) -> f64 {
        let widest = number_box(spokes.saturating_sub(1), size, measure).0;
        width / 2.0 - RIM_GAP - EDGE - widest
    }

    /// The number of a spoke, in the middle of its segment just outside the rim.
    pub(super) fn numbered(&self, spoke: usize, measure: &dyn TextMeasure) -> PlacedLabel {
        let (width, height) = number_box(spoke, self.size, measure);
        let rect = self.pushed_out(self.middle(spoke), (width, height), (0.0, 0.0));
        PlacedLabel { spoke, lines: vec![number(spoke)], numbered: true, rect, anchor: Anchor::Middle, size: self.size }
    }

    /// Every place a name could take inside the scene, the best first.
    pub(super) fn candidates(&self, spoke: usize, blocks: &[Block], measure: &dyn TextMeasure) -> Vec<Candidate> {
        let least = number_box(spoke, self.size, measure).0;
        let mut found = Vec::new();
        for (way, block) in blocks.iter().enumerate() {
            let height = block.lines.len() as f64 * self.size * LEADING;
            let size = (block.width.max(least), height);
            for swing in SWINGS {
                for across in HOLDS {
                    for along in HOLDS {
                        let place = self.candidate(spoke, size, swing, (across, along));
                        found.extend(place.map(|place| Candidate {
                            block: way,
                            cost: place.cost + 0.45 * way as f64,
                            ..place
                        }));
                    }
                }
            }
        }
        found.sort_by(|a, b| a.cost.total_cmp(&b.cost));
        found
    }

    /// One place for a box: `swing` moves the contact along the segment's arc, `hold` says where on
    /// the box the contact is.
    fn candidate(&self, spoke: usize, size: (f64, f64), swing: f64, hold: (f64, f64)) -> Option<Candidate> {
        let half = (TAU / self.spokes.max(1) as f64 / 2.0).min(1.2);
        let angle = self.middle(spoke) + swing * half;
        let (ux, uy) = (angle.sin(), -angle.cos());
        // A box held on the wrong side would lie across the disc; one that is outside the scene
        // before it is moved outwards will stay there.
        let crossing = hold.0 * ux < -0.01 || hold.1 * uy < -0.01;
        if crossing || !self.inside(&held(angle, self.clear(), size, hold)) {
            return None;
        }
        let rect = self.pushed_out(angle, size, hold);
        let near = rect.nearest(Point::default());
        let lean = near.x.atan2(-near.y) - self.middle(spoke);
        let lean = (lean + TAU / 2.0).rem_euclid(TAU) - TAU / 2.0;
        if !self.inside(&rect) || lean.abs() > half {
            return None;
        }
        let push = near.x.hypot(near.y) - self.clear();
        let ideal = ((ux * 1.8).clamp(-1.0, 1.0), (uy * 1.15).clamp(-1.0, 1.0));
        let tall = rect.bottom().max(-rect.y) - self.radius - 2.0 * self.size;
        let cost = 2.2 * (lean / half).abs()
            + push / 6.0
            + (hold.0 - ideal.0).abs()
            + 0.7 * (hold.1 - ideal.1).abs()
            + tall.max(0.0) / 14.0;
        // One alignment per segment, whichever place is taken: centred near the top and bottom.
        let sideways = self.middle(spoke).sin();
        let anchor = if sideways.abs() < 0.45 {
            Anchor::Middle
        } else if sideways > 0.0 {
            Anchor::Start
        } else {
            Anchor::End
        };
        Some(Candidate { rect, anchor, block: 0, cost })
    }

    /// Whether a box is inside the scene: its height is found later, but has a limit too.
    fn inside(&self, rect: &Rect) -> bool {
        let room = self.width / 2.0 - EDGE;
        let rise = self.clear() + 3.2 * self.size * LEADING;
        rect.x >= -room && rect.right() <= room && rect.y >= -rise && rect.bottom() <= rise
    }

    /// How near to the middle of the disc a label may come.
    fn clear(&self) -> f64 {
        self.radius + RIM_GAP
    }

    /// A box held at a point in some direction and moved out until it is clear of the rim.
    fn pushed_out(&self, angle: f64, size: (f64, f64), hold: (f64, f64)) -> Rect {
        let clear = self.clear();
        let is_clear = |rect: &Rect| {
            let near = rect.nearest(Point::default());
            near.x * near.x + near.y * near.y >= clear * clear - 1e-6
        };
        let closest = held(angle, clear, size, hold);
        if is_clear(&closest) {
            return closest;
        }
        let (mut near, mut far) = (clear, clear + size.0 + size.1);
        // Halving finds the edge to less than a pixel; `far` is clear throughout.
        for _ in 0..9 {
            let half = f64::midpoint(near, far);
            if is_clear(&held(angle, half, size, hold)) {
                far = half;
            } else {
                near = half;
            }
        }
        held(angle, far, size, hold)
    }

    /// The angle of the middle of a segment.
    pub(super) fn middle(&self, spoke: usize) -> f64 {
        (spoke as f64 + 0.5) * TAU / self.spokes.max(1) as f64
    }
}

/// A box whose point `hold` is at a distance in some direction from the middle of the disc.
fn held(angle: f64, distance: f64, size: (f64, f64), hold: (f64, f64)) -> Rect {
    let centre = Point::default().polar(distance, angle).shifted(hold.0 * size.0 / 2.0, hold.1 * size.1 / 2.0);
    Rect::around(centre, size.0, size.1)
}
