//! What the fuzzer found worth keeping, tried again: no panic, and whatever is read can be written and read again.
#![allow(clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::fs;

use common::{files_in, fuzzed, path};

/// Tries all that is kept for a target.
fn try_all(target: &str, tries: fn(&[u8])) {
    let files = files_in(&format!("tests/fixtures/fuzz/{target}"), "");
    assert!((10..=100).contains(&files.len()), "{target}: {} files", files.len());
    for file in files {
        println!("{file}");
        tries(&fs::read(path(&file)).unwrap());
    }
}

#[test]
fn links() {
    try_all("link", fuzzed::link);
}

#[test]
fn record_files() {
    try_all("record_file", fuzzed::record_file);
}

#[test]
fn instrument_files() {
    try_all("instrument_file", fuzzed::instrument_file);
}

#[test]
fn tables() {
    try_all("table", fuzzed::record_file);
}
