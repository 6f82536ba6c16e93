//! What the person picked, on its way to the page that says what it holds.

use leptos::prelude::*;

use crate::platform::PickedFile;

/// Something to be opened.
#[derive(Clone)]
pub enum Picked {
    /// A file.
    File(PickedFile),
    /// The invented sample that comes with the app.
    Sample,
}

/// What is to be opened. It is in memory only: after a reload it has to be picked again.
#[derive(Clone, Copy)]
pub struct ToOpen(RwSignal<Option<Picked>, LocalStorage>);

impl ToOpen {
    /// Nothing yet.
    pub fn nothing() -> Self {
        Self(RwSignal::new_local(None))
    }

    /// This, from now on.
    pub fn set(self, picked: Option<Picked>) {
        self.0.set(picked);
    }

    /// What it is; what reads it follows its changes.
    pub fn get(self) -> Option<Picked> {
        self.0.get()
    }
}

/// What is to be opened.
pub fn to_open() -> ToOpen {
    expect_context()
}
