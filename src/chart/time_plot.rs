//! Where days and values lie on a line over time, and how near marks may come.

use super::geometry::{Point, Rect};
use super::measure::TextMeasure;
use super::reading::LayerStyle;
use super::timeline::{TimePoint, TimelineSpec};
use crate::domain::{Date, Scale};

/// Height of the highest value, CSS pixels from the top: a numeral has room above it.
const TOP: f64 = 17.0;
/// Height of the lowest value: the words at the ends stand below it.
const BOTTOM: f64 = 69.0;
/// Room left of the first and right of the last day: a mark, and beside it a numeral.
const INSET: (f64, f64) = (19.0, 29.0);
/// How near dots of the same height may come, CSS pixels between their middles.
const APART: f64 = 8.6;
/// How far a mark may be moved from its day so that it is seen, CSS pixels.
const MOVED_MAX: i32 = 80;

/// The field on which points are placed.
pub(super) struct Plot {
    pub left: f64,
    pub right: f64,
    pub scale: Scale,
    from: Date,
    days: f64,
}

/// A point with its place.
#[derive(Clone, Copy)]
pub(super) struct Placed {
    pub point: TimePoint,
    pub at: Point,
}

impl Placed {
    /// Half the size of its mark, CSS pixels.
    pub fn reach(&self) -> f64 {
        reach(self.point.style)
    }

    /// The room that its mark takes.
    pub fn rect(&self) -> Rect {
        Rect::around(self.at, 2.0 * self.reach(), 2.0 * self.reach())
    }
}

fn reach(style: LayerStyle) -> f64 {
    if style == LayerStyle::Now { 5.2 } else { 5.8 }
}

impl Plot {
    pub fn of(spec: &TimelineSpec, measure: &dyn TextMeasure) -> Self {
        let widest = measure.width(&spec.scale.value(spec.scale.steps()).to_string(), 9.5, false);
        let days = f64::from(spec.to.to_julian_day() - spec.from.to_julian_day()).max(0.0);
        Self { left: widest + 7.0, right: spec.width - 2.0, scale: spec.scale, from: spec.from, days }
    }

    /// The first and the last place that a mark can have.
    fn ends(&self) -> (f64, f64) {
        let from = self.left + INSET.0;
        (from, (self.right - INSET.1).max(from))
    }

    /// Where marks and numbers may stand.
    pub fn field(&self) -> Rect {
        Rect { x: self.left, y: 0.0, width: self.right - self.left, height: BOTTOM }
    }

    /// The place of a day; where there is only one day, the middle.
    pub fn x(&self, day: Date) -> f64 {
        let (from, to) = self.ends();
        let passed = f64::from(day.to_julian_day() - self.from.to_julian_day());
        let share = if self.days > 0.0 { (passed / self.days).clamp(0.0, 1.0) } else { 0.5 };
        from + (to - from) * share
    }

    /// The height of a value.
    pub fn y(&self, value: f64) -> f64 {
        BOTTOM - (BOTTOM - TOP) * self.scale.steps_up(value) / f64::from(self.scale.steps())
    }

    /// The rated points in their order, each as near to its day as it can be seen there.
    pub fn placed(&self, points: &[TimePoint]) -> Vec<Placed> {
        let at = |point: &TimePoint| {
            Some(Placed { point: *point, at: Point { x: self.x(point.day), y: self.y(point.reading.value()?) } })
        };
        let mut placed: Vec<Placed> = points.iter().filter_map(at).collect();
        let own = |placed: &&mut Placed| placed.point.style == LayerStyle::Now;
        self.keep_in_order(placed.iter_mut().filter(own).collect());
        let (mut taken, others): (Vec<usize>, Vec<usize>) = (0..placed.len())
            .partition(|place| placed.get(*place).is_some_and(|placed| placed.point.style == LayerStyle::Now));
        for other in others {
            let rects: Vec<Rect> = taken.iter().filter_map(|place| placed.get(*place)).map(Placed::rect).collect();
            if let Some(other) = placed.get_mut(other) {
                self.move_clear(other, &rects);
            }
            taken.push(other);
        }
        placed
    }

    /// Moves one's own ratings apart where they would lie over one another, and never past one another: the line
    /// through them runs forward in time.
    fn keep_in_order(&self, mut own: Vec<&mut Placed>) {
        let (from, to) = self.ends();
        let most = (to - from) / own.len().saturating_sub(1).max(1) as f64;
        let apart =
            |one: &Placed, two: &Placed| if (one.at.y - two.at.y).abs() < APART { APART.min(most) } else { 0.0 };
        for place in 1..own.len() {
            if let Some([before, after]) = own.get_mut(place - 1..=place) {
                after.at.x = after.at.x.max(before.at.x + apart(before, after));
            }
        }
        if let Some(last) = own.last_mut() {
            last.at.x = last.at.x.min(to);
        }
        for place in (1..own.len()).rev() {
            if let Some([before, after]) = own.get_mut(place - 1..=place) {
                before.at.x = before.at.x.min(after.at.x - apart(before, after));
            }
        }
    }

    /// Moves a mark sideways to the nearest place where it touches none of `taken`: rather to the left, where no line
    /// leaves the first of one's own ratings.
    fn move_clear(&self, mark: &mut Placed, taken: &[Rect]) {
        let clear = |offset: &i32| {
            let moved = mark.rect().shifted(f64::from(*offset), 0.0);
            moved.x >= self.left && moved.right() <= self.right && taken.iter().all(|rect| !rect.overlaps(&moved, -0.5))
        };
        let offsets = (0..=MOVED_MAX).flat_map(|by| [-by, by]);
        mark.at.x += f64::from({ offsets }.find(clear).unwrap_or(0));
    }
}
