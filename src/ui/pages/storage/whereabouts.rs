//! Where everything is, whether it stays there, and how much it is.

use leptos::prelude::*;

use crate::platform::{self, Preference};
use crate::state::Keeping;
use crate::ui::navigation::app;
use crate::ui::say::{t, tf};
use crate::words::{Key, size};

/// What the browser has said about keeping it.
#[derive(Clone, Copy, PartialEq)]
enum Promise {
    Unknown,
    Given,
    NotGiven,
    /// It was asked just now.
    Refused,
}

/// What is true of where everything is.
#[component]
pub fn Whereabouts() -> impl IntoView {
    let app = app();
    let words = move || match app.keeping() {
        Keeping::Database | Keeping::Gone => Key::KeepingDatabase,
        Keeping::SmallStore => Key::KeepingSmall,
        Keeping::MemoryOnly => Key::KeepingNowhere,
        Keeping::ForNow => Key::ForNowAll,
        Keeping::ReadOnly => Key::KeepingReadOnly,
    };
    let is_kept = move || !matches!(app.keeping(), Keeping::MemoryOnly | Keeping::ForNow);
    view! {
        <section>
            <h2>{t(Key::PlaceTitle)}</h2>
            <p>{move || t(words())}</p>
            {move || is_kept().then(|| view! {
                <Promised />
                <Room />
            })}
        </section>
    }
}

#[component]
fn Promised() -> impl IntoView {
    let promise = RwSignal::new(Promise::Unknown);
    // The page may be gone by the time of the answer.
    platform::spawn(async move {
        let promised = match platform::has_promised().await {
            None => return,
            Some(true) => Promise::Given,
            Some(false) => Promise::NotGiven,
        };
        _ = promise.try_set(promised);
    });
    let ask = move |_| {
        platform::set_preference(Preference::AskedToKeep, Some("yes"));
        platform::spawn(async move {
            let given = platform::ask_to_keep().await.unwrap_or_default();
            _ = promise.try_set(if given { Promise::Given } else { Promise::Refused });
        });
    };
    let words = move || match promise.get() {
        Promise::Unknown => None,
        Promise::Given => Some(t(Key::PromiseGiven)),
        Promise::NotGiven => Some(t(Key::PromiseNotGiven)),
        Promise::Refused => Some(t(Key::PromiseRefused)),
    };
    let can_ask = Memo::new(move |_| matches!(promise.get(), Promise::NotGiven | Promise::Refused));
    view! {
        <p role="status" class="told">{words}</p>
        <Show when=move || can_ask.get()>
            <button type="button" class="button quiet" on:click=ask>{t(Key::PromiseAsk)}</button>
        </Show>
    }
}

#[component]
fn Room() -> impl IntoView {
    let room = RwSignal::new(None::<(u64, u64)>);
    platform::spawn(async move { _ = room.try_set(platform::room().await) });
    move || {
        room.get().map(|(used, allowed)| {
            let words = tf(Key::RoomUsed, &[("used", &size(used)), ("allowed", &size(allowed))]);
            view! { <p class="soft">{words}</p> }
        })
    }
}
