//! What the installed app's icon offers: a new chart, and to rate again.

use std::sync::Arc;

use reactive_graph::prelude::*;

use super::app::AppStateStoreFields;
use super::{App, Route};
use crate::domain::{Record, Sitting, Step};

impl App {
    /// Begins a new chart. Gives the screen of its first step.
    pub fn begin_new(self) -> Route {
        Route::Make { record: self.new_chart(), step: Step::Frame, item: None }
    }

    /// Begins to rate again, or goes on with what was begun: the chart that has been due for longest, else the one that
    /// was rated last. Gives the screen; that is home where nothing has been rated.
    pub fn begin_again(self) -> Route {
        self.next_to_rate().map_or(Route::Home, |record| self.look_again(&record))
    }

    /// Begins to rate `record` again, or goes on with what was begun. Gives the screen.
    pub fn look_again(self, record: &Record) -> Route {
        if record.is_being_made() {
            return Route::of_step(record, record.making.step);
        }
        match self.rate(&record.id, Sitting::All) {
            Some(occasion) => Route::to_rate(record, occasion),
            None => Route::Chart(record.id.clone()),
        }
    }

    /// How many charts of one's own wait to be looked at again; what reads it follows its changes.
    pub fn due_count(self) -> usize {
        let today = self.today();
        let is_due = |record: &&Arc<Record>| is_own(record) && record.is_due(today);
        self.store.records().with(|records| records.iter().filter(is_due).count())
    }

    fn next_to_rate(self) -> Option<Arc<Record>> {
        let today = self.today();
        let records = self.records().get_untracked();
        let own = || records.iter().filter(|record| is_own(record) && record.last_rated().is_some());
        let due = own().filter(|record| record.is_due(today));
        let longest_due = due.min_by_key(|record| record.next_look);
        // The last rated stands first.
        longest_due.or_else(|| own().next()).cloned()
    }
}

/// Whether it is a chart of one's own that is not invented.
fn is_own(record: &Record) -> bool {
    !record.sample && record.held_since.is_none()
}
