//! What components hold on to: a chart, and one item's rating in it.
//!
//! Handles are `Copy`, so that closures share them freely. Their methods are never inlined: reading a signal is a
//! lot of machine code, and there are hundreds of places that read one. A handle that outlives its component, as in
//! the blur of a field that is taken away, finds nothing and changes nothing.

use std::sync::Arc;

use leptos::prelude::*;

use super::ask_to_keep::ask_once;
use super::navigation::{app, navigation};
use crate::domain::{Answer, Edit, Item, ItemId, Occasion, OccasionId, Rating, Record, RecordId, Scale, Step};
use crate::state::{App, Route};

/// A chart, as it is and as it changes.
#[derive(Clone, Copy)]
pub struct Chart {
    app: App,
    id: StoredValue<RecordId>,
    now: Memo<Option<Arc<Record>>>,
}

impl Chart {
    /// Follows the chart called `id`, for as long as the component lives that asks for it.
    #[inline(never)]
    pub fn follow(id: RecordId) -> Self {
        let app = app();
        Self { app, now: app.record(id.clone()), id: StoredValue::new(id) }
    }

    /// Its id.
    #[inline(never)]
    pub fn id(self) -> RecordId {
        self.id.try_get_value().unwrap_or_else(|| RecordId::new(""))
    }

    /// Where a step of its making leads at this moment.
    #[inline(never)]
    pub fn route_of(self, step: Step) -> Route {
        self.peek().map_or_else(|| Route::Chart(self.id()), |chart| Route::of_step(&chart, step))
    }

    /// The chart now; what reads it follows its changes.
    #[inline(never)]
    pub fn get(self) -> Option<Arc<Record>> {
        self.now.try_get().flatten()
    }

    /// The chart at this moment.
    #[inline(never)]
    pub fn peek(self) -> Option<Arc<Record>> {
        self.now.try_get_untracked().flatten()
    }

    /// Whether it is one's own, to be rated and changed; somebody else's is only looked at.
    #[inline(never)]
    pub fn is_own(self) -> bool {
        self.get().is_some_and(|chart| chart.held_since.is_none())
    }

    /// The numbers its items are rated with.
    pub fn scale(self) -> Scale {
        self.peek().map_or(Scale::CONSTRUCT, |chart| chart.instrument.scale)
    }

    /// One of its occasions; what reads it follows its changes.
    #[inline(never)]
    pub fn occasion(self, id: &OccasionId) -> Option<Arc<Occasion>> {
        self.get()?.shared(id).cloned()
    }

    /// One of its items; what reads it follows its changes.
    #[inline(never)]
    pub fn item(self, id: &ItemId) -> Option<Item> {
        self.get()?.item(id).cloned()
    }

    /// The items that take part now, in order; what reads them follows their changes.
    #[inline(never)]
    pub fn item_ids(self) -> Vec<ItemId> {
        self.get().iter().flat_map(|chart| chart.items().map(|item| item.id.clone())).collect()
    }

    /// Makes one change.
    #[inline(never)]
    pub fn edit(self, edit: Edit) {
        self.app.edit(&self.id(), edit);
    }

    /// Leads from the page where `occasion` is rated to the chart, once that is not its newest: a sitting that was taken
    /// back, one that a later one has followed, or an address of one that never was. What has been finished leads on
    /// itself.
    pub fn leave_unless_newest(self, occasion: OccasionId) {
        let navigation = navigation();
        let is_here = move |occasion: &OccasionId| match untrack(|| navigation.route()) {
            Route::Rate { occasion: here, .. } | Route::Fill { occasion: here, .. } => here == *occasion,
            _ => false,
        };
        Effect::new(move |_| {
            let newest = self.get().and_then(|chart| chart.latest().map(|latest| latest.id.clone()));
            if newest.as_ref() != Some(&occasion) && is_here(&occasion) {
                navigation.replace(&Route::Chart(self.id()));
            }
        });
    }

    /// Finishes a sitting. Leads to the reveal where there is something to compare with.
    #[inline(never)]
    pub fn finish(self, occasion: &OccasionId) -> Route {
        self.edit(Edit::Finish(occasion.clone()));
        if let Some(chart) = self.peek() {
            ask_once(self.app, &chart);
        }
        let reveal = self.peek().and_then(|chart| Route::after_rating(&chart, occasion));
        reveal.unwrap_or_else(|| Route::Chart(self.id()))
    }
}

/// One item of a chart on one occasion.
#[derive(Clone, Copy)]
pub struct Entry {
    /// The chart.
    pub chart: Chart,
    at: StoredValue<(OccasionId, ItemId)>,
}

impl Entry {
    /// The entry of `item` on `occasion`.
    #[inline(never)]
    pub fn new(chart: Chart, occasion: OccasionId, item: ItemId) -> Self {
        Self { chart, at: StoredValue::new((occasion, item)) }
    }

    /// Which occasion and item.
    #[inline(never)]
    pub fn ids(self) -> (OccasionId, ItemId) {
        self.at.get_value()
    }

    /// The item as it is now; what reads it follows its changes.
    #[inline(never)]
    pub fn item(self) -> Option<Item> {
        self.chart.item(&self.ids().1)
    }

    /// The rating as it is now, empty where there is none; what reads it follows its changes.
    #[inline(never)]
    pub fn rating(self) -> Rating {
        let (occasion, item) = self.ids();
        let chart = self.chart.get();
        let occasion = chart.as_ref().and_then(|chart| chart.occasion(&occasion));
        occasion.and_then(|occasion| occasion.ratings.get(&item).cloned()).unwrap_or_default()
    }

    /// The number now, if there is one; what reads it follows its changes.
    #[inline(never)]
    pub fn value(self) -> Option<u8> {
        self.rating().answer.value()
    }

    /// The rating on the last occasion before, once the person has asked to see it, and its day.
    #[inline(never)]
    pub fn earlier(self) -> Option<(crate::domain::Date, Rating)> {
        let (occasion, item) = self.ids();
        let chart = self.chart.get()?;
        chart.occasion(&occasion).filter(|occasion| occasion.earlier_shown)?;
        let before = chart.asked_on(chart.before(&occasion)?, &item)?;
        Some((before.rated_on, before.ratings.get(&item)?.clone()))
    }

    /// Answers.
    #[inline(never)]
    pub fn rate(self, answer: Answer) {
        let (occasion, item) = self.ids();
        self.chart.edit(Edit::Rate { occasion, item, answer });
    }

    /// Says why.
    #[inline(never)]
    pub fn say_why(self, text: String) {
        let (occasion, item) = self.ids();
        self.chart.edit(Edit::Why { occasion, item, text });
    }

    /// Gives an example.
    #[inline(never)]
    pub fn give_example(self, text: String) {
        let (occasion, item) = self.ids();
        self.chart.edit(Edit::Example { occasion, item, text });
    }

    /// Says where one needs to be.
    #[inline(never)]
    pub fn need(self, level: Option<u8>) {
        let (occasion, item) = self.ids();
        self.chart.edit(Edit::Needed { occasion, item, level });
    }
}
