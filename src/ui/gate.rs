//! What stands in front of a locked store until it is opened.

use std::rc::Rc;

use leptos::prelude::*;

use super::store::{Store, Unread};
use crate::platform::{self, Database};
use crate::state::Keeping;

/// The way in to a locked store.
#[derive(Clone, Copy)]
pub struct Gate {
    unread: StoredValue<Unread, LocalStorage>,
    /// What is behind it, until the app takes it over.
    store: StoredValue<Option<Store>, LocalStorage>,
    is_open: RwSignal<bool>,
}

impl Gate {
    /// In front of this one.
    pub fn new(unread: Unread) -> Self {
        Self {
            unread: StoredValue::new_local(unread),
            store: StoredValue::new_local(None),
            is_open: RwSignal::new(false),
        }
    }

    /// The database, to be unlocked.
    pub fn database(self) -> Rc<Database> {
        self.unread.get_value().database
    }

    /// Whether what is behind it can be changed.
    pub fn keeping(self) -> Keeping {
        self.unread.get_value().keeping
    }

    /// Reads the unlocked database and shows the app in place of the gate.
    pub async fn open(self) {
        match self.unread.get_value().read().await {
            Ok(store) => {
                self.store.set_value(Some(store));
                self.is_open.set(true);
            }
            Err(error) => platform::stop(&error.to_string()),
        }
    }

    /// What is behind it, once it is open; what asks is told when it opens.
    pub fn pass(self) -> Option<Store> {
        self.is_open.get().then(|| self.store.try_update_value(Option::take).flatten()).flatten()
    }
}

/// The gate that the page stands in front of.
pub fn gate() -> Gate {
    expect_context()
}
