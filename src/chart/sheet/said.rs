//! What was said of an item: as a picture where there is one, and in values.

use super::entries::{Entry, Field};
use super::page::Page;
use super::spec::{RowPicture, SheetRow, SheetValue};
use super::type_set::{END, QUIET, SMALL_VALUE, Type, TypeSet, VALUE};
use crate::chart::dumbbell::{self, DumbbellSpec, dumbbell};
use crate::chart::geometry::Point;
use crate::chart::marks::mark;
use crate::chart::reading::LayerStyle;
use crate::chart::scene::{Anchor, Scene};
use crate::chart::timeline::{TimelineSpec, timeline};

/// Width of a scale between two poles, CSS pixels.
pub(super) const BETWEEN_POLES: f64 = 236.0;
/// Half the height of a line of words, which the line of a scale is level with.
const HALF_LINE: f64 = 10.0;
/// From the line of a scale to the top of the words below it.
const BELOW_SCALE: f64 = 12.0;
/// How much further down they are where a mark hangs below it.
const BELOW_BACK: f64 = 5.0;
/// Free space between the numbers of a scale's ends and what stands between them.
const BESIDE_ENDS: f64 = 6.0;
/// How far above the words beside it a line over time begins.
const LINE_RISE: f64 = 6.0;

/// Width of what stands beside words.
pub(super) fn width(picture: Option<&RowPicture>) -> f64 {
    match picture {
        Some(RowPicture::Dumbbell(_)) => 250.0,
        Some(RowPicture::Timeline(_)) => 350.0,
        None => 130.0,
    }
}

impl Page<'_> {
    /// Draws what was said in a room of some width. Returns its height.
    pub fn said(&mut self, row: &SheetRow, at: Point, width: f64) -> f64 {
        match &row.picture {
            Some(RowPicture::Dumbbell(spec)) => self.on_scale(&row.values, spec, at, width),
            Some(RowPicture::Timeline(spec)) => self.over_time(&row.values, spec, at, width),
            None => {
                // One's own number alone says what it is.
                let plain = |style| style == LayerStyle::Now;
                self.values(&row.values, field(at, width, Anchor::End), VALUE, plain)
            }
        }
    }

    /// A scale with its ends in numbers, and between them what is marked on it.
    fn on_scale(&mut self, values: &[SheetValue], spec: &DumbbellSpec, at: Point, width: f64) -> f64 {
        let picture = dumbbell(&DumbbellSpec { width, ..spec.clone() }).scene;
        self.scene.place(picture, at.shifted(0.0, HALF_LINE - dumbbell::LINE_Y));
        let back = spec.marks.iter().any(|(style, reading)| *style == LayerStyle::Back && reading.value().is_some());
        let drop = HALF_LINE + BELOW_SCALE + if back { BELOW_BACK } else { 0.0 };
        let below = at.shifted(0.0, drop);
        let mut widest: f64 = 0.0;
        for (end, x) in
            [(spec.scale.min, dumbbell::MARGIN), (spec.scale.value(spec.scale.steps()), width - dumbbell::MARGIN)]
        {
            let end = TypeSet::new(&end.to_string(), END, width, self.measure);
            end.write(&mut self.scene, below.shifted(x, 0.0), Anchor::Middle);
            widest = widest.max(end.width);
        }
        let inset = dumbbell::MARGIN + widest / 2.0 + BESIDE_ENDS;
        let between = field(below.shifted(inset, 0.0), width - 2.0 * inset, Anchor::Middle);
        drop + self.values(values, between, SMALL_VALUE, |_| false).max(2.0 * HALF_LINE)
    }

    fn over_time(&mut self, values: &[SheetValue], spec: &TimelineSpec, at: Point, width: f64) -> f64 {
        let picture = timeline(&TimelineSpec { width, ..spec.clone() }, self.measure).scene;
        let drop = picture.height - LINE_RISE;
        self.scene.place(picture, at.shifted(0.0, -LINE_RISE));
        drop + self.values(values, field(at.shifted(0.0, drop), width, Anchor::Middle), SMALL_VALUE, |_| false)
    }

    /// Values with the marks of those that are not `plain`. Returns their height.
    fn values(&mut self, values: &[SheetValue], field: Field, set: Type, plain: impl Fn(LayerStyle) -> bool) -> f64 {
        let entry = |value: &SheetValue| {
            let sign = (!plain(value.style)).then_some(value.style);
            let room = if sign.is_some() { field.words() } else { field.room };
            Entry { sign, words: TypeSet::new(&value.words, if value.rated { set } else { QUIET }, room, self.measure) }
        };
        let entries = values.iter().map(entry).collect();
        field.draw(&mut self.scene, entries, |scene: &mut Scene, style, at| small_mark(scene, *style, at))
    }
}

fn field(at: Point, room: f64, anchor: Anchor) -> Field {
    Field { x: at.x, y: at.y, room, sign: 12.0, beside: 4.0, between: 12.0, below: 0.0, anchor }
}

/// A mark as high as the words beside it.
fn small_mark(scene: &mut Scene, style: LayerStyle, at: Point) {
    let scale = match style {
        LayerStyle::Now => 1.4,
        LayerStyle::Other => 1.0,
        LayerStyle::Then | LayerStyle::Needed | LayerStyle::Back => 0.8,
    };
    mark(scene, style, at, scale);
}
