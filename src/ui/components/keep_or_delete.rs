//! The two ways on with a chart of somebody else.

use leptos::prelude::*;

use crate::domain::{Edit, KEPT_MONTHS, months_later};
use crate::platform::day_long;
use crate::ui::chart_handle::Chart;
use crate::ui::navigation::app;
use crate::ui::say::{t, tf};
use crate::words::Key;

/// To keep it on, for as long again as from the day it came; or to delete it.
#[component]
pub fn KeepOrDelete(
    /// The chart.
    chart: Chart,
    /// Called once it is deleted.
    #[prop(into)]
    on_deleted: Callback<()>,
) -> impl IntoView {
    let app = app();
    let kept = move || chart.get().and_then(|chart| chart.kept_until());
    // On the day it came there is no keeping on.
    let until = months_later(app.today(), KEPT_MONTHS).filter(|until| untrack(kept).is_some_and(|kept| kept < *until));
    let keep = until.map(|until| {
        let is_kept = move || kept().is_some_and(|kept| kept >= until);
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || if is_kept() { "true" } else { "false" }
                on:click=move |_| chart.edit(Edit::KeepUntil(until))
            >{tf(Key::HeldKeepOn, &[("date", &day_long(until))])}</button>
        }
    });
    let delete = move |_| {
        app.delete(&chart.id());
        on_deleted.run(());
    };
    view! {
        <div class="past-actions">
            {keep}
            <button type="button" class="link" on:click=delete>{t(Key::HeldDelete)}</button>
        </div>
    }
}
