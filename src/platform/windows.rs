//! What windows of the app tell each other.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// What one window tells the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// It has written the things with these keys.
    Wrote(Vec<String>),
    /// It is of a newer version and waits for the database.
    Newer,
    /// It has deleted everything.
    Cleared,
    /// The records are to be locked here as well: a lock was turned on or off, has a new passphrase, or was locked.
    Lock,
}

const WROTE: &str = "wrote";
const NEWER: &str = "newer";
const CLEARED: &str = "cleared";
const LOCK: &str = "lock";

thread_local! {
    /// Where the browser has none, the others hear nothing: what they hold is told from what is stored.
    static CHANNEL: Option<BroadcastChannel> = BroadcastChannel::new("roundel").ok();
}

/// Tells the other windows.
pub fn tell_other_windows(message: &Message) {
    let (name, keys) = match message {
        Message::Wrote(keys) => (WROTE, keys.as_slice()),
        Message::Newer => (NEWER, [].as_slice()),
        Message::Cleared => (CLEARED, [].as_slice()),
        Message::Lock => (LOCK, [].as_slice()),
    };
    let words = [name].into_iter().chain(keys.iter().map(String::as_str)).map(JsValue::from_str).collect::<Array>();
    CHANNEL.with(|channel| _ = channel.as_ref().map(|channel| channel.post_message(&words)));
}

/// Calls `f` with what other windows tell. Lives as long as the page.
pub fn on_other_windows(f: impl Fn(Message) + 'static) {
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let words = event.data().dyn_into::<Array>().unwrap_or_default();
        let mut words = words.iter().filter_map(|word| word.as_string());
        match words.next().as_deref() {
            Some(WROTE) => f(Message::Wrote(words.collect())),
            Some(NEWER) => f(Message::Newer),
            Some(CLEARED) => f(Message::Cleared),
            Some(LOCK) => f(Message::Lock),
            _ => {}
        }
    });
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        }
    });
    listener.forget();
}
