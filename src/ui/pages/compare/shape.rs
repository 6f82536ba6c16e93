//! "Why does the shape look different?"

use leptos::prelude::*;

use super::pair::Pair;
use crate::chart::{overlay_of, shuffled};
use crate::ui::components::{Disclosure, WheelCanvas};
use crate::ui::say::t;
use crate::words::Key;

/// The same numbers in another order: the shape is not the finding.
#[component]
pub fn ShapeHelp(
    /// The two compared.
    pair: Pair,
) -> impl IntoView {
    let turn = RwSignal::new(0);
    let spec = Signal::derive(move || {
        let (chart, both) = (pair.chart.get()?, pair.comparison.get()?);
        let mut spec = overlay_of(&chart, &both, &pair.shown());
        // The numbers of the list stand for the names: they always fit, and go where their readings go.
        spec.labels = (1..=spec.labels.len()).map(|number| number.to_string()).collect();
        let turn = turn.get();
        Some(if turn == 0 { spec } else { spec.reordered(&shuffled(spec.labels.len(), turn)) })
    });
    let some = Memo::new(move |_| spec.with(|spec| spec.as_ref().is_some_and(|spec| spec.labels.len() > 2)));
    let said = move || t(if turn.get() == 0 { Key::ShapeAsEver } else { Key::ShapeShuffled });
    move || {
        some.get().then(|| view! {
            <Disclosure summary=t(Key::ShapeTitle)>
                <p>{t(Key::ShapeWords)}</p>
                <WheelCanvas spec label=t(Key::ShapeLabel) />
                <p class="soft" role="status">{said}</p>
                <div class="actions">
                    <button type="button" class="button quiet" on:click=move |_| turn.update(|turn| *turn += 1)>
                        {t(Key::ShapeShuffle)}
                    </button>
                    <button type="button" class="button quiet" on:click=move |_| turn.set(0)>{t(Key::ShapeReset)}</button>
                </div>
            </Disclosure>
        })
    }
}
