//! The instruments that come with the app, fetched when they are asked for.

use std::sync::Arc;

use crate::codec::read_instrument;
use crate::domain::{Instrument, Style};
use crate::platform;
use crate::ui::say::{tf, tn};
use crate::words::Key;

/// The built-in instrument called `id`; `None` when it cannot be had.
pub async fn built_in(id: &str) -> Option<Arc<Instrument>> {
    let text = platform::fetch_text(&format!("instruments/{id}.json")).await?;
    read_instrument(text.as_bytes()).ok().map(Arc::new)
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
