//! The wheel as the input: take hold of a segment, slide, let go.

use leptos::ev::{KeyboardEvent, PointerEvent, TouchEvent};
use leptos::html;
use leptos::prelude::*;

use super::WheelCanvas;
use crate::chart::{Wheel, preview, wheel_to_rate};
use crate::domain::{Answer, Edit, ItemId, OccasionId};
use crate::platform;
use crate::ui::chart_handle::Chart;
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
    /// Whether there is too little of the window above the finger for the bubble.
    near_top: bool,
}

/// The bubble's height with its distance from the finger, CSS pixels.
const BUBBLE_ROOM: i32 = 150;
/// Half of the widest bubble, CSS pixels.
const BUBBLE_HALF: f64 = 106.0;

/// The wheel of an occasion, to be rated on. Nothing depends on hitting a ring: the value follows the finger, the
/// bubble says it, and the sheet that `on_rated` opens has each number as a button.
#[component]
pub fn WheelInput(
    /// The chart.
    chart: Chart,
    /// The occasion being rated.
    occasion: OccasionId,
    /// The item whose sheet is open.
    selected: Memo<Option<ItemId>>,
    /// Called when an item was rated on the wheel.
    #[prop(into)]
    on_rated: Callback<ItemId>,
) -> impl IntoView {
    let held = RwSignal::new(None::<Held>);
    let drawn = RwSignal::new(None::<Wheel>);
    let touch = NodeRef::<html::Div>::new();
    let occasion = StoredValue::new(occasion);
    let spec = Signal::derive(move || {
        let (held, selected, chart) = (held.get(), selected.get(), chart.get()?);
        let occasion = chart.occasion(&occasion.get_value())?;
        let open = selected.and_then(|id| chart.items_to_rate(occasion).position(|item| item.id == id));
        let spec = wheel_to_rate(&chart, occasion, held.map(|held| held.spoke).or(open));
        Some(match held {
            Some(held) => preview(spec, held.spoke, held.value),
            None => spec,
        })
    });
    let mine = move |event: &PointerEvent| held.get_untracked().filter(|held| held.pointer == event.pointer_id());
    let down = move |event: PointerEvent| {
        if held.get_untracked().is_some() {
            // A second finger: what the first one held goes back to what it was.
            held.set(None);
        } else if event.button() == 0
            && let Some(now) = hold(&event, touch, drawn)
        {
            platform::capture_pointer(&event, ".wheel-touch");
            held.set(Some(now));
        }
    };
    let moved = move |event: PointerEvent| {
        let under = touch_point(&event, touch, drawn);
        if let (Some(now), Some((wheel, x, y))) = (mine(&event), under) {
            held.set(Some(Held { value: wheel.disc.value_at(x, y), x, y, near_top: near_top(&event), ..now }));
        }
    };
    let up = move |event: PointerEvent| {
        let Some(now) = mine(&event) else { return };
        held.set(None);
        let occasion = occasion.get_value();
        let item = chart.peek().and_then(|chart| {
            let occasion = chart.occasion(&occasion)?;
            chart.items_to_rate(occasion).nth(now.spoke).map(|item| item.id.clone())
        });
        if let Some(item) = item {
            chart.edit(Edit::Rate { occasion, item: item.clone(), answer: Answer::Value(now.value) });
            on_rated.run(item);
        }
    };
    let lost = move |event: PointerEvent| {
        if mine(&event).is_some() {
            held.set(None);
        }
    };
    let escape = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
        if event.key() == "Escape" && held.get_untracked().is_some() {
            held.set(None);
        }
    });
    // A second finger anywhere lets go too.
    let second = window_event_listener(leptos::ev::pointerdown, move |event: PointerEvent| {
        if held.get_untracked().is_some() && mine(&event).is_none() {
            held.set(None);
        }
    });
    on_cleanup(move || {
        escape.remove();
        second.remove();
    });

    // Only the disc takes fingers; the page scrolls everywhere else.
    let place = Memo::new(move |_| drawn.get().map(|wheel| (wheel.disc.centre, wheel.disc.radius)));
    let left = move || place.get().map(|(centre, radius)| px(centre.x - radius));
    let top = move || place.get().map(|(centre, radius)| px(centre.y - radius));
    let side = move || place.get().map(|(_, radius)| px(radius * 2.0));
    view! {
        <div class="wheel-input">
            <WheelCanvas spec label=t(Key::WheelInputLabel) drawn />
            <div
                class="wheel-touch"
                node_ref=touch
                style:left=left
                style:top=top
                style:width=side
                style:height=side
                on:pointerdown=down
                on:pointermove=moved
                on:pointerup=up
                on:pointercancel=lost
                on:lostpointercapture=lost
                on:touchend=without_click
            ></div>
            <Bubble chart occasion held drawn />
        </div>
    }
}

/// The number and the pole, above the finger; below it where the window ends.
#[component]
fn Bubble(
    chart: Chart,
    occasion: StoredValue<OccasionId>,
    held: RwSignal<Option<Held>>,
    drawn: RwSignal<Option<Wheel>>,
) -> impl IntoView {
    move || {
        let held = held.get()?;
        let chart = chart.peek()?;
        let item = chart.items_to_rate(chart.occasion(&occasion.get_value())?).nth(held.spoke)?;
        let scale = chart.instrument.scale;
        let low = u16::from(held.value) * 2 < u16::from(scale.min) + u16::from(scale.max);
        let pole = if low && !item.opposite.trim().is_empty() { opposite_of(item) } else { text_of(item) };
        let wide = drawn.get_untracked().map_or(0.0, |wheel| wheel.scene.width);
        let x = held.x.min(wide - BUBBLE_HALF).max(BUBBLE_HALF);
        Some(view! {
            <div class="bubble" class:below=held.near_top style:left=px(x) style:top=px(held.y) aria-hidden="true">
                <strong>{held.value}</strong>
                <span>{pole}</span>
            </div>
        })
    }
}

/// Keeps the click that follows a touch from landing on the sheet that has opened under the finger.
fn without_click(event: TouchEvent) {
    // After a slide there is no click to come, and nothing to keep from it.
    if event.cancelable() {
        event.prevent_default();
    }
}

/// The segment under a pointer, taken hold of.
fn hold(event: &PointerEvent, touch: NodeRef<html::Div>, drawn: RwSignal<Option<Wheel>>) -> Option<Held> {
    let (wheel, x, y) = touch_point(event, touch, drawn)?;
    let spoke = wheel.disc.segment_at(x, y)?;
    let value = wheel.disc.value_at(x, y);
    Some(Held { spoke, value, pointer: event.pointer_id(), x, y, near_top: near_top(event) })
}

fn near_top(event: &PointerEvent) -> bool {
    event.client_y() < BUBBLE_ROOM
}

/// Where a pointer is on the wheel, measured from the touch area, whose middle is the disc's.
fn touch_point(
    event: &PointerEvent,
    touch: NodeRef<html::Div>,
    drawn: RwSignal<Option<Wheel>>,
) -> Option<(Wheel, f64, f64)> {
    let area = touch.get_untracked()?.get_bounding_client_rect();
    let wheel = drawn.get_untracked()?;
    let x = f64::from(event.client_x()) - area.left() - area.width() / 2.0 + wheel.disc.centre.x;
    let y = f64::from(event.client_y()) - area.top() - area.height() / 2.0 + wheel.disc.centre.y;
    Some((wheel, x, y))
}

/// A length for a style, to the whole pixel.
fn px(length: f64) -> String {
    format!("{}px", length.round() as i32)
}
