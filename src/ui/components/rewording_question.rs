//! The question that a changed wording asks, once something was rated against it.

use leptos::prelude::*;

use crate::domain::{Edit, ItemId, RecordId};
use crate::ui::navigation::app;
use crate::ui::say::{t, tf};
use crate::words::Key;

/// "Same thing, better words" or "A different thing"? Until answered it counts as the same thing, reworded.
#[component]
pub fn RewordingQuestion(
    /// The chart.
    record: RecordId,
    /// The item that was reworded.
    item: ItemId,
) -> impl IntoView {
    let app = app();
    let chart = app.record(record.clone());
    let wanted = item.clone();
    let before = Memo::new(move |_| {
        chart.with(|chart| {
            let item = chart.as_ref()?.item(&wanted)?;
            let wording = item.earlier.last().filter(|_| item.asks_same_thing())?;
            Some((wording.text.clone(), wording.opposite.clone()))
        })
    });
    let same = {
        let (record, item) = (record.clone(), item.clone());
        move |_| app.edit(&record, Edit::SameThing(item.clone()))
    };
    let different = move |_| {
        let new = ItemId::new(app.fresh_id());
        app.edit(&record, Edit::DifferentThing { item: item.clone(), new });
    };
    view! {
        {move || before.get().map(|(text, opposite)| view! {
            <div class="question" role="group" aria-label=t(Key::RewordTitle)>
                <p>{tf(Key::RewordWas, &[("text", &text), ("opposite", &opposite)])}</p>
                <div class="actions">
                    <button type="button" class="button quiet" on:click=same.clone()>{t(Key::RewordSame)}</button>
                    <button type="button" class="button quiet" on:click=different.clone()>{t(Key::RewordDifferent)}</button>
                </div>
                <p class="soft">{t(Key::RewordHelp)}</p>
            </div>
        })}
    }
}
