//! Lists of one's own, and the way to make one.

use leptos::prelude::*;

use super::FormCard;
use crate::state::Route;
use crate::ui::components::OpenButtons;
use crate::ui::navigation::{app, navigation};
use crate::ui::say::t;
use crate::words::Key;

/// What one has made or been given, and how more comes.
#[component]
pub fn OwnLists() -> impl IntoView {
    let app = app();
    let navigation = navigation();
    let own = app.instruments();
    let make = move |_| navigation.go(&Route::Design(app.new_list()));
    view! {
        <section class="aim">
            <h2>{t(Key::OwnLists)}</h2>
            <ul class="shelf">
                {move || own.get().into_iter().map(|form| view! { <li><FormCard form /></li> }).collect_view()}
            </ul>
            <div class="actions">
                <button type="button" class="button quiet" on:click=make>{t(Key::MakeList)}</button>
            </div>
            <OpenButtons />
            <p class="soft">{t(Key::OwnListsWords)}</p>
        </section>
    }
}
