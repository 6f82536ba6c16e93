//! A day, by one touch or from the calendar; or none.

use leptos::prelude::*;

use crate::codec::{iso, parse_iso};
use crate::domain::{Date, months_later};
use crate::ui::say::t;
use crate::words::Key;

/// The days ahead that are offered: half a term, a term, half a year, a year.
fn offers(today: Date) -> [(Key, Option<Date>); 4] {
    [
        (Key::InSixWeeks, Date::from_julian_day(today.to_julian_day() + 6 * 7).ok()),
        (Key::InThreeMonths, months_later(today, 3)),
        (Key::InSixMonths, months_later(today, 6)),
        (Key::InAYear, months_later(today, 12)),
    ]
}

/// A field for a day. Where it is one ahead, some are offered to be touched.
#[component]
pub fn DayChoice(
    /// What it asks.
    #[prop(into)]
    label: String,
    /// The day, if there is one.
    #[prop(into)]
    day: Signal<Option<Date>>,
    /// The day from which on days are offered and can be chosen: today.
    #[prop(optional, into)]
    offers_from: Option<Date>,
    /// Where the day goes.
    #[prop(into)]
    on_day: Callback<Option<Date>>,
) -> impl IntoView {
    let offer = move |(name, then): (Key, Option<Date>)| {
        let pressed = move || if then.is_some() && day.get() == then { "true" } else { "false" };
        // A second touch takes the day away again.
        let choose = move |_| on_day.run(then.filter(|_| day.get_untracked() != then));
        view! {
            <button type="button" class="chip" aria-pressed=pressed on:click=choose>{t(name)}</button>
        }
    };
    let offers = offers_from.map(|today| {
        view! { <div class="chips">{offers(today).map(offer).collect_view()}</div> }
    });
    view! {
        <div class="day-choice" role="group" aria-label=label.clone()>
            {offers}
            <label class="labelled">
                <span>{label.clone()}</span>
                <input
                    class="field"
                    type="date"
                    min=offers_from.map(iso)
                    prop:value=move || day.get().map(iso).unwrap_or_default()
                    on:change:target=move |event| on_day.run(parse_iso(&event.target().value()))
                />
            </label>
        </div>
    }
}
