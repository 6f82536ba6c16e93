//! The text in the bytes of a table, by whatever program it was saved: UTF-8; UTF-16, as Excel's "Unicode Text"; or
//! Windows-1252, as Excel's plain CSV in western Europe.

use std::borrow::Cow;

/// The text of a file.
pub(super) struct Decoded<'a> {
    pub text: Cow<'a, str>,
    /// Whether the bytes could be nothing else.
    pub certain: bool,
}

/// The text in `bytes`; `None` where they are none.
pub(super) fn decoded(bytes: &[u8]) -> Option<Decoded<'_>> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(Decoded { text: text.into(), certain: true });
    }
    let (text, certain) = match bytes {
        [0xff, 0xfe, units @ ..] => (utf16(units, u16::from_le_bytes)?, true),
        [0xfe, 0xff, units @ ..] => (utf16(units, u16::from_be_bytes)?, true),
        // Bytes that are no text at all have a zero among them.
        _ if bytes.contains(&0) => return None,
        _ => (bytes.iter().map(|byte| of_windows_1252(*byte)).collect(), false),
    };
    Some(Decoded { text: text.into(), certain })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (units, rest) = bytes.as_chunks();
    let text = char::decode_utf16(units.iter().map(|pair| unit(*pair))).collect::<Result<_, _>>().ok()?;
    rest.is_empty().then_some(text)
}

/// What stands in Windows-1252 where Latin-1 has no letters; five places are empty.
const FROM_80: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

fn of_windows_1252(byte: u8) -> char {
    let special = byte.checked_sub(0x80).and_then(|place| FROM_80.chars().nth(usize::from(place)));
    special.unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> Option<String> {
        decoded(bytes).map(|decoded| decoded.text.into_owned())
    }

    #[test]
    fn every_encoding_is_known() {
        assert_eq!(text("ð€ “x”".as_bytes()).as_deref(), Some("ð€ “x”"));
        assert_eq!(text(b"\xff\xfea\0\xac\x20").as_deref(), Some("a€"));
        assert_eq!(text(b"\xfe\xff\0a\x20\xac").as_deref(), Some("a€"));
        assert_eq!(text(b"\xf0\x80 \x93x\x94 \x9f\xa0\xff").as_deref(), Some("ð€ “x” Ÿ\u{a0}ÿ"));
    }

    #[test]
    fn what_is_no_text_is_none() {
        for bytes in [&b"\xff\xfea"[..], b"\xff\xfe\0\xd8", b"\x89PNG\0"] {
            assert_eq!(text(bytes), None, "{bytes:?}");
        }
        assert_eq!(FROM_80.chars().count(), 32);
    }
}
