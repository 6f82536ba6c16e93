//! The question that a changed wording asks, once something was rated against it.

use leptos::prelude::*;

use crate::domain::{Edit, ItemId};
use crate::ui::chart_handle::Chart;
use crate::ui::navigation::app;
use crate::ui::say::{t, tf};
use crate::words::Key;

/// "Same thing, better words" or "A different thing"? Until answered it counts as the same thing, reworded.
#[component]
pub fn RewordingQuestion(
    /// The chart.
    chart: Chart,
    /// The item that was reworded.
    item: ItemId,
) -> impl IntoView {
    let app = app();
    let id = StoredValue::new(item);
    let before = Memo::new(move |_| {
        let item = chart.item(&id.get_value())?;
        let wording = item.earlier.last().filter(|_| item.asks_same_thing())?;
        Some((wording.text.clone(), wording.opposite.clone()))
    });
    let same = move |_| chart.edit(Edit::SameThing(id.get_value()));
    let different = move |_| {
        chart.edit(Edit::DifferentThing { item: id.get_value(), new: ItemId::new(app.fresh_part_id()) });
    };
    move || {
        before.get().map(|(text, opposite)| {
            let was = match opposite.trim() {
                "" => tf(Key::RewordWasText, &[("text", &text)]),
                opposite => tf(Key::RewordWas, &[("text", &text), ("opposite", opposite)]),
            };
            view! {
                <div class="question" role="group" aria-label=t(Key::RewordTitle)>
                    <p>{was}</p>
                    <div class="actions">
                        <button type="button" class="button quiet" on:click=same>{t(Key::RewordSame)}</button>
                        <button type="button" class="button quiet" on:click=different>{t(Key::RewordDifferent)}</button>
                    </div>
                    <p class="soft">{t(Key::RewordHelp)}</p>
                </div>
            }
        })
    }
}
