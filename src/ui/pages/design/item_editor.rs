//! One item: its words, its place, and what more there is to say about it.

use leptos::ev::FocusEvent;
use leptos::prelude::*;

use super::draft::Draft;
use super::item_more::{ItemMore, OppositeField};
use super::tool::Tool;
use crate::domain::{Item, ItemId, SectionId};
use crate::instruments::{Change, Shift, limits};
use crate::platform;
use crate::ui::components::LineField;
use crate::ui::say::{t, text_of, tf};
use crate::words::Key;

/// A line to write in. Once something is written it is an item, with buttons to move and remove it.
#[component]
pub fn ItemEditor(
    /// The instrument.
    draft: Draft,
    /// The item, or the id it will have.
    item: ItemId,
    /// The section it stands in.
    section: Option<SectionId>,
) -> impl IntoView {
    let line = Line::new(draft, item.clone(), section);
    let exists = Memo::new(move |_| line.item.get().is_some());
    let is_chart = Memo::new(move |_| draft.is_chart());
    let is_alike = Memo::new(move |_| draft.is_alike(&line.id()));
    let note = format!("alike-{item}");
    let described_by = {
        let note = note.clone();
        Signal::derive(move || is_alike.get().then(|| note.clone()))
    };
    let hint = if is_chart.get_untracked() { Key::DesignAttributeNext } else { Key::DesignStatementNext };
    let next = format!("[data-item='{item}'] + li");
    view! {
        <li
            class="design-item"
            class:waiting=move || !exists.get()
            tabindex="-1"
            data-item=item.to_string()
            on:focusin=move |_| line.enter()
            on:focusout=move |event| line.leave(&event)
        >
            <LineField
                label=Signal::derive(move || line.label())
                hint=t(hint)
                quiet=true
                most=limits::TEXT
                described_by
                value=Signal::derive(move || line.item.get().map(|item| item.text).unwrap_or_default())
                on_text=move |text| line.write(text)
                on_enter=Callback::new(move |()| platform::focus_field(&next))
            />
            {move || is_alike.get().then(|| view! { <p class="soft nudge" id=note.clone()>{t(Key::DesignAlike)}</p> })}
            {move || (exists.get() && is_chart.get()).then(|| view! { <OppositeField draft item=line.item /> })}
            {move || exists.get().then(|| view! {
                <div class="design-under">
                    {move || (!is_chart.get()).then(|| view! { <ItemMore draft item=line.item /> })}
                    <Tools line />
                </div>
            })}
        </li>
    }
}

#[component]
fn Tools(line: Line) -> impl IntoView {
    let labelled = move |key: Key| {
        Signal::derive(move || tf(key, &[("text", &line.item.get().as_ref().map(text_of).unwrap_or_default())]))
    };
    let moves = line.moves();
    view! {
        <div class="design-tools">
            <Tool
                name="up"
                label=labelled(Key::MoveUp)
                off=Signal::derive(move || !moves.get().0)
                on_press=move |()| line.shift(Shift::Up)
            />
            <Tool
                name="down"
                label=labelled(Key::MoveDown)
                off=Signal::derive(move || !moves.get().1)
                on_press=move |()| line.shift(Shift::Down)
            />
            <Tool name="remove" label=labelled(Key::AttributeRemove) on_press=move |()| line.remove() />
        </div>
    }
}

/// What a line knows and does.
#[derive(Clone, Copy)]
struct Line {
    draft: Draft,
    at: StoredValue<(ItemId, Option<SectionId>)>,
    item: Memo<Option<Item>>,
}

impl Line {
    fn new(draft: Draft, item: ItemId, section: Option<SectionId>) -> Self {
        let at = StoredValue::new((item, section));
        let item = Memo::new(move |_| draft.item(&at.try_get_value()?.0));
        Self { draft, at, item }
    }

    #[inline(never)]
    fn id(self) -> ItemId {
        self.at.try_get_value().unwrap_or_default().0
    }

    /// What a screen reader calls the field.
    fn label(self) -> String {
        let order = self.draft.order();
        let (id, section) = self.at.try_get_value().unwrap_or_default();
        let is_chart = self.draft.is_chart();
        if let Some(at) = order.iter().position(|place| place.item == id) {
            let key = if is_chart { Key::DesignAttribute } else { Key::DesignStatement };
            return tf(key, &[("number", &(at + 1).to_string())]);
        }
        match self.section_name(section.as_ref()) {
            Some(section) => tf(Key::DesignStatementNewIn, &[("section", &section)]),
            None if is_chart => t(Key::DesignAttributeNew).to_owned(),
            None => t(Key::DesignStatementNew).to_owned(),
        }
    }

    fn section_name(self, section: Option<&SectionId>) -> Option<String> {
        let form = self.draft.get()?;
        let at = form.sections.iter().position(|each| Some(&each.id) == section)?;
        let name = form.sections.get(at)?.name.trim().to_owned();
        Some(if name.is_empty() { tf(Key::DesignSection, &[("number", &(at + 1).to_string())]) } else { name })
    }

    /// Writes, and makes an item of the line with the first letter.
    #[inline(never)]
    fn write(self, text: String) {
        let (id, section) = self.at.get_value();
        if self.item.get_untracked().is_none() {
            self.draft.change(Change::AddItem(id.clone(), section));
            self.draft.edited.set(Some(id.clone()));
        }
        self.draft.change(Change::ItemText(id, text));
    }

    fn enter(self) {
        if self.item.get_untracked().is_some() {
            self.draft.edited.set(Some(self.id()));
        }
    }

    /// A line emptied again is no item, unless something else was said about it.
    fn leave(self, event: &FocusEvent) {
        // The row may be on its way out, and its values gone before it.
        let item = self.item.try_get_untracked().flatten();
        let nothing = |item: &Item| {
            let more = item.needed.is_some() || item.direction.is_some() || !item.anchors.is_empty();
            item.is_empty() && item.question.trim().is_empty() && !more
        };
        if !platform::focus_stays_in(event) && item.is_some_and(|item| nothing(&item)) {
            self.draft.change(Change::RemoveItem(self.id()));
        }
    }

    /// Whether it can go up, and down: over the edge of its section there must be another.
    fn moves(self) -> Memo<(bool, bool)> {
        Memo::new(move |_| {
            let (order, sections) = (self.draft.order(), self.draft.sections());
            let Some(at) = order.iter().position(|place| place.item == self.id()) else { return (false, false) };
            let own = order.get(at).and_then(|place| place.section.as_ref());
            let beside = |neighbour: Option<usize>| {
                let neighbour = neighbour.and_then(|at| order.get(at));
                neighbour.is_some_and(|place| place.section.as_ref() == own)
            };
            let up = beside(at.checked_sub(1)) || (own.is_some() && sections.first() != own);
            let down = beside(Some(at + 1)) || (own.is_some() && sections.last() != own);
            (up, down)
        })
    }

    /// Moves it one place. That takes the focus from its button; whoever moves it wants to go on.
    #[inline(never)]
    fn shift(self, shift: Shift) {
        let (draft, id) = (self.draft, self.id());
        let tool = match shift {
            Shift::Up => "up",
            Shift::Down => "down",
        };
        platform::focus(format!("[data-item='{id}'] [data-tool='{tool}']"));
        draft.change(Change::ShiftItem(id.clone(), shift));
        draft.said.set(untrack(|| self.place_words(&id)).unwrap_or_default());
    }

    fn place_words(self, id: &ItemId) -> Option<String> {
        let order = self.draft.order();
        let section = order.iter().find(|place| place.item == *id)?.section.clone();
        let beside: Vec<_> = order.iter().filter(|place| place.section == section).collect();
        let number = (beside.iter().position(|place| place.item == *id)? + 1).to_string();
        let of = beside.len().to_string();
        Some(match self.section_name(section.as_ref()) {
            Some(section) => tf(Key::DesignMovedIn, &[("number", &number), ("of", &of), ("section", &section)]),
            None => tf(Key::DesignMoved, &[("number", &number), ("of", &of)]),
        })
    }

    /// Takes it away; the focus goes to the row that comes to stand there, or to the one before.
    #[inline(never)]
    fn remove(self) {
        let (draft, id) = (self.draft, self.id());
        let order = untrack(|| draft.order());
        let at = order.iter().position(|place| place.item == id).unwrap_or_default();
        let neighbour = order.get(at + 1).or_else(|| order.get(at.checked_sub(1)?));
        let row = neighbour.map_or(".design-item".to_owned(), |place| format!("[data-item='{}']", place.item));
        platform::focus(row);
        draft.change(Change::RemoveItem(id));
    }
}
