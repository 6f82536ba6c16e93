//! The only door to the browser.

mod boot;

pub use boot::{give_up, report_panics, show_app};
