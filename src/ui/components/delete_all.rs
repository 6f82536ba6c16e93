//! Deleting everything, once the person has said so twice.

use leptos::html;
use leptos::prelude::*;

use crate::platform;
use crate::state::Notice;
use crate::ui::copies::save_all;
use crate::ui::navigation::app;
use crate::ui::say::{notice_text, t, tf, tn};
use crate::words::Key;

/// The button, and the dialogue that it opens.
#[component]
pub fn DeleteAllButton(
    /// Whether it is locked: then nothing is known of what goes, and no copy of it can be saved.
    #[prop(optional)]
    locked: bool,
) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <button type="button" class="button quiet" on:click=move |_| open.set(true)>{t(Key::DeleteAllButton)}</button>
        <DeleteAllDialog open locked />
    }
}

#[component]
fn DeleteAllDialog(open: RwSignal<bool>, locked: bool) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let open = open.get();
        if let Some(dialog) = dialog.get() {
            platform::show_dialog(&dialog, open);
            if open {
                platform::focus("dialog.delete-all h2");
            }
        }
    });
    view! {
        <dialog
            class="sheet delete-all"
            node_ref=dialog
            aria-labelledby="delete-all"
            on:close=move |_| open.set(false)
        >
            {move || open.get().then(|| view! { <Question open locked /> })}
        </dialog>
    }
}

/// What goes, and the word that makes it go.
#[component]
fn Question(open: RwSignal<bool>, locked: bool) -> impl IntoView {
    let app = app();
    let written = RwSignal::new(String::new());
    let (said, say) = signal(None::<Notice>);
    let failed = RwSignal::new(false);
    let is_sure = Memo::new(move |_| written.with(|word| word.trim().eq_ignore_ascii_case(t(Key::DeleteAllWord))));
    let delete = move |_| app.delete_everything(move |_| _ = failed.try_set(true));
    let answer = move || match (failed.get(), said.get()) {
        (true, _) => Some(t(Key::DeleteAllFailed).to_owned()),
        (false, said) => said.map(notice_text),
    };
    view! {
        <h2 id="delete-all" tabindex="-1">{t(Key::DeleteAllTitle)}</h2>
        <p>{t(Key::DeleteAllWhat)}</p>
        {if locked { view! { <WhatIsLocked /> }.into_any() } else { view! { <WhatGoes /> }.into_any() }}
        <p>{t(Key::DeleteAllStays)}</p>
        {(!locked).then(|| view! {
            <button type="button" class="link" on:click=move |_| save_all(app, move |notice| say.set(Some(notice)))>
                {t(Key::DeleteAllCopy)}
            </button>
        })}
        <label class="labelled">
            <span>{tf(Key::DeleteAllType, &[("word", t(Key::DeleteAllWord))])}</span>
            <input
                class="field"
                type="text"
                autocomplete="off"
                autocapitalize="off"
                prop:value=move || written.get()
                on:input:target=move |event| written.set(event.target().value())
            />
        </label>
        <p role="status" class="told">{answer}</p>
        <div class="actions">
            <button type="button" class="button quiet" disabled=move || !is_sure.get() on:click=delete>
                {t(Key::DeleteAllNow)}
            </button>
            <button type="button" class="button primary" on:click=move |_| open.set(false)>{t(Key::DeleteAllKeep)}</button>
        </div>
    }
}

#[component]
fn WhatIsLocked() -> impl IntoView {
    view! {
        <ul class="steps">
            <li>{t(Key::DeleteAllLocked)}</li>
            <li>{t(Key::DeleteAllLock)}</li>
        </ul>
    }
}

#[component]
fn WhatGoes() -> impl IntoView {
    let app = app();
    let (charts, lists) = (app.records(), app.instruments());
    let bin = RwSignal::new(0);
    app.bin(move |things| _ = bin.try_set(things.map_or(0, |things| things.len())));
    let counted = move || {
        let counts = [
            (Key::DeleteAllCharts, charts.with(Vec::len)),
            (Key::DeleteAllLists, lists.with(Vec::len)),
            (Key::DeleteAllBin, bin.get()),
        ];
        let there = counts.into_iter().filter(|(_, count)| *count > 0);
        there.map(|(key, count)| view! { <li>{tn(key, count)}</li> }).collect_view()
    };
    view! {
        <ul class="steps">
            {counted}
            <li>{t(Key::DeleteAllEarlier)}</li>
            <li>{t(Key::DeleteAllSettings)}</li>
        </ul>
    }
}
