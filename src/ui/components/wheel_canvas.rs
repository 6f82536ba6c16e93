//! A wheel, drawn sharp at any size.

use std::sync::atomic::{AtomicUsize, Ordering};

use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;

use crate::chart::{Described, LayerStyle, Reading, Wheel, WheelSpec, WidthTable, wheel};
use crate::platform;
use crate::ui::appearance::appearance;
use crate::ui::say::tf;
use crate::words::Key;

/// Tells the descriptions of several wheels on one page apart.
static NUMBER: AtomicUsize = AtomicUsize::new(0);

/// "Planning: June 2014: 7 of 10; July 2015: 9 of 10."
fn spoken(spoke: &Described, words: Callback<(LayerStyle, Reading), String>) -> Option<String> {
    let there = spoke.readings.iter().filter(|(_, reading)| *reading != Reading::Absent);
    let readings: Vec<String> = there.map(|reading| words.run(*reading)).collect();
    (!readings.is_empty()).then(|| tf(Key::SpokeSays, &[("label", &spoke.label), ("readings", &readings.join("; "))]))
}

/// Draws `spec` as wide as the style sheet gives it room, and again whenever either changes.
#[component]
pub fn WheelCanvas(
    /// What to draw, if there is anything; its width is set here.
    #[prop(into)]
    spec: Signal<Option<WheelSpec>>,
    /// What it shows, in words.
    #[prop(into)]
    label: Signal<String>,
    /// Where the wheel that was drawn is put, for those who need to know where things are on it.
    #[prop(optional)]
    drawn: Option<RwSignal<Option<Wheel>>>,
    /// A reading in words, for those who hear the picture: "July 2015: 7 of 10".
    #[prop(optional, into)]
    words: Option<Callback<(LayerStyle, Reading), String>>,
    /// Called with the spoke that is touched, counted from 0. What it opens can be opened elsewhere too.
    #[prop(optional, into)]
    on_spoke: Option<Callback<usize>>,
) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    let canvas = NodeRef::<html::Canvas>::new();
    let width = RwSignal::new(None);
    platform::on_resize(place, move |wide| width.set(Some(wide)));
    // Labels are placed by the conservative table, which goldens are made with, and checked against this browser's
    // own widths. They stay where they are as long as names and width do: a moving finger redraws only the rest.
    let labels = Memo::new(move |_| spec.with(|spec| spec.as_ref().map(|spec| (spec.labels.clone(), spec.kind))));
    let placed = Memo::new(move |_| {
        let width = width.get()?;
        // Read, not only tracked: what is never read never follows anything.
        labels.with(|_| {});
        let spec = WheelSpec { width, ..spec.get_untracked()? };
        let mut placed = wheel(&spec, &WidthTable);
        placed.demote_excess(&platform::BrowserMeasure);
        Some(placed)
    });
    let laid_out = Memo::new(move |_| {
        let spec = WheelSpec { width: width.get()?, ..spec.get()? };
        placed.with(|placed| placed.as_ref().map(|placed| placed.redrawn(&spec)))
    });
    let appearance = appearance();
    Effect::new(move |_| {
        if let (Some(canvas), Some(wheel)) = (canvas.get(), laid_out.get()) {
            platform::paint(&canvas, &wheel.scene, &appearance.palette());
            if let Some(drawn) = drawn {
                drawn.set(Some(wheel));
            }
        }
    });
    let touched = move |event: MouseEvent| {
        let (x, y) = (f64::from(event.offset_x()), f64::from(event.offset_y()));
        let spoke = laid_out.with_untracked(|wheel| wheel.as_ref()?.disc.segment_at(x, y));
        if let (Some(on_spoke), Some(spoke)) = (on_spoke, spoke) {
            on_spoke.run(spoke);
        }
    };
    let sentences = move || {
        let described = laid_out.with(|wheel| wheel.as_ref().map(|wheel| wheel.described.clone())).unwrap_or_default();
        let spokes = described.into_iter().filter_map(|spoke| spoken(&spoke, words?));
        spokes.map(|sentence| view! { <p>{sentence}" "</p> }).collect_view()
    };
    let id = format!("wheel-{}", NUMBER.fetch_add(1, Ordering::Relaxed));
    let described_by = words.map(|_| id.clone());
    view! {
        <div class="wheel" node_ref=place>
            <canvas
                node_ref=canvas
                role="img"
                aria-label=move || label.get()
                aria-describedby=described_by
                on:click=touched
            ></canvas>
            {words.map(|_| view! { <div id=id hidden=true>{sentences}</div> })}
        </div>
    }
}
