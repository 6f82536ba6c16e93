//! Roundel: your own picture of good practice, then and now.
//!
//! This file is the table of contents. `ARCHITECTURE.md` says what each room may not know.

pub mod analysis;
pub mod chart;
pub mod codec;
pub mod domain;
pub mod instruments;
pub mod state;
pub mod words;

#[cfg(all(target_arch = "wasm32", feature = "app"))]
pub mod platform;
#[cfg(all(target_arch = "wasm32", feature = "app"))]
pub mod ui;
