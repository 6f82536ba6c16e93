//! What to improve, and how.

use leptos::prelude::*;

use super::TextField;
use crate::domain::{Edit, ItemId, RecordId, TargetId};
use crate::ui::navigation::app;
use crate::ui::rows::rows;
use crate::ui::say::t;
use crate::words::Key;

/// One target. It comes into being with the first letter typed into it.
#[component]
pub fn TargetCard(
    /// The chart.
    record: RecordId,
    /// The target, or the id it will have.
    target: TargetId,
    /// The item a new target is for.
    #[prop(optional_no_strip)]
    item: Option<ItemId>,
) -> impl IntoView {
    let app = app();
    let chart = app.record(record.clone());
    let id = target.clone();
    let current = Memo::new(move |_| chart.with(|chart| chart.as_ref()?.target(&id).cloned()));
    let change = StoredValue::new((record, target, item));
    let edit = move |make: &dyn Fn(TargetId) -> Edit| {
        change.with_value(|(record, target, item)| {
            if current.with_untracked(Option::is_none) {
                app.edit(record, Edit::AddTarget { target: target.clone(), item: item.clone() });
            }
            app.edit(record, make(target.clone()));
        });
    };
    let what =
        Signal::derive(move || current.with(|target| target.as_ref().map(|t| t.what.clone()).unwrap_or_default()));
    // There is always one empty way more than are written.
    let ways = move || 0..=current.with(|target| target.as_ref().map_or(0, |target| target.hows.len()));
    let way = move |at: usize| {
        Signal::derive(move || {
            current.with(|target| target.as_ref().and_then(|target| target.hows.get(at).cloned()).unwrap_or_default())
        })
    };
    let set_way = move |at: usize, text: String| {
        let mut hows = current.with_untracked(|target| target.as_ref().map(|t| t.hows.clone()).unwrap_or_default());
        match hows.get_mut(at) {
            Some(how) => *how = text,
            None => hows.push(text),
        }
        while hows.last().is_some_and(String::is_empty) {
            hows.pop();
        }
        edit(&|target| Edit::TargetHows { target, hows: hows.clone() });
    };
    let remove = move |_| change.with_value(|(record, target, _)| app.edit(record, Edit::RemoveTarget(target.clone())));
    view! {
        <div class="target">
            <TextField
                label=t(Key::TargetWhat)
                value=what
                long=true
                on_text=move |text| edit(&|target| Edit::TargetWhat { target, text: text.clone() })
            />
            <fieldset class="ways">
                <legend>{t(Key::TargetHow)}</legend>
                {rows(
                    move || ways().map(|at| at.to_string()).collect(),
                    move |at| {
                        let at: usize = at.parse().unwrap_or_default();
                        let hint = if at == 0 { Key::TargetHowHint } else { Key::TargetHowMore };
                        view! {
                            <TextField
                                label=t(Key::TargetHowOne)
                                quiet=true
                                value=way(at)
                                hint=t(hint)
                                on_text=move |text| set_way(at, text)
                            />
                        }
                        .into_any()
                    },
                )}
            </fieldset>
            <Show when=move || current.with(Option::is_some)>
                <button type="button" class="link" on:click=remove>{t(Key::TargetRemove)}</button>
            </Show>
        </div>
    }
}
