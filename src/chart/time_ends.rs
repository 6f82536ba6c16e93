//! The days in words under the ends of a line over time.

use super::geometry::Point;
use super::measure::TextMeasure;
use super::scene::{Anchor, Ink, Scene, Shape};
use super::time_plot::Plot;
use super::wrap::{words, wraps};

/// Font size, CSS pixels.
const SIZE: f64 = 11.0;
/// Distance between two lines, CSS pixels.
const LEADING: f64 = 14.0;
/// Middle of the first line, CSS pixels from the top.
const FIRST: f64 = 83.0;
/// Free space between words that stand side by side, CSS pixels.
const BETWEEN: f64 = 12.0;
/// Free space at the edges of the picture, CSS pixels.
const EDGE: f64 = 1.0;

/// Writes the words: side by side where there is room, else the right ones below the left ones; once, in the middle,
/// where both are the same. Returns the height of the picture.
pub(super) fn draw_ends(scene: &mut Scene, plot: &Plot, ends: &(String, String), measure: &dyn TextMeasure) -> f64 {
    let room = scene.width - 2.0 * EDGE;
    let width = |text: &str| measure.width(text, SIZE, false);
    let (left, right) = (words(&ends.0).join(" "), words(&ends.1).join(" "));
    let (left, right) = (left.as_str(), right.as_str());
    let mut pen = Pen { scene, y: FIRST };
    if left == right {
        pen.write(left, Anchor::Middle, (EDGE, room), measure);
    } else if plot.left - EDGE + width(left) + BETWEEN + width(right) <= room {
        pen.write(left, Anchor::Start, (plot.left, room), measure);
        let below = std::mem::replace(&mut pen.y, FIRST);
        pen.write(right, Anchor::End, (EDGE, room), measure);
        pen.y = pen.y.max(below);
    } else {
        pen.write(left, Anchor::Start, (EDGE, room), measure);
        pen.write(right, Anchor::End, (EDGE, room), measure);
    }
    pen.y - LEADING / 2.0 + 2.0
}

struct Pen<'a> {
    scene: &'a mut Scene,
    /// Middle of the line to write next.
    y: f64,
}

impl Pen<'_> {
    /// Writes words on as few lines as they fit on, smaller where one word is too wide.
    fn write(&mut self, text: &str, anchor: Anchor, (from, room): (f64, f64), measure: &dyn TextMeasure) {
        let ways = wraps(text, SIZE, measure);
        let Some(block) = ways.iter().find(|block| block.width <= room).or(ways.last()) else { return };
        let x = match anchor {
            Anchor::Start => from,
            Anchor::Middle => self.scene.width / 2.0,
            Anchor::End => self.scene.width - EDGE,
        };
        let size = SIZE * (room / block.width).min(1.0);
        for line in &block.lines {
            let at = Point { x, y: self.y };
            self.scene.shapes.push(Shape::Text { at, text: line.clone(), anchor, size, bold: false, fill: Ink::Soft });
            self.y += LEADING;
        }
    }
}
