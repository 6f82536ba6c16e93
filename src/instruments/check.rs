//! What an instrument may be. Stated for others in `public/schema/roundel-instrument-1.json`.

use std::collections::BTreeSet;

use crate::domain::{Anchor, Direction, Instrument, Item, ItemKind, Scale};

/// The longest texts, in characters, and the longest lists.
pub mod limits {
    /// An id.
    pub const ID: usize = 64;
    /// A title, the name of a section, a subject.
    pub const NAME: usize = 120;
    /// Where it stands in a source.
    pub const PLACE: usize = 200;
    /// A purpose, the words of an anchor, a question beside a number, what asks for an order.
    pub const LINE: usize = 300;
    /// An item, its opposite, what one would see; a prompt, a licence.
    pub const TEXT: usize = 500;
    /// An instruction, a caution.
    pub const PARAGRAPH: usize = 1000;
    /// A source.
    pub const SOURCE: usize = 2000;
    /// Sections.
    pub const SECTIONS: usize = 20;
    /// Prompts.
    pub const PROMPTS: usize = 20;
    /// Entries of one prompt.
    pub const ENTRIES: u8 = 10;
    /// Minutes.
    pub const MINUTES: u8 = 120;
    /// The highest number to rate with.
    pub const HIGHEST: u8 = 10;
}

/// What is wrong with an instrument, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {problem:?}")]
pub struct Fault {
    /// The field, as it is called in the file: `items 3: text`, counted from 1.
    pub field: String,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What can be wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It is not there, or empty.
    Missing,
    /// It is something else than it should be.
    Unreadable,
    /// More than so many characters.
    TooLong(usize),
    /// More than so many parts, or minutes.
    TooMany(usize),
    /// The same as one before.
    Twice,
    /// A number that is not on the scale.
    OffScale,
    /// It holds `<`, as markup does, or a character that cannot be seen.
    Markup,
    /// It stands apart from the others of its section, names one that is not there, or belongs to the other style.
    Misplaced,
}

type Checked = Result<(), Fault>;

/// Finds the first thing that is wrong.
///
/// # Errors
/// A [`Fault`] that names the field.
pub fn check(form: &Instrument) -> Checked {
    let about = &form.about;
    id("id", about.id.as_str())?;
    needed_text("title", &about.title, limits::NAME)?;
    for (field, words, most) in [
        ("purpose", &about.purpose, limits::LINE),
        ("instruction", &about.instruction, limits::PARAGRAPH),
        ("caution", &about.caution, limits::PARAGRAPH),
        ("subject", &about.subject, limits::NAME),
        ("near", &about.near, limits::NAME),
        ("far", &about.far, limits::NAME),
        ("source", &about.source, limits::SOURCE),
        ("line", &about.line, limits::PLACE),
        ("licence", &about.licence, limits::TEXT),
    ] {
        text(field, words, most)?;
    }
    fault_if(about.version == 0, "version", Problem::Unreadable)?;
    fault_if(about.minutes > limits::MINUTES, "minutes", Problem::TooMany(limits::MINUTES.into()))?;
    fault_if(form.is_audit() && !about.subject.is_empty(), "subject", Problem::Misplaced)?;
    scale(form)?;
    anchors(form, "scale: anchors", &form.anchors)?;
    sections(form)?;
    items(form)?;
    prompts(form)?;
    if form.is_audit() { fault_if(form.pupils, "pupils", Problem::Misplaced) } else { chart(form) }
}

/// A chart is rated on a wheel, and has only what the wheel asks.
fn chart(form: &Instrument) -> Checked {
    fault_if(!form.prompts.is_empty(), "prompts", Problem::Misplaced)?;
    fault_if(!form.anchors.is_empty(), "scale: anchors", Problem::Misplaced)?;
    fault_if(form.direction != Direction::Higher, "scale: direction", Problem::Misplaced)?;
    for (at, item) in form.items.iter().enumerate() {
        for (field, more) in [
            ("kind", item.kind != ItemKind::Construct),
            ("anchors", !item.anchors.is_empty()),
            ("direction", item.direction.is_some()),
            ("needed", item.needed.is_some()),
            ("question", !item.question.is_empty()),
        ] {
            fault_if(more, &part("items", at, field), Problem::Misplaced)?;
        }
    }
    Ok(())
}

fn fault_if(wrong: bool, field: &str, problem: Problem) -> Checked {
    if wrong { Err(Fault { field: field.to_owned(), problem }) } else { Ok(()) }
}

/// A part of a list, as people count.
fn part(list: &str, at: usize, field: &str) -> String {
    format!("{list} {}: {field}", at + 1)
}

fn id(field: &str, id: &str) -> Checked {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    fault_if(id.is_empty(), field, Problem::Missing)?;
    fault_if(id.len() > limits::ID, field, Problem::TooLong(limits::ID))?;
    fault_if(!id.chars().all(plain), field, Problem::Unreadable)
}

fn text(field: &str, words: &str, most: usize) -> Checked {
    let strange = |c: char| c == '<' || (c.is_control() && c != '\n');
    fault_if(words.chars().count() > most, field, Problem::TooLong(most))?;
    fault_if(words.chars().any(strange), field, Problem::Markup)
}

fn needed_text(field: &str, words: &str, most: usize) -> Checked {
    fault_if(words.trim().is_empty(), field, Problem::Missing)?;
    text(field, words, most)
}

fn unique<'a>(list: &str, ids: impl Iterator<Item = &'a str>) -> Checked {
    let mut known = BTreeSet::new();
    for (at, each) in ids.enumerate() {
        id(&part(list, at, "id"), each)?;
        fault_if(!known.insert(each), &part(list, at, "id"), Problem::Twice)?;
    }
    Ok(())
}

fn scale(form: &Instrument) -> Checked {
    let Scale { min, max } = form.scale;
    let other = !form.is_audit() && form.scale != Scale::CONSTRUCT;
    fault_if(min >= max || max > limits::HIGHEST || other, "scale", Problem::Unreadable)
}

fn anchors(form: &Instrument, field: &str, anchors: &[Anchor]) -> Checked {
    for (at, anchor) in anchors.iter().enumerate() {
        fault_if(!form.scale.contains(anchor.value), field, Problem::OffScale)?;
        let before = anchors.iter().take(at).any(|before| before.value == anchor.value);
        fault_if(before, field, Problem::Twice)?;
        needed_text(field, &anchor.words, limits::LINE)?;
    }
    Ok(())
}

fn sections(form: &Instrument) -> Checked {
    fault_if(form.sections.len() > limits::SECTIONS, "sections", Problem::TooMany(limits::SECTIONS))?;
    fault_if(!form.is_audit() && !form.sections.is_empty(), "sections", Problem::Misplaced)?;
    unique("sections", form.sections.iter().map(|section| section.id.as_str()))?;
    for (at, section) in form.sections.iter().enumerate() {
        needed_text(&part("sections", at, "name"), &section.name, limits::NAME)?;
    }
    Ok(())
}

fn items(form: &Instrument) -> Checked {
    let most = form.items_max();
    fault_if(form.items.len() > most, "items", Problem::TooMany(most))?;
    fault_if(form.items.is_empty() && form.is_audit(), "items", Problem::Missing)?;
    unique("items", form.items.iter().map(|item| item.id.as_str()))?;
    let mut last = None;
    for (at, each) in form.items.iter().enumerate() {
        item(form, at, each)?;
        let place = each.section.as_ref().map(|id| form.sections.iter().position(|section| section.id == *id));
        let missing = place == Some(None) || (place.is_none() && !form.sections.is_empty());
        let place = place.flatten();
        fault_if(missing || place < last, &part("items", at, "section"), Problem::Misplaced)?;
        last = place;
    }
    Ok(())
}

fn item(form: &Instrument, at: usize, item: &Item) -> Checked {
    let field = |name| part("items", at, name);
    needed_text(&field("text"), &item.text, limits::TEXT)?;
    text(&field("opposite"), &item.opposite, limits::TEXT)?;
    text(&field("seen_high"), &item.seen_high, limits::TEXT)?;
    text(&field("seen_low"), &item.seen_low, limits::TEXT)?;
    text(&field("question"), &item.question, limits::LINE)?;
    anchors(form, &field("anchors"), &item.anchors)?;
    let off_scale = item.needed.is_some_and(|needed| !form.scale.contains(needed));
    fault_if(off_scale, &field("needed"), Problem::OffScale)
}

fn prompts(form: &Instrument) -> Checked {
    fault_if(form.prompts.len() > limits::PROMPTS, "prompts", Problem::TooMany(limits::PROMPTS))?;
    unique("prompts", form.prompts.iter().map(|prompt| prompt.id.as_str()))?;
    for (at, prompt) in form.prompts.iter().enumerate() {
        needed_text(&part("prompts", at, "text"), &prompt.text, limits::TEXT)?;
        text(&part("prompts", at, "rank"), &prompt.rank, limits::LINE)?;
        let entries = part("prompts", at, "entries");
        fault_if(prompt.entries == 0, &entries, Problem::Unreadable)?;
        fault_if(prompt.entries > limits::ENTRIES, &entries, Problem::TooMany(limits::ENTRIES.into()))?;
    }
    Ok(())
}
