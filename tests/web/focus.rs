//! Where the focus goes when a screen changes, and whom it leaves alone.

use roundel::platform::{after, focus};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

/// A heading, a button and a field on the page, the button with the focus.
fn page() -> [HtmlElement; 3] {
    let document = web_sys::window().unwrap().document().unwrap();
    let place = document.create_element("div").unwrap();
    place.set_class_name("focus-test");
    document.body().unwrap().append_child(&place).unwrap();
    let [heading, button, field] = ["h2", "button", "input"].map(|name| {
        let element: HtmlElement = document.create_element(name).unwrap().unchecked_into();
        place.append_child(&element).unwrap();
        element
    });
    heading.set_attribute("tabindex", "-1").unwrap();
    button.focus().unwrap();
    [heading, button, field]
}

/// What has the focus once it has been moved.
async fn moved() -> Element {
    let waited = js_sys::Promise::new(&mut |resolve, _| {
        after(100, move || _ = resolve.call0(&wasm_bindgen::JsValue::NULL));
    });
    JsFuture::from(waited).await.unwrap();
    let document = web_sys::window().unwrap().document().unwrap();
    let focused = document.active_element().unwrap();
    document.query_selector(".focus-test").unwrap().unwrap().remove();
    focused
}

#[wasm_bindgen_test]
async fn the_focus_goes_to_what_is_new_on_the_page() {
    let [heading, ..] = page();
    focus(".focus-test h2");
    assert!(moved().await == *heading);
}

#[wasm_bindgen_test]
async fn whoever_is_in_a_field_already_goes_along() {
    let [heading, _, field] = page();
    field.focus().unwrap();
    focus(".focus-test h2");
    assert!(moved().await == *heading);
}

#[wasm_bindgen_test]
async fn whoever_goes_into_a_field_first_stays_there() {
    let [_, _, field] = page();
    focus(".focus-test h2");
    field.focus().unwrap();
    assert!(moved().await == *field);
}
