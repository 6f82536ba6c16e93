//! The service worker (`public/sw.js`), which keeps the app on the device: it is set up here, and told to take over.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::{set_interval, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    EventTarget, RegistrationOptions, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerUpdateViaCache,
};

use super::spawn;

/// How a newer version of the app stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Newer {
    /// None is known.
    None,
    /// It is on the device, and waits.
    Waits,
    /// It is in use; this window still has the one before.
    InUse,
}

/// The worker's script, in the folder of the app.
const WORKER: &str = "sw.js";
/// What the worker waits for.
const TAKE_OVER: &str = "take over";
/// How often the host is asked for a newer version, beside each time that a window opens.
const ASK_AGAIN: Duration = Duration::from_hours(1);

/// Keeps the app on the device from now on, and tells how a newer version stands whenever that changes. A debug build
/// has no worker; where the browser refuses one, the app needs a connection to start, and nothing else is lost.
pub async fn keep_offline(tell: impl Fn(Newer) + Clone + 'static) {
    let Some(container) = container().filter(|_| !cfg!(debug_assertions)) else { return };
    tell_of_change(&container, tell.clone());
    let options = RegistrationOptions::new();
    options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
    let Ok(registration) = JsFuture::from(container.register_with_options(WORKER, &options)).await else { return };
    let Ok(registration) = registration.dyn_into::<ServiceWorkerRegistration>() else { return };
    tell_of_waiting(&registration, tell);
    set_interval(
        move || {
            if let Ok(asked) = registration.update() {
                spawn(async move { _ = JsFuture::from(asked).await });
            }
        },
        ASK_AGAIN,
    );
}

/// The first worker of all takes over too; that is no newer version.
fn tell_of_change(container: &ServiceWorkerContainer, tell: impl Fn(Newer) + 'static) {
    let had_one = Cell::new(container.controller().is_some());
    listen(container, "controllerchange", move || {
        if had_one.replace(true) {
            tell(Newer::InUse);
        }
    });
}

fn tell_of_waiting(registration: &ServiceWorkerRegistration, tell: impl Fn(Newer) + 'static) {
    let waiting = registration.clone();
    let look = Rc::new(move || {
        // Without a worker in use this is the first one, which waits for nobody.
        if waiting.waiting().is_some() && waiting.active().is_some() {
            tell(Newer::Waits);
        }
    });
    look();
    let found = registration.clone();
    let follow = move || {
        if let Some(worker) = found.installing() {
            let look = look.clone();
            listen(&worker, "statechange", move || look());
        }
    };
    follow();
    listen(registration, "updatefound", follow);
}

/// Has the version that waits take over, which is told as [`Newer::InUse`]. `false`: there is none.
pub async fn take_over() -> bool {
    let Some(container) = container() else { return false };
    let Ok(registration) = JsFuture::from(container.get_registration()).await else { return false };
    let registration = registration.dyn_into::<ServiceWorkerRegistration>().ok();
    let waiting = registration.and_then(|registration| registration.waiting());
    waiting.is_some_and(|worker| worker.post_message(&JsValue::from_str(TAKE_OVER)).is_ok())
}

/// Where the page is not served safely, and in some private windows, there is none.
fn container() -> Option<ServiceWorkerContainer> {
    js_sys::Reflect::get(&window().navigator(), &JsValue::from_str("serviceWorker")).ok()?.dyn_into().ok()
}

/// Lives as long as the page.
fn listen(target: &EventTarget, event: &str, f: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(f);
    _ = target.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    listener.forget();
}
