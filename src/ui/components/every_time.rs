//! What was rated and said of one item, time by time.

use leptos::prelude::*;

use crate::analysis::{Past, item_history};
use crate::domain::{ItemId, Rating, Record};
use crate::platform::day_long;
use crate::ui::chart_handle::Chart;
use crate::ui::chart_words::occasion_name;
use crate::ui::say::{rating_words, t};
use crate::words::Key;

/// Each time with its day, its number and its words, the oldest first.
#[component]
pub fn EveryTime(
    /// The chart.
    chart: Chart,
    /// The item.
    item: ItemId,
) -> impl IntoView {
    let times = Memo::new(move |_| {
        let chart = chart.get()?;
        let times = item_history(&chart, &item).into_iter().filter_map(|past| told(&chart, &past));
        Some(times.collect::<Vec<_>>())
    });
    let time = |(heading, words): (String, Vec<String>)| {
        view! {
            <div>
                <dt>{heading}</dt>
                {words.into_iter().map(|words| view! { <dd>{words}</dd> }).collect_view()}
            </div>
        }
    };
    view! { <dl class="every-time">{move || times.get().into_iter().flatten().map(time).collect_view()}</dl> }
}

/// "13 June 2014 · first time: 7 of 10", and what was said.
fn told(chart: &Record, past: &Past<Rating>) -> Option<(String, Vec<String>)> {
    let occasion = chart.occasion(&past.occasion)?;
    let day = [day_long(past.day), occasion_name(occasion)].join(" · ");
    let heading = [day, rating_words(past.stood.answer, chart.instrument.scale)].join(": ");
    let mut words: Vec<String> = past.stood.words().into_iter().map(|text| ["“", text, "”"].concat()).collect();
    if occasion.earlier_shown {
        words.push(t(Key::RatedWithEarlier).to_owned());
    }
    Some((heading, words))
}
