//! How somebody else sees it: on this phone, or on theirs.

use leptos::prelude::*;

use super::Begin;
use crate::domain::{Edit, Sitting};
use crate::state::{Format, Route};
use crate::ui::chart_handle::Chart;
use crate::ui::components::LineField;
use crate::ui::say::t;
use crate::words::Key;

/// The most characters of what somebody is called.
pub const LABEL_MAX: usize = 40;

/// Who may be asked; the word is the owner's to choose.
const WORDS: [Key; 4] = [Key::CompanionMentor, Key::CompanionPartner, Key::CompanionCoach, Key::CompanionColleague];

/// Two ways: the phone is handed over, or a blank copy is sent. Somebody else's chart is rated by whoever keeps it.
#[component]
pub fn AnotherView(chart: Chart) -> impl IntoView {
    let companion = chart.peek().map(|chart| chart.companion.trim().to_owned()).unwrap_or_default();
    let name = RwSignal::new(companion.clone());
    let sitting = Signal::derive(move || Some(Sitting::View(name.get().trim().to_owned())));
    if !untrack(|| chart.is_own()) {
        return view! {
            <p class="lead">{t(Key::ViewHeldLead)}</p>
            <LineField label=t(Key::AskedLabel) value=name most=LABEL_MAX on_text=move |text| name.set(text) />
            <Begin chart sitting />
        }
        .into_any();
    }
    let unnamed = companion.is_empty();
    let remember = move |()| {
        let called = name.get_untracked().trim().to_owned();
        if unnamed && !called.is_empty() {
            chart.edit(Edit::Companion(called));
        }
    };
    let chip = move |word: Key| {
        let pressed = move || if name.with(|name| name == t(word)) { "true" } else { "false" };
        view! {
            <button type="button" class="chip" aria-pressed=pressed on:click=move |_| name.set(t(word).to_owned())>
                {t(word)}
            </button>
        }
    };
    let send = Route::Give { record: chart.id(), format: Some(Format::AskView) }.to_hash();
    view! {
        <p class="lead">{t(Key::ViewLead)}</p>
        <section class="way">
            <h2>{t(Key::ViewHandedTitle)}</h2>
            <LineField label=t(Key::ViewWho) value=name most=LABEL_MAX on_text=move |text| name.set(text) />
            <div class="chips" role="group" aria-label=t(Key::CompanionSuggestions)>
                {WORDS.map(chip).collect_view()}
            </div>
            <p class="soft">{t(Key::ViewHanded)}</p>
            <Begin chart sitting on_begin=Callback::new(remember) />
        </section>
        <section class="way">
            <h2>{t(Key::ViewSendTitle)}</h2>
            <p class="soft">{t(Key::ViewSendWords)}</p>
            <a class="button quiet" href=send>{t(Key::FormatAskView)}</a>
        </section>
    }
    .into_any()
}
