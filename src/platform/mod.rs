//! The only door to the browser.

mod canvas;
mod clock;
mod database;
mod fetch;
mod files;
mod page;
mod ports;
mod preferences;

pub use canvas::{BrowserMeasure, on_resize, paint};
pub use clock::{day_long, day_month, today};
pub use database::{Database, DatabaseError};
pub use fetch::fetch_text;
pub use files::{PickedFile, picked_file, save_file};
pub use page::{
    confirm_leaving, every, focus, go, go_back, hash, is_dark, mark_usable, on_change, on_dark_change, print,
    replace_hash, scroll_into_view, set_theme, set_title, text_scale,
};
pub use ports::BrowserPorts;
pub use preferences::{Preference, preference, set_preference};
