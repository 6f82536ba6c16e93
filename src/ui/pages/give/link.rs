//! A link and its code, before they leave.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::contents::{FormContents, RecordContents};
use super::giving::Giving;
use crate::chart::{Palette, qr_scene};
use crate::codec::{LinkError, Shared, qr, write_link};
use crate::domain::{Edit, Instrument, Record};
use crate::instruments::{blank_of, is_built_in, looks_like_a_name, new_code};
use crate::platform::{self, Parcel, ShownParcel};
use crate::state::{Format, Route};
use crate::ui::built_in::built_in;
use crate::ui::components::{Disclosure, LineField};
use crate::ui::navigation::app;
use crate::ui::say::{t, title_of};
use crate::words::Key;

/// How many pixels each square of a code has in a picture of it.
const SQUARE: u32 = 8;
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
            let link = link_to(&shared).await;
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
    view! {
        {(format == Format::Answers).then(|| view! { <CodeField giving /> })}
        {move || too_long.get().then(|| view! {
            <p>{t(Key::LinkTooLong)}" "<a href=to_file.clone()>{t(Key::LinkToFile)}</a></p>
        })}
        <Code giving />
        <p>{t(Key::LinkAnyone)}</p>
        <p class="soft">{t(Key::LinkDelivers)}</p>
        <Disclosure summary=t(Key::LinkCarries)>{contents}</Disclosure>
    }
}

/// The whole link. A list that comes with the app is only named in it.
async fn link_to(shared: &Shared) -> Result<String, LinkError> {
    let form = match shared {
        Shared::Instrument(form) => Some(form),
        Shared::Record(record) | Shared::Return(record) => Some(&record.instrument),
        Shared::Everything { .. } => None,
    };
    let mut known: Vec<Instrument> = Vec::new();
    if let Some(id) = form.map(|form| form.about.id.as_str()).filter(|id| is_built_in(id)) {
        known.extend(built_in(id).await.map(|form| Instrument::clone(&form)));
    }
    Ok(platform::address() + &Route::link(&write_link(shared, &known)?))
}

/// The code of the link, large and dark on light in every theme; where the link is too long for one, that.
#[component]
fn Code(giving: Giving) -> impl IntoView {
    let shown = RwSignal::new_local(None::<Rc<ShownParcel>>);
    let code = Memo::new(move |_| giving.link.get().map(|link| qr(&link)));
    Effect::new(move |_| {
        let code = code.get().flatten();
        let take = move |parcel: Option<Parcel>| {
            shown.try_set(parcel.as_ref().and_then(Parcel::shown));
            giving.parcel.try_set(parcel);
        };
        let Some(code) = code else { return take(None) };
        let scene = qr_scene(&code.modules, code.size);
        platform::spawn(async move {
            take(platform::picture(&scene, &Palette::PRINT, SQUARE, "roundel-code.png").await);
        });
    });
    let none = Memo::new(move |_| code.get() == Some(None));
    view! {
        {move || none.get().then(|| view! { <p>{t(Key::CodeTooLong)}</p> })}
        {move || shown.get().map(|shown| view! {
            <img class="code" src=shown.url().to_owned() alt=t(Key::CodeAlt) />
        })}
    }
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
