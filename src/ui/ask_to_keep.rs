//! Asking the browser to keep what is here.

use leptos::prelude::*;

use crate::domain::Record;
use crate::platform::{self, Preference};
use crate::state::{App, Keeping};

/// Asks the browser, once and for all, to keep what is here, now that there is real work in `record`. It may ask the
/// person in turn; whoever was asked finds the question again where all is kept.
pub fn ask_once(app: App, record: &Record) {
    let is_kept = matches!(untrack(|| app.keeping()), Keeping::Database | Keeping::SmallStore);
    let is_work = !record.sample && !record.just_for_now && record.last_rated().is_some();
    if is_kept && is_work && platform::preference(Preference::AskedToKeep).is_none() {
        platform::set_preference(Preference::AskedToKeep, Some("yes"));
        platform::spawn(async { _ = platform::ask_to_keep().await });
    }
}
