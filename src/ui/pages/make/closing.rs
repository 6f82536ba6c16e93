//! The end of the first sitting: save a copy, remind me, done.

use leptos::prelude::*;

use crate::chart::wheel_of;
use crate::domain::{Edit, RecordId, Step, TalkPause};
use crate::platform;
use crate::state::Route;
use crate::ui::components::{Page, TalkPauseCard, WheelCanvas};
use crate::ui::copies::{save_copy, save_reminder};
use crate::ui::navigation::app;
use crate::ui::say::{t, tf, title_of};
use crate::words::Key;

/// One screen, three ways on; the only thing it asks for is a copy.
#[component]
pub fn ClosingStep(
    /// The chart that was made.
    record: RecordId,
) -> impl IntoView {
    let app = app();
    app.edit(&record, Edit::At(Step::Closing));
    let chart = app.record(record.clone());
    let Some(made) = chart.get_untracked() else { return ().into_any() };
    let spec = wheel_of(&made, made.shown(), None);
    let label = tf(Key::WheelLabel, &[("title", &title_of(&made))]);
    let (said, say) = signal(None::<Key>);
    let copy = move |_| {
        if let Some(chart) = chart.get_untracked() {
            save_copy(&[&chart], app.today());
            say.set(Some(Key::CopySaved));
        }
    };
    let look_again = Route::Make { record: record.clone(), step: Step::LookAgain, item: None };
    let remind = move |_| match chart.get_untracked().and_then(|chart| chart.next_look) {
        Some(day) => {
            save_reminder(day, &app.fresh_id());
            say.set(Some(Key::ReminderSaved));
        }
        None => platform::go(&look_again.to_hash()),
    };
    let done = Route::Chart(record.clone()).to_hash();
    let footer = move || view! { <a class="button primary" href=done.clone()>{t(Key::Done)}</a> };
    view! {
        <Page title=t(Key::ClosingTitle) back=Some(Route::Chart(record.clone())) footer=footer>
            <WheelCanvas spec=Signal::stored(Some(spec)) label=label />
            <TalkPauseCard record pause=TalkPause::Chart />
            <p class="lead">{t(Key::ClosingLead)}</p>
            <div class="actions stacked">
                <button type="button" class="button quiet" on:click=copy>{t(Key::SaveCopy)}</button>
                <button type="button" class="button quiet" on:click=remind>{t(Key::RemindMe)}</button>
            </div>
            <p class="soft" role="status">{move || said.get().map(t)}</p>
        </Page>
    }
    .into_any()
}
