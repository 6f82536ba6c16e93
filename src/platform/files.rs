//! Files out and in.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

use crate::codec::{FileError, LOCKED_BYTES_MAX};

/// A file that a person picked. It is not read yet.
#[derive(Clone)]
pub struct PickedFile(web_sys::File);

/// The file picked in `input`, which is cleared so that the same file can be picked again.
pub fn picked_file(input: &HtmlInputElement) -> Option<PickedFile> {
    let file = input.files().and_then(|files| files.get(0));
    input.set_value("");
    file.map(PickedFile)
}

impl PickedFile {
    /// What it holds.
    ///
    /// # Errors
    /// [`FileError::TooLarge`] before anything is read, [`FileError::Broken`] where the browser cannot read it.
    pub async fn read(&self) -> Result<Vec<u8>, FileError> {
        if self.0.size() > LOCKED_BYTES_MAX as f64 {
            return Err(FileError::TooLarge);
        }
        let buffer = JsFuture::from(self.0.array_buffer()).await.map_err(|_| FileError::Broken)?;
        Ok(js_sys::Uint8Array::new(&buffer).to_vec())
    }
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
