//! The end of the first sitting: save a copy, remind me, done.

use leptos::prelude::*;

use crate::chart::wheel_of;
use crate::domain::{Edit, Step, TalkPause};
use crate::platform;
use crate::state::{Asking, Notice, Route};
use crate::ui::ask_to_keep::ask_once;
use crate::ui::chart_handle::Chart;
use crate::ui::components::{Page, TalkPauseCard, WheelCanvas};
use crate::ui::copies::{Reminder, save_all, save_one, save_reminder};
use crate::ui::navigation::app;
use crate::ui::say::{notice_text, t, tf, title_of};
use crate::words::Key;

/// One screen, three ways on; the only thing it asks for is a copy.
#[component]
pub fn ClosingStep(
    /// The chart that was made.
    chart: Chart,
) -> impl IntoView {
    let app = app();
    chart.edit(Edit::At(Step::Closing));
    let Some(made) = chart.peek() else { return ().into_any() };
    ask_once(app, &made);
    // It is asked here: not once more on home.
    expect_context::<StoredValue<Asking>>().update_value(Asking::answer);
    let spec = wheel_of(&made, made.shown());
    let label = tf(Key::WheelLabel, &[("title", &title_of(&made))]);
    // Said beside the buttons: a bar would lie over them.
    let (said, say) = signal(None::<Notice>);
    let copy = move |_| save_all(app, move |notice| say.set(Some(notice)));
    let file = move |_| _ = chart.peek().map(|chart| save_one(app, &chart, move |notice| say.set(Some(notice))));
    let look_again = Route::Make { record: chart.id(), step: Step::LookAgain, item: None };
    let remind = move |_| match chart.peek().and_then(|chart| chart.next_look) {
        Some(day) => save_reminder(app, Reminder::LookAgain, &chart.id(), day, move |notice| say.set(Some(notice))),
        None => platform::go(&look_again.to_hash()),
    };
    let done = Route::Chart(chart.id()).to_hash();
    let footer = move || view! { <a class="button primary" href=done.clone()>{t(Key::Done)}</a> };
    // What is just for now leaves on paper or in a file.
    let ways = if made.just_for_now {
        view! {
            <button type="button" class="button quiet" on:click=file>{t(Key::SaveFile)}</button>
            <button type="button" class="button quiet" on:click=|_| platform::print()>{t(Key::Print)}</button>
        }
        .into_any()
    } else {
        view! {
            <button type="button" class="button quiet" on:click=copy>{t(Key::SaveCopy)}</button>
            <button type="button" class="button quiet" on:click=remind>{t(Key::RemindMe)}</button>
        }
        .into_any()
    };
    let lead = t(if made.just_for_now { Key::ClosingForNow } else { Key::ClosingLead });
    view! {
        <Page title=t(Key::ClosingTitle) back=Some(Route::Chart(chart.id())) footer=footer>
            <WheelCanvas spec=Signal::stored(Some(spec)) label=label />
            <TalkPauseCard chart pause=TalkPause::Chart />
            <p class="lead">{lead}</p>
            <div class="actions stacked">{ways}</div>
            <p class="soft" role="status">{move || said.get().map(notice_text)}</p>
        </Page>
    }
    .into_any()
}
