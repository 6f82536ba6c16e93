//! Whose a chart is, where it is somebody else's, and how long it is kept.

use leptos::prelude::*;

use crate::platform::day_long;
use crate::state::Route;
use crate::ui::chart_handle::Chart;
use crate::ui::chart_words::extra_name;
use crate::ui::components::{KeepOrDelete, WrittenForOthers};
use crate::ui::navigation::{app, navigation};
use crate::ui::say::{held_words, t, tf};
use crate::words::Key;

/// Whose it is, since when it is here, what was left out of it and how long it is kept; nothing for one's own. Once that
/// day has come, it asks: nothing goes by itself.
#[component]
pub fn Held(
    /// The chart.
    chart: Chart,
) -> impl IntoView {
    let (today, navigation) = (app().today(), navigation());
    let said = move || {
        let now = chart.get()?;
        let left_out: Vec<&str> = now.left_out.iter().map(|extra| t(extra_name(extra))).collect();
        let left_out = (!left_out.is_empty()).then(|| tf(Key::HeldLeftOut, &[("parts", &left_out.join(" · "))]));
        Some(view! {
            <p>{held_words(&now)}</p>
            {left_out.map(|words| view! { <p class="soft">{words}</p> })}
            <p class="soft">{t(Key::OpeningTheirsWords)}</p>
        })
    };
    let kept = move || {
        let until = chart.get()?.kept_until()?;
        let ask = (until <= today).then(|| view! { <strong>{t(Key::HeldAsk)}</strong>" " });
        Some(view! { {ask}{tf(Key::HeldUntil, &[("date", &day_long(until))])} })
    };
    let is_held = Memo::new(move |_| chart.get().is_some_and(|chart| chart.held_since.is_some()));
    move || {
        is_held.get().then(|| {
            view! {
                <aside class="held">
                    {said}
                    <WrittenForOthers />
                    <p role="status">{kept}</p>
                    <KeepOrDelete chart on_deleted=move |()| navigation.replace(&Route::Home) />
                </aside>
            }
        })
    }
}
