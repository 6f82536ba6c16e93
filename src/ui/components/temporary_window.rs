//! That the window is one of another app, which may forget what is written in it.

use leptos::prelude::*;

use crate::platform;
use crate::state::Route;
use crate::ui::navigation::navigation;
use crate::ui::say::{t, tf};
use crate::words::Key;

/// Where a chart is begun or rated, such a window says what may become of it, and how to get to a browser that keeps it.
#[component]
pub fn TemporaryWindow() -> impl IntoView {
    let navigation = navigation();
    let at_work = Memo::new(move |_| {
        matches!(navigation.route(), Route::Home | Route::Make { .. } | Route::Rate { .. } | Route::Fill { .. })
    });
    platform::is_temporary_window().then(|| {
        let copied = RwSignal::new(None::<bool>);
        let copy = move |_| platform::copy_text(platform::address(), move |done| copied.set(Some(done)));
        let said = move || match copied.get() {
            None => String::new(),
            Some(true) => t(Key::LinkCopied).to_owned(),
            Some(false) => tf(Key::LinkNotCopied, &[("address", &platform::address())]),
        };
        view! {
            <Show when=move || at_work.get()>
                <aside class="banner">
                    <p>{t(Key::TemporaryWindow)}</p>
                    <button type="button" class="link" on:click=copy>{t(Key::CopyLink)}</button>
                    <span role="status">{said}</span>
                </aside>
            </Show>
        }
    })
}
