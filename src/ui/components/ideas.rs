//! Ideas for a way to get somewhere, to be taken up by a touch.

use leptos::prelude::*;

use crate::codec::{Ideas as List, read_ideas};
use crate::platform;
use crate::ui::say::t;
use crate::words::Key;

/// The coaching techniques, folded away and fetched when they are asked for.
#[component]
pub fn Ideas(
    /// Called with the words of the one that was touched.
    #[prop(into)]
    on_idea: Callback<String>,
) -> impl IntoView {
    let list = RwSignal::new(None::<List>);
    let (missing, set_missing) = signal(false);
    let ask = move || {
        if list.with_untracked(Option::is_some) {
            return;
        }
        platform::spawn(async move {
            let text = platform::fetch_text("ideas/coaching.json").await;
            let read = text.and_then(|text| read_ideas(text.as_bytes()));
            set_missing.try_set(read.is_none());
            list.try_set(read);
        });
    };
    let idea = move |text: String| {
        let words = text.clone();
        view! {
            <li><button type="button" class="card-button" on:click=move |_| on_idea.run(words.clone())>{text}</button></li>
        }
    };
    view! {
        <details class="disclosure" on:toggle=move |_| ask()>
            <summary>{t(Key::IdeasForHow)}</summary>
            <div class="disclosure-body">
                {move || missing.get().then(|| view! {
                    <p role="status">{t(Key::PageMissing)}</p>
                    <button type="button" class="link" on:click=move |_| ask()>{t(Key::TryAgain)}</button>
                })}
                {move || list.get().map(|List { note, ideas, source, licence }| view! {
                    <p>{["“", &note, "”"].concat()}</p>
                    <ul class="cards">{ideas.into_iter().map(idea).collect_view()}</ul>
                    <p class="soft">{source}</p>
                    <p class="soft">{licence}</p>
                })}
            </div>
        </details>
    }
}
