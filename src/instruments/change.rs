//! Everything that can be done to an instrument of one's own.

use super::check::limits;
use crate::domain::{
    About, Anchor, Direction, Instrument, InstrumentId, Item, ItemId, ItemKind, Origin, Prompt, PromptId, Scale,
    Section, SectionId, Style,
};

/// One change to an instrument. What would break a limit changes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Names it.
    Title(String),
    /// Says what it is for.
    Purpose(String),
    /// Says what stands above the items.
    Instruction(String),
    /// Says what to be careful about.
    Caution(String),
    /// For charts: "an excellent *what*?", filled in already.
    Subject(String),
    /// For charts: whether it is for pupils.
    Pupils(bool),
    /// Says where it comes from.
    Source(String),
    /// A chart or a list. A chart has no sections, its items have two ends, and they are rated 0–10.
    Style(Style),
    /// The numbers to rate with. Words for numbers that are no more go with them.
    Scale(Scale),
    /// The words for one number; empty takes them away.
    AnchorWords(u8, String),
    /// Which end is best.
    Direction(Direction),
    /// Whether "does not apply" is offered.
    MayNotApply(bool),
    /// Adds a section at the end.
    AddSection(SectionId),
    /// Names a section.
    SectionName(SectionId, String),
    /// Moves a section, with its items, to a place counted from 0.
    MoveSection(SectionId, usize),
    /// Takes a section away. Its items go to the one before it, or else the one after it.
    RemoveSection(SectionId),
    /// Adds an item at the end of a section, or of the list.
    AddItem(ItemId, Option<SectionId>),
    /// Words an item.
    ItemText(ItemId, String),
    /// Words its opposite.
    ItemOpposite(ItemId, String),
    /// A construct or a statement.
    ItemKind(ItemId, ItemKind),
    /// Its own best end, or the list's.
    ItemDirection(ItemId, Option<Direction>),
    /// What is asked beside the number.
    ItemQuestion(ItemId, String),
    /// One place up or down among all items; over the edge of a section into the next one.
    ShiftItem(ItemId, Shift),
    /// Takes an item away.
    RemoveItem(ItemId),
    /// Adds a prompt at the end.
    AddPrompt(PromptId),
    /// Words a prompt.
    PromptText(PromptId, String),
    /// How many entries it takes.
    PromptEntries(PromptId, u8),
    /// What asks to put the entries in order.
    PromptRank(PromptId, String),
    /// Takes a prompt away.
    RemovePrompt(PromptId),
}

/// Which way a thing is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// Towards the beginning.
    Up,
    /// Towards the end.
    Down,
}

impl Change {
    /// Whether it changes what only a list asks.
    fn is_of_lists(&self) -> bool {
        matches!(
            self,
            Self::Scale(_)
                | Self::AnchorWords(..)
                | Self::Direction(_)
                | Self::AddSection(_)
                | Self::ItemKind(..)
                | Self::ItemDirection(..)
                | Self::ItemQuestion(..)
                | Self::AddPrompt(_)
        )
    }

    /// Whether this goes on with what `before` did (typing in one field), so that one undo takes back both.
    pub fn continues(&self, before: &Self) -> bool {
        match (self, before) {
            // On the way to another scale words fall away: one undo brings them all back.
            (Self::Scale(_), Self::Scale(_))
            | (Self::Title(_), Self::Title(_))
            | (Self::Purpose(_), Self::Purpose(_))
            | (Self::Instruction(_), Self::Instruction(_))
            | (Self::Caution(_), Self::Caution(_))
            | (Self::Subject(_), Self::Subject(_))
            | (Self::Source(_), Self::Source(_)) => true,
            (Self::AnchorWords(a, _), Self::AnchorWords(b, _)) => a == b,
            (Self::SectionName(a, _), Self::SectionName(b, _) | Self::AddSection(b)) => a == b,
            // A line that is emptied and left goes: one undo brings back the line and its words.
            (Self::RemoveItem(a), Self::ItemText(b, text)) => a == b && text.trim().is_empty(),
            (Self::ItemText(a, _), Self::ItemText(b, _) | Self::AddItem(b, _))
            | (Self::ItemOpposite(a, _), Self::ItemOpposite(b, _))
            | (Self::ItemQuestion(a, _), Self::ItemQuestion(b, _)) => a == b,
            (Self::PromptText(a, _), Self::PromptText(b, _) | Self::AddPrompt(b))
            | (Self::PromptRank(a, _), Self::PromptRank(b, _)) => a == b,
            _ => false,
        }
    }
}

/// A new list of one's own: nothing in it yet, rated 0–10, so that small changes show.
pub fn new_list(id: InstrumentId) -> Instrument {
    let about = About { id, version: 1, ..About::default() };
    Instrument { about, style: Style::Audit, ..Instrument::own_chart() }
}

/// `form` as the beginning of one's own under another id. Where it comes from stays said: `from` is "Changed from …". How
/// long it will take nobody knows yet.
pub fn copy_of(form: &Instrument, id: InstrumentId, title: String, from: String) -> Instrument {
    let source = [from.as_str(), form.about.source.as_str()].join(" ");
    let source = source.trim().chars().take(limits::SOURCE).collect();
    let title = title.chars().take(limits::NAME).collect();
    Instrument { about: About { id, version: 1, title, source, minutes: 0, ..form.about.clone() }, ..form.clone() }
}

/// Makes one change to `form`. What names something unknown, or would break a limit, changes nothing.
pub fn change(form: &mut Instrument, change: Change) {
    if !form.is_audit() && change.is_of_lists() {
        return;
    }
    let about = &mut form.about;
    match change {
        Change::Title(text) => about.title = clean(text, limits::NAME),
        Change::Purpose(text) => about.purpose = clean(text, limits::LINE),
        Change::Instruction(text) => about.instruction = clean(text, limits::PARAGRAPH),
        Change::Caution(text) => about.caution = clean(text, limits::PARAGRAPH),
        Change::Subject(text) if form.style == Style::Chart => about.subject = clean(text, limits::NAME),
        Change::Pupils(on) if form.style == Style::Chart => form.pupils = on,
        Change::Subject(_) | Change::Pupils(_) => {}
        Change::Source(text) => about.source = clean(text, limits::SOURCE),
        Change::Style(style) => set_style(form, style),
        Change::Scale(scale) => set_scale(form, scale),
        Change::AnchorWords(value, words) => set_anchor(form, value, clean(words, limits::LINE)),
        Change::Direction(direction) => form.direction = direction,
        Change::MayNotApply(on) => form.may_not_apply = on,
        Change::AddSection(id) => add_section(form, id),
        Change::SectionName(id, name) => {
            if let Some(section) = form.sections.iter_mut().find(|section| section.id == id) {
                section.name = clean(name, limits::NAME);
            }
        }
        Change::MoveSection(id, to) => move_section(form, &id, to),
        Change::RemoveSection(id) => remove_section(form, &id),
        Change::AddItem(id, section) => add_item(form, id, section),
        Change::ItemText(id, text) => with_item(form, &id, |item| item.text = clean(text, limits::TEXT)),
        Change::ItemOpposite(id, text) => with_item(form, &id, |item| item.opposite = clean(text, limits::TEXT)),
        Change::ItemKind(id, kind) => with_item(form, &id, |item| item.kind = kind),
        Change::ItemDirection(id, direction) => with_item(form, &id, |item| item.direction = direction),
        Change::ItemQuestion(id, text) => with_item(form, &id, |item| item.question = clean(text, limits::LINE)),
        Change::ShiftItem(id, shift) => shift_item(form, &id, shift),
        Change::RemoveItem(id) => form.items.retain(|item| item.id != id),
        Change::AddPrompt(id) => add_prompt(form, id),
        Change::PromptText(id, text) => with_prompt(form, &id, |prompt| prompt.text = clean(text, limits::TEXT)),
        Change::PromptEntries(id, entries) => {
            with_prompt(form, &id, |prompt| prompt.entries = entries.clamp(1, limits::ENTRIES));
        }
        Change::PromptRank(id, text) => with_prompt(form, &id, |prompt| prompt.rank = clean(text, limits::LINE)),
        Change::RemovePrompt(id) => form.prompts.retain(|prompt| prompt.id != id),
    }
}

/// A text as a form may have it: no markup, nothing that cannot be seen, no longer than it may be.
pub(super) fn clean(text: String, most: usize) -> String {
    text.chars().filter(|c| *c != '<' && (*c == '\n' || !c.is_control())).take(most).collect()
}

fn set_style(form: &mut Instrument, style: Style) {
    if style == Style::Chart && form.items.len() > crate::domain::ITEMS_MAX {
        return;
    }
    form.style = style;
    for item in &mut form.items {
        // What a chart gives has two ends; where one of them was never named, a list has a statement.
        item.kind = match style {
            Style::Chart => ItemKind::Construct,
            Style::Audit if item.opposite.trim().is_empty() => ItemKind::Statement,
            Style::Audit => item.kind,
        };
    }
    match style {
        Style::Audit => {
            form.about.subject.clear();
            form.pupils = false;
        }
        Style::Chart => make_chart(form),
    }
}

/// Takes away what only a list asks.
fn make_chart(form: &mut Instrument) {
    form.sections.clear();
    form.prompts.clear();
    form.anchors.clear();
    form.direction = Direction::Higher;
    for item in &mut form.items {
        item.section = None;
        item.anchors.clear();
        item.direction = None;
        item.needed = None;
        item.question.clear();
    }
    set_scale(form, Scale::CONSTRUCT);
}

fn set_scale(form: &mut Instrument, scale: Scale) {
    if scale.min >= scale.max || scale.max > limits::HIGHEST {
        return;
    }
    form.scale = scale;
    form.anchors.retain(|anchor| scale.contains(anchor.value));
    for item in &mut form.items {
        item.anchors.retain(|anchor| scale.contains(anchor.value));
        item.needed.take_if(|needed| !scale.contains(*needed));
    }
}

fn set_anchor(form: &mut Instrument, value: u8, words: String) {
    form.anchors.retain(|anchor| anchor.value != value);
    if !words.trim().is_empty() && form.scale.contains(value) {
        form.anchors.push(Anchor { value, words });
        form.anchors.sort_by_key(|anchor| anchor.value);
    }
}

fn add_section(form: &mut Instrument, id: SectionId) {
    let known = form.sections.iter().any(|section| section.id == id);
    if known || form.sections.len() >= limits::SECTIONS {
        return;
    }
    // Where there are sections, every item stands in one: the first takes in what there is.
    for item in form.items.iter_mut().filter(|item| item.section.is_none()) {
        item.section = Some(id.clone());
    }
    form.sections.push(Section { id, name: String::new() });
}

fn move_section(form: &mut Instrument, id: &SectionId, to: usize) {
    let Some(from) = form.sections.iter().position(|section| section.id == *id) else { return };
    let section = form.sections.remove(from);
    form.sections.insert(to.min(form.sections.len()), section);
    in_order(form);
}

fn remove_section(form: &mut Instrument, id: &SectionId) {
    let Some(at) = form.sections.iter().position(|section| section.id == *id) else { return };
    form.sections.remove(at);
    let heir = form.sections.get(at.saturating_sub(1)).map(|section| section.id.clone());
    for item in form.items.iter_mut().filter(|item| item.section.as_ref() == Some(id)) {
        item.section.clone_from(&heir);
    }
    in_order(form);
}

/// The items of a section stand together, in the order of the sections.
fn in_order(form: &mut Instrument) {
    let sections = &form.sections;
    let place = |item: &Item| sections.iter().position(|section| Some(&section.id) == item.section.as_ref());
    form.items.sort_by_key(place);
}

fn add_item(form: &mut Instrument, id: ItemId, section: Option<SectionId>) {
    let known = form.items.iter().any(|item| item.id == id);
    if known || form.items.len() >= form.items_max() {
        return;
    }
    let named = section.filter(|id| form.sections.iter().any(|section| section.id == *id));
    let kind = match form.style {
        Style::Chart => ItemKind::Construct,
        Style::Audit => ItemKind::Statement,
    };
    let section = named.or_else(|| form.sections.last().map(|section| section.id.clone()));
    form.items.push(Item { kind, section, ..Item::new(id, "", Origin::Given) });
    in_order(form);
}

fn with_item(form: &mut Instrument, id: &ItemId, change: impl FnOnce(&mut Item)) {
    if let Some(item) = form.items.iter_mut().find(|item| item.id == *id) {
        change(item);
    }
}

fn shift_item(form: &mut Instrument, id: &ItemId, shift: Shift) {
    let Some(at) = form.items.iter().position(|item| item.id == *id) else { return };
    let neighbour = match shift {
        Shift::Up => at.checked_sub(1),
        Shift::Down => Some(at + 1),
    };
    let here = form.items.get(at).and_then(|item| item.section.clone());
    let there = neighbour.and_then(|to| form.items.get(to)).map(|item| item.section.clone());
    match (neighbour, there) {
        (Some(to), Some(section)) if section == here => form.items.swap(at, to),
        // At the edge of its section it goes into the next one, which may be empty.
        _ => {
            let place = form.sections.iter().position(|section| Some(&section.id) == here.as_ref());
            let to = place.and_then(|place| match shift {
                Shift::Up => place.checked_sub(1),
                Shift::Down => Some(place + 1),
            });
            let Some(section) = to.and_then(|to| form.sections.get(to)).map(|section| section.id.clone()) else {
                return;
            };
            let mut item = form.items.remove(at);
            item.section = Some(section);
            // Sorting is stable: among those of its new section it comes last from above, and first from below.
            match shift {
                Shift::Up => form.items.push(item),
                Shift::Down => form.items.insert(0, item),
            }
            in_order(form);
        }
    }
}

fn add_prompt(form: &mut Instrument, id: PromptId) {
    if form.prompts.len() < limits::PROMPTS && form.prompts.iter().all(|prompt| prompt.id != id) {
        form.prompts.push(Prompt { id, text: String::new(), entries: 1, rank: String::new() });
    }
}

fn with_prompt(form: &mut Instrument, id: &PromptId, change: impl FnOnce(&mut Prompt)) {
    if let Some(prompt) = form.prompts.iter_mut().find(|prompt| prompt.id == *id) {
        change(prompt);
    }
}
