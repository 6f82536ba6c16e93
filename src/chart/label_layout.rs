//! Where the names stand around a wheel.
//!
//! Every spoke first has a number, which always fits. Then names are tried in several fixed orders,
//! each in the best of its candidate places that touches nothing; whatever finds no place keeps its
//! number. The order that leaves the fewest numbers wins, then the calmest. All of it is measured
//! from the middle of the disc, so the scene can be made just high enough afterwards.

use std::f64::consts::TAU;

use super::geometry::{Point, Rect};
use super::measure::TextMeasure;
use super::scene::Anchor;
use super::wrap::{Block, line_width, wraps};

/// The smallest radius of a wheel with labels, as a share of the width.
const MIN_RADIUS: f64 = 0.33;
/// The largest radius of a wheel with labels, as a share of the width.
const MAX_RADIUS: f64 = 0.42;
/// Free space between the rim and a label, CSS pixels.
const RIM_GAP: f64 = 7.0;
/// Free space between two labels, CSS pixels.
const LABEL_GAP: f64 = 4.0;
/// Free space at the edges of the scene, CSS pixels.
const EDGE: f64 = 2.0;
/// Line height as a multiple of the font size.
const LEADING: f64 = 1.18;
/// Cost of a number: more than any set of places can cost.
const NUMBER_COST: f64 = 1e6;

/// A label of a wheel: the full name, or the spoke's number (counted from 1) where it does not fit.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedLabel {
    /// The spoke it belongs to, counted from 0.
    pub spoke: usize,
    /// What is drawn, from top to bottom: up to three lines of the name, or the number.
    pub lines: Vec<String>,
    /// Whether it is the number.
    pub numbered: bool,
    /// The room it takes, CSS pixels of the scene; wide enough for bold.
    pub rect: Rect,
    /// The side on which its lines are aligned.
    pub anchor: Anchor,
    /// Font size, CSS pixels.
    pub size: f64,
}

impl PlacedLabel {
    /// Distance between two lines, CSS pixels.
    pub(super) fn leading(&self) -> f64 {
        self.size * LEADING
    }

    /// Becomes the number, within the room the name had and next to the rim.
    pub(super) fn demote(&mut self, centre: Point, measure: &dyn TextMeasure) {
        let (width, height) = number_box(self.spoke, self.size, measure);
        let near = self.rect.nearest(centre);
        let x = (near.x - width / 2.0).min(self.rect.right() - width).max(self.rect.x);
        let y = (near.y - height / 2.0).min(self.rect.bottom() - height).max(self.rect.y);
        self.rect = Rect { x, y, width, height };
        self.lines = vec![number(self.spoke)];
        self.numbered = true;
        self.anchor = Anchor::Middle;
    }
}

/// The outcome of a layout; boxes are measured from the middle of the disc.
pub(super) struct Layout {
    pub radius: f64,
    pub labels: Vec<PlacedLabel>,
}

/// The text a numbered spoke shows.
fn number(spoke: usize) -> String {
    (spoke + 1).to_string()
}

fn number_box(spoke: usize, size: f64, measure: &dyn TextMeasure) -> (f64, f64) {
    let width = line_width(&number(spoke), size, measure);
    (width, size * LEADING)
}

/// Font size of labels for a scene of this width, CSS pixels.
pub(super) fn label_size(width: f64) -> f64 {
    (11.5 + (width - 320.0) / 80.0).clamp(11.5, 13.0)
}

/// Finds the places of all labels and the largest radius that costs no name.
pub(super) fn lay_out(names: &[String], width: f64, measure: &dyn TextMeasure) -> Layout {
    let size = label_size(width);
    let blocks: Vec<Vec<Block>> = names.iter().map(|name| wraps(name, size, measure)).collect();
    let mut best: Option<(usize, Layout)> = None;
    for percent in 0..=9 {
        let radius = width * (MAX_RADIUS - 0.01 * f64::from(percent)).max(MIN_RADIUS);
        let ring = Ring { radius, width, size, spokes: names.len() };
        let labels = ring.place_all(&blocks, measure);
        let numbers = labels.iter().filter(|label| label.numbered).count();
        if best.as_ref().is_none_or(|(least, _)| numbers < *least) {
            best = Some((numbers, Layout { radius, labels }));
        }
        if numbers == 0 {
            break;
        }
    }
    best.map_or_else(|| Layout { radius: width * MAX_RADIUS, labels: Vec::new() }, |(_, layout)| layout)
}

/// A place a name could take.
#[derive(Clone)]
struct Candidate {
    rect: Rect,
    lines: Vec<String>,
    anchor: Anchor,
    /// How far from ideal, 0 upwards.
    cost: f64,
}

/// The circle around which labels are placed.
struct Ring {
    radius: f64,
    width: f64,
    size: f64,
    spokes: usize,
}

impl Ring {
    /// Places every label: the best outcome over the fixed orders.
    fn place_all(&self, blocks: &[Vec<Block>], measure: &dyn TextMeasure) -> Vec<PlacedLabel> {
        let numbers: Vec<PlacedLabel> = (0..self.spokes).map(|spoke| self.numbered(spoke, measure)).collect();
        let candidates: Vec<Vec<Candidate>> =
            blocks.iter().enumerate().map(|(spoke, ways)| self.candidates(spoke, ways, measure)).collect();
        let mut best: Option<(f64, Vec<PlacedLabel>)> = None;
        for order in self.orders(&candidates) {
            let (cost, labels) = Self::place_in(&order, &numbers, &candidates);
            if best.as_ref().is_none_or(|(least, _)| cost < *least - 1e-9) {
                best = Some((cost, labels));
            }
        }
        let labels = best.map_or(numbers, |(_, labels)| labels);
        thinned(labels)
    }

    /// The orders in which names are tried: those with fewest places first, from the sides to the
    /// top and bottom, the other way round, and once around in both directions.
    fn orders(&self, candidates: &[Vec<Candidate>]) -> Vec<Vec<usize>> {
        let around: Vec<usize> = (0..self.spokes).collect();
        let back: Vec<usize> = around.iter().rev().copied().collect();
        let sideways = |spoke: &usize| {
            let sin = self.middle(*spoke).sin().abs();
            (sin * 1000.0).round() as i64
        };
        let mut inwards = around.clone();
        inwards.sort_by_key(sideways);
        let mut outwards = around.clone();
        outwards.sort_by_key(|spoke| -sideways(spoke));
        let mut scarce = around.clone();
        scarce.sort_by_key(|spoke| candidates.get(*spoke).map_or(0, Vec::len));
        vec![outwards, inwards, scarce, around, back]
    }

    /// Tries the names in one order; a second round catches those that only needed a neighbour's
    /// number out of the way.
    fn place_in(order: &[usize], numbers: &[PlacedLabel], candidates: &[Vec<Candidate>]) -> (f64, Vec<PlacedLabel>) {
        let mut labels = numbers.to_vec();
        let mut costs = vec![NUMBER_COST; labels.len()];
        for _ in 0..2 {
            for &spoke in order {
                if labels.get(spoke).is_none_or(|label| !label.numbered) {
                    continue;
                }
                let free = candidates.get(spoke).and_then(|places| {
                    places.iter().find(|place| {
                        labels.iter().all(|other| other.spoke == spoke || !place.rect.overlaps(&other.rect, LABEL_GAP))
                    })
                });
                if let (Some(place), Some(label), Some(cost)) = (free, labels.get_mut(spoke), costs.get_mut(spoke)) {
                    label.lines.clone_from(&place.lines);
                    label.rect = place.rect;
                    label.anchor = place.anchor;
                    label.numbered = false;
                    *cost = place.cost;
                }
            }
        }
        (costs.iter().sum(), labels)
    }

    /// The number of a spoke, in the middle of its segment just outside the rim.
    fn numbered(&self, spoke: usize, measure: &dyn TextMeasure) -> PlacedLabel {
        let (width, height) = number_box(spoke, self.size, measure);
        let rect = self.pushed_out(self.middle(spoke), (width, height), (0.0, 0.0));
        PlacedLabel { spoke, lines: vec![number(spoke)], numbered: true, rect, anchor: Anchor::Middle, size: self.size }
    }

    /// Every place a name could take inside the scene, the best first.
    fn candidates(&self, spoke: usize, blocks: &[Block], measure: &dyn TextMeasure) -> Vec<Candidate> {
        const HOLDS: [f64; 5] = [-1.0, -0.5, 0.0, 0.5, 1.0];
        const SWINGS: [f64; 9] = [0.0, 0.2, -0.2, 0.4, -0.4, 0.6, -0.6, 0.8, -0.8];
        let least = number_box(spoke, self.size, measure).0;
        let mut found = Vec::new();
        for block in blocks {
            let height = block.lines.len() as f64 * self.size * LEADING;
            let size = (block.width.max(least), height);
            for swing in SWINGS {
                for across in HOLDS {
                    for along in HOLDS {
                        found.extend(self.candidate(spoke, block, size, swing, (across, along)));
                    }
                }
            }
        }
        found.sort_by(|a, b| a.cost.total_cmp(&b.cost));
        found
    }

    /// One place: `swing` moves the contact along the segment's arc, −1 to 1; `hold` says where on
    /// the box the contact is.
    fn candidate(
        &self,
        spoke: usize,
        block: &Block,
        size: (f64, f64),
        swing: f64,
        hold: (f64, f64),
    ) -> Option<Candidate> {
        let half = (TAU / self.spokes.max(1) as f64 / 2.0).min(0.7);
        let angle = self.middle(spoke) + swing * half;
        let (ux, uy) = (angle.sin(), -angle.cos());
        // A box held on the wrong side would lie across the disc.
        if hold.0 * ux < -0.01 || hold.1 * uy < -0.01 {
            return None;
        }
        let rect = self.pushed_out(angle, size, hold);
        let room = self.width / 2.0 - EDGE;
        let rise = self.radius + RIM_GAP + 3.2 * self.size * LEADING;
        if rect.x < -room || rect.right() > room || rect.y < -rise || rect.bottom() > rise {
            return None;
        }
        let near = rect.nearest(Point::default());
        let lean = near.x.atan2(-near.y) - self.middle(spoke);
        let lean = (lean + TAU / 2.0).rem_euclid(TAU) - TAU / 2.0;
        if lean.abs() > half {
            return None;
        }
        let push = near.x.hypot(near.y) - self.radius - RIM_GAP;
        let ideal = ((ux * 1.8).clamp(-1.0, 1.0), (uy * 1.15).clamp(-1.0, 1.0));
        let tall = (rect.bottom().max(-rect.y) - self.radius - 2.0 * self.size).max(0.0);
        let cost = 2.2 * (lean / half).abs()
            + push / 6.0
            + (hold.0 - ideal.0).abs()
            + 0.7 * (hold.1 - ideal.1).abs()
            + 0.45 * (block.lines.len() as f64 - 1.0)
            + tall / 14.0;
        let anchor = if ux > 0.3 {
            Anchor::Start
        } else if ux < -0.3 {
            Anchor::End
        } else {
            Anchor::Middle
        };
        Some(Candidate { rect, lines: block.lines.clone(), anchor, cost })
    }

    /// A box held at a point in some direction and moved out until it is clear of the rim.
    fn pushed_out(&self, angle: f64, size: (f64, f64), hold: (f64, f64)) -> Rect {
        let clear = self.radius + RIM_GAP;
        let middle = Point::default();
        let at = |distance: f64| {
            let centre = middle.polar(distance, angle).shifted(hold.0 * size.0 / 2.0, hold.1 * size.1 / 2.0);
            Rect::around(centre, size.0, size.1)
        };
        let mut near = clear;
        let mut far = clear + size.0 + size.1;
        // Halving finds the edge to a fraction of a pixel; `far` is clear throughout.
        for _ in 0..12 {
            let half = f64::midpoint(near, far);
            let gap = at(half).nearest(middle).distance(middle);
            if gap < clear { near = half } else { far = half }
        }
        at(far)
    }

    fn middle(&self, spoke: usize) -> f64 {
        (spoke as f64 + 0.5) * TAU / self.spokes.max(1) as f64
    }
}

/// Leaves out numbers that would touch each other: only with far more spokes than a wheel is for.
fn thinned(labels: Vec<PlacedLabel>) -> Vec<PlacedLabel> {
    let mut kept: Vec<PlacedLabel> = Vec::new();
    for label in labels {
        if kept.iter().all(|other| !label.rect.overlaps(&other.rect, 0.0)) {
            kept.push(label);
        }
    }
    kept
}
