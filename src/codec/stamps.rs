//! When the parts of a record were changed, as it stands in them.

use std::collections::BTreeMap;

use serde_json::Value;

use super::fields::{Fields, Mender};
use super::restore::Read;
use crate::domain::{ConversationId, ItemId, Mark, OccasionId, Stamps, TargetId};

/// What the head and the parts say of when they were changed. What cannot be read of it is noted and not known.
pub(super) fn read<'a>(head: &Fields<'a>, parts: &Read<'a>, mender: &'a Mender<'a>) -> Stamps {
    let mut stamps = Stamps { head: head.stamp(), ..Stamps::default() };
    let form = head.value("instrument");
    let items = form.and_then(|form| form.get("items")).and_then(Value::as_array).into_iter().flatten();
    stamps.items = marks(&items.collect::<Vec<_>>(), mender, ItemId::new);
    stamps.occasions = marks(&parts.occasions, mender, OccasionId::new);
    stamps.targets = marks(&parts.targets, mender, TargetId::new);
    stamps.conversations = marks(&parts.conversations, mender, ConversationId::new);
    for talk in parts.conversations.iter().rev() {
        if let (Some(id), Some(fields)) = (talk.get("id").and_then(Value::as_str), Fields::new(talk, mender)) {
            stamps.private.insert(ConversationId::new(id), fields.stamp_called("private_at"));
        }
    }
    for occasion in parts.occasions.iter().rev() {
        let id = occasion.get("id").and_then(Value::as_str).unwrap_or_default();
        let ratings = occasion.get("ratings").and_then(Value::as_object).into_iter().flatten();
        for (item, rating) in ratings {
            let stamp = Fields::new(rating, mender).map(|rating| rating.stamp()).unwrap_or_default();
            stamps.ratings.insert((OccasionId::new(id), ItemId::new(item)), stamp);
        }
    }
    stamps
}

/// The marks of parts by id; of two parts with one id the first counts.
fn marks<'a, I: Ord>(parts: &[&'a Value], mender: &'a Mender<'a>, id: fn(String) -> I) -> BTreeMap<I, Mark> {
    let mut marks = BTreeMap::new();
    for part in parts.iter().rev() {
        if let (Some(name), Some(fields)) = (part.get("id").and_then(Value::as_str), Fields::new(part, mender)) {
            marks.insert(id(name.to_owned()), fields.mark());
        }
    }
    marks
}
