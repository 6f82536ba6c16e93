//! What was talked about one chart.

use leptos::prelude::*;

use crate::domain::{ConversationId, RecordId};
use crate::state::Route;
use crate::ui::components::Page;
use crate::ui::say::t;
use crate::words::Key;

/// What was talked about one chart.
#[component]
pub fn TalksPage(
    /// Which.
    record: RecordId,
) -> impl IntoView {
    view! { <Page title=t(Key::TalksTitle) back=Some(Route::Chart(record))>""</Page> }
}

/// What was talked about one chart.
#[component]
pub fn TalkPage(
    /// Which.
    record: RecordId,
    /// Which.
    conversation: ConversationId,
) -> impl IntoView {
    _ = conversation;
    view! { <Page title=t(Key::TalksTitle) back=Some(Route::Chart(record))>""</Page> }
}
