//! The browser's side of the library, in a browser.
#![cfg(target_arch = "wasm32")]
#![expect(unsafe_code, reason = "`wasm_bindgen_test` exports each test under its own name")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_page_has_a_window_and_a_database() {
    let window = js_sys::global();
    for name in ["document", "indexedDB", "localStorage"] {
        let found = js_sys::Reflect::get(&window, &name.into()).expect("the window can be asked");
        assert!(found.is_object(), "window.{name} is missing");
    }
}
