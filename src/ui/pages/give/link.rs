//! A link and its code, before they leave.

use std::sync::Arc;

use leptos::prelude::*;

use super::contents::{FormContents, RecordContents};
use super::giving::Giving;
use crate::codec::{LinkError, Shared};
use crate::domain::{Edit, Record};
use crate::instruments::{blank_of, looks_like_a_name, new_code};
use crate::platform;
use crate::state::{Format, Route};
use crate::ui::components::{CodePicture, Disclosure, LineField};
use crate::ui::copies::save_one;
use crate::ui::links::{link_with, payload_of};
use crate::ui::navigation::app;
use crate::ui::say::{t, title_of};
use crate::words::Key;

/// The most characters of a code that stands for someone.
const CODE_MAX: usize = 40;

/// The code to scan, what goes with the link, and what is to be known before it is sent.
#[component]
pub fn LinkPreview(
    /// What is given.
    giving: Giving,
    /// What the link is to.
    format: Format,
) -> impl IntoView {
    let made = RwSignal::new(None::<Result<String, LinkError>>);
    let shared = Memo::new(move |_| match format {
        Format::BlankLink => giving.chart.get().map(|chart| Shared::Instrument(blank_of(&chart, &title_of(&chart)))),
        Format::Answers => giving.given.get().map(|given| Shared::Return(Record::clone(&given))),
        _ => giving.given.get().map(|given| Shared::Record(Record::clone(&given))),
    });
    let asked = StoredValue::new(0_u32);
    Effect::new(move |_| {
        asked.update_value(|asked| *asked += 1);
        let turn = asked.get_value();
        let Some(shared) = shared.get() else { return made.set(None) };
        platform::spawn(async move {
            let link = payload_of(&shared).await.map(|payload| link_with(&payload));
            if asked.try_get_value() == Some(turn) {
                giving.link.try_set(link.clone().ok());
                made.try_set(Some(link));
            }
        });
    });
    on_cleanup(move || _ = giving.link.try_set(None));
    let too_long = Memo::new(move |_| made.with(|made| matches!(made, Some(Err(_)))));
    let to_file = Route::Give { record: giving.chart.id(), format: Some(Format::File) }.to_hash();
    let contents = move || match shared.get() {
        Some(Shared::Instrument(form)) => view! { <FormContents form /> }.into_any(),
        Some(Shared::Record(record) | Shared::Return(record)) => {
            view! { <RecordContents record=Arc::new(record) /> }.into_any()
        }
        _ => ().into_any(),
    };
    // A file of these holds what the link does, and no more.
    let as_file = matches!(format, Format::AskView | Format::View);
    view! {
        {(format == Format::AskView).then(|| view! { <p class="soft">{t(Key::AskViewWords)}</p> })}
        {(format == Format::Answers).then(|| view! { <CodeField giving /> })}
        {move || too_long.get().then(|| view! {
            <p>{t(Key::LinkTooLong)}" "{(!as_file).then(|| view! { <a href=to_file.clone()>{t(Key::LinkToFile)}</a> })}</p>
        })}
        <CodePicture
            link=giving.link
            alt=t(Key::CodeAlt).to_owned()
            on_picture=Callback::new(move |parcel| _ = giving.parcel.try_set(parcel))
        />
        {as_file.then(|| view! { <AsFile giving /> })}
        <p>{t(Key::LinkAnyone)}</p>
        <p class="soft">{t(Key::LinkDelivers)}</p>
        <Disclosure summary=t(Key::LinkCarries)>{contents}</Disclosure>
    }
}

/// A file instead of the link, for whoever would rather send one, and for what is too much for a link.
#[component]
fn AsFile(giving: Giving) -> impl IntoView {
    let app = app();
    let save = move |_| {
        if let Some(given) = giving.given.get_untracked() {
            save_one(app, &given, move |notice| app.tell(notice));
        }
    };
    view! { <button type="button" class="link" on:click=save>{t(Key::AskViewFile)}</button> }
}

/// What stands for the person instead of a name; one is made up where there is none.
#[component]
fn CodeField(giving: Giving) -> impl IntoView {
    let app = app();
    let code = Memo::new(move |_| giving.chart.get().map(|chart| chart.code.clone()).unwrap_or_default());
    if code.with_untracked(String::is_empty) {
        giving.chart.edit(Edit::Code(new_code(&app.fresh_id())));
    }
    let write = move |text| giving.chart.edit(Edit::Code(text));
    view! {
        <LineField label=t(Key::CodeLabel) value=code most=CODE_MAX on_text=write />
        <p class="soft">{t(Key::CodeWords)}</p>
        {move || code.with(|code| looks_like_a_name(code)).then(|| view! { <p role="status">{t(Key::CodeIsName)}</p> })}
    }
}
