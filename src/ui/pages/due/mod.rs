//! What there is to look at next.

mod row;
mod row_words;

use leptos::prelude::*;

use self::row::DueRow;
use crate::analysis::{Due, When, due};
use crate::state::Route;
use crate::ui::components::Page;
use crate::ui::navigation::app;
use crate::ui::say::t;
use crate::words::Key;

/// All that has a day, in one list over all charts. What stands where is settled when the page opens, so that nothing
/// vanishes or jumps under the fingers as it is moved or done.
#[component]
pub fn DuePage() -> impl IntoView {
    let app = app();
    let today = app.today();
    let all = untrack(|| app.records().with(|records| due(records.iter().map(AsRef::as_ref), today)));
    let group = |when: When| {
        let rows: Vec<Due> = all.iter().filter(|due| When::of(due.day, today) == when).cloned().collect();
        (!rows.is_empty()).then(|| {
            view! {
                <section>
                    <h2>{t(group_name(when))}</h2>
                    <ul class="items">{rows.into_iter().map(|due| view! { <DueRow due /> }).collect_view()}</ul>
                </section>
            }
        })
    };
    let content = if all.is_empty() {
        view! { <p class="lead">{t(Key::DueNothing)}</p><p>{t(Key::DueWhere)}</p> }.into_any()
    } else {
        view! { <p class="lead">{t(Key::DueLead)}</p>{When::ALL.map(group).collect_view()} }.into_any()
    };
    view! { <Page title=t(Key::DueTitle) back=Some(Route::Home)>{content}</Page> }
}

fn group_name(when: When) -> Key {
    match when {
        When::Now => Key::DueNow,
        When::Soon => Key::DueSoon,
        When::Later => Key::DueLater,
    }
}
