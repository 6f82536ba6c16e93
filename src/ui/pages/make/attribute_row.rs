//! One line of the list of attributes.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;

use crate::domain::{Category, Edit, ItemId, Origin, RecordId};
use crate::platform;
use crate::ui::components::RewordingQuestion;
use crate::ui::navigation::app;
use crate::ui::say::{t, tf};
use crate::words::Key;

/// A line to write in; while arranging, a line to move.
#[component]
pub fn AttributeRow(
    /// The chart.
    record: RecordId,
    /// The item, or the id it will have.
    item: ItemId,
    /// The prompt card a new one answers.
    #[prop(into)]
    category: Signal<Option<Category>>,
    /// Whether the list is being arranged.
    arranging: RwSignal<bool>,
    /// The row being dragged, and where to.
    dragged: RwSignal<Option<(ItemId, usize)>>,
) -> impl IntoView {
    let app = app();
    let chart = app.record(record.clone());
    let id = item.clone();
    let current = Memo::new(move |_| chart.with(|chart| chart.as_ref()?.item(&id).cloned()));
    let ids = StoredValue::new((record.clone(), item.clone()));
    let text = move || current.with(|item| item.as_ref().map(|item| item.text.clone()).unwrap_or_default());
    let edit = move |make: &dyn Fn(ItemId) -> Edit| {
        ids.with_value(|(record, item)| app.edit(record, make(item.clone())));
    };
    let write = move |text: String| match current.get_untracked() {
        Some(item) => {
            let opposite = item.opposite;
            edit(&|item| Edit::Reword { item, text: text.clone(), opposite: opposite.clone() });
        }
        None => edit(&|item| Edit::AddItem {
            item,
            text: text.clone(),
            origin: Origin::Own,
            category: category.get_untracked(),
        }),
    };
    // A line emptied again is no attribute, unless it was rated.
    let left = move |_| {
        let empty = current.with_untracked(|item| item.as_ref().is_some_and(|item| item.text.trim().is_empty()));
        let rated = chart.with_untracked(|chart| {
            ids.with_value(|(_, item)| chart.as_ref().is_some_and(|chart| chart.has_been_rated(item)))
        });
        if empty && !rated {
            edit(&Edit::RemoveItem);
        }
    };
    let entered = move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            platform::focus(".attributes > li:last-child input");
        }
    };
    view! {
        <li class="attribute" data-item=item.to_string()>
            <Show
                when=move || arranging.get()
                fallback=move || view! {
                    <input
                        class="field"
                        type="text"
                        autocomplete="off"
                        enterkeyhint="next"
                        aria-label=t(Key::AttributeLabel)
                        placeholder=t(Key::AttributeHint)
                        prop:value=text
                        on:input:target=move |event| write(event.target().value())
                        on:keydown=entered
                        on:blur=left
                    />
                    <Show when=move || current.with(Option::is_some)>
                        <button
                            type="button"
                            class="icon-button"
                            aria-label=move || tf(Key::AttributeRemove, &[("text", &text())])
                            on:click=move |_| edit(&Edit::RemoveItem)
                        ><span class="icon icon-remove" aria-hidden="true"></span></button>
                    </Show>
                }
            >
                <Arrange ids text=Signal::derive(text) dragged />
            </Show>
            <RewordingQuestion record=record.clone() item=item.clone() />
        </li>
    }
}

/// The row as something to be moved, by finger and by button.
#[component]
fn Arrange(
    ids: StoredValue<(RecordId, ItemId)>,
    text: Signal<String>,
    dragged: RwSignal<Option<(ItemId, usize)>>,
) -> impl IntoView {
    let app = app();
    let handle = NodeRef::<html::Span>::new();
    let chart = app.record(ids.with_value(|(record, _)| record.clone()));
    let place = Memo::new(move |_| {
        chart.with(|chart| {
            let items = chart.iter().flat_map(|chart| chart.items().map(|item| &item.id));
            ids.with_value(|(_, item)| items.enumerate().find(|(_, each)| *each == item).map(|(at, _)| at))
        })
    });
    let count = move || chart.with(|chart| chart.as_ref().map_or(0, |chart| chart.items().count()));
    let put = move |to: usize| ids.with_value(|(record, item)| app.edit(record, Edit::Move { item: item.clone(), to }));
    let hold = move |event: PointerEvent| {
        platform::capture_pointer(&event);
        if let Some(at) = place.get_untracked() {
            dragged.set(Some((ids.get_value().1, at)));
        }
    };
    let drag = move |event: PointerEvent| {
        if dragged.with_untracked(Option::is_none) {
            return;
        }
        let over = handle.get_untracked().and_then(|handle| platform::row_under(&handle, f64::from(event.client_y())));
        if let Some(to) = over.filter(|to| dragged.with_untracked(|d| d.as_ref().is_some_and(|(_, at)| at != to))) {
            dragged.set(Some((ids.get_value().1, to)));
        }
    };
    let drop = move |_| {
        if let Some((_, to)) = dragged.get_untracked() {
            dragged.set(None);
            put(to);
        }
    };
    view! {
        <span
            class="handle"
            node_ref=handle
            aria-hidden="true"
            on:pointerdown=hold
            on:pointermove=drag
            on:pointerup=drop
            on:pointercancel=move |_| dragged.set(None)
        ><span class="icon icon-drag"></span></span>
        <span class="attribute-text">{move || text.get()}</span>
        <button
            type="button"
            class="icon-button"
            aria-label=move || tf(Key::MoveUp, &[("text", &text.get())])
            disabled=move || place.get() == Some(0)
            on:click=move |_| if let Some(at) = place.get_untracked() { put(at.saturating_sub(1)) }
        ><span class="icon icon-up" aria-hidden="true"></span></button>
        <button
            type="button"
            class="icon-button"
            aria-label=move || tf(Key::MoveDown, &[("text", &text.get())])
            disabled=move || place.get().is_some_and(|at| at + 1 == count())
            on:click=move |_| if let Some(at) = place.get_untracked() { put(at + 1) }
        ><span class="icon icon-down" aria-hidden="true"></span></button>
    }
}
