//! Canvases for the chart: opened at the device's resolution, and redrawn when their room changes.

use std::cell::RefCell;

use leptos::html;
use leptos::prelude::*;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ResizeObserver, ResizeObserverEntry};

use super::Parcel;
use crate::chart::{self, Palette, Scene, TextMeasure};

/// Drawn at least this much finer than CSS pixels: plotters rounds to whole pixels, which shows below it.
const FINENESS_MIN: f64 = 3.0;

/// The longest side of a canvas that every phone takes.
const SIDE_MAX: f64 = 4096.0;

/// Draws `scene` on `canvas`, which takes the scene's size.
pub fn paint(canvas: &HtmlCanvasElement, scene: &Scene, palette: &Palette) {
    let finest = SIDE_MAX / scene.width.max(scene.height).max(1.0);
    let fineness = window().device_pixel_ratio().max(FINENESS_MIN).min(finest);
    let style = canvas.unchecked_ref::<web_sys::HtmlElement>().style();
    _ = style.set_property("width", &format!("{}px", scene.width));
    _ = style.set_property("height", &format!("{}px", scene.height));
    // A browser that cannot draw shows an empty canvas; the list beside it has every number.
    _ = paint_finely(canvas, scene, palette, fineness);
}

/// Draws `scene` on `canvas` with `fineness` pixels to one of the scene's; the style sheet says how large it is shown.
/// `None` where the browser cannot draw.
pub fn paint_finely(canvas: &HtmlCanvasElement, scene: &Scene, palette: &Palette, fineness: f64) -> Option<()> {
    // Setting the size also clears what was drawn before.
    canvas.set_width((scene.width * fineness).round() as u32);
    canvas.set_height((scene.height * fineness).round() as u32);
    let mut backend = CanvasBackend::with_canvas_object(canvas.clone())?;
    chart::paint(scene, palette, fineness, &mut backend).ok()
}

/// `scene` as a file called `name`, with `fineness` pixels to one of the scene's.
pub async fn picture(scene: &Scene, palette: &Palette, fineness: u32, name: &str) -> Option<Parcel> {
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    paint_finely(&canvas, scene, palette, f64::from(fineness))?;
    let made = js_sys::Promise::new(&mut |made, _| _ = canvas.to_blob(&made));
    // Nothing comes where the browser has no room for it.
    let blob: web_sys::Blob = wasm_bindgen_futures::JsFuture::from(made).await.ok()?.dyn_into().ok()?;
    Parcel::of_blob(name, &blob)
}

/// Calls `f` with the element's width in CSS pixels, now and whenever it changes, until the owner is gone.
pub fn on_resize(place: NodeRef<html::Div>, f: impl Fn(f64) + Clone + 'static) {
    let observer = StoredValue::new_local(None::<(ResizeObserver, Closure<dyn Fn(js_sys::Array)>)>);
    Effect::new(move |_| {
        let Some(element) = place.get() else { return };
        let f = f.clone();
        let notify = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let entry = entries.get(0).dyn_into::<ResizeObserverEntry>();
            let width = entry.map(|entry| entry.content_rect().width());
            // What is folded away has no width: it is drawn when it is shown.
            if let Some(width) = width.ok().filter(|width| *width > 0.0) {
                f(width);
            }
        });
        if let Ok(watching) = ResizeObserver::new(notify.as_ref().unchecked_ref()) {
            watching.observe(&element);
            observer.set_value(Some((watching, notify)));
        }
    });
    on_cleanup(move || {
        if let Some(Some((watching, _))) = observer.try_update_value(Option::take) {
            watching.disconnect();
        }
    });
}

/// Real text widths, as this browser draws them.
pub struct BrowserMeasure;

impl TextMeasure for BrowserMeasure {
    fn width(&self, text: &str, size: f64, bold: bool) -> f64 {
        thread_local! {
            static PEN: RefCell<Option<CanvasRenderingContext2d>> = const { RefCell::new(None) };
        }
        PEN.with_borrow_mut(|pen| {
            if pen.is_none() {
                *pen = new_pen();
            }
            let weight = if bold { "bold " } else { "" };
            let pen = pen.as_ref()?;
            pen.set_font(&format!("{weight}{size}px {}", chart::FONT_FAMILY));
            Some(pen.measure_text(text).ok()?.width())
        })
        // Without a canvas nothing is drawn either.
        .unwrap_or(0.0)
    }
}

fn new_pen() -> Option<CanvasRenderingContext2d> {
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.get_context("2d").ok()??.dyn_into().ok()
}
