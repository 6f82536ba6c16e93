//! What takes its time: tasks, and files of our own origin.

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlElement, Response};

/// The text of a file that was shipped with the app; `None` when it cannot be had.
pub async fn fetch_text(path: &str) -> Option<String> {
    let response = JsFuture::from(leptos::prelude::window().fetch_with_str(path)).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}

/// Puts the style sheet to use that `index.html` keeps waiting: a browser fetches none that is disabled. Whether it is
/// here then.
pub async fn fetch_styles() -> bool {
    let waiting = leptos::prelude::document().query_selector("link[disabled]").ok().flatten();
    let Some(sheet) = waiting.and_then(|link| link.dyn_into::<HtmlElement>().ok()) else { return true };
    let answer = Promise::new(&mut |arrived, failed| {
        sheet.set_onload(Some(&arrived));
        sheet.set_onerror(Some(&failed));
        _ = sheet.remove_attribute("disabled");
    });
    let is_here = JsFuture::from(answer).await.is_ok();
    if !is_here {
        // So that it is asked for anew the next time.
        _ = sheet.set_attribute("disabled", "");
    }
    is_here
}

/// Lets so many milliseconds go by.
pub async fn pause(millis: i32) {
    let over = Promise::new(&mut |resolve, _| {
        let window = leptos::prelude::window();
        _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, millis);
    });
    _ = JsFuture::from(over).await;
}

/// Runs `task` beside everything else.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    spawn_local(task);
}
