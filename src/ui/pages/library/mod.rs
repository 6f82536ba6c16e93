//! What there is to be filled in, and one of it looked at before it is begun.

mod begin;
mod instrument;
mod own;

use std::sync::Arc;

use leptos::prelude::*;

pub use instrument::InstrumentPage;

use crate::domain::{Instrument, Step};
use crate::instruments::{Aim, BUILT_IN};
use crate::platform;
use crate::state::Route;
use crate::ui::built_in::{built_in, size_words};
use crate::ui::components::Page;
use crate::ui::navigation::{app, navigation};
use crate::ui::say::{instrument_title, t};
use crate::words::Key;

/// Everything there is, under what it is for.
#[component]
pub fn LibraryPage() -> impl IntoView {
    let shelf = Shelf::fetch();
    app().drop_blank_lists();
    view! {
        <Page title=t(Key::LibraryTitle)>
            <p class="lead">{t(Key::LibraryLead)}</p>
            {move || shelf.is_missing().then(|| view! {
                <div class="banner" role="status">
                    <p>{t(Key::LibraryMissing)}</p>
                    <button type="button" class="link" on:click=move |_| shelf.ask()>{t(Key::TryAgain)}</button>
                </div>
            })}
            {Aim::ALL.map(|aim| view! { <OfAim shelf aim /> }).collect_view()}
            <own::OwnLists />
        </Page>
    }
}

/// The built-in instruments, as far as they have arrived.
#[derive(Clone, Copy)]
struct Shelf(RwSignal<Vec<Place>>);

#[derive(Clone)]
enum Place {
    Coming,
    Here(Arc<Instrument>),
    Missing,
}

impl Shelf {
    fn fetch() -> Self {
        let shelf = Self(RwSignal::new(vec![Place::Coming; BUILT_IN.len()]));
        shelf.ask();
        shelf
    }

    /// Asks for all that is not here.
    fn ask(self) {
        for (at, (id, _)) in BUILT_IN.into_iter().enumerate() {
            if matches!(self.at(at), Some(Place::Here(_))) {
                continue;
            }
            platform::spawn(async move {
                let place = built_in(id).await.map_or(Place::Missing, Place::Here);
                // The page may be gone by then.
                _ = self.0.try_update(|places| places.get_mut(at).map(|old| *old = place));
            });
        }
    }

    fn at(self, at: usize) -> Option<Place> {
        self.0.with_untracked(|places| places.get(at).cloned())
    }

    fn is_missing(self) -> bool {
        self.0.with(|places| places.iter().any(|place| matches!(place, Place::Missing)))
    }

    /// What has arrived for `aim`, in its order.
    fn of(self, aim: Aim) -> Vec<Arc<Instrument>> {
        self.0.with(|places| {
            let with_aims = places.iter().zip(BUILT_IN);
            let here = with_aims.filter_map(|(place, (_, of))| match place {
                Place::Here(form) if of == aim => Some(form.clone()),
                _ => None,
            });
            here.collect()
        })
    }
}

fn aim_name(aim: Aim) -> Key {
    match aim {
        Aim::Picture => Key::AimPicture,
        Aim::Mentoring => Key::AimMentoring,
        Aim::Lessons => Key::AimLessons,
        Aim::Leading => Key::AimLeading,
        Aim::Together => Key::AimTogether,
        Aim::LookingBack => Key::AimLookingBack,
        Aim::Pupils => Key::AimPupils,
    }
}

#[component]
fn OfAim(shelf: Shelf, aim: Aim) -> impl IntoView {
    let cards = move || {
        let cards = shelf.of(aim).into_iter().map(|form| view! { <li><FormCard form /></li> });
        cards.collect_view()
    };
    view! {
        <section class="aim">
            <h2>{t(aim_name(aim))}</h2>
            <ul class="shelf">
                {(aim == Aim::Picture).then(|| view! { <li><OwnChart /></li> })}
                {cards}
            </ul>
            {(aim == Aim::Picture).then(|| view! {
                <a class="link" href=Route::EmptyWheel.to_hash()>{t(Key::EmptyWheelLink)}</a>
            })}
        </section>
    }
}

/// An instrument at a glance.
#[component]
fn FormCard(form: Arc<Instrument>) -> impl IntoView {
    view! {
        <a class="card" href=Route::Instrument(form.about.id.clone()).to_hash()>
            <span class="card-words">
                <strong>{instrument_title(&form)}</strong>
                <span>{form.about.purpose.clone()}</span>
                <span class="soft">{size_words(&form)}</span>
            </span>
        </a>
    }
}

/// A chart of one's own begins at once: there is nothing to look at before.
#[component]
fn OwnChart() -> impl IntoView {
    let app = app();
    let navigation = navigation();
    let begin = move |_| {
        let record = app.new_chart();
        navigation.go(&Route::Make { record, step: Step::Frame, item: None });
    };
    view! {
        <button type="button" class="card" on:click=begin>
            <span class="card-words">
                <strong>{t(Key::OwnChart)}</strong>
                <span>{t(Key::OwnChartPurpose)}</span>
                <span class="soft">{t(Key::OwnChartSize)}</span>
            </span>
        </button>
    }
}
