//! Words with a sign before each, one after the other on as few lines as they fit on.

use super::type_set::TypeSet;
use crate::chart::geometry::Point;
use crate::chart::scene::{Anchor, Scene};

/// A sign with words.
pub(super) struct Entry<S> {
    /// The sign, if any.
    pub sign: Option<S>,
    /// The words.
    pub words: TypeSet,
}

/// Where entries stand, CSS pixels.
#[derive(Clone, Copy)]
pub(super) struct Field {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub room: f64,
    /// Width of a sign.
    pub sign: f64,
    /// Free space between a sign and its words.
    pub beside: f64,
    /// Free space between two entries.
    pub between: f64,
    /// Free space between two lines.
    pub below: f64,
    /// The side on which lines are aligned.
    pub anchor: Anchor,
}

impl Field {
    /// The room that words have beside a sign.
    pub fn words(&self) -> f64 {
        self.room - self.sign - self.beside
    }

    fn width<S>(&self, entry: &Entry<S>) -> f64 {
        entry.words.width + if entry.sign.is_some() { self.sign + self.beside } else { 0.0 }
    }

    fn width_of<S>(&self, line: &[Entry<S>]) -> f64 {
        let widths: f64 = line.iter().map(|entry| self.width(entry)).sum();
        widths + self.between * line.len().saturating_sub(1) as f64
    }

    /// The entries that say something, line by line.
    fn lines<S>(&self, entries: Vec<Entry<S>>) -> Vec<Vec<Entry<S>>> {
        let mut lines: Vec<Vec<Entry<S>>> = Vec::new();
        for entry in entries.into_iter().filter(|entry| !entry.words.is_empty()) {
            match lines.last_mut() {
                Some(line) if self.width_of(line) + self.between + self.width(&entry) <= self.room => line.push(entry),
                _ => lines.push(vec![entry]),
            }
        }
        lines
    }

    /// Draws entries; `draw` draws a sign around a place. Returns their height.
    pub fn draw<S>(&self, scene: &mut Scene, entries: Vec<Entry<S>>, draw: impl Fn(&mut Scene, &S, Point)) -> f64 {
        let mut y = self.y;
        for line in self.lines(entries) {
            let free = self.room - self.width_of(&line);
            let mut x = self.x
                + match self.anchor {
                    Anchor::Start => 0.0,
                    Anchor::Middle => free / 2.0,
                    Anchor::End => free,
                };
            let height = line.iter().map(|entry| entry.words.height()).fold(0.0, f64::max);
            for entry in line {
                let width = self.width(&entry);
                if let Some(sign) = &entry.sign {
                    draw(scene, sign, Point { x: x + self.sign / 2.0, y: y + entry.words.leading() / 2.0 });
                }
                let (left, anchor) = match self.anchor {
                    Anchor::End => (0.0, Anchor::End),
                    _ => (entry.words.width, Anchor::Start),
                };
                entry.words.write(scene, Point { x: x + width - left, y }, anchor);
                x += width + self.between;
            }
            y += height + self.below;
        }
        (y - self.below - self.y).max(0.0)
    }
}
