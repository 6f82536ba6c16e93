//! What holds for the house as a whole: its root, its files' length, its policy, its lock files.

use std::fs;

use crate::{assert_none, read, root, rust_files};

/// What may stand in the root: a reader sees at a glance what this is.
const ROOT: &[&str] = &[
    ".ci",
    ".git",
    ".gitignore",
    "ARCHITECTURE.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "Makefile",
    "README.md",
    "build.rs",
    "clippy.toml",
    "index.html",
    "public",
    "rust-toolchain.toml",
    "rustfmt.toml",
    "src",
    "tests",
];
/// What is made there, and ignored by git.
const MADE: &[&str] = &[".tools", "dist", "target"];

fn strangers<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let stranger = |name: &&str| !ROOT.contains(name) && !MADE.contains(name);
    names.into_iter().filter(stranger).map(|name| format!("{name} does not belong into the root folder")).collect()
}

#[test]
fn the_root_is_clean() {
    let names: Vec<String> =
        fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert_none(&strangers(names.iter().map(String::as_str)));
    let ignored = read(".gitignore");
    for made in MADE {
        assert!(ignored.lines().any(|line| line == format!("/{made}/")), "{made} is not ignored by git");
    }
    assert_eq!(strangers(["src", "notes.txt"]).len(), 1, "a stranger is noticed");
}

const LONGEST: usize = 400;
/// Files that may be longer, each with the reason.
const LONG: &[(&str, &str)] = &[("src/words/keys.rs", "one list, a key a line")];

fn too_long(path: &str, text: &str) -> Option<String> {
    let lines = text.lines().count();
    let allowed = LONG.iter().any(|(long, _)| *long == path);
    (lines > LONGEST && !allowed)
        .then(|| format!("{path} has {lines} lines; {LONGEST} is the most: what is its second subject?"))
}

#[test]
fn no_file_is_too_long() {
    let complaints: Vec<String> =
        rust_files("src").iter().filter_map(|file| too_long(&file.path, &file.text)).collect();
    assert_none(&complaints);
    assert!(too_long("sample.rs", &"\n".repeat(LONGEST + 1)).is_some(), "a long file is noticed");
    assert!(too_long("sample.rs", &"\n".repeat(LONGEST)).is_none());
}

/// The policy that a text states, from `default-src` to the closing quote.
fn policy(text: &str) -> Option<&str> {
    let start = text.find("default-src ")?;
    let rest = &text[start..];
    rest.find(['"', '`', '\n']).map(|end| rest[..end].trim_end())
}

#[test]
fn the_policy_is_the_same_everywhere() {
    let page = read("index.html");
    let stated = policy(&page).expect("index.html states the policy");
    assert!(stated.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "), "{stated}");
    assert!(!stated.contains("'unsafe-inline'") && !stated.contains("'unsafe-eval'") && !stated.contains('*'));
    for place in ["public/sw.js", "tests/tools/serve.mjs"] {
        assert_eq!(policy(&read(place)), Some(stated), "{place}");
    }
    assert_eq!(policy(&read("README.md")), Some(stated), "README.md");
    assert_eq!(policy("x = \"default-src 'self'; img-src *\";"), Some("default-src 'self'; img-src *"));
}

/// Places other than the public ones that a lock file would fetch from.
fn foreign_sources(path: &str, text: &str) -> Vec<String> {
    let public = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";
    let foreign = |line: &&str| (line.contains("://") || line.contains("\"resolved\"")) && line.trim() != public;
    text.lines().filter(foreign).map(|line| format!("{path}: {}", line.trim())).collect()
}

#[test]
fn lock_files_name_no_place() {
    let paths =
        ["Cargo.lock", "tests/fuzz/Cargo.lock", "tests/package-lock.json", "tests/package.json", "tests/.npmrc"];
    let complaints: Vec<String> = paths.iter().flat_map(|path| foreign_sources(path, &read(path))).collect();
    assert_none(&complaints);
    assert_eq!(foreign_sources("sample", "\"resolved\": \"https://registry.example/a.tgz\"").len(), 1);
    assert_eq!(foreign_sources("sample", "source = \"git+https://example.org/a\"").len(), 1);
}
