//! What the app tells `boot.js`: that it has started, that it cannot, that it has stopped.

use std::panic::{self, PanicHookInfo};
use std::pin::pin;

use futures_util::future::{Either, select};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

use super::fetch::pause;

/// The events that `boot.js` listens for.
const STARTED: &str = "roundel:started";
const MISSING: &str = "roundel:missing";
const BLOCKED: &str = "roundel:blocked";
const SILENT: &str = "roundel:silent";
const PANIC: &str = "roundel:panic";

/// Sends every panic to the console and to the recovery screen.
pub fn report_panics() {
    panic::set_hook(Box::new(|info: &PanicHookInfo<'_>| {
        let text = info.to_string();
        web_sys::console::error_1(&JsValue::from_str(&text));
        tell(PANIC, &text);
    }));
}

/// Takes away what stood in for the app while it was on its way, and marks the instant from which it can be used.
pub fn show_app() {
    if let Some(performance) = web_sys::window().and_then(|window| window.performance()) {
        _ = performance.mark("usable");
    }
    tell(STARTED, "");
}

/// Shows the recovery screen, because a part that the app cannot do without did not arrive.
pub fn give_up(missing: &str) {
    tell(MISSING, missing);
}

/// Says that the start waits for another window to be closed, which still has an older version of the app.
pub fn wait_for_other_window() {
    tell(BLOCKED, "");
}

/// Shows the recovery screen, because the app cannot go on.
pub fn stop(why: &str) {
    tell(PANIC, why);
}

/// How long the browser's storage has to answer before one is told, in milliseconds.
const PATIENCE_MS: i32 = 8_000;

/// Does `work`; where that takes long it says that the start waits for the browser's storage.
pub async fn wait_for_storage<T>(work: impl Future<Output = T>) -> T {
    match select(pin!(work), pin!(pause(PATIENCE_MS))).await {
        Either::Left((done, _)) => done,
        Either::Right(((), work)) => {
            tell(SILENT, "");
            work.await
        }
    }
}

/// Fires an event. That it cannot be fired is not worth another panic: the page hears of a trap by itself.
fn tell(event: &str, detail: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&JsValue::from_str(detail));
    let event = CustomEvent::new_with_event_init_dict(event, &init);
    if let (Some(window), Ok(event)) = (web_sys::window(), event) {
        _ = window.dispatch_event(&event);
    }
}
