//! Every format that goes out and comes in.
//!
//! Only this module knows a serialised form. The types of a format are its own, carry a version, and convert to
//! [`domain`](crate::domain) values. What comes in is restored, not trusted: `(value, Vec<Repair>)`.

mod aside;
mod calendar;
mod cells;
mod choices;
mod date;
mod encoding;
mod fields;
mod file;
mod grid;
mod history;
mod ideas;
mod instrument;
mod instrument_file;
mod link;
mod locked_file;
mod qr;
mod ratings_table;
mod restore;
mod restore_talks;
mod rows;
mod sealed;
mod stamps;
mod stores;
mod table;
mod talk_form;
mod written;

pub use aside::{aside_row, list_mark, stood_at, write_aside};
pub use calendar::write_reminder;
pub use cells::csv_text;
pub use choices::{read_choice, with_choice};
pub use date::{iso, parse_iso};
pub use file::{FILE_BYTES_MAX, FileError, OpenedFile, read_file, write_all, write_file};
pub use grid::write_grid;
pub use history::{
    BIN_DAYS, Binned, BinnedThing, Snapshot, Why, bin_row, restore_bin, restore_snapshot, restore_snapshots,
    snapshot_row, snapshots_to_drop,
};
pub use ideas::{Ideas, read_ideas};
pub use instrument_file::{read_instrument, write_instrument};
pub use link::{
    LINK_CHARS_MAX, LinkError, OpenedLink, PIECES_MAX, PieceError, Pieces, Shared, is_piece, pieces, read_link,
    write_link,
};
pub use locked_file::{LOCKED_BYTES_MAX, LockedFile, LockedRescue, locked_file, write_locked_file};
pub use qr::{PIECE_CHARS_MAX, QR_CHARS_MAX, QR_VERSION_MAX, Qr, qr, read_qr};
pub use ratings_table::{FORMAT_SIDE_BY_SIDE, table_columns, table_lines, write_table};
pub use restore::Repair;
pub use rows::{Restored, changed_rows, instrument_row, restore_rows, row_texts};
pub use sealed::{
    FILE_BINDING, IV_BYTES, LOCK_BINDING, LOCK_KEY, Lock, LockedError, LockedText, SALT_BYTES, Sealed, Stretching,
    is_sealed_row, is_sealed_table, read_lock, read_sealed_row, row_binding, write_lock, write_sealed_row,
};
pub use stores::{CHART, CLEARED, LIST, Row, RowKey, Table, chart_key, list_key};
pub use table::tab_text;
pub use talk_form::read_talk_form;
