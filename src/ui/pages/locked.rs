//! What stands in front of a locked store: it asks for the passphrase, and says nothing of what is behind it.

use leptos::prelude::*;

use crate::platform::{self, LockError, Message, check_lock, unlock};
use crate::ui::components::{Asks, Disclosure, ForNowOffer, PassphraseForm};
use crate::ui::gate::gate;
use crate::ui::lock_words::lock_fault;
use crate::ui::say::t;
use crate::words::Key;

const FORM: &str = "unlock";

/// A page of its own: no titles, no counts, no way to anything else.
#[component]
pub fn LockedPage() -> impl IntoView {
    let gate = gate();
    platform::keep_titles_back(true);
    platform::set_title("Roundel");
    // Another window may turn the lock off, or wait for this one to let go.
    platform::on_other_windows(|message| {
        if !matches!(message, Message::Wrote(_)) {
            platform::reload();
        }
    });
    let fault = check_lock(&gate.database()).err().map(|error| lock_fault(LockError::Lock(error)));
    let open = move |passphrases: Vec<platform::Passphrase>| async move {
        let Some(passphrase) = passphrases.first() else { return Err(Key::PassphraseMissing) };
        unlock(&gate.database(), passphrase).await.map_err(lock_fault)?;
        gate.open().await;
        platform::focus_heading();
        Ok(())
    };
    let ask = move || {
        platform::focus_field(&format!("#{FORM}"));
        view! {
            <p>{t(Key::LockedLead)}</p>
            <PassphraseForm id=FORM asks=Asks::Known submit=Key::LockedOpen work=open />
            <Disclosure summary=t(Key::ForgottenTitle)>
                <p>{t(Key::ForgottenNobody)}</p>
                <p>{t(Key::ForgottenAnew)}</p>
            </Disclosure>
        }
    };
    view! {
        <div class="page">
            <header class="page-head">
                <h1 tabindex="-1">{t(Key::LockedTitle)}</h1>
            </header>
            <main class="page-body">
                <section>
                    {match fault {
                        Some(fault) => view! { <p>{t(fault)}</p> }.into_any(),
                        None => ask().into_any(),
                    }}
                    <ForNowOffer soft=true />
                </section>
            </main>
        </div>
    }
}
