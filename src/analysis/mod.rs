//! What can honestly be said about a record. Pure functions of domain values.

mod best;
mod change;
mod comparison;
mod gaps;
mod giving_way;
mod history;
mod mean;
mod nudge;
mod one_page;
mod profile;
mod sections;
mod since;
mod sorting;
mod steadiness;
mod still_open;
mod two_views;
mod uncopied;

pub use best::{Trend, from_best, to_go, trend};
pub use change::{Change, Group, Pairing};
pub use comparison::{Comparison, Summary, compare};
pub use gaps::{Gap, Gaps, gaps};
pub use giving_way::{Field, GivesWay, Said, giving_way};
pub use history::{Past, View, item_history, section_history};
pub use mean::{Mean, rounded};
pub use nudge::{Nudge, nudge};
pub use one_page::{InFocus, OnePage, one_page};
pub use profile::{Profile, profile};
pub use sections::{SectionChange, section_changes, section_means};
pub use since::{Since, since};
pub use sorting::Sort;
pub use steadiness::Steadiness;
pub use still_open::{StillOpen, still_open};
pub use two_views::{Agreement, SeenByTwo, TO_TALK_ABOUT, TwoViews, two_views};
pub use uncopied::{Copied, changes_since};
