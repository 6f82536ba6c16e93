//! Plain objects of JavaScript, as the browser takes its options.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

/// An object of these parts.
pub fn object<const N: usize>(parts: [(&str, JsValue); N]) -> JsValue {
    let object = Object::new();
    for (name, value) in parts {
        // A new object takes everything.
        _ = Reflect::set(&object, &name.into(), &value);
    }
    object.into()
}

/// The part of an object that is called `name`; undefined where there is none.
pub fn part(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}
