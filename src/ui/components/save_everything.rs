//! "Save a copy": all that is kept in one file, which a passphrase can lock.

use leptos::prelude::*;

use super::{CheckBox, Disclosure, PassphraseField};
use crate::platform::{self, Passphrase};
use crate::state::Notice;
use crate::ui::copies::{save_all, save_all_locked};
use crate::ui::navigation::app;
use crate::ui::say::t;
use crate::words::Key;

/// Saves all charts and lists of one's own to a file.
#[component]
pub fn SaveEverything(
    /// Called once a copy is on its way to the person.
    #[prop(into)]
    on_saved: Callback<()>,
) -> impl IntoView {
    let app = app();
    let (charts, lists) = (app.records(), app.instruments());
    let nothing = Memo::new(move |_| {
        charts.with(|charts| charts.iter().all(|chart| chart.just_for_now)) && lists.with(Vec::is_empty)
    });
    let said = Callback::new(move |notice| {
        app.tell(notice);
        if notice == Notice::FileSaved {
            on_saved.run(());
        }
    });
    let save = move |_| said.run(save_all(app));
    view! {
        <div class="actions">
            <button type="button" class="button quiet" disabled=nothing on:click=save>{t(Key::SaveCopy)}</button>
        </div>
        <Disclosure summary=t(Key::PassphraseWith)>
            {if platform::can_lock() {
                view! { <LockedCopy nothing said /> }.into_any()
            } else {
                view! { <p>{t(Key::PassphraseNotHere)}</p> }.into_any()
            }}
        </Disclosure>
    }
}

#[component]
fn LockedCopy(nothing: Memo<bool>, said: Callback<Notice>) -> impl IntoView {
    let app = app();
    let (typed, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (seen, busy) = (RwSignal::new(false), RwSignal::new(false));
    let wrong = RwSignal::new(None::<Key>);
    let lock = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        // Two ways of typing one letter are the same letter.
        let first = Passphrase::new(&typed.get_untracked());
        let Some(passphrase) = first else { return wrong.set(Some(Key::PassphraseMissing)) };
        if Passphrase::new(&again.get_untracked()).as_ref() != Some(&passphrase) {
            return wrong.set(Some(Key::PassphraseNotTheSame));
        }
        wrong.set(None);
        busy.set(true);
        platform::spawn(async move {
            let notice = save_all_locked(app, &passphrase).await;
            // Where the page was left meanwhile, the file is saved all the same.
            _ = busy.try_set(false);
            if notice == Notice::FileSaved {
                _ = typed.try_set(String::new());
                _ = again.try_set(String::new());
            }
            _ = said.try_run(notice);
        });
    };
    view! {
        <form class="passphrase" on:submit=lock>
            <p>{t(Key::PassphraseForgotten)}</p>
            <PassphraseField label=t(Key::Passphrase) typed seen />
            <PassphraseField label=t(Key::PassphraseAgain) typed=again seen />
            <CheckBox label=t(Key::PassphraseShow) checked=seen on_change=move |on| seen.set(on) />
            <p role="status">{move || wrong.get().map(t)}</p>
            <button class="button quiet" disabled=move || nothing.get() || busy.get()>
                {move || t(if busy.get() { Key::Locking } else { Key::SaveLockedCopy })}
            </button>
        </form>
    }
}
