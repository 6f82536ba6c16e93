//! The browser's side of the library, in a browser.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests; clippy's own exception for tests does not know `wasm_bindgen_test`"
)]

mod canvas;
mod clearing;
mod crypto;
mod database;
mod focus;
mod lock;
mod text;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
