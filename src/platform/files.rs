//! Files in.

use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;

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
    /// The file itself, for the browser to make a picture of.
    pub(super) fn blob(&self) -> &web_sys::Blob {
        &self.0
    }

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
