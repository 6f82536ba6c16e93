//! A day, by one touch or from the calendar.

use leptos::prelude::*;

use crate::codec::{iso, parse_iso};
use crate::domain::{Date, months_later};
use crate::ui::navigation::app;
use crate::ui::say::t;
use crate::words::Key;

/// The days ahead that are offered: as schools count, with a term of three months.
fn offers(today: Date) -> [(Key, Option<Date>); 4] {
    [
        (Key::InHalfATerm, Date::from_julian_day(today.to_julian_day() + 6 * 7).ok()),
        (Key::InATerm, months_later(today, 3)),
        (Key::InSixMonths, months_later(today, 6)),
        (Key::InAYear, months_later(today, 12)),
    ]
}

/// A field for a day; emptied it is no day. Where it is one ahead, some from today on can be chosen by one touch.
#[component]
pub fn DayChoice(
    /// What the field asks.
    #[prop(into)]
    label: Signal<String>,
    /// The day it holds.
    #[prop(into)]
    day: Signal<Option<Date>>,
    /// The first day it takes: where there is one, days ahead are offered.
    #[prop(optional_no_strip, into)]
    min: Option<Date>,
    /// Where the day goes that is chosen.
    #[prop(into)]
    on_day: Callback<Option<Date>>,
) -> impl IntoView {
    let offer = move |(name, then): (Key, Option<Date>)| {
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || if then.is_some() && day.get() == then { "true" } else { "false" }
                on:click=move |_| on_day.run(then)
            >{t(name)}</button>
        }
    };
    view! {
        <div class="day-choice">
            <label class="labelled">
                <span>{move || label.get()}</span>
                <input
                    class="field"
                    type="date"
                    min=min.map(iso)
                    prop:value=move || day.get().map(iso).unwrap_or_default()
                    on:change:target=move |event| on_day.run(parse_iso(&event.target().value()))
                />
            </label>
            {min.map(|_| view! { <div class="chips">{offers(app().today()).map(offer).collect_view()}</div> })}
        </div>
    }
}
