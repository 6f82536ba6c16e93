//! The repertory grid, read back by a reader written from `OpenRepGrid`'s `importTxt` (`R/import.r`): lines are trimmed, empty
//! ones dropped, tabs become blanks; a block lies between its name and END with its name; constructs are split at ":";
//! ratings at blanks, with NA for none.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use common::fixture;
use common::random::{any_record, cases};
use common::times::any_times;
use proptest::prelude::*;
use roundel::codec::write_grid;
use roundel::domain::{Occasion, Record};

#[derive(Debug)]
struct Grid {
    elements: Vec<String>,
    constructs: Vec<(String, String)>,
    ratings: Vec<Vec<Option<u8>>>,
    range: (u8, u8),
}

fn grid(text: &str) -> Grid {
    let lines: Vec<String> = text.split('\n').map(|line| line.replace('\t', " ").trim().to_owned()).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).filter(|line| !line.is_empty()).collect();
    let block = |name: &str| -> Vec<&str> {
        let places = |wanted: &str| -> Vec<usize> {
            lines.iter().enumerate().filter(|(_, line)| **line == wanted).map(|(at, _)| at).collect()
        };
        let (from, to) = (places(name), places(&format!("END {name}")));
        assert_eq!((from.len(), to.len()), (1, 1), "{name} stands once");
        lines[from[0] + 1..to[0]].to_vec()
    };
    let construct = |line: &&str| {
        let poles: Vec<&str> = line.split(':').map(str::trim).collect();
        let [left, right] = poles[..] else { panic!("two poles: {line}") };
        (left.to_owned(), right.to_owned())
    };
    let ratings = |line: &&str| -> Vec<Option<u8>> {
        line.split(' ').map(|cell| if cell == "NA" { None } else { Some(cell.parse().unwrap()) }).collect()
    };
    let range: Vec<u8> = block("RANGE")[0].split(' ').map(|number| number.parse().unwrap()).collect();
    Grid {
        elements: block("ELEMENTS").iter().map(ToString::to_string).collect(),
        constructs: block("CONSTRUCTS").iter().map(construct).collect(),
        ratings: block("RATINGS").iter().map(ratings).collect(),
        range: (range[0], range[1]),
    }
}

fn times(record: &Record) -> Vec<&Occasion> {
    record.over().filter(|on| on.rated_count() > 0).collect()
}

#[test]
fn a_chart_is_a_grid_of_its_times_and_where_its_owner_needs_to_be() {
    let record = fixture("three-times");
    let text = write_grid(&record, "Where I need to be");
    assert!(text.starts_with("My own ratings, for my development. Not an inspection or appraisal.\n"));
    let grid = grid(&text);
    assert_eq!(grid.elements.first().map(String::as_str), Some("1 2023-09-18"));
    assert_eq!(grid.elements.last().map(String::as_str), Some("Where I need to be"));
    assert_eq!(grid.elements.len(), times(&record).len() + 1);
    assert_eq!(grid.range, (0, 10));
    let (left, right) = &grid.constructs[1];
    assert_eq!(left, "Talks for half the lesson before a note is played", "the low end is the left one");
    assert_eq!(right, "Has every child making music within five minutes");
    assert_eq!(grid.ratings[1].first(), Some(&Some(4)));
    assert_eq!(grid.ratings[1].last(), Some(&Some(9)));
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn any_record_reads_back(record in prop_oneof![any_record(), any_times()], needed in "[a-zA-Z :]{0,12}") {
        let grid = grid(&write_grid(&record, &needed));
        let times = times(&record);
        let rated = |item: &&roundel::domain::Item| times.iter().any(|on| on.answer(&item.id).value().is_some());
        let items: Vec<_> = record.instrument.items.iter().filter(rated).collect();
        prop_assert_eq!(grid.constructs.len(), items.len());
        prop_assert_eq!(grid.range, (record.instrument.scale.min, record.instrument.scale.max));
        for (item, ratings) in items.iter().zip(&grid.ratings) {
            prop_assert_eq!(ratings.len(), grid.elements.len());
            for (on, read) in times.iter().zip(ratings) {
                prop_assert_eq!(*read, on.answer(&item.id).value());
            }
        }
    }
}
