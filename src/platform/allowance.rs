//! What the browser says about what it keeps: whether it has promised to, and how much room there is.

use js_sys::Promise;
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{StorageEstimate, StorageManager};

/// Whether the browser has promised to keep what is here; `None` where it cannot say.
pub async fn has_promised() -> Option<bool> {
    answer(StorageManager::persisted).await?.as_bool()
}

/// Asks the browser to promise it. Some ask the person in turn. `None` where it cannot be asked.
pub async fn ask_to_keep() -> Option<bool> {
    answer(StorageManager::persist).await?.as_bool()
}

/// How many bytes are in use and how many may be; `None` where the browser does not say.
pub async fn room() -> Option<(u64, u64)> {
    let estimate = StorageEstimate::from(answer(StorageManager::estimate).await?);
    Some((estimate.get_usage()? as u64, estimate.get_quota()? as u64))
}

/// Where the page is not served safely there is no such door, and asking fails.
async fn answer(ask: impl Fn(&StorageManager) -> Result<Promise, JsValue>) -> Option<JsValue> {
    let promise = ask(&window().navigator().storage()).ok()?;
    JsFuture::from(promise).await.ok()
}
