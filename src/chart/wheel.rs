//! The wheel: from readings to a picture, its hit areas and its description.

use super::disc::Disc;
use super::face::{Face, main_layer};
use super::geometry::Point;
use super::label_layout::{Layout, PlacedLabel, lay_out};
use super::measure::TextMeasure;
use super::reading::{Layer, LayerStyle, Reading};
use super::scene::{Anchor, Ink, Scene, Shape};
use super::wrap::line_width;
use crate::domain::Scale;

/// The most layers a wheel shows; further ones are neither drawn nor described.
pub const MAX_LAYERS: usize = 3;
/// Free space above and below everything, CSS pixels.
const MARGIN: f64 = 3.0;

/// Which kind of wheel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WheelKind {
    /// One occasion as solid wedges; further layers are marks over them.
    Single,
    /// Up to three layers as outlines and marks.
    Overlay,
    /// Wedges and rim without labels, rings or selection; square.
    Thumbnail,
}

/// What to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct WheelSpec {
    /// One name per spoke, clockwise from 12 o'clock; any text, may be empty.
    pub labels: Vec<String>,
    /// What was rated; at most [`MAX_LAYERS`] are used.
    pub layers: Vec<Layer>,
    /// The scale of all layers.
    pub scale: Scale,
    /// Which kind of wheel.
    pub kind: WheelKind,
    /// Width of the picture in CSS pixels; its height follows.
    pub width: f64,
    /// The spoke that stands out, counted from 0.
    pub selected: Option<usize>,
    /// About as much as ratings move by themselves, in points of the scale to either side of *then*; drawn on overlays.
    pub band: Option<f64>,
}

/// The readings of one spoke, for the text alternative.
#[derive(Clone, Debug, PartialEq)]
pub struct Described {
    /// The full name, as it was given.
    pub label: String,
    /// One reading per layer shown, in the order of the layers.
    pub readings: Vec<(LayerStyle, Reading)>,
}

/// A wheel ready to paint, touch and describe.
#[derive(Clone, Debug, PartialEq)]
pub struct Wheel {
    /// The picture.
    pub scene: Scene,
    /// Where values lie and what a finger touches.
    pub disc: Disc,
    /// The labels as they are drawn; none on a thumbnail.
    pub labels: Vec<PlacedLabel>,
    /// What the picture shows, spoke by spoke.
    pub described: Vec<Described>,
    selected: Option<usize>,
    /// Where in the scene the labels begin: they are last and can be drawn again.
    face_end: usize,
}

/// Draws a wheel. Same input, same picture.
pub fn wheel(spec: &WheelSpec, measure: &dyn TextMeasure) -> Wheel {
    if spec.kind == WheelKind::Thumbnail {
        return thumbnail(spec);
    }
    let Layout { radius, labels } = lay_out(&spec.labels, spec.width, measure);
    let (top, bottom) = extent(radius, &labels);
    let centre = Point { x: spec.width / 2.0, y: MARGIN - top };
    let labels =
        labels.into_iter().map(|label| PlacedLabel { rect: label.rect.shifted(centre.x, centre.y), ..label }).collect();
    let disc = Disc { centre, radius, spokes: spec.labels.len(), scale: spec.scale };
    let height = (bottom - top + 2.0 * MARGIN).ceil();
    drawn(spec, disc, labels, height)
}

impl Wheel {
    /// The same wheel with other readings or another selection, its labels where they were: cheap
    /// enough for every move of a finger. Names, scale and width are those of the first drawing;
    /// only the layers, the kind's drawing and the selection are taken from `spec`.
    #[must_use]
    pub fn redrawn(&self, spec: &WheelSpec) -> Self {
        if spec.kind == WheelKind::Thumbnail || self.disc.spokes != spec.labels.len() {
            return self.clone();
        }
        drawn(spec, self.disc, self.labels.clone(), self.scene.height)
    }

    /// Turns every name that is really wider than its box into the spoke's number. `measure` is the
    /// real one, of the device that will draw; returns how many names were lost.
    pub fn demote_excess(&mut self, measure: &dyn TextMeasure) -> usize {
        let centre = self.disc.centre;
        let mut lost = 0;
        for label in &mut self.labels {
            // Half a pixel is within the gap between labels and no reason to lose a name.
            let excess = label.lines.iter().any(|line| line_width(line, label.size, measure) > label.rect.width + 0.5);
            if excess && !label.numbered {
                label.demote(centre, measure);
                lost += 1;
            }
        }
        if lost > 0 {
            self.scene.shapes.truncate(self.face_end);
            draw_labels(&mut self.scene, &self.labels, self.selected);
        }
        lost
    }
}

/// Top and bottom of disc and labels, measured from the middle of the disc.
fn extent(radius: f64, labels: &[PlacedLabel]) -> (f64, f64) {
    let boxes = || labels.iter().map(|label| label.rect);
    let top = boxes().map(|rect| rect.y).fold(-radius, f64::min);
    let bottom = boxes().map(|rect| rect.bottom()).fold(radius, f64::max);
    (top, bottom)
}

fn drawn(spec: &WheelSpec, disc: Disc, labels: Vec<PlacedLabel>, height: f64) -> Wheel {
    let mut scene = Scene { width: spec.width, height, shapes: Vec::new() };
    let layers = shown_layers(spec);
    let mut face = Face { disc: &disc, scene: &mut scene };
    match spec.kind {
        WheelKind::Single => face.single(&layers, spec.selected),
        WheelKind::Overlay => face.overlay(&layers, spec.selected, spec.band),
        WheelKind::Thumbnail => face.thumbnail(main_layer(&layers)),
    }
    let face_end = scene.shapes.len();
    draw_labels(&mut scene, &labels, spec.selected);
    Wheel { scene, disc, labels, described: described(spec, &layers), selected: spec.selected, face_end }
}

fn thumbnail(spec: &WheelSpec) -> Wheel {
    let middle = spec.width / 2.0;
    let disc = Disc {
        centre: Point { x: middle, y: middle },
        radius: (middle - 1.0).max(1.0),
        spokes: spec.labels.len(),
        scale: spec.scale,
    };
    drawn(spec, disc, Vec::new(), spec.width)
}

fn shown_layers(spec: &WheelSpec) -> Vec<&Layer> {
    spec.layers.iter().take(MAX_LAYERS).collect()
}

fn described(spec: &WheelSpec, layers: &[&Layer]) -> Vec<Described> {
    spec.labels
        .iter()
        .enumerate()
        .map(|(spoke, label)| Described {
            label: label.clone(),
            readings: layers.iter().map(|layer| (layer.style, layer.reading(spoke))).collect(),
        })
        .collect()
}

fn draw_labels(scene: &mut Scene, labels: &[PlacedLabel], selected: Option<usize>) {
    for label in labels {
        let on = selected == Some(label.spoke);
        let x = match label.anchor {
            Anchor::Start => label.rect.x,
            Anchor::Middle => label.rect.centre().x,
            Anchor::End => label.rect.right(),
        };
        for (line, text) in label.lines.iter().enumerate() {
            let y = label.rect.y + (line as f64 + 0.5) * label.leading();
            scene.shapes.push(Shape::Text {
                at: Point { x, y },
                text: text.clone(),
                anchor: label.anchor,
                size: label.size,
                bold: on,
                fill: if on { Ink::Ink } else { Ink::Soft },
            });
        }
    }
}
