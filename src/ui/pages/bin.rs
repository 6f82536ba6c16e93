//! What was deleted.

use leptos::prelude::*;

use crate::codec::{Binned, BinnedThing};
use crate::domain::Date;
use crate::platform::{self, day_long};
use crate::state::Route;
use crate::ui::components::{ConfirmedButton, MiniWheel, Page};
use crate::ui::navigation::app;
use crate::ui::reading::read_anew;
use crate::ui::say::{instrument_title, t, tf, title_of};
use crate::words::Key;

/// What was deleted, for as long as it can be brought back.
#[component]
pub fn BinPage() -> impl IntoView {
    let app = app();
    // What was read of it, once it was tried.
    let bin = read_anew(move |show| app.bin(show));
    let said = RwSignal::new(None::<(Key, String, Option<Route>)>);
    let answer = move || {
        said.get().map(|(key, title, route)| {
            view! {
                {tf(key, &[("title", &title)])}" "
                {route.map(|route| view! { <a href=route.to_hash()>{t(Key::BinSee)}</a> })}
            }
        })
    };
    let content = move || match bin.get() {
        None => view! { <p class="soft">{t(Key::Reading)}</p> }.into_any(),
        Some(None) => view! { <p>{t(Key::NotReadNow)}</p> }.into_any(),
        Some(Some(things)) if things.is_empty() => view! { <p>{t(Key::BinEmpty)}</p> }.into_any(),
        Some(Some(things)) => view! {
            <p class="soft">{t(Key::BinLead)}</p>
            <ul class="past">
                {things.into_iter().map(|thing| view! { <BinnedRow thing said /> }).collect_view()}
            </ul>
        }
        .into_any(),
    };
    view! {
        <Page title=t(Key::BinTitle) back=Some(Route::Storage)>
            <p role="status" class="told">{answer}</p>
            {content}
        </Page>
    }
}

#[component]
fn BinnedRow(thing: Binned, said: RwSignal<Option<(Key, String, Option<Route>)>>) -> impl IntoView {
    let app = app();
    let (title, route, wheel) = match &thing.what {
        BinnedThing::Record(record) => {
            let wheel = view! { <MiniWheel chart=record.clone() /> };
            (title_of(record), Route::Chart(record.id.clone()), Some(wheel))
        }
        BinnedThing::Instrument(form) => (instrument_title(form), Route::Instrument(form.about.id.clone()), None),
    };
    let deleted = (thing.deleted != Date::MAX).then(|| tf(Key::BinDeleted, &[("date", &day_long(thing.deleted))]));
    let stays = thing.stays_until().map(|day| tf(Key::BinStays, &[("date", &day_long(day))]));
    let dates: Vec<String> = deleted.into_iter().chain(stays).collect();
    let (back, gone) = (thing.clone(), thing);
    let (back_title, gone_title) = (title.clone(), title.clone());
    let put_back = move |_| {
        app.put_back(back.clone());
        said.set(Some((Key::BinBack, back_title.clone(), Some(route.clone()))));
        platform::focus("h1");
    };
    let throw = move |()| {
        app.throw_away(&gone);
        said.set(Some((Key::BinGone, gone_title.clone(), None)));
        platform::focus("h1");
    };
    let is_list = wheel.is_none();
    view! {
        <li class="past-row">
            {wheel}
            <div class="card-words">
                <h2>{title.clone()}</h2>
                {is_list.then(|| view! { <span class="tag">{t(Key::BinList)}</span> })}
                <p class="soft">{dates.join(" · ")}</p>
                <div class="past-actions">
                    <button type="button" class="button quiet" on:click=put_back>{t(Key::BinPutBack)}</button>
                    <ConfirmedButton
                        label=Key::BinForGood
                        question=tf(Key::BinQuestion, &[("title", &title)])
                        yes=Key::BinForGood
                        on_yes=throw
                    />
                </div>
            </div>
        </li>
    }
}
