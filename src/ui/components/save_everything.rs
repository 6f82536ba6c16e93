//! "Save a copy": all that is kept in one file, which a passphrase can lock.

use leptos::prelude::*;

use super::{Asks, Disclosure, PassphraseForm};
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
    let said = move |notice: Notice| {
        app.tell(notice);
        if notice.is_of_a_copy() {
            _ = on_saved.try_run(());
        }
    };
    let save = move |_| save_all(app, said);
    // Where the page is left meanwhile, the file is saved all the same.
    let save_locked = move |passphrases: Vec<Passphrase>| async move {
        let Some(passphrase) = passphrases.first() else { return Err(Key::PassphraseMissing) };
        save_all_locked(app, passphrase, said).await;
        Ok(())
    };
    let locked = move || {
        let form = if platform::can_lock() {
            let submit = Key::SaveLockedCopy;
            view! {
                <p>{t(Key::PassphraseForgotten)}</p>
                <PassphraseForm id="lock-copy" asks=Asks::New submit work=save_locked of_file=true />
            }
            .into_any()
        } else {
            view! { <p>{t(Key::PassphraseNotHere)}</p> }.into_any()
        };
        view! { <Disclosure summary=t(Key::PassphraseWith)>{form}</Disclosure> }
    };
    view! {
        <div class="actions">
            <button type="button" class="button primary" disabled=nothing on:click=save>{t(Key::SaveCopy)}</button>
        </div>
        {move || (!nothing.get()).then(locked)}
    }
}
