//! Pictures in: what the camera sees, or a picture that was picked, and the codes in them.

use js_sys::{Array, Function, Promise, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CanvasRenderingContext2d, DomException, HtmlCanvasElement, HtmlVideoElement, ImageBitmap, ImageData, MediaStream,
    MediaStreamConstraints, MediaStreamTrack,
};

use super::PickedFile;
use super::objects::{object, part};
use super::worker::{WorkerGone, read_codes};

/// The longest side of a picture in which codes are looked for, in pixels: a code of 97 modules has several to each then.
const SIDE_MAX: f64 = 1280.0;

/// The camera, on until this is dropped.
pub struct Camera {
    stream: MediaStream,
    /// Where pictures are taken.
    canvas: HtmlCanvasElement,
    video: HtmlVideoElement,
}

/// Why there is no camera.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCamera {
    /// The person, or the device for them, said no.
    Refused,
    /// The device has none, or the page may not ask: it was not fetched safely (https).
    None,
    /// Another app has it, or it does not start.
    Busy,
}

impl Camera {
    /// Asks for the camera that looks away from the person, and shows in `video` what it sees.
    ///
    /// # Errors
    /// [`NoCamera`].
    pub async fn open(video: HtmlVideoElement) -> Result<Self, NoCamera> {
        let stream = stream().await.map_err(|why| reason(&why))?;
        let canvas = new_canvas().ok_or(NoCamera::Busy)?;
        let camera = Self { stream, canvas, video };
        // What may have a sound begins only after a touch; the attribute of that name comes too late for what is made here.
        camera.video.set_muted(true);
        camera.video.set_src_object(Some(&camera.stream));
        let playing = camera.video.play().map_err(|_| NoCamera::Busy)?;
        JsFuture::from(playing).await.map_err(|_| NoCamera::Busy)?;
        Ok(camera)
    }

    /// What stands in the codes that it sees now.
    ///
    /// # Errors
    /// [`WorkerGone`] where nothing here can read codes.
    pub async fn codes(&self) -> Result<Vec<String>, WorkerGone> {
        let size = (f64::from(self.video.video_width()), f64::from(self.video.video_height()));
        let take = |pen: &CanvasRenderingContext2d, (wide, high)| {
            pen.draw_image_with_html_video_element_and_dw_and_dh(&self.video, 0.0, 0.0, wide, high)
        };
        match taken(&self.canvas, size, SIDE_MAX, take) {
            Some(picture) => codes_in(&picture).await,
            None => Ok(Vec::new()),
        }
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        // One that was opened since may be shown by now.
        if self.video.src_object().as_ref() == Some(&self.stream) {
            self.video.set_src_object(None);
        }
        for track in self.stream.get_tracks().iter() {
            if let Ok(track) = track.dyn_into::<MediaStreamTrack>() {
                track.stop();
            }
        }
    }
}

/// What stands in the codes of a picture that was picked; none where it is no picture.
///
/// # Errors
/// [`WorkerGone`] where nothing here can read codes.
pub async fn codes_of_picture(file: &PickedFile) -> Result<Vec<String>, WorkerGone> {
    let (Some(picture), Some(canvas)) = (bitmap(file).await, new_canvas()) else { return Ok(Vec::new()) };
    let size = (f64::from(picture.width()), f64::from(picture.height()));
    let take = |pen: &CanvasRenderingContext2d, (wide, high)| {
        pen.draw_image_with_image_bitmap_and_dw_and_dh(&picture, 0.0, 0.0, wide, high)
    };
    // A code that fills a picture is read best where that is small, and one in its corner where that is large.
    for side in [SIDE_MAX, SIDE_MAX / 2.0, SIDE_MAX * 2.0] {
        if let Some(picture) = taken(&canvas, size, side, take) {
            let found = codes_in(&picture).await?;
            if !found.is_empty() {
                return Ok(found);
            }
        }
    }
    Ok(Vec::new())
}

/// By the browser where it can, which is quick, and else by the worker.
async fn codes_in(picture: &ImageData) -> Result<Vec<String>, WorkerGone> {
    match codes_by_browser(picture).await {
        Ok(found) => Ok(found),
        Err(_) => read_codes(picture).await,
    }
}

/// Some browsers read codes themselves (the Shape Detection API), and some of these only where their system helps.
async fn codes_by_browser(picture: &ImageData) -> Result<Vec<String>, JsValue> {
    let make: Function = part(&window(), "BarcodeDetector").dyn_into()?;
    let formats: Function = part(&make, "getSupportedFormats").dyn_into()?;
    let formats = JsFuture::from(formats.call0(&make)?.dyn_into::<Promise>()?).await?;
    if !Array::from(&formats).includes(&"qr_code".into(), 0) {
        return Err(formats);
    }
    let only = object([("formats", Array::of1(&"qr_code".into()).into())]);
    let detector = Reflect::construct(&make, &Array::of1(&only))?;
    let detect: Function = part(&detector, "detect").dyn_into()?;
    let found = JsFuture::from(detect.call1(&detector, picture)?.dyn_into::<Promise>()?).await?;
    Ok(Array::from(&found).iter().filter_map(|code| part(&code, "rawValue").as_string()).collect())
}

async fn stream() -> Result<MediaStream, JsValue> {
    let asked = MediaStreamConstraints::new();
    let about = |pixels: u32| object([("ideal", pixels.into())]);
    let side = ("facingMode", "environment".into());
    asked.set_video(&object([side, ("width", about(1280)), ("height", about(720))]));
    let devices = window().navigator().media_devices()?;
    if devices.is_undefined() {
        return Err(JsValue::UNDEFINED);
    }
    JsFuture::from(devices.get_user_media_with_constraints(&asked)?).await?.dyn_into()
}

fn reason(why: &JsValue) -> NoCamera {
    match why.dyn_ref::<DomException>().map(DomException::name).as_deref() {
        Some("NotAllowedError" | "SecurityError") => NoCamera::Refused,
        Some("NotReadableError" | "AbortError") => NoCamera::Busy,
        _ => NoCamera::None,
    }
}

async fn bitmap(file: &PickedFile) -> Option<ImageBitmap> {
    let made = window().create_image_bitmap_with_blob(file.blob()).ok()?;
    JsFuture::from(made).await.ok()?.dyn_into().ok()
}

fn new_canvas() -> Option<HtmlCanvasElement> {
    document().create_element("canvas").ok()?.dyn_into().ok()
}

/// The pixels of something of this size, drawn so that no side is longer than `side_max`.
fn taken(
    canvas: &HtmlCanvasElement,
    (wide, high): (f64, f64),
    side_max: f64,
    draw: impl FnOnce(&CanvasRenderingContext2d, (f64, f64)) -> Result<(), JsValue>,
) -> Option<ImageData> {
    let part = (side_max / wide.max(high)).min(1.0);
    let size = ((wide * part).round(), (high * part).round());
    // A camera has no size before its first picture.
    if !(size.0 >= 1.0 && size.1 >= 1.0) {
        return None;
    }
    canvas.set_width(size.0 as u32);
    canvas.set_height(size.1 as u32);
    let wish = object([("willReadFrequently", true.into())]);
    let pen = canvas.get_context_with_context_options("2d", &wish).ok()??;
    let pen: CanvasRenderingContext2d = pen.dyn_into().ok()?;
    draw(&pen, size).ok()?;
    pen.get_image_data(0.0, 0.0, size.0, size.1).ok()
}
