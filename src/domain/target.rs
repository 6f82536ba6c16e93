//! What to improve, and how.

use super::{Date, ItemId, TargetId};

/// One thing to improve with the ways to get there (Appendix 9: *how* matters as much as *what*).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target {
    /// Names the target.
    pub id: TargetId,
    /// The item it belongs to, if any.
    pub item: Option<ItemId>,
    /// "What do you want to improve?"
    pub what: String,
    /// "How are you going to develop this?": one or more ways.
    pub hows: Vec<String>,
    /// By when.
    pub until: Option<Date>,
}

impl Target {
    /// Whether neither a what nor a how is written.
    pub fn is_empty(&self) -> bool {
        self.what.trim().is_empty() && self.hows.iter().all(|how| how.trim().is_empty())
    }
}
