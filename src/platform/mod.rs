//! The only door to the browser.

mod allowance;
mod awake;
mod boot;
mod camera;
mod canvas;
mod clipboard;
mod clock;
mod crypto;
mod database;
mod deliver;
mod fetch;
mod files;
mod for_now;
mod guard;
mod install;
mod lock;
mod objects;
mod offline;
mod page;
mod ports;
mod preferences;
mod small_store;
mod transaction;
mod windows;
mod worker;

pub use allowance::{ask_to_keep, has_promised, room};
pub use awake::stay_awake;
pub use boot::{give_up, report_panics, show_app, stop, wait_for_storage};
pub use camera::{Camera, NoCamera, codes_of_picture};
pub use canvas::{BrowserMeasure, on_resize, paint, paint_finely, picture};
pub use clipboard::{can_copy, copy_picture, copy_text};
pub use clock::{day_and_time, day_long, day_month, now, today};
pub use crypto::{
    CryptoError, DataKey, Passphrase, can_lock, change_passphrase, lock_text, new_lock, open_lock, unlock_file,
    unlock_text,
};
pub use database::{Database, DatabaseError};
pub use deliver::{
    Delivered, Parcel, ShownParcel, can_download, can_share, can_share_links, deliver, share, share_link,
};
pub use fetch::{fetch_styles, fetch_text, pause, spawn};
pub use files::{PickedFile, picked_file};
pub use for_now::{begin_for_now, end_for_now, is_for_now};
pub use guard::Cipher;
pub use install::{Install, can_badge, is_installed, is_temporary_window, set_badge};
pub use lock::{LockError, change_lock, check_lock, lock_has_changed, turn_lock_off, turn_lock_on, unlock};
pub use offline::{Newer, keep_offline, take_over};
pub use page::{
    address, after, begin_anew, capture_pointer, confirm_leaving, every, focus, focus_field, focus_heading,
    focus_stays_in, forced_colours, go, go_back, hash, is_dark, is_hidden, keep_scroll_in_hand, keep_titles_back,
    on_change, on_colours_change, print, reload, replace_hash, rewrite_hash, row_under, scroll_to, set_theme,
    set_title, show_dialog, show_row, show_stop, text_scale, unfold, wants_calm,
};
pub use ports::{BrowserPorts, BrowserStore};
pub use preferences::{Preference, preference, set_preference};
pub use small_store::SmallStore;
pub use windows::{Message, on_other_windows, tell_other_windows};
pub use worker::WorkerGone;
