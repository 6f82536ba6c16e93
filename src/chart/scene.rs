//! A picture as data: shapes in CSS pixels, coloured by role.

use super::geometry::Point;

/// A colour by its role; a [`super::Palette`] says which colour that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ink {
    /// The ground of the page.
    Paper,
    /// The ground of a card, of the disc, of hollow marks.
    Sheet,
    /// Text and strong lines.
    Ink,
    /// Quiet text, the outline of a blank.
    Soft,
    /// The faintest lines: rings and spokes.
    Line,
    /// Faint lines that must still be found: the rim and the middle ring.
    Hair,
    /// The ground of what is selected.
    Wash,
    /// The earlier occasion.
    Then,
    /// The later or only occasion.
    Now,
    /// The area under the later occasion where other marks lie over it.
    NowFaint,
    /// The later occasion where another segment is selected.
    NowPale,
    /// Lines over a solid area of [`Ink::Now`].
    OnNow,
    /// Where the person needs to be.
    Needed,
    /// Someone else's reading.
    Other,
    /// An earlier time as it is seen later.
    Back,
    /// The ground of what lies within the usual movement of ratings.
    Band,
}

impl Ink {
    /// Every role, for tests and for style sheets.
    pub const ALL: [Self; 16] = [
        Self::Paper,
        Self::Sheet,
        Self::Ink,
        Self::Soft,
        Self::Line,
        Self::Hair,
        Self::Wash,
        Self::Then,
        Self::Now,
        Self::NowFaint,
        Self::NowPale,
        Self::OnNow,
        Self::Needed,
        Self::Other,
        Self::Back,
        Self::Band,
    ];
}

/// Which part of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// One thing to draw. Lengths in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled area; the outline closes by itself.
    Polygon {
        /// Corners in order.
        points: Vec<Point>,
        /// Colour of the area.
        fill: Ink,
    },
    /// A line through places; repeat the first to close it.
    Line {
        /// Places in order.
        points: Vec<Point>,
        /// Colour of the line.
        stroke: Ink,
        /// Thickness.
        width: f64,
    },
    /// A filled circle.
    Dot {
        /// Middle.
        centre: Point,
        /// Radius.
        radius: f64,
        /// Colour of the area.
        fill: Ink,
    },
    /// A circle's outline.
    Ring {
        /// Middle.
        centre: Point,
        /// Radius to the middle of the line.
        radius: f64,
        /// Colour of the line.
        stroke: Ink,
        /// Thickness.
        width: f64,
    },
    /// One line of text, centred vertically on its place.
    Text {
        /// Where the anchor stands.
        at: Point,
        /// The text, as it is.
        text: String,
        /// Which part of the text stands at the place.
        anchor: Anchor,
        /// Font size.
        size: f64,
        /// Whether it is bold.
        bold: bool,
        /// Colour of the text.
        fill: Ink,
    },
}

impl Shape {
    /// The same shape moved by an offset.
    fn shifted(self, dx: f64, dy: f64) -> Self {
        let moved = |points: Vec<Point>| points.into_iter().map(|point| point.shifted(dx, dy)).collect();
        match self {
            Self::Polygon { points, fill } => Self::Polygon { points: moved(points), fill },
            Self::Line { points, stroke, width } => Self::Line { points: moved(points), stroke, width },
            Self::Dot { centre, radius, fill } => Self::Dot { centre: centre.shifted(dx, dy), radius, fill },
            Self::Ring { centre, radius, stroke, width } => {
                Self::Ring { centre: centre.shifted(dx, dy), radius, stroke, width }
            }
            Self::Text { at, text, anchor, size, bold, fill } => {
                Self::Text { at: at.shifted(dx, dy), text, anchor, size, bold, fill }
            }
        }
    }
}

/// A picture: shapes in drawing order within a width and height in CSS pixels.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Width of the picture.
    pub width: f64,
    /// Height of the picture.
    pub height: f64,
    /// What to draw, the first at the bottom.
    pub shapes: Vec<Shape>,
}

impl Scene {
    /// The same picture on a filled ground, for pictures that leave the page.
    #[must_use]
    pub fn on_ground(&self, fill: Ink) -> Self {
        let corner = |x, y| Point { x, y };
        let ground = Shape::Polygon {
            points: vec![
                corner(0.0, 0.0),
                corner(self.width, 0.0),
                corner(self.width, self.height),
                corner(0.0, self.height),
            ],
            fill,
        };
        Self { shapes: std::iter::once(ground).chain(self.shapes.iter().cloned()).collect(), ..*self }
    }

    /// Draws another picture into this one, its top left corner at a place.
    pub(super) fn place(&mut self, other: Self, at: Point) {
        self.shapes.extend(other.shapes.into_iter().map(|shape| shape.shifted(at.x, at.y)));
    }

    pub(super) fn polygon(&mut self, points: Vec<Point>, fill: Ink) {
        self.shapes.push(Shape::Polygon { points, fill });
    }

    pub(super) fn line(&mut self, points: Vec<Point>, stroke: Ink, width: f64) {
        self.shapes.push(Shape::Line { points, stroke, width });
    }

    pub(super) fn dot(&mut self, centre: Point, radius: f64, fill: Ink) {
        self.shapes.push(Shape::Dot { centre, radius, fill });
    }

    pub(super) fn ring(&mut self, centre: Point, radius: f64, stroke: Ink, width: f64) {
        self.shapes.push(Shape::Ring { centre, radius, stroke, width });
    }
}
