//! On a borrowed device: using the app so that nothing is kept, and the end of it.

use leptos::prelude::*;

use crate::platform;
use crate::state::Keeping;
use crate::ui::copies::save_all;
use crate::ui::navigation::app;
use crate::ui::say::{notice_text, t};
use crate::words::Key;

/// The way in, or the way out with a file.
#[component]
pub fn ForNowSection() -> impl IntoView {
    let keeping = untrack(|| app().keeping());
    match keeping {
        Keeping::ForNow => view! { <End /> }.into_any(),
        // Nothing is kept as it is.
        Keeping::MemoryOnly => ().into_any(),
        _ => view! { <Begin /> }.into_any(),
    }
}

#[component]
fn Begin() -> impl IntoView {
    view! {
        <section>
            <h2>{t(Key::ForNowOfferTitle)}</h2>
            <ForNowOffer />
        </section>
    }
}

/// What it is to use the app just for now, and the way in.
#[component]
pub fn ForNowOffer(
    /// Whether it stands beside what matters more.
    #[prop(optional)]
    soft: bool,
) -> impl IntoView {
    view! {
        <p class:soft=soft>{t(Key::ForNowOffer)}</p>
        <div class="actions">
            <button type="button" class="button quiet" on:click=|_| platform::begin_for_now()>
                {t(Key::ForNowBegin)}
            </button>
        </div>
    }
}

#[component]
fn End() -> impl IntoView {
    let app = app();
    let (said, say) = signal(None);
    let (asked, ask) = signal(false);
    let end = move || {
        app.forget();
        platform::end_for_now();
    };
    let begin_to_end = move |_| {
        if app.would_lose() {
            ask.set(true);
            platform::focus("#end-for-now");
        } else {
            end();
        }
    };
    let ways = move || {
        if asked.get() {
            view! {
                <p id="end-for-now" tabindex="-1"><strong>{t(Key::ForNowEndSure)}</strong></p>
                <div class="actions stacked">
                    <button type="button" class="button primary" on:click=move |_| end()>{t(Key::ForNowEndYes)}</button>
                    <button type="button" class="button quiet" on:click=move |_| ask.set(false)>{t(Key::GoOnHere)}</button>
                </div>
            }
            .into_any()
        } else {
            view! {
                <div class="actions stacked">
                    <button type="button" class="button primary" on:click=move |_| save_all(app, move |notice| say.set(Some(notice)))>
                        {t(Key::SaveFile)}
                    </button>
                    <button type="button" class="button quiet" on:click=begin_to_end>{t(Key::ForNowEnd)}</button>
                </div>
            }
            .into_any()
        }
    };
    view! {
        <section>
            <h2>{t(Key::ForNowTitle)}</h2>
            <p>{t(Key::ForNowEndWords)}</p>
            {ways}
            <p class="soft" role="status">{move || said.get().map(notice_text)}</p>
        </section>
    }
}
