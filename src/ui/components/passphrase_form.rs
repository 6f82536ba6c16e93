//! Passphrases, asked for.

use std::future::Future;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::CheckBox;
use crate::platform::{self, Passphrase};
use crate::ui::say::t;
use crate::words::Key;

/// The fewest characters of a new passphrase.
const LEAST: usize = 8;

/// What a form asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// The passphrase there is.
    Known,
    /// A new one, twice.
    New,
    /// The one there is, then a new one, twice.
    Both,
}

/// Fields for what is asked and the button below them; Enter is the button. What is not as it should be is said, and the
/// fields stay as they are.
#[component]
pub fn PassphraseForm<Work, Done>(
    /// The form's id, of which there is one on the page.
    id: &'static str,
    /// What is asked for.
    asks: Asks,
    /// What the button does.
    submit: Key,
    /// Does it with the passphrases, the one there is before the new one, or says why not.
    work: Work,
    /// Whether it is that of a file: no browser is to offer to keep it.
    #[prop(optional)]
    of_file: bool,
) -> impl IntoView
where
    Work: Fn(Vec<Passphrase>) -> Done + Copy + 'static,
    Done: Future<Output = Result<(), Key>> + 'static,
{
    let labels = match asks {
        Asks::Known => vec![(Key::Passphrase, false)],
        Asks::New => vec![(Key::PassphraseNew, true), (Key::PassphraseAgain, true)],
        Asks::Both => vec![(Key::PassphraseNow, false), (Key::PassphraseNew, true), (Key::PassphraseAgain, true)],
    };
    let fields: Vec<_> =
        labels.into_iter().map(|(label, is_new)| (label, is_new, RwSignal::new(String::new()))).collect();
    let typed = StoredValue::new(fields.iter().map(|(_, _, typed)| *typed).collect::<Vec<_>>());
    let (shown, said, busy) = (RwSignal::new(false), RwSignal::new(None::<Key>), RwSignal::new(false));
    let ask_again = move |why| {
        busy.set(false);
        said.set(Some(why));
        platform::focus_field(&format!("#{id}"));
    };
    // Where the form stays, it is ready for another.
    let done = move |()| {
        _ = busy.try_set(false);
        for typed in typed.try_get_value().into_iter().flatten() {
            _ = typed.try_set(String::new());
        }
    };
    let submitted = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let now: Vec<String> = typed.get_value().iter().map(RwSignal::get_untracked).collect();
        match passphrases(asks, &now) {
            Err(why) => ask_again(why),
            Ok(passphrases) => {
                busy.set(true);
                said.set(None);
                platform::spawn(async move { work(passphrases).await.map_or_else(ask_again, done) });
            }
        }
    };
    let says = format!("{id}-says");
    let field = |(label, is_new, typed): (Key, bool, RwSignal<String>)| {
        let says = says.clone();
        view! {
            <label class="labelled">
                <span>{t(label)}</span>
                <input
                    class="field"
                    type=move || if shown.get() { "text" } else { "password" }
                    autocomplete=match (of_file, is_new) {
                        (true, _) => "off",
                        (false, true) => "new-password",
                        (false, false) => "current-password",
                    }
                    autocapitalize="off"
                    spellcheck="false"
                    aria-describedby=says
                    aria-invalid=move || said.get().map(|_| "true")
                    prop:value=move || typed.get()
                    on:input:target=move |event| typed.set(event.target().value())
                />
            </label>
        }
    };
    let fields = fields.into_iter().map(field).collect_view();
    view! {
        <form id=id class="passphrases" novalidate on:submit=submitted>
            {fields}
            {(asks != Asks::Known).then(|| view! { <p class="soft">{t(Key::PassphraseNewHint)}</p> })}
            <CheckBox label=t(Key::PassphraseShow) checked=shown on_change=move |now| shown.set(now) />
            <p id=says.clone() class="fault" role="alert">{move || said.get().map(t)}</p>
            <button type="submit" class="button primary" aria-disabled=move || busy.get().then_some("true")>
                {move || t(if busy.get() { Key::OneMoment } else { submit })}
            </button>
        </form>
    }
}

/// What was typed, if it can be taken.
fn passphrases(asks: Asks, typed: &[String]) -> Result<Vec<Passphrase>, Key> {
    let mut typed: Vec<&str> = typed.iter().map(|typed| typed.trim()).collect();
    if typed.iter().any(|typed| typed.is_empty()) {
        return Err(Key::PassphraseMissing);
    }
    if asks != Asks::Known {
        let again = typed.pop();
        if typed.last().copied() != again {
            return Err(Key::PassphraseNotSame);
        }
        if again.is_none_or(|new| new.chars().count() < LEAST) {
            return Err(Key::PassphraseShort);
        }
    }
    Ok(typed.into_iter().filter_map(Passphrase::new).collect())
}
