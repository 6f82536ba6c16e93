//! What the person picked, on its way to the page that says what it holds.

use leptos::prelude::*;

use crate::codec::is_piece;
use crate::platform::{self, PickedFile};
use crate::state::Route;

/// Something to be opened.
#[derive(Clone)]
pub enum Picked {
    /// A file.
    File(PickedFile),
    /// What a link carries.
    Link(String),
    /// The invented sample that comes with the app.
    Sample,
}

/// What is to be opened. It is in memory only: after a reload it has to be picked again.
#[derive(Clone, Copy)]
pub struct ToOpen(RwSignal<Option<Picked>, LocalStorage>);

impl ToOpen {
    /// What a link brought, or nothing yet.
    pub fn new(payload: Option<String>) -> Self {
        Self(RwSignal::new_local(payload.map(Picked::Link)))
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

/// What a link carries that was followed here. It is taken out of the address bar and the history; a piece leads to where
/// the others can be read.
pub fn take_link() -> Option<String> {
    let hash = platform::hash();
    let payload = Route::payload(&hash)?;
    let page = if is_piece(payload) { Route::Scan } else { Route::Opening };
    platform::rewrite_hash(&page.to_hash());
    Some(payload.to_owned())
}
