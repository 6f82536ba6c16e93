//! The real input as it is drawn: the fixtures through the scene that the app uses
//! (`UPDATE_GOLDEN=1 cargo test --test golden` writes the drawings anew).
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::sync::Arc;

use common::golden::golden;
use common::names::NAMES;
use common::{day, fixture, item};
use roundel::analysis::compare;
use roundel::chart::{
    DumbbellSpec, Layer, LayerStyle, MAX_LAYERS, Palette, Reading, TimePoint, TimelineSpec, Wheel, WheelKind,
    WheelSpec, WidthTable, dumbbell, layers_of, overlay_of, timeline, wheel, wheel_of,
};
use roundel::domain::{Answer, Occasion, Record, Scale};

const PHONE: f64 = 360.0;
const SMALL_PHONE: f64 = 320.0;
const DESKTOP: f64 = 640.0;

fn drawn(spec: WheelSpec, width: f64) -> Wheel {
    wheel(&WheelSpec { width, ..spec }, &WidthTable)
}

fn once(record: &Record, occasion: &Occasion, width: f64) -> Wheel {
    drawn(wheel_of(record, Some(occasion)), width)
}

/// The first two times with the layers that a page shows at first.
fn overlay(record: &Record) -> WheelSpec {
    let both = compare(record, &record.occasions[0], &record.occasions[1]);
    overlay_of(record, &both, &layers_of(record, &both)[..MAX_LAYERS.min(layers_of(record, &both).len())])
}

fn then_and_now(record: &Record, width: f64) -> Wheel {
    drawn(overlay(record), width)
}

#[test]
fn the_exemplar_is_drawn_though_it_is_incomplete() {
    let record = fixture("singer");
    let wheel = once(&record, &record.occasions[0], PHONE);
    assert_eq!(wheel.described.len(), 1);
    assert_eq!(wheel.described[0].label, "has excellent tuning");
    assert_eq!(wheel.described[0].readings, [(LayerStyle::Now, Reading::Blank)]);
    golden("singer-360", &wheel.scene, &Palette::LIGHT);
}

#[test]
fn the_teacher_is_drawn_the_first_time() {
    let record = fixture("teacher-twice");
    let wheel = once(&record, &record.occasions[0], PHONE);
    assert_eq!(wheel.described.len(), 12, "what was added later is not on it, what was set aside later is");
    golden("teacher-then-360", &wheel.scene, &Palette::LIGHT);
    golden("teacher-then-360-dark", &wheel.scene, &Palette::DARK);
}

#[test]
fn the_teacher_is_drawn_then_and_now() {
    let record = fixture("teacher-twice");
    let wheel = then_and_now(&record, PHONE);
    let readings = |label: &str| {
        let described = wheel.described.iter().find(|described| described.label == label).unwrap();
        [described.readings[0].1, described.readings[1].1]
    };
    assert_eq!(wheel.described.len(), 13);
    assert_eq!(readings("Planning"), [Reading::Value(6), Reading::Value(7)]);
    assert_eq!(readings("Differentiation"), [Reading::Blank, Reading::Value(5)]);
    assert_eq!(readings("Motivating pupils"), [Reading::Value(7), Reading::Blank]);
    assert_eq!(readings("Having high expectations"), [Reading::Value(6), Reading::Value(0)]);
    assert_eq!(readings("Singing/using voice"), [Reading::Absent, Reading::Value(4)]);
    assert_eq!(readings("Using student data"), [Reading::Value(5), Reading::Absent]);
    golden("teacher-overlay-360", &wheel.scene, &Palette::LIGHT);
    golden("teacher-overlay-360-dark", &wheel.scene, &Palette::DARK);
    golden("teacher-overlay-640", &then_and_now(&record, DESKTOP).scene, &Palette::LIGHT);
}

#[test]
fn twenty_long_constructs_are_drawn_on_a_small_phone_and_on_a_desktop() {
    let record = fixture("twenty-long");
    for width in [SMALL_PHONE, DESKTOP] {
        let wheel = once(&record, &record.occasions[0], width);
        assert_eq!(wheel.labels.len(), 20);
        assert!(wheel.described.iter().all(|described| described.label.chars().count() >= 79), "the full text is said");
        golden(&format!("twenty-{width}"), &wheel.scene, &Palette::LIGHT);
    }
}

/// What is drawn of a section: its name and its readings.
fn of_section<'a>(wheel: &'a Wheel, name: &str) -> Vec<&'a Reading> {
    let described = wheel.described.iter().find(|described| described.label == name).unwrap();
    described.readings.iter().map(|(_, reading)| reading).collect()
}

#[test]
fn an_audit_is_drawn_by_its_sections() {
    let record = fixture("mentor-twice");
    let wheel = once(&record, &record.occasions[1], PHONE);
    let names: Vec<&str> = wheel.described.iter().map(|described| described.label.as_str()).collect();
    let sections: Vec<&str> = record.instrument.sections.iter().map(|section| section.name.as_str()).collect();
    assert_eq!((names.len(), names), (8, sections), "never its 29 statements");
    assert_eq!(of_section(&wheel, "Personal style"), [&Reading::Mean(22.0 / 5.0)]);
    assert_eq!(of_section(&wheel, "Setting objectives and direction"), [&Reading::Blank], "one of three is too little");
    golden("mentor-360", &wheel.scene, &Palette::LIGHT);
    golden("mentor-360-dark", &wheel.scene, &Palette::DARK);
}

#[test]
fn an_audit_is_drawn_then_and_now() {
    let record = fixture("mentor-twice");
    let wheel = then_and_now(&record, PHONE);
    assert_eq!(wheel.described.len(), 8);
    assert_eq!(of_section(&wheel, "Giving feedback"), [&Reading::Mean(2.5), &Reading::Mean(3.25)]);
    let objectives = of_section(&wheel, "Setting objectives and direction");
    assert_eq!(objectives, [&Reading::Mean(7.0 / 3.0), &Reading::Blank]);
    golden("mentor-overlay-360", &wheel.scene, &Palette::LIGHT);
    golden("mentor-overlay-640", &then_and_now(&record, DESKTOP).scene, &Palette::LIGHT);
}

#[test]
fn a_section_that_does_not_apply_is_no_blank() {
    let mut record = fixture("mentor-twice");
    for id in ["i17", "i18"] {
        Arc::make_mut(&mut record.occasions[1]).ratings.get_mut(&item(id)).unwrap().answer = Answer::DoesNotApply;
    }
    let wheel = once(&record, &record.occasions[1], PHONE);
    assert_eq!(of_section(&wheel, "Supporting colleagues"), [&Reading::NotApplicable]);
}

#[test]
fn a_list_without_sections_has_a_spoke_for_each_item() {
    let record = fixture("confidence-twice");
    let wheel = then_and_now(&record, PHONE);
    assert_eq!(wheel.described.len(), 6);
    assert_eq!(
        wheel.described[0].readings,
        [(LayerStyle::Then, Reading::Value(3)), (LayerStyle::Now, Reading::Value(1))]
    );
}

#[test]
fn a_chart_is_small_on_home() {
    let record = fixture("teacher-twice");
    let spec = WheelSpec { kind: WheelKind::Thumbnail, ..wheel_of(&record, record.shown()) };
    let wheel = drawn(spec, 72.0);
    assert!(wheel.labels.is_empty());
    golden("teacher-thumbnail", &wheel.scene, &Palette::LIGHT);
}

const THEN: [u8; 20] = [6, 7, 4, 5, 3, 7, 8, 10, 2, 6, 4, 5, 3, 4, 5, 9, 0, 4, 6, 3];
const NOW: [u8; 20] = [7, 8, 6, 8, 5, 7, 8, 10, 0, 7, 4, 9, 3, 6, 5, 8, 2, 7, 6, 1];
const BACK: [u8; 20] = [4, 7, 2, 6, 1, 7, 8, 10, 0, 5, 4, 3, 3, 2, 5, 8, 0, 5, 6, 1];
const NEEDED: [u8; 20] = [9, 8, 8, 8, 7, 7, 8, 10, 6, 9, 8, 9, 8, 8, 7, 10, 5, 8, 9, 6];

fn layer(style: LayerStyle, values: &[u8]) -> Layer {
    Layer { style, readings: values.iter().copied().map(Reading::Value).collect() }
}

fn comparing(count: usize, third: Layer, band: Option<f64>) -> WheelSpec {
    let mut layers = vec![layer(LayerStyle::Then, &THEN[..count]), layer(LayerStyle::Now, &NOW[..count]), third];
    if count > 10 {
        layers[0].readings[4] = Reading::Blank;
        layers[1].readings[5] = Reading::Blank;
        layers[1].readings[10] = Reading::NotApplicable;
    }
    let labels = NAMES[..count].iter().map(ToString::to_string).collect();
    WheelSpec { labels, layers, scale: Scale::CONSTRUCT, kind: WheelKind::Overlay, width: 0.0, selected: None, band }
}

#[test]
fn three_layers_are_drawn_at_every_size() {
    for (count, width) in [(3, SMALL_PHONE), (8, PHONE), (12, SMALL_PHONE), (12, DESKTOP), (20, DESKTOP)] {
        let gap = comparing(count, layer(LayerStyle::Needed, &NEEDED[..count]), None);
        golden(&format!("needed-{count}-{width}"), &drawn(gap, width).scene, &Palette::LIGHT);
        let back = comparing(count, layer(LayerStyle::Back, &BACK[..count]), Some(1.2));
        golden(&format!("back-{count}-{width}"), &drawn(back, width).scene, &Palette::LIGHT);
    }
    let back = || comparing(12, layer(LayerStyle::Back, &BACK[..12]), Some(1.2));
    golden("back-12-360-dark", &drawn(back(), PHONE).scene, &Palette::DARK);
    let forced = Palette::of_two((0, 0, 0), (255, 255, 255));
    golden("back-12-360-forced", &drawn(WheelSpec { selected: Some(2), ..back() }, PHONE).scene, &forced);
    let other = comparing(12, layer(LayerStyle::Other, &BACK[..12]), None);
    golden("other-12-360", &drawn(other, PHONE).scene, &Palette::LIGHT);
}

#[test]
fn the_sections_of_an_audit_are_drawn_with_a_band() {
    let record = fixture("mentor-twice");
    let spec = WheelSpec { band: Some(0.4), ..overlay(&record) };
    golden("mentor-band-360", &drawn(spec, PHONE).scene, &Palette::LIGHT);
}

const STYLES: [LayerStyle; 5] =
    [LayerStyle::Then, LayerStyle::Back, LayerStyle::Now, LayerStyle::Needed, LayerStyle::Other];

fn row(marks: &[(LayerStyle, u8)], scale: Scale, band: Option<f64>) -> roundel::chart::Scene {
    let marks = marks.iter().map(|(style, value)| (*style, Reading::Value(*value))).collect();
    dumbbell(&DumbbellSpec { width: 320.0, scale, marks, band }).scene
}

#[test]
fn rows_are_drawn_with_all_marks_or_few() {
    let five = |values: [u8; 5]| STYLES.into_iter().zip(values).collect::<Vec<_>>();
    let of_five = Scale { min: 1, max: 5 };
    golden("row-all", &row(&five([4, 2, 7, 9, 6]), Scale::CONSTRUCT, Some(1.2)), &Palette::LIGHT);
    golden("row-all-dark", &row(&five([4, 2, 7, 9, 6]), Scale::CONSTRUCT, Some(1.2)), &Palette::DARK);
    golden("row-same", &row(&five([7; 5]), Scale::CONSTRUCT, Some(1.2)), &Palette::LIGHT);
    golden("row-highest", &row(&five([5; 5]), of_five, Some(0.6)), &Palette::LIGHT);
    let then_and_now = [(LayerStyle::Then, 3), (LayerStyle::Now, 7)];
    golden("row-then-now", &row(&then_and_now, Scale::CONSTRUCT, None), &Palette::LIGHT);
    let gap = [(LayerStyle::Now, 6), (LayerStyle::Needed, 9)];
    golden("row-gap", &row(&gap, Scale::CONSTRUCT, None), &Palette::LIGHT);
    let none_to_go = [(LayerStyle::Now, 9), (LayerStyle::Needed, 9)];
    golden("row-no-gap", &row(&none_to_go, Scale::CONSTRUCT, None), &Palette::LIGHT);
}

fn over_time(scale: Scale, points: &[(&str, LayerStyle, Reading)]) -> TimelineSpec {
    let point = |(on, style, reading): &(&str, LayerStyle, Reading)| TimePoint {
        day: day(on),
        style: *style,
        reading: *reading,
    };
    let ends = ("13 June 2014".to_owned(), "24 September 2015".to_owned());
    let (from, to) = (day("2014-06-13"), day("2015-09-24"));
    TimelineSpec { width: PHONE, scale, from, to, points: points.iter().map(point).collect(), ends }
}

#[test]
fn an_item_is_drawn_over_time() {
    let of_five = Scale { min: 1, max: 5 };
    let now = |on, value| (on, LayerStyle::Now, Reading::Value(value));
    let drawn = |name: &str, scale: Scale, points: &[(&str, LayerStyle, Reading)], palette: &Palette| {
        golden(name, &timeline(&over_time(scale, points), &WidthTable).scene, palette);
    };
    drawn("time-2", Scale::CONSTRUCT, &[now("2014-06-13", 4), now("2015-09-24", 7)], &Palette::LIGHT);
    let with_blank = [
        now("2014-06-13", 6),
        now("2014-06-20", 6),
        ("2014-12-01", LayerStyle::Now, Reading::Blank),
        now("2015-03-10", 8),
        now("2015-09-24", 10),
    ];
    drawn("time-5-blank", Scale::CONSTRUCT, &with_blank, &Palette::LIGHT);
    let looking_back = [
        now("2014-06-13", 6),
        ("2014-06-13", LayerStyle::Back, Reading::Value(6)),
        now("2014-12-01", 5),
        ("2015-02-01", LayerStyle::Other, Reading::Value(8)),
        now("2015-09-24", 8),
        ("2015-09-24", LayerStyle::Needed, Reading::Value(9)),
    ];
    drawn("time-back", Scale::CONSTRUCT, &looking_back, &Palette::LIGHT);
    drawn("time-back-dark", Scale::CONSTRUCT, &looking_back, &Palette::DARK);
    let means = [2.0, 2.4, 2.2, 3.0, 3.25, 3.2, 4.0, 3.8, 4.25].map(Reading::Mean);
    let days = [
        "2014-06-13",
        "2014-07-01",
        "2014-07-04",
        "2014-09-30",
        "2014-12-01",
        "2015-02-02",
        "2015-05-05",
        "2015-05-08",
        "2015-09-24",
    ];
    let nine: Vec<_> = days.into_iter().zip(means).map(|(on, mean)| (on, LayerStyle::Now, mean)).collect();
    drawn("time-9", of_five, &nine, &Palette::LIGHT);
    let week = ["2015-09-20", "2015-09-21", "2015-09-22", "2015-09-23", "2015-09-24"].map(|on| now(on, 3));
    drawn("time-week", of_five, &week, &Palette::LIGHT);
}
