//! A file that a passphrase opens.

use std::sync::Arc;

use leptos::prelude::*;

use crate::codec::{FileError, LockedFile, OpenedFile, read_file};
use crate::platform::{self, CryptoError, Passphrase};
use crate::state::Route;
use crate::ui::components::{Asks, Page, PassphraseForm};
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
    let navigation = navigation();
    let file = StoredValue::new(file);
    let open = move |passphrases: Vec<Passphrase>| async move {
        let Some(passphrase) = passphrases.first() else { return Err(Key::PassphraseMissing) };
        // The page may have been left meanwhile.
        let Some(file) = file.try_get_value() else { return Ok(()) };
        let read = match platform::unlock_file(passphrase, &file).await {
            Ok(text) => read_file(text.as_bytes()),
            Err(CryptoError::Broken) => Err(FileError::Broken),
            Err(CryptoError::WrongPassphrase) => return Err(Key::PassphraseWrong),
            Err(CryptoError::NotHere) => return Err(Key::PassphraseNotHere),
        };
        _ = on_opened.try_run(read);
        Ok(())
    };
    let form = move || {
        if platform::can_lock() {
            let submit = Key::Unlock;
            view! { <PassphraseForm id="open-file" asks=Asks::Known submit work=open of_file=true /> }.into_any()
        } else {
            view! { <p role="status">{t(Key::PassphraseNotHere)}</p> }.into_any()
        }
    };
    view! {
        <Page title=t(Key::OpeningLockedTitle) back=Some(Route::Home)>
            <section>
                <p>{t(Key::OpeningLocked)}</p>
                {form()}
                <div>
                    <button type="button" class="link" on:click=move |_| navigation.replace(&Route::Home)>
                        {t(Key::NotNow)}
                    </button>
                </div>
            </section>
        </Page>
    }
}
