//! Something to tell the person once.

use leptos::prelude::*;

use crate::ui::navigation::app;
use crate::ui::say::{notice_text, t};
use crate::words::Key;

/// The latest notice, until it is dismissed.
#[component]
pub fn NoticeBar() -> impl IntoView {
    let app = app();
    view! {
        <div role="status" class="notice-place">
            {move || app.notice().map(|notice| view! {
                <div class="notice">
                    <p>{notice_text(notice)}</p>
                    {notice.offers_undo().then(|| view! {
                        <button type="button" class="link" on:click=move |_| app.undo()>{t(Key::Undo)}</button>
                    })}
                    <button type="button" class="link" on:click=move |_| app.dismiss_notice()>{t(Key::Close)}</button>
                </div>
            })}
        </div>
    }
}
