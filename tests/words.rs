//! The catalogues against the keys, and the keys against the interface that speaks them.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use common::{files_in, path, text_of};
use roundel::words::{Key, Words};
use serde_json::Value;

/// What a name in a catalogue says: one text, or one for each number.
type Texts = BTreeMap<String, Vec<(String, String)>>;

/// The files with words, by language. What home says and what only the other pages say are one catalogue here.
fn files() -> BTreeMap<String, Vec<String>> {
    let mut languages: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in files_in("public/words", ".json") {
        let language = file.split('.').next().unwrap().to_owned();
        languages.entry(language).or_default().push(file);
    }
    languages
}

/// What is said in each language.
fn catalogues() -> BTreeMap<String, Texts> {
    let of = |files: Vec<String>| files.iter().flat_map(|file| texts(&text_of(file))).collect();
    files().into_iter().map(|(language, files)| (language, of(files))).collect()
}

fn texts(json: &str) -> Texts {
    let all: BTreeMap<String, Value> = serde_json::from_str(json).unwrap();
    let each = all.into_iter().map(|(name, value)| {
        let texts = match value {
            Value::String(text) => vec![(String::new(), text)],
            Value::Object(forms) => {
                forms.into_iter().map(|(form, text)| (form, text.as_str().unwrap_or_default().to_owned())).collect()
            }
            other => panic!("{name}: {other}"),
        };
        (name, texts)
    });
    each.collect()
}

fn is_counted(texts: &[(String, String)]) -> bool {
    texts.iter().any(|(form, _)| !form.is_empty())
}

/// The names in braces, in one text or another.
fn placeholders<'a>(texts: impl IntoIterator<Item = &'a String>) -> BTreeSet<String> {
    let named = |text: &'a String| {
        text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name.to_owned())
    };
    texts.into_iter().flat_map(named).collect()
}

/// Where the files of a language, each with its name, and the keys do not fit together.
fn misfits(files: &[(&str, &str)]) -> Vec<String> {
    let mut found: BTreeMap<String, &str> = BTreeMap::new();
    let mut misfits = Vec::new();
    for (file, json) in files {
        for name in texts(json).into_keys() {
            if Key::ALL.iter().all(|key| key.name() != name) {
                misfits.push(format!("{file}: there is no key {name} in src/words/keys.rs"));
            }
            if let Some(other) = found.insert(name.clone(), file) {
                misfits.push(format!("{file}: {name} stands in {other} as well"));
            }
        }
    }
    let all: Vec<&str> = files.iter().map(|(file, _)| *file).collect();
    for name in Key::ALL.iter().map(|key| key.name()).filter(|name| !found.contains_key(*name)) {
        misfits.push(format!("{name} has no sentence: it stands neither in {}", all.join(" nor in ")));
    }
    misfits
}

#[test]
fn every_key_has_one_sentence_in_every_language_and_no_sentence_is_left_over() {
    assert!(!files().is_empty());
    for files in files().into_values() {
        let texts: Vec<String> = files.iter().map(|file| text_of(file)).collect();
        let named: Vec<(&str, &str)> = files.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).collect();
        assert_eq!(misfits(&named), [""; 0]);
    }
    let done = r#"{ "Done": "Done", "Dnoe": "?" }"#;
    assert_eq!(misfits(&[("a", done)]).len(), Key::ALL.len(), "gaps and what is misspelt are noticed");
    assert_eq!(misfits(&[("a", done), ("b", done)]).len(), Key::ALL.len() + 3, "and what is said twice");
}

#[test]
fn a_sentence_is_found_by_its_key() {
    for file in files().into_values().flatten() {
        let json = text_of(&file);
        let (words, texts) = (Words::parse(&json).unwrap(), texts(&json));
        for key in Key::ALL {
            let other = texts.get(key.name()).and_then(|texts| texts.last()).map(|(_, text)| text.as_str());
            assert_eq!(words.text(*key), other, "{file}: {}", key.name());
        }
    }
    assert!(Words::parse("404").is_none() && Words::parse("<!doctype html>").is_none());
}

#[test]
fn sentences_are_whole() {
    let check = |name: &str, texts: &[(String, String)]| {
        let forms: Vec<&str> = texts.iter().map(|(form, _)| form.as_str()).collect();
        assert!([&[""][..], &["one", "other"]].contains(&&forms[..]), "{name}: {forms:?}");
        for (_, text) in texts {
            assert!(!text.is_empty() && text.trim() == text && !text.contains("  "), "{name}: “{text}”");
            assert!(!text.contains(['\'', '"']), "{name}: ’ and “” stand in sentences: {text}");
            assert_eq!(text.matches('{').count(), text.matches('}').count(), "{name}: {text}");
            assert_eq!(text.matches('{').count(), text.split('{').filter(|part| part.contains('}')).count(), "{name}");
        }
        if is_counted(texts) {
            let other = placeholders(texts.iter().filter(|(form, _)| form == "other").map(|(_, text)| text));
            assert!(other.contains("n"), "{name} does not say how many");
        }
    };
    for (name, texts) in catalogues().into_values().flatten() {
        check(&name, &texts);
    }
}

#[test]
fn every_catalogue_counts_and_fills_in_the_same() {
    let of = |texts: &Texts| -> BTreeMap<String, (bool, BTreeSet<String>)> {
        let each = texts.iter();
        each.map(|(name, texts)| (name.clone(), (is_counted(texts), placeholders(texts.iter().map(|(_, text)| text)))))
            .collect()
    };
    let catalogues = catalogues();
    let first = catalogues.values().next().unwrap();
    for (language, texts) in &catalogues {
        assert_eq!(of(texts), of(first), "{language}");
    }
}

/// A call in the interface: `t`, `tf` or `tn`, the keys it names and the parts it fills in.
#[derive(Debug, PartialEq)]
struct Call {
    verb: String,
    keys: Vec<String>,
    parts: BTreeSet<String>,
}

/// The calls in a source. Strings hold no brackets here, which the tests of the interface's literals see to.
fn calls(source: &str) -> Vec<Call> {
    let mut found = Vec::new();
    for verb in ["t", "tf", "tn"] {
        for (at, _) in source.match_indices(&format!("{verb}(")) {
            let word = |c: char| c.is_alphanumeric() || c == '_';
            let defined = source[..at].ends_with("fn ");
            if !defined && !source[..at].ends_with(word) && !source[..at].ends_with('.') {
                found.push(call(verb, inside(&source[at + verb.len() + 1..])));
            }
        }
    }
    found
}

/// As much of `rest` as stands before the bracket that closes.
fn inside(rest: &str) -> &str {
    let mut depth = 1;
    for (at, c) in rest.char_indices() {
        depth += match c {
            '(' | '[' | '{' => 1,
            ')' | ']' | '}' => -1,
            _ => 0,
        };
        if depth == 0 {
            return &rest[..at];
        }
    }
    rest
}

fn call(verb: &str, arguments: &str) -> Call {
    let (first, rest) = arguments.split_once("&[").unwrap_or((arguments, ""));
    // Parts look like `("name", value)`; what a value itself calls has its own brackets.
    let parts = rest.split("(\"").skip(1).filter_map(|part| part.split_once("\",")).map(|(name, _)| name.to_owned());
    Call { verb: verb.into(), keys: keys_in(first), parts: parts.collect() }
}

fn keys_in(source: &str) -> Vec<String> {
    let names = source.split("Key::").skip(1).map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap());
    names.map(String::from).collect()
}

fn sources(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(fs::read_to_string(&path).unwrap());
        }
    }
}

fn interface() -> String {
    let mut found = Vec::new();
    sources(&path("src/ui"), &mut found);
    found.join("\n")
}

/// What is wrong with a call, given what the sentence wants.
fn fault(call: &Call, key: &str, texts: &[(String, String)]) -> Option<String> {
    let wanted = placeholders(texts.iter().map(|(_, text)| text));
    let (counts, given) = match call.verb.as_str() {
        "tn" => (true, BTreeSet::from([String::from("n")])),
        _ => (false, call.parts.clone()),
    };
    if is_counted(texts) != counts {
        Some(format!("{key} is said with `{}`", call.verb))
    } else if wanted != given {
        Some(format!("{key} wants {wanted:?} and gets {given:?}"))
    } else {
        None
    }
}

#[test]
fn what_is_filled_in_is_what_the_sentence_wants() {
    let source = interface();
    let calls = calls(&source);
    assert!(calls.len() > 100, "{}", calls.len());
    for (language, texts) in catalogues() {
        let faults: Vec<String> =
            calls.iter().flat_map(|call| call.keys.iter().filter_map(|key| fault(call, key, &texts[key]))).collect();
        assert_eq!(faults, [""; 0], "{language}");
    }
}

#[test]
fn a_wrong_call_is_noticed() {
    let texts = catalogues().into_values().next().unwrap();
    let check = |source: &str, wrong: bool| {
        let calls = calls(source);
        assert_eq!(calls.len(), 1, "{source}: {calls:?}");
        assert_eq!(fault(&calls[0], &calls[0].keys[0], &texts[&calls[0].keys[0]]).is_some(), wrong, "{source}");
    };
    check(r#"{tf(Key::LastRated, &[("date", &day_long(day))])}"#, false);
    check(r#"{tf(Key::LastRated, &[("day", &day_long(day))])}"#, true);
    check(r#"{tf(Key::StepOf, &[("step", &at.to_string())])}"#, true);
    check("{t(Key::Done)}", false);
    check("{t(Key::LastRated)}", true);
    check("{t(Key::Attributes)}", true);
    check("{tn(Key::Attributes, items.len())}", false);
    check("{tn(Key::Done, 2)}", true);
    assert_eq!(calls("fn tf(key: Key) {} chart.set(1); let x = at(Key::Done);"), []);
}

#[test]
fn every_sentence_is_said_somewhere() {
    // What columns mean is said by their names.
    let sources = [interface(), text_of("src/words/columns.rs")].concat();
    let said: BTreeSet<String> = keys_in(&sources).into_iter().collect();
    let silent: Vec<&str> = Key::ALL.iter().map(|key| key.name()).filter(|name| !said.contains(*name)).collect();
    assert_eq!(silent, [""; 0]);
}

#[test]
fn one_is_counted_apart_from_none_and_many() {
    let words = Words::parse(r#"{ "Attributes": { "one": "1 attribute", "other": "{n} attributes" } }"#).unwrap();
    let counted = [0, 1, 2, 21].map(|count| words.count(Key::Attributes, count).unwrap());
    assert_eq!(counted, ["0 attributes", "1 attribute", "2 attributes", "21 attributes"]);
    assert_eq!(words.count(Key::Statements, 2), None);
}
