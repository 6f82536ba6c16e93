//! A file that a passphrase opens.

use std::sync::Arc;

use leptos::prelude::*;

use crate::codec::{FileError, LockedFile, OpenedFile, read_file};
use crate::platform::{self, CryptoError, Passphrase};
use crate::state::Route;
use crate::ui::components::{CheckBox, Page, PassphraseField};
use crate::ui::navigation::navigation;
use crate::ui::say::t;
use crate::words::Key;

/// Asks for the passphrase until it fits.
#[component]
pub fn LockedView(
    /// What is locked.
    file: Arc<LockedFile>,
    /// Called with what was in it.
    on_opened: Callback<Result<OpenedFile, FileError>>,
) -> impl IntoView {
    let (typed, seen) = (RwSignal::new(String::new()), RwSignal::new(false));
    let (busy, wrong) = (RwSignal::new(false), RwSignal::new(None::<Key>));
    let navigation = navigation();
    let open = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let passphrase = Passphrase::new(&typed.get_untracked());
        let Some(passphrase) = passphrase else { return wrong.set(Some(Key::PassphraseMissing)) };
        let file = file.clone();
        wrong.set(None);
        busy.set(true);
        platform::spawn(async move {
            let unlocked = platform::unlock_file(&passphrase, &file).await;
            _ = busy.try_set(false);
            match unlocked {
                Ok(text) => _ = on_opened.try_run(read_file(text.as_bytes())),
                Err(CryptoError::Broken) => _ = on_opened.try_run(Err(FileError::Broken)),
                Err(CryptoError::WrongPassphrase) => _ = wrong.try_set(Some(Key::PassphraseWrong)),
                Err(CryptoError::NotHere) => _ = wrong.try_set(Some(Key::PassphraseNotHere)),
            }
        });
    };
    let form = view! {
        <form class="passphrase" on:submit=open>
            <PassphraseField label=t(Key::Passphrase) typed seen />
            <CheckBox label=t(Key::PassphraseShow) checked=seen on_change=move |on| seen.set(on) />
            <p role="status">{move || wrong.get().map(t)}</p>
            <div class="actions">
                <button class="button primary" disabled=move || busy.get()>
                    {move || t(if busy.get() { Key::Unlocking } else { Key::Unlock })}
                </button>
                <button type="button" class="button quiet" on:click=move |_| navigation.replace(&Route::Home)>
                    {t(Key::NotNow)}
                </button>
            </div>
        </form>
    };
    view! {
        <Page title=t(Key::OpeningLockedTitle) back=Some(Route::Home)>
            <p>{t(Key::OpeningLocked)}</p>
            {if platform::can_lock() {
                form.into_any()
            } else {
                view! { <p role="status">{t(Key::PassphraseNotHere)}</p> }.into_any()
            }}
        </Page>
    }
}
