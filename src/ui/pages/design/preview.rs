//! How it will look, as it is being made.

use std::sync::Arc;

use leptos::prelude::*;

use super::draft::Draft;
use crate::chart::{Layer, LayerStyle, Reading, WheelKind, WheelSpec};
use crate::domain::{Answer, Direction, Instrument, Item, ItemId, ItemKind, Origin, Style};
use crate::ui::components::{AnswerRows, NeededLevel, TextField, WheelCanvas};
use crate::ui::say::{heading_of, t, text_of, tf};
use crate::words::Key;

/// The item being worked on, as it is answered, and the wheel. On a phone it is folded away.
#[component]
pub fn Preview(
    /// The instrument.
    draft: Draft,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let spec = Memo::new(move |_| draft.get().and_then(|form| wheel_of_names(&form, draft.edited.get().as_ref())));
    let has_wheel = Memo::new(move |_| spec.with(Option::is_some));
    let names = move || spec.get().map(|spec| spec.labels.join(", ")).unwrap_or_default();
    view! {
        <section class="preview" class:open=open aria-label=t(Key::DesignPreview)>
            <button
                type="button"
                class="preview-toggle"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                on:click=move |_| open.update(|open| *open = !*open)
            >{t(Key::DesignPreview)}</button>
            <div class="preview-body">
                <h2 class="preview-title">{t(Key::DesignPreview)}</h2>
                <ItemPreview draft />
                {move || has_wheel.get().then(|| view! {
                    <WheelCanvas
                        spec
                        label=Signal::derive(move || tf(Key::DesignPreviewWheel, &[("names", &names())]))
                    />
                })}
            </div>
        </section>
    }
}

/// One item as it is answered. It can be tried; nothing of it is kept.
#[component]
fn ItemPreview(draft: Draft) -> impl IntoView {
    let answer = RwSignal::new(Answer::Blank);
    let note = RwSignal::new(String::new());
    let shown = Memo::new(move |_| {
        let form = draft.get()?;
        let edited = draft.edited.get();
        let item = form.items.iter().find(|item| Some(&item.id) == edited.as_ref()).or(form.items.first());
        let item = item.cloned().unwrap_or_else(|| first_of(&form));
        Some((form, item))
    });
    move || {
        let (form, item) = shown.get()?;
        let needed = RwSignal::new(None::<u8>);
        let section =
            form.section_of(&item).map(|section| section.name.trim().to_owned()).filter(|name| !name.is_empty());
        let question = item.question.trim().to_owned();
        let heading = if form.is_audit() { heading_of(&item) } else { text_of(&item) };
        Some(view! {
            <div class="preview-item">
                {section.map(|name| view! { <p class="section-name">{name}</p> })}
                <h3 class="stop-heading">{heading}</h3>
                <AnswerRows
                    form=Arc::clone(&form)
                    item=item.clone()
                    value=Signal::derive(move || answer.get().value())
                    on_pick=move |value| answer.set(Answer::Value(value))
                />
                {(form.direction_of(&item) == Direction::TowardNeeded).then(|| view! {
                    <NeededLevel scale=form.scale level=needed on_pick=move |level| needed.set(Some(level)) />
                })}
                {form.may_not_apply.then(|| view! { <NotApplying answer /> })}
                {(!question.is_empty()).then(|| view! {
                    <TextField label=question long=true value=note on_text=move |text| note.set(text) />
                })}
            </div>
        })
    }
}

#[component]
fn NotApplying(answer: RwSignal<Answer>) -> impl IntoView {
    let applies = move || answer.get() != Answer::DoesNotApply;
    let turn = move |_| answer.set(if untrack(applies) { Answer::DoesNotApply } else { Answer::Blank });
    view! {
        <div class="quiet-links">
            <button
                type="button"
                class="link"
                aria-pressed=move || if applies() { "false" } else { "true" }
                on:click=turn
            >{t(Key::NotApplicable)}</button>
        </div>
    }
}

/// What stands where there is no item yet.
fn first_of(form: &Instrument) -> Item {
    let (key, kind) = match form.style {
        Style::Chart => (Key::DesignPreviewAttribute, ItemKind::Construct),
        Style::Audit => (Key::DesignPreviewStatement, ItemKind::Statement),
    };
    let section = form.sections.first().map(|section| section.id.clone());
    Item { kind, section, ..Item::new(ItemId::new(""), t(key), Origin::Given) }
}

/// The wheel with the names of the sections, or of the attributes of a chart, before anything is rated.
fn wheel_of_names(form: &Instrument, edited: Option<&ItemId>) -> Option<WheelSpec> {
    let item = form.items.iter().find(|item| Some(&item.id) == edited);
    let (labels, selected): (Vec<String>, Option<usize>) = match form.style {
        Style::Chart => (
            form.items.iter().map(|item| item.text.trim().to_owned()).collect(),
            form.items.iter().position(|item| Some(&item.id) == edited),
        ),
        Style::Audit => (
            form.sections.iter().map(|section| section.name.trim().to_owned()).collect(),
            item.and_then(|item| form.sections.iter().position(|section| Some(&section.id) == item.section.as_ref())),
        ),
    };
    let layers = vec![Layer { style: LayerStyle::Now, readings: vec![Reading::Blank; labels.len()] }];
    let spec =
        WheelSpec { labels, layers, scale: form.scale, kind: WheelKind::Single, width: 0.0, selected, band: None };
    (!spec.labels.is_empty()).then_some(spec)
}
