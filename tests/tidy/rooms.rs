//! Which room of `src/` may know what.

use crate::source::Source;
use crate::{assert_none, rust_files};

/// The browser, and what stands for it.
const WEB: &[&str] = &[
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo_storage",
    "gloo_utils",
    "indexed_db_futures",
    "plotters_canvas",
];
/// What draws the interface and keeps it up to date.
const FRAMEWORK: &[&str] = &["leptos", "reactive_graph", "reactive_stores", "any_spawner"];
/// What gives another answer each time it is asked.
const CLOCK_AND_CHANCE: &[&str] = &["std::time", "uuid", "rand", "getrandom"];
/// What does so when it is called.
const CLOCK_CALLS: &[&str] = &["SystemTime", "Instant", "OffsetDateTime"];

struct Room {
    name: &'static str,
    /// The other rooms it may use.
    knows: &'static [&'static str],
    /// The outside crates and paths it may not use.
    shuns: &'static [&'static [&'static str]],
    serde: bool,
}

const PURE: &[&[&str]] = &[WEB, FRAMEWORK, CLOCK_AND_CHANCE];

/// Every room of `src/`. `main.rs` and `lib.rs` only put them together; a second binary is on its own.
const ROOMS: &[Room] = &[
    Room { name: "domain", knows: &[], shuns: PURE, serde: false },
    Room { name: "analysis", knows: &["domain"], shuns: PURE, serde: false },
    Room { name: "instruments", knows: &["domain"], shuns: PURE, serde: false },
    Room { name: "codec", knows: &["domain", "instruments"], shuns: PURE, serde: true },
    Room { name: "words", knows: &[], shuns: PURE, serde: true },
    Room { name: "chart", knows: &["domain", "analysis"], shuns: PURE, serde: false },
    Room {
        name: "state",
        knows: &["domain", "analysis", "instruments", "codec"],
        shuns: &[WEB, &["leptos"], CLOCK_AND_CHANCE],
        serde: false,
    },
    Room { name: "platform", knows: &["domain", "instruments", "codec", "chart", "state"], shuns: &[], serde: false },
    Room {
        name: "ui",
        knows: &["domain", "analysis", "instruments", "codec", "words", "chart", "state", "platform"],
        shuns: &[WEB, CLOCK_AND_CHANCE],
        serde: false,
    },
    Room {
        name: "bin",
        knows: &["domain", "analysis", "instruments", "codec", "words", "chart", "platform"],
        shuns: &[],
        serde: false,
    },
];

/// Outside of the rooms it may know, `state` stands on these alone.
const STATE_STANDS_ON: &[&str] = &["std", "crate", "super", "self", "reactive_graph", "reactive_stores", "thiserror"];

/// What a file in `room` uses and may not.
fn forbidden_knowledge(room: &str, path: &str, text: &str) -> Vec<String> {
    let Some(rules) = ROOMS.iter().find(|rules| rules.name == room) else {
        return vec![format!("{path}: `{room}` is no room: give it its rules in tests/tidy/rooms.rs")];
    };
    let source = Source::new(text);
    let mut complaints = Vec::new();
    let mut complain = |lines: Vec<usize>, what: &str| {
        complaints.extend(lines.into_iter().map(|line| format!("{path}:{line}: `{room}` may not know {what}")));
    };
    for name in rules.shuns.iter().copied().flatten() {
        complain(source.lines_naming(name), name);
    }
    if rules.shuns.contains(&CLOCK_AND_CHANCE) && room != "platform" {
        for name in CLOCK_CALLS {
            complain(source.lines_with(name, "::"), name);
        }
    }
    if !rules.serde {
        for name in ["serde", "serde_json"] {
            complain(source.lines_naming(name), "a serialised form (serde)");
        }
    }
    for other in ROOMS.iter().filter(|other| other.name != room && !rules.knows.contains(&other.name)) {
        let path = format!("crate::{}", other.name);
        complain(source.lines_naming(&path), &path);
    }
    // `use crate::{…}` would hide which rooms are meant.
    complain(source.lines_with("crate::", "{"), "several rooms in one `use crate::{…}`: one line for each");
    if room == "state" {
        for (line, code) in source.code.lines().enumerate() {
            let Some(used) = code.trim_start().trim_start_matches("pub ").strip_prefix("use ") else { continue };
            let first = used.split([':', ';', ' ']).next().unwrap_or("");
            let own = text.contains(&format!("mod {first};"));
            if !own && !STATE_STANDS_ON.contains(&first) {
                complain(vec![line + 1], first);
            }
        }
    }
    complaints
}

#[test]
fn every_room_knows_only_what_it_may() {
    let mut complaints = Vec::new();
    for file in rust_files("src") {
        let below = file.path.strip_prefix("src/").unwrap();
        let room = below.split(['/', '.']).next().unwrap();
        if !["main", "lib"].contains(&room) {
            complaints.extend(forbidden_knowledge(room, &file.path, &file.text));
        }
    }
    assert_none(&complaints);
}

#[test]
fn forbidden_knowledge_is_noticed() {
    for (room, bad) in [
        ("domain", "use leptos::prelude::*;"),
        ("domain", "use crate::codec::Repair;"),
        ("domain", "use std::time::Duration;"),
        ("domain", "let now = OffsetDateTime::now_utc();"),
        ("domain", "use serde::Serialize;"),
        ("analysis", "fn id() -> u64 { rand::random() }"),
        ("codec", "let window = web_sys::window();"),
        ("chart", "use plotters_canvas::CanvasBackend;"),
        ("chart", "use crate::{domain::Record, state::App};"),
        ("words", "use crate::ui::say;"),
        ("state", "use leptos::prelude::*;"),
        ("state", "use itertools::Itertools;"),
        ("state", "use crate::platform::today;"),
        ("platform", "use crate::ui::Root;"),
        ("ui", "use leptos::web_sys::HtmlElement;"),
        ("ui", "js_sys::Date::now()"),
        ("attic", "fn f() {}"),
    ] {
        assert!(!forbidden_knowledge(room, "sample.rs", bad).is_empty(), "{room}: {bad}");
    }
    let good =
        "//! Unlike leptos::prelude, this is plain.\nuse crate::domain::Record;\nuse reactive_graph::prelude::*;";
    assert_none(&forbidden_knowledge("state", "sample.rs", good));
}
