//! Sheets, the pictures that leave the app: what stands on them, and golden drawings
//! (`UPDATE_GOLDEN=1 cargo test --test sheet` writes them anew).
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::sync::Arc;

use common::golden::golden_document;
use common::random::cases;
use common::seen::mark_ink;
use common::sheets::{WORDS, spec};
use common::times::{FIRST, LAST, any_times, pairs_of_times};
use common::{fixture, item};
use proptest::prelude::*;
use roundel::analysis::compare;
use roundel::chart::{
    Anchor, Ink, LayerStyle, LegendMark, MAX_LAYERS, Palette, Reading, RowPicture, Scene, Shape, SheetGroup,
    SheetParts, SheetRow, SheetSpec, SheetValue, TextMeasure, WheelKind, WidthTable, canvas_scale, layers_of, sheet,
    sheet_of_time, sheet_of_two, sheet_over_time, svg_file,
};
use roundel::domain::{Answer, Occasion, Record, Style};

fn two(record: &Record, then: &Occasion, now: &Occasion) -> SheetParts {
    let both = compare(record, then, now);
    let layers = layers_of(record, &both);
    sheet_of_two(record, &both, &layers[..MAX_LAYERS.min(layers.len())], &WORDS)
}

fn first_and_last(record: &Record) -> SheetParts {
    let times = record.comparable();
    two(record, times[0], times[times.len() - 1])
}

fn rows(parts: &SheetParts) -> Vec<&SheetRow> {
    parts.groups.iter().flat_map(|group| &group.rows).collect()
}

fn row<'a>(parts: &'a SheetParts, text: &str) -> &'a SheetRow {
    rows(parts).into_iter().find(|row| row.text == text).unwrap()
}

fn said(row: &SheetRow) -> Vec<(LayerStyle, &str)> {
    row.values.iter().map(|value| (value.style, value.words.as_str())).collect()
}

#[test]
fn the_four_sheets_are_drawn() {
    let kept = |name: &str, spec: &SheetSpec| {
        let document =
            svg_file(&sheet(spec, &WidthTable), &Palette::PRINT, &spec.title, "A drawing kept to notice changes.");
        golden_document(&format!("sheet-{name}"), &document);
    };
    // Synthetic: the charts and the names are invented.
    let chart = fixture("three-times");
    let title = "Excellent music teacher in a primary school";
    let days = ("September 2023", "September 2025");
    let newest = chart.newest().unwrap();
    let one = sheet_of_time(&chart, newest, &WORDS);
    kept("wheel", &spec(title, &["Sam Example · Hill School", "15 September 2025 · end of the year"], one, days));
    kept(
        "comparison",
        &spec(title, &["Sam Example", "September 2023 and September 2025"], first_and_last(&chart), days),
    );
    kept("time", &spec(title, &["Sam Example", "Over time"], sheet_over_time(&chart, &WORDS), ("", "My own ratings")));
    let audit = fixture("mentor-twice");
    let one = sheet_of_time(&audit, audit.newest().unwrap(), &WORDS);
    kept("audit", &spec("Mentor skills audit", &["Sam Example", "14 July 2014"], one, ("", "July 2014")));
}

#[test]
fn one_time_has_every_item_with_its_number_and_the_level_needed() {
    let record = fixture("three-times");
    let parts = sheet_of_time(&record, record.newest().unwrap(), &WORDS);
    let wheel = parts.figure.as_ref().unwrap();
    assert_eq!(wheel.kind, WheelKind::Single);
    let names: Vec<&str> = rows(&parts).iter().map(|row| row.text.as_str()).collect();
    assert_eq!(names, wheel.labels, "numbered as on the wheel");
    assert!(rows(&parts).iter().zip(1..).all(|(row, number)| row.number == Some(number)));
    let sings = row(&parts, "Leads the singing with a clear voice of her own");
    assert_eq!(sings.opposite, "Hides behind the backing track");
    assert_eq!(said(sings), [(LayerStyle::Now, "8"), (LayerStyle::Needed, "9")]);
    let calm = row(&parts, "Keeps instruments where children can find them");
    assert_eq!(said(calm), [(LayerStyle::Now, "doesn’t apply to me"), (LayerStyle::Needed, "7")]);
    let layers = [LayerStyle::Now, LayerStyle::Needed].map(LegendMark::Layer);
    assert_eq!(parts.marks, [layers[0], layers[1], LegendMark::NotApplicable]);
}

#[test]
fn an_audit_stands_by_its_sections() {
    let record = fixture("mentor-twice");
    let parts = sheet_of_time(&record, record.newest().unwrap(), &WORDS);
    let headings: Vec<&SheetRow> = parts.groups.iter().map(|group| group.heading.as_ref().unwrap()).collect();
    let names: Vec<&str> = headings.iter().map(|heading| heading.text.as_str()).collect();
    assert_eq!(names, parts.figure.as_ref().unwrap().labels);
    assert!(headings.iter().zip(1..).all(|(heading, number)| heading.number == Some(number)));
    assert_eq!(said(headings[0]), [(LayerStyle::Now, "4.4 (5 of 5)")]);
    assert_eq!(rows(&parts).len(), 29);
    assert!(rows(&parts).iter().all(|row| row.opposite.is_empty() && row.number.is_none() && row.picture.is_none()));
    assert_eq!(parts.marks, [LegendMark::Layer(LayerStyle::Now), LegendMark::Blank]);
    let both = first_and_last(&record);
    assert_eq!(
        said(both.groups[1].heading.as_ref().unwrap()),
        [(LayerStyle::Then, "2.5 (4 of 4)"), (LayerStyle::Now, "3.3 (4 of 4)"),]
    );
}

#[test]
fn what_stands_in_no_section_comes_first_and_a_long_list_has_no_wheel() {
    let mut record = fixture("mentor-twice");
    record.instrument.items[0].section = None;
    let parts = sheet_of_time(&record, record.newest().unwrap(), &WORDS);
    assert_eq!((parts.groups.len(), parts.groups[0].heading.as_ref(), parts.groups[0].rows.len()), (9, None, 1));
    record.instrument.sections.clear();
    for parts in [sheet_of_time(&record, record.newest().unwrap(), &WORDS), first_and_last(&record)] {
        assert_eq!(parts.figure, None);
        assert!(rows(&parts).iter().zip(1..).all(|(row, number)| row.number == Some(number)));
        assert_eq!(rows(&parts).len(), 29);
    }
}

#[test]
fn a_comparison_says_what_was_there_only_once() {
    let record = fixture("three-times");
    let parts = first_and_last(&record);
    let late = row(&parts, "Records what they play and listens back with them");
    assert_eq!(said(late)[..2], [(LayerStyle::Then, "not there yet"), (LayerStyle::Now, "6")]);
    let gone = row(&parts, "Follows the published scheme week by week");
    assert_eq!(said(gone), [(LayerStyle::Then, "6"), (LayerStyle::Now, "set aside")]);
    assert!(!late.values[0].rated && late.values[1].rated);
    assert_eq!(row(&parts, "Takes children’s own musical ideas seriously").remarks, ["My idea of this has changed."]);
    let quick = record.all_occasions().find(|each| each.quick).unwrap();
    let parts = two(&record, record.first().unwrap(), quick);
    let unasked = row(&parts, "Takes children’s own musical ideas seriously");
    assert_eq!(said(unasked)[1], (LayerStyle::Now, "not asked"));
}

#[test]
fn over_time_what_was_set_aside_stands_at_the_end() {
    let record = fixture("three-times");
    let parts = sheet_over_time(&record, &WORDS);
    assert_eq!((parts.figure.as_ref(), rows(&parts).len()), (None, 12));
    assert_eq!(rows(&parts)[11].text, "Follows the published scheme week by week");
    let ends = rows(&parts).iter().all(|row| match row.picture.as_ref().unwrap() {
        RowPicture::Timeline(spec) => spec.ends == ("18 September 2023".into(), "17 September 2025".into()),
        RowPicture::Dumbbell(_) => false,
    });
    assert!(ends, "all lines have the same two days below them");
    assert_eq!(parts.marks, [LayerStyle::Now, LayerStyle::Back, LayerStyle::Other].map(LegendMark::Layer));
    let audit = sheet_over_time(&fixture("mentor-twice"), &WORDS);
    assert!(audit.groups.iter().all(|group| group.heading.as_ref().unwrap().picture.is_some()));
}

/// A record whose items can be told apart by their words, as a chart or as an audit.
fn any_record() -> impl Strategy<Value = Record> {
    (any_times(), any::<bool>()).prop_map(|(mut record, audit)| {
        record.instrument.style = if audit { Style::Audit } else { Style::Chart };
        for item in &mut record.instrument.items {
            item.text = item.id.to_string();
        }
        record
    })
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn every_item_is_there_once_with_what_was_said_of_it(record in any_record()) {
        for (then, now) in pairs_of_times(&record) {
            let parts = two(&record, then, now);
            let mut there: Vec<&str> = rows(&parts).iter().map(|row| row.text.as_str()).collect();
            let mut items: Vec<&str> =
                record.items_on_either(then, now).iter().map(|item| item.text.as_str()).collect();
            if !record.is_audit() {
                let numbers: Vec<Option<usize>> = rows(&parts).iter().map(|row| row.number).collect();
                prop_assert_eq!(numbers, (1..=items.len()).map(Some).collect::<Vec<_>>());
                prop_assert_eq!(&there, &items, "numbered as on the wheel");
            }
            there.sort_unstable();
            items.sort_unstable();
            prop_assert_eq!(there, items);
            for row in rows(&parts) {
                for (style, on) in [(LayerStyle::Then, then), (LayerStyle::Now, now)] {
                    let value = row.values.iter().find(|value| value.style == style).unwrap();
                    let number = on.answer(&item(&row.text)).value();
                    prop_assert_eq!(value.rated, number.is_some());
                    if let Some(number) = number {
                        prop_assert_eq!(&value.words, &number.to_string());
                    }
                }
            }
        }
    }

    #[test]
    fn a_legend_explains_every_mark_that_is_drawn(record in any_record()) {
        let (first, last) = (&record.occasions[FIRST], &record.occasions[LAST]);
        let all = [sheet_of_time(&record, first, &WORDS), two(&record, first, last), sheet_over_time(&record, &WORDS)];
        for parts in all {
            let of = |style: LayerStyle| parts.marks.contains(&LegendMark::Layer(style));
            let explained = |ink: Ink| match ink {
                Ink::Then => of(LayerStyle::Then),
                Ink::Now => of(LayerStyle::Now),
                Ink::Needed => of(LayerStyle::Needed),
                Ink::Other => of(LayerStyle::Other),
                _ => of(LayerStyle::Back),
            };
            let scene = sheet(&SheetSpec { figure: parts.figure.clone(), groups: parts.groups.clone(), ..SheetSpec::default() }, &WidthTable);
            for ink in scene.shapes.iter().filter_map(mark_ink) {
                prop_assert!(explained(ink), "{:?}", ink);
            }
        }
    }
}

fn count(scene: &Scene, wanted: impl Fn(&Shape) -> bool) -> usize {
    scene.shapes.iter().filter(|shape| wanted(shape)).count()
}

#[test]
fn a_legend_is_drawn_as_its_figure_is() {
    let mut record = fixture("three-times");
    let newest = record.newest().unwrap().id.clone();
    let on = record.occasions.iter_mut().find(|each| each.id == newest).unwrap();
    Arc::make_mut(on).ratings.values_mut().for_each(|rating| rating.answer = Answer::Value(5));
    let one = sheet_of_time(&record, record.newest().unwrap(), &WORDS).figure;
    let both = first_and_last(&record).figure;
    let with = |figure: &Option<_>, mark: Option<LegendMark>| {
        let legend = mark.map(|mark| (mark, "Words".to_owned())).into_iter().collect();
        sheet(&SheetSpec { figure: figure.clone(), legend, ..SheetSpec::default() }, &WidthTable)
    };
    let adds = |figure: &Option<_>, style: LayerStyle, wanted: fn(&Shape) -> bool| {
        count(&with(figure, Some(LegendMark::Layer(style))), wanted) - count(&with(figure, None), wanted)
    };
    let solid: fn(&Shape) -> bool = |shape| matches!(shape, Shape::Polygon { fill: Ink::Now, .. });
    let outline: fn(&Shape) -> bool = |shape| matches!(shape, Shape::Line { stroke: Ink::Now, .. });
    let dot: fn(&Shape) -> bool = |shape| matches!(shape, Shape::Dot { fill: Ink::Now, .. });
    let dash: fn(&Shape) -> bool = |shape| matches!(shape, Shape::Line { stroke: Ink::Then, .. });
    let now = LayerStyle::Now;
    assert_eq!((adds(&one, now, solid), adds(&one, now, dot)), (1, 0));
    assert_eq!((adds(&both, now, solid), adds(&both, now, outline), adds(&both, now, dot)), (0, 1, 1));
    assert!(adds(&both, LayerStyle::Then, dash) > 1);
    assert_eq!((adds(&None, now, dot), adds(&None, LayerStyle::Then, dash)), (1, 0));
}

#[test]
fn a_sheet_without_anything_is_a_sheet() {
    let scene = sheet(&SheetSpec::default(), &WidthTable);
    assert_eq!(scene.shapes.len(), 1, "its ground");
    assert!(scene.height > 0.0);
    let blank = SheetSpec {
        byline: vec![" ".into()],
        legend: vec![(LegendMark::Blank, String::new())],
        groups: vec![SheetGroup { rows: vec![SheetRow::default()], ..SheetGroup::default() }],
        note: "\n".into(),
        ..SheetSpec::default()
    };
    assert_eq!(count(&sheet(&blank, &WidthTable), |shape| matches!(shape, Shape::Text { .. })), 0);
}

#[test]
fn a_value_that_stands_alone_needs_no_mark() {
    let value = |style, words: &str| SheetValue { style, words: words.into(), rated: true };
    let marks = |values: &[SheetValue]| {
        let row = SheetRow { text: "A statement".into(), values: values.into(), ..SheetRow::default() };
        let groups = vec![SheetGroup { rows: vec![row], ..SheetGroup::default() }];
        let scene = sheet(&SheetSpec { groups, ..SheetSpec::default() }, &WidthTable);
        scene.shapes.iter().filter_map(mark_ink).collect::<Vec<_>>()
    };
    assert_eq!(marks(&[value(LayerStyle::Now, "3")]), []);
    assert_eq!(marks(&[value(LayerStyle::Now, "3"), value(LayerStyle::Needed, "4")]), [Ink::Needed]);
}

#[test]
fn a_canvas_holds_as_much_of_a_sheet_as_it_can() {
    let of = |height: f64| Scene { width: 800.0, height, shapes: Vec::new() };
    assert_eq!(
        [1.0, 2330.0, 2331.0, 5242.0, 5243.0, 20971.0, 20972.0].map(|height| canvas_scale(&of(height), 3)),
        [3, 3, 2, 2, 1, 1, 0]
    );
    assert_eq!((canvas_scale(&of(1.0), 2), canvas_scale(&of(1.0), 0)), (2, 0));
    let full = fixture("twenty-long");
    let parts = sheet_of_time(&full, full.newest().unwrap(), &WORDS);
    let scene = sheet(&spec("", &[], parts, ("", "")), &WidthTable);
    assert_eq!(canvas_scale(&scene, 3), 2, "a chart as full as it can be");
}

#[test]
fn a_file_has_the_size_of_its_picture() {
    let scene = sheet(&SheetSpec { title: "A".into(), ..SheetSpec::default() }, &WidthTable);
    let document = svg_file(&scene, &Palette::PRINT, "A", "");
    let size = format!("width=\"800\" height=\"{}\" viewBox=\"0 0 6400 {}\"", scene.height, 8.0 * scene.height);
    assert!(document.contains(&size), "{size}");
    assert!(!document.contains("dy="), "text is placed, not left to be placed");
    assert!(document.contains("fill=\"#FFFFFF\""), "on white");
}

#[test]
fn a_blank_is_not_said_as_a_number() {
    let record = fixture("mentor-twice");
    let parts = sheet_of_time(&record, record.newest().unwrap(), &WORDS);
    let quiet: Vec<&str> = rows(&parts)
        .iter()
        .flat_map(|row| &row.values)
        .filter(|value| !value.rated)
        .map(|value| value.words.as_str())
        .collect();
    let blank = (WORDS.reading)(Reading::Blank, record.instrument.scale, record.instrument.direction);
    assert!(quiet.contains(&blank.as_str()) && quiet.contains(&"doesn’t apply to me"));
    assert!(quiet.iter().all(|words| words.parse::<u8>().is_err()));
}

#[test]
fn what_runs_from_right_to_left_does_so_on_a_sheet() {
    let first = |title: &str| {
        let scene = sheet(&SheetSpec { title: title.into(), ..SheetSpec::default() }, &WidthTable);
        let text = scene.shapes.into_iter().find_map(|shape| match shape {
            Shape::Text { text, anchor, at, .. } => Some((text, anchor, at.x)),
            _ => None,
        });
        text.unwrap()
    };
    let (latin, hebrew) = (first("(7) The voice."), first("(7) הקול."));
    assert_eq!((latin.0.as_str(), latin.1), ("(7) The voice.", Anchor::Start));
    assert_eq!((hebrew.0.as_str(), hebrew.1), ("\u{2067}(7) הקול.\u{2069}", Anchor::End));
    assert!((hebrew.2 - latin.2 - WidthTable.width("(7) הקול.", 30.0, true)).abs() < 1e-6, "in the same room");
}
