//! What the last copy of everything held, as far as this browser has noted.

use leptos::prelude::*;

use crate::analysis::{Copied, changes_since};
use crate::codec::{iso, list_mark};
use crate::domain::{Date, Instrument, Record, RecordId};
use crate::platform::{Preference, preference, set_preference};
use crate::state::App;

/// What the last copy held; `None` where there is none.
pub fn last_copy() -> Option<Copied> {
    let mut copied = Copied::default();
    for line in preference(Preference::LastCopyHeld)?.lines() {
        match line.split_once(' ') {
            Some((newest, id)) => _ = copied.records.insert(RecordId::new(id), newest.parse().unwrap_or_default()),
            None => _ = copied.lists.insert(line.to_owned()),
        }
    }
    Some(copied)
}

/// Notes that a copy was saved today, and that it held all these.
pub fn note_copy<'a>(
    today: Date,
    records: impl Iterator<Item = &'a Record>,
    lists: impl Iterator<Item = &'a Instrument>,
) {
    let Copied { records, lists } = Copied::of(records, lists.map(list_mark));
    let lines = records.iter().map(|(id, newest)| format!("{newest} {id}")).chain(lists);
    set_preference(Preference::LastCopy, Some(&iso(today)));
    set_preference(Preference::LastCopyHeld, Some(&lines.collect::<Vec<_>>().join("\n")));
    set_preference(Preference::CopyPutOff, None);
}

/// How many changes are in no copy; what reads it follows the changes. The sample and what is just for now need none.
pub fn uncopied(app: App) -> usize {
    let (records, lists) = (app.records().get(), app.instruments().get());
    let records = records.iter().map(AsRef::as_ref);
    let records = records.filter(|record| !record.sample && !record.just_for_now);
    changes_since(records, lists.iter().map(|form| list_mark(form)), last_copy().as_ref())
}
