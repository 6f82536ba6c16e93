//! One line of the list of attributes.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;

use crate::domain::{Category, Edit, Item, ItemId, Origin};
use crate::platform;
use crate::ui::chart_handle::Chart;
use crate::ui::components::RewordingQuestion;
use crate::ui::say::{t, tf};
use crate::words::Key;

/// What the rows of the list share.
#[derive(Clone, Copy)]
pub struct Listing {
    /// The chart.
    pub chart: Chart,
    /// The prompt card that the next attribute answers.
    pub category: Signal<Option<Category>>,
    /// Whether the list is being arranged.
    pub arranging: RwSignal<bool>,
    /// The row being dragged, and where to.
    pub dragged: RwSignal<Option<(ItemId, usize)>>,
}

/// A line to write in; while arranging, a line to move.
#[component]
pub fn AttributeRow(
    /// The list it stands in.
    list: Listing,
    /// The item, or the id it will have.
    item: ItemId,
) -> impl IntoView {
    let chart = list.chart;
    let id = StoredValue::new(item.clone());
    let text = Memo::new(move |_| chart.item(&id.get_value()).map(|item| item.text));
    let given = chart.peek().is_some_and(|chart| chart.item(&item).is_some_and(|item| item.origin == Origin::Given));
    let line = move || {
        if list.arranging.get() {
            view! { <Arrange list id text /> }.into_any()
        } else {
            view! { <Line list id text /> }.into_any()
        }
    };
    view! {
        <li class="attribute" data-item=item.to_string()>
            {line}
            {given.then(|| view! { <span class="tag">{t(Key::GivenTag)}</span> })}
            <RewordingQuestion chart item=item.clone() />
        </li>
    }
}

/// The row as something to write in.
#[component]
fn Line(list: Listing, id: StoredValue<ItemId>, text: Memo<Option<String>>) -> impl IntoView {
    let chart = list.chart;
    let exists = Memo::new(move |_| text.get().is_some());
    let write = move |text: String| {
        let item = id.get_value();
        let before = untrack(|| chart.item(&item));
        chart.edit(match before {
            Some(before) => Edit::Reword { item, text, opposite: before.opposite },
            None => Edit::AddItem { item, text, origin: Origin::Own, category: list.category.get_untracked() },
        });
    };
    let remove = move || chart.edit(Edit::RemoveItem(id.get_value()));
    // A line emptied again is no attribute, unless something was said about it.
    let left = move |_| {
        // The row may be on its way out, and its values gone before it.
        let Some(item) = id.try_get_value() else { return };
        let Some(now) = chart.peek() else { return };
        if !now.has_been_rated(&item) && now.item(&item).is_some_and(Item::is_empty) {
            remove();
        }
    };
    let entered = move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            platform::focus_field(".attributes > li:last-child");
        }
    };
    let label = move || tf(Key::AttributeRemove, &[("text", &text.get().unwrap_or_default())]);
    view! {
        <input
            class="field"
            type="text"
            autocomplete="off"
            enterkeyhint="next"
            aria-label=t(Key::AttributeLabel)
            placeholder=t(Key::AttributeHint)
            prop:value=move || text.get().unwrap_or_default()
            on:input:target=move |event| write(event.target().value())
            on:keydown=entered
            on:blur=left
        />
        {move || exists.get().then(|| view! {
            <button type="button" class="icon-button" aria-label=label on:click=move |_| remove()>
                <span class="icon icon-remove" aria-hidden="true"></span>
            </button>
        })}
    }
}

/// The row as something to be moved, by finger and by button.
#[component]
fn Arrange(list: Listing, id: StoredValue<ItemId>, text: Memo<Option<String>>) -> impl IntoView {
    let Listing { chart, dragged, .. } = list;
    // Where it is, and how many there are.
    let place = Memo::new(move |_| {
        let items = chart.item_ids();
        (items.iter().position(|item| *item == id.get_value()).unwrap_or_default(), items.len())
    });
    // Moving a row takes the focus from its buttons; whoever moves it wants to go on.
    let step = move |to: usize, button: &str| {
        let item = id.get_value();
        platform::focus(format!("[data-item='{item}'] [data-move='{button}']"));
        chart.edit(Edit::Move { item, to });
    };
    let hold = move |event: PointerEvent| {
        // The list keeps the finger: the row itself leaves its place as it is dragged.
        platform::capture_pointer(&event, "ol");
        dragged.set(Some((id.get_value(), place.get_untracked().0)));
    };
    let words = move || text.get().unwrap_or_default();
    view! {
        <span
            class="handle"
            aria-hidden="true"
            on:pointerdown=hold
        ><span class="icon icon-drag"></span></span>
        <span class="attribute-text">{words}</span>
        <button
            type="button"
            class="icon-button"
            data-move="up"
            aria-label=move || tf(Key::MoveUp, &[("text", &words())])
            disabled=move || place.get().0 == 0
            on:click=move |_| step(place.get_untracked().0.saturating_sub(1), "up")
        ><span class="icon icon-up" aria-hidden="true"></span></button>
        <button
            type="button"
            class="icon-button"
            data-move="down"
            aria-label=move || tf(Key::MoveDown, &[("text", &words())])
            disabled=move || place.get().0 + 1 == place.get().1
            on:click=move |_| step(place.get_untracked().0 + 1, "down")
        ><span class="icon icon-down" aria-hidden="true"></span></button>
    }
}
