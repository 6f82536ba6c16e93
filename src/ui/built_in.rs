//! The instruments that come with the app, fetched when they are asked for.

use std::cell::RefCell;
use std::sync::Arc;

use crate::codec::read_instrument;
use crate::domain::{Instrument, Style};
use crate::platform;
use crate::ui::say::{tf, tn};
use crate::words::Key;

thread_local! {
    /// Those that have been fetched: what is on the shelf can be looked at without a connection.
    static FETCHED: RefCell<Vec<Arc<Instrument>>> = const { RefCell::new(Vec::new()) };
}

/// The built-in instrument called `id`; `None` when it cannot be had.
pub async fn built_in(id: &str) -> Option<Arc<Instrument>> {
    let known = |forms: &RefCell<Vec<Arc<Instrument>>>| {
        forms.borrow().iter().find(|form| form.about.id.as_str() == id).cloned()
    };
    if let Some(form) = FETCHED.with(known) {
        return Some(form);
    }
    let text = platform::fetch_text(&format!("instruments/{id}.json")).await?;
    let form = Arc::new(read_instrument(text.as_bytes()).ok()?);
    FETCHED.with_borrow_mut(|forms| forms.push(form.clone()));
    Some(form)
}

/// "29 statements · about 6 minutes"
pub fn size_words(form: &Instrument) -> String {
    let items = form.items.len();
    let mut parts = Vec::new();
    match form.style {
        Style::Audit => parts.push(tn(Key::Statements, items)),
        Style::Chart if items > 0 => parts.push(tn(Key::AttributesGiven, items)),
        Style::Chart => {}
    }
    if form.about.minutes > 0 {
        parts.push(tf(Key::AboutMinutes, &[("minutes", &form.about.minutes.to_string())]));
    }
    parts.join(" · ")
}
