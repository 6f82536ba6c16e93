//! Version 1 of a record on disk, in a file and in storage alike. Published as `public/schema/roundel-1.json`.
//!
//! Every field has a default, so that a missing one costs that field and not the record.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::iso;
use crate::domain::{
    Answer, Category, Instrument, Item, Kind, Making, Occasion, Origin, Rating, Record, Step, TalkPause, Target,
};

/// What a chart is without its occasions and targets: the row that Home is listed from.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Head {
    pub id: String,
    pub title: String,
    pub subject: String,
    pub owner: String,
    pub made_on: String,
    pub sample: bool,
    pub instrument: InstrumentV1,
    pub next_look: Option<String>,
    pub making: MakingV1,
    /// Ids in order: rows come back from storage in another one.
    pub occasion_order: Vec<String>,
    /// As `occasion_order`.
    pub target_order: Vec<String>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct InstrumentV1 {
    pub scale: ScaleV1,
    pub items: Vec<ItemV1>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct ScaleV1 {
    pub min: u8,
    pub max: u8,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct ItemV1 {
    pub id: String,
    pub text: String,
    pub opposite: String,
    pub seen_high: String,
    pub seen_low: String,
    pub origin: String,
    pub category: Option<String>,
    pub set_aside: Option<String>,
    pub earlier: Vec<WordingV1>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct WordingV1 {
    pub text: String,
    pub opposite: String,
    pub until: String,
    pub settled: bool,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct MakingV1 {
    pub step: String,
    pub with_others: bool,
    pub talked: Vec<String>,
    pub ideas: Vec<String>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct OccasionV1 {
    pub id: String,
    pub kind: String,
    pub rated_on: String,
    pub refers_to: String,
    pub ratings: BTreeMap<String, RatingV1>,
    pub focus: Vec<String>,
    pub earlier_shown: bool,
    pub finished: bool,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct RatingV1 {
    /// A whole number, `null` (not rated yet) or `"does-not-apply"`.
    pub answer: serde_json::Value,
    pub needed: serde_json::Value,
    pub why: String,
    pub example: String,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct TargetV1 {
    pub id: String,
    pub item: Option<String>,
    pub what: String,
    pub hows: Vec<String>,
    pub until: Option<String>,
}

impl From<&Record> for Head {
    fn from(record: &Record) -> Self {
        Self {
            id: record.id.to_string(),
            title: record.title.clone(),
            subject: record.subject.clone(),
            owner: record.owner.clone(),
            made_on: iso(record.made_on),
            sample: record.sample,
            instrument: (&record.instrument).into(),
            next_look: record.next_look.map(iso),
            making: (&record.making).into(),
            occasion_order: record.occasions.iter().map(|occasion| occasion.id.to_string()).collect(),
            target_order: record.targets.iter().map(|target| target.id.to_string()).collect(),
        }
    }
}

impl From<&Instrument> for InstrumentV1 {
    fn from(instrument: &Instrument) -> Self {
        let scale = ScaleV1 { min: instrument.scale.min, max: instrument.scale.max };
        Self { scale, items: instrument.items.iter().map(Into::into).collect() }
    }
}

impl From<&Item> for ItemV1 {
    fn from(item: &Item) -> Self {
        let wording = |wording: &crate::domain::Wording| WordingV1 {
            text: wording.text.clone(),
            opposite: wording.opposite.clone(),
            until: iso(wording.until),
            settled: wording.settled,
        };
        Self {
            id: item.id.to_string(),
            text: item.text.clone(),
            opposite: item.opposite.clone(),
            seen_high: item.seen_high.clone(),
            seen_low: item.seen_low.clone(),
            origin: name_of(&ORIGINS, item.origin).into(),
            category: item.category.map(|category| name_of(&CATEGORIES, category).into()),
            set_aside: item.set_aside.map(iso),
            earlier: item.earlier.iter().map(wording).collect(),
        }
    }
}

impl From<&Making> for MakingV1 {
    fn from(making: &Making) -> Self {
        Self {
            step: name_of(&STEPS, making.step).into(),
            with_others: making.with_others,
            talked: making.talked.iter().map(|pause| name_of(&PAUSES, *pause).into()).collect(),
            ideas: making.ideas.clone(),
        }
    }
}

impl From<&Occasion> for OccasionV1 {
    fn from(occasion: &Occasion) -> Self {
        Self {
            id: occasion.id.to_string(),
            kind: name_of(&KINDS, occasion.kind).into(),
            rated_on: iso(occasion.rated_on),
            refers_to: iso(occasion.refers_to),
            ratings: occasion.ratings.iter().map(|(item, rating)| (item.to_string(), rating.into())).collect(),
            focus: occasion.focus.iter().map(ToString::to_string).collect(),
            earlier_shown: occasion.earlier_shown,
            finished: occasion.finished,
        }
    }
}

impl From<&Rating> for RatingV1 {
    fn from(rating: &Rating) -> Self {
        let answer = match rating.answer {
            Answer::Blank => serde_json::Value::Null,
            Answer::DoesNotApply => DOES_NOT_APPLY.into(),
            Answer::Value(value) => value.into(),
        };
        Self { answer, needed: rating.needed.into(), why: rating.why.clone(), example: rating.example.clone() }
    }
}

impl From<&Target> for TargetV1 {
    fn from(target: &Target) -> Self {
        Self {
            id: target.id.to_string(),
            item: target.item.as_ref().map(ToString::to_string),
            what: target.what.clone(),
            hows: target.hows.clone(),
            until: target.until.map(iso),
        }
    }
}

/// How an answer that is no number is written.
pub(super) const DOES_NOT_APPLY: &str = "does-not-apply";

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

pub(super) const KINDS: [(&str, Kind); 4] = [
    ("baseline", Kind::Baseline),
    ("interim", Kind::Interim),
    ("final", Kind::Final),
    ("retrospective", Kind::Retrospective),
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

/// The name under which `value` is written; the tables above are total (tested).
fn name_of<T: Copy + PartialEq>(table: &[(&'static str, T)], value: T) -> &'static str {
    table.iter().find(|(_, each)| *each == value).map_or("", |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_a_name() {
        assert!(Step::ALL.into_iter().all(|step| !name_of(&STEPS, step).is_empty()));
        assert!(Category::ALL.into_iter().all(|category| !name_of(&CATEGORIES, category).is_empty()));
    }
}
