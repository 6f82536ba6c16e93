//! The ways to begin with an instrument, and what else can be done with it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::{Edit, Instrument, InstrumentId, Record, Step, Style};
use crate::instruments::{check, copy_of, is_built_in};
use crate::platform;
use crate::state::{App, Route};
use crate::ui::components::{CheckBox, Disclosure};
use crate::ui::copies::save_instrument;
use crate::ui::navigation::{Navigation, app, navigation};
use crate::ui::say::{instrument_title, last_rated, t, tf, title_of};
use crate::words::Key;

/// How it is begun, as far as there is a choice.
#[derive(Clone, Copy)]
pub struct Begin {
    /// Whether one number for all is asked before and after.
    overall: RwSignal<bool>,
}

impl Begin {
    /// As most people begin.
    pub fn new() -> Self {
        Self { overall: RwSignal::new(false) }
    }

    /// Begins a record of `form` and goes there.
    fn go(self, app: App, navigation: Navigation, form: &Instrument) {
        let record = app.begin(form.clone());
        if self.overall.get_untracked() {
            app.edit(&record, Edit::AskOverall(true));
        }
        let first = untrack(|| app.record(record.clone()).get());
        let first = first.and_then(|chart| chart.latest().map(|latest| Route::to_rate(&chart, latest.id.clone())));
        let way = match form.style {
            Style::Chart => Some(Route::Make { record, step: Step::Frame, item: None }),
            Style::Audit => first,
        };
        if let Some(way) = way {
            navigation.go(&way);
        }
    }
}

/// What has been made with it already: whoever comes to look again should not begin anew.
#[component]
pub fn Beginnings(form: Arc<Instrument>) -> impl IntoView {
    let records = app().records();
    let line = |record: &Arc<Record>| {
        let words = [title_of(record), last_rated(record.last_rated())].join(" · ");
        view! { <li><a href=Route::Chart(record.id.clone()).to_hash()>{words}</a></li> }
    };
    move || {
        let is_own = |record: &Record| record.held_since.is_none() && !record.is_untouched();
        let of_form = |record: &&Arc<Record>| record.instrument.about.id == form.about.id && is_own(record);
        let lines = records.with(|records| records.iter().filter(of_form).map(line).collect_view());
        (!lines.is_empty()).then(|| {
            view! {
                <section class="question">
                    <p>{t(Key::FilledInAlready)}</p>
                    <ul class="links">{lines}</ul>
                </section>
            }
        })
    }
}

/// The way on: begin; for pupils on paper or just for now.
#[component]
pub fn Ways(form: Arc<Instrument>, options: Begin) -> impl IntoView {
    let (app, navigation) = (app(), navigation());
    let ready = check(&form).is_ok();
    let key = if form.pupils { Key::BeginForNow } else { Key::Begin };
    let design = Route::Design(form.about.id.clone()).to_hash();
    let print = form.pupils.then(|| {
        view! {
            <button type="button" class="button primary" on:click=|_| platform::print()>{t(Key::PrintBlank)}</button>
        }
    });
    let quiet = form.pupils;
    let begin = move |_| options.go(app, navigation, &form);
    let begin = move || {
        view! {
            <button type="button" class="button" class:primary=!quiet class:quiet=quiet on:click=begin.clone()>{t(key)}</button>
        }
    };
    // A list that is still being made is gone on with.
    let go_on = move || view! { <a class="button primary" href=design.clone()>{t(Key::ListGoOn)}</a> };
    view! {
        {if ready { begin().into_any() } else { go_on().into_any() }}
        {print}
    }
}

/// What is rarely wanted: one number for all, a copy to change, a file.
#[component]
pub fn Options(form: Arc<Instrument>, options: Begin) -> impl IntoView {
    let (app, navigation) = (app(), navigation());
    let audit = form.is_audit();
    let own = !is_built_in(form.about.id.as_str());
    let form = StoredValue::new(form);
    let copy = move |_| {
        let id = InstrumentId::new(app.fresh_id());
        let copy = form.with_value(|form| {
            let title = instrument_title(form);
            let from = tf(Key::ChangedFrom, &[("title", &title)]);
            copy_of(form, id.clone(), tf(Key::CopyOf, &[("title", &title)]), from)
        });
        app.keep_instrument(copy);
        navigation.go(&Route::Design(id));
    };
    let save = move |_| form.with_value(|form| save_instrument(form, move |notice| app.tell(notice)));
    let delete = move |_| {
        app.delete_instrument(&form.with_value(|form| form.about.id.clone()));
        navigation.replace(&Route::Library);
    };
    let change = form.with_value(|form| Route::Design(form.about.id.clone()).to_hash());
    view! {
        <Disclosure summary=t(Key::MoreActions)>
            {audit.then(|| view! {
                <CheckBox
                    label=t(Key::AskOverall)
                    checked=options.overall
                    on_change=move |on| options.overall.set(on)
                />
            })}
            <ul class="links">
                {own.then(|| view! { <li><a href=change>{t(Key::ListChange)}</a></li> })}
                <li><button type="button" class="link" on:click=copy>{t(Key::ListCopy)}</button></li>
                <li><button type="button" class="link" on:click=save>{t(Key::ListSave)}</button></li>
                {own.then(|| view! {
                    <li><button type="button" class="link" on:click=delete>{t(Key::ListDelete)}</button></li>
                })}
            </ul>
        </Disclosure>
    }
}
