//! The page itself: its address, its focus, its appearance, and the passing of time.

use std::cell::Cell;
use std::time::Duration;

use leptos::prelude::{
    document, on_cleanup, request_animation_frame, set_interval_with_handle, set_timeout, window,
    window_event_listener, window_event_listener_untyped,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlDialogElement, HtmlElement, PointerEvent, ScrollRestoration};

/// The part of the address from `#` on.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Where the app is to be found: the address without what it says of this person's charts.
pub fn address() -> String {
    let location = window().location();
    location.origin().unwrap_or_default() + &location.pathname().unwrap_or_default()
}

/// Goes to another screen.
pub fn go(hash: &str) {
    _ = window().location().set_hash(hash);
}

/// Goes to another screen that takes this one's place in the history.
pub fn replace_hash(hash: &str) {
    _ = window().location().replace(hash);
}

/// Puts another hash in the place of this one, in the history as well, without going anywhere.
pub fn rewrite_hash(hash: &str) {
    _ = window()
        .history()
        .and_then(|history| history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(hash)));
}

/// Loads the app anew.
pub fn reload() {
    _ = window().location().reload();
}

/// Loads the app anew at home: what the address names may be deleted, or out of sight from now on.
pub fn begin_anew() {
    replace_hash("#/");
    reload();
}

/// Goes back to the screen before.
pub fn go_back() {
    _ = window().history().and_then(|history| history.back());
}

/// Has the browser leave the page where it is on going back: a sheet closes over the place it was opened from, and a
/// new page begins at its top.
pub fn keep_scroll_in_hand() {
    if let Ok(history) = window().history() {
        _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
}

/// Calls `f` whenever the window fires `event`, until the owner is gone.
pub fn on_change(event: &str, f: impl Fn() + 'static) {
    let handle = window_event_listener_untyped(event, move |_| f());
    on_cleanup(move || handle.remove());
}

/// Whether the page is out of sight: behind another one, or on a phone that is put away.
pub fn is_hidden() -> bool {
    document().hidden()
}

/// Calls `f` every `seconds`, until the owner is gone.
pub fn every(seconds: u64, f: impl Fn() + 'static) {
    if let Ok(handle) = set_interval_with_handle(f, Duration::from_secs(seconds)) {
        on_cleanup(move || handle.clear());
    }
}

/// Calls `f` once, in `millis` milliseconds, whatever page is shown by then.
pub fn after(millis: u64, f: impl FnOnce() + 'static) {
    set_timeout(f, Duration::from_millis(millis));
}

/// Asks the browser to ask before the page is left, as long as `unsaved` says so.
pub fn confirm_leaving(unsaved: impl Fn() -> bool + 'static) {
    let handle = window_event_listener(leptos::ev::beforeunload, move |event| {
        if unsaved() {
            event.prevent_default();
        }
    });
    on_cleanup(move || handle.remove());
}

thread_local! {
    static TITLES_ARE_KEPT: Cell<bool> = const { Cell::new(false) };
}

/// Keeps the names of pages from the browser's tab and history, which show them to anyone, or shows them again.
pub fn keep_titles_back(keep: bool) {
    TITLES_ARE_KEPT.set(keep);
}

/// Names the page for the browser's tab and history.
pub fn set_title(title: &str) {
    document().set_title(if TITLES_ARE_KEPT.get() { "Roundel" } else { title });
}

/// What is written in.
const FIELDS: &str = "input, textarea";

/// Moves the focus to the first element that `selector` finds, once it is on the page. Whoever has gone into a field by
/// then is not pulled out of it.
pub fn focus(selector: impl Into<String>) {
    let selector = selector.into();
    let before = document().active_element();
    request_animation_frame(move || {
        let now = document().active_element();
        let in_field = now.as_ref().is_some_and(|now| now.matches(FIELDS).unwrap_or_default());
        if in_field && now != before {
            return;
        }
        let found = document().query_selector(&selector).ok().flatten();
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            _ = element.focus();
        }
    });
}

/// Moves the focus to the first field to write in that stands in what `place` finds.
pub fn focus_field(place: &str) {
    focus(format!("{place} :is({FIELDS})"));
}

/// Moves the focus to the page's heading, so that a new page is announced from its beginning.
pub fn focus_heading() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    focus("h1");
}

/// Shows the next screen of a page from its top, and moves the focus to its heading.
pub fn show_stop() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    focus(".stop-heading");
}

/// Unfolds what is folded away in the first element that `selector` finds, and brings it into view.
pub fn unfold(selector: &str) {
    let Some(place) = document().query_selector(selector).ok().flatten() else { return };
    if let Some(details) = place.query_selector("details").ok().flatten() {
        _ = details.set_attribute("open", "");
    }
    place.scroll_into_view();
}

/// Brings the first element that `selector` finds into view.
pub fn scroll_to(selector: &str) {
    if let Some(place) = document().query_selector(selector).ok().flatten() {
        place.scroll_into_view();
    }
}

/// Brings the row of the item called `id` into view, unfolds what it is folded away in, and moves the focus to it.
pub fn show_row(id: &str) {
    let rows = document().query_selector_all("[data-item]").ok();
    let rows = rows.iter().flat_map(|rows| (0..rows.length()).filter_map(|at| rows.get(at)));
    let mut rows = rows.filter_map(|row| row.dyn_into::<Element>().ok());
    let Some(row) = rows.find(|row| row.get_attribute("data-item").as_deref() == Some(id)) else { return };
    let mut around = row.parent_element();
    while let Some(element) = around {
        if element.tag_name() == "DETAILS" {
            _ = element.set_attribute("open", "");
        }
        around = element.parent_element();
    }
    row.scroll_into_view();
    let button = row.query_selector("button").ok().flatten().and_then(|button| button.dyn_into::<HtmlElement>().ok());
    _ = button.map(|button| button.focus());
}

/// Whether the focus only goes elsewhere within the element that hears of it.
pub fn focus_stays_in(event: &FocusEvent) -> bool {
    let element = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let next = event.related_target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| next.is_some_and(|next| element.contains(Some(&next))))
}

/// Keeps a pointer's events coming to the element around the touched one that `selector` finds.
pub fn capture_pointer(event: &PointerEvent, selector: &str) {
    let target = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(target) = target.and_then(|target| target.closest(selector).ok().flatten()) {
        // Refused only when the pointer is gone already; then there is nothing to capture.
        _ = target.set_pointer_capture(event.pointer_id());
    }
}

/// Opens a dialogue over the page, or closes it.
pub fn show_dialog(dialog: &HtmlDialogElement, open: bool) {
    if open && !dialog.open() {
        // The browser refuses only what is already open.
        _ = dialog.show_modal();
    } else if !open && dialog.open() {
        dialog.close();
    }
}

/// Which row of the list that hears of `event` lies under the pointer, counted from 0.
pub fn row_under(event: &PointerEvent) -> Option<usize> {
    let list = event.current_target()?.dyn_into::<Element>().ok()?;
    let y = f64::from(event.client_y());
    let rows = list.children();
    let above = (0..rows.length()).filter_map(|at| rows.item(at)).filter(|row| {
        let area = row.get_bounding_client_rect();
        area.top() + area.height() < y
    });
    Some(above.count().min(rows.length().saturating_sub(1) as usize))
}

/// How large text is: 1 as most browsers set it, 2 when a person doubled it.
pub fn text_scale() -> f64 {
    let style = document().document_element().and_then(|root| window().get_computed_style(&root).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    // The browser's own reader of numbers: Rust's brings tables of ten kilobytes that hardly compress.
    let size = size.map_or(f64::NAN, |size| js_sys::parse_float(&size));
    if size.is_finite() { size / 16.0 } else { 1.0 }
}

/// Shows the page in `light` or `dark`; `None`: as the device.
pub fn set_theme(theme: Option<&str>) {
    if let Some(root) = document().document_element() {
        _ = match theme {
            Some(theme) => root.set_attribute("data-theme", theme),
            None => root.remove_attribute("data-theme"),
        };
    }
}

/// Whether the page is shown dark, by the person's choice or the device's.
pub fn is_dark() -> bool {
    let chosen = document().document_element().and_then(|root| root.get_attribute("data-theme"));
    match chosen.as_deref() {
        Some(theme) => theme == "dark",
        None => query(DARK).is_some_and(|query| query.matches()),
    }
}

/// The ground and the colour of text where the device forces its own: red, green and blue.
pub fn forced_colours() -> Option<[(u8, u8, u8); 2]> {
    query(FORCED).filter(web_sys::MediaQueryList::matches)?;
    let style = window().get_computed_style(&document().document_element()?).ok()??;
    let colour = |name: &str| {
        // "rgb(0, 0, 0)", whatever the style sheet says.
        let text = style.get_property_value(name).ok()?;
        let mut parts = text.split(|sign: char| !sign.is_ascii_digit()).filter_map(|part| part.parse().ok());
        Some((parts.next()?, parts.next()?, parts.next()?))
    };
    Some([colour("background-color")?, colour("color")?])
}

/// Calls `f` when the device turns dark or light, or forces its colours. Lives as long as the page.
pub fn on_colours_change(f: impl Fn() + 'static) {
    let listener = wasm_bindgen::closure::Closure::<dyn Fn()>::new(f);
    for query in [query(DARK), query(FORCED)].into_iter().flatten() {
        query.set_onchange(Some(listener.as_ref().unchecked_ref()));
    }
    listener.forget();
}

/// Whether the person asked their device for less motion.
pub fn wants_calm() -> bool {
    query("(prefers-reduced-motion: reduce)").is_some_and(|query| query.matches())
}

const DARK: &str = "(prefers-color-scheme: dark)";
const FORCED: &str = "(forced-colors: active)";

fn query(media: &str) -> Option<web_sys::MediaQueryList> {
    window().match_media(media).ok().flatten()
}

/// Opens the browser's print dialogue.
pub fn print() {
    _ = window().print();
}
