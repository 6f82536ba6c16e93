//! No right or wrong; excellent what?

use leptos::prelude::*;

use crate::domain::{Edit, RecordId, Step};
use crate::ui::components::{StepPage, TextField};
use crate::ui::navigation::app;
use crate::ui::say::t;
use crate::words::Key;

/// The first step: what it is about, and what for.
#[component]
pub fn FrameStep(
    /// The chart being made.
    record: RecordId,
) -> impl IntoView {
    let app = app();
    let chart = app.record(record.clone());
    let id = StoredValue::new(record.clone());
    let subject =
        Signal::derive(move || chart.with(|chart| chart.as_ref().map(|c| c.subject.clone()).unwrap_or_default()));
    let owner = Signal::derive(move || chart.with(|chart| chart.as_ref().map(|c| c.owner.clone()).unwrap_or_default()));
    let with_others = move || chart.with(|chart| chart.as_ref().is_some_and(|chart| chart.making.with_others));
    let edit = move |edit| id.with_value(|id| app.edit(id, edit));
    let ideas = [Key::SubjectTeacher, Key::SubjectMentor, Key::SubjectSinger];
    view! {
        <StepPage record step=Step::Frame title=t(Key::FrameTitle)>
            <p class="lead">{t(Key::FrameLead)}</p>
            <p>{t(Key::FrameTime)}</p>
            <TextField
                label=t(Key::SubjectLabel)
                value=subject
                hint=t(Key::SubjectHint)
                on_text=move |text| edit(Edit::Subject(text))
            />
            <div class="chips">
                {ideas.map(|idea| view! {
                    <button type="button" class="chip" on:click=move |_| edit(Edit::Subject(t(idea).to_owned()))>
                        {t(idea)}
                    </button>
                }).collect_view()}
            </div>
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=with_others
                    on:change:target=move |event| edit(Edit::WithOthers(event.target().checked()))
                />
                {t(Key::WithOthers)}
            </label>
            <TextField
                label=t(Key::OwnerLabel)
                value=owner
                hint=t(Key::OwnerHint)
                on_text=move |text| edit(Edit::Owner(text))
            />
        </StepPage>
    }
}
