//! What one said oneself, then and now.

use leptos::prelude::*;

use super::pair::Pair;
use crate::analysis::Change;
use crate::domain::Rating;
use crate::ui::components::Disclosure;
use crate::ui::say::{t, text_of, tn};
use crate::words::Key;

/// How many items' words stand open at the top; the rest is folded, and all stand in the list again.
const WORDS_OPEN: usize = 3;

/// Own words, first on what matters most.
#[component]
pub fn OwnWords(
    /// The two compared.
    pair: Pair,
) -> impl IntoView {
    let said = Memo::new(move |_| {
        let comparison = pair.comparison.get();
        let mut said: Vec<Change> = comparison
            .iter()
            .flat_map(|pair| pair.changes.iter().filter(|change| change.has_words()).cloned())
            .collect();
        said.sort_by_key(|change| !change.matters);
        let words = said
            .into_iter()
            .map(|change| (text_of(&change.item), words(change.then.as_ref()), words(change.now.as_ref())));
        (words.collect::<Vec<_>>(), pair.days.get())
    });
    move || {
        let (mut open, days) = said.get();
        let folded = open.split_off(WORDS_OPEN.min(open.len()));
        (!open.is_empty()).then(|| {
            let more = (!folded.is_empty()).then(|| {
                let (summary, folded) = (tn(Key::OwnWordsMore, folded.len()), quotes(folded, &days));
                view! { <Disclosure summary=summary>{folded}</Disclosure> }
            });
            view! {
                <section class="own-words">
                    <h2>{t(Key::OwnWordsTitle)}</h2>
                    {quotes(open, &days)}
                    {more}
                </section>
            }
        })
    }
}

fn words(rating: Option<&Rating>) -> Vec<String> {
    rating.into_iter().flat_map(Rating::words).map(str::to_owned).collect()
}

/// An item, and what was said of it then and now.
type Said = (String, Vec<String>, Vec<String>);

fn quotes(said: Vec<Said>, days: &(String, String)) -> AnyView {
    let quote = |day: &str, words: Vec<String>, style: &'static str| {
        let said = |text: String| {
            view! { <p class=style><span class="soft">{day.to_owned()}</span>" “"{text}"”"</p> }
        };
        words.into_iter().map(said).collect_view()
    };
    let row = |(text, then, now): Said| {
        view! {
            <div class="own-word">
                <h3>{text}</h3>
                {quote(&days.0, then, "then")}
                {quote(&days.1, now, "now")}
            </div>
        }
    };
    said.into_iter().map(row).collect_view().into_any()
}
