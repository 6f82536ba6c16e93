//! What waits for a day, over all records.

use crate::domain::{Conversation, ConversationId, Date, Rater, Record, RecordId, Target, TargetId};

/// For how many days ahead what comes is soon; and for how long after its day something is named that only somebody else
/// can settle: by then, what is here of it is too old to say.
const SOON_DAYS: i64 = 28;
/// How many days before a chart of somebody else goes, or is kept on, that is named.
const ASKED_BEFORE_DAYS: i64 = 30;

/// Something with a day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Waiting {
    /// To look again.
    LookAgain,
    /// A target.
    Target(TargetId),
    /// The talk that this one names as the next.
    Talk(ConversationId),
    /// Somebody else's chart, to be deleted or kept on.
    Keeping,
}

/// Something with a day, in its record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The day.
    pub day: Date,
    /// The record.
    pub record: RecordId,
    /// What it is.
    pub what: Waiting,
}

/// How far off a day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// It has come.
    Now,
    /// Within four weeks.
    Soon,
    /// After that.
    Later,
}

impl When {
    /// All of them, the nearest first.
    pub const ALL: [Self; 3] = [Self::Now, Self::Soon, Self::Later];

    /// How far off `day` is.
    pub fn of(day: Date, today: Date) -> Self {
        match (day - today).whole_days() {
            ..=0 => Self::Now,
            1..=SOON_DAYS => Self::Soon,
            _ => Self::Later,
        }
    }
}

impl Waiting {
    /// Its day in `record`, as it stands there.
    pub fn day_in(&self, record: &Record) -> Option<Date> {
        match self {
            Self::LookAgain => record.next_look,
            Self::Target(id) => record.target(id)?.until,
            Self::Talk(id) => record.conversation(id)?.next,
            Self::Keeping => record.kept_until(),
        }
    }

    /// Whether its day can be changed here: in a chart of somebody else only what was noted by who talks with them.
    pub fn is_ours_in(&self, record: &Record) -> bool {
        let ours = |id: &ConversationId| record.conversation(id).is_some_and(|talk| record.is_ours(talk));
        record.held_since.is_none()
            || match self {
                Self::LookAgain => false,
                Self::Target(id) => record.target(id).and_then(|target| target.conversation.as_ref()).is_some_and(ours),
                Self::Talk(id) => ours(id),
                Self::Keeping => true,
            }
    }
}

/// All that has a day in `records`, in the order of the days; of one day in the order of the records. What is invented or
/// just for now has none.
pub fn due<'a>(records: impl IntoIterator<Item = &'a Record>, today: Date) -> Vec<Due> {
    let records = records.into_iter().filter(|record| !record.sample && !record.just_for_now);
    let mut all: Vec<Due> = records.flat_map(|record| due_in(record, today)).collect();
    all.sort_by_key(|due| due.day);
    all
}

fn due_in(record: &Record, today: Date) -> Vec<Due> {
    let is_open = |target: &&Target| target.is_open() && target.has_words();
    let targets = record.targets.iter().filter(is_open).map(|target| Waiting::Target(target.id.clone()));
    let talks = next_talks(record).map(|talk| Waiting::Talk(talk.id.clone()));
    let waiting = [Waiting::LookAgain].into_iter().chain(targets).chain(talks).chain([Waiting::Keeping]);
    let is_named = |what: &Waiting, day: Date| {
        let ahead = (day - today).whole_days();
        match what {
            Waiting::Keeping => ahead <= ASKED_BEFORE_DAYS,
            _ => ahead >= -SOON_DAYS || what.is_ours_in(record),
        }
    };
    let named = waiting.filter_map(|what| {
        let day = what.day_in(record).filter(|day| is_named(&what, *day))?;
        Some(Due { day, record: record.id.clone(), what })
    });
    named.collect()
}

/// The conversations whose next one is to come. A later talk with the same person settles it where it was on that day or
/// after it (that was the one that was meant), or where it says when the next one is.
fn next_talks(record: &Record) -> impl Iterator<Item = &Conversation> {
    let mut talks: Vec<_> = record.conversations.iter().filter(|talk| !talk.is_empty()).collect();
    // Of one day the one that was noted last is the later.
    talks.sort_by_key(|talk| talk.on);
    let later = talks.clone();
    talks.into_iter().enumerate().filter_map(move |(at, talk)| {
        let next = talk.next.filter(|next| *next > talk.on)?;
        let mut later = later.iter().skip(at + 1).filter(|it| other_side(it) == other_side(talk));
        later.all(|it| it.on < next && it.next.is_none()).then_some(talk)
    })
}

/// With whom the owner talked, whoever of the two has noted it; none for a reflection of one's own.
fn other_side(talk: &Conversation) -> Option<String> {
    let (name, alone) = match &talk.by {
        Rater::Me => (&talk.with, talk.with.trim().is_empty()),
        Rater::Other(label) => (label, false),
    };
    (!alone).then(|| name.trim().to_lowercase())
}
