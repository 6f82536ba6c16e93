//! A whole picture for somebody who does not have the app: title, figure, legend, and every word in full.

mod entries;
mod legend;
mod page;
mod rows;
mod said;
mod spec;
mod type_set;

pub use legend::LegendMark;
pub use spec::{RowPicture, SheetGroup, SheetRow, SheetSpec, SheetValue};

use super::measure::TextMeasure;
use super::scene::{Anchor, Ink, Scene};
use super::wheel::{WheelSpec, wheel};
use legend::Manner;
use page::Page;
use type_set::{BYLINE, NOTE, TITLE, TypeSet};

/// Width of a sheet, CSS pixels.
pub const SHEET_WIDTH: f64 = 800.0;
/// Free space at its edges.
const MARGIN: f64 = 56.0;
/// Width of what stands on it.
const ROOM: f64 = SHEET_WIDTH - 2.0 * MARGIN;
/// Width of the wheel with its labels.
const FIGURE: f64 = 660.0;
/// The most pixels that every phone's canvas holds (an iPhone's: 4096 × 4096).
const CANVAS_MAX: f64 = 16_777_216.0;

/// Draws a sheet on its own ground: [`SHEET_WIDTH`] wide, as high as it needs. Everything that is handed in is written
/// in full. For a document `measure` is [`WidthTable`](super::WidthTable), since it is not known which fonts it will
/// meet; for pixels it is that of the device that paints them. Same input, same picture.
pub fn sheet(spec: &SheetSpec, measure: &dyn TextMeasure) -> Scene {
    let mut page = Page::new(measure);
    page.head(&spec.title, &spec.byline);
    if let Some(figure) = &spec.figure {
        page.figure(figure);
    }
    page.legend(&spec.legend, Manner::of(spec));
    page.groups(&spec.groups);
    page.note(&spec.note);
    page.scene.height = (page.y + MARGIN).ceil();
    page.scene.on_ground(Ink::Paper)
}

/// How many pixels to a CSS pixel `scene` can be painted with on any phone: as many as are `wanted`, or fewer where a
/// canvas would not hold them. 0 where it does not even hold one: such a picture is for a document.
pub fn canvas_scale(scene: &Scene, wanted: u32) -> u32 {
    let fits = |scale: &u32| {
        let side = |length: f64| (length * f64::from(*scale)).ceil();
        side(scene.width) * side(scene.height) <= CANVAS_MAX
    };
    (1..=wanted).rev().find(fits).unwrap_or(0)
}

impl Page<'_> {
    fn head(&mut self, title: &str, byline: &[String]) {
        let title = TypeSet::new(title, TITLE, ROOM, self.measure);
        self.write(&title, MARGIN, Anchor::Start);
        self.gap(6.0);
        for line in byline {
            let line = TypeSet::new(line, BYLINE, ROOM, self.measure);
            self.write(&line, MARGIN, Anchor::Start);
        }
    }

    fn figure(&mut self, figure: &WheelSpec) {
        self.gap(26.0);
        let wheel = wheel(&WheelSpec { width: FIGURE, selected: None, ..figure.clone() }, self.measure);
        self.draw(wheel.scene, (SHEET_WIDTH - FIGURE) / 2.0);
    }

    fn note(&mut self, note: &str) {
        let note = TypeSet::new(note, NOTE, ROOM, self.measure);
        if !note.is_empty() {
            self.gap(36.0);
            self.write(&note, MARGIN, Anchor::Start);
        }
    }
}
