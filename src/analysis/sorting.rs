//! In which order changes are listed.

use std::cmp::Reverse;

use super::{Change, Comparison, Group};

/// What the list is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// What has changed, in the order of the reveal; within each group the largest change first.
    Change,
    /// What is still to go to the level needed, the longest way first.
    ToGo,
    /// What matters most first.
    Matters,
    /// Importance times what is still to go: an order and not a measure.
    Weight,
    /// As on the wheel.
    Given,
}

impl Comparison {
    /// The changes in order, in groups where the order has any. What the order says nothing of comes last; otherwise the
    /// order of the wheel is kept.
    pub fn sorted(&self, sort: Sort) -> Vec<(Option<Group>, Vec<&Change>)> {
        if sort == Sort::Change {
            return self.in_groups();
        }
        let mut changes: Vec<&Change> = self.changes.iter().collect();
        match sort {
            Sort::Change | Sort::Given => {}
            Sort::ToGo => changes.sort_by_key(|change| last_if_none(change.to_go())),
            Sort::Matters => changes.sort_by_key(|change| !change.matters),
            Sort::Weight => changes.sort_by_key(|change| last_if_none(change.weight())),
        }
        if changes.is_empty() { Vec::new() } else { vec![(None, changes)] }
    }

    fn in_groups(&self) -> Vec<(Option<Group>, Vec<&Change>)> {
        let of = |group: Group| {
            let mut changes: Vec<&Change> = self.group(group).collect();
            changes.sort_by_key(|change| last_if_none(change.difference().map(i16::abs)));
            (Some(group), changes)
        };
        Group::ORDER.into_iter().map(of).filter(|(_, changes)| !changes.is_empty()).collect()
    }
}

/// The largest first, nothing last.
pub(super) fn last_if_none(number: Option<i16>) -> (bool, Reverse<Option<i16>>) {
    (number.is_none(), Reverse(number))
}
