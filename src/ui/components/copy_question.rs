//! Whether to save a copy, once enough has changed since the last one.

use leptos::prelude::*;

use crate::domain::{Record, SITTING_DAYS};
use crate::platform::{Preference, preference, set_preference};
use crate::state::{App, Asking, Keeping, Route, is_copy_due};
use crate::ui::last_copy::uncopied;
use crate::ui::navigation::app;
use crate::ui::say::{iso_long, t, tf};
use crate::words::Key;

/// One quiet line, between sittings only.
#[component]
pub fn CopyQuestion() -> impl IntoView {
    let app = app();
    let asking = expect_context::<StoredValue<Asking>>();
    let changes = Memo::new(move |_| if is_time(app) { uncopied(app) } else { 0 });
    let answered = RwSignal::new(false);
    let not_now = move |_| {
        set_preference(Preference::CopyPutOff, Some(&changes.get_untracked().to_string()));
        asking.update_value(Asking::answer);
        answered.set(true);
    };
    move || {
        let put_off = preference(Preference::CopyPutOff).and_then(|count| count.parse().ok()).unwrap_or_default();
        let asks = asking.get_value().ask(is_copy_due(changes.get(), put_off));
        (asks && !answered.get()).then(|| {
            let words = match preference(Preference::LastCopy).and_then(|day| iso_long(&day)) {
                Some(day) => tf(Key::CopyDue, &[("n", &changes.get().to_string()), ("date", &day)]),
                None => t(Key::CopyNever).to_owned(),
            };
            view! {
                <aside class="asking">
                    <p>{words}</p>
                    <a class="link" href=Route::Storage.to_hash()>{t(Key::SaveCopy)}</a>
                    <button type="button" class="link" on:click=not_now>{t(Key::NotNow)}</button>
                </aside>
            }
        })
    }
}

/// Whether a copy may be asked for: where things are kept, and no sitting is under way.
fn is_time(app: App) -> bool {
    let today = app.today();
    let recent = |record: &Record| {
        let on = record.under_way().filter(|_| !record.sample && record.held_since.is_none());
        on.is_some_and(|on| (today - on.rated_on).whole_days() <= SITTING_DAYS)
    };
    let is_kept = matches!(app.keeping(), Keeping::Database | Keeping::SmallStore);
    is_kept && app.records().with(|records| !records.iter().any(|record| recent(record)))
}
