//! Files, appearance, and what happens to one's data.

use leptos::prelude::*;

use super::home::SampleLink;
use crate::platform::{self, Preference};
use crate::state::Route;
use crate::ui::appearance::appearance;
use crate::ui::components::{OpenButtons, Page, UpdateLine};
use crate::ui::copies::last_copy_words;
use crate::ui::say::t;
use crate::words::Key;

/// What is rarely needed.
#[component]
pub fn MorePage() -> impl IntoView {
    view! {
        <Page title=t(Key::MoreTitle)>
            <UpdateLine />
            <a class="button quiet" href=Route::Due.to_hash()>{t(Key::DueTitle)}</a>
            <Files />
            <Look />
            <section>
                <h2>{t(Key::GuideTitle)}</h2>
                <p>{t(Key::GuideLinkLead)}</p>
                <a class="button quiet" href=Route::Guide.to_hash()>{t(Key::GuideLink)}</a>
            </section>
            <section>
                <h2>{t(Key::PrivacyTitle)}</h2>
                <p>{t(Key::PrivacyKept)}</p>
                <p>{t(Key::PrivacySent)}</p>
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
    view! {
        <section>
            <h2>{t(Key::FilesTitle)}</h2>
            <p>{last_copy_words()}</p>
            <a class="button quiet" href=Route::Storage.to_hash()>{t(Key::StorageLink)}</a>
            <OpenButtons />
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
