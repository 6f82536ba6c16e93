//! What goes with the numbers, and which times.

use leptos::prelude::*;

use super::giving::Giving;
use crate::domain::{Extra, Occasion, Rater, Record};
use crate::platform::day_long;
use crate::ui::chart_words::{extra_name, occasion_name};
use crate::ui::components::{CheckBox, Disclosure};
use crate::ui::say::{t, tf};
use crate::words::Key;

/// A box for each thing there is that can stay behind; a form without answers has none.
#[component]
pub fn Switches(
    /// What is given.
    giving: Giving,
) -> impl IntoView {
    let extras = Memo::new(move |_| {
        let chosen = giving.format.get().extras();
        let there = giving.chart.get().map(|chart| offered(&chart)).unwrap_or_default();
        there.into_iter().filter(|extra| chosen.has(*extra)).collect::<Vec<_>>()
    });
    let times = Memo::new(move |_| {
        let chart = giving.chart.get().filter(|_| giving.format.get().chooses_times());
        chart.map(|chart| times(&chart)).unwrap_or_default()
    });
    let extra = move |extra: Extra| {
        let on = Signal::derive(move || !giving.choice.with(|choice| choice.without.has(extra)));
        let choose = move |on: bool| giving.choose(|choice| choice.without.set(extra, !on));
        view! { <li><CheckBox label=t(extra_name(extra)) checked=on on_change=choose /></li> }
    };
    let time = move |(id, words, is_others): (_, String, bool)| {
        let (id, shown) = (StoredValue::new(id), words);
        let on = Signal::derive(move || id.with_value(|id| !giving.choice.with(|it| it.without_times.contains(id))));
        let choose = move |on: bool| {
            giving.choose(|choice| {
                let id = id.get_value();
                _ = if on { choice.without_times.remove(&id) } else { choice.without_times.insert(id) };
            });
        };
        let there = move || !is_others || !giving.choice.with(|choice| choice.without.has(Extra::Others));
        move || there().then(|| view! { <li><CheckBox label=shown.clone() checked=on on_change=choose /></li> })
    };
    let summary = Signal::derive(move || {
        let mut left: Vec<Extra> =
            giving.given.with(|given| given.iter().flat_map(|given| given.left_out.iter()).collect());
        // Whoever gets it is not told of what is private; whoever gives it is.
        let private = giving.choice.with(|choice| choice.without.has(Extra::Private));
        left.extend(Some(Extra::Private).filter(|it| private && extras.with(|extras| extras.contains(it))));
        let left: Vec<&str> = left.into_iter().map(|extra| t(extra_name(extra))).collect();
        if left.is_empty() {
            t(Key::GiveAll).to_owned()
        } else {
            tf(Key::GiveLeftOut, &[("parts", &left.join(" · "))])
        }
    });
    move || {
        (!giving.format.get().is_blank()).then_some(()).and_then(|()| {
            let (extras, times) = (extras.get(), times.get());
            if extras.is_empty() && times.len() < 2 {
                return None;
            }
            let boxes = view! {
                {(!extras.is_empty()).then(|| view! {
                    <fieldset class="choices">
                        <legend>{t(Key::GiveWith)}</legend>
                        <ul class="switches">{extras.into_iter().map(extra).collect_view()}</ul>
                    </fieldset>
                })}
                {(times.len() > 1).then(|| view! {
                    <fieldset class="choices">
                        <legend>{t(Key::GiveTimes)}</legend>
                        <ul class="switches">{times.into_iter().map(time).collect_view()}</ul>
                    </fieldset>
                })}
            };
            Some(view! { <Disclosure summary=summary>{boxes}</Disclosure> })
        })
    }
}

/// What the chart has that can stay behind.
fn offered(chart: &Record) -> Vec<Extra> {
    Extra::ALL.into_iter().filter(|extra| *extra != Extra::AllTimes && chart.has(*extra)).collect()
}

/// The times with what they are called, and whether someone else rated.
fn times(chart: &Record) -> Vec<(crate::domain::OccasionId, String, bool)> {
    let words = |on: &Occasion| [day_long(on.rated_on), occasion_name(on)].join(" · ");
    chart.all_occasions().map(|on| (on.id.clone(), words(on), on.rater != Rater::Me)).collect()
}
