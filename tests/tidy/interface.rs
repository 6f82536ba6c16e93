//! What holds for the interface: no inline styles or markup, no `#[cfg]`, no sentences.

use crate::source::{Literal, Source};
use crate::{assert_none, read, rust_files};

/// What the strict policy refuses, and what belongs into `lib.rs` alone.
fn improper_code(path: &str, text: &str) -> Vec<String> {
    let source = Source::new(text);
    let mut complaints = Vec::new();
    let mut complain = |lines: Vec<usize>, what: &str| {
        complaints.extend(lines.into_iter().map(|line| format!("{path}:{line}: {what}")));
    };
    complain(source.lines_with("style", "="), "a style attribute is refused by the policy: a class, or `style:name=`");
    complain(source.lines_with("inner_html", ""), "`inner_html`: markup that nobody checked");
    for (line, code) in source.code.lines().enumerate() {
        // Where the release build splits the wasm.
        if matches!(code.trim(), "#[cfg(split)]" | "#[cfg(not(split))]") && path == "src/ui/place.rs" {
            continue;
        }
        if code.contains("#[cfg") || code.contains("#![cfg") || code.contains("cfg!(") {
            complain(vec![line + 1], "the interface is gated once, in lib.rs");
        }
    }
    for name in ["window", "document"] {
        complain(source.lines_with(name, "()"), "the browser is asked in `platform` only");
    }
    complaints
}

/// Attributes whose value a person reads or hears.
const SPOKEN: &[&str] = &["aria-label", "aria-description", "aria-valuetext", "alt", "label", "placeholder", "title"];

/// Names of keys on the keyboard.
const KEYS: &[&str] = &[
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "Backspace",
    "Delete",
    "End",
    "Enter",
    "Escape",
    "Home",
    "PageDown",
    "PageUp",
    "Space",
    "Tab",
];

/// Literals that look like a sentence and are none, each with the reason.
const NO_SENTENCE: &[(&str, &str)] = &[("Roundel", "the app's own name, the same in every language")];

/// Whether a literal is for people: two words in a row, or one that begins with a capital.
fn reads_like_words(literal: &Literal) -> bool {
    let before = literal.before.trim_end();
    if let Some(before) = before.strip_suffix('=') {
        let name = before.rsplit(|c: char| c.is_whitespace() || c == '<').next().unwrap_or("");
        // A value: of an attribute that is spoken, or of one that is for the machine.
        if !name.is_empty() && !SPOKEN.contains(&name) {
            return false;
        }
    }
    let text = literal.text.trim();
    if KEYS.contains(&text) || NO_SENTENCE.iter().any(|(known, _)| *known == text) {
        return false;
    }
    let plain = |word: &str| word.trim_matches(|c: char| c.is_ascii_punctuation()).chars().all(char::is_alphabetic);
    let text = without_placeholders(text);
    let words: Vec<&str> = text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).collect();
    let capital = text.starts_with(char::is_uppercase) && text.chars().nth(1).is_some_and(char::is_lowercase);
    capital || words.windows(2).any(|pair| plain(pair[0]) && plain(pair[1]))
}

/// A format string without what is filled in: `{x} of {y:.1}` says "of".
fn without_placeholders(text: &str) -> String {
    text.split('{')
        .enumerate()
        .map(|(n, part)| if n == 0 { part } else { part.split_once('}').map_or("", |(_, rest)| rest) })
        .collect()
}

fn sentences(path: &str, text: &str) -> Vec<String> {
    let literals = Source::new(text).literals;
    let found = literals.iter().filter(|literal| reads_like_words(literal));
    found.map(|literal| format!("{path}:{}: \"{}\" belongs into src/words", literal.line, literal.text)).collect()
}

#[test]
fn components_keep_to_the_policy() {
    let complaints: Vec<String> =
        rust_files("src/ui").iter().flat_map(|file| improper_code(&file.path, &file.text)).collect();
    assert_none(&complaints);
}

#[test]
fn improper_code_is_noticed() {
    for bad in [
        r#"view! { <p style="color: red">{x}</p> }"#,
        "view! { <p style=move || colour.get()>{x}</p> }",
        "view! { <p inner_html=text></p> }",
        "#[cfg(debug_assertions)]\nfn f() {}",
        "if cfg!(test) {}",
        "window().alert()",
        "leptos::prelude::document().title()",
    ] {
        assert!(!improper_code("sample.rs", bad).is_empty(), "{bad}");
    }
    assert_none(&improper_code("sample.rs", "view! { <p style:width=width class=\"a\">{x}</p> } // no style=\"…\""));
    let split = "#[cfg(split)]\nfn f() {}";
    assert_none(&improper_code("src/ui/place.rs", split));
    assert!(!improper_code("src/ui/root.rs", split).is_empty());
}

#[test]
fn no_sentence_stands_in_a_component() {
    let complaints: Vec<String> =
        rust_files("src/ui").iter().flat_map(|file| sentences(&file.path, &file.text)).collect();
    assert_none(&complaints);
}

#[test]
fn sentences_are_noticed() {
    for bad in [
        r#"view! { <h1>"Saved"</h1> }"#,
        r#"view! { <p>"rate again"</p> }"#,
        r#"view! { <button aria-label="Close">{x}</button> }"#,
        r#"view! { <input placeholder="for example"/> }"#,
        r#"format!("{n} rated, {m} open")"#,
        r#"let title = if new { "New chart" } else { old };"#,
    ] {
        let complaints = sentences("sample.rs", bad);
        // `let title = "…"` is code, not an attribute, and still noticed.
        assert!(!complaints.is_empty(), "{bad}");
    }
    for good in [
        r#"view! { <p class="page wide" role="status">{t(Key::Saved)}</p> }"#,
        r#"match key { "ArrowLeft" | "Home" => lower(), _ => {} }"#,
        r#"format!("{x} {y}")"#,
        r#"fetch("words/en-GB.json") // "A comment"#,
    ] {
        assert_none(&sentences("sample.rs", good));
    }
}

/// What a page under the strict policy may not contain.
fn inline_parts(html: &str) -> Vec<String> {
    let lower = html.to_lowercase();
    let mut complaints = Vec::new();
    for tag in lower.split('<').skip(1) {
        let (tag, content) = tag.split_once('>').unwrap_or((tag, ""));
        let name = tag.split(char::is_whitespace).next().unwrap_or("");
        if name == "script" && (!tag.contains(" src=") || !content.trim().is_empty()) {
            complaints.push(format!("an inline script: <{tag}>"));
        }
        if name == "style" {
            complaints.push(format!("an inline style sheet: <{tag}>"));
        }
        for attribute in tag.split_whitespace().skip(1) {
            let name = attribute.split('=').next().unwrap_or("");
            if attribute.contains('=') && (name == "style" || name.starts_with("on")) {
                complaints.push(format!("an inline {name}: <{tag}>"));
            }
        }
    }
    complaints
}

#[test]
fn the_page_has_no_inline_parts() {
    assert_none(&inline_parts(&read("index.html")));
}

#[test]
fn inline_parts_are_noticed() {
    for bad in [
        "<script>start()</script>",
        "<script src=\"a.js\">start()</script>",
        "<style>p { color: red }</style>",
        "<p style=\"color: red\">",
        "<body onload=\"start()\">",
    ] {
        assert!(!inline_parts(bad).is_empty(), "{bad}");
    }
    assert_none(&inline_parts("<script type=\"module\" src=\"boot.js\"></script><link rel=\"stylesheet\">"));
}
