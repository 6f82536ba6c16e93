//! What the last copy of everything held, as far as this browser has noted.

use leptos::prelude::*;

use crate::analysis::{Copied, changes_since};
use crate::domain::InstrumentId;
use crate::platform::{Preference, preference};
use crate::state::App;

/// What the last copy held; `None` where there is none. One of before more than its day was noted held what there was
/// before changes carried a stamp.
pub fn last_copy() -> Option<Copied> {
    let held = preference(Preference::LastCopyHeld).or(preference(Preference::LastCopy).map(|_| String::new()))?;
    let mut lines = held.lines();
    let until = lines.next().and_then(|until| until.parse().ok()).unwrap_or_default();
    Some(Copied { until, lists: lines.map(InstrumentId::new).collect() })
}

/// How many changes are in no copy; what reads it follows the changes. The sample and what is just for now need none.
pub fn uncopied(app: App) -> usize {
    let (records, lists) = (app.records().get(), app.instruments().get());
    let records = records.iter().map(AsRef::as_ref);
    let records = records.filter(|record| !record.sample && !record.just_for_now);
    changes_since(records, lists.iter().map(AsRef::as_ref), last_copy().as_ref())
}
