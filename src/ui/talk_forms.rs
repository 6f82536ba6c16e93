//! The forms that talks are noted by, fetched when they are asked for.

use std::cell::RefCell;
use std::sync::Arc;

use crate::codec::read_talk_form;
use crate::domain::TalkForm;
use crate::platform;

thread_local! {
    /// Those that have been fetched.
    static FETCHED: RefCell<Vec<Arc<TalkForm>>> = const { RefCell::new(Vec::new()) };
}

/// The form called `id`; `None` when it cannot be had.
pub async fn talk_form(id: &str) -> Option<Arc<TalkForm>> {
    let known =
        |forms: &RefCell<Vec<Arc<TalkForm>>>| forms.borrow().iter().find(|form| form.id.as_str() == id).cloned();
    if let Some(form) = FETCHED.with(known) {
        return Some(form);
    }
    let text = platform::fetch_text(&format!("talks/{id}.json")).await?;
    let form = Arc::new(read_talk_form(text.as_bytes())?);
    FETCHED.with_borrow_mut(|forms| forms.push(form.clone()));
    Some(form)
}
