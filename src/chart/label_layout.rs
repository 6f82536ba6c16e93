//! Where the names stand around a wheel.
//!
//! Every spoke first has a number, which always fits. Then names are tried in several fixed orders,
//! each in the best of its candidate places that touches nothing; whatever finds no place keeps its
//! number. The order that leaves the fewest numbers wins, then the calmest. All of it is measured
//! from the middle of the disc, so the scene can be made just high enough afterwards.

use super::geometry::{Point, Rect};
use super::label_places::{Candidate, Ring};
use super::measure::TextMeasure;
use super::scene::Anchor;
use super::wrap::{Block, line_width, wraps};

/// The radii that are tried, as shares of the width: the largest that costs no name is taken.
const RADII: [f64; 7] = [0.42, 0.4, 0.38, 0.365, 0.35, 0.34, 0.33];
/// Free space between two labels, CSS pixels.
const LABEL_GAP: f64 = 4.0;
/// Line height as a multiple of the font size.
pub(super) const LEADING: f64 = 1.18;
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
#[derive(Default)]
pub(super) struct Layout {
    pub radius: f64,
    pub labels: Vec<PlacedLabel>,
}

/// The text a numbered spoke shows.
pub(super) fn number(spoke: usize) -> String {
    (spoke + 1).to_string()
}

pub(super) fn number_box(spoke: usize, size: f64, measure: &dyn TextMeasure) -> (f64, f64) {
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
    let radius_max = Ring::radius_max(width, size, names.len(), measure);
    let mut best: Option<(usize, Layout)> = None;
    for share in RADII {
        let radius = radius_max.min(width * share);
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
    best.map(|(_, layout)| layout).unwrap_or_default()
}

impl Ring {
    /// Places every label: the best outcome over the fixed orders.
    fn place_all(&self, blocks: &[Vec<Block>], measure: &dyn TextMeasure) -> Vec<PlacedLabel> {
        let mut labels: Vec<PlacedLabel> = (0..self.spokes).map(|spoke| self.numbered(spoke, measure)).collect();
        let candidates: Vec<Vec<Candidate>> =
            blocks.iter().enumerate().map(|(spoke, ways)| self.candidates(spoke, ways, measure)).collect();
        let numbers: Vec<Rect> = labels.iter().map(|label| label.rect).collect();
        let best = self
            .orders(&candidates)
            .iter()
            .map(|order| place_in(order, &numbers, &candidates))
            .min_by(|one, other| one.cost.total_cmp(&other.cost));
        for (label, place) in labels.iter_mut().zip(best.map_or(vec![], |it| it.places)) {
            let block = |place: &Candidate| blocks.get(label.spoke)?.get(place.block);
            if let Some((place, block)) = place.and_then(|place| Some((place, block(&place)?))) {
                label.lines.clone_from(&block.lines);
                label.rect = place.rect;
                label.anchor = place.anchor;
                label.numbered = false;
            }
        }
        thinned(labels)
    }

    /// The orders in which names are tried: those with fewest places first, from the sides to the
    /// top and bottom, the other way round, and once around in both directions.
    fn orders(&self, candidates: &[Vec<Candidate>]) -> Vec<Vec<usize>> {
        let around: Vec<usize> = (0..self.spokes).collect();
        let back: Vec<usize> = around.iter().rev().copied().collect();
        let sideways = |spoke: usize| {
            let sin = self.middle(spoke).sin().abs();
            (sin * 1000.0).round() as i64
        };
        let inwards = sorted(&around, &sideways);
        let outwards = sorted(&around, &|spoke| -sideways(spoke));
        let scarce = sorted(&around, &|spoke| {
            candidates.get(spoke).map_or(0, |places| i64::try_from(places.len()).unwrap_or(i64::MAX))
        });
        vec![outwards, inwards, scarce, around, back]
    }
}

/// The spokes by their key; equal ones stay in their order.
fn sorted(spokes: &[usize], key: &dyn Fn(usize) -> i64) -> Vec<usize> {
    let mut sorted = spokes.to_vec();
    sorted.sort_by_key(|spoke| key(*spoke));
    sorted
}

/// What one order of trying came to.
struct Outcome {
    cost: f64,
    /// The place of each name; none where the number stays.
    places: Vec<Option<Candidate>>,
}

/// Tries the names in one order. Later rounds catch those that only needed a neighbour out of the
/// way, and calm those that have room for a better place by then.
fn place_in(order: &[usize], numbers: &[Rect], candidates: &[Vec<Candidate>]) -> Outcome {
    let mut taken = numbers.to_vec();
    let mut places: Vec<Option<Candidate>> = vec![None; numbers.len()];
    for _ in 0..3 {
        for &spoke in order {
            let ways = candidates.get(spoke).map_or(&[][..], Vec::as_slice);
            let limit = places.get(spoke).copied().flatten();
            let limit = limit.map_or(NUMBER_COST, |place| place.cost);
            let free = |place: &&Candidate| {
                let mut others = taken.iter().enumerate();
                others.all(|(other, rect)| other == spoke || !place.rect.overlaps(rect, LABEL_GAP))
            };
            let better = ways.iter().take_while(|place| place.cost < limit).find(free);
            if let (Some(better), Some(rect), Some(place)) =
                (better.copied(), taken.get_mut(spoke), places.get_mut(spoke))
            {
                *rect = better.rect;
                *place = Some(better);
            }
        }
    }
    let cost = places.iter().map(|place| place.map_or(NUMBER_COST, |place| place.cost)).sum();
    Outcome { cost, places }
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
