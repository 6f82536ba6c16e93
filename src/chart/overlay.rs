//! Several occasions over one another: outlines, dashed and dotted arcs, marks.

use std::f64::consts::TAU;

use super::face::{Face, main_layer, values};
use super::geometry::arc;
use super::lanes::{Lane, lanes};
use super::marks::{area, band, dashed, dotted, drawing_order, mark, outline, solid};
use super::reading::{Layer, LayerStyle};
use super::scene::Ink;

/// How far inside the outer edge of their cell marks and dashed arcs lie, CSS pixels.
const INSET: f64 = 3.2;
/// The same for *looking back*, whose arc is seen beside that of *then* where both have the same value.
const INSET_BACK: f64 = 6.0;

impl Face<'_> {
    /// Up to three layers over one another.
    pub fn overlay(&mut self, layers: &[&Layer], selected: Option<usize>, band: Option<f64>) {
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
        for layer in of(LayerStyle::Then) {
            self.bands(layer, band);
        }
        self.rings();
        for layer in of(LayerStyle::Now) {
            self.outlines(layer);
        }
        // Without a layer nothing is said of anything.
        if let Some(main) = main_layer(layers) {
            self.unrated(Some(main));
        }
        self.numerals();
        self.rim(selected);
        for layer in of(LayerStyle::Then) {
            self.dashed(layer);
        }
        for layer in of(LayerStyle::Back) {
            self.dotted_arcs(layer);
        }
        let earlier = of(LayerStyle::Then).next();
        let styles: Vec<LayerStyle> = ordered.iter().map(|layer| layer.style).collect();
        for (layer, lane) in ordered.iter().zip(lanes(&styles)) {
            let shown = self.marked(layer, earlier);
            self.marks(layer.style, &shown, lane);
        }
    }

    /// The spokes that have a mark of a layer, with their values.
    fn marked(&self, layer: &Layer, earlier: Option<&Layer>) -> Vec<(usize, f64)> {
        let mut shown = values(self.disc, Some(layer));
        if layer.style == LayerStyle::Now {
            // The filled hub is mark enough, unless an earlier ring lies over it.
            let lowest = f64::from(self.disc.scale.min);
            let ringed = |spoke| earlier?.reading(spoke).value();
            shown.retain(|(spoke, value)| *value > lowest || ringed(*spoke).is_some_and(|value| value <= lowest));
        }
        shown
    }

    fn areas(&mut self, layer: &Layer) {
        let disc = *self.disc;
        for (spoke, value) in values(&disc, Some(layer)) {
            area(self.scene, &disc.wedge(spoke, disc.core(), disc.edge(value)));
        }
    }

    fn outlines(&mut self, layer: &Layer) {
        let disc = *self.disc;
        for (spoke, value) in values(&disc, Some(layer)) {
            let wedge = disc.wedge(spoke, disc.core(), disc.edge(value) - 0.8);
            if value <= f64::from(disc.scale.min) {
                // Too small for an outline: a filled hub, as on a wheel of one occasion.
                solid(self.scene, &wedge, Ink::Now, &[]);
            } else {
                outline(self.scene, &wedge);
            }
        }
    }

    /// How far ratings move by themselves around each earlier one.
    fn bands(&mut self, layer: &Layer, half: Option<f64>) {
        let disc = *self.disc;
        let Some(half) = half.filter(|half| *half > 0.0) else { return };
        for (spoke, value) in values(&disc, Some(layer)) {
            band(self.scene, &disc.wedge(spoke, disc.edge(value - half), disc.edge(value + half)));
        }
    }

    /// The arcs of an earlier occasion, one per rated spoke: there is no line across a blank.
    fn dashed(&mut self, layer: &Layer) {
        let disc = *self.disc;
        for (spoke, value) in values(&disc, Some(layer)) {
            let radius = disc.edge(value) - INSET;
            let (from, to) = disc.wedge(spoke, radius, radius).padded(radius, 2.2);
            dashed(self.scene, &arc(disc.centre, radius, from, to));
        }
    }

    /// The arcs of a look back, one per rated spoke.
    fn dotted_arcs(&mut self, layer: &Layer) {
        let disc = *self.disc;
        for (spoke, value) in values(&disc, Some(layer)) {
            let radius = disc.edge(value) - INSET_BACK;
            let (from, to) = disc.wedge(spoke, radius, radius).padded(radius, 3.0);
            dotted(self.scene, &arc(disc.centre, radius, from, to));
        }
    }

    /// The marks of a layer, in its lane of each segment.
    pub(super) fn marks(&mut self, style: LayerStyle, shown: &[(usize, f64)], lane: Lane) {
        let disc = *self.disc;
        let width = disc.step_angle().min(TAU / 4.0);
        let inset = if style == LayerStyle::Back { INSET_BACK } else { INSET };
        for (spoke, value) in shown {
            let radius = disc.edge(*value) - inset;
            // Towards the hub segments are narrow, and the marks with them.
            let scale = (radius * width * lane.share / 13.5).clamp(0.6, self.growth());
            let angle = disc.middle_angle(*spoke) + lane.offset * width;
            mark(self.scene, style, disc.centre.polar(radius, angle), scale);
        }
    }
}
