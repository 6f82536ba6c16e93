//! The face of the wheel: rings, wedges, marks. Labels are drawn by `wheel`.

use super::disc::Disc;
use super::geometry::{Point, arc};
use super::lanes::{Lane, lanes};
use super::marks::{blank, does_not_apply, solid};
use super::reading::{Layer, LayerStyle, Reading};
use super::scene::{Anchor, Ink, Scene, Shape};

/// Size of the numerals on the rings of a wheel on a phone, CSS pixels.
const NUMERAL: f64 = 9.0;
/// Radius of a wheel on a phone, CSS pixels: on larger wheels marks and numerals grow, slowly.
const PHONE: f64 = 140.0;

/// Draws the face of a wheel piece by piece, from the ground upwards.
pub(super) struct Face<'a> {
    pub disc: &'a Disc,
    pub scene: &'a mut Scene,
}

impl Face<'_> {
    /// The small picture: wedges and rim only.
    pub fn thumbnail(&mut self, layer: Option<&Layer>) {
        let disc = *self.disc;
        self.scene.dot(disc.centre, disc.radius, Ink::Sheet);
        for (spoke, value) in values(&disc, layer) {
            let wedge = disc.wedge(spoke, disc.core(), disc.edge(value));
            let pad = if disc.spokes > 12 { 0.2 } else { 0.4 };
            self.scene.polygon(wedge.outline(pad), Ink::Now);
        }
        self.scene.ring(disc.centre, disc.radius, Ink::Hair, 1.0);
    }

    /// One occasion: solid wedges, with the selected segment standing out.
    pub fn single(&mut self, layers: &[&Layer], selected: Option<usize>) {
        let disc = *self.disc;
        let selected = selected.filter(|spoke| *spoke < disc.spokes);
        self.ground(selected);
        let main = main_layer(layers);
        for (spoke, value) in values(&disc, main) {
            let fill = match selected {
                Some(other) if other != spoke => Ink::NowPale,
                _ => Ink::Now,
            };
            let wedge = disc.wedge(spoke, disc.core(), disc.edge(value));
            solid(self.scene, &wedge, fill, &self.cuts(value));
        }
        self.unrated(main);
        self.numerals();
        self.rim(selected);
        let others: Vec<&Layer> =
            layers.iter().copied().filter(|layer| main.is_none_or(|main| !std::ptr::eq(*layer, main))).collect();
        let styles: Vec<LayerStyle> = others.iter().map(|layer| layer.style).collect();
        let lanes = if others.len() > 1 { lanes(&styles) } else { vec![Lane::WHOLE] };
        for (layer, lane) in others.into_iter().zip(lanes) {
            self.marks(layer.style, &values(&disc, Some(layer)), lane);
        }
    }

    /// The sheet, what is selected on it, and the rings.
    pub(super) fn ground(&mut self, selected: Option<usize>) {
        self.scene.dot(self.disc.centre, self.disc.radius, Ink::Sheet);
        if let Some(spoke) = selected {
            self.wash(spoke);
        }
        self.rings();
    }

    pub(super) fn wash(&mut self, spoke: usize) {
        let disc = *self.disc;
        let wedge = disc.wedge(spoke, disc.core(), disc.radius);
        self.scene.polygon(wedge.outline(0.0), Ink::Wash);
    }

    /// Ring and spoke lines; the middle ring is a little stronger.
    pub(super) fn rings(&mut self) {
        let disc = *self.disc;
        let middle = disc.scale.middle_step();
        for step in 0..disc.scale.steps() {
            let (stroke, width) = if middle == Some(step) { (Ink::Hair, 1.3) } else { (Ink::Line, 1.0) };
            let radius = disc.edge(f64::from(disc.scale.value(step)));
            self.scene.ring(disc.centre, radius, stroke, width);
        }
        self.scene.ring(disc.centre, disc.core(), Ink::Line, 1.0);
        if disc.spokes < 2 {
            return;
        }
        for spoke in 0..disc.spokes {
            let angle = spoke as f64 * disc.step_angle();
            let line = vec![disc.centre.polar(disc.core(), angle), disc.centre.polar(disc.radius, angle)];
            self.scene.line(line, Ink::Line, 1.0);
        }
    }

    /// Where a wedge is cut into cells, and whether it is its middle: the radius and the thickness of each line.
    fn cuts(&self, value: f64) -> Vec<(f64, f64)> {
        let scale = self.disc.scale;
        let cut = |step: u8| {
            let width = if scale.middle_step() == Some(step) { 1.8 } else { 0.8 };
            (self.disc.edge(f64::from(scale.value(step))), width)
        };
        (0..scale.steps_up(value).ceil() as u8).map(cut).collect()
    }

    /// A dotted hub for a blank, a short bar where the item does not apply.
    pub(super) fn unrated(&mut self, layer: Option<&Layer>) {
        let disc = *self.disc;
        for spoke in 0..disc.spokes {
            match layer.map_or(Reading::Blank, |layer| layer.reading(spoke)) {
                Reading::Blank => {
                    let hub = disc.wedge(spoke, disc.core(), disc.hub());
                    blank(self.scene, &hub);
                }
                Reading::NotApplicable => self.bar(spoke),
                Reading::Absent | Reading::Value(_) | Reading::Mean(_) => {}
            }
        }
    }

    fn bar(&mut self, spoke: usize) {
        let disc = *self.disc;
        // Far enough out for the bar to stand clear of the neighbours.
        let wanted = 14.0 / disc.step_angle();
        // On a scale of few numbers, or a wheel of no width, the two bounds cross: `clamp` would panic.
        let radius = wanted.max(disc.hub() + disc.cell()).min(disc.radius * 0.6);
        does_not_apply(self.scene, disc.centre.polar(radius, disc.middle_angle(spoke)));
    }

    pub(super) fn rim(&mut self, selected: Option<usize>) {
        let disc = *self.disc;
        self.scene.ring(disc.centre, disc.radius, Ink::Hair, 1.2);
        if let Some(spoke) = selected {
            let wedge = disc.wedge(spoke, disc.core(), disc.radius);
            let (from, to) = wedge.padded(disc.radius, 0.0);
            let line = arc(disc.centre, disc.radius + 0.6, from, to);
            self.scene.line(line, Ink::Ink, 2.4);
        }
    }

    /// The lowest value in the middle, the middle and highest ones where the first segment begins.
    pub(super) fn numerals(&mut self) {
        let disc = *self.disc;
        let scale = disc.scale;
        self.numeral(disc.centre, scale.min);
        for value in
            [scale.middle_step().map(|step| scale.value(step)), Some(scale.value(scale.steps()))].into_iter().flatten()
        {
            let radius = disc.edge(f64::from(value)) - disc.cell() / 2.0;
            let at = disc.centre.polar(radius, 0.0);
            // A little ground of its own keeps the numeral readable over a wedge.
            self.scene.dot(at, self.numeral_size() * 0.68, Ink::Sheet);
            self.numeral(at, value);
        }
    }

    fn numeral_size(&self) -> f64 {
        NUMERAL * (self.growth() - 1.0).mul_add(0.5, 1.0)
    }

    /// How much larger marks are than on a phone, from 1.
    pub(super) fn growth(&self) -> f64 {
        (self.disc.radius.max(0.0) / PHONE).sqrt().clamp(1.0, 1.6)
    }

    fn numeral(&mut self, at: Point, value: u8) {
        self.scene.shapes.push(Shape::Text {
            at,
            text: value.to_string(),
            anchor: Anchor::Middle,
            size: self.numeral_size(),
            bold: false,
            fill: Ink::Soft,
        });
    }
}

/// The layer whose wedges are filled: the later occasion, or whatever there is.
pub(super) fn main_layer<'a>(layers: &[&'a Layer]) -> Option<&'a Layer> {
    layers.iter().find(|layer| layer.style == LayerStyle::Now).or_else(|| layers.first()).copied()
}

/// The rated spokes of a layer, with their values.
pub(super) fn values(disc: &Disc, layer: Option<&Layer>) -> Vec<(usize, f64)> {
    (0..disc.spokes).filter_map(|spoke| Some((spoke, layer?.reading(spoke).value()?))).collect()
}
