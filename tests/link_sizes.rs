//! How long links become, and how large their codes.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::collections::BTreeMap;

use common::charts::{CHARTS, audit_once, built_in, chart_of, chart_twice};
use common::text_of;
use roundel::codec::{QR_VERSION_MAX, Shared, qr, write_link};
use roundel::domain::{Record, Stamps};
use serde_json::Value;

/// An address of 45 characters, and what stands between it and the payload.
const ADDRESS: &str = "https://roundel.example.org/a/school/roundel/";
const OPEN: &str = "#/open/";

fn link(shared: &Shared) -> String {
    let forms = [built_in("mentor-skills-audit")];
    format!("{ADDRESS}{OPEN}{}", write_link(shared, &forms).unwrap())
}

/// How long the poles are on average, in characters.
fn mean_pole(record: &Record) -> f64 {
    let poles = record.instrument.items.iter().flat_map(|item| [&item.text, &item.opposite]);
    let lengths: Vec<usize> = poles.map(|pole| pole.chars().count()).collect();
    lengths.iter().sum::<usize>() as f64 / lengths.len() as f64
}

/// The length of the link to a record, and the version of its code.
fn measured(name: &str, shared: impl Fn(Record) -> Shared, record: &Record) -> (usize, u8) {
    let sent = link(&shared(record.clone()));
    let bare = link(&shared(Record { stamps: Stamps::default(), ..record.clone() })).len();
    let version = qr(&sent).unwrap().version;
    println!("{name}: {} characters, a code of version {version}; {bare} without times of change", sent.len());
    (sent.len(), version)
}

#[test]
fn a_chart_of_ten_rated_twice_is_short() {
    assert_eq!(ADDRESS.len(), 45);
    for (seed, words) in (1..).zip(&CHARTS) {
        let record = chart_twice(words, seed);
        assert!(mean_pole(&record) >= 26.0, "{}: {}", words.0, mean_pole(&record));
        let (length, version) = measured(words.0, Shared::Record, &record);
        assert!(length <= 700 && version <= QR_VERSION_MAX);
    }
}

/// Words that nobody chose: those of the app, one after the other, in poles of 26 characters and more.
fn poles_of_prose() -> Vec<String> {
    let sentences: BTreeMap<String, Value> = serde_json::from_str(&text_of("public/words/en-GB.pages.json")).unwrap();
    let all = sentences.values().filter_map(Value::as_str).collect::<Vec<_>>().join(" ");
    let mut poles = vec![String::new()];
    for word in all.split_whitespace().filter(|word| !word.contains(['{', '<'])) {
        let pole = poles.last_mut().unwrap();
        pole.push_str(word);
        if pole.chars().count() < 24 { pole.push(' ') } else { poles.push(String::new()) }
    }
    poles
}

#[test]
fn a_chart_of_any_words_is_short() {
    let mut longest = 0;
    for (seed, poles) in (1..).zip(poles_of_prose().chunks_exact(20)) {
        let (high, low) = poles.split_at(10);
        let record = chart_of("teacher", high.iter().zip(low).map(|(high, low)| (&high[..], &low[..])), seed);
        assert!((25.0..28.0).contains(&mean_pole(&record)), "{}", mean_pole(&record));
        longest = longest.max(link(&Shared::Record(record)).len());
    }
    println!("charts of any words: at most {longest} characters");
    assert!(longest <= 700);
}

#[test]
fn an_audit_sent_back_is_short() {
    for seed in 1..6 {
        let record = audit_once(built_in("mentor-skills-audit"), seed);
        let (length, version) = measured("audit", Shared::Return, &record);
        assert!(length <= 200 && version <= 10);
    }
}
