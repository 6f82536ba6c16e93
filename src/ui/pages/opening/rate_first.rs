//! What somebody else sent is rated by whoever opens it, before they see how its owner has rated it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::codec::OpenedFile;
use crate::domain::{Record, Sitting};
use crate::state::{App, Route};
use crate::ui::components::{Disclosure, LineField};
use crate::ui::navigation::Navigation;
use crate::ui::pages::begin::LABEL_MAX;
use crate::ui::say::{item_words, t, tf, title_of, tn};
use crate::words::Key;

/// Keeps what came as somebody else's, and begins to rate it.
#[derive(Clone, Copy)]
pub struct RateFirst {
    pub app: App,
    pub navigation: Navigation,
    /// What came: one chart that is not here.
    pub file: StoredValue<Arc<OpenedFile>>,
    /// What whoever rates is called; may be empty.
    pub label: RwSignal<String>,
}

impl RateFirst {
    /// Leads to the rating; nowhere where nothing can be changed, which is said.
    pub fn begin(self) {
        let opened = self.app.take_in_from_someone(OpenedFile::clone(&self.file.get_value()));
        let Some(id) = opened.added.into_iter().next() else { return };
        let sitting = Sitting::View(self.label.get_untracked().trim().to_owned());
        let chart = self.file.with_value(|file| file.records.iter().find(|record| record.id == id).cloned());
        if let (Some(view), Some(chart)) = (self.app.rate(&id, sitting), chart) {
            self.navigation.replace(&Route::to_rate(&chart, view));
        }
    }

    fn field(self) -> impl IntoView {
        let label = self.label;
        view! { <LineField label=t(Key::AskedLabel) value=label most=LABEL_MAX on_text=move |text| label.set(text) /> }
    }
}

/// A blank copy that was sent to be rated: whose it is, what it holds, and what whoever rates is called.
#[component]
pub fn Asked(
    /// What came.
    record: Record,
    /// How it goes on.
    rating: RateFirst,
) -> impl IntoView {
    let owner = record.owner.trim().to_owned();
    let (size, asks) = if record.is_audit() {
        (Key::Statements, Key::AskedStatements)
    } else {
        (Key::Attributes, Key::AskedAttributes)
    };
    let items = record.items().count();
    let asks = if owner.is_empty() { tn(asks, items) } else { tf(Key::AskedBy, &[("name", &owner)]) };
    let list = record.items().map(|item| view! { <li>{item_words(item)}</li> }).collect_view();
    view! {
        <p class="lead">{asks}</p>
        <p>{t(Key::AskedBlind)}</p>
        <h2>{title_of(&record)}</h2>
        <Disclosure summary=tn(size, items)><ol class="steps">{list}</ol></Disclosure>
        {rating.field()}
    }
}

/// The second way to keep what is somebody else's.
#[component]
pub fn ToRateFirst(
    /// How it goes on.
    rating: RateFirst,
) -> impl IntoView {
    view! {
        <Disclosure summary=t(Key::OpeningRateFirst)>
            <p class="soft">{t(Key::OpeningRateFirstWords)}</p>
            {rating.field()}
            <button type="button" class="button quiet" on:click=move |_| rating.begin()>{t(Key::AskedRate)}</button>
        </Disclosure>
    }
}
