//! One chart, looked at by two: the picture, then one item at a time, and what comes of it.

mod closing;
mod opening;
mod said;
mod talk;

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;

use closing::Closing;
use opening::Opening;
use said::ItemStop;
use talk::{Stop, Talk};

use crate::domain::RecordId;
use crate::platform;
use crate::state::Route;
use crate::ui::chart_handle::Chart;
use crate::ui::components::{EarlierHidden, Page};
use crate::ui::say::t;
use crate::words::Key;

/// How far a finger goes from side to side until it means another screen, in CSS pixels.
const SWIPE: i32 = 60;

/// One chart, looked at by two, large and calm. The screen stays on.
#[component]
pub fn TogetherPage(
    /// Which.
    record: RecordId,
) -> impl IntoView {
    let chart = Chart::follow(record.clone());
    let hidden = Memo::new(move |_| chart.get().map(|chart| chart.is_rating_again()));
    platform::stay_awake();
    let talk = Talk::begin(chart);
    let body = move || match hidden.get() {
        None => view! { <p>{t(Key::ChartGone)}</p> }.into_any(),
        Some(true) => view! { <EarlierHidden chart /> }.into_any(),
        Some(false) => view! { <Screens talk /> }.into_any(),
    };
    let footer = move || view! { {move || (hidden.get() == Some(false)).then(|| view! { <Ways talk /> })} };
    view! {
        <Page title=t(Key::TogetherTitle) back=Some(Route::Chart(record)) footer=footer>
            {body}
        </Page>
    }
}

/// The screen shown. The next one is a touch, an arrow key or a swipe away; in a field both are the field's own.
#[component]
fn Screens(talk: Talk) -> impl IntoView {
    let keys = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() {
            return;
        }
        match event.key().as_str() {
            "ArrowRight" => talk.go(1),
            "ArrowLeft" => talk.go(-1),
            _ => {}
        }
    });
    on_cleanup(move || keys.remove());
    let from = StoredValue::new(None::<(i32, i32)>);
    let down = move |event: PointerEvent| {
        from.set_value((event.pointer_type() == "touch").then(|| (event.client_x(), event.client_y())));
    };
    let up = move |event: PointerEvent| {
        let Some((x, y)) = from.try_update_value(Option::take).flatten() else { return };
        let (across, along) = (event.client_x() - x, event.client_y() - y);
        if across.abs() > SWIPE && across.abs() > 2 * along.abs() {
            talk.go(if across < 0 { 1 } else { -1 });
        }
    };
    let screen = move || match talk.stop.get() {
        Stop::Wheel => view! { <Opening talk /> }.into_any(),
        Stop::Item(item) => view! { <ItemStop talk item /> }.into_any(),
        Stop::Closing => view! { <Closing talk /> }.into_any(),
    };
    view! {
        <div class="together" on:pointerdown=down on:pointerup=up on:pointercancel=move |_| from.set_value(None)>
            {screen}
        </div>
    }
}

/// Fields, in which arrow keys and fingers have work of their own.
#[component]
fn Fields(children: Children) -> impl IntoView {
    let own_keys = |event: KeyboardEvent| event.stop_propagation();
    let own_fingers = |event: PointerEvent| event.stop_propagation();
    view! { <div class="together-fields" on:keydown=own_keys on:pointerdown=own_fingers>{children()}</div> }
}

/// Back and on, large and in reach of the thumb.
#[component]
fn Ways(talk: Talk) -> impl IntoView {
    let first = Memo::new(move |_| talk.neighbour(-1).is_none());
    let on = Memo::new(move |_| talk.neighbour(1));
    let done = Route::Chart(talk.chart.id()).to_hash();
    let next = move || match on.get() {
        Some(_) if first.get() => Key::TogetherOneByOne,
        _ => Key::Next,
    };
    view! {
        {move || (!first.get()).then(|| view! {
            <button type="button" class="button quiet" on:click=move |_| talk.go(-1)>{t(Key::Back)}</button>
        })}
        {move || match on.get() {
            Some(_) => view! {
                <button type="button" class="button primary" on:click=move |_| talk.go(1)>{move || t(next())}</button>
            }.into_any(),
            None => view! { <a class="button primary" href=done.clone()>{t(Key::Done)}</a> }.into_any(),
        }}
    }
}
