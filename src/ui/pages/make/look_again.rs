//! When to look again.

use leptos::prelude::*;

use crate::codec::{iso, parse_iso};
use crate::domain::{Date, Edit, Step, months_later};
use crate::platform::day_long;
use crate::state::Notice;
use crate::ui::chart_handle::Chart;
use crate::ui::components::StepPage;
use crate::ui::copies::save_reminder;
use crate::ui::navigation::app;
use crate::ui::say::{notice_text, t, tf};
use crate::words::Key;

/// The days ahead that are offered.
fn offers(today: Date) -> [(Key, Option<Date>); 4] {
    [
        (Key::InSixWeeks, Date::from_julian_day(today.to_julian_day() + 6 * 7).ok()),
        (Key::InThreeMonths, months_later(today, 3)),
        (Key::InSixMonths, months_later(today, 6)),
        (Key::InAYear, months_later(today, 12)),
    ]
}

/// A day, by one touch or from the calendar; or none.
#[component]
pub fn LookAgainStep(
    /// The chart being made.
    chart: Chart,
) -> impl IntoView {
    let day = Memo::new(move |_| chart.get().and_then(|chart| chart.next_look));
    let set = move |day: Option<Date>| chart.edit(Edit::NextLook(day));
    let app = app();
    let today = app.today();
    let offer = move |(name, then): (Key, Option<Date>)| {
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || if then.is_some() && day.get() == then { "true" } else { "false" }
                on:click=move |_| set(then)
            >{t(name)}</button>
        }
    };
    // In the first sitting of a chart the closing screen offers it.
    let (said, say) = signal(None::<Notice>);
    let making = chart.peek().is_some_and(|chart| chart.is_being_made());
    let save = move |_| {
        if let Some(day) = day.get_untracked() {
            save_reminder(app, &chart.id(), day, move |notice| say.set(Some(notice)));
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
            <div class="chips">{offers(today).map(offer).collect_view()}</div>
            <label class="labelled">
                <span>{t(Key::LookAgainDay)}</span>
                <input
                    class="field"
                    type="date"
                    min=iso(today)
                    prop:value=move || day.get().map(iso).unwrap_or_default()
                    on:change:target=move |event| set(parse_iso(&event.target().value()))
                />
            </label>
            <p role="status">{move || day.get().map(|day| tf(Key::NextLook, &[("date", &day_long(day))]))}</p>
            {remind}
        </StepPage>
    }
}
