//! What a person records, and the rules it keeps.
//!
//! Knows no web type, no clock, no randomness and no serialised form: dates and ids come in as
//! arguments. Every change to a [`Record`] goes through one of its verbs, which keep its invariants.

mod answer;
mod apply;
mod edit;
mod id;
mod instrument;
mod making;
mod months;
mod occasion;
mod record;
mod target;

pub use answer::{Answer, Rating, Scale};
pub use edit::Edit;
pub use id::{ItemId, OccasionId, RecordId, TargetId};
pub use instrument::{Category, Instrument, Item, Origin, Pole, Wording};
pub use making::{Making, Step, TalkPause};
pub use months::months_later;
pub use occasion::{FOCUS_MAX, Kind, Occasion};
pub use record::{ITEMS_MAX, Record, SITTING_DAYS, TooManyItems};
pub use target::Target;
pub use time::Date;
