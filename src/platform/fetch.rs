//! Files of our own origin.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The text of a file that was shipped with the app; `None` when it cannot be had.
pub async fn fetch_text(path: &str) -> Option<String> {
    let response = JsFuture::from(leptos::prelude::window().fetch_with_str(path)).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}
