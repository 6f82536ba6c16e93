//! A sheet while it is being drawn, from the top downwards.

use super::type_set::TypeSet;
use super::{MARGIN, SHEET_WIDTH};
use crate::chart::geometry::Point;
use crate::chart::measure::TextMeasure;
use crate::chart::scene::{Anchor, Ink, Scene};

/// What is drawn so far, and where to go on.
pub(super) struct Page<'a> {
    pub scene: Scene,
    /// How far down it is drawn, CSS pixels.
    pub y: f64,
    pub measure: &'a dyn TextMeasure,
}

impl<'a> Page<'a> {
    pub fn new(measure: &'a dyn TextMeasure) -> Self {
        let scene = Scene { width: SHEET_WIDTH, ..Scene::default() };
        Self { scene, y: MARGIN, measure }
    }

    /// Leaves room free, unless nothing stands above it.
    pub fn gap(&mut self, height: f64) {
        if self.y > MARGIN {
            self.y += height;
        }
    }

    /// Writes below what is there.
    pub fn write(&mut self, text: &TypeSet, x: f64, anchor: Anchor) {
        text.write(&mut self.scene, Point { x, y: self.y }, anchor);
        self.y += text.height();
    }

    /// Draws a picture below what is there.
    pub fn draw(&mut self, picture: Scene, x: f64) {
        let height = picture.height;
        self.scene.place(picture, Point { x, y: self.y });
        self.y += height;
    }

    /// A line across the sheet.
    pub fn rule(&mut self, ink: Ink) {
        // On the middle of a pixel it is as thin as it is meant to be.
        let end = |x| Point { x, y: self.y.floor() + 0.5 };
        self.scene.line(vec![end(MARGIN), end(SHEET_WIDTH - MARGIN)], ink, 1.0);
    }
}
