//! Files out and in.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

use crate::codec::LOCKED_BYTES_MAX;

/// What a person picked.
pub enum PickedFile {
    /// Nothing.
    None,
    /// A file larger than is read.
    TooLarge,
    /// A file the browser could not read.
    Unreadable,
    /// A file's bytes.
    Bytes(Vec<u8>),
}

/// Hands `text` to the person as a file called `name` of the media type `kind`. Says whether the browser took it.
pub fn save_file(name: &str, kind: &str, text: &str) -> bool {
    try_save_file(name, kind, text).is_ok()
}

fn try_save_file(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = leptos::prelude::document().create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser reads the blob after the click has returned.
    leptos::prelude::set_timeout(move || _ = Url::revoke_object_url(&url), std::time::Duration::from_mins(1));
    Ok(())
}

/// Reads the file picked in `input`, and clears it so that the same file can be picked again.
pub async fn picked_file(input: HtmlInputElement) -> PickedFile {
    let file = input.files().and_then(|files| files.get(0));
    let Some(file) = file else { return PickedFile::None };
    if file.size() > LOCKED_BYTES_MAX as f64 {
        input.set_value("");
        return PickedFile::TooLarge;
    }
    let read = JsFuture::from(file.array_buffer()).await;
    input.set_value("");
    read.map_or(PickedFile::Unreadable, |buffer| PickedFile::Bytes(js_sys::Uint8Array::new(&buffer).to_vec()))
}
