//! Something to tell the person once.

use leptos::prelude::*;

use crate::state::Notice;
use crate::ui::navigation::app;
use crate::ui::say::{t, tn};
use crate::words::Key;

/// The latest notice, until it is dismissed.
#[component]
pub fn NoticeBar() -> impl IntoView {
    let app = app();
    let text = move |notice| match notice {
        Notice::TooManyItems => t(Key::NoticeTooMany).to_owned(),
        Notice::Deleted => t(Key::NoticeDeleted).to_owned(),
        Notice::Unreadable(parts) => tn(Key::NoticeUnreadable, parts),
        Notice::NoSample => t(Key::NoticeNoSample).to_owned(),
        Notice::FileSaved => t(Key::CopySaved).to_owned(),
        Notice::ReminderSaved => t(Key::ReminderSaved).to_owned(),
        Notice::FileNotSaved => t(Key::NoticeFileNotSaved).to_owned(),
    };
    view! {
        <div role="status" class="notice-place">
            {move || app.notice().map(|notice| view! {
                <div class="notice">
                    <p>{text(notice)}</p>
                    {(notice == Notice::Deleted).then(|| view! {
                        <button type="button" class="link" on:click=move |_| app.undo()>{t(Key::Undo)}</button>
                    })}
                    <button type="button" class="link" on:click=move |_| app.dismiss_notice()>{t(Key::Close)}</button>
                </div>
            })}
        </div>
    }
}
