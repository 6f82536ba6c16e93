//! What stands in front of a locked store: it asks for the passphrase, and says nothing of what is behind it.

use std::rc::Rc;

use leptos::prelude::*;

use crate::codec::{LockedError, Restored};
use crate::platform::{
    self, BrowserPorts, BrowserStore, LockError, Message, Passphrase, SmallStore, check_lock, lock_has_changed, unlock,
};
use crate::state::{App, Keeping, Left};
use crate::ui::components::{Asks, DeleteAllButton, Disclosure, ForNowOffer, PassphraseForm};
use crate::ui::gate::{Gate, gate};
use crate::ui::lock_words::lock_fault;
use crate::ui::navigation::begin_anew_when_gone;
use crate::ui::offline;
use crate::ui::say::t;
use crate::words::Key;

const FORM: &str = "unlock";

/// A page of its own: no titles, no counts, no way to anything else.
#[component]
pub fn LockedPage() -> impl IntoView {
    let gate = gate();
    platform::keep_titles_back(true);
    platform::set_title("Roundel");
    follow_others(gate);
    offline::begin();
    let content = match check_lock(&gate.database()) {
        Ok(()) => view! { <Ask gate /> }.into_any(),
        Err(error) => view! {
            <p>{t(lock_fault(LockError::Lock(error)))}</p>
            {(error == LockedError::Broken).then(|| view! { <BeginAnew gate /> })}
        }
        .into_any(),
    };
    view! {
        <div class="page">
            <header class="page-head">
                <h1 tabindex="-1">{t(Key::LockedTitle)}</h1>
            </header>
            <main class="page-body">
                <section>
                    <NewerVersion />
                    {content}
                </section>
                <section class="apart">
                    <ForNowOffer soft=true />
                </section>
            </main>
        </div>
    }
}

/// The way to a newer version, which may be the only one that opens this lock. Nothing here waits to be saved.
#[component]
fn NewerVersion() -> impl IntoView {
    let wanted = RwSignal::new(false);
    Effect::new(move |_| {
        if wanted.get() {
            offline::go_on();
        }
    });
    view! {
        <Show when=offline::has_newer>
            <div class="update">
                <p role="status">{t(Key::UpdateReady)}</p>
                <button type="button" class="link" on:click=move |_| wanted.set(true)>{t(Key::UseNow)}</button>
            </div>
        </Show>
    }
}

/// Another window may turn the lock off, delete everything, or wait for this one to let go.
fn follow_others(gate: Gate) {
    platform::on_other_windows(|message| match message {
        Message::Wrote(_) => {}
        Message::Cleared => platform::begin_anew(),
        Message::Newer | Message::Lock => platform::reload(),
    });
    // What this window has not heard of, as one that was put away.
    let look = move || {
        platform::spawn(async move {
            if lock_has_changed(&gate.database()).await {
                platform::reload();
            }
        });
    };
    for event in ["visibilitychange", "pageshow", "focus"] {
        platform::on_change(event, look);
    }
}

#[component]
fn Ask(gate: Gate) -> impl IntoView {
    let open = move |passphrases: Vec<Passphrase>| async move {
        let Some(passphrase) = passphrases.first() else { return Err(Key::PassphraseMissing) };
        unlock(&gate.database(), passphrase).await.map_err(lock_fault)?;
        if !gate.database().is_locked() {
            // Nothing is locked any more: the app begins as ever.
            platform::reload();
            return Ok(());
        }
        gate.open().await;
        platform::focus_heading();
        Ok(())
    };
    platform::focus_field(&format!("#{FORM}"));
    view! {
        <p>{t(Key::LockedLead)}</p>
        <PassphraseForm id=FORM asks=Asks::Known submit=Key::LockedOpen work=open />
        <Disclosure summary=t(Key::ForgottenTitle)>
            <p>{t(Key::ForgottenNobody)}</p>
            <BeginAnew gate />
        </Disclosure>
    }
}

/// What is left where nobody can open what is kept; not where a newer version is needed to change anything.
#[component]
fn BeginAnew(gate: Gate) -> impl IntoView {
    (gate.keeping() == Keeping::Database).then(|| {
        provide_context(app_in_front(gate));
        view! {
            <p>{t(Key::ForgottenAnew)}</p>
            <div>
                <DeleteAllButton locked=true />
            </div>
        }
    })
}

/// An app that knows nothing of what is behind the gate, and can delete it.
fn app_in_front(gate: Gate) -> App {
    let app = App::new(platform::today, Restored::default(), gate.keeping());
    let place = BrowserStore::Database(gate.database(), SmallStore::open());
    app.begin_work(Rc::new(BrowserPorts::new(place)), &Left::default());
    begin_anew_when_gone(app);
    app
}
