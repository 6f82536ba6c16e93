//! Roundel: your own picture of good practice, then and now.
//!
//! This file is the table of contents. `ARCHITECTURE.md` says what each room may not know.

pub mod chart;

#[cfg(target_arch = "wasm32")]
pub mod platform;
#[cfg(target_arch = "wasm32")]
pub mod ui;
