//! The words around sheets, as the app would say them.

use roundel::analysis::{Change, Mean, Pairing, rounded};
use roundel::chart::{LayerStyle, LegendMark, Reading, RowWords, SheetParts, SheetSpec};
use roundel::domain::{Date, Direction, Item, Scale};

pub const NOTE: &str = "My own ratings, for my development. Not an inspection or appraisal.";

pub const WORDS: RowWords = RowWords {
    text: |item: &Item| item.text.clone(),
    opposite: |item: &Item| if item.opposite.is_empty() { "not named yet".into() } else { item.opposite.clone() },
    reading,
    mean,
    absent,
    remarks,
    day: |day: Date| format!("{} {} {}", day.day(), day.month(), day.year()),
};

fn reading(reading: Reading, _: Scale, _: Direction) -> String {
    match reading {
        Reading::Value(value) => value.to_string(),
        Reading::Mean(mean) => rounded(mean, 1),
        Reading::NotApplicable => "doesn’t apply to me".into(),
        Reading::Blank | Reading::Absent => "not rated yet".into(),
    }
}

fn mean(mean: Mean) -> String {
    let words = mean.enough().map_or("too few".to_owned(), |value| rounded(value, 1));
    format!("{words} ({} of {})", mean.n, mean.of)
}

fn absent(pairing: Pairing) -> String {
    match pairing {
        Pairing::New => "not there yet".into(),
        Pairing::SetAside => "set aside".into(),
        Pairing::NotBoth | Pairing::Matched { .. } => "not asked".into(),
    }
}

fn remarks(change: &Change) -> Vec<String> {
    let reworded = change.reworded_from.as_ref().map(|(text, _)| format!("It read “{text}” then."));
    let idea = change.idea_changed().then(|| "My idea of this has changed.".to_owned());
    [reworded, idea].into_iter().flatten().collect()
}

/// A sheet of `parts` with words around them.
pub fn spec(title: &str, byline: &[&str], parts: SheetParts, (then, now): (&str, &str)) -> SheetSpec {
    let legend = |mark| {
        let words = match mark {
            LegendMark::Layer(LayerStyle::Then) => then,
            LegendMark::Layer(LayerStyle::Now) => now,
            LegendMark::Layer(LayerStyle::Needed) => "Where I need to be",
            LegendMark::Layer(LayerStyle::Back) => "Looking back",
            LegendMark::Layer(LayerStyle::Other) => "Another view",
            LegendMark::Blank => "Not rated yet",
            LegendMark::NotApplicable => "Doesn’t apply to me",
            LegendMark::Band => "About as much as my ratings move in two weeks",
        };
        (mark, words.to_owned())
    };
    SheetSpec {
        title: title.into(),
        byline: byline.iter().map(ToString::to_string).collect(),
        figure: parts.figure,
        legend: parts.marks.into_iter().map(legend).collect(),
        groups: parts.groups,
        note: NOTE.into(),
    }
}
