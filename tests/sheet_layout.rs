//! Sheets of any words: nothing is cut, nothing lies over anything else, and any program can read the document.
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use common::day;
use common::random::cases;
use common::seen::bounds;
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use roundel::chart::{
    Anchor, DumbbellSpec, Layer, LayerStyle, LegendMark, Palette, Reading, Rect, RowPicture, SHEET_WIDTH, Scene, Shape,
    SheetGroup, SheetRow, SheetSpec, SheetValue, TextMeasure, TimePoint, TimelineSpec, WheelKind, WheelSpec,
    WidthTable, sheet, svg_file,
};
use roundel::domain::Scale;

const STYLES: [LayerStyle; 5] =
    [LayerStyle::Then, LayerStyle::Now, LayerStyle::Needed, LayerStyle::Other, LayerStyle::Back];

/// Words of many scripts, short and long, with and without blanks, and what no program likes.
fn any_words() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[A-Za-z]{1,12}( [a-z]{1,12}){0,14}",
        1 => "[A-Za-z]{60,160}",
        1 => "[a-z]{1,9}([-/–][a-z]{1,9}){0,12}",
        1 => "[音楽教育評価練習「」。、ー]{1,80}",
        1 => "[ا-ي]{1,10}( [ا-ي]{1,8}){0,12}",
        1 => "[א-ת]{1,60}( [0-9]{1,3})?",
        1 => "\\PC{0,80}",
        1 => "[WM🎵é/ \u{301}\u{200d}👩🏽-]{0,60}",
        1 => "[<>&\"'\u{0}\u{1}\u{7f}\u{fffe}\u{feff}\u{202e}\r\n\t \\]a;]{0,40}",
        1 => prop::sample::select(vec!["", " ", "]]>", "<script>alert(1)</script>", " dy=\"0.5ex\"", "&amp;"])
            .prop_map(String::from),
    ]
}

fn any_reading(scale: Scale) -> impl Strategy<Value = Reading> {
    prop_oneof![
        6 => (scale.min..=scale.max).prop_map(Reading::Value),
        1 => Just(Reading::Mean(f64::from(scale.min) + 0.7)),
        1 => Just(Reading::Blank),
        1 => Just(Reading::NotApplicable),
    ]
}

fn any_style() -> impl Strategy<Value = LayerStyle> {
    prop::sample::select(STYLES.to_vec())
}

fn any_dumbbell() -> impl Strategy<Value = RowPicture> {
    let scale = Scale::CONSTRUCT;
    let marks = prop::collection::vec((any_style(), any_reading(scale)), 0..5);
    (marks, prop::option::of(0.0..4.0f64))
        .prop_map(move |(marks, band)| RowPicture::Dumbbell(DumbbellSpec { width: 0.0, scale, marks, band }))
}

fn any_timeline() -> impl Strategy<Value = RowPicture> {
    let scale = Scale { min: 1, max: 5 };
    let point = (0..600i64, any_style(), any_reading(scale)).prop_map(|(after, style, reading)| TimePoint {
        day: day("2014-06-13") + time::Duration::days(after),
        style,
        reading,
    });
    let ends = prop_oneof![
        3 => Just(("13 June 2014".to_owned(), "24 September 2015".to_owned())),
        1 => (any_words(), any_words()),
    ];
    (prop::collection::vec(point, 0..9), ends).prop_map(move |(points, ends)| {
        let (from, to) = (day("2014-06-13"), day("2016-02-03"));
        RowPicture::Timeline(TimelineSpec { width: 0.0, scale, from, to, points, ends })
    })
}

fn any_picture() -> impl Strategy<Value = Option<RowPicture>> {
    prop_oneof![
        2 => Just(None),
        3 => any_dumbbell().prop_map(Some),
        2 => any_timeline().prop_map(Some),
    ]
}

fn any_row() -> impl Strategy<Value = SheetRow> {
    let words = prop_oneof![3 => (0..=10u8).prop_map(|value| value.to_string()), 1 => any_words()];
    let value =
        (any_style(), words, any::<bool>()).prop_map(|(style, words, rated)| SheetValue { style, words, rated });
    (
        prop::option::of(1..120usize),
        any_words(),
        any_words(),
        prop::collection::vec(value, 0..6),
        any_picture(),
        prop::collection::vec(any_words(), 0..2),
    )
        .prop_map(|(number, text, opposite, values, picture, remarks)| SheetRow {
            number,
            text,
            opposite,
            values,
            picture,
            remarks,
        })
}

fn any_group() -> impl Strategy<Value = SheetGroup> {
    (prop::option::of(any_row()), prop::collection::vec(any_row(), 0..6))
        .prop_map(|(heading, rows)| SheetGroup { heading, rows })
}

fn any_figure() -> impl Strategy<Value = WheelSpec> {
    let kind = prop::sample::select(vec![WheelKind::Single, WheelKind::Overlay]);
    let layers = prop::collection::vec((any_style(), prop::collection::vec(any_reading(Scale::CONSTRUCT), 20)), 0..4);
    (prop::collection::vec(any_words(), 0..=20), layers, kind, prop::option::of(0.0..3.0f64)).prop_map(
        |(labels, layers, kind, band)| WheelSpec {
            labels,
            layers: layers.into_iter().map(|(style, readings)| Layer { style, readings }).collect(),
            scale: Scale::CONSTRUCT,
            kind,
            width: 0.0,
            selected: Some(0),
            band,
        },
    )
}

fn any_sheet() -> impl Strategy<Value = SheetSpec> {
    let mark = prop_oneof![
        any_style().prop_map(LegendMark::Layer),
        Just(LegendMark::Blank),
        Just(LegendMark::NotApplicable),
        Just(LegendMark::Band),
    ];
    (
        any_words(),
        prop::collection::vec(any_words(), 0..3),
        prop::option::of(any_figure()),
        prop::collection::vec((mark, any_words()), 0..6),
        prop::collection::vec(any_group(), 0..4),
        any_words(),
    )
        .prop_map(|(title, byline, figure, legend, groups, note)| SheetSpec {
            title,
            byline,
            figure,
            legend,
            groups,
            note,
        })
}

/// The texts of a scene with the boxes that they take.
fn texts(scene: &Scene, measure: &dyn TextMeasure) -> Vec<(String, Rect)> {
    let texts = scene.shapes.iter().filter_map(|shape| match shape {
        Shape::Text { at, text, anchor, size, bold, .. } => {
            let (width, height) = (measure.width(text, *size, *bold), 0.9 * size);
            let x = match anchor {
                Anchor::Start => at.x,
                Anchor::Middle => at.x - width / 2.0,
                Anchor::End => at.x - width,
            };
            Some((text.clone(), Rect { x, y: at.y - height / 2.0, width, height }))
        }
        _ => None,
    });
    texts.collect()
}

/// Without blanks and without the signs that turn a line's direction.
fn squashed(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace() && !['\u{2067}', '\u{2069}'].contains(sign)).collect()
}

/// All words that a sheet must have, wherever on it.
fn words(spec: &SheetSpec) -> Vec<&String> {
    let rows = || spec.groups.iter().flat_map(|group| group.heading.iter().chain(&group.rows));
    let of_rows = rows().flat_map(|row| {
        let values = row.values.iter().map(|value| &value.words);
        [&row.text, &row.opposite].into_iter().chain(values).chain(&row.remarks)
    });
    let around = [&spec.title, &spec.note].into_iter().chain(&spec.byline);
    around.chain(spec.legend.iter().map(|(_, words)| words)).chain(of_rows).collect()
}

fn check(spec: &SheetSpec, measure: &dyn TextMeasure) -> TestCaseResult {
    let scene = sheet(spec, measure);
    prop_assert!((scene.width - SHEET_WIDTH).abs() < 1e-9);
    let texts = texts(&scene, measure);
    let inside = |rect: &Rect| {
        rect.x >= 0.0 && rect.y >= 0.0 && rect.right() <= scene.width + 1e-6 && rect.bottom() <= scene.height + 1e-6
    };
    for (place, (text, rect)) in texts.iter().enumerate() {
        prop_assert!(inside(rect), "{text:?} leaves the sheet: {rect:?}");
        for (other, taken) in &texts[place + 1..] {
            // What has no width is not seen.
            let seen = rect.width > 0.0 && taken.width > 0.0;
            prop_assert!(!seen || !rect.overlaps(taken, -0.01), "{text:?} {rect:?} over {other:?} {taken:?}");
        }
    }
    prop_assert!(scene.shapes.iter().all(|shape| inside(&bounds(shape))));
    let all: String = texts.iter().map(|(text, _)| squashed(text)).collect();
    for words in words(spec) {
        prop_assert!(all.contains(&squashed(words)), "{words:?} is not there in full");
    }
    Ok(())
}

/// Another device's fonts.
struct Other(f64);

impl TextMeasure for Other {
    fn width(&self, text: &str, size: f64, bold: bool) -> f64 {
        WidthTable.width(text, size, bold) * self.0
    }
}

proptest! {
    #![proptest_config(cases(160))]

    #[test]
    fn all_words_are_there_and_none_lies_over_another(spec in any_sheet(), other in 0.6..1.3f64) {
        check(&spec, &WidthTable)?;
        check(&spec, &Other(other))?;
    }

    #[test]
    fn a_document_says_what_the_sheet_says(spec in any_sheet(), title in any_words()) {
        let scene = sheet(&spec, &WidthTable);
        let document = svg_file(&scene, &Palette::PRINT, &title, &spec.note);
        let parsed = roxmltree::Document::parse(&document);
        prop_assert!(parsed.is_ok(), "{:?}", parsed.err());
        let parsed = parsed.unwrap();
        let of = |name: &str| -> Vec<String> {
            let nodes = parsed.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", name)));
            nodes.map(|node| squashed(node.text().unwrap_or_default())).collect()
        };
        let writable = |text: &str| squashed(&text.chars().filter(|sign| !matches!(sign, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')).collect::<String>());
        prop_assert_eq!(of("title"), [writable(&title)]);
        prop_assert_eq!(of("desc"), [writable(&spec.note)]);
        let drawn: Vec<String> = texts(&scene, &WidthTable).iter().map(|(text, _)| writable(text)).collect();
        prop_assert_eq!(of("text"), drawn);
        let tags: Vec<&str> = parsed.descendants().filter(roxmltree::Node::is_element).map(|node| node.tag_name().name()).collect();
        let known = ["svg", "title", "desc", "polygon", "polyline", "circle", "text"];
        prop_assert!(tags.iter().all(|tag| known.contains(tag)), "no words become a tag");
    }
}

/// As full as a sheet can be: synthetic.
#[test]
fn the_fullest_sheets_hold() {
    let long = |number: usize, ending: &str| format!("{number} {}", format!("wordsofsomelength{ending} ").repeat(4));
    let row = |number| SheetRow {
        number: Some(number),
        text: long(number, "attribute"),
        opposite: long(number, "opposite"),
        picture: Some(RowPicture::Dumbbell(DumbbellSpec {
            width: 0.0,
            scale: Scale::CONSTRUCT,
            marks: STYLES.map(|style| (style, Reading::Value(10))).into(),
            band: Some(2.0),
        })),
        values: STYLES.map(|style| SheetValue { style, words: "10".into(), rated: true }).into(),
        ..SheetRow::default()
    };
    let statement = |number| SheetRow { opposite: String::new(), picture: None, ..row(number) };
    let unbroken = |number: usize| SheetRow { text: "x".repeat(500), opposite: "音".repeat(300), ..row(number) };
    for rows in [
        (1..=20).map(row).collect::<Vec<_>>(),
        (1..=29).map(statement).collect(),
        (1..=100).map(statement).collect(),
        (1..=3).map(unbroken).collect(),
    ] {
        let spec = SheetSpec {
            title: "x".repeat(300),
            groups: vec![SheetGroup { heading: None, rows }],
            note: long(0, "note"),
            ..SheetSpec::default()
        };
        check(&spec, &WidthTable).unwrap();
    }
}
