//! The numbers beside the first and the last rating on a line over time.

use super::geometry::{Point, Rect};
use super::measure::TextMeasure;
use super::reading::{LayerStyle, Reading};
use super::scene::{Anchor, Ink};
use super::time_plot::{Placed, Plot};
use crate::analysis::rounded;

/// Font size of the numbers, CSS pixels.
pub(super) const NUMERAL: f64 = 11.0;
/// Height of a digit's box, CSS pixels.
const HEIGHT: f64 = 10.0;
/// Free space between a number and its mark, CSS pixels.
const GAP: f64 = 2.0;

/// A number to write.
pub(super) struct Numeral {
    pub at: Point,
    pub text: String,
    pub anchor: Anchor,
    pub size: f64,
    pub fill: Ink,
}

/// The numbers of the last and, where it hides nothing, of the first of one's own ratings.
pub(super) fn numerals(
    plot: &Plot,
    placed: &[Placed],
    lines: &[Vec<Point>],
    measure: &dyn TextMeasure,
) -> Vec<Numeral> {
    let own = || placed.iter().filter(|placed| placed.point.style == LayerStyle::Now);
    let first = own().next().filter(|_| own().count() > 1);
    let mut blocked: Vec<Rect> = placed.iter().map(Placed::rect).collect();
    let mut numerals = Vec::new();
    for (of, fill) in [(own().next_back(), Ink::Ink), (first, Ink::Soft)] {
        let Some(of) = of else { continue };
        let text = written(of.point.reading);
        let rect = place(plot, of, measure.width(&text, NUMERAL, true), &blocked, lines);
        // Where all is crowded, the number of the last one is enough.
        if !numerals.is_empty() && blocked.iter().any(|other| rect.overlaps(other, 0.0)) {
            continue;
        }
        blocked.push(rect);
        numerals.push(Numeral { at: rect.centre(), text, anchor: Anchor::Middle, size: NUMERAL, fill });
    }
    numerals
}

fn written(reading: Reading) -> String {
    match reading {
        Reading::Value(value) => value.to_string(),
        reading => reading.value().map_or_else(String::new, |mean| rounded(mean, 1)),
    }
}

/// The place around a mark where a number hides least: beside it, above, below.
fn place(plot: &Plot, of: &Placed, width: f64, blocked: &[Rect], lines: &[Vec<Point>]) -> Rect {
    let (aside, up) = (of.reach() + GAP + width / 2.0, of.reach() + GAP + HEIGHT / 2.0);
    let half = aside / 2.0;
    let places =
        [(aside, 0.0), (0.0, -up), (0.0, up), (-half, -up), (half, -up), (-half, up), (half, up), (-aside, 0.0)];
    let field = plot.field();
    let inside = |rect: &Rect| rect.x >= field.x && rect.right() <= field.right() && rect.bottom() < field.bottom();
    let hidden = |rect: &Rect| {
        let marks = blocked.iter().filter(|other| rect.overlaps(other, 0.0)).count();
        let crossed: usize = lines.iter().flat_map(|line| line.windows(2)).map(|piece| within(piece, rect)).sum();
        20 * marks + crossed
    };
    let rects = places.map(|(dx, dy)| Rect::around(of.at.shifted(dx, dy), width, HEIGHT));
    let best = rects.into_iter().filter(inside).min_by_key(hidden);
    best.unwrap_or_else(|| Rect::around(of.at.shifted(0.0, -up), width, HEIGHT))
}

/// About how much of a straight line lies in a box, in steps of two pixels.
fn within(line: &[Point], rect: &Rect) -> usize {
    let [from, to] = line else { return 0 };
    let steps = (from.distance(*to) / 2.0).ceil().max(1.0);
    let at = |step: u32| {
        let share = f64::from(step) / steps;
        from.shifted((to.x - from.x) * share, (to.y - from.y) * share)
    };
    (0..=steps as u32).map(at).filter(|place| rect.nearest(*place).distance(*place) < 1.5).count()
}
