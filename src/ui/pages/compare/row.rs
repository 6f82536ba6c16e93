//! One item then and now: both poles, all marks on one line, and behind a touch the words of every time.

use leptos::prelude::*;

use super::pair::Pair;
use super::sentences::{difference_words, no_room_words, reworded_words, shift_words, to_go_words};
use crate::analysis::{Change, Pairing};
use crate::chart::row_of;
use crate::domain::{Edit, ItemId, ItemKind};
use crate::platform;
use crate::ui::components::{CheckBox, Dumbbell, EveryTime, SeenAtEnds};
use crate::ui::say::{opposite_of, t, text_of};
use crate::words::Key;

/// A row of the comparison. A higher number is not praised and a lower one not blamed.
#[component]
pub fn ChangeRow(
    /// The two compared.
    pair: Pair,
    /// The item.
    item: ItemId,
) -> impl IntoView {
    let change = pair.change(item.clone());
    let open = RwSignal::new(false);
    let selected = {
        let item = item.clone();
        Memo::new(move |_| pair.selected.get().as_ref() == Some(&item))
    };
    // A touch on its spoke opens it as well.
    Effect::new(move |_| {
        if selected.get() {
            open.set(true);
        }
    });
    let touch = {
        let item = item.clone();
        Callback::new(move |()| {
            let opens = !open.get_untracked();
            open.set(opens);
            pair.selected.set(opens.then(|| item.clone()));
        })
    };
    let (anchor, every_time) = (item.to_string(), item.clone());
    view! {
        <li class="change" class:selected=move || selected.get() data-item=anchor>
            {move || {
                // Its words name the two days, which may change while the item does not.
                pair.days.with(|_| {});
                change.get().map(|change| view! { <Shown pair change open touch /> })
            }}
            <div class="change-details" hidden=move || !open.get()>
                <Seen change />
                <EveryTime chart=pair.chart item=every_time />
                <IdeaChanged pair item change />
                <button type="button" class="link to-wheel" on:click=|_| platform::scroll_to(".beside-wheel")>
                    {t(Key::OnTheWheel)}
                </button>
            </div>
        </li>
    }
}

/// What is always shown of a row.
#[component]
fn Shown(pair: Pair, change: Change, open: RwSignal<bool>, touch: Callback<()>) -> impl IntoView {
    let spec = row_of(&change, pair.scale(), pair.peek().and_then(|both| both.steadiness));
    let (scale, direction) = (change.scale, change.direction);
    let words = move |(style, reading)| pair.words_of(style, reading, direction);
    let difference = difference_words(&change);
    view! {
        <div class="change-head">
            <span class="item-number">{change.number}</span>
            <h3>
                <button
                    type="button"
                    class="change-open"
                    aria-expanded=move || if open.get() { "true" } else { "false" }
                    on:click=move |_| touch.run(())
                >
                    {text_of(&change.item)}
                </button>
            </h3>
            {difference.map(|text| view! { <span class="change-by">{text}</span> })}
        </div>
        {(change.item.kind == ItemKind::Construct).then(|| view! {
            <div class="change-poles">
                <div><span class="visually-hidden">{scale.min}": "</span><span>{opposite_of(&change.item)}</span></div>
                <div><span class="visually-hidden">{scale.max}": "</span><span>{text_of(&change.item)}</span></div>
            </div>
        })}
        <Dumbbell spec words />
        <Remarks pair change />
    }
}

/// What keeps a number from being misread.
#[component]
fn Remarks(pair: Pair, change: Change) -> impl IntoView {
    let within = pair
        .peek()
        .and_then(|both| both.steadiness)
        .filter(|_| !pair.is_steadiness.get_untracked())
        .is_some_and(|steadiness| change.difference().is_some_and(|by| by != 0 && steadiness.covers(by)));
    let remarks = [
        change.idea_changed().then(|| t(Key::IdeaHasChanged).to_owned()),
        change.no_room().then(|| no_room_words(&change)),
        within.then(|| t(Key::WithinSteadiness).to_owned()),
        reworded_words(&change),
    ];
    remarks.into_iter().flatten().map(|line| view! { <p class="soft">{line}</p> }).collect_view()
}

/// What the marks say of the item, and what one would see at each end.
#[component]
fn Seen(change: Memo<Option<Change>>) -> impl IntoView {
    let line = |words: String| view! { <p>{words}</p> };
    move || {
        change.get().map(|change| {
            view! {
                {change.shift().map(shift_words).map(line)}
                {change.to_go().map(to_go_words).map(line)}
                <SeenAtEnds item=&change.item />
            }
        })
    }
}

/// "My idea of this has changed": asked of what was rated both times.
#[component]
fn IdeaChanged(pair: Pair, item: ItemId, change: Memo<Option<Change>>) -> impl IntoView {
    let item = StoredValue::new(item);
    let asked = Memo::new(move |_| {
        change.with(|change| change.as_ref().is_some_and(|change| matches!(change.pairing, Pairing::Matched { .. })))
            && !pair.is_steadiness.get()
            && pair.chart.is_own()
    });
    let checked = Signal::derive(move || change.with(|change| change.as_ref().is_some_and(Change::idea_changed)));
    let tick = Callback::new(move |on: bool| {
        if let Some((_, occasion)) = pair.ids.get_untracked() {
            pair.chart.edit(Edit::IdeaChanged { occasion, item: item.get_value(), on });
        }
    });
    move || asked.get().then(|| view! { <CheckBox label=t(Key::IdeaChangedTick) checked on_change=tick /> })
}
