//! QR codes (ISO/IEC 18004): a link as one, and what stands in those of a picture.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// The largest code that is made: one that the camera of a phone still reads off another phone.
pub const QR_VERSION_MAX: u8 = 20;

/// How many characters fit into a code of [`QR_VERSION_MAX`].
pub const QR_CHARS_MAX: usize = 858;

/// How many fit into a code of version 15: of many, each is to be read at once.
pub const PIECE_CHARS_MAX: usize = 520;

/// A QR code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// From 1, the smallest, to [`QR_VERSION_MAX`].
    pub version: u8,
    /// How many modules each side has, without the quiet zone.
    pub size: usize,
    /// Whether each of them is dark, row by row.
    pub modules: Vec<bool>,
}

/// The smallest code of `link`, with as much correction as there is room for, at least that of level L; `None` where it
/// is longer than [`QR_CHARS_MAX`].
pub fn qr(link: &str) -> Option<Qr> {
    let segments = [QrSegment::make_bytes(link.as_bytes())];
    let (least, most) = (Version::MIN, Version::new(QR_VERSION_MAX));
    let code = QrCode::encode_segments_advanced(&segments, QrCodeEcc::Low, least, most, None, true).ok()?;
    let modules = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
    let modules = modules.map(|(x, y)| code.get_module(x, y)).collect();
    Some(Qr { version: code.version().value(), size: usize::try_from(code.size()).ok()?, modules })
}

/// What stands in the codes of a picture, of `width` times `height` pixels in rows of four bytes each: red, green, blue and
/// one that says nothing. Codes that cannot be read are left out.
pub fn read_qr(width: usize, height: usize, pixels: &[u8]) -> Vec<String> {
    if width == 0 || height == 0 || width.checked_mul(height).and_then(|all| all.checked_mul(4)) != Some(pixels.len()) {
        return Vec::new();
    }
    let (rows, _) = pixels.as_chunks::<4>();
    let light = |x: usize, y: usize| rows.get(y * width + x).map_or(u8::MAX, |pixel| lightness(*pixel));
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, height, light);
    picture.detect_grids().into_iter().filter_map(|code| Some(code.decode().ok()?.1)).collect()
}

/// How light a pixel looks (ITU-R BT.601).
fn lightness([red, green, blue, _]: [u8; 4]) -> u8 {
    let parts = [(red, 299_u32), (green, 587), (blue, 114)];
    u8::try_from(parts.iter().map(|&(part, share)| u32::from(part) * share).sum::<u32>() / 1000).unwrap_or(u8::MAX)
}
