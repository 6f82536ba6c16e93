//! Painters: from a scene to a drawing backend, and nothing but conversion.
//!
//! Only this file knows that backends count in whole pixels, and that the SVG backend divides text sizes
//! by 1.24, leaves it to the reading program to centre text, which not all do, and writes neither a title
//! nor a size that can shrink.

use plotters::backend::{DrawingBackend, SVGBackend};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontFamily, FontStyle, IntoFont, RGBColor, ShapeStyle, TextStyle};

use super::geometry::Point;
use super::palette::Palette;
use super::scene::{Anchor, Ink, Scene, Shape};

/// The fonts of every text in a picture, as in a style sheet.
pub const FONT_FAMILY: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif";

/// Units of the SVG's coordinates per CSS pixel: whole numbers that fine look smooth.
const SVG_SCALE: f64 = 8.0;

/// A backend could not draw; its own words are kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the picture could not be drawn: {0}")]
pub struct PaintError(String);

impl PaintError {
    fn of(error: impl std::fmt::Display) -> Self {
        Self(error.to_string())
    }
}

/// What differs between backends.
#[derive(Clone, Copy)]
struct Dialect {
    /// What a text size is multiplied by.
    text: f64,
    /// How far text is moved down, as a share of its size.
    drop: f64,
}

/// A canvas, and any backend that takes sizes literally.
const LITERAL: Dialect = Dialect { text: 1.0, drop: 0.0 };

/// The SVG backend: text stands on its line, half the height of a capital below its place.
const SVG: Dialect = Dialect { text: 1.24, drop: 0.35 };
/// How the SVG backend asks to centre text, to which `LibreOffice` does not listen.
const CENTRED: &str = " dy=\"0.5ex\"";

/// Draws a scene on a backend such as a canvas, `scale_factor` backend pixels to a CSS pixel (at
/// least 3 looks smooth, since backends round to whole pixels). Fills no ground: clear the canvas
/// first, or paint [`Scene::on_ground`].
///
/// # Errors
/// When the backend cannot draw.
pub fn paint<DB: DrawingBackend>(
    scene: &Scene,
    palette: &Palette,
    scale_factor: f64,
    backend: &mut DB,
) -> Result<(), PaintError> {
    let mut painter = Painter { palette, scale: scale_factor, dialect: LITERAL, backend };
    painter.scene(scene)
}

/// The scene as an SVG document that fills the width it is given, with a title and a description for
/// those who cannot see it.
pub fn svg(scene: &Scene, palette: &Palette, title: &str, description: &str) -> String {
    document(scene, palette, "width=\"100%\"", title, description)
}

/// The same with a size of its own, the scene's, for a file that is opened by itself, in whichever program.
pub fn svg_file(scene: &Scene, palette: &Palette, title: &str, description: &str) -> String {
    let (width, height) = (scene.width.ceil() as u32, scene.height.ceil() as u32);
    document(scene, palette, &format!("width=\"{width}\" height=\"{height}\""), title, description)
}

fn document(scene: &Scene, palette: &Palette, wide: &str, title: &str, description: &str) -> String {
    let size = ((scene.width * SVG_SCALE).ceil() as u32, (scene.height * SVG_SCALE).ceil() as u32);
    let mut document = String::new();
    {
        let mut backend = SVGBackend::with_string(&mut document, size);
        let mut painter = Painter { palette, scale: SVG_SCALE, dialect: SVG, backend: &mut backend };
        // Writing into memory cannot fail.
        let _ = painter.scene(scene);
    }
    let body = document.split_once('>').map_or("", |(_, body)| body).trim_start();
    // Quotation marks of texts are escaped, so this is never a part of one.
    let body = body.replace(CENTRED, "");
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" {wide} viewBox=\"0 0 {} {}\" \
         role=\"img\" aria-labelledby=\"title desc\">\n\
         <title id=\"title\">{}</title>\n<desc id=\"desc\">{}</desc>\n{body}",
        size.0,
        size.1,
        escaped(title),
        escaped(description),
    )
}

/// Text for an XML document: marked-up signs escaped, characters that XML forbids left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            other if allowed_in_xml(other) => out.push(other),
            _ => {}
        }
    }
    out
}

fn allowed_in_xml(sign: char) -> bool {
    matches!(sign, '\t' | '\n' | '\r' | '\u{20}'..='\u{FFFD}' | '\u{10000}'..)
}

struct Painter<'a, DB> {
    palette: &'a Palette,
    scale: f64,
    dialect: Dialect,
    backend: &'a mut DB,
}

impl<DB: DrawingBackend> Painter<'_, DB> {
    fn scene(&mut self, scene: &Scene) -> Result<(), PaintError> {
        self.backend.ensure_prepared().map_err(PaintError::of)?;
        for shape in &scene.shapes {
            self.shape(shape)?;
        }
        self.backend.present().map_err(PaintError::of)
    }

    fn shape(&mut self, shape: &Shape) -> Result<(), PaintError> {
        match shape {
            Shape::Polygon { points, fill } => {
                let style = self.style(*fill, 0.0, true);
                self.backend.fill_polygon(self.places(points), &style)
            }
            Shape::Line { points, stroke, width } => {
                let style = self.style(*stroke, *width, false);
                self.backend.draw_path(self.places(points), &style)
            }
            Shape::Dot { centre, radius, fill } => {
                let style = self.style(*fill, 0.0, true);
                let (at, radius) = (self.place(*centre), self.length(*radius));
                self.backend.draw_circle(at, radius, &style, true)
            }
            Shape::Ring { centre, radius, stroke, width } => {
                let style = self.style(*stroke, *width, false);
                let (at, radius) = (self.place(*centre), self.length(*radius));
                self.backend.draw_circle(at, radius, &style, false)
            }
            Shape::Text { at, text, size, .. } => {
                let style = self.text_style(shape);
                let at = at.shifted(0.0, size * self.dialect.drop);
                let text: String = text.chars().filter(|sign| allowed_in_xml(*sign)).collect();
                self.backend.draw_text(&text, &style, self.place(at))
            }
        }
        .map_err(PaintError::of)
    }

    fn text_style(&self, shape: &Shape) -> TextStyle<'static> {
        let (anchor, size, bold, fill) = match shape {
            Shape::Text { anchor, size, bold, fill, .. } => (*anchor, *size, *bold, *fill),
            _ => (Anchor::Start, 0.0, false, Ink::Ink),
        };
        let horizontal = match anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let weight = if bold { FontStyle::Bold } else { FontStyle::Normal };
        let size = size * self.scale * self.dialect.text;
        let font = (FontFamily::Name(FONT_FAMILY), size, weight).into_font();
        TextStyle { font, color: self.colour(fill).to_backend_color(), pos: Pos::new(horizontal, VPos::Center) }
    }

    fn colour(&self, ink: Ink) -> RGBColor {
        let (red, green, blue) = self.palette.rgb(ink);
        RGBColor(red, green, blue)
    }

    fn style(&self, ink: Ink, width: f64, filled: bool) -> ShapeStyle {
        ShapeStyle { color: self.colour(ink).into(), filled, stroke_width: self.length(width).max(1) }
    }

    fn places(&self, points: &[Point]) -> Vec<(i32, i32)> {
        points.iter().map(|point| self.place(*point)).collect()
    }

    fn place(&self, point: Point) -> (i32, i32) {
        let whole = |value: f64| (value * self.scale).round() as i32;
        (whole(point.x), whole(point.y))
    }

    fn length(&self, length: f64) -> u32 {
        (length * self.scale).round() as u32
    }
}
