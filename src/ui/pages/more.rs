//! Files, appearance, and what happens to one's data.

use leptos::prelude::*;

use super::home::SampleLink;
use crate::platform::{self, Preference};
use crate::ui::appearance::appearance;
use crate::ui::components::{OpenFileButton, Page, UpdateLine};
use crate::ui::navigation::app;
use crate::ui::say::{iso_long, t, tf};
use crate::words::Key;

/// What is rarely needed.
#[component]
pub fn MorePage() -> impl IntoView {
    view! {
        <Page title=t(Key::MoreTitle)>
            <UpdateLine />
            <Files />
            <Look />
            <section>
                <h2>{t(Key::PrivacyTitle)}</h2>
                <p>{t(Key::PrivacyKept)}</p>
                <p>{t(Key::PrivacySent)}</p>
                <p>{t(Key::PrivacyCleared)}</p>
            </section>
            <section>
                <h2>{t(Key::SampleTitle)}</h2>
                <p>{t(Key::SampleWords)}</p>
                <SampleLink />
            </section>
            <section>
                <h2>{t(Key::SourcesTitle)}</h2>
                <p class="soft">{t(Key::Sources)}</p>
            </section>
        </Page>
    }
}

#[component]
fn Files() -> impl IntoView {
    let app = app();
    let (charts, lists) = (app.records(), app.instruments());
    let last = RwSignal::new(platform::preference(Preference::LastCopy));
    let save = move |_| {
        app.tell(crate::ui::copies::save_all(app));
        last.set(platform::preference(Preference::LastCopy));
    };
    let last_copy = move || match last.get().and_then(|day| iso_long(&day)) {
        Some(day) => tf(Key::LastCopy, &[("date", &day)]),
        None => t(Key::NoCopy).to_owned(),
    };
    view! {
        <section>
            <h2>{t(Key::FilesTitle)}</h2>
            <p>{t(Key::FilesWords)}</p>
            <div class="actions">
                <button
                    type="button"
                    class="button quiet"
                    disabled=move || charts.with(Vec::is_empty) && lists.with(Vec::is_empty)
                    on:click=save
                >{t(Key::SaveAll)}</button>
            </div>
            <p class="soft">{last_copy}</p>
            <OpenFileButton />
        </section>
    }
}

#[component]
fn Look() -> impl IntoView {
    let appearance = appearance();
    let chosen = RwSignal::new(platform::preference(Preference::Theme));
    let choices = [(None, Key::ThemeDevice), (Some("light"), Key::ThemeLight), (Some("dark"), Key::ThemeDark)];
    let choice = move |(theme, name): (Option<&'static str>, Key)| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="theme"
                    prop:checked=move || chosen.get().as_deref() == theme
                    on:change=move |_| {
                        appearance.choose(theme);
                        chosen.set(theme.map(str::to_owned));
                    }
                />
                {t(name)}
            </label>
        }
    };
    view! {
        <section>
            <fieldset class="choices">
                <legend>{t(Key::ThemeTitle)}</legend>
                {choices.map(choice).collect_view()}
            </fieldset>
        </section>
    }
}
