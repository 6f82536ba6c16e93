//! Breaking a name into lines.

use super::measure::TextMeasure;

/// The most lines a name may take.
pub(super) const MAX_LINES: usize = 3;

/// A name broken into lines, with the room it needs.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Block {
    pub lines: Vec<String>,
    /// Width of the widest line, regular or bold: selecting a segment must not move its name.
    pub width: f64,
}

/// Width of one line whether it is drawn regular or bold.
pub(super) fn line_width(line: &str, size: f64, measure: &dyn TextMeasure) -> f64 {
    measure.width(line, size, false).max(measure.width(line, size, true))
}

/// The narrowest ways to set a name on one, two and three lines, each word kept whole. None for an
/// empty name; a way that is no narrower than one with fewer lines is left out.
pub(super) fn wraps(name: &str, size: f64, measure: &dyn TextMeasure) -> Vec<Block> {
    let words = words(name);
    let mut found: Vec<Block> = Vec::new();
    for count in 1..=MAX_LINES.min(words.len()) {
        let lines = narrowest(&words, count, size, measure);
        let width = lines.iter().map(|line| line_width(line, size, measure)).fold(0.0, f64::max);
        if found.last().is_none_or(|fewer| width + 1.0 < fewer.width) {
            found.push(Block { lines, width });
        }
    }
    found
}

/// The pieces between which a name may be broken: a lone sign such as "/" or "&" stays with the word
/// before it, since no line should begin with one.
pub(super) fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        match words.last_mut() {
            Some(before) if is_lone_sign(word) => {
                before.push(' ');
                before.push_str(word);
            }
            _ => words.push(word.to_owned()),
        }
    }
    words
}

fn is_lone_sign(word: &str) -> bool {
    word.chars().all(|sign| sign.is_ascii_punctuation() || ('\u{2010}'..='\u{2015}').contains(&sign))
}

/// The break into exactly `count` lines whose widest line is narrowest; lines of even width among
/// those that are equal in this.
fn narrowest(words: &[String], count: usize, size: f64, measure: &dyn TextMeasure) -> Vec<String> {
    if count <= 1 {
        return vec![words.join(" ")];
    }
    let mut best: Option<(f64, f64, Vec<String>)> = None;
    for split in 1..=words.len().saturating_sub(count - 1) {
        let (head, tail) = words.split_at(split);
        let first = head.join(" ");
        let width = line_width(&first, size, measure);
        // Longer heads only get wider: once the head alone is too wide, stop.
        if best.as_ref().is_some_and(|(widest, _, _)| width > *widest) {
            break;
        }
        let mut lines = narrowest(tail, count - 1, size, measure);
        lines.insert(0, first);
        let widths = lines.iter().map(|line| line_width(line, size, measure));
        let widest = widths.clone().fold(0.0, f64::max);
        let ragged = widths.map(|each| (widest - each).powi(2)).sum();
        let better = best
            .as_ref()
            .is_none_or(|(least, calm, _)| widest < least - 1e-9 || (widest < least + 1e-9 && ragged < *calm));
        if better {
            best = Some((widest, ragged, lines));
        }
    }
    best.map(|(_, _, lines)| lines).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::WidthTable;

    #[test]
    fn a_name_is_set_on_one_two_and_three_lines() {
        let blocks = wraps("Classroom behaviour management", 12.0, &WidthTable);
        let lines: Vec<_> = blocks.iter().map(|block| block.lines.clone()).collect();
        assert_eq!(lines.len(), 3);
        assert_eq!(lines[1], ["Classroom behaviour", "management"]);
        assert_eq!(lines[2], ["Classroom", "behaviour", "management"]);
        assert!(blocks[2].width < blocks[1].width);
    }

    #[test]
    fn no_line_begins_with_a_lone_sign() {
        for block in wraps("Musicianship / being musical", 12.0, &WidthTable) {
            assert!(!block.lines.iter().any(|line| line.starts_with('/')));
        }
    }

    #[test]
    fn words_are_never_split() {
        let blocks = wraps("Differentiation", 12.0, &WidthTable);
        assert_eq!(blocks.len(), 1);
        assert!(wraps(" \n ", 12.0, &WidthTable).is_empty());
    }

    #[test]
    fn more_lines_are_offered_only_when_narrower() {
        let blocks = wraps("I extraordinarily", 12.0, &WidthTable);
        assert_eq!(blocks.len(), 2);
        assert!(wraps("a b c", 12.0, &WidthTable).len() <= 3);
    }
}
