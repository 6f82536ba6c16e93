//! The list of what has changed, in the order one likes.

use leptos::prelude::*;

use super::pair::Pair;
use super::row::ChangeRow;
use super::sections::SectionChanges;
use crate::analysis::{Change, Comparison, Group, Sort};
use crate::domain::ItemId;
use crate::ui::components::Disclosure;
use crate::ui::say::{t, tf};
use crate::words::Key;

/// All items, sorted. A row keeps its place while it is open: what is ticked in it moves it only when the page is opened
/// again, or sorted anew.
#[component]
pub fn Rows(
    /// The two compared.
    pair: Pair,
) -> impl IntoView {
    let items = Memo::new(move |_| {
        let comparison = pair.comparison.get();
        comparison.iter().flat_map(|both| both.changes.iter().map(|change| change.item.id.clone())).collect::<Vec<_>>()
    });
    let sorted = Memo::new(move |_| {
        pair.ids.with(|_| {});
        items.with(|_| {});
        let sort = pair.sort.get()?;
        let comparison = pair.peek()?;
        let ids = |(group, changes): (Option<Group>, Vec<&Change>)| {
            (group, changes.into_iter().map(|change| change.item.id.clone()).collect::<Vec<ItemId>>())
        };
        Some(comparison.sorted(sort).into_iter().map(ids).collect::<Vec<_>>())
    });
    let audit = pair.chart.peek().is_some_and(|chart| chart.is_audit());
    let part = move |(group, items): (Option<Group>, Vec<ItemId>)| {
        let higher_is_better = pair.peek().is_some_and(|both| both.higher_is_better());
        let (name, count) = (group.map(|group| t(group_name(group, higher_is_better))), items.len());
        let rows = change_rows(pair, items);
        match name {
            // A long list is opened group by group.
            Some(name) if audit => {
                let summary = tf(Key::GroupCount, &[("group", name), ("n", &count.to_string())]);
                view! { <Disclosure summary=summary>{rows}</Disclosure> }.into_any()
            }
            name => {
                view! { <section class="group">{name.map(|name| view! { <h2>{name}</h2> })}{rows}</section> }.into_any()
            }
        }
    };
    view! {
        <SortChoice pair />
        {move || match sorted.get() {
            Some(parts) => parts.into_iter().map(part).collect_view().into_any(),
            None => view! { <SectionChanges pair /> }.into_any(),
        }}
    }
}

/// The rows of some items.
pub fn change_rows(pair: Pair, items: Vec<ItemId>) -> AnyView {
    let row = |item| view! { <ChangeRow pair item /> };
    view! { <ul class="changes">{items.into_iter().map(row).collect_view()}</ul> }.into_any()
}

/// What the list can be sorted by, as an option of the choice.
const SORTS: [(&str, Sort, Key); 5] = [
    ("change", Sort::Change, Key::SortChange),
    ("to-go", Sort::ToGo, Key::SortToGo),
    ("matters", Sort::Matters, Key::SortMatters),
    ("given", Sort::Given, Key::SortGiven),
    ("weight", Sort::Weight, Key::SortWeight),
];

/// Whether there is anything that the list could be sorted by in this way.
fn makes_sense(comparison: &Comparison, sort: Sort) -> bool {
    let any = |there: fn(&Change) -> bool| comparison.changes.iter().any(there);
    match sort {
        Sort::Change | Sort::Given => true,
        Sort::ToGo => any(|change| change.to_go().is_some()),
        Sort::Matters => any(|change| change.matters),
        Sort::Weight => any(|change| change.weight().is_some()),
    }
}

#[component]
fn SortChoice(pair: Pair) -> impl IntoView {
    let sections = pair.sort.get_untracked().is_none();
    let offered = Memo::new(move |_| {
        let offered = pair.comparison.with(|both| {
            let both = both.as_ref()?;
            Some(
                SORTS
                    .into_iter()
                    .filter(|(_, sort, _)| makes_sense(both, *sort))
                    .map(|(name, ..)| name)
                    .collect::<Vec<_>>(),
            )
        });
        offered.unwrap_or_default()
    });
    let choose = move |name: String| {
        pair.sort.set(SORTS.into_iter().find(|(each, ..)| *each == name).map(|(_, sort, _)| sort));
    };
    let option = move |(name, sort, key): (&'static str, Sort, Key)| {
        view! { <option value=name prop:selected=move || pair.sort.get() == Some(sort)>{t(key)}</option> }
    };
    let options = move |more: bool| {
        let offered = offered.get();
        let these =
            SORTS.into_iter().filter(move |(name, sort, _)| (*sort == Sort::Weight) == more && offered.contains(name));
        these.map(option).collect_view()
    };
    let weight = Memo::new(move |_| offered.get().contains(&"weight"));
    view! {
        <label class="labelled sort">
            <span>{t(Key::SortedBy)}</span>
            <select class="field" on:change:target=move |event| choose(event.target().value())>
                {sections.then(|| view! {
                    <option value="" prop:selected=move || pair.sort.get().is_none()>{t(Key::BySection)}</option>
                })}
                {move || options(false)}
                // A product of two ratings has no unit: it orders, and stands apart.
                {move || weight.get().then(|| view! { <optgroup label=t(Key::MoreActions)>{options(true)}</optgroup> })}
            </select>
        </label>
    }
}

fn group_name(group: Group, higher_is_better: bool) -> Key {
    match group {
        Group::HeldHigh if higher_is_better => Key::GroupHeldHigh,
        Group::HeldHigh => Key::GroupHeldBest,
        Group::Better if higher_is_better => Key::GroupHigher,
        Group::Better => Key::GroupBetter,
        Group::Worse if higher_is_better => Key::GroupLower,
        Group::Worse => Key::GroupWorse,
        Group::Moved => Key::GroupMoved,
        Group::Same => Key::GroupSame,
        Group::SeenDifferently => Key::GroupSeenDifferently,
        Group::NotBoth => Key::GroupNotBoth,
        Group::New => Key::GroupNew,
        Group::SetAside => Key::GroupSetAside,
    }
}
