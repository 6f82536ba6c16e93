//! Files out: the one way in which anything leaves the app.
//!
//! A file is downloaded, or given to the app that the person picks from the device's share sheet. An app installed on an
//! iPhone cannot download: there all files go through the sheet. The sheet opens only right after a touch, so what is given
//! is made before it.

use std::rc::Rc;
use std::time::Duration;

use js_sys::{Array, JsString, Reflect};
use leptos::prelude::{document, set_timeout, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, DomException, File, FilePropertyBag, HtmlAnchorElement, Navigator, ShareData, Url};

/// A file that is ready to leave.
#[derive(Clone, PartialEq)]
pub struct Parcel(File);

/// What has become of a file that was to leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivered {
    /// It is on its way to the downloads.
    Saved,
    /// The app that was picked has it.
    Shared,
    /// The person thought better of it.
    Cancelled,
    /// The touch was too long ago: another one will do.
    TouchAgain,
    /// The browser did not take it.
    Refused,
    /// Nothing here takes files: what is in it can only be shown.
    NoWay,
}

impl Parcel {
    /// A file called `name` of this media type that holds `text`.
    pub fn of_text(name: &str, media_type: &str, text: &str) -> Option<Self> {
        Self::of(name, media_type, &JsString::from(text))
    }

    /// A file called `name` with what is in `blob`.
    pub fn of_blob(name: &str, blob: &Blob) -> Option<Self> {
        Self::of(name, &blob.type_(), blob)
    }

    fn of(name: &str, media_type: &str, content: &JsValue) -> Option<Self> {
        let kind = FilePropertyBag::new();
        kind.set_type(media_type);
        File::new_with_str_sequence_and_options(&Array::of1(content), name, &kind).ok().map(Self)
    }

    /// What is in it.
    pub(super) fn blob(&self) -> &Blob {
        &self.0
    }

    /// Whether it is a picture.
    pub fn is_picture(&self) -> bool {
        self.0.type_().starts_with("image/")
    }

    /// What it says, where it is text.
    pub async fn text(&self) -> Option<String> {
        JsFuture::from(self.0.text()).await.ok()?.as_string()
    }

    /// An address by which the page can show it, as long as it is held.
    pub fn shown(&self) -> Option<Rc<ShownParcel>> {
        Url::create_object_url_with_blob(&self.0).ok().map(|url| Rc::new(ShownParcel(url)))
    }

    /// This file as the browser lets it be shared: as it is, or as plain text where its type is refused.
    fn to_share(&self) -> Option<ShareData> {
        let as_text = || {
            let name = format!("{}.txt", self.0.name());
            Self::of(&name, "text/plain", &self.0).filter(|_| !self.is_picture())
        };
        share_data(self).or_else(|| share_data(&as_text()?))
    }
}

/// The address of a file that the page shows; it holds until it is dropped.
pub struct ShownParcel(String);

impl ShownParcel {
    /// The address.
    pub fn url(&self) -> &str {
        &self.0
    }
}

impl Drop for ShownParcel {
    fn drop(&mut self) {
        _ = Url::revoke_object_url(&self.0);
    }
}

fn share_data(parcel: &Parcel) -> Option<ShareData> {
    let data = ShareData::new();
    data.set_files(&Array::of1(&parcel.0));
    may_share(&data).then_some(data)
}

/// Whether the browser would share this. Some have no share sheet, and some none for files.
fn may_share(data: &ShareData) -> bool {
    has(&window().navigator(), "canShare") && window().navigator().can_share_with_data(data)
}

fn has(navigator: &Navigator, name: &str) -> bool {
    Reflect::get(navigator, &JsValue::from_str(name)).is_ok_and(|it| it.is_function())
}

/// Whether `parcel` can be given to another app of the device.
pub fn can_share(parcel: &Parcel) -> bool {
    parcel.to_share().is_some()
}

/// Whether a file can be downloaded. In an app installed on an iPhone it comes to nothing.
pub fn can_download() -> bool {
    let installed = Reflect::get(&window().navigator(), &JsValue::from_str("standalone")).ok();
    !installed.is_some_and(|installed| installed.is_truthy())
}

/// Gives `parcel` to the person in the way that works here, and tells what became of it.
pub fn deliver(parcel: &Parcel, told: impl FnOnce(Delivered) + 'static) {
    if can_download() { told(download(parcel)) } else { share(parcel, told) }
}

/// Opens the share sheet for `parcel`, and tells what became of it.
pub fn share(parcel: &Parcel, told: impl FnOnce(Delivered) + 'static) {
    match parcel.to_share() {
        Some(data) => share_this(&data, told),
        None if can_download() => told(download(parcel)),
        None => told(Delivered::NoWay),
    }
}

/// Opens the share sheet for a link, and tells what became of it.
pub fn share_link(link: &str, told: impl FnOnce(Delivered) + 'static) {
    let data = ShareData::new();
    data.set_url(link);
    if may_share(&data) { share_this(&data, told) } else { told(Delivered::Refused) }
}

/// Whether a link can be given to another app of the device.
pub fn can_share_links() -> bool {
    has(&window().navigator(), "share")
}

fn share_this(data: &ShareData, told: impl FnOnce(Delivered) + 'static) {
    let shared = JsFuture::from(window().navigator().share_with_data(data));
    super::spawn(async move {
        told(match shared.await {
            Ok(_) => Delivered::Shared,
            Err(why) => match why.dyn_into::<DomException>().map(|why| why.name()).as_deref() {
                Ok("AbortError") => Delivered::Cancelled,
                Ok("NotAllowedError") => Delivered::TouchAgain,
                _ => Delivered::Refused,
            },
        });
    });
}

fn download(parcel: &Parcel) -> Delivered {
    let tried = || -> Result<(), JsValue> {
        let url = Url::create_object_url_with_blob(&parcel.0)?;
        let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
        link.set_href(&url);
        link.set_download(&parcel.0.name());
        link.click();
        // The browser reads the file after the click has returned.
        set_timeout(move || _ = Url::revoke_object_url(&url), Duration::from_mins(1));
        Ok(())
    };
    if tried().is_ok() { Delivered::Saved } else { Delivered::Refused }
}
