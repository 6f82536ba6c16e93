//! One row of a comparison: what was said of one item, on a straight scale.

use super::geometry::Point;
use super::marks::mark;
use super::reading::{LayerStyle, Reading};
use super::scene::{Ink, Scene};
use crate::domain::Scale;

/// Height of a row in CSS pixels.
pub const DUMBBELL_HEIGHT: f64 = 34.0;
/// Free space left and right of the scale: more than half a mark.
pub(super) const MARGIN: f64 = 11.0;
/// Where *needed* and *other* stand, CSS pixels from the top.
const ABOVE_Y: f64 = 5.4;
/// Where the line lies, with *then* and *now* on it.
pub(super) const LINE_Y: f64 = 18.2;
/// Where *looking back* stands, pointing at its place on the line.
const BELOW_Y: f64 = 30.4;
/// Marks on the line are a little larger than on a wheel.
const MARK: f64 = 1.25;
/// The dot where nothing is near.
const LARGE_DOT: f64 = 2.0;
/// Marks beside the line are smaller than on a wheel.
const BESIDE: f64 = 0.7;
/// How near two marks above the line may come, CSS pixels between their middles.
const APART: f64 = 10.4;
/// Half the height of the band.
const BAND: f64 = 5.5;

/// What to draw in a row.
#[derive(Clone, Debug, PartialEq)]
pub struct DumbbellSpec {
    /// Width of the row in CSS pixels; its height is [`DUMBBELL_HEIGHT`].
    pub width: f64,
    /// The scale of all readings.
    pub scale: Scale,
    /// Up to one reading of each style; of a second one only the first is drawn. What is not a value is left out.
    pub marks: Vec<(LayerStyle, Reading)>,
    /// About as much as ratings move by themselves, in points of the scale to either side of *then*.
    pub band: Option<f64>,
}

/// A row ready to paint and describe.
#[derive(Clone, Debug, PartialEq)]
pub struct Dumbbell {
    /// The picture.
    pub scene: Scene,
    /// What it shows, in the order given, with what was not rated; without what was not there.
    pub described: Vec<(LayerStyle, Reading)>,
}

/// Draws a row: *then* (ring) and *now* (dot) on the line and joined, *needed* (diamond) and *other* (square) above it,
/// *looking back* (triangle) below it. Where *now* and *needed* are all there is, a thin line shows the way between.
pub fn dumbbell(spec: &DumbbellSpec) -> Dumbbell {
    let described = told(&spec.marks);
    let values = described.iter().filter_map(|(style, reading)| Some((*style, reading.value()?))).collect();
    let scene = Scene { width: spec.width, height: DUMBBELL_HEIGHT, shapes: Vec::new() };
    let mut row = Row { scale: spec.scale, values, scene };
    row.band(spec.band);
    row.ground();
    row.join();
    row.marks();
    Dumbbell { scene: row.scene, described }
}

/// The first reading of each style. What is not a value leaves no mark, and is told all the same.
fn told(marks: &[(LayerStyle, Reading)]) -> Vec<(LayerStyle, Reading)> {
    let mut found: Vec<(LayerStyle, Reading)> = Vec::new();
    for (style, reading) in marks {
        if *reading != Reading::Absent && found.iter().all(|(other, _)| other != style) {
            found.push((*style, *reading));
        }
    }
    found
}

struct Row {
    scale: Scale,
    values: Vec<(LayerStyle, f64)>,
    scene: Scene,
}

impl Row {
    /// The place of a value at a height.
    fn place(&self, value: f64, y: f64) -> Point {
        let reach = (self.scene.width - 2.0 * MARGIN).max(0.0);
        Point { x: MARGIN + reach * self.scale.steps_up(value) / f64::from(self.scale.steps()), y }
    }

    fn value(&self, style: LayerStyle) -> Option<f64> {
        self.values.iter().find(|(other, _)| *other == style).map(|(_, value)| *value)
    }

    fn on_line(&self, style: LayerStyle) -> Option<Point> {
        self.value(style).map(|value| self.place(value, LINE_Y))
    }

    /// A pale ground with a thin line at either end, which is seen where colours are not.
    fn band(&mut self, half: Option<f64>) {
        let Some((value, half)) = self.value(LayerStyle::Then).zip(half.filter(|half| *half > 0.0)) else { return };
        let (from, to) = (self.place(value - half, LINE_Y), self.place(value + half, LINE_Y));
        let corners =
            [from.shifted(0.0, -BAND), to.shifted(0.0, -BAND), to.shifted(0.0, BAND), from.shifted(0.0, BAND)];
        self.scene.polygon(corners.into(), Ink::Band);
        for end in [from, to] {
            self.scene.line(vec![end.shifted(0.0, -BAND), end.shifted(0.0, BAND)], Ink::Then, 0.6);
        }
    }

    /// The scale, with ticks at its ends and its middle.
    fn ground(&mut self) {
        let scale = self.scale;
        let at = |step: u8| self.place(f64::from(scale.value(step)), LINE_Y);
        let (from, to) = (at(0), at(scale.steps()));
        let ticks: Vec<Point> =
            [Some(0), scale.middle_step(), Some(scale.steps())].into_iter().flatten().map(at).collect();
        self.scene.line(vec![from, to], Ink::Line, 2.0);
        for tick in ticks {
            self.scene.line(vec![tick.shifted(0.0, -3.5), tick.shifted(0.0, 3.5)], Ink::Hair, 1.2);
        }
    }

    /// The way from *then* to *now*, or from *now* to *needed* where these two are all.
    fn join(&mut self) {
        let now = self.on_line(LayerStyle::Now);
        if let (Some(then), Some(now)) = (self.on_line(LayerStyle::Then), now) {
            self.scene.line(vec![then, now], Ink::Ink, 2.6);
        }
        if let (Some(now), Some(needed), 2) = (now, self.on_line(LayerStyle::Needed), self.values.len()) {
            self.scene.line(vec![now, needed, Point { y: ABOVE_Y, ..needed }], Ink::Ink, 1.3);
        }
    }

    fn marks(&mut self) {
        let (then, now) = (self.on_line(LayerStyle::Then), self.on_line(LayerStyle::Now));
        if let Some(at) = then {
            mark(&mut self.scene, LayerStyle::Then, at, MARK);
        }
        if let Some(at) = now {
            // A dot that fits into the ring leaves both to be seen.
            let near = then.is_some_and(|then| then.distance(at) < 6.0 * MARK + 3.9 * LARGE_DOT);
            mark(&mut self.scene, LayerStyle::Now, at, if near { MARK } else { LARGE_DOT });
        }
        for (style, at) in self.above() {
            mark(&mut self.scene, style, at, BESIDE);
        }
        if let Some(at) = self.value(LayerStyle::Back).map(|value| self.place(value, BELOW_Y)) {
            mark(&mut self.scene, LayerStyle::Back, at, BESIDE);
        }
    }

    /// The marks above the line, moved apart where they would lie over one another.
    fn above(&self) -> Vec<(LayerStyle, Point)> {
        let place = |style| self.value(style).map(|value| self.place(value, ABOVE_Y));
        let (mut needed, mut other) = (place(LayerStyle::Needed), place(LayerStyle::Other));
        if let (Some(one), Some(two)) = (&mut needed, &mut other) {
            let side = if one.x < two.x { -1.0 } else { 1.0 };
            let short = (APART - one.distance(*two)).max(0.0) / 2.0;
            one.x += side * short;
            two.x -= side * short;
        }
        let styled = |style, at: Option<Point>| at.map(|at| (style, at));
        [styled(LayerStyle::Needed, needed), styled(LayerStyle::Other, other)].into_iter().flatten().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Shape;

    fn row(marks: &[(LayerStyle, Reading)]) -> Dumbbell {
        dumbbell(&DumbbellSpec { width: 320.0, scale: Scale::CONSTRUCT, marks: marks.to_vec(), band: None })
    }

    fn count(scene: &Scene, wanted: impl Fn(&Shape) -> bool) -> usize {
        scene.shapes.iter().filter(|shape| wanted(shape)).count()
    }

    #[test]
    fn what_is_not_a_value_has_no_mark_and_is_told() {
        let row = row(&[
            (LayerStyle::Then, Reading::Blank),
            (LayerStyle::Now, Reading::Value(0)),
            (LayerStyle::Needed, Reading::NotApplicable),
            (LayerStyle::Other, Reading::Absent),
            (LayerStyle::Now, Reading::Value(9)),
        ]);
        let told = [
            (LayerStyle::Then, Reading::Blank),
            (LayerStyle::Now, Reading::Value(0)),
            (LayerStyle::Needed, Reading::NotApplicable),
        ];
        assert_eq!(row.described, told);
        assert_eq!(count(&row.scene, |shape| matches!(shape, Shape::Ring { .. })), 0);
        assert_eq!(count(&row.scene, |shape| matches!(shape, Shape::Dot { fill: Ink::Now, .. })), 1);
    }

    #[test]
    fn only_then_and_now_are_joined_or_now_and_needed_alone() {
        let joins = |marks: &[(LayerStyle, Reading)]| {
            count(&row(marks).scene, |shape| matches!(shape, Shape::Line { stroke: Ink::Ink, .. }))
        };
        let [then, now, needed, other, back] =
            [LayerStyle::Then, LayerStyle::Now, LayerStyle::Needed, LayerStyle::Other, LayerStyle::Back]
                .map(|style| (style, Reading::Value(3)));
        assert_eq!(joins(&[then, now, needed, other, back]), 1);
        assert_eq!(joins(&[now, needed]), 1);
        assert_eq!(joins(&[then, needed]), 0);
        assert_eq!(joins(&[now, needed, other]), 0);
        assert_eq!(joins(&[now, back]), 0);
    }
}
