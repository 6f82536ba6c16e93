//! The real input as it is drawn: the fixtures through the scene that the app uses
//! (`UPDATE_GOLDEN=1 cargo test --test golden` writes the drawings anew).
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use common::golden::golden;
use common::{fixture, item};
use roundel::chart::{
    LayerStyle, Palette, Reading, Wheel, WheelKind, WheelSpec, WidthTable, overlay_of, wheel, wheel_of,
};
use roundel::domain::{Answer, Occasion, Record};

const PHONE: f64 = 360.0;
const SMALL_PHONE: f64 = 320.0;
const DESKTOP: f64 = 640.0;

fn drawn(spec: WheelSpec, width: f64) -> Wheel {
    wheel(&WheelSpec { width, ..spec }, &WidthTable)
}

fn once(record: &Record, occasion: &Occasion, width: f64) -> Wheel {
    drawn(wheel_of(record, Some(occasion)), width)
}

fn then_and_now(record: &Record, width: f64) -> Wheel {
    drawn(overlay_of(record, &record.occasions[0], &record.occasions[1]), width)
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
        record.occasions[1].ratings.get_mut(&item(id)).unwrap().answer = Answer::DoesNotApply;
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
