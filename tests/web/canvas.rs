//! Wheels on a canvas: at the device's resolution, and not blank.

use roundel::chart::{Layer, LayerStyle, Palette, Reading, WheelKind, WheelSpec, WidthTable, wheel};
use roundel::domain::Scale;
use roundel::platform::paint;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

fn canvas() -> HtmlCanvasElement {
    let document = web_sys::window().unwrap().document().unwrap();
    document.create_element("canvas").unwrap().unchecked_into()
}

fn spec(width: f64) -> WheelSpec {
    let values = [7, 0, 5, 10, 3];
    let readings = values.map(Reading::Value).into_iter().chain([Reading::Blank]).collect();
    WheelSpec {
        labels: (1..=6).map(|at| format!("Attribute {at}")).collect(),
        layers: vec![Layer { style: LayerStyle::Now, readings }],
        scale: Scale { min: 0, max: 10 },
        kind: WheelKind::Single,
        width,
        selected: None,
        band: None,
    }
}

fn data_url(canvas: &HtmlCanvasElement) -> String {
    js_sys::Reflect::get(canvas, &"toDataURL".into())
        .unwrap()
        .unchecked_into::<js_sys::Function>()
        .call0(canvas)
        .unwrap()
        .as_string()
        .unwrap()
}

#[wasm_bindgen_test]
fn the_backing_store_is_three_times_as_fine_as_the_page_or_finer() {
    let fineness = web_sys::window().unwrap().device_pixel_ratio().max(3.0);
    for width in [200.0, 320.0, 361.5, 640.0] {
        let canvas = canvas();
        let wheel = wheel(&spec(width), &WidthTable);
        paint(&canvas, &wheel.scene, &Palette::LIGHT);
        assert_eq!(canvas.width(), (wheel.scene.width * fineness).round() as u32);
        assert_eq!(canvas.height(), (wheel.scene.height * fineness).round() as u32);
        let style = canvas.get_attribute("style").unwrap();
        assert!(style.contains(&format!("width: {}px", wheel.scene.width)), "{style}");
    }
}

#[wasm_bindgen_test]
fn a_canvas_is_never_longer_than_phones_take() {
    let canvas = canvas();
    paint(&canvas, &wheel(&spec(2_000.0), &WidthTable).scene, &Palette::LIGHT);
    assert!(canvas.width().max(canvas.height()) <= 4096);
    assert!(canvas.width().max(canvas.height()) >= 4090);
}

#[wasm_bindgen_test]
fn what_is_painted_is_there_and_follows_values_and_palette() {
    let (blank, painted) = (canvas(), canvas());
    let wheel_of = |spec: &WheelSpec| wheel(spec, &WidthTable);
    paint(&painted, &wheel_of(&spec(320.0)).scene, &Palette::LIGHT);
    blank.set_width(painted.width());
    blank.set_height(painted.height());
    let light = data_url(&painted);
    assert_ne!(light, data_url(&blank));

    paint(&painted, &wheel_of(&spec(320.0)).scene, &Palette::DARK);
    assert_ne!(data_url(&painted), light);

    let mut other = spec(320.0);
    other.layers[0].readings[0] = Reading::Value(8);
    paint(&painted, &wheel_of(&other).scene, &Palette::LIGHT);
    assert_ne!(data_url(&painted), light);

    // Painting again leaves nothing of what was there before.
    paint(&painted, &wheel_of(&spec(320.0)).scene, &Palette::LIGHT);
    assert_eq!(data_url(&painted), light);
}

#[wasm_bindgen_test]
fn a_blank_and_a_zero_are_painted_differently() {
    let painted = |reading: Reading| {
        let canvas = canvas();
        let mut spec = spec(320.0);
        spec.layers[0].readings[0] = reading;
        paint(&canvas, &wheel(&spec, &WidthTable).scene, &Palette::LIGHT);
        data_url(&canvas)
    };
    assert_ne!(painted(Reading::Blank), painted(Reading::Value(0)));
    assert_ne!(painted(Reading::Blank), painted(Reading::Absent));
}

#[wasm_bindgen_test]
fn a_canvas_can_be_drawn_on() {
    let context = canvas().get_context("2d").unwrap().unwrap();
    assert!(context.dyn_ref::<CanvasRenderingContext2d>().is_some());
}
