//! The marks of the chart and the words of a line over time: seen, apart and inside the picture, whatever the ratings.

#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use common::day;
use common::random::cases;
use common::seen::{bounds, mark_ink, marks_seen};
use proptest::prelude::*;
use roundel::chart::{
    Anchor, DUMBBELL_HEIGHT, DumbbellSpec, Ink, Layer, LayerStyle, Point, Reading, Rect, Scene, Shape, TextMeasure,
    TimePoint, TimelineSpec, WheelKind, WheelSpec, WidthTable, dumbbell, timeline, wheel,
};
use roundel::domain::{Date, Scale};

const STYLES: [LayerStyle; 5] =
    [LayerStyle::Then, LayerStyle::Now, LayerStyle::Needed, LayerStyle::Other, LayerStyle::Back];

/// Every choice of three styles.
fn threes() -> Vec<[LayerStyle; 3]> {
    let of = |a: usize| (a + 1..5).flat_map(move |b| (b + 1..5).map(move |c| [STYLES[a], STYLES[b], STYLES[c]]));
    (0..5).flat_map(of).collect()
}

fn all_same(styles: &[LayerStyle], spokes: usize, value: u8) -> WheelSpec {
    let layer = |style: &LayerStyle| Layer { style: *style, readings: vec![Reading::Value(value); spokes] };
    WheelSpec {
        labels: vec![String::new(); spokes],
        layers: styles.iter().map(layer).collect(),
        scale: Scale::CONSTRUCT,
        kind: WheelKind::Overlay,
        width: 360.0,
        selected: None,
        band: Some(1.0),
    }
}

#[test]
fn three_layers_with_the_same_value_are_all_seen() {
    for (spokes, value) in [3, 8, 12, 20].into_iter().flat_map(|spokes| (0..=10u8).map(move |value| (spokes, value))) {
        for styles in threes() {
            let wheel = wheel(&all_same(&styles, spokes, value), &WidthTable);
            // Nearer to the hub than this, a segment is too narrow for three marks that can still be told apart: there
            // they lie partly over one another (0 of 8 segments, 0 and 1 of 12, 0 to 3 of 20), at the very hub of 20
            // for the most part. The rows have every number.
            let room = (wheel.disc.edge(f64::from(value)) - 3.2) * std::f64::consts::TAU / spokes as f64;
            let enough = if room >= 20.0 { 0.97 } else { 0.05 };
            for (ink, share) in marks_seen(&wheel.scene) {
                assert!(share >= enough, "{ink:?} of {styles:?} at {value} of {spokes} segments: {share:.2}");
            }
        }
    }
}

#[test]
fn the_lines_of_then_and_back_are_apart_and_unlike() {
    let wheel = wheel(&all_same(&[LayerStyle::Then, LayerStyle::Back], 8, 7), &WidthTable);
    let from_centre = |at: &Point| at.distance(wheel.disc.centre);
    let dashes = wheel.scene.shapes.iter().filter_map(|shape| match shape {
        // The thin lines are the ends of the band.
        Shape::Line { points, stroke: Ink::Then, width } if *width > 1.0 => Some(from_centre(&points[0])),
        _ => None,
    });
    let dots = wheel.scene.shapes.iter().filter_map(|shape| match shape {
        Shape::Dot { centre, fill: Ink::Back, .. } => Some(from_centre(centre)),
        _ => None,
    });
    let (dashes, dots): (Vec<f64>, Vec<f64>) = (dashes.collect(), dots.collect());
    assert!(dashes.len() >= 8 && dots.len() >= 8);
    assert!(dashes.iter().all(|dash| dots.iter().all(|dot| (dash - dot).abs() > 2.0)));
}

#[test]
fn a_band_lies_around_then_and_within_the_scale() {
    for (value, half, from, to) in [(5, 1.5, 3.5, 6.5), (1, 2.0, 0.0, 3.0), (10, 0.5, 9.5, 10.0), (4, 40.0, 0.0, 10.0)]
    {
        let spec = WheelSpec { band: Some(half), ..all_same(&[LayerStyle::Then], 4, value) };
        let wheel = wheel(&spec, &WidthTable);
        let bands: Vec<&Vec<Point>> = wheel
            .scene
            .shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Polygon { points, fill: Ink::Band } => Some(points),
                _ => None,
            })
            .collect();
        assert_eq!(bands.len(), 4);
        let reach = || bands[0].iter().map(|point| point.distance(wheel.disc.centre));
        assert!((reach().fold(f64::INFINITY, f64::min) - wheel.disc.edge(from)).abs() < 0.1);
        assert!((reach().fold(0.0, f64::max) - wheel.disc.edge(to)).abs() < 0.1);
    }
    let without = |spec: WheelSpec| wheel(&spec, &WidthTable).scene.shapes.iter().all(|it| !is_band(it));
    assert!(without(WheelSpec { band: None, ..all_same(&STYLES[..2], 4, 5) }));
    assert!(without(WheelSpec { band: Some(0.0), ..all_same(&STYLES[..2], 4, 5) }));
    assert!(without(WheelSpec { kind: WheelKind::Single, ..all_same(&STYLES[..2], 4, 5) }));
    assert!(without(all_same(&STYLES[1..3], 4, 5)), "there is no band without then");
}

fn is_band(shape: &Shape) -> bool {
    matches!(shape, Shape::Polygon { fill: Ink::Band, .. })
}

fn any_scale() -> impl Strategy<Value = Scale> {
    prop::sample::select(vec![Scale::CONSTRUCT, Scale { min: 1, max: 5 }])
}

/// Values and means, often the same ones, sometimes none.
fn any_reading() -> impl Strategy<Value = Reading> {
    prop_oneof![
        6 => (0..=10u8).prop_map(Reading::Value),
        2 => (4..=6u8).prop_map(Reading::Value),
        2 => (0..=100u8).prop_map(|tenths| Reading::Mean(f64::from(tenths) / 10.0)),
        1 => prop::sample::select(vec![Reading::Blank, Reading::NotApplicable, Reading::Absent]),
    ]
}

fn inside(scene: &Scene, shape: &Shape) -> bool {
    let rect = bounds(shape);
    rect.x >= 0.0 && rect.y >= 0.0 && rect.right() <= scene.width && rect.bottom() <= scene.height
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn every_mark_of_a_row_is_seen(
        width in 240.0..700.0f64,
        scale in any_scale(),
        readings in prop::array::uniform5(any_reading()),
        given in prop::array::uniform5(any::<bool>()),
        band in prop::option::of(0.0..4.0f64),
    ) {
        let all = STYLES.into_iter().zip(readings).zip(given).filter(|(_, given)| *given);
        let marks: Vec<(LayerStyle, Reading)> = all.map(|(mark, _)| mark).collect();
        let row = dumbbell(&DumbbellSpec { width, scale, marks: marks.clone(), band });
        prop_assert!((row.scene.height - DUMBBELL_HEIGHT).abs() < 1e-9);
        let there: Vec<_> = marks.into_iter().filter(|(_, reading)| *reading != Reading::Absent).collect();
        prop_assert_eq!(&row.described, &there, "what was not rated is told too");
        let rated: Vec<_> = there.into_iter().filter(|(_, reading)| reading.value().is_some()).collect();
        for shape in &row.scene.shapes {
            prop_assert!(inside(&row.scene, shape), "{shape:?}");
        }
        let seen = marks_seen(&row.scene);
        prop_assert_eq!(seen.len(), rated.len());
        for (ink, share) in seen {
            prop_assert!(share >= 0.3, "{ink:?} of {rated:?}: {share:.2}");
        }
    }
}

#[test]
fn all_marks_of_a_row_with_one_value_are_seen_in_full() {
    for (scale, width) in [(Scale::CONSTRUCT, 240.0), (Scale { min: 1, max: 5 }, 320.0)] {
        for value in scale.min..=scale.max {
            let marks = STYLES.map(|style| (style, Reading::Value(value))).into();
            for (ink, share) in marks_seen(&dumbbell(&DumbbellSpec { width, scale, marks, band: None }).scene) {
                assert!(share > 0.97, "{ink:?} at {value}: {share:.2}");
            }
        }
    }
}

fn any_day() -> impl Strategy<Value = Date> {
    prop_oneof![3 => 0..600i32, 2 => 290..310i32, 1 => Just(0), 1 => Just(599)]
        .prop_map(|days| Date::from_julian_day(day("2014-06-13").to_julian_day() + days).unwrap())
}

fn any_point() -> impl Strategy<Value = TimePoint> {
    let style = prop_oneof![8 => Just(LayerStyle::Now), 1 => prop::sample::select(STYLES.to_vec())];
    (any_day(), style, any_reading()).prop_map(|(day, style, reading)| TimePoint { day, style, reading })
}

fn any_words() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just("13 June 2014".to_owned()),
        3 => "(Wednesday|Donnerstag), [0-9]{2}\\. (September|Dezember) 2015",
        1 => "[A-Za-zа-я0-9]{1,14}( [A-Za-z0-9]{1,12}){0,6}",
        1 => "[WM]{1,60}",
    ]
}

/// The room of a text, as high as its digits and capitals.
fn text_box(shape: &Shape) -> Option<Rect> {
    let Shape::Text { at, text, anchor, size, bold, .. } = shape else { return None };
    let width = WidthTable.width(text, *size, *bold);
    let left = match anchor {
        Anchor::Start => 0.0,
        Anchor::Middle => width / 2.0,
        Anchor::End => width,
    };
    Some(Rect { x: at.x - left, y: at.y - size * 0.4, width, height: size * 0.8 })
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn a_line_over_time_has_all_its_words_and_marks_inside_and_apart(
        width in 200.0..700.0f64,
        scale in any_scale(),
        points in prop::collection::vec(any_point(), 0..12),
        days in (any_day(), any_day()),
        ends in (any_words(), any_words()),
    ) {
        let (from, to) = (days.0.min(days.1), days.0.max(days.1));
        let drawn = timeline(&TimelineSpec { width, scale, from, to, points: points.clone(), ends }, &WidthTable);
        let mut rated: Vec<TimePoint> = points.into_iter().filter(|point| point.reading.value().is_some()).collect();
        rated.sort_by_key(|point| point.day);
        prop_assert_eq!(&drawn.described, &rated);
        for shape in &drawn.scene.shapes {
            prop_assert!(inside(&drawn.scene, shape), "{shape:?}");
        }
        let seen = marks_seen(&drawn.scene);
        prop_assert_eq!(seen.len(), rated.len());
        for (ink, share) in &seen {
            prop_assert!(*share >= 0.3, "{ink:?} of {rated:?}: {share:.2}");
        }
        let texts: Vec<Rect> = drawn.scene.shapes.iter().filter_map(text_box).collect();
        for (place, text) in texts.iter().enumerate() {
            prop_assert!(text.x >= 0.0 && text.right() <= width + 1e-6 && text.y >= 0.0 && text.bottom() <= drawn.scene.height);
            prop_assert!(texts[place + 1..].iter().all(|other| !text.overlaps(other, -0.1)), "{texts:?}");
        }
    }
}

fn now(on: &str, reading: Reading) -> TimePoint {
    TimePoint { day: day(on), style: LayerStyle::Now, reading }
}

fn year(points: Vec<TimePoint>) -> TimelineSpec {
    let ends = ("1 January".to_owned(), "31 December".to_owned());
    let (from, to) = (day("2015-01-01"), day("2015-12-31"));
    TimelineSpec { width: 360.0, scale: Scale::CONSTRUCT, from, to, points, ends }
}

/// The middles of the marks of a line over time, in the order of time.
fn places(spec: &TimelineSpec) -> Vec<Point> {
    let scene = timeline(spec, &WidthTable).scene;
    scene.shapes.iter().filter(|shape| mark_ink(shape).is_some()).map(|shape| bounds(shape).centre()).collect()
}

#[test]
fn time_has_its_true_distances() {
    let four = Reading::Value(4);
    let spec = year(["2015-01-01", "2015-04-02", "2015-07-02", "2015-12-31"].map(|on| now(on, four)).into());
    let x: Vec<f64> = places(&spec).iter().map(|place| place.x).collect();
    let share = |at: usize| (x[at] - x[0]) / (x[3] - x[0]);
    assert!((share(1) - 0.25).abs() < 1e-6 && (share(2) - 0.5).abs() < 1e-6);
    let one_day = TimelineSpec { to: spec.from, points: vec![now("2015-01-01", four)], ..spec };
    let middle = places(&one_day)[0].x;
    assert!((x[0] + 1.0..x[3]).contains(&middle) && (middle - f64::midpoint(x[0], x[3])).abs() < 1e-6);
}

#[test]
fn a_line_is_interrupted_where_there_is_no_number() {
    let runs = |readings: &[Reading]| {
        let days = ["2015-01-01", "2015-03-01", "2015-05-01", "2015-07-01", "2015-09-01"];
        let spec = year(days.into_iter().zip(readings).map(|(on, reading)| now(on, *reading)).collect());
        let lines = timeline(&spec, &WidthTable).scene.shapes.into_iter().filter_map(|shape| match shape {
            Shape::Line { points, stroke: Ink::Now, .. } => Some(points.len()),
            _ => None,
        });
        lines.collect::<Vec<_>>()
    };
    let five = Reading::Value(5);
    assert_eq!(runs(&[five; 5]), [5]);
    assert_eq!(runs(&[five, five, Reading::Blank, five, five]), [2, 2]);
    assert_eq!(runs(&[five, Reading::NotApplicable, five, five, Reading::Absent]), [2]);
    assert_eq!(runs(&[five, Reading::Blank, five, Reading::Blank, five]), [0; 0]);
    assert_eq!(runs(&[]), [0; 0]);
}

#[test]
fn only_the_newest_of_ones_own_is_solid() {
    let other = |style| TimePoint { style, ..now("2015-12-31", Reading::Value(9)) };
    let own = ["2015-09-01", "2015-02-01", "2015-05-01"].map(|on| now(on, Reading::Value(3)));
    let points = own.into_iter().chain([other(LayerStyle::Needed), other(LayerStyle::Back)]).collect();
    let scene = timeline(&year(points), &WidthTable).scene;
    let solid = scene.shapes.iter().filter(|shape| matches!(shape, Shape::Dot { fill: Ink::Now, .. })).count();
    let hollow = scene.shapes.iter().filter(|shape| matches!(shape, Shape::Ring { stroke: Ink::Now, .. })).count();
    assert_eq!((solid, hollow), (1, 2));
    let numerals = scene.shapes.iter().filter(|shape| matches!(shape, Shape::Text { bold: true, .. })).count();
    assert_eq!(numerals, 2, "the first and the last");
}
