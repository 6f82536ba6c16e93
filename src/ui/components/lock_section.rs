//! The lock on what is kept: turning it on and off, and what it does meanwhile.

use std::rc::Rc;

use leptos::prelude::*;

use super::{Asks, Disclosure, PassphraseForm};
use crate::platform::{self, Database, Passphrase, Preference, SmallStore, change_lock, turn_lock_off, turn_lock_on};
use crate::state::{App, Keeping, SaveState};
use crate::ui::copies::save_all;
use crate::ui::database::{Behind, behind};
use crate::ui::lock_words::lock_fault;
use crate::ui::navigation::app;
use crate::ui::relock::{MINUTES, lock_after, lock_now};
use crate::ui::say::{t, tn};
use crate::words::Key;

/// Whether the lock is on, and all that can be done about it.
#[component]
pub fn LockSection() -> impl IntoView {
    let (app, behind) = (app(), behind());
    let keeping = untrack(|| app.keeping());
    // Nothing is to be changed, or nothing is kept.
    if matches!(keeping, Keeping::ReadOnly | Keeping::ForNow) {
        return None;
    }
    let can_lock = keeping == Keeping::Database && platform::can_lock();
    let is_on = RwSignal::new(behind.database().is_some_and(|database| database.is_locked()));
    let (said, say) = signal(None::<Key>);
    let lock = Lock { app, behind, is_on, say };
    let content = move || match is_on.get() {
        true => view! { <On lock /> }.into_any(),
        false if can_lock => view! { <Off lock /> }.into_any(),
        false => view! { <p>{t(Key::LockNotHere)}</p> }.into_any(),
    };
    Some(view! {
        <section id="lock">
            <h2 tabindex="-1">{t(Key::LockTitle)}</h2>
            {content}
            <p class="soft" role="status">{move || said.get().map(t)}</p>
        </section>
    })
}

/// The lock and what is behind it.
#[derive(Clone, Copy)]
struct Lock {
    app: App,
    behind: Behind,
    is_on: RwSignal<bool>,
    say: WriteSignal<Option<Key>>,
}

impl Lock {
    fn database(self) -> Result<Rc<Database>, Key> {
        self.behind.database().ok_or(Key::LockNotHere)
    }

    /// Seals all there is; what was left outside of the database is taken up before.
    async fn turn_on(self, passphrase: &Passphrase) -> Result<(), Key> {
        let database = self.database()?;
        self.take_up_notes();
        if untrack(|| self.app.saving()) != SaveState::Saved {
            return Err(Key::LockWaits);
        }
        turn_lock_on(&database, passphrase).await.map_err(lock_fault)?;
        platform::keep_titles_back(true);
        // What another window has left meanwhile goes where it is locked.
        self.take_up_notes();
        self.show(true, Key::LockTurnedOn);
        Ok(())
    }

    async fn turn_off(self, passphrase: &Passphrase) -> Result<(), Key> {
        turn_lock_off(&*self.database()?, passphrase).await.map_err(lock_fault)?;
        platform::keep_titles_back(false);
        self.show(false, Key::LockIsOff);
        Ok(())
    }

    async fn change(self, old: &Passphrase, new: &Passphrase) -> Result<(), Key> {
        change_lock(&*self.database()?, old, new).await.map_err(lock_fault)?;
        self.show(true, Key::LockChanged);
        Ok(())
    }

    fn take_up_notes(self) {
        let notes = SmallStore::open().map(SmallStore::left).unwrap_or_default();
        if !notes.rows.is_empty() {
            self.app.take_up(&notes);
        }
    }

    fn show(self, is_on: bool, said: Key) {
        self.is_on.set(is_on);
        self.say.set(Some(said));
        platform::focus("#lock h2");
    }
}

/// What goes wrong when a form gives less than it was asked for.
const MISSING: Key = Key::PassphraseMissing;

#[component]
fn Off(lock: Lock) -> impl IntoView {
    let turn_on = move |new: Vec<Passphrase>| async move { lock.turn_on(new.first().ok_or(MISSING)?).await };
    view! {
        <p>{t(Key::LockWords)}</p>
        <Disclosure summary=t(Key::LockTurnOn)>
            <p><strong>{t(Key::LockWarning)}</strong></p>
            <div class="actions">
                <button type="button" class="button quiet" on:click=move |_| save_all(lock.app, move |notice| lock.app.tell(notice))>
                    {t(Key::SaveCopy)}
                </button>
            </div>
            <PassphraseForm id="lock-on" asks=Asks::New submit=Key::LockTurnOn work=turn_on />
        </Disclosure>
    }
}

#[component]
fn On(lock: Lock) -> impl IntoView {
    let turn_off = move |known: Vec<Passphrase>| async move { lock.turn_off(known.first().ok_or(MISSING)?).await };
    let change = move |both: Vec<Passphrase>| async move {
        let [old, new] = both.as_slice() else { return Err(MISSING) };
        lock.change(old, new).await
    };
    let close = move |_| {
        if !lock_now(lock.app) {
            lock.say.set(Some(Key::LockNowWaits));
        }
    };
    view! {
        <p>{t(Key::LockIsOn)}</p>
        <div class="actions">
            <button type="button" class="button primary" on:click=close>{t(Key::LockNow)}</button>
        </div>
        <LockAfter />
        <Disclosure summary=t(Key::LockChange)>
            <PassphraseForm id="lock-change" asks=Asks::Both submit=Key::LockChange work=change />
        </Disclosure>
        <Disclosure summary=t(Key::LockTurnOff)>
            <p>{t(Key::LockTurnOffWords)}</p>
            <PassphraseForm id="lock-off" asks=Asks::Known submit=Key::LockTurnOff work=turn_off />
        </Disclosure>
    }
}

#[component]
fn LockAfter() -> impl IntoView {
    let chosen = RwSignal::new(lock_after());
    let choice = move |minutes: u64| {
        let choose = move |_| {
            platform::set_preference(Preference::LockAfter, Some(&minutes.to_string()));
            chosen.set(minutes);
        };
        view! {
            <label class="choice">
                <input type="radio" name="lock-after" prop:checked=move || chosen.get() == minutes on:change=choose />
                {tn(Key::LockAfterMinutes, minutes as usize)}
            </label>
        }
    };
    view! {
        <fieldset class="choices">
            <legend>{t(Key::LockAfter)}</legend>
            {MINUTES.map(choice).collect_view()}
        </fieldset>
    }
}
