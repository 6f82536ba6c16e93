//! A QR code as a picture: dark on light, so that a camera finds it; to be painted with [`super::Palette::LIGHT`] in every
//! theme.

use super::geometry::Point;
use super::scene::{Ink, Scene};

/// The light border that a reader needs on each side, in modules (ISO/IEC 18004).
const QUIET: usize = 4;

/// The picture of a code of `size` modules a side, dark or not, row by row: a CSS pixel each, on its ground. Painted at a
/// whole number of pixels for each, its edges are sharp.
pub fn qr_scene(modules: &[bool], size: usize) -> Scene {
    let whole = (size + 2 * QUIET) as f64;
    let mut scene = Scene { width: whole, height: whole, shapes: Vec::new() };
    for (y, row) in modules.chunks_exact(size.max(1)).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|one, next| one == next) {
            if run.first() == Some(&true) {
                scene.polygon(bar(x, y, run.len()), Ink::Ink);
            }
            x += run.len();
        }
    }
    scene.on_ground(Ink::Sheet)
}

/// Modules beside each other as one area.
fn bar(x: usize, y: usize, length: usize) -> Vec<Point> {
    let corner = |x: usize, y: usize| Point { x: (x + QUIET) as f64, y: (y + QUIET) as f64 };
    vec![corner(x, y), corner(x + length, y), corner(x + length, y + 1), corner(x, y + 1)]
}
