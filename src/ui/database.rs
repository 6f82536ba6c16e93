//! The database behind the app, for what is about the database itself.

use std::rc::Rc;

use leptos::prelude::*;

use crate::platform::Database;

/// What is behind the app: the database, where there is one.
#[derive(Clone, Copy)]
pub struct Behind(StoredValue<Option<Rc<Database>>, LocalStorage>);

impl Behind {
    /// This one.
    pub fn new(database: Option<Rc<Database>>) -> Self {
        Self(StoredValue::new_local(database))
    }

    /// The database.
    pub fn database(self) -> Option<Rc<Database>> {
        self.0.get_value()
    }
}

/// What is behind the app.
pub fn behind() -> Behind {
    expect_context()
}
