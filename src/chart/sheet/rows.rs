//! The rows of a sheet: every item in full.

use super::page::Page;
use super::said;
use super::spec::{RowPicture, SheetGroup, SheetRow};
use super::type_set::{ATTRIBUTE, HEADING, NOTE, QUIET, STATEMENT, TypeSet};
use super::{MARGIN, SHEET_WIDTH};
use crate::chart::geometry::Point;
use crate::chart::scene::{Anchor, Ink};

/// Room for the numbers, where there are any, CSS pixels.
const NUMBERS: f64 = 34.0;
/// Free space right of them.
const BESIDE_NUMBERS: f64 = 4.0;
/// Free space between columns.
const BETWEEN: f64 = 24.0;
/// Free space above and below what stands in a row.
const PAD: f64 = 13.0;
/// Free space between an attribute and its opposite below it.
const BELOW_ATTRIBUTE: f64 = 2.0;
/// Right edge of all rows.
const RIGHT: f64 = SHEET_WIDTH - MARGIN;

/// What all rows of a sheet have in common.
#[derive(Clone, Copy)]
struct Grid {
    /// Where words begin, CSS pixels.
    left: f64,
    /// Whether items have two poles.
    poles: bool,
}

impl Page<'_> {
    /// All rows.
    pub fn groups(&mut self, groups: &[SheetGroup]) {
        let rows = || groups.iter().flat_map(|group| group.heading.iter().chain(&group.rows));
        let numbers = if rows().any(|row| row.number.is_some()) { NUMBERS } else { 0.0 };
        let poles = rows().any(|row| !row.opposite.trim().is_empty());
        let grid = Grid { left: MARGIN + numbers, poles };
        for group in groups {
            self.gap(34.0);
            if let Some(heading) = &group.heading {
                self.row(heading, grid, true);
            }
            for row in &group.rows {
                self.rule(Ink::Hair);
                self.row(row, grid, false);
            }
        }
        if groups.iter().any(|group| !group.rows.is_empty()) {
            self.rule(Ink::Hair);
        }
    }

    fn row(&mut self, row: &SheetRow, grid: Grid, heading: bool) {
        self.y += PAD;
        let top = self.y;
        let number = row.number.map(|number| number.to_string()).unwrap_or_default();
        let set = if heading { HEADING } else { QUIET };
        let number = TypeSet::new(&number, set, NUMBERS - BESIDE_NUMBERS, self.measure);
        number.write(&mut self.scene, Point { x: MARGIN, y: top }, Anchor::Start);
        let height = match &row.picture {
            Some(RowPicture::Dumbbell(_)) if grid.poles && !heading => self.between_poles(row, grid),
            picture => {
                let wide = said::width(picture.as_ref());
                let words = self.words(row, grid, heading, wide);
                self.said(row, Point { x: RIGHT - wide, y: top }, wide).max(words)
            }
        };
        self.y = top + height.max(number.height());
        for remark in &row.remarks {
            let remark = TypeSet::new(remark, NOTE, RIGHT - grid.left, self.measure);
            self.write(&remark, grid.left, Anchor::Start);
        }
        self.y += PAD;
    }

    /// The words of a row beside a column of some width: a heading, a statement, or an attribute above its opposite.
    /// Returns their height.
    fn words(&mut self, row: &SheetRow, grid: Grid, heading: bool, beside: f64) -> f64 {
        let room = RIGHT - beside - BETWEEN - grid.left;
        let set = match (heading, grid.poles) {
            (true, _) => HEADING,
            (false, true) => ATTRIBUTE,
            (false, false) => STATEMENT,
        };
        let at = Point { x: grid.left, y: self.y };
        let text = TypeSet::new(&row.text, set, room, self.measure);
        let opposite = TypeSet::new(&row.opposite, QUIET, room, self.measure);
        let below = text.height() + BELOW_ATTRIBUTE;
        text.write(&mut self.scene, at, Anchor::Start);
        opposite.write(&mut self.scene, at.shifted(0.0, below), Anchor::Start);
        if opposite.is_empty() { text.height() } else { below + opposite.height() }
    }

    /// What was said on a scale between the two poles, the low one at its low end. Returns the height.
    fn between_poles(&mut self, row: &SheetRow, grid: Grid) -> f64 {
        let room = (RIGHT - grid.left - said::BETWEEN_POLES) / 2.0 - BETWEEN;
        let low = TypeSet::new(&row.opposite, QUIET, room, self.measure);
        let high = TypeSet::new(&row.text, ATTRIBUTE, room, self.measure);
        low.write(&mut self.scene, Point { x: grid.left, y: self.y }, Anchor::Start);
        high.write(&mut self.scene, Point { x: RIGHT - room, y: self.y }, Anchor::Start);
        let at = Point { x: grid.left + room + BETWEEN, y: self.y };
        self.said(row, at, said::BETWEEN_POLES).max(low.height()).max(high.height())
    }
}
