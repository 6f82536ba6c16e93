//! The screen, kept on while nobody touches it.

use js_sys::{Function, Promise};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::objects::part;
use super::page::{is_hidden, on_change};
use super::spawn;

/// Keeps the screen on until the owner is gone, where the browser can: a phone is held to this one, or this one to a phone.
/// A page that goes out of sight loses that, and asks again when it is back.
pub fn stay_awake() {
    let held = StoredValue::new_local(None::<JsValue>);
    on_cleanup(move || held.try_update_value(Option::take).flatten().iter().for_each(let_go));
    ask(held);
    on_change("visibilitychange", move || {
        if !is_hidden() {
            ask(held);
        }
    });
}

fn ask(held: StoredValue<Option<JsValue>, LocalStorage>) {
    spawn(async move {
        if let Ok(lock) = lock().await {
            let before = held.try_update_value(|held| held.replace(lock.clone()));
            // Gone by now, or held already.
            before.map_or(Some(lock), |before| before).iter().for_each(let_go);
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
