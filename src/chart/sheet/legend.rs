//! What the marks mean: drawn as in the figure that they explain.

use super::entries::{Entry, Field};
use super::page::Page;
use super::spec::{RowPicture, SheetSpec};
use super::type_set::{LEGEND, TypeSet};
use super::{MARGIN, ROOM};
use crate::chart::geometry::{Point, Wedge, arc};
use crate::chart::marks::{area, band, blank, dashed, does_not_apply, dotted, mark, outline, solid};
use crate::chart::reading::LayerStyle;
use crate::chart::scene::{Anchor, Ink, Scene};
use crate::chart::timeline::sample;
use crate::chart::wheel::WheelKind;

/// Width of a sign in the legend, CSS pixels.
const SIGN: f64 = 32.0;
/// From the middle of a sign to the middle of the wheel that it would be a piece of, CSS pixels.
const AWAY: f64 = 60.0;
/// Half the angle of a sign at that middle.
const HALF: f64 = 0.22;

/// What a legend explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LegendMark {
    /// A layer.
    Layer(LayerStyle),
    /// What is not rated yet.
    Blank,
    /// What does not apply.
    NotApplicable,
    /// About as much as ratings move by themselves.
    Band,
}

/// How layers are drawn on a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// As solid wedges, with marks over them.
    Solid,
    /// Over one another.
    Overlay,
    /// As lines over time.
    Lines,
    /// As marks alone.
    Marks,
}

impl Manner {
    pub fn of(spec: &SheetSpec) -> Self {
        let lines = || spec.groups.iter().flat_map(|group| group.heading.iter().chain(&group.rows));
        match &spec.figure {
            Some(figure) if figure.kind == WheelKind::Overlay => Self::Overlay,
            Some(_) => Self::Solid,
            None if lines().any(|row| matches!(row.picture, Some(RowPicture::Timeline(_)))) => Self::Lines,
            None => Self::Marks,
        }
    }
}

impl Page<'_> {
    /// The legend: in the middle below a wheel, or at the left.
    pub fn legend(&mut self, legend: &[(LegendMark, String)], manner: Manner) {
        if legend.iter().all(|(_, words)| words.trim().is_empty()) {
            return;
        }
        let wheel = matches!(manner, Manner::Solid | Manner::Overlay);
        let anchor = if wheel { Anchor::Middle } else { Anchor::Start };
        self.gap(22.0);
        let field =
            Field { x: MARGIN, y: self.y, room: ROOM, sign: SIGN, beside: 7.0, between: 30.0, below: 4.0, anchor };
        let entry = |(mark, words): &(LegendMark, String)| Entry {
            sign: Some(*mark),
            words: TypeSet::new(words, LEGEND, field.words(), self.measure),
        };
        let entries = legend.iter().map(entry).collect();
        let draw = |scene: &mut Scene, mark: &LegendMark, at: Point| sign(scene, *mark, manner, at);
        self.y += field.draw(&mut self.scene, entries, draw);
    }
}

fn sign(scene: &mut Scene, what: LegendMark, manner: Manner, at: Point) {
    match (what, manner) {
        (LegendMark::Blank, _) => blank(scene, &cell(at, 0.1, 7.0)),
        (LegendMark::NotApplicable, _) => does_not_apply(scene, at),
        (LegendMark::Band, _) => band(scene, &cell(at, HALF, 6.0)),
        (LegendMark::Layer(LayerStyle::Now), Manner::Solid) => {
            let piece = cell(at, HALF, 8.0);
            solid(scene, &piece, Ink::Now, &[(AWAY - 2.7, 0.8), (AWAY + 2.7, 0.8)]);
        }
        (LegendMark::Layer(style), Manner::Overlay) => over(scene, style, at),
        (LegendMark::Layer(style), Manner::Lines) => sample(scene, style, at, SIGN / 2.0 - 6.0),
        (LegendMark::Layer(style), Manner::Solid | Manner::Marks) => mark(scene, style, at, 1.0),
    }
}

/// A layer as it is drawn over others.
fn over(scene: &mut Scene, style: LayerStyle, at: Point) {
    // What lies below a mark belongs to the sign as well.
    let at = if style == LayerStyle::Now { at.shifted(0.0, -4.0) } else { at };
    let line = arc(at.shifted(0.0, AWAY), AWAY, -HALF, HALF);
    match style {
        LayerStyle::Then => dashed(scene, &line),
        LayerStyle::Now => {
            let piece = cell(at.shifted(0.0, 6.0), HALF, 6.0);
            area(scene, &piece);
            outline(scene, &piece);
        }
        LayerStyle::Back => dotted(scene, &line),
        LayerStyle::Needed | LayerStyle::Other => {}
    }
    mark(scene, style, at, 1.0);
}

/// A piece of a wheel around a place, with half its depth.
fn cell(at: Point, half: f64, depth: f64) -> Wedge {
    Wedge { centre: at.shifted(0.0, AWAY), inner: AWAY - depth, outer: AWAY + depth, from: -half, to: half }
}
