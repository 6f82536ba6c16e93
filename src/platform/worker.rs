//! The worker (`bin/worker.rs`): started when it is first asked, and kept.

use std::cell::RefCell;

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ImageData, MessageChannel, MessageEvent, Worker};

use super::objects::{object, part};

/// The worker could not be had, or broke down. It is started anew the next time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkerGone;

/// What it says once it answers.
const READY: &str = "ready";

/// One that was started.
#[derive(Clone)]
struct Started {
    worker: Worker,
    /// Kept once it says whether it answers.
    ready: Promise,
    /// Broken once it does not go on.
    gone: Promise,
}

impl Started {
    fn now() -> Result<Self, JsValue> {
        let worker = Worker::new("./worker_start.js")?;
        let ready = Promise::new(&mut |ready, _| worker.set_onmessage(Some(&ready)));
        let gone = Promise::new(&mut |_, broken| worker.set_onerror(Some(&broken)));
        Ok(Self { worker, ready, gone })
    }

    /// Waits for `promise`, unless the worker breaks down before.
    async fn wait_for(&self, promise: &Promise) -> Result<JsValue, JsValue> {
        JsFuture::from(Promise::race(&Array::of2(promise, &self.gone))).await
    }

    async fn ask(&self, asked: &JsValue, given_away: &JsValue) -> Result<JsValue, JsValue> {
        let said = self.wait_for(&self.ready).await?.dyn_into::<MessageEvent>()?.data();
        if said != READY {
            return Err(said);
        }
        let channel = MessageChannel::new()?;
        let answer = Promise::new(&mut |answered, _| channel.port1().set_onmessage(Some(&answered)));
        self.worker.post_message_with_transfer(asked, &Array::of2(&channel.port2(), given_away))?;
        let answer = self.wait_for(&answer).await?.dyn_into::<MessageEvent>()?;
        Ok(answer.data())
    }
}

thread_local! {
    static WORKER: RefCell<Option<Started>> = const { RefCell::new(None) };
}

fn started() -> Result<Started, JsValue> {
    WORKER.with_borrow_mut(|kept| {
        if let Some(kept) = kept {
            return Ok(kept.clone());
        }
        Ok(kept.insert(Started::now()?).clone())
    })
}

/// What stands in the QR codes of a picture.
///
/// # Errors
/// [`WorkerGone`].
pub async fn read_codes(picture: &ImageData) -> Result<Vec<String>, WorkerGone> {
    let asked = async || {
        let started = started()?;
        let (width, height, pixels) = (picture.width().into(), picture.height().into(), part(picture, "data"));
        let buffer = part(&pixels, "buffer");
        started.ask(&object([("width", width), ("height", height), ("pixels", pixels)]), &buffer).await
    };
    let answer: Result<JsValue, JsValue> = asked().await;
    let texts = answer.map_err(|_| {
        if let Some(started) = WORKER.with_borrow_mut(Option::take) {
            started.worker.terminate();
        }
        WorkerGone
    })?;
    Ok(Array::from(&texts).iter().filter_map(|text| text.as_string()).collect())
}
