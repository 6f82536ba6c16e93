//! That the window is one of another app, which may forget what is written in it.

use leptos::prelude::*;

use crate::platform;
use crate::ui::say::{t, tf};
use crate::words::Key;

/// Says in such a window what may become of a chart, and how to get to a browser that keeps it.
#[component]
pub fn TemporaryWindow() -> impl IntoView {
    platform::is_temporary_window().then(|| {
        let copied = RwSignal::new(None::<bool>);
        let copy = move |_| platform::copy_text(platform::address(), move |done| copied.set(Some(done)));
        let said = move || match copied.get() {
            None => String::new(),
            Some(true) => t(Key::LinkCopied).to_owned(),
            Some(false) => tf(Key::LinkNotCopied, &[("address", &platform::address())]),
        };
        view! {
            <aside class="temporary">
                <p>{t(Key::TemporaryWindow)}</p>
                <button type="button" class="link" on:click=copy>{t(Key::CopyLink)}</button>
                <span role="status">{said}</span>
            </aside>
        }
    })
}
