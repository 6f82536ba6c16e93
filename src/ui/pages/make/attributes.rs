//! The attributes, in one's own words.

use leptos::prelude::*;

use super::attribute_row::AttributeRow;
use crate::domain::{Category, Edit, ITEMS_MAX, ItemId, Origin, RecordId, Step, TalkPause};
use crate::platform;
use crate::ui::components::{Disclosure, PromptCards, StepPage, TalkPauseCard, TextField, prompt};
use crate::ui::navigation::app;
use crate::ui::rows::rows;
use crate::ui::say::{t, tf, tn};
use crate::words::Key;

/// The list always ends in an empty line: writing into it makes an attribute, from the first letter on.
#[component]
pub fn AttributesStep(
    /// The chart being made.
    record: RecordId,
) -> impl IntoView {
    let app = app();
    let chart = app.record(record.clone());
    let id = StoredValue::new(record.clone());
    let ids = Memo::new(move |_| {
        chart.with(|chart| {
            let items = chart.iter().flat_map(|chart| chart.items().map(|item| item.id.clone()));
            items.collect::<Vec<ItemId>>()
        })
    });
    // The id the next attribute will have: its row is there before it is.
    let waiting = RwSignal::new(ItemId::new(app.fresh_id()));
    let category = RwSignal::new(None::<Option<Category>>);
    Effect::new(move |_| {
        if ids.with(|ids| ids.contains(&waiting.get_untracked())) {
            waiting.set(ItemId::new(app.fresh_id()));
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
    let question =
        move || category.get().map(|category| view! { <p class="prompt" id="prompt">{t(prompt(category).1)}</p> });
    let pick = move |kind| {
        category.set(Some(kind));
        platform::focus(".attributes > li:last-child input");
    };
    let pull = move |text: String| {
        let item = ItemId::new(app.fresh_id());
        id.with_value(|id| app.edit(id, Edit::AddItem { item, text, origin: Origin::Heard, category: None }));
    };
    view! {
        <StepPage record=record.clone() step=Step::Attributes title=t(Key::AttributesTitle)>
            <p class="lead">{move || lead(chart.get().map(|chart| chart.subject.clone()))}</p>
            <TalkPauseCard record=record.clone() pause=TalkPause::Ideas />
            {question}
            <ol class="attributes" class:arranging=move || arranging.get()>
                {rows(shown, move |item| view! {
                    <AttributeRow
                        record=id.get_value()
                        item=ItemId::new(item)
                        category=Signal::derive(move || category.get().flatten())
                        arranging
                        dragged
                    />
                }.into_any())}
            </ol>
            <div class="between">
                <p class="soft" role="status">{move || count_words(ids.with(Vec::len))}</p>
                <Show when=move || { ids.with(Vec::len) > 1 }>
                    <button type="button" class="link" on:click=move |_| arranging.update(|on| *on = !*on)>
                        {move || if arranging.get() { t(Key::ArrangeDone) } else { t(Key::Arrange) }}
                    </button>
                </Show>
            </div>
            <Ideas record pull=Callback::new(pull) />
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

/// 8–12 is the guide; 3 to 20 work.
fn count_words(count: usize) -> String {
    match count {
        0 => t(Key::AttributesGuide).to_owned(),
        ITEMS_MAX.. => t(Key::AttributesFull).to_owned(),
        _ => tn(Key::AttributesCount, count),
    }
}

/// Ideas heard, to pull from later: a line each, kept as they are typed.
#[component]
fn Ideas(record: RecordId, pull: Callback<String>) -> impl IntoView {
    let app = app();
    let chart = app.record(record.clone());
    let text = Signal::derive(move || {
        chart.with(|chart| chart.as_ref().map(|chart| chart.making.ideas.join("\n")).unwrap_or_default())
    });
    let unused = Memo::new(move |_| {
        chart.with(|chart| {
            let Some(chart) = chart else { return Vec::new() };
            let taken = |idea: &str| chart.items().any(|item| item.text.trim() == idea);
            let ideas = chart.making.ideas.iter().map(|idea| idea.trim().to_owned());
            ideas.filter(|idea| !idea.is_empty() && !taken(idea)).collect::<Vec<_>>()
        })
    });
    let note = move |text: String| {
        let lines = text.split('\n').map(str::to_owned).collect();
        app.edit(&record, Edit::Ideas(lines));
    };
    view! {
        <Disclosure summary=t(Key::IdeasTitle)>
            <TextField label=t(Key::IdeasLabel) value=text long=true on_text=note />
            <div class="chips">
                {move || unused.get().into_iter().map(|idea| {
                    let words = idea.clone();
                    view! {
                        <button type="button" class="chip" on:click=move |_| pull.run(words.clone())>
                            {tf(Key::IdeaAdd, &[("idea", &idea)])}
                        </button>
                    }
                }).collect_view()}
            </div>
        </Disclosure>
    }
}
