//! What takes its time: tasks, and files of our own origin.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
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

/// Runs `task` beside everything else.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    spawn_local(task);
}
