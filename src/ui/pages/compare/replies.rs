//! What was said in words to the questions of a list, then and now.

use leptos::prelude::*;

use super::pair::Pair;
use crate::domain::{Occasion, Prompt};
use crate::ui::components::Disclosure;
use crate::ui::say::t;
use crate::words::Key;

/// The prompts with what was said to them on both dates; nothing where nothing was said.
#[component]
pub fn RepliesThenAndNow(
    /// The two compared.
    pair: Pair,
) -> impl IntoView {
    let said = Memo::new(move |_| {
        let (chart, both) = (pair.chart.get()?, pair.comparison.get()?);
        let asked = chart
            .instrument
            .prompts
            .iter()
            .map(|prompt| (prompt.text.clone(), lines(&both.then, prompt), lines(&both.now, prompt)));
        Some((asked.filter(|(_, then, now)| !then.is_empty() || !now.is_empty()).collect::<Vec<_>>(), pair.days.get()))
    });
    move || {
        let (asked, days) = said.get().filter(|(asked, _)| !asked.is_empty())?;
        let asked = asked.into_iter().map(|(question, then, now)| {
            let (then, now) = (of_day(&days.0, then, "then"), of_day(&days.1, now, "now"));
            view! {
                <div class="own-word">
                    <h3>{question}</h3>
                    {then}
                    {now}
                </div>
            }
        });
        let asked = asked.collect_view();
        Some(view! { <Disclosure summary=t(Key::PromptsStopTitle)>{asked}</Disclosure> })
    }
}

/// What was said to a prompt, with the places of ranked entries.
fn lines(occasion: &Occasion, prompt: &Prompt) -> Vec<String> {
    let said = occasion.said_to(&prompt.id).into_iter().map(|reply| match reply.rank {
        Some(rank) => [rank.to_string().as_str(), ". “", &reply.text, "”"].concat(),
        None => ["“", &reply.text, "”"].concat(),
    });
    said.collect()
}

fn of_day(day: &str, lines: Vec<String>, style: &'static str) -> Option<impl IntoView + use<>> {
    (!lines.is_empty()).then(|| {
        let (day, lines) = (day.to_owned(), lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view());
        view! { <div class=style><p class="soft">{day}</p>{lines}</div> }
    })
}
