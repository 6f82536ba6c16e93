//! What a link carries of a record and of an instrument, each field by the name it has in a file: one list for both ways.
//!
//! Links out there count fields and names by their place. A new one goes to the end of its list: older links are then
//! without it, and an older app says of newer links that they are.

use super::super::instrument::{CATEGORIES, DIRECTIONS, ITEM_KINDS, ORIGINS, STYLES};
use super::super::written::{EXTRAS, KINDS, PAUSES, STATUSES, STEPS};

/// A field of a JSON object.
pub(super) struct Field {
    pub name: &'static str,
    pub shape: Shape,
}

/// What stands in a field. What is usual of it costs nothing where it is so in all objects of a list.
pub(super) enum Shape {
    /// Words; usually none.
    Text,
    /// An id of a part that others may name.
    Id(Part),
    /// Such a name; usually none.
    Ref(Part),
    Flag {
        usual: bool,
    },
    /// A whole number, or none.
    Number {
        usual: Option<u64>,
    },
    /// What is answered for an item; usually nothing.
    Answer,
    /// A day; usually none.
    Day,
    /// A day; usually the one in another field.
    DayAs(&'static str),
    /// When something was changed; usually not known. To the minute, rounded down: no copy is newer than what it is of.
    Stamp,
    /// One of these names, which are listed from 0 on; usually the first.
    Named(fn(usize) -> Option<&'static str>),
    /// It, or nothing; usually nothing.
    Maybe(&'static Shape),
    /// A list; usually empty.
    List(&'static Shape),
    Object(&'static [Field]),
    /// Objects by the item they belong to.
    ByItem(&'static [Field]),
    /// An instrument, or which of those it is that come with the app.
    Form,
}

/// What has an id.
#[derive(Clone, Copy)]
pub(super) enum Part {
    Section,
    Prompt,
    Item,
    /// What nothing within a record names.
    Other,
}

const fn field(name: &'static str, shape: Shape) -> Field {
    Field { name, shape }
}

const fn text(name: &'static str) -> Field {
    field(name, Shape::Text)
}

const fn flag(name: &'static str) -> Field {
    field(name, Shape::Flag { usual: false })
}

const fn number(name: &'static str, usual: Option<u64>) -> Field {
    field(name, Shape::Number { usual })
}

const fn list(name: &'static str, of: &'static Shape) -> Field {
    field(name, Shape::List(of))
}

const CHANGED: Field = field("changed_at", Shape::Stamp);
const PLACE: Field = number("place", None);

pub(super) const RECORD: &[Field] = &[
    field("id", Shape::Id(Part::Other)),
    field("made_on", Shape::Day),
    // From here on times are near the one before.
    CHANGED,
    field("instrument", Shape::Form),
    list("occasions", &Shape::Object(OCCASION)),
    field("making", Shape::Object(MAKING)),
    text("subject"),
    text("title"),
    text("owner"),
    list("targets", &Shape::Object(TARGET)),
    field("next_look", Shape::Day),
    flag("asks_overall"),
    flag("sample"),
    text("code"),
    list("left_out", &Shape::Named(|at| name(&EXTRAS, at))),
    field("wishes", Shape::Object(WISHES)),
    field("held_since", Shape::Day),
    list("conversations", &Shape::Object(CONVERSATION)),
    text("companion"),
    field("keep_until", Shape::Day),
    list("noted_here", &Shape::Text),
];

const WISHES: &[Field] = &[text("aim"), text("area"), text("times"), text("school")];

pub(super) const FORM: &[Field] = &[
    list("sections", &Shape::Object(SECTION)),
    list("items", &Shape::Object(ITEM)),
    field("id", Shape::Id(Part::Other)),
    number("version", Some(1)),
    field("style", Shape::Named(|at| name(&STYLES, at))),
    field("scale", Shape::Object(SCALE)),
    text("title"),
    text("purpose"),
    text("instruction"),
    text("caution"),
    number("minutes", Some(0)),
    text("source"),
    text("line"),
    text("licence"),
    text("subject"),
    text("near"),
    text("far"),
    list("prompts", &Shape::Object(PROMPT)),
    flag("pupils"),
];

const SCALE: &[Field] = &[
    number("min", Some(0)),
    number("max", Some(10)),
    list("anchors", &Shape::Object(ANCHOR)),
    field("direction", Shape::Named(|at| name(&DIRECTIONS, at))),
    field("may_not_apply", Shape::Flag { usual: true }),
];

const ANCHOR: &[Field] = &[number("value", None), text("words")];

const SECTION: &[Field] = &[field("id", Shape::Id(Part::Section)), text("name")];

const PROMPT: &[Field] =
    &[field("id", Shape::Id(Part::Prompt)), text("text"), number("entries", Some(1)), text("rank")];

const ITEM: &[Field] = &[
    field("id", Shape::Id(Part::Item)),
    text("text"),
    text("opposite"),
    CHANGED,
    field("origin", Shape::Named(|at| name(&ORIGINS, at))),
    field("kind", Shape::Named(|at| name(&ITEM_KINDS, at))),
    field("section", Shape::Ref(Part::Section)),
    field("category", Shape::Maybe(&Shape::Named(|at| name(&CATEGORIES, at)))),
    text("seen_high"),
    text("seen_low"),
    field("set_aside", Shape::Day),
    list("earlier", &Shape::Object(WORDING)),
    PLACE,
    text("question"),
    number("needed", None),
    field("direction", Shape::Maybe(&Shape::Named(|at| name(&DIRECTIONS, at)))),
    list("anchors", &Shape::Object(ANCHOR)),
];

const WORDING: &[Field] = &[text("text"), text("opposite"), field("until", Shape::Day), flag("settled")];

const OCCASION: &[Field] = &[
    field("id", Shape::Id(Part::Other)),
    field("rated_on", Shape::Day),
    field("ratings", Shape::ByItem(RATING)),
    CHANGED,
    flag("finished"),
    field("kind", Shape::Named(|at| name(&KINDS, at))),
    list("focus", &Shape::Ref(Part::Item)),
    text("context"),
    text("changed"),
    text("contributed"),
    text("next"),
    list("replies", &Shape::Object(REPLY)),
    number("overall_before", None),
    number("overall_after", None),
    flag("quick"),
    field("refers_to", Shape::DayAs("rated_on")),
    field("rater", Shape::Maybe(&Shape::Text)),
    flag("earlier_shown"),
    PLACE,
    flag("on_paper"),
];

const RATING: &[Field] = &[
    field("answer", Shape::Answer),
    CHANGED,
    text("why"),
    text("example"),
    number("needed", None),
    number("importance", None),
    flag("idea_changed"),
];

const REPLY: &[Field] = &[field("prompt", Shape::Ref(Part::Prompt)), text("text"), number("rank", None)];

const TARGET: &[Field] = &[
    field("id", Shape::Id(Part::Other)),
    field("item", Shape::Ref(Part::Item)),
    text("what"),
    list("hows", &Shape::Text),
    CHANGED,
    field("until", Shape::Day),
    PLACE,
    field("from", Shape::Day),
    text("who"),
    field("status", Shape::Named(|at| name(&STATUSES, at))),
    list("reviews", &Shape::Object(REVIEW)),
    field("conversation", Shape::Maybe(&Shape::Text)),
    field("since", Shape::Day),
    list("earlier", &Shape::Object(EARLIER_TARGET)),
];

const REVIEW: &[Field] = &[field("on", Shape::Day), text("text")];

const EARLIER_TARGET: &[Field] =
    &[text("what"), list("hows", &Shape::Text), field("until", Shape::Day), field("since", Shape::Day)];

const CONVERSATION: &[Field] = &[
    field("id", Shape::Id(Part::Other)),
    field("on", Shape::Day),
    CHANGED,
    text("form"),
    text("title"),
    text("with"),
    list("about", &Shape::Ref(Part::Item)),
    list("notes", &Shape::Object(NOTE)),
    text("agreed"),
    field("next", Shape::Day),
    field("by", Shape::Maybe(&Shape::Text)),
    text("where"),
    flag("private"),
    field("private_at", Shape::Stamp),
    PLACE,
];

const NOTE: &[Field] = &[text("question"), text("group"), text("asked"), text("text")];

const MAKING: &[Field] = &[
    field("step", Shape::Named(|at| name(&STEPS, at))),
    flag("with_others"),
    list("talked", &Shape::Named(|at| name(&PAUSES, at))),
    list("ideas", &Shape::Text),
];

fn name<T>(names: &[(&'static str, T)], at: usize) -> Option<&'static str> {
    names.get(at).map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use serde_json::Value;

    use super::*;
    use crate::codec::file::whole;
    use crate::codec::{OpenedFile, instrument, read_file};
    use crate::domain::Stamps;

    /// Follows fields and what they hold, and notes by which way one comes to each.
    struct Walk {
        met: BTreeSet<String>,
    }

    impl Walk {
        fn objects(&mut self, at: &str, fields: &[Field], value: &Value) {
            for (name, value) in value.as_object().unwrap() {
                let field = fields.iter().find(|field| field.name == name);
                self.met.insert(format!("{at}/{name}"));
                if let Some(field) = field {
                    self.value(&format!("{at}/{name}"), &field.shape, value);
                }
            }
        }

        fn value(&mut self, at: &str, shape: &Shape, value: &Value) {
            match shape {
                Shape::Object(fields) => self.objects(at, fields, value),
                Shape::Form => self.objects(at, FORM, value),
                Shape::ByItem(fields) => {
                    value.as_object().unwrap().values().for_each(|each| self.objects(at, fields, each));
                }
                Shape::List(shape) => value.as_array().unwrap().iter().for_each(|each| self.value(at, shape, each)),
                _ => {}
            }
        }

        /// All there is to meet.
        fn all(at: &str, shape: &Shape, found: &mut BTreeSet<String>) {
            let fields = match shape {
                Shape::Object(fields) | Shape::ByItem(fields) => *fields,
                Shape::Form => FORM,
                Shape::List(shape) => return Self::all(at, shape, found),
                _ => return,
            };
            for field in fields {
                found.insert(format!("{at}/{}", field.name));
                Self::all(&format!("{at}/{}", field.name), &field.shape, found);
            }
        }
    }

    /// What a file says and a link need not: it says so by the order of its lists.
    const NOT_IN_LINKS: [&str; 3] = ["/occasion_order", "/target_order", "/conversation_order"];

    /// All files of a folder that can be read.
    fn opened(folder: &str) -> impl Iterator<Item = OpenedFile> {
        let files = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
        files.filter_map(|file| read_file(&fs::read(file.unwrap().path()).ok()?).ok())
    }

    #[test]
    fn a_link_has_the_fields_of_a_file_and_no_others() {
        let mut walk = Walk { met: BTreeSet::new() };
        for mut record in opened("tests/fixtures").flat_map(|file| file.records) {
            let Stamps { items, occasions, targets, conversations, .. } = &mut record.stamps;
            let marks = items.values_mut().chain(occasions.values_mut()).chain(targets.values_mut());
            let marks = marks.chain(conversations.values_mut());
            marks.for_each(|mark| mark.place = 7);
            record.stamps.private = record.conversations.iter().map(|talk| (talk.id.clone(), 7)).collect();
            record.occasions.iter_mut().for_each(|on| std::sync::Arc::make_mut(on).on_paper = true);
            walk.objects("", RECORD, &whole(&record));
        }
        for form in opened("public/instruments").flat_map(|file| file.instruments) {
            walk.objects("/instrument", FORM, &instrument::written(&form));
        }
        let mut all = BTreeSet::from(NOT_IN_LINKS.map(String::from));
        Walk::all("", &Shape::Object(RECORD), &mut all);
        assert_eq!(walk.met.difference(&all).collect::<Vec<_>>(), Vec::<&String>::new(), "in a file only");
        assert_eq!(
            all.difference(&walk.met).collect::<Vec<_>>(),
            Vec::<&String>::new(),
            "in a link only, or in no file"
        );
    }
}
