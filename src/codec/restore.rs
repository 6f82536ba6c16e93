//! From JSON values to domain values: takes what it can, and says what it could not take.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::Value;

use super::fields::{Fields, Mender};
use super::restore_talks::{conversation, target};
use super::{instrument, parse_iso, stamps, written};
use crate::domain::{
    Answer, Conversation, Date, FOCUS_MAX, IMPORTANCE, Instrument, ItemId, Kind, Making, Mended, Occasion, OccasionId,
    Overall, PromptId, Rater, Rating, Record, RecordId, Reflection, Reply, Stamps, Step, Target, Wishes,
};

/// One thing that could not be taken as it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repair {
    /// A whole row or record could not be read; its text is kept for download.
    Unreadable {
        /// Where it stood.
        at: String,
        /// The text as it was found.
        text: String,
    },
    /// A part of a record was left out or replaced.
    Part {
        /// The record's id.
        record: String,
        /// Which field.
        field: &'static str,
    },
}

impl Repair {
    /// Whether it is about the record called `id`.
    pub fn concerns(&self, id: &RecordId) -> bool {
        match self {
            // A table, then the row's key, which begins with the record's id.
            Self::Unreadable { at, .. } => at.split('/').nth(1) == Some(id.as_str()),
            Self::Part { record, .. } => record == id.as_str(),
        }
    }
}

/// What a record falls back to in which no day at all can be read.
const UNKNOWN_DAY: &str = "1970-01-01";

/// A record from a file, where its parts stand in it.
pub(super) fn whole(value: &Value, repairs: &mut Vec<Repair>) -> Option<Record> {
    let id = value.get("id").and_then(Value::as_str).unwrap_or_default();
    let mut part = |name: &'static str| -> Vec<&Value> {
        let part = value.get(name).filter(|part| !part.is_null());
        if part.is_some_and(|part| !part.is_array()) {
            repairs.push(Repair::Part { record: id.to_owned(), field: name });
        }
        part.and_then(Value::as_array).into_iter().flatten().collect()
    };
    let read = Read { occasions: part("occasions"), targets: part("targets"), conversations: part("conversations") };
    record(value, &read, repairs)
}

/// What of a record stands beside its head.
pub(super) struct Read<'a> {
    pub occasions: Vec<&'a Value>,
    pub targets: Vec<&'a Value>,
    pub conversations: Vec<&'a Value>,
}

/// A record from its head and parts, if at least its id can be read.
pub(super) fn record(head: &Value, read: &Read, repairs: &mut Vec<Repair>) -> Option<Record> {
    // A slash would break the row keys, which start with the record's id.
    let id = head.get("id")?.as_str().filter(|id| !id.is_empty() && !id.contains('/'))?;
    let mender = Mender::new(id, repairs);
    let head = Fields::new(head, &mender)?;
    let made_on = begun(&head, &read.occasions);
    let form = head.object("instrument");
    let instrument = form.map_or_else(Instrument::own_chart, |form| instrument::restored(&form, made_on));
    let stamps = stamps::read(&head, read, &mender);
    let (occasions, targets, conversations) = {
        let parts = Parts::of(&instrument, made_on, &mender);
        let ordered = |values: &[_], order| in_order(values, &head.texts(order));
        (
            parts.occasions(&ordered(&read.occasions, "occasion_order")),
            parts.targets(&ordered(&read.targets, "target_order")),
            parts.conversations(&ordered(&read.conversations, "conversation_order")),
        )
    };
    let mut record = Record {
        id: RecordId::new(id),
        title: head.text("title"),
        subject: head.text("subject"),
        owner: head.text("owner"),
        code: head.text("code"),
        companion: head.text("companion"),
        held_since: head.optional_day("held_since"),
        keep_until: head.optional_day("keep_until"),
        noted_here: head.texts("noted_here").into_iter().collect(),
        left_out: head.all_named("left_out", &written::EXTRAS).into_iter().collect(),
        made_on,
        sample: head.flag("sample"),
        just_for_now: false,
        asks_overall: head.flag("asks_overall"),
        wishes: head.object("wishes").map(|fields| wishes(&fields)).unwrap_or_default(),
        next_look: head.optional_day("next_look"),
        making: making(&head),
        stamps: Stamps::default(),
        occasions: occasions.into_iter().map(Arc::new).collect(),
        targets,
        conversations,
        instrument,
    };
    mend(&mut record, &mender);
    record.take_stamps(&stamps);
    Some(record)
}

/// The day a record was begun; where that cannot be read, the day of its first rating.
fn begun(head: &Fields, occasions: &[&Value]) -> Date {
    let rated = occasions.iter().filter_map(|occasion| parse_iso(occasion.get("rated_on")?.as_str()?)).min();
    head.day("made_on", rated.or_else(|| parse_iso(UNKNOWN_DAY)).unwrap_or(Date::MIN))
}

/// Puts right what each part may be but the whole may not, and notes it.
fn mend(record: &mut Record, mender: &Mender) {
    let Mended { items, ratings, replies, ranks } = record.mend();
    for (field, times) in [("items", items), ("ratings", ratings), ("replies", replies), ("rank", ranks)] {
        (0..times).for_each(|_| mender.note(field));
    }
}

/// Puts what came in any order into the order of the ids; what the order does not name stays, at the end.
fn in_order<'a>(parts: &[&'a Value], order: &[String]) -> Vec<&'a Value> {
    let mut places = BTreeMap::new();
    for (place, id) in order.iter().enumerate() {
        places.entry(id.as_str()).or_insert(place);
    }
    let place = |part: &&Value| part.get("id").and_then(Value::as_str).and_then(|id| places.get(id).copied());
    let mut ordered = parts.to_vec();
    ordered.sort_by_key(|part| place(part).unwrap_or(usize::MAX));
    ordered
}

/// The parts with ids that no part before them has; `twice` is told of each of the others. Ids are compared as text:
/// each other type of set would add to what a first visit fetches.
pub(super) fn first_of_each<T>(parts: impl Iterator<Item = T>, id: impl Fn(&T) -> String, twice: impl Fn()) -> Vec<T> {
    let mut known = BTreeSet::new();
    let first = |part: &T| {
        let first = known.insert(id(part));
        if !first {
            twice();
        }
        first
    };
    parts.filter(first).collect()
}

fn wishes(fields: &Fields) -> Wishes {
    Wishes {
        aim: fields.text("aim"),
        area: fields.text("area"),
        times: fields.text("times"),
        school: fields.text("school"),
    }
}

fn making(head: &Fields) -> Making {
    let Some(fields) = head.object("making") else { return Making::default() };
    let mut pauses = BTreeSet::new();
    pauses.extend(fields.all_named("talked", &written::PAUSES));
    Making {
        step: fields.named("step", &written::STEPS).unwrap_or(Step::Frame),
        with_others: fields.flag("with_others"),
        talked: pauses,
        ideas: fields.texts("ideas"),
    }
}

/// What the parts of a record are read against.
struct Parts<'a, 'form> {
    mender: &'a Mender<'a>,
    form: &'form Instrument,
    /// The items there are.
    known: BTreeSet<ItemId>,
    made_on: Date,
}

impl<'a, 'form> Parts<'a, 'form> {
    fn of(form: &'form Instrument, made_on: Date, mender: &'a Mender<'a>) -> Self {
        let mut known = BTreeSet::new();
        known.extend(form.items.iter().map(|item| item.id.clone()));
        Self { mender, form, known, made_on }
    }

    /// What `read` makes of the values; what it makes nothing of, or has been before, is noted and left out.
    fn parts<T>(
        &self,
        name: &'static str,
        values: &[&'a Value],
        read: impl Fn(&'a Value) -> Option<T>,
        id: impl Fn(&T) -> String,
    ) -> Vec<T> {
        let note = || self.mender.note(name);
        let read = values.iter().filter_map(|value| {
            let part = read(value);
            if part.is_none() {
                note();
            }
            part
        });
        first_of_each(read, id, note)
    }

    fn occasions(&self, values: &[&'a Value]) -> Vec<Occasion> {
        self.parts("occasions", values, |value| self.occasion(value), |occasion| occasion.id.to_string())
    }

    fn occasion(&self, value: &'a Value) -> Option<Occasion> {
        let fields = Fields::new(value, self.mender)?;
        let id = fields.id()?;
        let ratings = self.ratings(&fields);
        let focus = focus(&fields, &ratings);
        let rated_on = fields.day("rated_on", self.made_on);
        let overall = |name| fields.noted_number(name).filter(|value| self.on_scale(&fields, name, *value));
        Some(Occasion {
            id: OccasionId::new(id),
            kind: fields.named("kind", &written::KINDS).unwrap_or(Kind::Interim),
            rater: rater(&fields, "rater"),
            quick: fields.flag("quick"),
            on_paper: fields.flag("on_paper"),
            rated_on,
            refers_to: if fields.has("refers_to") { fields.day("refers_to", rated_on) } else { rated_on },
            ratings,
            replies: fields.objects("replies").map(|entry| reply(&entry)).collect(),
            overall: Overall { before: overall("overall_before"), after: overall("overall_after") },
            context: fields.text("context"),
            reflection: Reflection {
                changed: fields.text("changed"),
                contributed: fields.text("contributed"),
                next: fields.text("next"),
            },
            focus,
            earlier_shown: fields.flag("earlier_shown"),
            finished: fields.flag("finished"),
        })
    }

    /// The ratings of items there are.
    fn ratings(&self, fields: &Fields) -> BTreeMap<ItemId, Rating> {
        let mut ratings = BTreeMap::new();
        for (item, rating) in fields.entries("ratings") {
            let item = ItemId::new(item);
            if self.known.contains(&item) {
                ratings.insert(item, self.rating(&rating));
            } else {
                fields.note("ratings");
            }
        }
        ratings
    }

    fn on_scale(&self, fields: &Fields, name: &'static str, value: u8) -> bool {
        let on = self.form.scale.contains(value);
        if !on {
            fields.note(name);
        }
        on
    }

    fn rating(&self, fields: &Fields) -> Rating {
        let on_scale = |name| fields.number(name).filter(|value| self.form.scale.contains(*value));
        let number = on_scale("answer");
        let answer = match number {
            Some(value) => Answer::Value(value),
            None if fields.value("answer").and_then(Value::as_str) == Some(written::DOES_NOT_APPLY) => {
                Answer::DoesNotApply
            }
            None => Answer::Blank,
        };
        if fields.has("answer") && answer == Answer::Blank {
            fields.note("answer");
        }
        let needed = on_scale("needed");
        if fields.has("needed") && needed.is_none() {
            fields.note("needed");
        }
        let importance = fields.number("importance").filter(|level| IMPORTANCE.contains(*level));
        if fields.has("importance") && importance.is_none() {
            fields.note("importance");
        }
        Rating {
            answer,
            needed,
            why: fields.text("why"),
            example: fields.text("example"),
            importance,
            idea_changed: fields.flag("idea_changed"),
        }
    }

    fn targets(&self, values: &[&'a Value]) -> Vec<Target> {
        let read = |value: &'a Value| target(&Fields::new(value, self.mender)?, &self.known, self.made_on);
        self.parts("targets", values, read, |target| target.id.to_string())
    }

    fn conversations(&self, values: &[&'a Value]) -> Vec<Conversation> {
        let read = |value: &'a Value| conversation(&Fields::new(value, self.mender)?, &self.known, self.made_on);
        self.parts("conversations", values, read, |conversation| conversation.id.to_string())
    }
}

/// The owner, where nobody else is named.
pub(super) fn rater(fields: &Fields, name: &'static str) -> Rater {
    if fields.has(name) { Rater::Other(fields.text(name)) } else { Rater::Me }
}

/// What matters most: no more than can be marked, each once, all of them there to be rated.
fn focus(fields: &Fields, ratings: &BTreeMap<ItemId, Rating>) -> Vec<ItemId> {
    let mut focus: Vec<ItemId> = Vec::new();
    for item in fields.texts("focus").into_iter().map(ItemId::new) {
        if focus.len() < FOCUS_MAX && ratings.contains_key(&item) && !focus.contains(&item) {
            focus.push(item);
        } else {
            fields.note("focus");
        }
    }
    focus
}

fn reply(entry: &Fields) -> Reply {
    let prompt = PromptId::new(entry.text("prompt"));
    Reply { prompt, text: entry.text("text"), rank: entry.noted_number("rank") }
}
