//! What was said in words, then and now.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::{Occasion, Prompt, Record};
use crate::ui::components::Disclosure;
use crate::ui::say::t;
use crate::words::Key;

/// The prompts with what was said to them on both dates; nothing where nothing was said.
#[component]
pub fn RepliesThenAndNow(
    /// The audit.
    chart: Arc<Record>,
    /// The earlier occasion.
    then: Occasion,
    /// The later one.
    now: Occasion,
    /// The two days, as people write them.
    days: (String, String),
) -> impl IntoView {
    let of_day = |day: &str, occasion: &Occasion, prompt: &Prompt, style: &'static str| {
        let lines = occasion.said_to(&prompt.id).into_iter().map(|reply| {
            let rank = reply.rank.map(|rank| [rank.to_string().as_str(), ". "].concat());
            view! { <p>{rank}"“"{reply.text.clone()}"”"</p> }
        });
        let lines: Vec<_> = lines.collect();
        (!lines.is_empty()).then(|| view! { <div class=style><p class="soft">{day.to_owned()}</p>{lines}</div> })
    };
    let asked = chart.instrument.prompts.iter().filter_map(|prompt| {
        let both = (of_day(&days.0, &then, prompt, "then"), of_day(&days.1, &now, prompt, "now"));
        let said = both.0.is_some() || both.1.is_some();
        said.then(|| {
            view! {
                <div class="own-word">
                    <h3>{prompt.text.clone()}</h3>
                    {both.0}
                    {both.1}
                </div>
            }
        })
    });
    let asked: Vec<_> = asked.collect();
    (!asked.is_empty()).then(|| view! { <Disclosure summary=t(Key::PromptsStopTitle)>{asked}</Disclosure> })
}
