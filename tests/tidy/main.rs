//! The invariants of `ARCHITECTURE.md`, checked by reading the sources.
//!
//! Each rule is a function from text to complaints; beside each stands a sample that it must complain about, so that
//! a rule that has gone blind is noticed.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests; clippy's own exception does not reach their helpers"
)]

mod house;
mod interface;
mod parts;
mod rooms;
mod source;

use std::fs;
use std::path::{Path, PathBuf};

/// A source file: its path from the crate's root, and its text.
struct File {
    path: String,
    text: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every Rust file below `folder`, in order.
fn rust_files(folder: &str) -> Vec<File> {
    let mut folders = vec![root().join(folder)];
    let mut paths: Vec<PathBuf> = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                paths.push(path);
            }
        }
    }
    paths.sort();
    let file = |path: PathBuf| {
        let path = path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
        File { text: read(&path), path }
    };
    paths.into_iter().map(file).collect()
}

/// Fails with every complaint at once.
fn assert_none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n  {}\n", complaints.join("\n  "));
}
