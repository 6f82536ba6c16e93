//! A pause to talk, where a chart is made with others.

use leptos::prelude::*;

use crate::domain::{Edit, RecordId, TalkPause};
use crate::ui::navigation::app;
use crate::ui::say::t;
use crate::words::Key;

/// "Talk it over, about 3 minutes": shown in a course, closed with one touch, never in the way.
#[component]
pub fn TalkPauseCard(
    /// The chart being made.
    record: RecordId,
    /// Which pause.
    pause: TalkPause,
) -> impl IntoView {
    let app = app();
    let chart = app.record(record.clone());
    let shown = move || {
        chart.with(|chart| {
            chart.as_ref().is_some_and(|chart| chart.making.with_others && !chart.making.talked.contains(&pause))
        })
    };
    let question = match pause {
        TalkPause::Ideas => Key::TalkIdeas,
        TalkPause::Opposites => Key::TalkOpposites,
        TalkPause::Behaviours => Key::TalkBehaviours,
        TalkPause::Chart => Key::TalkChart,
    };
    let record = StoredValue::new(record);
    view! {
        <Show when=shown>
            <aside class="talk" aria-label=t(Key::TalkTitle)>
                <p class="talk-title">{t(Key::TalkTitle)}</p>
                <p>{t(question)}</p>
                <button
                    type="button"
                    class="link"
                    on:click=move |_| app.edit(&record.get_value(), Edit::Talked(pause))
                >
                    {t(Key::TalkDone)}
                </button>
            </aside>
        </Show>
    }
}
