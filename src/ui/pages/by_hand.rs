//! The last resort: where a device neither saves nor shares files, what is in one is shown, to be copied.

use leptos::prelude::*;

use crate::platform::{self, Parcel};
use crate::state::Notice;
use crate::ui::by_hand::to_show_by_hand;
use crate::ui::components::Page;
use crate::ui::navigation::app;
use crate::ui::say::t;
use crate::words::Key;

/// What is in the file, and the way back.
#[component]
pub fn ByHandPage() -> impl IntoView {
    let parcel = to_show_by_hand();
    let back = || {
        view! {
            <button type="button" class="button quiet" on:click=|_| platform::go_back()>{t(Key::Back)}</button>
        }
    };
    let is_picture = parcel.as_ref().is_some_and(Parcel::is_picture);
    let words = match &parcel {
        None => Key::ByHandGone,
        Some(_) if is_picture => Key::ByHandPicture,
        Some(_) => Key::ByHandText,
    };
    let shown = parcel.map(|parcel| {
        if is_picture { view! { <Picture parcel /> }.into_any() } else { view! { <Words parcel /> }.into_any() }
    });
    view! {
        <Page title=t(Key::ByHandTitle) footer=back>
            <p>{t(words)}</p>
            {shown}
        </Page>
    }
}

#[component]
fn Picture(parcel: Parcel) -> impl IntoView {
    let shown = StoredValue::new_local(parcel.shown());
    let address = shown.with_value(|shown| shown.as_ref().map(|shown| shown.url().to_owned()));
    view! { <img class="leaving-picture" src=address alt=t(Key::ByHandTitle) /> }
}

#[component]
fn Words(parcel: Parcel) -> impl IntoView {
    let app = app();
    let text = RwSignal::new(String::new());
    platform::spawn(async move { _ = text.try_set(parcel.text().await.unwrap_or_default()) });
    let copy = move |_| {
        platform::copy_text(text.get_untracked(), move |done| app.tell(Notice::of_copying(done)));
    };
    view! {
        <button type="button" class="button primary" on:click=copy>{t(Key::GiveCopy)}</button>
        <textarea class="field" readonly=true rows="16" aria-label=t(Key::ByHandTitle) prop:value=move || text.get()></textarea>
    }
}
