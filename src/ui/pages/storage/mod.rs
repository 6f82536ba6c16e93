//! Where all is kept, and what can be done about it.

mod aside;
mod copies;
mod delete_all;
mod folded;
mod whereabouts;

use leptos::prelude::*;

use crate::platform;
use crate::state::{Keeping, Route};
use crate::ui::badge;
use crate::ui::components::{CheckBox, ForNowSection, LockSection, Page, UpdateLine};
use crate::ui::navigation::app;
use crate::ui::reading::read_anew;
use crate::ui::say::{t, tn};
use crate::words::Key;

/// Where all is kept, in plain words.
#[component]
pub fn StoragePage() -> impl IntoView {
    // Where nothing is kept there is but one thing to say.
    let for_now = app().keeping() == Keeping::ForNow;
    view! {
        <Page title=t(Key::StorageTitle) back=Some(Route::More)>
            <UpdateLine />
            <whereabouts::Whereabouts />
            {(!for_now).then(|| view! { <Kept /> })}
            <ForNowSection />
            {(!for_now).then(|| view! { <Around /> })}
        </Page>
    }
}

/// What is kept, and who can read it.
#[component]
fn Kept() -> impl IntoView {
    view! {
        <copies::Copies />
        <Before />
        <aside::Aside />
        <Badge />
        <LockSection />
    }
}

/// What browsers do, and the end of it all.
#[component]
fn Around() -> impl IntoView {
    view! {
        <section>
            <div>
                <folded::Cleared />
                <folded::Installing />
            </div>
        </section>
        <delete_all::DeleteAll />
    }
}

/// The bin, and where earlier versions are found.
#[component]
fn Before() -> impl IntoView {
    let app = app();
    let bin = read_anew(move |show| app.bin(show));
    let words = move || match bin.with(|bin| bin.as_ref()?.as_ref().map(Vec::len)) {
        None => t(Key::BinTitle).to_owned(),
        Some(0) => t(Key::BinNothing).to_owned(),
        Some(things) => tn(Key::BinCount, things),
    };
    view! {
        <section>
            <h2>{t(Key::BeforeTitle)}</h2>
            <p><a class="link" href=Route::Bin.to_hash()>{words}</a></p>
            <p class="soft">{t(Key::VersionsWhere)}</p>
        </section>
    }
}

/// The mark on the app's icon, where there can be one.
#[component]
fn Badge() -> impl IntoView {
    let app = app();
    platform::can_badge().then(|| {
        let on = RwSignal::new(badge::is_on());
        let switch = move |wanted| {
            badge::switch(app, wanted);
            on.set(wanted);
        };
        view! {
            <section>
                <CheckBox label=t(Key::BadgeLabel) checked=on on_change=switch />
                <p class="soft">{t(Key::BadgeWords)}</p>
            </section>
        }
    })
}
