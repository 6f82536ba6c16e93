//! Who does what by when.

use leptos::prelude::*;

use super::note::Note;
use crate::domain::{Edit, TargetId};
use crate::ui::components::{TargetCard, TargetDetails};
use crate::ui::navigation::app;
use crate::ui::rows::rows;
use crate::ui::say::t;
use crate::words::Key;

/// A card for each target that was agreed in this talk.
#[component]
pub fn Agreed(note: Note) -> impl IntoView {
    let app = app();
    let chart = note.chart;
    let targets = move || {
        let (chart, id) = (chart.get(), note.id.get_value());
        let targets = chart.iter().flat_map(|chart| chart.targets.iter());
        let of_it = targets.filter(|target| target.conversation.as_ref() == Some(&id));
        of_it.map(|target| target.id.to_string()).collect::<Vec<_>>()
    };
    let card = move |target: String| {
        let target = TargetId::new(target);
        view! {
            <TargetCard chart target=target.clone()>
                <TargetDetails chart target />
            </TargetCard>
        }
        .into_any()
    };
    let more = move |_| {
        let target = TargetId::new(app.fresh_part_id());
        chart.edit(Edit::AddAgreed { conversation: note.id.get_value(), target });
    };
    view! {
        <section>
            <h2>{t(Key::TalkWhoDoes)}</h2>
            {rows(targets, card)}
            <button type="button" class="link" on:click=more>{t(Key::TalkWhoDoesAdd)}</button>
        </section>
    }
}
