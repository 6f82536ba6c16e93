//! The attributes, in one's own words.

use leptos::ev::PointerEvent;
use leptos::prelude::*;

use super::attribute_row::{AttributeRow, Listing};
use crate::domain::{Category, Edit, ITEMS_MAX, ItemId, Origin, Step, TalkPause};
use crate::platform;
use crate::state::Route;
use crate::ui::chart_handle::Chart;
use crate::ui::components::{Disclosure, PromptCards, StepPage, TalkPauseCard, TextField, prompt};
use crate::ui::navigation::app;
use crate::ui::rows::rows;
use crate::ui::say::{t, tf, tn};
use crate::words::Key;

/// The list always ends in an empty line: writing into it makes an attribute, from the first letter on.
#[component]
pub fn AttributesStep(
    /// The chart being made.
    chart: Chart,
) -> impl IntoView {
    let app = app();
    let ids = Memo::new(move |_| chart.item_ids());
    let count = move || ids.get().len();
    let given = Memo::new(move |_| {
        chart.get().map_or(0, |chart| chart.items().filter(|item| item.origin == Origin::Given).count())
    });
    // The id the next attribute will have: its row is there before it is.
    let waiting = RwSignal::new(ItemId::new(app.fresh_part_id()));
    let category = RwSignal::new(None::<Option<Category>>);
    Effect::new(move |_| {
        if ids.get().contains(&waiting.get_untracked()) {
            waiting.set(ItemId::new(app.fresh_part_id()));
            category.set(None);
        }
    });
    let arranging = RwSignal::new(false);
    // Where a dragged row would be put, shown before it is let go.
    let dragged = RwSignal::new(None::<(ItemId, usize)>);
    let shown = move || {
        let mut shown = ids.get();
        if let Some((item, to)) = dragged.get() {
            shown.retain(|each| *each != item);
            shown.insert(to.min(shown.len()), item);
        }
        if !arranging.get() && shown.len() < ITEMS_MAX && !shown.contains(&waiting.get()) {
            shown.push(waiting.get());
        }
        shown.iter().map(ToString::to_string).collect()
    };
    let list = Listing { chart, category: Signal::derive(move || category.get().flatten()), arranging, dragged };
    let drag = move |event: PointerEvent| {
        let Some((item, at)) = dragged.get_untracked() else { return };
        if let Some(to) = platform::row_under(&event).filter(|to| *to != at) {
            dragged.set(Some((item, to)));
        }
    };
    let drop = move |_| {
        if let Some((item, to)) = dragged.get_untracked() {
            dragged.set(None);
            chart.edit(Edit::Move { item, to });
        }
    };
    let row = move |item: String| view! { <AttributeRow list item=ItemId::new(item) /> }.into_any();
    let question = move || category.get().map(|kind| view! { <p class="prompt">{t(prompt(kind).1)}</p> });
    let pick = move |kind| {
        category.set(Some(kind));
        platform::focus_field(".attributes > li:last-child");
    };
    let arrange = move || {
        let key = if arranging.get() { Key::ArrangeDone } else { Key::Arrange };
        let turn = move |_| arranging.set(!arranging.get_untracked());
        (count() > 1).then(|| view! { <button type="button" class="link" on:click=turn>{t(key)}</button> })
    };
    view! {
        <StepPage chart step=Step::Attributes title=Key::AttributesTitle>
            <p class="lead">{move || lead(chart.get().map(|chart| chart.subject.clone()))}</p>
            <TalkPauseCard chart pause=TalkPause::Ideas />
            {question}
            <ol
                class="attributes"
                class:arranging=arranging
                on:pointermove=drag
                on:pointerup=drop
                on:pointercancel=move |_| dragged.set(None)
            >
                {rows(shown, row)}
            </ol>
            <div class="between">
                <p class="soft" role="status">{move || count_words(count(), given.get())}</p>
                {arrange}
            </div>
            <Paper chart />
            <Ideas chart />
            <Disclosure summary=t(Key::PromptsTitle)>
                <p class="soft">{t(Key::PromptsLead)}</p>
                <PromptCards on_pick=pick />
            </Disclosure>
        </StepPage>
    }
}

fn lead(subject: Option<String>) -> String {
    match subject.map(|subject| subject.trim().to_owned()).filter(|subject| !subject.is_empty()) {
        Some(subject) => tf(Key::AttributesLead, &[("subject", &subject)]),
        None => t(Key::AttributesLeadPlain).to_owned(),
    }
}

/// 8–12 is the guide; 3 to 20 work. Given ones are counted apart from own.
fn count_words(count: usize, given: usize) -> String {
    if given > 0 && count < ITEMS_MAX {
        let (own, given) = ((count - given).to_string(), given.to_string());
        return tf(Key::AttributesOwnAndGiven, &[("own", &own), ("given", &given)]);
    }
    match count {
        0 => t(Key::AttributesGuide).to_owned(),
        ITEMS_MAX.. => t(Key::AttributesFull).to_owned(),
        _ => tn(Key::AttributesCount, count),
    }
}

/// The ways for those who begin on paper: a wheel to print, and the page to type in what stands on one.
#[component]
fn Paper(chart: Chart) -> impl IntoView {
    let begins = chart.peek().is_some_and(|chart| chart.is_being_made());
    let type_in = Memo::new(move |_| {
        chart.get().is_some_and(|chart| chart.items().next().is_some() && chart.takes_paper().is_some())
    });
    let paper = Route::Paper(chart.id()).to_hash();
    begins.then(|| {
        view! {
            <p class="quiet-links">
                {move || if type_in.get() {
                    view! { <a class="link" href=paper.clone()>{t(Key::PaperHave)}</a> }
                } else {
                    view! { <a class="link" href=Route::EmptyWheel.to_hash()>{t(Key::EmptyWheelLink)}</a> }
                }}
            </p>
        }
    })
}

/// Ideas heard, to pull from later: a line each, kept as they are typed.
#[component]
fn Ideas(chart: Chart) -> impl IntoView {
    let app = app();
    let ideas = move || chart.get().map(|chart| chart.making.ideas.clone()).unwrap_or_default();
    let unused = Memo::new(move |_| {
        let chart = chart.get();
        let taken = |idea: &str| chart.iter().any(|chart| chart.items().any(|item| item.text.trim() == idea));
        let ideas = ideas().into_iter().map(|idea| idea.trim().to_owned());
        ideas.filter(|idea| !idea.is_empty() && !taken(idea)).collect::<Vec<_>>()
    });
    let pull = move |idea: String| {
        let label = tf(Key::IdeaAdd, &[("idea", &idea)]);
        let add = move |_| {
            let (item, text) = (ItemId::new(app.fresh_part_id()), idea.clone());
            chart.edit(Edit::AddItem { item, text, origin: Origin::Heard, category: None });
        };
        view! { <button type="button" class="chip" on:click=add>{label}</button> }
    };
    view! {
        <Disclosure summary=t(Key::IdeasTitle)>
            <TextField
                label=t(Key::IdeasLabel)
                value=Signal::derive(move || ideas().join("\n"))
                long=true
                on_text=move |text: String| chart.edit(Edit::Ideas(text.split('\n').map(str::to_owned).collect()))
            />
            <div class="chips">{move || unused.get().into_iter().map(pull).collect_view()}</div>
        </Disclosure>
    }
}
