//! How long links become, and how large their codes.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use common::charts::{CHARTS, audit_once, built_in, chart_twice};
use roundel::codec::{Shared, write_link};
use roundel::domain::Record;

/// An address of 45 characters, and what stands between it and the payload.
const ADDRESS: &str = "https://roundel.example.org/a/school/roundel/";
const OPEN: &str = "#/open/";

fn link(shared: &Shared) -> String {
    let forms = [built_in("mentor-skills-audit")];
    format!("{ADDRESS}{OPEN}{}", write_link(shared, &forms).unwrap())
}

fn mean_pole(record: &Record) -> f64 {
    let poles = record.instrument.items.iter().flat_map(|item| [&item.text, &item.opposite]);
    let lengths: Vec<usize> = poles.map(|pole| pole.chars().count()).collect();
    lengths.iter().sum::<usize>() as f64 / lengths.len() as f64
}

#[test]
fn a_chart_of_ten_rated_twice_is_short() {
    assert_eq!(ADDRESS.len(), 45);
    for (seed, words) in (1..).zip(&CHARTS) {
        let record = chart_twice(words, seed);
        let mean = mean_pole(&record);
        let long = link(&Shared::Record(record.clone())).len();
        let bare = link(&Shared::Record(Record { stamps: Default::default(), ..record })).len();
        println!("{}: poles of {mean:.1}, {long} characters; without times of change {bare}", words.0);
        assert!(long <= 700);
    }
}

#[test]
fn an_audit_sent_back_is_short() {
    for seed in 1..6 {
        let record = audit_once(built_in("mentor-skills-audit"), seed);
        let long = link(&Shared::Return(record.clone())).len();
        let bare = link(&Shared::Return(Record { stamps: Default::default(), ..record })).len();
        println!("audit: {long} characters; without times of change {bare}");
        assert!(long <= 200);
    }
}
