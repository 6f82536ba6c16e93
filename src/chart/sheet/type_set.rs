//! Text on a sheet: how it is set, and the room it takes.

use crate::chart::fill::{Face, balanced};
use crate::chart::geometry::Point;
use crate::chart::measure::TextMeasure;
use crate::chart::scene::{Anchor, Ink, Scene, Shape};

/// A way of setting text.
#[derive(Clone, Copy)]
pub(super) struct Type {
    face: Face,
    /// Distance between two lines, CSS pixels.
    leading: f64,
    fill: Ink,
}

const fn of(size: f64, bold: bool, leading: f64, fill: Ink) -> Type {
    Type { face: Face { size, bold }, leading, fill }
}

/// What the sheet is called.
pub(super) const TITLE: Type = of(30.0, true, 37.0, Ink::Ink);
/// Who and when.
pub(super) const BYLINE: Type = of(14.5, false, 21.0, Ink::Soft);
/// What the marks mean.
pub(super) const LEGEND: Type = of(13.5, false, 20.0, Ink::Ink);
/// What stands above rows.
pub(super) const HEADING: Type = of(17.0, true, 20.0, Ink::Ink);
/// An attribute.
pub(super) const ATTRIBUTE: Type = of(14.5, true, 20.0, Ink::Ink);
/// A statement.
pub(super) const STATEMENT: Type = of(14.5, false, 20.0, Ink::Ink);
/// An opposite, and words in the place of a number.
pub(super) const QUIET: Type = of(13.5, false, 20.0, Ink::Soft);
/// A number that stands alone.
pub(super) const VALUE: Type = of(17.0, true, 20.0, Ink::Ink);
/// A number beside others.
pub(super) const SMALL_VALUE: Type = of(13.5, true, 20.0, Ink::Ink);
/// The numbers of the ends of a scale.
pub(super) const END: Type = of(10.5, false, 20.0, Ink::Soft);
/// What keeps from misreading, and what stands at the foot.
pub(super) const NOTE: Type = of(12.5, false, 18.0, Ink::Soft);

/// A text broken into lines.
pub(super) struct TypeSet {
    lines: Vec<String>,
    /// Whether they run from right to left.
    leftwards: bool,
    set: Type,
    /// Width of the widest line, CSS pixels.
    pub width: f64,
}

impl TypeSet {
    /// Set on lines no wider than `room`, and about equally wide.
    pub fn new(text: &str, set: Type, room: f64, measure: &dyn TextMeasure) -> Self {
        let lines = balanced(text, set.face, room, measure);
        let width = lines.iter().map(|line| measure.width(line, set.face.size, set.face.bold)).fold(0.0, f64::max);
        Self { lines, leftwards: runs_leftwards(text), set, width }
    }

    /// Distance between two lines, CSS pixels.
    pub fn leading(&self) -> f64 {
        self.set.leading
    }

    /// Whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Height of all lines, CSS pixels.
    pub fn height(&self) -> f64 {
        self.lines.len() as f64 * self.set.leading
    }

    /// Writes it with its top at a place, where the anchor of each line stands. Lines that run from right to left begin at
    /// the right of the room that they take.
    pub fn write(&self, scene: &mut Scene, top: Point, anchor: Anchor) {
        let Type { face, leading, fill } = self.set;
        let (aside, anchor) = match anchor {
            Anchor::Start if self.leftwards => (self.width, Anchor::End),
            _ => (0.0, anchor),
        };
        for (line, text) in self.lines.iter().enumerate() {
            let at = top.shifted(aside, (line as f64 + 0.5) * leading);
            // A picture's lines run to the right, and so would the full stop at the end of one that does not.
            let text = if self.leftwards { ["\u{2067}", text, "\u{2069}"].concat() } else { text.clone() };
            let (size, bold) = (face.size, face.bold);
            scene.shapes.push(Shape::Text { at, text, anchor, size, bold, fill });
        }
    }
}

/// Whether a text runs from right to left: its first letter says so.
fn runs_leftwards(text: &str) -> bool {
    let leftwards = |sign: char| matches!(u32::from(sign), 0x590..=0x8FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFC);
    text.chars().find(|sign| sign.is_alphabetic()).is_some_and(leftwards)
}
