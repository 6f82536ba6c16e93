//! The database behind the app, for what is about the database itself.

use std::rc::Rc;

use leptos::prelude::*;

use crate::platform::Database;

/// The database, where there is one; and what lives as long as the page.
#[derive(Clone, Copy)]
pub struct Kept {
    database: StoredValue<Option<Rc<Database>>, LocalStorage>,
    owner: StoredValue<Option<Owner>>,
}

impl Kept {
    /// In this database, by the owner that is asked for it.
    pub fn new(database: Option<Rc<Database>>) -> Self {
        Self { database: StoredValue::new_local(database), owner: StoredValue::new(Owner::current()) }
    }

    /// The database.
    pub fn database(self) -> Option<Rc<Database>> {
        self.database.get_value()
    }

    /// Begins what is to live as long as the page, unless it has begun.
    pub fn once_for_good(self, work: impl FnOnce()) {
        if let Some(owner) = self.owner.try_update_value(Option::take).flatten() {
            owner.with(work);
        }
    }
}

/// The database behind the page.
pub fn kept() -> Kept {
    expect_context()
}
