//! What is rarely needed about an item.

use leptos::prelude::*;

use super::draft::Draft;
use super::scale::DIRECTIONS;
use crate::domain::{Direction, Item, ItemId, ItemKind};
use crate::instruments::{Change, limits};
use crate::ui::components::{CheckBox, LineField};
use crate::ui::say::t;
use crate::words::Key;

/// Folded away: one statement or two ends, which end of it is best, and what is asked beside its number.
#[component]
pub fn ItemMore(
    /// The instrument.
    draft: Draft,
    /// The item.
    item: Memo<Option<Item>>,
) -> impl IntoView {
    // Made when it is first opened: a long list has many of them, and few are.
    let opened = RwSignal::new(false);
    view! {
        <details class="disclosure" on:toggle=move |_| opened.set(true)>
            <summary>{t(Key::DesignMore)}</summary>
            <div class="disclosure-body">
                {move || opened.get().then(|| view! {
                    <TwoEnds draft item />
                    <OwnBest draft item />
                    <LineField
                        label=t(Key::DesignQuestion)
                        hint=t(Key::DesignQuestionHint)
                        most=limits::LINE
                        value=Signal::derive(move || item.get().map(|item| item.question).unwrap_or_default())
                        on_text=move |text| draft.change(Change::ItemQuestion(id_of(item), text))
                    />
                })}
            </div>
        </details>
    }
}

/// The other end of an item.
#[component]
pub fn OppositeField(
    /// The instrument.
    draft: Draft,
    /// The item.
    item: Memo<Option<Item>>,
) -> impl IntoView {
    view! {
        <LineField
            label=t(Key::OppositeLabel)
            hint=t(Key::OppositeHint)
            most=limits::TEXT
            value=Signal::derive(move || item.get().map(|item| item.opposite).unwrap_or_default())
            on_text=move |text| draft.change(Change::ItemOpposite(id_of(item), text))
        />
    }
}

fn id_of(item: Memo<Option<Item>>) -> ItemId {
    item.try_get_untracked().flatten().map(|item| item.id).unwrap_or_default()
}

#[component]
fn TwoEnds(draft: Draft, item: Memo<Option<Item>>) -> impl IntoView {
    let two = Memo::new(move |_| item.get().is_some_and(|item| item.kind == ItemKind::Construct));
    let choose = move |two: bool| {
        let kind = if two { ItemKind::Construct } else { ItemKind::Statement };
        draft.change(Change::ItemKind(id_of(item), kind));
    };
    view! {
        <CheckBox label=t(Key::DesignTwoEnds) checked=two on_change=choose />
        {move || two.get().then(|| view! { <OppositeField draft item /> })}
    }
}

#[component]
fn OwnBest(draft: Draft, item: Memo<Option<Item>>) -> impl IntoView {
    let chosen = Memo::new(move |_| item.get().and_then(|item| item.direction));
    let choices = || [(None, Key::DesignBestSame)].into_iter().chain(DIRECTIONS.map(|(way, name)| (Some(way), name)));
    let option = move |(at, (direction, name)): (usize, (Option<Direction>, Key))| {
        view! { <option value=at prop:selected=move || chosen.get() == direction>{t(name)}</option> }
    };
    let choose = move |at: &str| {
        let chosen = at.parse().ok().and_then(|at| choices().nth(at));
        if let Some((direction, _)) = chosen {
            draft.change(Change::ItemDirection(id_of(item), direction));
        }
    };
    view! {
        <label class="labelled">
            <span>{t(Key::DesignBestOwn)}</span>
            <select class="field" on:change:target=move |event| choose(&event.target().value())>
                {choices().enumerate().map(option).collect_view()}
            </select>
        </label>
    }
}
