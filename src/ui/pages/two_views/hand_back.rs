//! The device goes back to its owner.

use leptos::prelude::*;

use crate::domain::{OccasionId, RecordId};
use crate::state::Route;
use crate::ui::components::Page;
use crate::ui::say::t;
use crate::words::Key;

/// Nothing but a word of thanks: whoever has it in their hands sees nothing of the owner's before the owner shows it.
#[component]
pub fn HandBackPage(
    /// Which chart.
    record: RecordId,
    /// What was rated by the other.
    view: OccasionId,
) -> impl IntoView {
    let show = Route::TwoViews { record, view }.to_hash();
    view! {
        <Page title=t(Key::HandBackTitle)>
            <div class="hand-back">
                <p class="lead">{t(Key::HandBackDone)}</p>
                <a class="button primary" href=show>{t(Key::HandBackShow)}</a>
            </div>
        </Page>
    }
}
