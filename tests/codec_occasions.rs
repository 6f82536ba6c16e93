//! What version 3 of a record has beside the versions before: whose view a time is and of when, what was asked on it,
//! and what was written when then and now stood side by side.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use common::{broken_rule, day, fixture, item, record_files, text_of};
use roundel::codec::{iso, write_file};
use roundel::domain::{Answer, Kind, Occasion, Rater};
use serde_json::Value;

#[test]
fn a_kept_file_of_the_newest_version_is_written_as_it_stands() {
    let mut count = 0;
    for file in record_files() {
        let mut kept: Value = serde_json::from_str(&text_of(&file)).unwrap();
        if kept["version"] == 3 {
            count += 1;
            kept.as_object_mut().unwrap().remove("about");
            let saved = day(kept["saved"].as_str().unwrap());
            let opened = roundel::codec::read_file(text_of(&file).as_bytes()).unwrap();
            let written = write_file(&opened.records.iter().collect::<Vec<_>>(), saved);
            assert_eq!(serde_json::from_str::<Value>(&written).unwrap(), kept, "{file}");
        }
    }
    assert!(count > 0);
}

#[test]
fn the_chart_of_three_times_stands_as_it_was_made() {
    let record = fixture("three-times");
    assert_eq!(broken_rule(&record), None);
    let views: Vec<String> = record
        .occasions
        .iter()
        .map(|on| {
            let whose = if let Rater::Other(label) = &on.rater { label } else { "me" };
            let asked = if on.quick { "some" } else { "all" };
            format!("{} {} {:?} {whose} {asked} {}", iso(on.rated_on), iso(on.refers_to), on.kind, on.ratings.len())
        })
        .collect();
    let expected = [
        "2023-09-18 2023-09-18 Baseline me all 10",
        "2023-09-27 2023-09-27 SecondBaseline me all 10",
        "2024-06-24 2024-06-24 Interim me all 11",
        "2025-01-20 2025-01-20 Interim me some 3",
        "2025-09-15 2025-09-15 Final me all 11",
        "2025-09-16 2023-09-18 Retrospective me all 9",
        "2025-09-17 2025-09-17 Final mentor all 11",
    ];
    assert_eq!(views, expected);
    assert!(record.occasions.iter().all(|on| on.finished));
    let answers: Vec<Answer> =
        record.occasions.iter().flat_map(|on| on.ratings.values().map(|rating| rating.answer)).collect();
    let count = |wanted: Answer| answers.iter().filter(|answer| **answer == wanted).count();
    assert_eq!((count(Answer::Blank), count(Answer::DoesNotApply)), (1, 1));
    let end = &record.occasions[4];
    let marked = |of: fn(&roundel::domain::Rating) -> bool| end.ratings.values().filter(|it| of(it)).count();
    assert_eq!((marked(|it| it.importance.is_some()), marked(|it| it.idea_changed), end.focus.len()), (5, 1, 3));
    let context = |on: &Occasion| !on.context.is_empty();
    assert_eq!(
        record.occasions.iter().map(context).collect::<Vec<_>>(),
        [true, false, false, false, true, false, false]
    );
    let reworded = record.item(&item("a06")).unwrap();
    assert_eq!((reworded.earlier[0].text.as_str(), reworded.earlier[0].settled), ("Good behaviour", true));
    let aside: Vec<&str> =
        record.instrument.items.iter().filter(|item| !item.is_active()).map(|item| item.id.as_str()).collect();
    assert_eq!((aside, end.kind), (vec!["a07"], Kind::Final));
}
