//! How to open a talk with a chart, for whoever listens.

mod timer;

use leptos::prelude::*;

use timer::TuningTimer;

use crate::state::Route;
use crate::ui::components::Page;
use crate::ui::say::t;
use crate::words::Key;

/// Before, during and after; questions; how to say it; and 24 minutes for a group.
#[component]
pub fn GuidePage() -> impl IntoView {
    view! {
        <Page title=t(Key::GuideTitle) back=Some(Route::More)>
            <div class="guide">
                <p class="lead">{t(Key::GuideLead)}</p>
                {part(Key::GuideBeforeTitle, Key::GuideBefore)}
                {part(Key::GuideDuringTitle, Key::GuideDuring)}
                {part(Key::GuideAfterTitle, Key::GuideAfter)}
                <p class="soft">{t(Key::GuideSource)}</p>
                <Questions />
                {part(Key::GuideToneTitle, Key::GuideTone)}
                {part(Key::GuideNotTitle, Key::GuideNot)}
                <p class="soft">{t(Key::GuideSourceTone)}</p>
                <section>
                    <h2>{t(Key::TuningTitle)}</h2>
                    <p>{t(Key::TuningLead)}</p>
                    <h3>{t(Key::TuningNormsTitle)}</h3>
                    {lines(Key::TuningNorms)}
                    <TuningTimer />
                    <p class="soft">{t(Key::TuningSource)}</p>
                </section>
            </div>
        </Page>
    }
}

/// A heading, and what stands under it line by line.
fn part(title: Key, body: Key) -> impl IntoView {
    view! {
        <section>
            <h2>{t(title)}</h2>
            {lines(body)}
        </section>
    }
}

/// The lines of a text as a list.
fn lines(body: Key) -> impl IntoView {
    view! { <ul class="said-lines">{t(body).lines().map(|line| view! { <li>{line}</li> }).collect_view()}</ul> }
}

#[component]
fn Questions() -> impl IntoView {
    let groups = [
        (Key::GuideOpen, Key::GuideOpenQuestions),
        (Key::GuideUnderstand, Key::GuideUnderstandQuestions),
        (Key::GuideCompare, Key::GuideCompareQuestions),
        (Key::GuideAhead, Key::GuideAheadQuestions),
    ];
    let group = |(title, questions)| view! { <h3>{t(title)}</h3>{lines(questions)} };
    view! {
        <section>
            <h2>{t(Key::GuideQuestionsTitle)}</h2>
            {groups.map(group)}
            <p class="soft">{t(Key::GuideSourceQuestions)}</p>
        </section>
    }
}
