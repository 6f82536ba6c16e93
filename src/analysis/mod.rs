//! What can honestly be said about a record. Pure functions of domain values.

mod best;
mod comparison;
mod mean;
mod nudge;
mod profile;
mod sections;
mod still_open;

pub use best::{Trend, from_best, trend};
pub use comparison::{Change, Comparison, Group, Pairing, Summary, compare};
pub use mean::{Mean, rounded};
pub use nudge::{Nudge, nudge};
pub use profile::{Profile, profile};
pub use sections::{SectionChange, section_changes, section_means};
pub use still_open::{StillOpen, still_open};
