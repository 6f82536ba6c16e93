//! The store's ports, in a browser.

use std::rc::Rc;

use super::{Database, spawn, today};
use crate::domain::Date;
use crate::state::{Batch, Ports, WriteResult};

/// The outside as the browser gives it.
pub struct BrowserPorts {
    database: Option<Rc<Database>>,
}

impl BrowserPorts {
    /// Writes go to `database`; without one they go nowhere, and the app says so.
    pub fn new(database: Option<Rc<Database>>) -> Self {
        Self { database }
    }
}

impl Ports for BrowserPorts {
    fn today(&self) -> Date {
        today()
    }

    fn fresh_id(&self) -> String {
        // `randomUUID` is missing outside secure contexts, such as a phone trying out `make serve` over the network.
        let mut bytes = [0_u8; 16];
        if let Ok(crypto) = leptos::prelude::window().crypto() {
            _ = crypto.get_random_values_with_u8_array(&mut bytes);
        }
        format!("{:032x}", u128::from_be_bytes(bytes))
    }

    fn write(&self, batch: Batch, done: Box<dyn FnOnce(WriteResult)>) {
        match self.database.clone() {
            Some(database) => spawn(async move { done(database.write(&batch).await) }),
            None => done(Ok(())),
        }
    }
}
