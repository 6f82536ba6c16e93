//! No right or wrong; excellent what?

use leptos::prelude::*;

use crate::domain::{Edit, Step};
use crate::ui::chart_handle::Chart;
use crate::ui::components::{CheckBox, StepPage, TextField};
use crate::ui::say::t;
use crate::words::Key;

/// The first step: what it is about, and what for.
#[component]
pub fn FrameStep(
    /// The chart being made.
    chart: Chart,
) -> impl IntoView {
    let ideas = [Key::SubjectTeacher, Key::SubjectMentor, Key::SubjectSinger];
    let idea = move |idea: Key| {
        let take = move |_| chart.edit(Edit::Subject(t(idea).to_owned()));
        view! { <button type="button" class="chip" on:click=take>{t(idea)}</button> }
    };
    // Words of one's own are not in reach of a finger that slips.
    let free = move || {
        let subject = chart.get().map(|chart| chart.subject.clone()).unwrap_or_default();
        subject.trim().is_empty() || ideas.iter().any(|idea| t(*idea) == subject)
    };
    let now = chart.peek();
    // No name is asked of pupils, and nothing can be come back to.
    let pupils = now.as_ref().is_some_and(|chart| chart.instrument.pupils);
    let instruction = now.iter().flat_map(|chart| chart.instrument.about.instruction.lines());
    let instruction = instruction.map(|line| view! { <p>{line.to_owned()}</p> }).collect_view();
    view! {
        <StepPage chart step=Step::Frame title=Key::FrameTitle>
            <p class="lead">{t(Key::FrameLead)}</p>
            {instruction}
            {(!pupils).then(|| view! { <p>{t(Key::FrameTime)}</p> })}
            <TextField
                label=t(Key::SubjectLabel)
                value=Signal::derive(move || chart.get().map(|chart| chart.subject.clone()).unwrap_or_default())
                hint=t(Key::SubjectHint)
                on_text=move |text| chart.edit(Edit::Subject(text))
            />
            <div class="chips">{move || free().then(|| ideas.map(idea).collect_view())}</div>
            <CheckBox
                label=t(Key::WithOthers)
                checked=Signal::derive(move || chart.get().is_some_and(|chart| chart.making.with_others))
                on_change=move |on| chart.edit(Edit::WithOthers(on))
            />
            {(!pupils).then(|| view! {
                <TextField
                    label=t(Key::OwnerLabel)
                    value=Signal::derive(move || chart.get().map(|chart| chart.owner.clone()).unwrap_or_default())
                    hint=t(Key::OwnerHint)
                    on_text=move |text| chart.edit(Edit::Owner(text))
                />
            })}
        </StepPage>
    }
}
