//! What can honestly be said about a record. Pure functions of domain values.

mod comparison;
mod nudge;
mod still_open;

pub use comparison::{Change, Comparison, Group, Pairing, Summary, compare};
pub use nudge::{Nudge, nudge};
pub use still_open::{StillOpen, still_open};
