//! The screen, kept on while nobody touches it.

use js_sys::{Function, Promise};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::objects::part;
use super::spawn;

/// Keeps the screen on until the owner is gone, where the browser can: a phone is held to this one, or this one to a phone.
pub fn stay_awake() {
    let held = StoredValue::new_local(None::<JsValue>);
    on_cleanup(move || held.try_update_value(Option::take).flatten().iter().for_each(let_go));
    spawn(async move {
        if let Ok(lock) = lock().await
            && let Some(too_late) = held.try_set_value(Some(lock)).flatten()
        {
            let_go(&too_late);
        }
    });
}

/// A browser without locks, and one that saves its battery, gives none.
async fn lock() -> Result<JsValue, JsValue> {
    let locks = part(&window().navigator(), "wakeLock");
    let request: Function = part(&locks, "request").dyn_into()?;
    JsFuture::from(request.call1(&locks, &"screen".into())?.dyn_into::<Promise>()?).await
}

fn let_go(lock: &JsValue) {
    if let Ok(release) = part(lock, "release").dyn_into::<Function>() {
        _ = release.call0(lock);
    }
}
