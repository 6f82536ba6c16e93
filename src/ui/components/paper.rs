//! A page of paper: what it is called and whose it is, and the line that every page carries.

use leptos::prelude::*;

use crate::chart::{Palette, Scene, svg_file};
use crate::platform::Parcel;
use crate::ui::say::t;
use crate::words::Key;

/// The paper around what stands on it. Nothing else of the screen is printed.
#[component]
pub fn Paper(
    /// What it is called.
    #[prop(into)]
    title: String,
    /// Whose it is, and the days it is about.
    #[prop(into)]
    byline: String,
    /// Whether it is as large as a wall poster.
    #[prop(optional)]
    poster: bool,
    /// Whether whose it is and when is still to be written on it.
    #[prop(optional)]
    to_fill: bool,
    /// What stands on it.
    children: Children,
) -> impl IntoView {
    view! {
        <article class="paper" class:poster=poster class:to-fill=to_fill>
            <header>
                <h2>{title}</h2>
                <p class="byline">{byline}</p>
            </header>
            {children()}
            <p class="export-note">{t(Key::ExportNote)}</p>
        </article>
    }
}

/// A wheel as a drawing, sharp on any paper.
#[component]
pub fn PaperWheel(
    /// What is drawn.
    scene: Scene,
    /// What the drawing is called.
    #[prop(into)]
    title: String,
    /// What it shows, in a sentence.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let drawing = svg_file(&scene, &Palette::PRINT, &title, &label);
    let shown = Parcel::of_text("wheel.svg", "image/svg+xml", &drawing)?.shown()?;
    let url = shown.url().to_owned();
    on_cleanup({
        let held = StoredValue::new_local(Some(shown));
        move || _ = held.try_update_value(Option::take)
    });
    Some(view! { <img class="paper-wheel" src=url alt=label /> })
}
