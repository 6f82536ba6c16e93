//! The overlay wheel, and the chips that say what is on it.

use leptos::prelude::*;

use super::pair::Pair;
use super::sentences::summary_sentence;
use crate::chart::{LayerStyle, overlay_of};
use crate::domain::{Direction, SectionId};
use crate::platform;
use crate::ui::chart_words::mark_of;
use crate::ui::components::WheelCanvas;
use crate::ui::say::{t, tf};
use crate::words::Key;

/// At most three layers over one another. A chip shows a layer or takes it away; a touch on a spoke leads to its row.
#[component]
pub fn Picture(
    /// The two compared.
    pair: Pair,
) -> impl IntoView {
    let spec = Memo::new(move |_| {
        let (chart, comparison) = (pair.chart.get()?, pair.comparison.get()?);
        let mut spec = overlay_of(&chart, &comparison, &pair.shown());
        let selected = pair.selected.get();
        spec.selected = comparison.changes.iter().position(|change| Some(&change.item.id) == selected.as_ref());
        // Sections are spokes of their own, and a list too long for a wheel has none.
        spec.selected = spec.selected.filter(|_| spec.labels.len() == comparison.changes.len());
        Some(spec)
    });
    let some = Memo::new(move |_| spec.with(|spec| spec.as_ref().is_some_and(|spec| !spec.labels.is_empty())));
    let label = Signal::derive(move || {
        let shown = pair.shown();
        if shown.is_empty() {
            return t(Key::OverlayNone).to_owned();
        }
        let parts: Vec<String> =
            shown.iter().map(|style| tf(looks(*style), &[("name", &pair.name_of(*style))])).collect();
        let sentence =
            pair.comparison.with(|pair| pair.as_ref().map(|pair| summary_sentence(pair)).unwrap_or_default());
        tf(Key::OverlayLabel, &[("layers", &parts.join(", ")), ("sentence", &sentence)])
    });
    let direction = pair.chart.peek().map_or(Direction::Higher, |chart| chart.instrument.direction);
    let words = Callback::new(move |(style, reading)| pair.words_of(style, reading, direction));
    let open = move |spoke: usize| {
        let Some(comparison) = pair.peek() else { return };
        let section = pair.chart.peek().filter(|chart| chart.is_audit()).and_then(|chart| {
            let sections: Vec<SectionId> = chart.instrument.sections.iter().map(|section| section.id.clone()).collect();
            sections.get(spoke).cloned()
        });
        if let Some(section) = section {
            // By section is how they are listed then; the list is there a moment later.
            pair.sort.set(None);
            platform::after(0, move || platform::unfold(&format!("[data-section='{section}']")));
        } else if let Some(change) = comparison.changes.get(spoke) {
            pair.selected.set(Some(change.item.id.clone()));
            platform::show_row(change.item.id.as_str());
        }
    };
    move || {
        some.get().then(|| {
            view! {
                <WheelCanvas spec label words on_spoke=open />
                <Chips pair />
            }
        })
    }
}

/// How a layer looks, in words.
fn looks(style: LayerStyle) -> Key {
    match style {
        LayerStyle::Then => Key::LooksThen,
        LayerStyle::Now => Key::LooksNow,
        LayerStyle::Needed => Key::LooksNeeded,
        LayerStyle::Back => Key::LooksBack,
        LayerStyle::Other => Key::LooksOther,
    }
}

#[component]
fn Chips(pair: Pair) -> impl IntoView {
    let full = RwSignal::new(false);
    let there = Memo::new(move |_| pair.layers());
    let shown = Memo::new(move |_| pair.shown());
    let chip = move |style: LayerStyle| {
        let on = Memo::new(move |_| shown.get().contains(&style));
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || if on.get() { "true" } else { "false" }
                on:click=move |_| full.set(!pair.toggle(style))
            >
                <span class=mark_of(style) aria-hidden="true"></span>
                {move || pair.name_of(style)}
            </button>
        }
    };
    let steady =
        Memo::new(move |_| pair.comparison.with(|pair| pair.as_ref().is_some_and(|pair| pair.steadiness.is_some())));
    view! {
        <div class="chips layers" role="group" aria-label=t(Key::LayersShown)>
            {move || there.get().into_iter().map(chip).collect_view()}
        </div>
        <p class="soft" role="status">{move || full.get().then(|| t(Key::LayersFull))}</p>
        {move || steady.get().then(|| view! {
            <p class="soft legend-band"><span class="mark-band" aria-hidden="true"></span>{t(Key::BandLegend)}</p>
        })}
    }
}
