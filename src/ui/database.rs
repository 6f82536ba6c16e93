//! The database behind the app, for what is about the database itself.

use std::rc::Rc;

use leptos::prelude::*;

use crate::platform::Database;

/// The database, where there is one.
#[derive(Clone, Copy)]
pub struct Kept(StoredValue<Option<Rc<Database>>, LocalStorage>);

impl Kept {
    /// In this one.
    pub fn new(database: Option<Rc<Database>>) -> Self {
        Self(StoredValue::new_local(database))
    }

    /// The database.
    pub fn database(self) -> Option<Rc<Database>> {
        self.0.get_value()
    }
}

/// The database behind the page.
pub fn kept() -> Kept {
    expect_context()
}
