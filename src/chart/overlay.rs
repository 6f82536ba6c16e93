//! Several occasions over one another: outlines, dashed arcs and marks.

use std::f64::consts::TAU;

use super::face::{Face, PAD, main_layer, values};
use super::geometry::{arc, dashes};
use super::marks::{drawing_order, mark};
use super::reading::{Layer, LayerStyle};
use super::scene::Ink;

/// How far inside the outer edge of their cell marks and dashed arcs lie, CSS pixels.
const INSET: f64 = 3.2;

impl Face<'_> {
    /// Up to three layers over one another.
    pub fn overlay(&mut self, layers: &[&Layer], selected: Option<usize>) {
        let selected = selected.filter(|spoke| *spoke < self.disc.spokes);
        let mut ordered = layers.to_vec();
        ordered.sort_by_key(|layer| drawing_order(layer.style));
        let of = |style: LayerStyle| ordered.iter().copied().filter(move |it| it.style == style);
        self.scene.dot(self.disc.centre, self.disc.radius, Ink::Sheet);
        if let Some(spoke) = selected {
            self.wash(spoke);
        }
        for layer in of(LayerStyle::Now) {
            self.areas(layer);
        }
        self.rings();
        for layer in of(LayerStyle::Now) {
            self.outlines(layer);
        }
        self.unrated(main_layer(layers));
        self.numerals();
        self.rim(selected);
        for layer in of(LayerStyle::Then) {
            self.dashed(layer);
        }
        let earlier = of(LayerStyle::Then).next();
        for (place, layer) in ordered.iter().enumerate() {
            let mut shown = values(self.disc, Some(layer));
            if layer.style == LayerStyle::Now {
                // The filled hub is mark enough, unless an earlier ring lies over it.
                let lowest = f64::from(self.disc.scale.min);
                let ringed = |spoke| earlier?.reading(spoke).value();
                shown.retain(|(spoke, value)| *value > lowest || ringed(*spoke).is_some_and(|value| value <= lowest));
            }
            self.marks(layer.style, &shown, lane(&ordered, place));
        }
    }

    fn areas(&mut self, layer: &Layer) {
        let disc = *self.disc;
        for (spoke, value) in values(&disc, Some(layer)) {
            let wedge = disc.wedge(spoke, disc.core(), disc.edge(value));
            self.scene.polygon(wedge.outline(PAD), Ink::NowFaint);
        }
    }

    fn outlines(&mut self, layer: &Layer) {
        let disc = *self.disc;
        for (spoke, value) in values(&disc, Some(layer)) {
            let wedge = disc.wedge(spoke, disc.core(), disc.edge(value) - 0.8);
            if value <= f64::from(disc.scale.min) {
                // Too small for an outline: a filled hub, as on a wheel of one occasion.
                self.scene.polygon(wedge.outline(PAD), Ink::Now);
                continue;
            }
            let mut outline = wedge.outline(PAD + 0.9);
            outline.extend(outline.first().copied());
            self.scene.line(outline, Ink::Now, 1.6);
        }
    }

    /// The arcs of an earlier occasion, one per rated spoke: there is no line across a blank.
    fn dashed(&mut self, layer: &Layer) {
        let disc = *self.disc;
        for (spoke, value) in values(&disc, Some(layer)) {
            let radius = disc.edge(value) - INSET;
            let (from, to) = disc.wedge(spoke, radius, radius).padded(radius, 2.2);
            for piece in dashes(&arc(disc.centre, radius, from, to), 5.0, 3.0) {
                self.scene.line(piece, Ink::Then, 2.0);
            }
        }
    }

    /// The marks of a layer; `lane` moves them along their arcs, as a share of the segment.
    pub(super) fn marks(&mut self, style: LayerStyle, shown: &[(usize, f64)], lane: f64) {
        let disc = *self.disc;
        for (spoke, value) in shown {
            let radius = disc.edge(*value) - INSET;
            let room = radius * disc.step_angle().min(TAU / 4.0);
            // Towards the hub segments are narrow, and the marks with them.
            let scale = (room / 15.0).clamp(0.55, self.growth());
            let angle = disc.middle_angle(*spoke) + lane * disc.step_angle();
            mark(self.scene, style, disc.centre.polar(radius, angle), scale);
        }
    }
}

/// Where along a segment a layer has its marks: ring and dot share the middle, since a dot fits into
/// a ring; diamonds and squares, and a second layer of one style, stand beside them.
fn lane(layers: &[&Layer], place: usize) -> f64 {
    let Some(style) = layers.get(place).map(|layer| layer.style) else {
        return 0.0;
    };
    let earlier = layers.iter().take(place);
    let twins = earlier.filter(|layer| layer.style == style).count();
    let side = match style {
        LayerStyle::Then | LayerStyle::Now => 0.0,
        LayerStyle::Needed => 0.3,
        LayerStyle::Other => -0.3,
    };
    side + 0.16 * twins as f64
}
