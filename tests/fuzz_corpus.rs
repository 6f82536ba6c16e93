//! What the fuzzer found worth keeping, tried again: no panic, and whatever is read can be written and read again.
#![allow(clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::fs;

use common::{files_in, fuzzed, path};

/// Tries all that is kept for a target; says how many of them something was taken from, and from how many nothing.
fn tried(target: &str, tries: fn(&[u8]) -> bool) -> (usize, usize) {
    let files = files_in(&format!("tests/fixtures/fuzz/{target}"), "");
    assert!(files.len() <= 100, "{target}: {} files", files.len());
    let taken = |file: &&String| {
        println!("{file}");
        tries(&fs::read(path(file)).unwrap())
    };
    let count = files.iter().filter(taken).count();
    (count, files.len() - count)
}

#[test]
fn links() {
    let (taken, refused) = tried("link", fuzzed::link);
    assert!(taken >= 10 && refused >= 10, "{taken}, {refused}");
}

#[test]
fn record_files() {
    let (taken, refused) = tried("record_file", fuzzed::record_file);
    assert!(taken >= 10 && refused >= 10, "{taken}, {refused}");
}

#[test]
fn instrument_files() {
    let (taken, refused) = tried("instrument_file", fuzzed::instrument_file);
    assert!(taken >= 10 && refused >= 10, "{taken}, {refused}");
}

#[test]
fn tables() {
    let (taken, refused) = tried("table", fuzzed::table);
    assert!(taken >= 10 && refused >= 20, "{taken}, {refused}");
}
