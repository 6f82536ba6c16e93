//! Breaking running text into lines: as many as it takes, and nothing of it lost.

use super::measure::TextMeasure;
use super::wrap::words;

/// How often the room that balanced lines may leave free is halved: to a few pixels of a sheet.
const HALVINGS: usize = 6;

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Face {
    /// Font size, CSS pixels.
    pub size: f64,
    /// Whether it is bold.
    pub bold: bool,
}

/// `text` on lines no wider than `room` CSS pixels. Lines are broken between words; within one where its script or a
/// stroke allows it, and anywhere between two signs where it is wider than the room by itself.
fn filled(text: &str, face: Face, room: f64, measure: &dyn TextMeasure) -> Vec<String> {
    let fits = |line: &str| measure.width(line, face.size, face.bold) <= room;
    let (mut lines, mut line) = (Vec::new(), String::new());
    for (spaced, piece) in pieces(text) {
        let gap = if spaced && !line.is_empty() { " " } else { "" };
        let longer = [&line, gap, &piece].concat();
        if fits(&longer) {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        let mut rest = piece.as_str();
        while !fits(rest) {
            let (head, tail) = rest.split_at(longest(rest, &fits));
            if tail.is_empty() {
                break;
            }
            lines.push(head.to_owned());
            rest = tail.trim_start();
        }
        rest.clone_into(&mut line);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The same on as few lines, all about equally wide.
pub(super) fn balanced(text: &str, face: Face, room: f64, measure: &dyn TextMeasure) -> Vec<String> {
    let mut best = filled(text, face, room, measure);
    if best.len() < 2 {
        return best;
    }
    let width = |(_, piece): &(bool, String)| measure.width(piece, face.size, face.bold);
    let (mut narrow, mut wide) = (pieces(text).iter().map(width).fold(0.0, f64::max).min(room), room);
    for _ in 0..HALVINGS {
        let half = f64::midpoint(narrow, wide);
        let lines = filled(text, face, half, measure);
        if lines.len() > best.len() {
            narrow = half;
        } else {
            (wide, best) = (half, lines);
        }
    }
    best
}

/// The pieces between which a line may be broken, and whether a space goes before each.
fn pieces(text: &str) -> Vec<(bool, String)> {
    let mut pieces = Vec::new();
    for word in words(text) {
        let mut from = 0;
        let mut before = None;
        for (at, sign) in word.char_indices() {
            let after = word.get(at + sign.len_utf8()..).and_then(|rest| rest.chars().next());
            let ends = after.is_none_or(|after| may_break(before, sign, after));
            if ends && let Some(piece) = word.get(from..at + sign.len_utf8()) {
                pieces.push((from == 0, piece.to_owned()));
                from = at + sign.len_utf8();
            }
            before = Some(sign);
        }
    }
    pieces
}

/// Whether a line may end with `sign`, between `before` and `after` of one word: after a stroke or hyphen between
/// letters, and between ideographs or kana, of which a line neither begins with what closes nor ends with what opens.
fn may_break(before: Option<char>, sign: char, after: char) -> bool {
    const STROKES: &str = "-/\u{2010}\u{2013}";
    const OPENING: &str = "「『（【〈《〔［｛";
    const CLOSING: &str = "」』）】〉》〕］｝、。，．！？：；・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々";
    if sign == '\u{200B}' {
        return true;
    }
    if STROKES.contains(sign) {
        return before.is_some_and(char::is_alphabetic) && after.is_alphabetic();
    }
    (is_wide(sign) || is_wide(after)) && !OPENING.contains(sign) && !CLOSING.contains(after) && !joins(sign, after)
}

/// Whether a sign is one of a script that is written without spaces.
fn is_wide(sign: char) -> bool {
    matches!(u32::from(sign), 0x2E80..=0x9FFF | 0xF900..=0xFAFF | 0xFF00..=0xFFEF | 0x20000..=0x3FFFF)
}

/// How much of `text`, in bytes, fits by itself: whole signs with what is written on them, unless the first of them is
/// too wide already; at least one character.
fn longest(text: &str, fits: &dyn Fn(&str) -> bool) -> usize {
    let ends = || text.char_indices().map(|(at, sign)| (sign, at + sign.len_utf8()));
    let fit = |until: &usize| text.get(..*until).is_some_and(fits);
    let after = |until: usize| text.get(until..).and_then(|rest| rest.chars().next());
    let whole = ends().filter(|(sign, until)| after(*until).is_none_or(|after| !joins(*sign, after)));
    let all = |ends: &mut dyn Iterator<Item = (char, usize)>| ends.map(|(_, until)| until).take_while(fit).last();
    all(&mut { whole }).or_else(|| all(&mut ends())).or(ends().next().map(|(_, until)| until)).unwrap_or_default()
}

/// Whether two signs are one to the reader: marks stand on the sign before them, joiners between two.
fn joins(sign: char, after: char) -> bool {
    let joined = matches!(u32::from(after),
        0x300..=0x36F | 0x591..=0x5C7 | 0x610..=0x61A | 0x64B..=0x65F | 0x200C..=0x200D | 0x20D0..=0x20FF
        | 0xFE00..=0xFE0F | 0x1F3FB..=0x1F3FF | 0xE0020..=0xE007F);
    joined || sign == '\u{200D}'
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::WidthTable;

    const FACE: Face = Face { size: 10.0, bold: false };

    fn lines(text: &str, room: f64) -> Vec<String> {
        filled(text, FACE, room, &WidthTable)
    }

    #[test]
    fn lines_are_broken_between_words_and_all_blanks_are_one() {
        assert_eq!(lines("one  two\n three", 45.0), ["one two", "three"]);
        assert_eq!(lines(" \t ", 45.0), Vec::<String>::new());
        assert_eq!(lines("", 45.0), Vec::<String>::new());
    }

    #[test]
    fn a_word_that_is_too_long_goes_on_over_lines() {
        let word = "Donaudampfschifffahrtsgesellschaft";
        let broken = lines(&format!("a {word} b"), 60.0);
        assert!(broken.len() > 3);
        assert_eq!(broken[0], "a", "a word is not broken where it begins");
        assert_eq!(broken.concat().replace(' ', ""), format!("a{word}b"));
        assert!(broken.iter().all(|line| WidthTable.width(line, 10.0, false) <= 60.0));
        assert_eq!(lines("ab", 0.0), ["a", "b"], "no room at all still loses nothing");
    }

    #[test]
    fn strokes_between_letters_and_ideographs_can_end_a_line() {
        assert_eq!(lines("Singing/using voice", 60.0), ["Singing/", "using voice"]);
        assert_eq!(lines("from 10/100 on", 60.0), ["from", "10/100 on"]);
        assert_eq!(lines("音楽を教える。", 63.0), ["音楽を教え", "る。"], "a line does not begin with a full stop");
    }

    #[test]
    fn marks_stay_on_their_letters() {
        assert_eq!(lines("e\u{301}e\u{301}e\u{301}", 7.0), ["e\u{301}", "e\u{301}", "e\u{301}"]);
        let family = "👩\u{200D}👧";
        assert_eq!(lines(&family.repeat(2), 30.0), [family, family]);
        let chain = "👩\u{200D}".repeat(9);
        let broken = lines(&chain, 30.0);
        assert!(
            broken.iter().all(|line| WidthTable.width(line, 10.0, false) <= 30.0),
            "one sign wider than all the room"
        );
        assert_eq!(broken.concat(), chain);
    }

    #[test]
    fn balanced_lines_are_as_few_and_about_equally_wide() {
        let text = "Excellent teacher of music in a small school";
        let (full, even) = (lines(text, 190.0), balanced(text, FACE, 190.0, &WidthTable));
        assert_eq!(full.len(), even.len());
        let widest =
            |lines: &[String]| lines.iter().map(|line| WidthTable.width(line, 10.0, false)).fold(0.0, f64::max);
        assert!(widest(&even) < widest(&full));
        assert_eq!(even.join(" "), text);
    }
}
