//! The browser's side of the library, in a browser.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests; clippy's own exception for tests does not know `wasm_bindgen_test`"
)]

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
