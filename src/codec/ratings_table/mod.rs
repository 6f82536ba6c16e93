//! A table with a row for each item on each occasion, with everything that is needed to make the record of it again. An
//! occasion on which no item stands has a row to itself, and so has an item that was on none.
//!
//! What it does not carry: answers to prompts, targets, wishes, when to look again, how far the making had come; of the
//! form what is neither its items nor its scale, and sections without items; earlier wordings, words of numbers that were
//! not chosen; when parts were changed, where a copy came from and what was left out of it. The record file carries all.

mod columns;
mod days;
mod gather;
mod read;
mod write;

pub use columns::{FORMAT_SIDE_BY_SIDE, table_columns};
pub(super) use read::read_table;
pub use write::{table_lines, write_table};
