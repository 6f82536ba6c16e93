//! Points, boxes and arcs. Angles are in radians, clockwise from 12 o'clock; y grows downwards.

use std::f64::consts::TAU;

/// How far, in CSS pixels, a stepped arc may stay inside the true one: far below one backing pixel
/// even on a canvas painted at three times its size.
const SAGITTA: f64 = 0.02;

/// A place in CSS pixels from the top left corner of the scene.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

impl Point {
    /// The place at a distance and angle from here.
    #[must_use]
    pub fn polar(self, radius: f64, angle: f64) -> Self {
        let (sin, cos) = angle.sin_cos();
        Self { x: self.x + radius * sin, y: self.y - radius * cos }
    }

    /// This place moved by an offset.
    #[must_use]
    pub fn shifted(self, dx: f64, dy: f64) -> Self {
        Self { x: self.x + dx, y: self.y + dy }
    }

    /// Distance to another place.
    pub fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// An upright box in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width, not negative.
    pub width: f64,
    /// Height, not negative.
    pub height: f64,
}

impl Rect {
    /// The box of this size around a centre.
    pub fn around(centre: Point, width: f64, height: f64) -> Self {
        Self { x: centre.x - width / 2.0, y: centre.y - height / 2.0, width, height }
    }

    /// Right edge.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Bottom edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// The middle.
    pub fn centre(&self) -> Point {
        Point { x: self.x + self.width / 2.0, y: self.y + self.height / 2.0 }
    }

    /// Whether two boxes come closer than `gap` in both directions.
    pub fn overlaps(&self, other: &Self, gap: f64) -> bool {
        self.x < other.right() + gap
            && other.x < self.right() + gap
            && self.y < other.bottom() + gap
            && other.y < self.bottom() + gap
    }

    /// The place in the box that is nearest to a given one.
    pub fn nearest(&self, to: Point) -> Point {
        Point { x: to.x.max(self.x).min(self.right()), y: to.y.max(self.y).min(self.bottom()) }
    }

    /// This box moved by an offset.
    #[must_use]
    pub fn shifted(&self, dx: f64, dy: f64) -> Self {
        Self { x: self.x + dx, y: self.y + dy, ..*self }
    }
}

/// Places along an arc, both ends included; `to` may be smaller than `from`.
pub(super) fn arc(centre: Point, radius: f64, from: f64, to: f64) -> Vec<Point> {
    if radius <= SAGITTA {
        return vec![centre];
    }
    let step = 2.0 * (1.0 - SAGITTA / radius).clamp(-1.0, 1.0).acos();
    let pieces = ((to - from).abs() / step).ceil().clamp(1.0, 2000.0) as u32;
    (0..=pieces)
        .map(|piece| {
            let share = f64::from(piece) / f64::from(pieces);
            centre.polar(radius, from + (to - from) * share)
        })
        .collect()
}

/// A piece of a disc between two radii and two angles.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wedge {
    pub centre: Point,
    pub inner: f64,
    pub outer: f64,
    pub from: f64,
    pub to: f64,
}

impl Wedge {
    /// The outline, not closed, with `pad` pixels left free along both straight sides: a gap of even
    /// width looks calmer than one that widens outwards.
    pub fn outline(&self, pad: f64) -> Vec<Point> {
        let (from, to) = self.padded(self.outer, pad);
        let mut points = arc(self.centre, self.outer, from, to);
        let (from, to) = self.padded(self.inner, pad);
        points.extend(arc(self.centre, self.inner, to, from));
        points
    }

    /// The two angles at a radius once the padding is taken off; they meet when nothing is left.
    pub fn padded(&self, radius: f64, pad: f64) -> (f64, f64) {
        if self.to - self.from >= TAU - 1e-9 || radius <= 0.0 {
            return (self.from, self.to);
        }
        let cut = (pad / radius).min((self.to - self.from) / 2.0);
        (self.from + cut, self.to - cut)
    }
}

/// Cuts a line into dashes of about `dash` pixels with gaps of about `gap`, beginning and ending on
/// a dash. The drawing backends have no dashes of their own.
pub(super) fn dashes(line: &[Point], dash: f64, gap: f64) -> Vec<Vec<Point>> {
    let length: f64 = line.windows(2).map(segment_length).sum();
    let count = ((length + gap) / (dash + gap)).round().max(1.0);
    // Stretch both so that the pattern ends exactly where the line does.
    let stretch = length / (count * (dash + gap) - gap);
    let (dash, period) = (dash * stretch, (dash + gap) * stretch);
    (0..count as u32)
        .map(|piece| {
            let start = f64::from(piece) * period;
            cut(line, start, start + dash)
        })
        .collect()
}

/// Places on a line about `gap` pixels apart, the first and the last at its ends.
pub(super) fn spread(line: &[Point], gap: f64) -> Vec<Point> {
    dashes(line, 0.01, gap).iter().filter_map(|piece| piece.first().copied()).collect()
}

fn segment_length(pair: &[Point]) -> f64 {
    match pair {
        [a, b] => a.distance(*b),
        _ => 0.0,
    }
}

/// The part of a line between two distances along it.
fn cut(line: &[Point], from: f64, to: f64) -> Vec<Point> {
    let mut piece = Vec::new();
    let mut walked = 0.0;
    for pair in line.windows(2) {
        let [a, b] = pair else { continue };
        let length = a.distance(*b);
        let (start, end) = ((from - walked).max(0.0), (to - walked).min(length));
        if length > 0.0 && start < end {
            if piece.is_empty() {
                piece.push(along(*a, *b, start / length));
            }
            piece.push(along(*a, *b, end / length));
        }
        walked += length;
    }
    piece
}

fn along(a: Point, b: Point, share: f64) -> Point {
    Point { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::FRAC_PI_2;

    #[test]
    fn twelve_o_clock_is_up_and_angles_run_clockwise() {
        let centre = Point { x: 10.0, y: 10.0 };
        assert!(centre.polar(5.0, 0.0).distance(Point { x: 10.0, y: 5.0 }) < 1e-9);
        let three = Point { x: 15.0, y: 10.0 };
        assert!(centre.polar(5.0, FRAC_PI_2).distance(three) < 1e-9);
    }

    #[test]
    fn a_stepped_arc_hugs_the_true_one() {
        let centre = Point::default();
        let points = arc(centre, 400.0, 0.0, TAU);
        for pair in points.windows(2) {
            let middle = along(pair[0], pair[1], 0.5);
            assert!(centre.distance(middle) > 400.0 - 2.0 * SAGITTA);
        }
    }

    #[test]
    fn dashes_begin_and_end_with_the_line() {
        let line = [Point::default(), Point { x: 40.0, y: 0.0 }];
        let pieces = dashes(&line, 5.0, 4.0);
        assert!(pieces.len() > 3);
        assert!(pieces[0][0].x.abs() < 1e-9);
        assert!((pieces.last().unwrap().last().unwrap().x - 40.0).abs() < 1e-6);
        for pair in pieces.windows(2) {
            assert!(pair[0].last().unwrap().x + 1.0 < pair[1][0].x);
        }
    }

    #[test]
    fn a_narrow_wedge_does_not_turn_inside_out() {
        let wedge = Wedge { centre: Point::default(), inner: 2.0, outer: 40.0, from: 0.0, to: 0.3 };
        let (from, to) = wedge.padded(2.0, 1.0);
        assert!(from <= to);
    }
}
