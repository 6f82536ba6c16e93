//! A repertory grid as text that `OpenRepGrid` reads (`importTxt` in its `R/import.r`, and "Importing data" in its
//! documentation): blocks between `NAME` and `END NAME`, each on a line of its own; what stands outside of them is left
//! out. A construct is "left : right", the low end first; ratings stand construct by construct, one for each element,
//! with blanks between them and `NA` where there is none.

use super::file::NOTICE;
use super::iso;
use crate::domain::{Item, Occasion, Record};

/// The attributes of `record` as constructs, its times as elements, and where the owner needs to be as one more where they
/// have said so. `needed` is what that one is called.
pub fn write_grid(record: &Record, needed: &str) -> String {
    let times: Vec<&Occasion> = record.over().filter(|on| on.rated_count() > 0).collect();
    let newest = record.newest().map(|on| record.standing(on));
    let items: Vec<&Item> = record.instrument.items.iter().filter(|item| is_rated(item, &times)).collect();
    let level = |item: &Item| newest.as_ref()?.ratings.get(&item.id)?.needed;
    let has_levels = items.iter().any(|item| level(item).is_some());
    let mut elements: Vec<String> = times.iter().zip(1..).map(|(on, at)| element(on, at)).collect();
    elements.extend(has_levels.then(|| line(needed)));
    let constructs = items.iter().map(|item| format!("{} : {}", pole(&item.opposite), pole(&item.text)));
    let ratings = items.iter().map(|item| {
        let numbers = times.iter().map(|on| on.answer(&item.id).value());
        let numbers = numbers.chain(has_levels.then(|| level(item)));
        numbers.map(|number| number.map_or("NA".to_owned(), |number| number.to_string())).collect::<Vec<_>>().join(" ")
    });
    let scale = record.instrument.scale;
    [
        format!("{NOTICE}\n"),
        block("ELEMENTS", elements),
        block("CONSTRUCTS", constructs.collect()),
        block("RATINGS", ratings.collect()),
        block("RANGE", vec![format!("{} {}", scale.min, scale.max)]),
    ]
    .join("\n")
}

fn is_rated(item: &Item, times: &[&Occasion]) -> bool {
    times.iter().any(|on| on.answer(&item.id).value().is_some())
}

/// An occasion by its place and its day: two may have been on one day.
fn element(on: &Occasion, at: usize) -> String {
    format!("{at} {}", iso(on.rated_on))
}

fn block(name: &str, lines: Vec<String>) -> String {
    let lines: String = lines.into_iter().map(|line| line + "\n").collect();
    format!("{name}\n{lines}END {name}\n")
}

/// A pole, which may not hold what stands between two.
fn pole(text: &str) -> String {
    line(&text.replace(':', "–"))
}

/// A text as one line that is not empty.
fn line(text: &str) -> String {
    let flat = text.split(|sign: char| sign.is_whitespace() || sign.is_control());
    let flat = flat.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if flat.is_empty() { "–".to_owned() } else { flat }
}
