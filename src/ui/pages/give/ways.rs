//! The ways out: share, save, copy, print.

use leptos::prelude::*;

use super::giving::Giving;
use crate::platform::{self, Delivered};
use crate::state::{Family, Notice};
use crate::ui::copies::{tell_of, told};
use crate::ui::navigation::app;
use crate::ui::say::t;
use crate::words::Key;

/// What can be done with what is previewed, in reach of the thumb.
#[component]
pub fn Ways(
    /// What is given.
    giving: Giving,
) -> impl IntoView {
    move || match giving.format.get().family() {
        Family::Page => view! {
            <button type="button" class="button primary" on:click=|_| platform::print()>{t(Key::Print)}</button>
        }
        .into_any(),
        Family::Link => view! { <LinkWays giving /> }.into_any(),
        _ => view! { <FileWays giving /> }.into_any(),
    }
}

#[component]
fn FileWays(giving: Giving) -> impl IntoView {
    let app = app();
    let tell = move |notice| app.tell(notice);
    let parcel = move || giving.parcel.get_untracked();
    let save = move |_| _ = parcel().map(|parcel| platform::deliver(&parcel, tell_of(&parcel, tell)));
    let share = move |_| _ = parcel().map(|parcel| platform::share(&parcel, tell_of(&parcel, tell)));
    let shares = Memo::new(move |_| giving.parcel.with(|parcel| parcel.as_ref().is_some_and(platform::can_share)));
    let none = move || giving.parcel.with(Option::is_none);
    let of_words = move || giving.text.with(Option::is_some);
    let of_picture = move || giving.parcel.with(|parcel| parcel.as_ref().is_some_and(platform::can_copy));
    let copies = Memo::new(move |_| of_words() || of_picture());
    let copy = move |_| match (giving.text.get_untracked(), giving.parcel.get_untracked()) {
        (Some(text), _) => platform::copy_text(text, move |done| app.tell(Notice::of_copying(done))),
        (None, Some(picture)) => platform::copy_picture(&picture, move |done| app.tell(Notice::of_copying(done))),
        (None, None) => {}
    };
    move || {
        let shares = shares.get();
        let saves = platform::can_download() || !shares;
        view! {
            {copies.get().then(|| view! {
                <button type="button" class="button quiet" on:click=copy>{t(Key::GiveCopy)}</button>
            })}
            {saves.then(|| view! {
                <button type="button" class="button" class:primary=!shares class:quiet=shares disabled=none on:click=save>
                    {t(Key::GiveSave)}
                </button>
            })}
            {shares.then(|| view! {
                <button type="button" class="button primary" disabled=none on:click=share>{t(Key::GiveShare)}</button>
            })}
        }
    }
}

#[component]
fn LinkWays(giving: Giving) -> impl IntoView {
    let app = app();
    let tell = move |notice| app.tell(notice);
    let copy = move |_| {
        if let Some(link) = giving.link.get_untracked() {
            platform::copy_text(link, move |done| app.tell(Notice::of_copying(done)));
        }
    };
    let said = move |delivered: Delivered| told(delivered).into_iter().for_each(tell);
    let share = move |_| _ = giving.link.get_untracked().map(|link| platform::share_link(&link, said));
    let save =
        move |_| _ = giving.parcel.get_untracked().map(|parcel| platform::deliver(&parcel, tell_of(&parcel, tell)));
    let none = move || giving.link.with(Option::is_none);
    let no_code = move || giving.parcel.with(Option::is_none);
    view! {
        <button type="button" class="button quiet" disabled=no_code on:click=save>{t(Key::CodeSave)}</button>
        {platform::can_share_links().then(|| view! {
            <button type="button" class="button quiet" disabled=none on:click=share>{t(Key::GiveShare)}</button>
        })}
        <button type="button" class="button primary" disabled=none on:click=copy>{t(Key::CopyLink)}</button>
    }
}
