//! What few need, folded away: when browsers clear, the app among one's apps.

use leptos::prelude::*;

use crate::platform::{self, Install};
use crate::ui::components::Disclosure;
use crate::ui::say::t;
use crate::words::Key;

fn paragraphs<const N: usize>(keys: [Key; N]) -> impl IntoView {
    keys.map(|key| view! { <p>{t(key)}</p> }).collect_view()
}

/// When browsers clear what they keep.
#[component]
pub fn Cleared() -> impl IntoView {
    view! {
        <Disclosure summary=t(Key::ClearedTitle)>
            {paragraphs([Key::ClearedSafari, Key::ClearedOthers, Key::ClearedByYou, Key::ClearedCopy])}
        </Disclosure>
    }
}

/// How the app gets among the apps of the device.
#[component]
pub fn Installing() -> impl IntoView {
    let install = Install::follow();
    let how = if platform::is_installed() {
        paragraphs([Key::InstallHere]).into_any()
    } else {
        view! {
            {paragraphs([Key::InstallWhy])}
            {move || install.is_offered().then(|| view! {
                <button type="button" class="button quiet" on:click=move |_| install.ask()>{t(Key::InstallNow)}</button>
            })}
            {paragraphs([Key::InstallPhone, Key::InstallAndroid, Key::InstallComputer, Key::InstallOwn])}
        }
        .into_any()
    };
    view! { <Disclosure summary=t(Key::InstallTitle)>{how}</Disclosure> }
}
