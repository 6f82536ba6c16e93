//! The only door to the browser.

mod boot;
mod canvas;
mod clock;
mod database;
mod fetch;
mod files;
mod install;
mod offline;
mod page;
mod ports;
mod preferences;

pub use boot::{give_up, report_panics, show_app, stop};
pub use canvas::{BrowserMeasure, on_resize, paint};
pub use clock::{day_long, day_month, today};
pub use database::{Database, DatabaseError};
pub use fetch::{fetch_styles, fetch_text, spawn};
pub use files::{PickedFile, picked_file, save_file};
pub use install::{Install, can_badge, is_installed, is_temporary_window, set_badge};
pub use offline::{Newer, keep_offline, reload, take_over};
pub use page::{
    address, after, capture_pointer, confirm_leaving, copy_text, every, focus, focus_field, focus_heading,
    focus_stays_in, forced_colours, go, go_back, hash, is_dark, keep_scroll_in_hand, on_change, on_colours_change,
    print, replace_hash, row_under, scroll_to, set_theme, set_title, show_dialog, show_row, show_stop, text_scale,
    unfold,
};
pub use ports::BrowserPorts;
pub use preferences::{Preference, preference, set_preference};
