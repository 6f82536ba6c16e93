//! The clipboard. Where the page is not served safely there is none.

use js_sys::{Array, Function, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Clipboard;

use super::objects::{object, part};
use super::{Parcel, spawn};

/// The kind of picture that every clipboard takes.
const PNG: &str = "image/png";

/// Puts `text` on the clipboard, and says whether it could.
pub fn copy_text(text: String, told: impl FnOnce(bool) + 'static) {
    spawn(async move {
        let copied = async || JsFuture::from(clipboard()?.write_text(&text)).await;
        told(copied().await.is_ok());
    });
}

/// Whether what is in `parcel` is a picture that can be put on the clipboard.
pub fn can_copy(parcel: &Parcel) -> bool {
    parcel.blob().type_() == PNG && item_maker().is_ok() && clipboard().is_ok()
}

/// Puts the picture that is in `parcel` on the clipboard, and says whether it could.
pub fn copy_picture(parcel: &Parcel, told: impl FnOnce(bool) + 'static) {
    let parcel = parcel.clone();
    spawn(async move {
        let copied = async || {
            let item = Reflect::construct(&item_maker()?, &Array::of1(&object([(PNG, parcel.blob().into())])))?;
            JsFuture::from(clipboard()?.write(&Array::of1(&item))).await
        };
        told(copied().await.is_ok());
    });
}

fn clipboard() -> Result<Clipboard, JsValue> {
    part(&window().navigator(), "clipboard").dyn_into()
}

/// Some browsers put nothing but text there.
fn item_maker() -> Result<Function, JsValue> {
    part(&window(), "ClipboardItem").dyn_into()
}
