//! Version 6 of a record, in a file and in storage alike: how it is written. [`restore`](super::restore) reads it, and
//! the versions before: 1 had charts of one's own only, 2 had no one's view but the owner's and asked nothing when then
//! and now stood side by side, 3 did not say when a part was changed, 4 had no one's but one's own and no code, 5 had no
//! conversations, and targets that were not looked at again. What they do not name is as it was there.
//!
//! Published as `public/schema/roundel-6.json`. Works on JSON values and not on derived types: they made the
//! shipped wasm 160 kB larger, and a wrong type costs one field and not the whole row.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{instrument, iso};
use crate::domain::{
    Answer, Conversation, Date, Extra, ItemId, Kind, Making, Mark, Note, Occasion, Rater, Rating, Record, Reply, Stamp,
    Status, Step, TalkPause, Target, Wish, Wishes,
};

/// The version that is written, and the newest that is read.
pub(super) const VERSION: u64 = 6;

/// A chart without its occasions, targets and conversations: the row that Home is listed from.
pub(super) fn head(record: &Record) -> Map<String, Value> {
    let mut head = object(vec![
        ("id", record.id.as_str().into()),
        ("title", record.title.as_str().into()),
        ("subject", record.subject.as_str().into()),
        ("owner", record.owner.as_str().into()),
        ("code", record.code.as_str().into()),
        ("companion", record.companion.as_str().into()),
        ("held_since", optional_day(record.held_since)),
        ("keep_until", optional_day(record.keep_until)),
        ("noted_here", Value::Array(record.noted_here.iter().map(|id| id.as_str().into()).collect())),
        ("left_out", Value::Array(record.left_out.iter().map(|extra| name_of(&EXTRAS, extra)).collect())),
        ("wishes", wishes(&record.wishes)),
        ("made_on", iso(record.made_on).into()),
        ("sample", record.sample.into()),
        ("instrument", instrument::of_record(&record.instrument, &record.stamps.items)),
        ("asks_overall", record.asks_overall.into()),
        ("next_look", optional_day(record.next_look)),
        ("making", making(&record.making)),
        // Rows come back from storage in another order.
        ("occasion_order", list(&record.occasions, |occasion| occasion.id.as_str().into())),
        ("target_order", list(&record.targets, |target| target.id.as_str().into())),
        ("conversation_order", list(&record.conversations, |each| each.id.as_str().into())),
    ]);
    stamp(&mut head, record.stamps.head);
    head
}

/// Writes into `part` when it was changed, if that is known.
fn stamp(part: &mut Map<String, Value>, changed: Stamp) {
    stamp_called("changed_at", part, changed);
}

fn stamp_called(name: &str, part: &mut Map<String, Value>, stamp: Stamp) {
    if stamp > 0 {
        part.insert(name.into(), stamp.into());
    }
}

/// Writes into `part` what its mark says.
pub(super) fn mark(part: &mut Map<String, Value>, mark: Option<&Mark>) {
    let mark = mark.copied().unwrap_or_default();
    stamp(part, mark.changed);
    if mark.place > 0 {
        part.insert("place".into(), mark.place.into());
    }
}

pub(super) fn occasion(record: &Record, occasion: &Occasion) -> Value {
    let stamps: BTreeMap<&ItemId, Stamp> = record.stamps.of_ratings(&occasion.id).collect();
    let mut ratings = Map::new();
    for (item, each) in &occasion.ratings {
        ratings.insert(item.to_string(), rating(each, stamps.get(item).copied().unwrap_or_default()));
    }
    let reflection = &occasion.reflection;
    let mut fields = object(vec![
        ("id", occasion.id.as_str().into()),
        ("kind", name_of(&KINDS, occasion.kind)),
        ("rater", rater(&occasion.rater)),
        ("quick", occasion.quick.into()),
        ("rated_on", iso(occasion.rated_on).into()),
        ("refers_to", iso(occasion.refers_to).into()),
        ("ratings", Value::Object(ratings)),
        ("replies", list(&occasion.replies, reply)),
        ("overall_before", optional(occasion.overall.before)),
        ("overall_after", optional(occasion.overall.after)),
        ("context", occasion.context.as_str().into()),
        ("changed", reflection.changed.as_str().into()),
        ("contributed", reflection.contributed.as_str().into()),
        ("next", reflection.next.as_str().into()),
        ("focus", list(&occasion.focus, |item| item.as_str().into())),
        ("earlier_shown", occasion.earlier_shown.into()),
        ("finished", occasion.finished.into()),
    ]);
    // Files from before papers could be typed in are written as they were.
    if occasion.on_paper {
        fields.insert("on_paper".to_owned(), true.into());
    }
    mark(&mut fields, record.stamps.occasions.get(&occasion.id));
    Value::Object(fields)
}

pub(super) fn target(record: &Record, target: &Target) -> Value {
    let mut fields = object(vec![
        ("id", target.id.as_str().into()),
        ("item", target.item.as_ref().map_or(Value::Null, |item| item.as_str().into())),
        ("what", target.what.as_str().into()),
        ("hows", list(&target.hows, |how| how.as_str().into())),
        ("from", optional_day(target.from)),
        ("until", optional_day(target.until)),
        ("who", target.who.as_str().into()),
        ("status", name_of(&STATUSES, target.status)),
        (
            "reviews",
            list(&target.reviews, |each| value(vec![("on", iso(each.on).into()), ("text", each.text.as_str().into())])),
        ),
        ("conversation", target.conversation.as_ref().map_or(Value::Null, |id| id.as_str().into())),
        ("since", optional_day(target.since)),
        (
            "earlier",
            list(&target.earlier, |each| {
                value(vec![
                    ("since", optional_day(each.since)),
                    ("until", iso(each.until).into()),
                    ("what", each.what.as_str().into()),
                    ("hows", list(&each.hows, |how| how.as_str().into())),
                ])
            }),
        ),
    ]);
    mark(&mut fields, record.stamps.targets.get(&target.id));
    Value::Object(fields)
}

pub(super) fn conversation(record: &Record, conversation: &Conversation) -> Value {
    let mut fields = object(vec![
        ("id", conversation.id.as_str().into()),
        ("form", conversation.form.as_str().into()),
        ("title", conversation.title.as_str().into()),
        ("on", iso(conversation.on).into()),
        ("by", rater(&conversation.by)),
        ("with", conversation.with.as_str().into()),
        ("where", conversation.place.as_str().into()),
        ("about", list(&conversation.about, |item| item.as_str().into())),
        ("notes", list(&conversation.notes, note)),
        ("agreed", conversation.agreed.as_str().into()),
        ("next", optional_day(conversation.next)),
        ("private", conversation.private.into()),
    ]);
    mark(&mut fields, record.stamps.conversations.get(&conversation.id));
    stamp_called("private_at", &mut fields, record.stamps.private.get(&conversation.id).copied().unwrap_or_default());
    Value::Object(fields)
}

fn note(note: &Note) -> Value {
    value(vec![
        ("question", note.question.as_str().into()),
        ("group", note.group.as_str().into()),
        ("asked", note.asked.as_str().into()),
        ("text", note.text.as_str().into()),
    ])
}

/// Nothing for the owner.
fn rater(rater: &Rater) -> Value {
    match rater {
        Rater::Me => Value::Null,
        Rater::Other(label) => label.as_str().into(),
    }
}

fn reply(reply: &Reply) -> Value {
    value(vec![
        ("prompt", reply.prompt.as_str().into()),
        ("text", reply.text.as_str().into()),
        ("rank", optional(reply.rank)),
    ])
}

fn wishes(wishes: &Wishes) -> Value {
    value(WISHES.map(|(name, wish)| (name, wishes.said(wish).into())).to_vec())
}

fn making(making: &Making) -> Value {
    let talked = making.talked.iter().map(|pause| name_of(&PAUSES, *pause)).collect();
    value(vec![
        ("step", name_of(&STEPS, making.step)),
        ("with_others", making.with_others.into()),
        ("talked", Value::Array(talked)),
        ("ideas", list(&making.ideas, |idea| idea.as_str().into())),
    ])
}

fn rating(rating: &Rating, changed: Stamp) -> Value {
    let answer = match rating.answer {
        Answer::Blank => Value::Null,
        Answer::DoesNotApply => DOES_NOT_APPLY.into(),
        Answer::Value(value) => value.into(),
    };
    let mut fields = object(vec![
        ("answer", answer),
        ("needed", optional(rating.needed)),
        ("why", rating.why.as_str().into()),
        ("example", rating.example.as_str().into()),
        ("importance", optional(rating.importance)),
        ("idea_changed", rating.idea_changed.into()),
    ]);
    stamp(&mut fields, changed);
    Value::Object(fields)
}

pub(super) fn optional_day(day: Option<Date>) -> Value {
    day.map_or(Value::Null, |day| iso(day).into())
}

/// A number, or that there is none.
pub(super) fn optional(number: Option<u8>) -> Value {
    number.map_or(Value::Null, Value::from)
}

pub(super) fn list<T>(parts: &[T], write: impl Fn(&T) -> Value) -> Value {
    Value::Array(parts.iter().map(write).collect())
}

pub(super) fn value(fields: Vec<(&str, Value)>) -> Value {
    Value::Object(object(fields))
}

/// A JSON object of these fields.
pub(super) fn object(fields: Vec<(&str, Value)>) -> Map<String, Value> {
    let mut object = Map::new();
    for (name, value) in fields {
        object.insert(name.to_owned(), value);
    }
    object
}

/// How an answer that is no number is written.
pub(super) const DOES_NOT_APPLY: &str = "does-not-apply";

// Links count the names of each table by their place: a new one goes to the end.

pub(super) const KINDS: [(&str, Kind); 5] = [
    ("baseline", Kind::Baseline),
    ("interim", Kind::Interim),
    ("final", Kind::Final),
    ("retrospective", Kind::Retrospective),
    ("second-baseline", Kind::SecondBaseline),
];

pub(super) const STEPS: [(&str, Step); 8] = [
    ("frame", Step::Frame),
    ("attributes", Step::Attributes),
    ("opposites", Step::Opposites),
    ("rate", Step::Rate),
    ("matters", Step::Matters),
    ("targets", Step::Targets),
    ("look-again", Step::LookAgain),
    ("closing", Step::Closing),
];

pub(super) const PAUSES: [(&str, TalkPause); 4] = [
    ("ideas", TalkPause::Ideas),
    ("opposites", TalkPause::Opposites),
    ("behaviours", TalkPause::Behaviours),
    ("chart", TalkPause::Chart),
];

pub(super) const WISHES: [(&str, Wish); 4] =
    [("aim", Wish::Aim), ("area", Wish::Area), ("times", Wish::Times), ("school", Wish::School)];

pub(super) const STATUSES: [(&str, Status); 4] =
    [("planned", Status::Planned), ("under-way", Status::UnderWay), ("done", Status::Done), ("let-go", Status::LetGo)];

pub(super) const EXTRAS: [(&str, Extra); 12] = [
    ("name", Extra::Name),
    ("code", Extra::Code),
    ("reasons", Extra::Reasons),
    ("examples", Extra::Examples),
    ("needed", Extra::Needed),
    ("targets", Extra::Targets),
    ("notes", Extra::Notes),
    ("wishes", Extra::Wishes),
    ("others", Extra::Others),
    ("all-times", Extra::AllTimes),
    ("conversations", Extra::Conversations),
    ("private", Extra::Private),
];

/// The name under which `value` is written; the tables above are total (tested).
pub(super) fn name_of<T: Copy + PartialEq>(table: &[(&'static str, T)], value: T) -> Value {
    table.iter().find(|(_, each)| *each == value).map_or("", |(name, _)| *name).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_a_name() {
        assert!(Step::ALL.into_iter().all(|step| name_of(&STEPS, step) != ""));
        assert!(Status::ALL.into_iter().all(|status| name_of(&STATUSES, status) != ""));
        assert!(Extra::ALL.into_iter().all(|extra| name_of(&EXTRAS, extra) != ""));
    }
}
