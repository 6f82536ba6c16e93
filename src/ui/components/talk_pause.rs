//! A pause to talk, where a chart is made with others.

use leptos::prelude::*;

use crate::domain::{Edit, TalkPause};
use crate::ui::chart_handle::Chart;
use crate::ui::say::t;
use crate::words::Key;

/// "Talk it over, about 3 minutes": shown in a course, closed with one touch, never in the way.
#[component]
pub fn TalkPauseCard(
    /// The chart being made.
    chart: Chart,
    /// Which pause.
    pause: TalkPause,
) -> impl IntoView {
    let shown = Memo::new(move |_| {
        chart.get().is_some_and(|chart| chart.making.with_others && !chart.making.talked.contains(&pause))
    });
    let question = match pause {
        TalkPause::Ideas => Key::TalkIdeas,
        TalkPause::Opposites => Key::TalkOpposites,
        TalkPause::Behaviours => Key::TalkBehaviours,
        TalkPause::Chart => Key::TalkChart,
    };
    move || {
        shown.get().then(|| {
            view! {
                <aside class="talk" aria-label=t(Key::TalkTitle)>
                    <p class="talk-title">{t(Key::TalkTitle)}</p>
                    <p>{t(question)}</p>
                    <button type="button" class="link" on:click=move |_| chart.edit(Edit::Talked(pause))>
                        {t(Key::TalkDone)}
                    </button>
                </aside>
            }
        })
    }
}
