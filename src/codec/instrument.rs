//! An instrument, in its own file and within a record: written and read.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::fields::Fields;
use super::iso;
use super::restore::first_of_each;
use super::written::{list, mark, name_of, object, optional, optional_day, value};
use crate::domain::{
    About, Anchor, Category, Date, Direction, Instrument, InstrumentId, Item, ItemId, ItemKind, Mark, Origin, Prompt,
    PromptId, Scale, Section, SectionId, Style, Wording,
};
use crate::instruments::limits;

/// An instrument as it stands in its own file.
pub(super) fn written(form: &Instrument) -> Value {
    let mut fields = fields_of(form);
    fields.insert("items".into(), list(&form.items, |item| Value::Object(item_of(item))));
    Value::Object(fields)
}

/// An instrument as it stands in a record: its items with what became of them there.
pub(super) fn of_record(form: &Instrument, marks: &BTreeMap<ItemId, Mark>) -> Value {
    let mut fields = fields_of(form);
    fields.insert("items".into(), list(&form.items, |item| item_of_record(item, marks.get(&item.id))));
    Value::Object(fields)
}

fn fields_of(form: &Instrument) -> Map<String, Value> {
    let about = &form.about;
    let scale = vec![
        ("min", form.scale.min.into()),
        ("max", form.scale.max.into()),
        ("direction", name_of(&DIRECTIONS, form.direction)),
        ("may_not_apply", form.may_not_apply.into()),
        ("anchors", list(&form.anchors, anchor)),
    ];
    object(vec![
        ("id", about.id.as_str().into()),
        ("version", about.version.into()),
        ("style", name_of(&STYLES, form.style)),
        ("pupils", form.pupils.into()),
        ("title", about.title.as_str().into()),
        ("purpose", about.purpose.as_str().into()),
        ("instruction", about.instruction.as_str().into()),
        ("caution", about.caution.as_str().into()),
        ("minutes", about.minutes.into()),
        ("subject", about.subject.as_str().into()),
        ("near", about.near.as_str().into()),
        ("far", about.far.as_str().into()),
        ("source", about.source.as_str().into()),
        ("line", about.line.as_str().into()),
        ("licence", about.licence.as_str().into()),
        ("scale", value(scale)),
        ("sections", list(&form.sections, section)),
        ("prompts", list(&form.prompts, prompt)),
    ])
}

fn anchor(anchor: &Anchor) -> Value {
    value(vec![("value", anchor.value.into()), ("words", anchor.words.as_str().into())])
}

fn section(section: &Section) -> Value {
    value(vec![("id", section.id.as_str().into()), ("name", section.name.as_str().into())])
}

fn prompt(prompt: &Prompt) -> Value {
    value(vec![
        ("id", prompt.id.as_str().into()),
        ("text", prompt.text.as_str().into()),
        ("entries", prompt.entries.into()),
        ("rank", prompt.rank.as_str().into()),
    ])
}

fn item_of(item: &Item) -> Map<String, Value> {
    object(vec![
        ("id", item.id.as_str().into()),
        ("kind", name_of(&ITEM_KINDS, item.kind)),
        ("section", item.section.as_ref().map_or(Value::Null, |section| section.as_str().into())),
        ("text", item.text.as_str().into()),
        ("opposite", item.opposite.as_str().into()),
        ("seen_high", item.seen_high.as_str().into()),
        ("seen_low", item.seen_low.as_str().into()),
        ("anchors", list(&item.anchors, anchor)),
        ("direction", item.direction.map_or(Value::Null, |direction| name_of(&DIRECTIONS, direction))),
        ("needed", optional(item.needed)),
        ("question", item.question.as_str().into()),
    ])
}

fn item_of_record(item: &Item, its: Option<&Mark>) -> Value {
    let mut fields = item_of(item);
    let more = object(vec![
        ("origin", name_of(&ORIGINS, item.origin)),
        ("category", item.category.map_or(Value::Null, |category| name_of(&CATEGORIES, category))),
        ("set_aside", optional_day(item.set_aside)),
        ("earlier", list(&item.earlier, wording)),
    ]);
    fields.extend(more);
    mark(&mut fields, its);
    Value::Object(fields)
}

fn wording(wording: &Wording) -> Value {
    value(vec![
        ("text", wording.text.as_str().into()),
        ("opposite", wording.opposite.as_str().into()),
        ("until", iso(wording.until).into()),
        ("settled", wording.settled.into()),
    ])
}

/// An instrument as it was written, its parts taken one by one: types are looked after here, rules are not.
pub(super) fn read(form: &Fields, made_on: Date) -> Instrument {
    let own = Instrument::own_chart();
    let scale = form.object("scale");
    let range = scale.as_ref().and_then(|scale| {
        let range = Scale { min: scale.number("min")?, max: scale.number("max")? };
        (range.min < range.max && range.max <= 10).then_some(range)
    });
    if range.is_none() {
        form.note("scale");
    }
    Instrument {
        about: about(form),
        style: form.named("style", &STYLES).unwrap_or(own.style),
        pupils: form.flag("pupils"),
        scale: range.unwrap_or(own.scale),
        anchors: scale.as_ref().map(anchors).unwrap_or_default(),
        direction: scale.as_ref().and_then(|scale| scale.named("direction", &DIRECTIONS)).unwrap_or(own.direction),
        may_not_apply: scale.as_ref().is_none_or(|scale| !scale.has("may_not_apply") || scale.flag("may_not_apply")),
        sections: form
            .objects("sections")
            .filter_map(|section| Some(Section { id: SectionId::new(section.id()?), name: section.text("name") }))
            .collect(),
        items: form.objects("items").filter_map(|fields| item(&fields, made_on)).collect(),
        prompts: form.objects("prompts").filter_map(|fields| read_prompt(&fields)).collect(),
    }
}

fn about(form: &Fields) -> About {
    let version = form.value("version").map(|version| version.as_u64().and_then(|version| u32::try_from(version).ok()));
    if version == Some(None) {
        form.note("version");
    }
    About {
        id: InstrumentId::new(form.text("id")),
        version: version.flatten().unwrap_or(1),
        title: form.text("title"),
        purpose: form.text("purpose"),
        instruction: form.text("instruction"),
        caution: form.text("caution"),
        minutes: form.noted_number("minutes").unwrap_or_default(),
        subject: form.text("subject"),
        near: form.text("near"),
        far: form.text("far"),
        source: form.text("source"),
        line: form.text("line"),
        licence: form.text("licence"),
    }
}

fn anchors(fields: &Fields) -> Vec<Anchor> {
    let anchor = |fields: Fields| {
        let value = fields.number("value");
        if value.is_none() {
            fields.note("anchors");
        }
        Some(Anchor { value: value?, words: fields.text("words") })
    };
    fields.objects("anchors").filter_map(anchor).collect()
}

fn read_prompt(fields: &Fields) -> Option<Prompt> {
    Some(Prompt {
        id: PromptId::new(fields.id()?),
        text: fields.text("text"),
        entries: fields.noted_number("entries").unwrap_or(1),
        rank: fields.text("rank"),
    })
}

fn item(fields: &Fields, made_on: Date) -> Option<Item> {
    let id = fields.id()?;
    let earlier = fields
        .objects("earlier")
        .map(|wording| Wording {
            text: wording.text("text"),
            opposite: wording.text("opposite"),
            until: wording.day("until", made_on),
            settled: wording.flag("settled"),
        })
        .collect();
    Some(Item {
        id: ItemId::new(id),
        kind: fields.named("kind", &ITEM_KINDS).unwrap_or(ItemKind::Construct),
        section: fields.has("section").then(|| SectionId::new(fields.text("section"))),
        text: fields.text("text"),
        opposite: fields.text("opposite"),
        seen_high: fields.text("seen_high"),
        seen_low: fields.text("seen_low"),
        anchors: anchors(fields),
        direction: fields.named("direction", &DIRECTIONS),
        needed: fields.noted_number("needed"),
        question: fields.text("question"),
        origin: fields.named("origin", &ORIGINS).unwrap_or(Origin::Own),
        category: fields.named("category", &CATEGORIES),
        // An item that was set aside on an unreadable day is still set aside.
        set_aside: fields.has("set_aside").then(|| fields.day("set_aside", made_on)),
        earlier,
    })
}

/// An instrument on its own: its items are given, and nothing has become of them.
pub(super) fn blank(mut form: Instrument) -> Instrument {
    for item in &mut form.items {
        item.origin = Origin::Given;
        item.set_aside = None;
        item.category = None;
        item.earlier.clear();
    }
    form
}

/// The instrument of a record: what breaks a rule is put right, and noted.
pub(super) fn restored(form: &Fields, made_on: Date) -> Instrument {
    let mut read = read(form, made_on);
    let note = |field: &'static str| move || form.note(field);
    let scale = read.scale;
    let off_scale = |anchor: &Anchor| {
        let on = scale.contains(anchor.value);
        if !on {
            form.note("anchors");
        }
        on
    };
    let once = |anchors: Vec<Anchor>| {
        first_of_each(anchors.into_iter().filter(off_scale), |anchor| anchor.value.to_string(), note("anchors"))
    };
    read.anchors = once(read.anchors);
    read.sections = first_of_each(read.sections.into_iter(), |section| section.id.to_string(), note("sections"));
    // No form has more; what follows would take for ever with thousands.
    if read.sections.len() > limits::SECTIONS {
        form.note("sections");
        read.sections.truncate(limits::SECTIONS);
    }
    read.prompts = first_of_each(read.prompts.into_iter(), |prompt| prompt.id.to_string(), note("prompts"));
    read.items = first_of_each(read.items.into_iter(), |item| item.id.to_string(), note("items"));
    let places: Vec<SectionId> = read.sections.iter().map(|section| section.id.clone()).collect();
    for item in &mut read.items {
        item.anchors = once(std::mem::take(&mut item.anchors));
        if item.needed.take_if(|needed| !scale.contains(*needed)).is_some() {
            form.note("needed");
        }
        if item.section.take_if(|section| !places.contains(section)).is_some() {
            form.note("section");
        }
    }
    // The items of a section stand together, in the order of the sections.
    let place = |item: &Item| item.section.as_ref().and_then(|section| places.iter().position(|each| each == section));
    if !read.items.is_sorted_by_key(place) {
        form.note("section");
        let mut ordered = Vec::with_capacity(read.items.len());
        for wanted in std::iter::once(None).chain((0..places.len()).map(Some)) {
            ordered.extend(read.items.extract_if(.., |item| place(item) == wanted));
        }
        read.items = ordered;
    }
    read
}

// Links count the names of each table by their place: a new one goes to the end.

pub(super) const STYLES: [(&str, Style); 2] = [("chart", Style::Chart), ("audit", Style::Audit)];

pub(super) const DIRECTIONS: [(&str, Direction); 3] =
    [("higher", Direction::Higher), ("lower", Direction::Lower), ("needed", Direction::TowardNeeded)];

pub(super) const ITEM_KINDS: [(&str, ItemKind); 2] =
    [("construct", ItemKind::Construct), ("statement", ItemKind::Statement)];

pub(super) const ORIGINS: [(&str, Origin); 3] =
    [("own", Origin::Own), ("given", Origin::Given), ("heard", Origin::Heard)];

pub(super) const CATEGORIES: [(&str, Category); 7] = [
    ("procedural", Category::Procedural),
    ("personal", Category::Personal),
    ("learner", Category::Learner),
    ("subject", Category::Subject),
    ("wider-role", Category::WiderRole),
    ("expectations", Category::Expectations),
    ("curriculum", Category::Curriculum),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_a_name() {
        assert!(Category::ALL.into_iter().all(|category| name_of(&CATEGORIES, category) != ""));
    }
}
