//! When to look again.

use leptos::prelude::*;

use crate::domain::{Date, Edit, Step};
use crate::platform::day_long;
use crate::state::Notice;
use crate::ui::chart_handle::Chart;
use crate::ui::components::{DayChoice, StepPage};
use crate::ui::copies::{Reminder, save_reminder};
use crate::ui::navigation::app;
use crate::ui::say::{notice_text, t, tf};
use crate::words::Key;

/// A day, by one touch or from the calendar; or none.
#[component]
pub fn LookAgainStep(
    /// The chart being made.
    chart: Chart,
) -> impl IntoView {
    let day = Memo::new(move |_| chart.get().and_then(|chart| chart.next_look));
    let set = move |day: Option<Date>| chart.edit(Edit::NextLook(day));
    let app = app();
    // In the first sitting of a chart the closing screen offers it.
    let (said, say) = signal(None::<Notice>);
    let making = chart.peek().is_some_and(|chart| chart.is_being_made());
    let save = move |_| {
        if let Some(day) = day.get_untracked() {
            save_reminder(app, Reminder::LookAgain, &chart.id(), day, move |notice| say.set(Some(notice)));
        }
    };
    let remind = move || {
        (!making && day.get().is_some()).then(|| {
            view! {
                <button type="button" class="button quiet" on:click=save>{t(Key::RemindMe)}</button>
                <p class="soft" role="status">{move || said.get().map(notice_text)}</p>
            }
        })
    };
    view! {
        <StepPage chart step=Step::LookAgain title=Key::LookAgainTitle>
            <p class="lead">{t(Key::LookAgainLead)}</p>
            <DayChoice label=t(Key::LookAgainDay) day min=Some(app.today()) on_day=set />
            <p role="status">{move || day.get().map(|day| tf(Key::NextLook, &[("date", &day_long(day))]))}</p>
            {remind}
        </StepPage>
    }
}
