//! The items, under their sections.

use leptos::prelude::*;

use super::draft::Draft;
use super::item_editor::ItemEditor;
use super::tool::Tool;
use crate::domain::{AUDIT_ITEMS_MAX, ITEMS_MAX, ItemId, SectionId};
use crate::instruments::{Change, limits};
use crate::platform;
use crate::ui::components::LineField;
use crate::ui::rows::rows;
use crate::ui::say::{t, tf};
use crate::words::Key;

/// All items, in groups of one section each, or in one where there are no sections.
#[component]
pub fn Items(
    /// The instrument.
    draft: Draft,
) -> impl IntoView {
    let is_chart = Memo::new(move |_| draft.is_chart());
    let groups = move || {
        let sections = draft.sections();
        if sections.is_empty() { vec![String::new()] } else { sections.iter().map(ToString::to_string).collect() }
    };
    let group = move |id: String| {
        let section = (!id.is_empty()).then(|| SectionId::new(id));
        view! { <Group draft section /> }.into_any()
    };
    let add = move |_| {
        let section = SectionId::new(draft.fresh_part_id());
        platform::focus_field(&format!("[data-section='{section}']"));
        draft.change(Change::AddSection(section));
    };
    let (heading, lead) = (
        move || t(if is_chart.get() { Key::DesignAttributes } else { Key::DesignStatements }),
        move || t(if is_chart.get() { Key::DesignAttributesLead } else { Key::DesignStatementsLead }),
    );
    let may_add = move || !is_chart.get() && draft.sections().len() < limits::SECTIONS;
    view! {
        <section class="design-part">
            <h2>{heading}</h2>
            <p class="soft">{lead}</p>
            <div class="design-groups">{rows(groups, group)}</div>
            <Full draft is_chart />
            {move || may_add().then(|| view! {
                <button type="button" class="button quiet" on:click=add>{t(Key::DesignAddSection)}</button>
            })}
        </section>
    }
}

fn items_max(is_chart: bool) -> usize {
    if is_chart { ITEMS_MAX } else { AUDIT_ITEMS_MAX }
}

/// That no more fit, once no more do.
#[component]
fn Full(draft: Draft, is_chart: Memo<bool>) -> impl IntoView {
    let full = Memo::new(move |_| draft.order().len() >= items_max(is_chart.get()));
    let words = move || full.get().then(|| tf(Key::DesignFull, &[("n", &items_max(is_chart.get()).to_string())]));
    view! { <p class="soft" role="status">{words}</p> }
}

/// The items of one section. They end in an empty line: writing into it makes an item, from the first letter on.
#[component]
fn Group(draft: Draft, section: Option<SectionId>) -> impl IntoView {
    let own = StoredValue::new(section.clone());
    let ids = Memo::new(move |_| {
        let own = own.try_get_value().flatten();
        let here = draft.order().into_iter().filter(|place| place.section == own);
        here.map(|place| place.item).collect::<Vec<_>>()
    });
    // The id the next item will have: its row is there before it is.
    let waiting = RwSignal::new(ItemId::new(draft.fresh_part_id()));
    Effect::new(move |_| {
        if ids.get().contains(&waiting.get_untracked()) {
            waiting.set(ItemId::new(draft.fresh_part_id()));
        }
    });
    let has_room = Memo::new(move |_| draft.order().len() < items_max(draft.is_chart()));
    let lines = move || {
        let mut lines = ids.get();
        if has_room.get() && !lines.contains(&waiting.get()) {
            lines.push(waiting.get());
        }
        lines.iter().map(ToString::to_string).collect()
    };
    let line = move |id: String| view! { <ItemEditor draft item=ItemId::new(id) section=own.get_value() /> }.into_any();
    let name = section.as_ref().map(ToString::to_string);
    let head = section.map(|section| view! { <SectionHead draft section /> });
    view! {
        <div class="design-group" class:design-section=name.is_some() data-section=name>
            {head}
            <ol class="design-items">{rows(lines, line)}</ol>
        </div>
    }
}

/// The name of a section, and what can be done with it as a whole.
#[component]
fn SectionHead(draft: Draft, section: SectionId) -> impl IntoView {
    let id = StoredValue::new(section);
    // Its place, counted from 0, and how many there are.
    let place = Memo::new(move |_| {
        let ids = draft.sections();
        (ids.iter().position(|each| Some(each) == id.try_get_value().as_ref()).unwrap_or_default(), ids.len())
    });
    let number = move || (place.get().0 + 1).to_string();
    let name = Memo::new(move |_| {
        let (form, id) = (draft.get()?, id.try_get_value()?);
        form.section(&id).map(|section| section.name.clone())
    });
    let called = move || {
        let name = name.get().unwrap_or_default();
        if name.trim().is_empty() { tf(Key::DesignSection, &[("number", &number())]) } else { name }
    };
    let shift = move |to: usize, tool: &str| {
        let section = id.get_value();
        platform::focus(format!("[data-section='{section}'] .design-section-head [data-tool='{tool}']"));
        draft.change(Change::MoveSection(section, to));
    };
    let remove = move |()| {
        // Its items go to a neighbour, and so does the focus.
        let (at, ids) = (place.get_untracked().0, untrack(|| draft.sections()));
        let neighbour = ids.get(if at == 0 { 1 } else { at - 1 });
        platform::focus(neighbour.map_or(".design-group li".to_owned(), |id| format!("[data-section='{id}'] h3")));
        draft.change(Change::RemoveSection(id.get_value()));
    };
    let up = move |()| shift(place.get_untracked().0.saturating_sub(1), "up");
    let down = move |()| shift(place.get_untracked().0 + 1, "down");
    let labelled = move |key: Key| Signal::derive(move || tf(key, &[("text", &called())]));
    view! {
        <div class="design-section-head">
            <h3 tabindex="-1">{move || tf(Key::DesignSection, &[("number", &number())])}</h3>
            <Tool name="up" label=labelled(Key::MoveUp) off=Signal::derive(move || place.get().0 == 0) on_press=up />
            <Tool
                name="down"
                label=labelled(Key::MoveDown)
                off=Signal::derive(move || place.get().0 + 1 == place.get().1)
                on_press=down
            />
            <Tool name="remove" label=labelled(Key::DesignSectionRemove) on_press=remove />
        </div>
        <div class="design-section-name">
            <LineField
                label=Signal::derive(move || tf(Key::DesignSectionName, &[("number", &number())]))
                hint=t(Key::DesignSectionNameHint)
                quiet=true
                most=limits::NAME
                value=Signal::derive(move || name.get().unwrap_or_default())
                on_text=move |text| draft.change(Change::SectionName(id.get_value(), text))
            />
        </div>
    }
}
