//! How wide a text is.

use super::widths::{GREEK, GREEK_BOLD, GREEK_FROM, LATIN, LATIN_BOLD, LATIN_FROM};

/// Something that knows how wide a text is drawn.
///
/// The browser measures with its own fonts; [`WidthTable`] answers everywhere else.
pub trait TextMeasure {
    /// Width in CSS pixels of one line of text at a font size in CSS pixels.
    fn width(&self, text: &str, size: f64, bold: bool) -> f64;
}

/// A table that is at least as wide as the common system fonts, so that a layout made with it holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WidthTable;

impl TextMeasure for WidthTable {
    fn width(&self, text: &str, size: f64, bold: bool) -> f64 {
        let hundredths: u32 = text.chars().map(|sign| advance(sign, bold)).sum();
        f64::from(hundredths) * size / 100.0
    }
}

/// Advance of one character in hundredths of an em.
fn advance(sign: char, bold: bool) -> u32 {
    let code = u32::from(sign);
    let (latin, greek) = if bold { (&LATIN_BOLD, &GREEK_BOLD) } else { (&LATIN, &GREEK) };
    look_up(latin, LATIN_FROM, code).or_else(|| look_up(greek, GREEK_FROM, code)).unwrap_or_else(|| fallback(code))
}

fn look_up(table: &[u8], from: u32, code: u32) -> Option<u32> {
    let place = usize::try_from(code.checked_sub(from)?).ok()?;
    table.get(place).copied().map(u32::from)
}

/// Generous widths for everything else: a name that would have fitted becomes a number, which is
/// better than one that is cut off.
fn fallback(code: u32) -> u32 {
    match code {
        // Controls, combining marks, joiners, signs of direction and variation selectors take no room of their own.
        0..0x20 | 0x300..=0x36F | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0xFE00..=0xFE0F | 0xFEFF => 0,
        0x590..=0x5FF => 85,
        // Dashes, quotation marks, bullets, the ellipsis.
        0x2010..=0x2027 => 100,
        0x1E00..=0x1EFF | 0x2028..=0x206F => 112,
        // Ideographs, kana, Hangul and full-width forms fill one em.
        0x2E80..=0x9FFF | 0xAC00..=0xD7AF | 0xF900..=0xFAFF | 0xFF00..=0xFFEF | 0x20000..=0x3FFFF => 105,
        // Arabic and other joined scripts; pictures.
        0x600..=0x6FF => 140,
        0x1F000..=0x1FAFF => 150,
        _ => 190,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn em(text: &str, bold: bool) -> f64 {
        WidthTable.width(text, 1.0, bold)
    }

    #[test]
    fn latin_is_as_wide_as_the_widest_of_common_fonts() {
        // Sums of the advance widths of DejaVu Sans, and a little more.
        assert!(em("Planning", false) >= 4.309);
        assert!(em("Planning", false) < 4.5);
        assert!(em("WWW", true) >= 3.309);
        assert!(em("é", false) >= 0.615);
        assert!(em("Ш", true) >= 1.237);
    }

    #[test]
    fn bold_is_never_narrower() {
        for sign in (0x20..0x482).filter_map(char::from_u32) {
            let text = sign.to_string();
            // The fonts themselves make a few rare letters narrower in bold, by a hair.
            assert!(em(&text, true) >= em(&text, false) - 0.09, "{sign}");
        }
    }

    #[test]
    fn other_scripts_and_pictures_are_given_room() {
        assert!(em("音楽", false) >= 2.0);
        assert!(em("🎵", false) >= 1.4);
        assert!(em("e\u{301}", false) < 0.7);
        assert!(em("", false).abs() < 1e-9);
    }
}
