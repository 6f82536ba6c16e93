//! What happens when the app stops: it says so to the page, and `boot.js` takes over from there.

use std::panic::{self, PanicHookInfo};

use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

/// The event that `boot.js` waits for; its detail is the text of the panic.
const EVENT: &str = "roundel:panic";

/// Sends every panic to the console and to the page.
pub fn report_to_the_page() {
    panic::set_hook(Box::new(report));
}

fn report(info: &PanicHookInfo<'_>) {
    let text = JsValue::from_str(&info.to_string());
    web_sys::console::error_1(&text);
    let init = CustomEventInit::new();
    init.set_detail(&text);
    // Nothing can be done about a failure to tell of a failure: the page also hears of the trap that follows.
    if let (Some(window), Ok(event)) = (
        web_sys::window(),
        CustomEvent::new_with_event_init_dict(EVENT, &init),
    ) {
        let _ = window.dispatch_event(&event);
    }
}
