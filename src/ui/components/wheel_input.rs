//! The wheel as the input: take hold of a segment, slide, let go.

use std::sync::Arc;

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;

use super::WheelCanvas;
use crate::chart::{Wheel, preview, wheel_of};
use crate::domain::{Answer, Edit, Item, ItemId, OccasionId, Record, RecordId};
use crate::platform;
use crate::ui::navigation::app;
use crate::ui::say::{opposite_of, t, text_of};
use crate::words::Key;

/// A segment held by a finger: nothing is changed before it is let go.
#[derive(Clone, Copy, PartialEq)]
struct Held {
    spoke: usize,
    value: u8,
    pointer: i32,
    x: f64,
    y: f64,
}

/// The wheel of an occasion, to be rated on. Nothing depends on hitting a ring: the value follows the finger, the
/// bubble says it, and the sheet that `on_rated` opens has each number as a button.
#[component]
pub fn WheelInput(
    /// The chart.
    record: RecordId,
    /// The occasion being rated.
    occasion: OccasionId,
    /// The item whose sheet is open.
    #[prop(into)]
    selected: Signal<Option<ItemId>>,
    /// Called when an item was rated on the wheel.
    on_rated: impl Fn(ItemId) + Clone + Send + 'static,
) -> impl IntoView {
    let app = app();
    let chart = app.record(record.clone());
    let held = RwSignal::new(None::<Held>);
    let drawn = RwSignal::new(None::<Wheel>);
    let touch = NodeRef::<html::Div>::new();
    let occasion_id = StoredValue::new(occasion.clone());
    let items = Memo::new(move |_| {
        let on = |chart: &Arc<Record>| {
            let occasion = occasion_id.with_value(|id| chart.occasion(id).cloned())?;
            Some(chart.items_on(&occasion).cloned().collect::<Vec<Item>>())
        };
        chart.with(|chart| chart.as_ref().and_then(on).unwrap_or_default())
    });
    let spec = Memo::new(move |_| {
        let at = |id: &ItemId| items.with(|items| items.iter().position(|item| item.id == *id));
        let selected = held.get().map(|held| held.spoke).or_else(|| selected.get().as_ref().and_then(at));
        let chart = chart.get()?;
        let occasion = occasion_id.with_value(|id| chart.occasion(id).cloned());
        let spec = wheel_of(&chart, occasion.as_ref(), selected);
        Some(match held.get() {
            Some(held) => preview(spec, held.spoke, held.value),
            None => spec,
        })
    });
    let spec = Signal::derive(move || spec.get());

    // While a finger is down, the event's place is measured from the touch area, which is the disc and its margin.
    let found = move |event: &PointerEvent| {
        let area = touch.get_untracked()?.get_bounding_client_rect();
        let (x, y) = (f64::from(event.client_x()) - area.left(), f64::from(event.client_y()) - area.top());
        drawn.with_untracked(|wheel| {
            let disc = &wheel.as_ref()?.disc;
            let (x, y) = (x - area.width() / 2.0 + disc.centre.x, y - area.height() / 2.0 + disc.centre.y);
            Some((disc.segment_at(x, y), disc.value_at(x, y), x, y))
        })
    };
    let down = move |event: PointerEvent| {
        if held.get_untracked().is_some() {
            // A second finger: what the first one held goes back to what it was.
            held.set(None);
            return;
        }
        if event.button() != 0 {
            return;
        }
        if let Some((Some(spoke), value, x, y)) = found(&event) {
            platform::capture_pointer(&event);
            held.set(Some(Held { spoke, value, pointer: event.pointer_id(), x, y }));
        }
    };
    let moved = move |event: PointerEvent| {
        let Some(now) = held.get_untracked().filter(|held| held.pointer == event.pointer_id()) else { return };
        if let Some((_, value, x, y)) = found(&event) {
            held.set(Some(Held { value, x, y, ..now }));
        }
    };
    let up = move |event: PointerEvent| {
        let Some(now) = held.get_untracked().filter(|held| held.pointer == event.pointer_id()) else { return };
        held.set(None);
        let Some(item) = items.with_untracked(|items| items.get(now.spoke).map(|item| item.id.clone())) else { return };
        let occasion = occasion.clone();
        app.edit(&record, Edit::Rate { occasion, item: item.clone(), answer: Answer::Value(now.value) });
        on_rated(item);
    };
    let lost = move |event: PointerEvent| {
        if held.get_untracked().is_some_and(|held| held.pointer == event.pointer_id()) {
            held.set(None);
        }
    };
    let escape = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
        if event.key() == "Escape" && held.get_untracked().is_some() {
            held.set(None);
        }
    });
    on_cleanup(move || escape.remove());

    // Only the disc takes fingers; the page scrolls everywhere else.
    let px = |value: f64| format!("{value}px");
    let disc = move || drawn.with(|wheel| wheel.as_ref().map(|wheel| wheel.disc));
    let side = move || disc().map(|disc| px(disc.radius * 2.0));
    let bubble = move || {
        let held = held.get()?;
        let item = items.with(|items| items.get(held.spoke).cloned())?;
        let scale = chart.with_untracked(|chart| chart.as_ref().map(|chart| chart.instrument.scale))?;
        let low = u16::from(held.value) * 2 < u16::from(scale.min) + u16::from(scale.max);
        let pole = if low && !item.opposite.trim().is_empty() { opposite_of(&item) } else { text_of(&item) };
        let wide = drawn.with(|wheel| wheel.as_ref().map_or(0.0, |wheel| wheel.scene.width));
        Some((held, pole, held.x.clamp(wide * 0.25, (wide * 0.75).max(wide * 0.25))))
    };
    view! {
        <div class="wheel-input">
            <WheelCanvas spec label=t(Key::WheelInputLabel) drawn />
            <div
                class="wheel-touch"
                node_ref=touch
                style:left=move || disc().map(|disc| px(disc.centre.x - disc.radius))
                style:top=move || disc().map(|disc| px(disc.centre.y - disc.radius))
                style:width=side
                style:height=side
                on:pointerdown=down
                on:pointermove=moved
                on:pointerup=up
                on:pointercancel=lost
                on:lostpointercapture=lost
            ></div>
            {move || bubble().map(|(held, pole, x)| view! {
                <div class="bubble" style:left=px(x) style:top=px(held.y) aria-hidden="true">
                    <strong>{held.value}</strong>
                    <span>{pole}</span>
                </div>
            })}
        </div>
    }
}
