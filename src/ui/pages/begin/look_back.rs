//! Looking back: where one was then, as one sees it now.

use leptos::prelude::*;

use super::Begin;
use crate::domain::{OccasionId, Sitting};
use crate::platform::day_long;
use crate::ui::chart_handle::Chart;
use crate::ui::chart_words::occasion_name;
use crate::ui::say::{t, tf};
use crate::words::Key;

/// Which time is looked back to: the first, unless another is chosen.
#[component]
pub fn LookBack(chart: Chart) -> impl IntoView {
    let times: Vec<(OccasionId, String)> = chart
        .peek()
        .map(|chart| {
            let mut times: Vec<_> = chart.comparable().into_iter().filter(|each| each.is_regular()).collect();
            // The newest is now.
            times.pop();
            times
                .into_iter()
                .map(|each| (each.id.clone(), [day_long(each.rated_on), occasion_name(each)].join(" · ")))
                .collect()
        })
        .unwrap_or_default();
    let Some((first, day)) = times.first().cloned() else {
        return view! { <p>{t(Key::LookBackNothing)}</p> }.into_any();
    };
    let chosen = RwSignal::new(first);
    let choice = move |(id, name): (OccasionId, String)| {
        let mine = id.clone();
        let checked = move || chosen.get() == id;
        view! {
            <label class="choice">
                <input type="radio" name="time" prop:checked=checked on:change=move |_| chosen.set(mine.clone()) />
                {name}
            </label>
        }
    };
    let which = if times.len() > 1 {
        let choices = times.into_iter().map(choice).collect_view();
        view! { <fieldset class="choices"><legend>{t(Key::LookBackWhich)}</legend>{choices}</fieldset> }.into_any()
    } else {
        view! { <p>{tf(Key::LookBackTo, &[("date", &day)])}</p> }.into_any()
    };
    view! {
        <p class="lead">{t(Key::LookBackLead)}</p>
        {which}
        <p class="soft">{t(Key::LookBackBeside)}</p>
        <Begin chart sitting=Signal::derive(move || Some(Sitting::LookingBack(chosen.get()))) />
    }
    .into_any()
}
