//! What the parts of the page hold on to: the instrument being made, and which of its items is being worked on.
//!
//! Made like the handles in `ui/chart_handle.rs`, for the same reasons.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::{Instrument, InstrumentId, Item, ItemId, SectionId};
use crate::instruments::{Change, alike};
use crate::state::App;
use crate::ui::navigation::app;

/// An instrument of one's own, as it is and as it changes.
#[derive(Clone, Copy)]
pub struct Draft {
    app: App,
    id: StoredValue<InstrumentId>,
    now: Memo<Option<Arc<Instrument>>>,
    order: Memo<Vec<Place>>,
    sections: Memo<Vec<SectionId>>,
    alike: Memo<Vec<ItemId>>,
    /// The item that is being worked on.
    pub edited: RwSignal<Option<ItemId>>,
    /// What a screen reader is told: where an item has gone.
    pub said: RwSignal<String>,
}

/// Where an item stands.
#[derive(Clone, PartialEq)]
pub struct Place {
    /// Which item.
    pub item: ItemId,
    /// In which section.
    pub section: Option<SectionId>,
}

impl Draft {
    /// Follows the instrument called `id`, for as long as the component lives that asks for it.
    pub fn follow(id: InstrumentId) -> Self {
        let app = app();
        let now = app.instrument(id.clone());
        let order = Memo::new(move |_| {
            let place = |item: &Item| Place { item: item.id.clone(), section: item.section.clone() };
            now.get().iter().flat_map(|form| form.items.iter().map(place)).collect()
        });
        let sections = Memo::new(move |_| {
            now.get().iter().flat_map(|form| form.sections.iter().map(|section| section.id.clone())).collect()
        });
        let alike = Memo::new(move |_| now.get().map(|form| alike(&form)).unwrap_or_default());
        let (edited, said) = (RwSignal::new(None), RwSignal::new(String::new()));
        Self { app, id: StoredValue::new(id), now, order, sections, alike, edited, said }
    }

    /// A new id for a part of the list.
    #[inline(never)]
    pub fn fresh_part_id(self) -> String {
        self.app.fresh_part_id()
    }

    /// The instrument now; what reads it follows its changes.
    #[inline(never)]
    pub fn get(self) -> Option<Arc<Instrument>> {
        self.now.try_get().flatten()
    }

    /// Whether it is a chart; what reads it follows its changes.
    #[inline(never)]
    pub fn is_chart(self) -> bool {
        self.get().is_some_and(|form| !form.is_audit())
    }

    /// One of its texts.
    #[inline(never)]
    pub fn text(self, of: fn(&Instrument) -> &String) -> Signal<String> {
        Signal::derive(move || self.get().map(|form| of(&form).clone()).unwrap_or_default())
    }

    /// One of its items; what reads it follows its changes.
    #[inline(never)]
    pub fn item(self, id: &ItemId) -> Option<Item> {
        self.get()?.items.iter().find(|item| item.id == *id).cloned()
    }

    /// The items and where they stand; what reads them follows only what changes that.
    #[inline(never)]
    pub fn order(self) -> Vec<Place> {
        self.order.try_get().unwrap_or_default()
    }

    /// The sections in order; what reads them follows only what changes that.
    #[inline(never)]
    pub fn sections(self) -> Vec<SectionId> {
        self.sections.try_get().unwrap_or_default()
    }

    /// Whether an item before `item` reads the same; what reads it follows its changes.
    #[inline(never)]
    pub fn is_alike(self, item: &ItemId) -> bool {
        self.alike.try_get().is_some_and(|alike| alike.contains(item))
    }

    /// Makes one change.
    #[inline(never)]
    pub fn change(self, change: Change) {
        if let Some(id) = self.id.try_get_value() {
            self.app.change_instrument(&id, change);
        }
    }
}
