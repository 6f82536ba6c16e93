//! The table of widths that labels are laid out with, against the widths this browser draws.

use roundel::chart::{TextMeasure, WidthTable};
use roundel::platform::BrowserMeasure;
use wasm_bindgen_test::wasm_bindgen_test;

/// The sizes at which a wheel writes, in CSS pixels.
const SIZES: [f64; 7] = [9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 16.0];

/// Attributes as people write them, from the evaluation's Table 6, the fixtures, and other languages.
const TEXTS: &[&str] = &[
    "Planning",
    "Demonstrate subject knowledge",
    "Using student data",
    "Classroom behaviour management",
    "Assessment for learning",
    "Effective feedback",
    "Differentiation",
    "Motivating pupils",
    "Having empathy for pupils",
    "Reflective practitioner",
    "Musicianship / being musical",
    "Having high expectations",
    "Singing/using voice",
    "has excellent tuning",
    "extremely out of tune",
    "“Well done”, and on we go",
    "Doesn’t give up – ever…",
    "WWWWWWWWWWWWWWWWWWWW",
    "MMMMMMMMMM mmmmmmmmmm",
    "iiiiiiiiiiiiiiiiiiiiiiiiiiiiii",
    "lllllllllllllll ijijijij",
    "ALL CAPITALS ABOUT EVERYTHING",
    "0123456789 & 100 % (at least) #1 @home",
    "AV To LT Ty ffi fl fi",
    "Zuhören können, Überblick, Größe, Maß",
    "Écoute, élève, ça, où, œuvre, naïf",
    "Ærlighed, øvelse, på, Åbenhed",
    "Ψυχή, μουσική, δάσκαλος",
    "Музыкальность и терпение, Щедрость",
    "Żółć, łąka, čeština, ďábel, ğ, ı, İ",
    "Gives every pupil in the room an honest and useful way to hear their own progr",
];

#[wasm_bindgen_test]
fn the_table_is_never_narrower_than_what_is_drawn() {
    let mut narrow = Vec::new();
    for size in SIZES {
        for bold in [false, true] {
            for text in TEXTS {
                let (table, drawn) = (WidthTable.width(text, size, bold), BrowserMeasure.width(text, size, bold));
                assert!(drawn > 0.0, "{text} has no width at {size} px");
                // A hundredth of a pixel a letter is the browser's own rounding.
                if table + 0.01 * text.chars().count() as f64 <= drawn {
                    narrow.push(format!("{text} at {size} px, bold {bold}: {table:.2} for {drawn:.2}"));
                }
            }
        }
    }
    assert!(narrow.is_empty(), "{}", narrow.join("\n"));
}

#[wasm_bindgen_test]
fn no_single_letter_is_wider_than_the_table_says() {
    let letters = (0x20..0x7F).chain(0xA0..0x180).filter_map(char::from_u32);
    let mut narrow = Vec::new();
    for letter in letters {
        for bold in [false, true] {
            let text = letter.to_string();
            let (table, drawn) = (WidthTable.width(&text, 100.0, bold), BrowserMeasure.width(&text, 100.0, bold));
            if table + 0.1 < drawn {
                narrow.push(format!("{letter} bold {bold}: {table:.2} for {drawn:.2}"));
            }
        }
    }
    assert!(narrow.is_empty(), "{}", narrow.join("\n"));
}

#[wasm_bindgen_test]
fn the_browser_measures_what_it_is_asked() {
    let width = |text: &str, size: f64, bold: bool| BrowserMeasure.width(text, size, bold);
    assert!(width("", 12.0, false).abs() < 1e-9);
    assert!(width("Planning", 24.0, false) > 1.9 * width("Planning", 12.0, false));
    assert!(width("Planning", 24.0, true) > width("Planning", 24.0, false));
    assert!(width("Planning and more", 12.0, false) > width("Planning", 12.0, false));
}
