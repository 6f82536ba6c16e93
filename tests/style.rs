//! The colours of the style sheets: the same in each theme wherever they stand, and those of the wheel.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::collections::BTreeMap;

use common::text_of;
use roundel::chart::{Ink, Palette};

type Tokens = BTreeMap<String, String>;

const LIGHT: &str = ":root {";
const DARK_DEVICE: &str = "@media screen and (prefers-color-scheme: dark) {\n  :root:not([data-theme=\"light\"]) {";
const DARK_CHOSEN: &str = ":root[data-theme=\"dark\"] {";

/// The declarations of the first block that begins with `start`.
fn block(sheet: &str, start: &str) -> Tokens {
    let (_, rest) = sheet.split_once(start).unwrap_or_else(|| panic!("no {start}"));
    let (inside, _) = rest.split_once('}').unwrap();
    let pair = |line: &str| line.split_once(':').map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()));
    inside.split(';').filter_map(pair).collect()
}

fn sheet() -> String {
    text_of("public/styles/roundel.css")
}

/// `NowFaint` is `--now-faint` in a style sheet.
fn token(ink: Ink) -> String {
    let mut name = String::from("-");
    for c in format!("{ink:?}").chars() {
        if c.is_uppercase() {
            name.push('-');
        }
        name.extend(c.to_lowercase());
    }
    name
}

/// Colours that stand in one place and not, or otherwise, in the other.
fn differences(tokens: &Tokens, palette: &Palette) -> Vec<String> {
    let other = |ink: Ink| {
        let stated = tokens.get(&token(ink))?;
        (*stated != palette.hex(ink)).then(|| format!("{}: {stated}, drawn {}", token(ink), palette.hex(ink)))
    };
    Ink::ALL.into_iter().filter_map(other).collect()
}

#[test]
fn the_wheel_has_the_colours_of_the_page() {
    let sheet = sheet();
    for (start, palette) in [(LIGHT, Palette::LIGHT), (DARK_DEVICE, Palette::DARK), (DARK_CHOSEN, Palette::DARK)] {
        let tokens = block(&sheet, start);
        assert_eq!(differences(&tokens, &palette), [""; 0], "{start}");
        for ink in [
            Ink::Paper,
            Ink::Sheet,
            Ink::Ink,
            Ink::Soft,
            Ink::Line,
            Ink::Hair,
            Ink::Wash,
            Ink::Then,
            Ink::Now,
            Ink::NowFaint,
            Ink::Back,
            Ink::Band,
        ] {
            assert!(tokens.contains_key(&token(ink)), "{start} has no {}", token(ink));
        }
    }
    let light = block(&sheet, LIGHT);
    assert!(differences(&light, &Palette::DARK).len() > 5, "another colour is noticed");
}

#[test]
fn dark_is_the_same_by_device_and_by_choice() {
    let sheet = sheet();
    assert_eq!(block(&sheet, DARK_DEVICE), block(&sheet, DARK_CHOSEN));
}

#[test]
fn dark_states_every_colour_anew() {
    let sheet = sheet();
    let colours = |start: &str| -> Vec<String> {
        let coloured = |value: &String| value.starts_with('#') || value.starts_with("rgb");
        block(&sheet, start).into_iter().filter(|(_, value)| coloured(value)).map(|(name, _)| name).collect()
    };
    assert_eq!(colours(LIGHT), colours(DARK_CHOSEN));
    assert_eq!(block(&sheet, LIGHT)["color-scheme"], "light");
    assert_eq!(block(&sheet, DARK_CHOSEN)["color-scheme"], "dark");
}

#[test]
fn the_first_paint_has_the_colours_of_the_app() {
    let (boot, sheet, page) = (text_of("public/styles/boot.css"), sheet(), text_of("index.html"));
    let themes =
        [(":root {", LIGHT, "light"), ("@media (prefers-color-scheme: dark) {\n  :root {", DARK_DEVICE, "dark")];
    for (first, then, theme) in themes {
        let (first, then) = (block(&boot, first), block(&sheet, then));
        for name in ["paper", "ink", "soft"] {
            assert_eq!(first[&format!("--boot-{name}")], then[&format!("--{name}")], "{name} in {theme}");
        }
        let meta = format!("content=\"{}\" media=\"(prefers-color-scheme: {theme})\"", then["--paper"]);
        assert!(page.contains(&meta), "the browser's bar in {theme}");
    }
}
