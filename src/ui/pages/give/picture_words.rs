//! What stands in a picture that is given, with all the words around it.

use crate::analysis::{Change, Comparison, Pairing, compare};
use crate::chart::{
    LayerStyle, LegendMark, RowWords, SheetParts, SheetSpec, layers_of, sheet_of_time, sheet_of_two, sheet_over_time,
};
use crate::domain::{Occasion, Record};
use crate::platform::{day_long, day_month};
use crate::state::Format;
use crate::ui::chart_words::{occasion_name, reading_short};
use crate::ui::pages::compare::reworded_words;
use crate::ui::pages::result::mean_words;
use crate::ui::say::{best_words, opposite_of, t, text_of, tf, title_of, who};
use crate::words::Key;

/// The picture of `given`, or none where it takes two times and there are not two.
pub fn picture_of(given: &Record, format: Format) -> Option<SheetSpec> {
    match format {
        Format::Change => of_two(given),
        Format::Lines => over_time(given),
        _ => Some(of_now(given)),
    }
}

/// What a picture shows, for whoever cannot see it.
pub fn sentence_of(spec: &SheetSpec) -> String {
    let row = |row: &crate::chart::SheetRow| {
        let values = row.values.iter().map(|value| value.words.as_str()).collect::<Vec<_>>().join(", ");
        tf(Key::PictureRow, &[("text", &row.text), ("values", &values)])
    };
    let rows = spec.groups.iter().flat_map(|group| &group.rows).map(row);
    std::iter::once(spec.byline.join(". ")).chain(rows).collect::<Vec<_>>().join(" ")
}

fn of_now(given: &Record) -> SheetSpec {
    let newest = given.newest().or_else(|| given.latest());
    let parts = newest.map(|on| sheet_of_time(given, on, &WORDS)).unwrap_or_default();
    let when = newest.map(when).unwrap_or_default();
    let now = newest.map(|on| day_long(on.rated_on)).unwrap_or_default();
    around(given, when, parts, ("", &now))
}

fn of_two(given: &Record) -> Option<SheetSpec> {
    let both = then_and_now(given)?;
    let (then, now) = (&both.then, &both.now);
    let parts = sheet_of_two(given, &both, &layers_of(given, &both), &WORDS);
    let (then_day, now_day) = (day_long(then.rated_on), day_long(now.rated_on));
    let when = tf(Key::GiveThenNow, &[("then", &when(then)), ("now", &when(now))]);
    Some(around(given, when, parts, (&then_day, &now_day)))
}

/// The first of the times that are given, and the newest.
pub fn then_and_now(given: &Record) -> Option<Comparison> {
    let times = given.comparable();
    let now = times.iter().rfind(|on| on.is_regular())?;
    let then = times.iter().find(|on| on.id != now.id)?;
    Some(compare(given, then, now))
}

fn over_time(given: &Record) -> Option<SheetSpec> {
    let times = given.comparable();
    let (first, last) = (times.first()?, times.last()?);
    let when = tf(Key::GiveThenNow, &[("then", &day_long(first.rated_on)), ("now", &day_long(last.rated_on))]);
    (times.len() > 1).then(|| around(given, when, sheet_over_time(given, &WORDS), ("", t(Key::SheetOwn))))
}

/// "13 June 2014 · first time"
fn when(on: &Occasion) -> String {
    [day_long(on.rated_on), occasion_name(on)].join(" · ")
}

fn around(given: &Record, when: String, parts: SheetParts, (then, now): (&str, &str)) -> SheetSpec {
    let legend = |mark| {
        let words = match mark {
            LegendMark::Layer(LayerStyle::Then) => then,
            LegendMark::Layer(LayerStyle::Now) => now,
            LegendMark::Layer(LayerStyle::Needed) => t(Key::LayerNeeded),
            LegendMark::Layer(LayerStyle::Back) => t(Key::LayerBack),
            LegendMark::Layer(LayerStyle::Other) => t(Key::AnotherView),
            LegendMark::Blank => t(Key::NotRatedYet),
            LegendMark::NotApplicable => t(Key::DoesNotApply),
            LegendMark::Band => t(Key::SheetBand),
        };
        (mark, words.to_owned())
    };
    let best = best_words(given.instrument.direction, given.instrument.scale);
    SheetSpec {
        title: title_of(given),
        byline: who(given).map(str::to_owned).chain([when]).chain(best).filter(|line| !line.is_empty()).collect(),
        figure: parts.figure,
        legend: parts.marks.into_iter().map(legend).collect(),
        groups: parts.groups,
        note: t(Key::ExportNote).to_owned(),
    }
}

const WORDS: RowWords = RowWords {
    text: text_of,
    opposite: opposite_of,
    reading: reading_short,
    mean: mean_words,
    absent,
    remarks,
    day: day_month,
};

fn absent(pairing: Pairing) -> String {
    let words = match pairing {
        Pairing::New => Key::SheetNotThere,
        Pairing::SetAside => Key::SheetSetAside,
        Pairing::NotBoth | Pairing::Matched { .. } => Key::SheetNotAsked,
    };
    t(words).to_owned()
}

fn remarks(change: &Change) -> Vec<String> {
    let idea = change.idea_changed().then(|| t(Key::ChangeSeenDifferently).to_owned());
    [reworded_words(change), idea].into_iter().flatten().collect()
}
