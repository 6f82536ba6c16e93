//! The app among the apps of the device: whether it is there, how it gets there, and the number on its icon.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::{Get, RwSignal, Set, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{on_change, spawn};
use crate::state::is_built_in_browser;

/// Where `boot.js` keeps the browser's offer, which may come before any page asks for it.
const OFFER: &str = "roundelInstall";

/// The browser's offer to install the app, as long as it stands.
#[derive(Clone, Copy)]
pub struct Install(RwSignal<bool>);

impl Install {
    /// Follows the offer until the owner is gone.
    pub fn follow() -> Self {
        let offered = RwSignal::new(offer().is_some());
        on_change("beforeinstallprompt", move || offered.set(true));
        on_change("appinstalled", move || offered.set(false));
        Self(offered)
    }

    /// Whether the browser would install the app. Not every one that can says so: on iPhones it is done by hand.
    pub fn is_offered(self) -> bool {
        self.0.get()
    }

    /// Has the browser ask the person. It does so once for each offer.
    pub fn ask(self) {
        if let Some(offer) = offer() {
            self.0.set(false);
            _ = Reflect::set(&window(), &JsValue::from_str(OFFER), &JsValue::UNDEFINED);
            call(&offer, "prompt", &[]);
        }
    }
}

fn offer() -> Option<JsValue> {
    Reflect::get(&window(), &JsValue::from_str(OFFER)).ok().filter(JsValue::is_object)
}

/// Whether this window is the installed app.
pub fn is_installed() -> bool {
    let standalone = window().match_media("(display-mode: standalone)").ok().flatten();
    // iPhones said it in a way of their own before.
    let own_way = Reflect::get(&window().navigator(), &JsValue::from_str("standalone")).ok();
    standalone.is_some_and(|query| query.matches()) || own_way.is_some_and(|own_way| own_way.is_truthy())
}

/// Whether this window is one of another app, which may forget all that is written in it.
pub fn is_temporary_window() -> bool {
    let user_agent = window().navigator().user_agent().unwrap_or_default();
    is_built_in_browser(&user_agent) && !is_installed()
}

/// Whether the app's icon can carry a number. Browsers say so where it is never shown, too.
pub fn can_badge() -> bool {
    method(&window().navigator(), "setAppBadge").is_some()
}

/// Puts a number on the app's icon, or takes it away. Where there is no icon nothing happens.
pub fn set_badge(count: Option<u32>) {
    let navigator = window().navigator();
    match count {
        Some(count) => call(&navigator, "setAppBadge", &[JsValue::from(count)]),
        None => call(&navigator, "clearAppBadge", &[]),
    }
}

/// A method that not every browser has.
fn method(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &JsValue::from_str(name)).ok()?.dyn_into().ok()
}

/// Calls such a method. That it is refused is of no consequence.
fn call(of: &JsValue, name: &str, arguments: &[JsValue]) {
    let Some(method) = method(of, name) else { return };
    let answer = method.apply(of, &arguments.iter().collect::<js_sys::Array>());
    if let Some(promise) = answer.ok().and_then(|answer| answer.dyn_into::<Promise>().ok()) {
        spawn(async move { _ = JsFuture::from(promise).await });
    }
}
