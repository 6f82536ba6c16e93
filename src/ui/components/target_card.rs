//! What to improve, and how.

use leptos::prelude::*;

use super::TextField;
use crate::domain::{Edit, ItemId, Target, TargetId};
use crate::ui::chart_handle::Chart;
use crate::ui::rows::rows;
use crate::ui::say::{t, text_of};
use crate::words::Key;

/// One target, under the item it is for. It comes into being with the first letter typed into it.
#[component]
pub fn TargetCard(
    /// The chart.
    chart: Chart,
    /// The target, or the id it will have.
    target: TargetId,
    /// The item a new target is for.
    #[prop(optional_no_strip)]
    item: Option<ItemId>,
    /// What else is said of it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let new = StoredValue::new((target, item));
    let current = Memo::new(move |_| chart.get()?.target(&new.get_value().0).cloned());
    let exists = Memo::new(move |_| current.get().is_some());
    let id = move || {
        let (target, item) = new.get_value();
        if !exists.get_untracked() {
            chart.edit(Edit::AddTarget { target: target.clone(), item });
        }
        target
    };
    let aim = Memo::new(move |_| match current.get() {
        Some(target) => target.item,
        None => new.get_value().1,
    });
    let heading = move || aim.get().and_then(|item| chart.item(&item)).map(|item| view! { <h2>{text_of(&item)}</h2> });
    let set_what = move |text| chart.edit(Edit::TargetWhat { target: id(), text });
    let remove = move |_| chart.edit(Edit::RemoveTarget(id()));
    view! {
        <section class="target">
            {heading}
            <TextField
                label=t(Key::TargetWhat)
                value=Signal::derive(move || current.get().map(|target| target.what).unwrap_or_default())
                long=true
                on_text=set_what
            />
            <Ways current on_how=move |(at, text)| chart.edit(Edit::TargetHow { target: id(), at, text }) />
            {children.map(|children| children())}
            {move || exists.get().then(|| view! {
                <button type="button" class="link" on:click=remove>{t(Key::TargetRemove)}</button>
            })}
        </section>
    }
}

/// The ways to develop it: always one empty line more than are written.
#[component]
fn Ways(current: Memo<Option<Target>>, #[prop(into)] on_how: Callback<(usize, String)>) -> impl IntoView {
    let hows = move || current.get().map(|target| target.hows).unwrap_or_default();
    let keys = move || (0..=hows().len()).map(|at| at.to_string()).collect();
    let way = move |key: String| {
        let at: usize = key.parse().unwrap_or_default();
        let set = move |text: String| on_how.run((at, text));
        view! {
            <TextField
                label=t(Key::TargetHowOne)
                quiet=true
                value=Signal::derive(move || hows().get(at).cloned().unwrap_or_default())
                hint=t(if at == 0 { Key::TargetHowHint } else { Key::TargetHowMore })
                on_text=set
            />
        }
        .into_any()
    };
    view! {
        <fieldset class="ways">
            <legend>{t(Key::TargetHow)}</legend>
            {rows(keys, way)}
        </fieldset>
    }
}
