//! The chart as its users see it: label layout over generated names, hit-testing, and golden drawings
//! (`UPDATE_GOLDEN=1 cargo test --test chart` writes them anew).

#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use common::golden::golden;
use common::names::NAMES;
use common::seen::mark_ink;
use plotters::backend::SVGBackend;
use proptest::prelude::*;
use roundel::chart::{
    Anchor, DumbbellSpec, Ink, Layer, LayerStyle, Palette, Point, Reading, Rect, Scene, Shape, TextMeasure, Wheel,
    WheelKind, WheelSpec, WidthTable, dumbbell, paint, shuffled, svg, wheel,
};
use roundel::domain::Scale;

fn values(readings: &[u8]) -> Vec<Reading> {
    readings.iter().copied().map(Reading::Value).collect()
}

fn now_readings(count: usize) -> Vec<Reading> {
    let all = [7, 8, 6, 8, 5, 7, 8, 10, 0, 7, 4, 9, 3, 6, 5, 8, 2, 7, 6, 1u8];
    let mut readings = values(&all[..count]);
    for (spoke, reading) in [(5, Reading::Blank), (10, Reading::NotApplicable)] {
        if spoke < count {
            readings[spoke] = reading;
        }
    }
    readings
}

fn then_readings(count: usize) -> Vec<Reading> {
    let all = [6, 7, 4, 5, 3, 7, 8, 10, 2, 6, 4, 5, 3, 4, 5, 9, 0, 4, 6, 3u8];
    let mut readings = values(&all[..count]);
    if count > 4 {
        readings[4] = Reading::Blank;
    }
    readings
}

fn needed_readings(count: usize) -> Vec<Reading> {
    (0..count)
        .map(|spoke| match spoke % 3 {
            0 => Reading::Value(9),
            1 => Reading::Value(8),
            _ => Reading::Blank,
        })
        .collect()
}

fn layer(style: LayerStyle, readings: Vec<Reading>) -> Layer {
    Layer { style, readings }
}

fn spec(count: usize, width: f64, kind: WheelKind) -> WheelSpec {
    let mut layers = vec![layer(LayerStyle::Now, now_readings(count))];
    if kind == WheelKind::Overlay {
        layers.insert(0, layer(LayerStyle::Then, then_readings(count)));
        layers.push(layer(LayerStyle::Needed, needed_readings(count)));
    }
    WheelSpec {
        labels: NAMES[..count].iter().map(ToString::to_string).collect(),
        layers,
        scale: Scale::CONSTRUCT,
        kind,
        width,
        selected: None,
        band: None,
    }
}

fn drawn(spec: &WheelSpec) -> Wheel {
    wheel(spec, &WidthTable)
}

fn squashed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What must hold for the labels of any wheel.
fn check_labels(spec: &WheelSpec) -> Result<(), TestCaseError> {
    let wheel = drawn(spec);
    prop_assert!(wheel.disc.radius >= 0.33 * spec.width - 1e-6);
    prop_assert_eq!(wheel.labels.len(), spec.labels.len());
    for label in &wheel.labels {
        let rect = label.rect;
        let inside =
            rect.x >= 0.0 && rect.y >= 0.0 && rect.right() <= wheel.scene.width && rect.bottom() <= wheel.scene.height;
        prop_assert!(inside, "clipped: {label:?} in {}", wheel.scene.height);
        let gap = nearest_gap(&rect, wheel.disc.centre) - wheel.disc.radius;
        prop_assert!(gap >= 4.0, "over the disc: {label:?}");
        let text = label.lines.join(" ");
        if label.numbered {
            prop_assert_eq!(text, (label.spoke + 1).to_string());
        } else {
            prop_assert!(label.lines.len() <= 3);
            prop_assert_eq!(text, squashed(&spec.labels[label.spoke]));
        }
        for line in &label.lines {
            prop_assert!(WidthTable.width(line, label.size, true) <= rect.width + 1e-6);
        }
    }
    for (place, one) in wheel.labels.iter().enumerate() {
        for other in &wheel.labels[place + 1..] {
            prop_assert!(!one.rect.overlaps(&other.rect, 0.0), "{one:?} and {other:?}");
        }
    }
    Ok(())
}

fn nearest_gap(rect: &Rect, centre: Point) -> f64 {
    let dx = (rect.x - centre.x).max(centre.x - rect.right()).max(0.0);
    let dy = (rect.y - centre.y).max(centre.y - rect.bottom()).max(0.0);
    dx.hypot(dy)
}

fn any_name() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[A-Za-z]{1,12}( [a-z]{1,12}){0,5}",
        1 => "[A-Za-z]{20,80}",
        1 => "[а-яё]{1,14}( [а-яё]{1,10}){0,3}",
        1 => "[音楽教育評価練習]{1,20}",
        1 => "[ا-ي]{1,10}( [ا-ي]{1,8}){0,3}",
        1 => "\\PC{1,80}",
        1 => "[WM🎵é/ -]{0,40}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn labels_never_touch_each_other_the_disc_or_the_edge(
        labels in prop::collection::vec(any_name(), 3..=20),
        width in 240.0..1280.0f64,
    ) {
        let spec = WheelSpec { labels, ..spec(0, width, WheelKind::Single) };
        check_labels(&spec)?;
    }

    #[test]
    fn narrow_phones_hold_too(labels in prop::collection::vec(any_name(), 3..=20)) {
        let spec = WheelSpec { labels, ..spec(0, 320.0, WheelKind::Single) };
        check_labels(&spec)?;
    }
}

#[test]
fn the_real_names_are_laid_out_at_every_count_and_width() {
    for count in 0..=20 {
        for width in [320.0, 360.0, 412.0, 640.0, 1280.0] {
            check_labels(&spec(count, width, WheelKind::Single)).unwrap();
        }
    }
}

#[test]
fn labels_are_clear_of_three_layers() {
    for (count, width) in (1..=20).flat_map(|count| [320.0, 360.0, 640.0].map(|width| (count, width))) {
        let mut spec = WheelSpec { band: Some(1.5), ..spec(count, width, WheelKind::Overlay) };
        let highest = vec![Reading::Value(10); count];
        for style in [LayerStyle::Needed, LayerStyle::Back, LayerStyle::Other] {
            spec.layers[2] = layer(style, highest.clone());
            check_labels(&spec).unwrap();
            let wheel = drawn(&spec);
            for shape in wheel.scene.shapes.iter().filter(|shape| mark_ink(shape).is_some()) {
                let Shape::Polygon { points, .. } = shape else { continue };
                let over = |point: &Point| wheel.labels.iter().any(|label| nearest_gap(&label.rect, *point) < 0.5);
                assert!(!points.iter().any(over), "{style:?} over a label of {count} at {width}");
            }
        }
    }
}

#[test]
fn short_names_are_names_even_on_a_narrow_phone() {
    let count = 8;
    let numbers =
        |width| drawn(&spec(count, width, WheelKind::Single)).labels.iter().filter(|label| label.numbered).count();
    assert!(numbers(320.0) <= 4, "{}", numbers(320.0));
    assert!(numbers(360.0) <= 3, "{}", numbers(360.0));
    assert!(numbers(640.0) == 0, "{}", numbers(640.0));
}

#[test]
fn selecting_moves_nothing() {
    let plain = drawn(&spec(12, 360.0, WheelKind::Single));
    let chosen = WheelSpec { selected: Some(3), ..spec(12, 360.0, WheelKind::Single) };
    let again = drawn(&chosen);
    assert_eq!(plain.labels, again.labels);
    assert_eq!(plain.disc, again.disc);
    assert_eq!(plain.redrawn(&chosen).scene, again.scene);
}

#[test]
fn a_touch_on_a_drawn_wheel_finds_what_is_there() {
    for count in 1..=20 {
        let disc = drawn(&spec(count, 360.0, WheelKind::Overlay)).disc;
        for spoke in 0..count {
            for value in 0..=10 {
                let at = disc.anchor(spoke, value);
                assert_eq!(disc.segment_at(at.x, at.y), Some(spoke));
                assert_eq!(disc.value_at(at.x, at.y), value);
            }
        }
    }
}

fn one_reading(reading: Reading, kind: WheelKind) -> Scene {
    let mut spec = spec(4, 360.0, kind);
    for layer in &mut spec.layers {
        layer.readings = vec![reading; 4];
    }
    drawn(&spec).scene
}

fn polygons(scene: &Scene, wanted: Ink) -> usize {
    let filled = |shape: &&Shape| matches!(shape, Shape::Polygon { fill, .. } if *fill == wanted);
    scene.shapes.iter().filter(filled).count()
}

#[test]
fn zero_blank_and_not_applicable_look_different() {
    for kind in [WheelKind::Single, WheelKind::Overlay] {
        let scenes = [Reading::Value(0), Reading::Blank, Reading::NotApplicable, Reading::Absent, Reading::Value(1)]
            .map(|reading| one_reading(reading, kind));
        for (place, scene) in scenes.iter().enumerate() {
            for other in &scenes[place + 1..] {
                assert_ne!(scene, other);
            }
        }
    }
    assert_eq!(polygons(&one_reading(Reading::Value(0), WheelKind::Single), Ink::Now), 4);
    assert_eq!(polygons(&one_reading(Reading::Blank, WheelKind::Single), Ink::Now), 0);
}

/// How far from the middle the filled wedges of a scene reach.
fn reach(scene: &Scene, centre: Point, wanted: Ink) -> f64 {
    let filled = scene.shapes.iter().filter_map(|shape| match shape {
        Shape::Polygon { points, fill } if *fill == wanted => Some(points),
        _ => None,
    });
    filled.flatten().map(|point| (point.x - centre.x).hypot(point.y - centre.y)).fold(0.0, f64::max)
}

#[test]
fn a_mean_between_two_values_is_drawn_between_their_edges() {
    for (scale, below, mean) in [(Scale { min: 1, max: 5 }, 3, 3.25), (Scale::CONSTRUCT, 7, 7.9)] {
        let at = |reading: Reading, kind: WheelKind| {
            let layers = vec![layer(LayerStyle::Now, vec![reading; 4])];
            drawn(&WheelSpec { layers, scale, ..spec(4, 360.0, kind) })
        };
        let disc = at(Reading::Mean(mean), WheelKind::Single).disc;
        let (inner, outer) = (disc.edge(f64::from(below)), disc.edge(f64::from(below + 1)));
        assert!(inner < disc.edge(mean) && disc.edge(mean) < outer);
        for (kind, ink) in
            [(WheelKind::Single, Ink::Now), (WheelKind::Overlay, Ink::NowFaint), (WheelKind::Thumbnail, Ink::Now)]
        {
            let wheel = at(Reading::Mean(mean), kind);
            let disc = wheel.disc;
            let drawn_to = reach(&wheel.scene, disc.centre, ink);
            assert!((drawn_to - disc.edge(mean)).abs() < 1e-6, "{kind:?}: {drawn_to}");
            assert!(disc.edge(f64::from(below)) < drawn_to && drawn_to < disc.edge(f64::from(below + 1)), "{kind:?}");
        }
        let whole = at(Reading::Mean(f64::from(below)), WheelKind::Single).scene;
        assert_eq!(whole, at(Reading::Value(below), WheelKind::Single).scene, "a mean that is a value looks like it");
    }
}

fn row(width: f64, scale: Scale, marks: &[(LayerStyle, Reading)]) -> DumbbellSpec {
    DumbbellSpec { width, scale, marks: marks.to_vec(), band: None }
}

#[test]
fn a_mean_on_a_row_lies_between_its_neighbours() {
    let scale = Scale { min: 1, max: 5 };
    let place = |reading: Reading| {
        let row = dumbbell(&row(320.0, scale, &[(LayerStyle::Now, reading)])).scene;
        let dot = row.shapes.iter().find_map(|shape| match shape {
            Shape::Dot { centre, fill: Ink::Now, .. } => Some(centre.x),
            _ => None,
        });
        dot.unwrap()
    };
    let (three, four) = (place(Reading::Value(3)), place(Reading::Value(4)));
    assert!((place(Reading::Mean(3.5)) - f64::midpoint(three, four)).abs() < 1e-6);
}

#[test]
fn marks_that_fall_together_are_both_seen() {
    let mut spec = spec(6, 360.0, WheelKind::Overlay);
    for layer in &mut spec.layers {
        layer.readings = vec![Reading::Value(7); 6];
    }
    let scene = drawn(&spec).scene;
    let ring = scene.shapes.iter().find_map(|shape| match shape {
        Shape::Ring { centre, radius, stroke: Ink::Then, width } => Some((*centre, radius - width / 2.0)),
        _ => None,
    });
    let dot = scene.shapes.iter().find_map(|shape| match shape {
        Shape::Dot { centre, radius, fill: Ink::Now } => Some((*centre, *radius)),
        _ => None,
    });
    let ((ring_at, inner), (dot_at, radius)) = (ring.unwrap(), dot.unwrap());
    assert_eq!(ring_at, dot_at);
    assert!(inner > radius + 0.5);
}

#[test]
fn very_few_and_very_many_spokes_still_draw() {
    for kind in [WheelKind::Single, WheelKind::Overlay, WheelKind::Thumbnail] {
        for count in 0..=2 {
            let wheel = drawn(&spec(count, 320.0, kind));
            assert!(wheel.scene.height > 0.0);
            assert_eq!(wheel.described.len(), count);
        }
    }
    let crowd = WheelSpec { labels: vec![String::from("Name"); 90], ..spec(0, 320.0, WheelKind::Single) };
    assert!(drawn(&crowd).labels.len() <= 90);
}

#[test]
fn no_width_and_two_numbers_are_drawn_too() {
    let readings = [Reading::NotApplicable, Reading::Blank, Reading::Value(1), Reading::Mean(0.5)];
    for (width, scale) in [(0.0, Scale::CONSTRUCT), (0.0, Scale { min: 0, max: 1 }), (360.0, Scale { min: 0, max: 1 })]
    {
        for kind in [WheelKind::Single, WheelKind::Overlay, WheelKind::Thumbnail] {
            let layers = vec![layer(LayerStyle::Then, readings.to_vec()), layer(LayerStyle::Now, readings.to_vec())];
            let spec = WheelSpec { layers, scale, ..spec(readings.len(), width, kind) };
            assert_eq!(drawn(&spec).described.len(), readings.len(), "{width} {scale:?} {kind:?}");
        }
    }
}

#[test]
fn a_description_has_every_reading_and_the_full_name() {
    let wheel = drawn(&spec(6, 320.0, WheelKind::Overlay));
    let fifth = &wheel.described[5];
    assert_eq!(fifth.label, "Classroom behaviour management");
    assert_eq!(
        fifth.readings,
        [
            (LayerStyle::Then, Reading::Value(7)),
            (LayerStyle::Now, Reading::Blank),
            (LayerStyle::Needed, Reading::Blank),
        ]
    );
}

#[test]
fn a_description_has_what_is_shown_in_its_order() {
    let styles = [LayerStyle::Back, LayerStyle::Other, LayerStyle::Now, LayerStyle::Needed];
    let of = |style| layer(style, values(&[3, 4]));
    let spec = WheelSpec { layers: styles.map(of).into(), ..spec(2, 320.0, WheelKind::Overlay) };
    let shown: Vec<LayerStyle> = drawn(&spec).described[1].readings.iter().map(|(style, _)| *style).collect();
    assert_eq!(shown, styles[..3], "a fourth layer is neither drawn nor described");
    assert_eq!(drawn(&spec).described[1].readings[0].1, Reading::Value(4));
}

#[test]
fn another_order_takes_names_readings_and_selection_along() {
    let given = WheelSpec { selected: Some(2), ..spec(6, 360.0, WheelKind::Overlay) };
    let order = shuffled(6, 0);
    let other = given.reordered(&order);
    let (before, after) = (drawn(&given).described, drawn(&other).described);
    assert_ne!(before, after);
    for (place, spoke) in order.iter().enumerate() {
        assert_eq!(after[place], before[*spoke]);
    }
    assert_eq!(other.selected.map(|place| order[place]), Some(2));
    assert_eq!(given.reordered(&[0, 1, 2, 3, 4, 5]), {
        let readings = |layer: &Layer| (0..6).map(|spoke| layer.reading(spoke)).collect();
        let layers = given.layers.iter().map(|it| layer(it.style, readings(it))).collect();
        WheelSpec { layers, ..given.clone() }
    });
    assert_eq!(given.reordered(&[9, 4]).labels, [given.labels[4].clone()], "what is no spoke is passed over");
    assert_eq!(given.reordered(&[9, 4]).selected, None);
}

/// A device whose fonts are wider than the table expects.
struct Wide(f64);

impl TextMeasure for Wide {
    fn width(&self, text: &str, size: f64, bold: bool) -> f64 {
        WidthTable.width(text, size, bold) * self.0
    }
}

#[test]
fn names_that_are_really_too_wide_become_numbers() {
    let chosen = WheelSpec { selected: Some(0), ..spec(8, 640.0, WheelKind::Single) };
    let fresh = drawn(&chosen);
    let mut wheel = fresh.clone();
    assert_eq!(wheel.demote_excess(&Wide(0.9)), 0);
    assert_eq!(wheel, fresh);
    let before = wheel.labels.clone();
    let lost = wheel.demote_excess(&Wide(1.3));
    assert!(lost > 0);
    for (label, old) in wheel.labels.iter().zip(&before) {
        if label.numbered && !old.numbered {
            assert_eq!(label.lines, [(label.spoke + 1).to_string()]);
            assert!(label.rect.x >= old.rect.x - 1e-9 && label.rect.y >= old.rect.y - 1e-9);
            assert!(label.rect.bottom() <= old.rect.bottom() + 1e-9);
            let drawn = wheel
                .scene
                .shapes
                .iter()
                .any(|shape| matches!(shape, Shape::Text { text, .. } if *text == label.lines[0]));
            assert!(drawn);
        }
    }
    assert_eq!(wheel.demote_excess(&Wide(1.3)), 0);
}

#[test]
fn an_svg_is_named_and_escaped() {
    let mut spec = spec(3, 320.0, WheelKind::Single);
    spec.labels[0] = "<b> & \u{1} \"q\"".into();
    let document = svg(&drawn(&spec).scene, &Palette::LIGHT, "A < B & \"C\"", "first\u{0}");
    assert!(document.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100%\""));
    assert!(document.contains("<title id=\"title\">A &lt; B &amp; &quot;C&quot;</title>"));
    assert!(document.contains("role=\"img\""));
    assert!(document.trim_end().ends_with("</svg>"));
    assert_eq!(document.matches("<svg").count(), 1);
    assert!(!document.contains('\u{1}') && !document.contains('\u{0}'));
    let text_anchors = drawn(&spec).labels.iter().any(|label| label.anchor != Anchor::Middle);
    assert!(text_anchors);
}

#[test]
fn one_painter_serves_a_literal_backend_and_an_svg() {
    let scene = drawn(&spec(8, 320.0, WheelKind::Single)).scene;
    let mut literal = String::new();
    let size = (960, (scene.height * 3.0) as u32);
    let mut backend = SVGBackend::with_string(&mut literal, size);
    paint(&scene, &Palette::LIGHT, 3.0, &mut backend).unwrap();
    drop(backend);
    // The SVG backend divides text sizes by 1.24; only `svg` makes up for it.
    let sizes = |document: &str, size: f64| document.contains(&format!("font-size=\"{size}\""));
    assert!(sizes(&literal, 11.5 * 3.0 / 1.24));
    let document = svg(&scene, &Palette::LIGHT, "", "");
    assert!(sizes(&document, 11.5 * 8.0));
}

#[test]
fn colours_come_from_the_palette_only() {
    let scene = drawn(&spec(12, 360.0, WheelKind::Overlay)).scene;
    let document = svg(&scene, &Palette::DARK, "", "").to_lowercase();
    let known: Vec<String> = Ink::ALL.map(|ink| Palette::DARK.hex(ink)).into();
    for (start, _) in document.match_indices('#') {
        let colour = &document[start..start + 7];
        assert!(known.iter().any(|hex| hex == colour), "{colour}");
    }
}

#[test]
fn drawings_are_as_they_were() {
    for (count, width) in [(3, 320.0), (8, 360.0), (12, 320.0), (20, 640.0)] {
        for (kind, word) in [(WheelKind::Single, "single"), (WheelKind::Overlay, "overlay")] {
            let scene = drawn(&spec(count, width, kind)).scene;
            golden(&format!("{word}-{count}-{width}"), &scene, &Palette::LIGHT);
        }
    }
    let chosen = WheelSpec { selected: Some(3), ..spec(10, 360.0, WheelKind::Single) };
    golden("selected-10-360-dark", &drawn(&chosen).scene, &Palette::DARK);
    let overlay = drawn(&spec(10, 360.0, WheelKind::Overlay)).scene;
    golden("overlay-10-360-dark", &overlay, &Palette::DARK);
    let small = drawn(&spec(10, 72.0, WheelKind::Thumbnail)).scene;
    golden("thumbnail-10", &small, &Palette::LIGHT);
}
