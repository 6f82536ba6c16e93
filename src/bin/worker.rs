//! The worker: what is heavy and rare, done beside the pages (`platform/worker.rs` starts it and asks it).
//!
//! It is a wasm of its own, so that nobody fetches it who does not need it. It answers each request through the port that
//! came with it.

fn main() {
    #[cfg(target_arch = "wasm32")]
    inside::serve();
}

#[cfg(target_arch = "wasm32")]
mod inside {
    use js_sys::{Array, Reflect, Uint8ClampedArray};
    use roundel::codec::read_qr;
    use wasm_bindgen::closure::Closure;
    use wasm_bindgen::{JsCast, JsValue};
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, MessagePort};

    /// Answers requests from now on, and says that it does: what was asked before is lost.
    pub fn serve() {
        let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
        let answer = Closure::<dyn Fn(MessageEvent)>::new(|asked: MessageEvent| {
            if let Some(port) = asked.ports().get(0).dyn_ref::<MessagePort>() {
                _ = port.post_message(&codes_of(&asked.data()));
            }
        });
        scope.set_onmessage(Some(answer.as_ref().unchecked_ref()));
        answer.forget();
        _ = scope.post_message(&JsValue::from_str("ready"));
    }

    /// What stands in the codes of a picture, which is `{ width, height, pixels }`.
    fn codes_of(picture: &JsValue) -> Array {
        let part = |name: &str| Reflect::get(picture, &JsValue::from_str(name)).unwrap_or_default();
        let side = |name: &str| part(name).as_f64().map_or(0, |side| side as usize);
        let pixels = part("pixels").dyn_into::<Uint8ClampedArray>().map(|pixels| pixels.to_vec()).unwrap_or_default();
        read_qr(side("width"), side("height"), &pixels).iter().map(|text| JsValue::from_str(text)).collect()
    }
}
