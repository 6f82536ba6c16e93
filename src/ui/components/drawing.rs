//! A picture as wide as there is room.

use leptos::html;
use leptos::prelude::*;

use crate::chart::Scene;
use crate::platform;
use crate::ui::appearance::appearance;

/// Draws what `draw` makes of the width that the style sheet gives, and again whenever that or the colours change.
#[component]
pub fn Drawing(
    /// What it is, for the style sheet.
    class: &'static str,
    /// What it shows, in words; without them it is left to what stands beside it.
    #[prop(optional, into)]
    label: Option<String>,
    /// The picture for a width in CSS pixels.
    draw: impl Fn(f64) -> Scene + 'static,
) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    let canvas = NodeRef::<html::Canvas>::new();
    let width = RwSignal::new(None::<f64>);
    platform::on_resize(place, move |wide| width.set(Some(wide)));
    let appearance = appearance();
    Effect::new(move |_| {
        if let (Some(canvas), Some(width)) = (canvas.get(), width.get()) {
            platform::paint(&canvas, &draw(width), &appearance.palette());
        }
    });
    let role = label.as_ref().map(|_| "img");
    let hidden = label.is_none().then_some("true");
    view! {
        <div class=class node_ref=place>
            <canvas node_ref=canvas role=role aria-label=label aria-hidden=hidden></canvas>
        </div>
    }
}
