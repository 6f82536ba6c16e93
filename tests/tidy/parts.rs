//! What belongs to the first part of the app, and that its words and its styles come with it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::source::{Source, is_word};
use crate::{File, assert_none, read, rust_files};

/// Where the first part begins: what it uses of the interface belongs to it as well.
const BEGINS: &[&str] = &["src/ui/root.rs", "src/ui/pages/home.rs"];
/// The choice of the page names the pages of the second part, and the build splits them off there.
const SPLIT: &str = "src/ui/place.rs";

/// Where the words of the first part stand, and those of the second.
const HOME: &str = "public/words/en-GB.json";
const PAGES: &str = "public/words/en-GB.pages.json";

/// Where the styles of the first part stand, and those of the second.
const HOME_STYLES: &str = "public/styles/roundel.css";
const PAGES_STYLES: &str = "public/styles/pages.css";

/// What a source uses of the interface: the folder or file it is in, where that is said, and its name.
fn uses(path: &str, code: &str) -> Vec<(Option<String>, String)> {
    let mut found = Vec::new();
    for (at, start) in code.match_indices("crate::ui::").chain(code.match_indices("super::")) {
        let rest = &code[at + start.len()..];
        let end = rest.find(|c: char| !is_word(c) && c != ':').unwrap_or(rest.len());
        let (place, name) = rest[..end].rsplit_once("::").unwrap_or(("", &rest[..end]));
        if path == SPLIT && place == "pages" {
            continue;
        }
        let place = place.rsplit("::").next().filter(|place| !place.is_empty()).map(String::from);
        let listed = rest[end..].strip_prefix('{').and_then(|list| list.split_once('}')).map_or("", |(list, _)| list);
        let names = [name].into_iter().chain(listed.split(|c| !is_word(c))).filter(|name| !name.is_empty());
        found.extend(names.map(|name| (place.clone(), name.to_owned())));
    }
    found
}

/// Whether `file` is where `name` is made, which is used as something of `place`.
fn makes(file: &File, place: Option<&str>, name: &str) -> bool {
    let within = |place: &str| file.path.split(['/', '.']).any(|folder| folder == place);
    let made = |line: &str| {
        let mut words = line.split(|c| !is_word(c)).skip_while(|word| ["async", "const", "pub"].contains(word));
        let kind = words.next().unwrap_or("");
        let constant = line.starts_with("pub const ") && kind == name;
        constant || (["enum", "fn", "static", "struct", "type"].contains(&kind) && words.next() == Some(name))
    };
    place.is_none_or(within) && file.text.lines().any(|line| line.starts_with("pub ") && made(line))
}

/// The files of the first part: where it begins, what that uses, what this uses in turn.
fn first_part(files: &[File]) -> Vec<&File> {
    let mut found: Vec<&File> = files.iter().filter(|file| BEGINS.contains(&file.path.as_str())).collect();
    let mut at = 0;
    while let Some(file) = found.get(at) {
        let used = uses(&file.path, &Source::new(&file.text).code);
        for other in files {
            let is_used = used.iter().any(|(place, name)| makes(other, place.as_deref(), name));
            if is_used && found.iter().all(|known| known.path != other.path) {
                found.push(other);
            }
        }
        at += 1;
    }
    found
}

/// The keys that each file says.
fn said(file: &File) -> BTreeSet<String> {
    let code = Source::new(&file.text).code;
    let rest = code.split("Key::").skip(1);
    rest.map(|rest| rest.split(|c| !is_word(c)).next().unwrap().to_owned()).collect()
}

fn names(json: &str) -> BTreeSet<String> {
    let all: BTreeMap<String, Value> = serde_json::from_str(json).unwrap();
    all.into_keys().collect()
}

/// Sentences that stand in the wrong catalogue.
fn misplaced(files: &[File], home: &BTreeSet<String>, pages: &BTreeSet<String>) -> Vec<String> {
    let first = first_part(files);
    let mut of_home = BTreeSet::new();
    let mut complaints = Vec::new();
    for file in &first {
        for name in said(file) {
            if pages.contains(&name) {
                complaints.push(format!("{} belongs to the first part: {name} goes from {PAGES} to {HOME}", file.path));
            }
            of_home.insert(name);
        }
    }
    let late = home.difference(&of_home);
    complaints
        .extend(late.map(|name| format!("no file of the first part says {name}: it goes from {HOME} to {PAGES}")));
    complaints
}

#[test]
fn home_has_its_words_with_the_first_part() {
    let files = rust_files("src/ui");
    assert_none(&misplaced(&files, &names(&read(HOME)), &names(&read(PAGES))));
    let first: Vec<&str> = first_part(&files).iter().map(|file| file.path.as_str()).collect();
    for known in [SPLIT, "src/ui/say.rs", "src/ui/components/notice_bar.rs", "src/ui/components/save_state.rs"] {
        assert!(first.contains(&known), "{known} in {first:?}");
    }
    assert!(!first.contains(&"src/ui/pages/more.rs"), "{first:?}");
}

#[test]
fn words_in_the_wrong_catalogue_are_noticed() {
    let file = |path: &str, text: &str| File { path: path.into(), text: text.into() };
    let files = [
        file("src/ui/root.rs", "use super::place::Place;\nuse super::components::{\n    Bar, Other,\n};"),
        file("src/ui/place.rs", "use super::pages::{HomePage, MorePage};\npub enum Place { A }"),
        file("src/ui/pages/home.rs", "pub fn HomePage() { crate::ui::rows::rows(Key::Home) }"),
        file("src/ui/pages/more.rs", "pub fn MorePage() { t(Key::More) }\npub struct Place;"),
        file("src/ui/components/bar.rs", "pub fn Bar() { t(Key::Bar) } // not Key::Comment"),
        file("src/ui/rows.rs", "pub async fn rows() { t(Key::Rows) }"),
    ];
    let set = |names: &[&str]| names.iter().map(ToString::to_string).collect::<BTreeSet<String>>();
    assert_none(&misplaced(&files, &set(&["Bar", "Home", "Rows"]), &set(&["More"])));
    for (home, pages) in [
        (&["Bar", "Home"][..], &["More", "Rows"][..]),
        (&["Home", "Rows"], &["Bar", "More"]),
        (&["Bar", "Rows"], &["Home", "More"]),
        (&["Bar", "Home", "More", "Rows"], &[]),
    ] {
        assert_eq!(misplaced(&files, &set(home), &set(pages)).len(), 1, "{home:?}");
    }
}

/// The selectors of a style sheet.
fn selectors(sheet: &str) -> Vec<String> {
    let code = Source::new(sheet).code;
    let mut found = Vec::new();
    for (at, _) in code.match_indices('{') {
        let list = code[..at].rsplit(['{', '}', ';']).next().unwrap().trim();
        let mut depth = 0;
        let between = |c: char| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            c == ',' && depth == 0
        };
        if !list.starts_with('@') {
            found.extend(list.split(between).map(|selector| selector.trim().to_owned()));
        }
    }
    found
}

/// The classes and the attributes that stand after `sign` in a selector.
fn named(selector: &str, sign: char) -> Vec<&str> {
    let name = |rest: &'_ str| rest.find(|c| !is_word(c) && c != '-').unwrap_or(rest.len());
    selector.split(sign).skip(1).map(|rest| &rest[..name(rest)]).collect()
}

/// Rules of the second style sheet that are of use for the first part: all that they name is given there.
fn late_rules(files: &[File], pages: &str) -> Vec<String> {
    let sources: Vec<Source> = first_part(files).iter().map(|file| Source::new(&file.text)).collect();
    let of_class = |source: &Source| -> Vec<String> {
        let literals = source.literals.iter().filter(|literal| literal.before.contains("class="));
        literals.flat_map(|literal| literal.text.split_whitespace()).map(String::from).collect()
    };
    let classes: BTreeSet<String> = sources.iter().flat_map(of_class).collect();
    let is_given = |name: &str| sources.iter().any(|source| source.code.contains(&format!("{name}=")));
    let late = |selector: &String| {
        named(selector, '.').iter().all(|class| classes.contains(*class))
            && named(selector, '[').into_iter().all(is_given)
    };
    let late = selectors(pages).into_iter().filter(late);
    late.map(|selector| format!("{PAGES_STYLES} changes home once it arrives: `{selector}`, to {HOME_STYLES}?"))
        .collect()
}

#[test]
fn home_has_its_styles_with_the_first_part() {
    assert_none(&late_rules(&rust_files("src/ui"), &read(PAGES_STYLES)));
}

#[test]
fn styles_that_come_too_late_are_noticed() {
    let text = r#"view! { <p role="note" class=if old { "old" } else { "soft" }></p> }"#;
    let files = [File { path: "src/ui/root.rs".into(), text: text.into() }];
    for late in ["p", ".soft", ".old > p", "/* a */ .new, p.soft", "[role=\"note\"]", "@media print { .a {} .old"] {
        assert_eq!(late_rules(&files, &format!("{late} {{ color: red; }}")).len(), 1, "{late}");
    }
    for good in [".new", ".soft.new", ".new > p:is(.old, p)", ".new-p .soft", "p[aria-disabled=\"true\"]"] {
        assert_none(&late_rules(&files, &format!("{good} {{ color: red; }}")));
    }
}
