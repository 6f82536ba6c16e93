//! Both views on one wheel.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Sides, agreement_words};
use crate::analysis::TwoViews;
use crate::chart::{LayerStyle, wheel_of_views};
use crate::domain::{Record, SectionId};
use crate::platform;
use crate::ui::chart_words::mark_of;
use crate::ui::components::WheelCanvas;
use crate::ui::say::tf;
use crate::words::Key;

/// The owner's ratings solid, the other's with squares; a touch leads to the row. Nothing for a list that has no wheel.
#[component]
pub fn Picture(
    /// What is rated.
    chart: Arc<Record>,
    /// The two views.
    both: Arc<TwoViews>,
    /// The two people.
    sides: Sides,
) -> impl IntoView {
    let spec = wheel_of_views(&chart, &both);
    if spec.labels.is_empty() {
        return None;
    }
    let sentence = agreement_words(both.agreement());
    let label = tf(Key::TwoViewsLabel, &[("own", &sides.own), ("other", &sides.other), ("sentence", &sentence)]);
    let form = &chart.instrument;
    let words = {
        let sides = sides.clone();
        move |(style, reading)| sides.reading(style, reading)
    };
    let by_section = chart.is_audit() && !form.sections.is_empty();
    let sections: Vec<SectionId> = form.sections.iter().map(|section| section.id.clone()).collect();
    let items: Vec<String> = both.items.iter().map(|seen| seen.item.id.to_string()).collect();
    let open = move |spoke: usize| {
        if by_section {
            _ = sections.get(spoke).map(|section| platform::unfold(&format!("[data-section='{section}']")));
        } else {
            _ = items.get(spoke).map(|item| platform::show_row(item));
        }
    };
    Some(view! {
        <WheelCanvas spec=Signal::stored(Some(spec)) label words on_spoke=open />
        <ul class="readings legend">
            <li><span class=mark_of(LayerStyle::Now) aria-hidden="true"></span>{sides.own}</li>
            <li><span class=mark_of(LayerStyle::Other) aria-hidden="true"></span>{sides.other}</li>
        </ul>
    })
}
