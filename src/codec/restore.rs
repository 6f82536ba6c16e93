//! From the types of a format to domain values: repairs what it can, and says what it did.

use std::collections::{BTreeMap, BTreeSet};

use super::parse_iso;
use super::v1;
use crate::domain::{
    Answer, Date, FOCUS_MAX, Instrument, Item, ItemId, Kind, Making, Occasion, OccasionId, Origin, Rating, Record,
    RecordId, Scale, Step, Target, TargetId, Wording,
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

/// The latest day a record may fall back to when it names none that can be read.
const UNKNOWN_DAY: Date = Date::MIN;

pub(super) fn record(
    head: v1::Head,
    occasions: Vec<v1::OccasionV1>,
    targets: Vec<v1::TargetV1>,
    repairs: &mut Vec<Repair>,
) -> Option<Record> {
    // A slash would break the row keys, which start with the record's id.
    if head.id.is_empty() || head.id.contains('/') {
        return None;
    }
    let mut mend = Mender { record: head.id.clone(), repairs };
    let made_on = mend.day(&head.made_on, UNKNOWN_DAY, "made_on");
    let instrument = mend.instrument(head.instrument, made_on);
    let known: BTreeSet<ItemId> = instrument.items.iter().map(|item| item.id.clone()).collect();
    let scale = instrument.scale;
    let occasions = in_order(occasions, &head.occasion_order, |occasion| &occasion.id);
    let occasions = mend.occasions(occasions, scale, &known, made_on);
    let targets = in_order(targets, &head.target_order, |target| &target.id);
    let targets = mend.targets(targets, &known);
    let next_look = mend.optional_day(head.next_look, "next_look");
    let making = mend.making(head.making);
    Some(Record {
        id: RecordId::new(head.id),
        title: head.title,
        subject: head.subject,
        owner: head.owner,
        made_on,
        sample: head.sample,
        instrument,
        occasions,
        targets,
        next_look,
        making,
    })
}

/// Sorts what came in any order by the ids in `order`; what the order does not name stays, at the end.
fn in_order<T>(mut parts: Vec<T>, order: &[String], id: impl Fn(&T) -> &String) -> Vec<T> {
    parts.sort_by_key(|part| order.iter().position(|each| each == id(part)).unwrap_or(usize::MAX));
    parts
}

struct Mender<'a> {
    record: String,
    repairs: &'a mut Vec<Repair>,
}

impl Mender<'_> {
    fn note(&mut self, field: &'static str) {
        self.repairs.push(Repair::Part { record: self.record.clone(), field });
    }

    fn day(&mut self, text: &str, otherwise: Date, field: &'static str) -> Date {
        parse_iso(text).unwrap_or_else(|| {
            self.note(field);
            otherwise
        })
    }

    fn optional_day(&mut self, text: Option<String>, field: &'static str) -> Option<Date> {
        let text = text?;
        let day = parse_iso(&text);
        if day.is_none() {
            self.note(field);
        }
        day
    }

    fn named<T: Copy>(&mut self, table: &[(&str, T)], name: &str, otherwise: T, field: &'static str) -> T {
        table.iter().find(|(each, _)| *each == name).map_or_else(
            || {
                self.note(field);
                otherwise
            },
            |(_, value)| *value,
        )
    }

    fn instrument(&mut self, instrument: v1::InstrumentV1, made_on: Date) -> Instrument {
        let scale = Scale { min: instrument.scale.min, max: instrument.scale.max };
        let scale = if scale.min < scale.max && scale.max <= 10 {
            scale
        } else {
            self.note("scale");
            Scale::CONSTRUCT
        };
        let mut seen = BTreeSet::new();
        let mut items = Vec::new();
        for item in instrument.items {
            if item.id.is_empty() || !seen.insert(item.id.clone()) {
                self.note("items");
                continue;
            }
            items.push(self.item(item, made_on));
        }
        Instrument { scale, items }
    }

    fn item(&mut self, item: v1::ItemV1, made_on: Date) -> Item {
        let category = item.category.and_then(|name| {
            let found = v1::CATEGORIES.iter().find(|(each, _)| *each == name).map(|(_, category)| *category);
            if found.is_none() {
                self.note("category");
            }
            found
        });
        let earlier = item
            .earlier
            .into_iter()
            .map(|wording| Wording {
                until: self.day(&wording.until, made_on, "until"),
                text: wording.text,
                opposite: wording.opposite,
                settled: wording.settled,
            })
            .collect();
        Item {
            id: ItemId::new(item.id),
            origin: self.named(&v1::ORIGINS, &item.origin, Origin::Own, "origin"),
            // An item that was set aside on an unreadable day is still set aside.
            set_aside: item.set_aside.map(|day| self.day(&day, made_on, "set_aside")),
            text: item.text,
            opposite: item.opposite,
            seen_high: item.seen_high,
            seen_low: item.seen_low,
            category,
            earlier,
        }
    }

    fn making(&mut self, making: v1::MakingV1) -> Making {
        let talked = making
            .talked
            .iter()
            .filter_map(|name| v1::PAUSES.iter().find(|(each, _)| each == name).map(|(_, pause)| *pause))
            .collect();
        Making {
            step: self.named(&v1::STEPS, &making.step, Step::Frame, "step"),
            with_others: making.with_others,
            talked,
            ideas: making.ideas,
        }
    }

    fn occasions(
        &mut self,
        occasions: Vec<v1::OccasionV1>,
        scale: Scale,
        known: &BTreeSet<ItemId>,
        made_on: Date,
    ) -> Vec<Occasion> {
        let mut seen = BTreeSet::new();
        let mut restored = Vec::new();
        for occasion in occasions {
            if occasion.id.is_empty() || !seen.insert(occasion.id.clone()) {
                self.note("occasions");
                continue;
            }
            restored.push(self.occasion(occasion, scale, known, made_on));
        }
        restored
    }

    fn occasion(
        &mut self,
        occasion: v1::OccasionV1,
        scale: Scale,
        known: &BTreeSet<ItemId>,
        made_on: Date,
    ) -> Occasion {
        let mut ratings = BTreeMap::new();
        for (item, rating) in occasion.ratings {
            let item = ItemId::new(item);
            if known.contains(&item) {
                ratings.insert(item, self.rating(rating, scale));
            } else {
                self.note("ratings");
            }
        }
        let mut focus: Vec<ItemId> = Vec::new();
        for item in occasion.focus.into_iter().map(ItemId::new) {
            if focus.len() < FOCUS_MAX && ratings.contains_key(&item) && !focus.contains(&item) {
                focus.push(item);
            } else {
                self.note("focus");
            }
        }
        let rated_on = self.day(&occasion.rated_on, made_on, "rated_on");
        Occasion {
            id: OccasionId::new(occasion.id),
            kind: self.named(&v1::KINDS, &occasion.kind, Kind::Interim, "kind"),
            rated_on,
            refers_to: self.day(&occasion.refers_to, rated_on, "refers_to"),
            ratings,
            focus,
            earlier_shown: occasion.earlier_shown,
            finished: occasion.finished,
        }
    }

    fn rating(&mut self, rating: v1::RatingV1, scale: Scale) -> Rating {
        let answer = match &rating.answer {
            serde_json::Value::Null => Answer::Blank,
            serde_json::Value::String(word) if word == v1::DOES_NOT_APPLY => Answer::DoesNotApply,
            other => on_scale(other, scale).map_or_else(
                || {
                    self.note("answer");
                    Answer::Blank
                },
                Answer::Value,
            ),
        };
        let needed = on_scale(&rating.needed, scale);
        if needed.is_none() && !rating.needed.is_null() {
            self.note("needed");
        }
        Rating { answer, needed, why: rating.why, example: rating.example }
    }

    fn targets(&mut self, targets: Vec<v1::TargetV1>, known: &BTreeSet<ItemId>) -> Vec<Target> {
        let mut seen = BTreeSet::new();
        let mut restored = Vec::new();
        for target in targets {
            if target.id.is_empty() || !seen.insert(target.id.clone()) {
                self.note("targets");
                continue;
            }
            let item = target.item.map(ItemId::new);
            if item.as_ref().is_some_and(|item| !known.contains(item)) {
                self.note("target item");
            }
            restored.push(Target {
                id: TargetId::new(target.id),
                item: item.filter(|item| known.contains(item)),
                what: target.what,
                hows: target.hows,
                until: self.optional_day(target.until, "target until"),
            });
        }
        restored
    }
}

fn on_scale(value: &serde_json::Value, scale: Scale) -> Option<u8> {
    value.as_u64().and_then(|value| u8::try_from(value).ok()).filter(|value| scale.contains(*value))
}
