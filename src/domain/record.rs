//! One person's use of one instrument over time.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{
    Conversation, ConversationId, Date, Extras, Instrument, Item, ItemId, Kind, Making, Occasion, OccasionId, Origin,
    Rater, Rating, RecordId, Stamps, Step, Target, TargetId, Wishes,
};

/// For how many days after its first rating a sitting that was left can be gone on with. Time for a course's next
/// afternoon, and far from a term.
pub const SITTING_DAYS: i64 = 28;

/// For how many days after the first time ratings can be made once more to see how steady they are (reference: a second
/// rating before anything has had time to change).
pub const STEADY_DAYS: i64 = 14;

/// One person's use of one instrument over time: their chart, then and now.
///
/// Read its fields freely; change them through [`Record::apply`], which keeps what must hold:
/// at most [`Instrument::items_max`] active items, ids used once, ratings on the scale and for known items, and in the
/// sitting under way an entry for each active item where it asks all, and no empty entry for others. The items
/// of an audit stay as the form has them. Any state these rules allow is valid, however incomplete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Names the record.
    pub id: RecordId,
    /// An own title; when empty, the subject makes one.
    pub title: String,
    /// "Excellent *what*?" in the person's words.
    pub subject: String,
    /// The owner's name for themself. May be empty.
    pub owner: String,
    /// What stands for the owner in a course, such as "heron-42". May be empty.
    pub code: String,
    /// What the owner calls the person they talk with, such as "mentor"; may be empty.
    pub companion: String,
    /// The day it came, where it is somebody else's who gave it.
    pub held_since: Option<Date>,
    /// The day by which it is deleted, or kept on, where it is somebody else's.
    pub keep_until: Option<Date>,
    /// The ids of the conversations and occasions that were begun here, where it is somebody else's: whatever else it holds
    /// is theirs, or of others they talk with.
    pub noted_here: BTreeSet<String>,
    /// What there was and its owner left out when it was given.
    pub left_out: Extras,
    /// The day it was begun.
    pub made_on: Date,
    /// Whether this is the invented sample.
    pub sample: bool,
    /// Whether nothing of it is kept once the page is closed.
    pub just_for_now: bool,
    /// Whether one number for all is asked before and after.
    pub asks_overall: bool,
    /// The form, as it is in this record.
    pub instrument: Instrument,
    /// The occasions, oldest first; the one under way is the last but for what somebody else has finished, and a paper goes
    /// to its place once it is over. Versions of one record share those in which they do not differ: what is typed costs as
    /// much as the occasion it is typed on, and not as much as all that was ever written.
    pub occasions: Vec<Arc<Occasion>>,
    /// What to improve and how.
    pub targets: Vec<Target>,
    /// What was talked about it, in the order in which it was noted.
    pub conversations: Vec<Conversation>,
    /// What the person wants from it.
    pub wishes: Wishes,
    /// The day to look again.
    pub next_look: Option<Date>,
    /// How far its making has come.
    pub making: Making,
    /// When each of its parts was last changed.
    pub stamps: Stamps,
}

/// The form already carries as many items as it can.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the form carries as many items as it can")]
pub struct TooManyItems;

impl Record {
    /// A new, empty construct chart with its first occasion.
    pub fn new(id: RecordId, first: OccasionId, today: Date) -> Self {
        Self::with(Instrument::own_chart(), id, first, today)
    }

    /// A new record of `instrument`, nothing answered. What comes with the form is given. An audit has no making: its
    /// items are there.
    pub fn with(mut instrument: Instrument, id: RecordId, first: OccasionId, today: Date) -> Self {
        for item in &mut instrument.items {
            item.origin = Origin::Given;
        }
        let step = if instrument.is_audit() { Step::Closing } else { Step::Frame };
        let items: Vec<ItemId> = instrument.items.iter().map(|item| item.id.clone()).collect();
        Self {
            id,
            title: String::new(),
            subject: instrument.about.subject.clone(),
            owner: String::new(),
            code: String::new(),
            companion: String::new(),
            held_since: None,
            keep_until: None,
            noted_here: BTreeSet::new(),
            left_out: Extras::default(),
            made_on: today,
            sample: false,
            just_for_now: instrument.pupils,
            asks_overall: false,
            occasions: vec![Arc::new(Occasion::new(first, Kind::Baseline, today, items))],
            targets: Vec::new(),
            conversations: Vec::new(),
            wishes: Wishes::default(),
            next_look: None,
            making: Making { step, ..Making::default() },
            stamps: Stamps::default(),
            instrument,
        }
    }

    /// Whether its items are those of a fixed list.
    pub fn is_audit(&self) -> bool {
        self.instrument.is_audit()
    }

    /// The level needed for `item`: as the person says, or else as the form suggests.
    pub fn needed(&self, item: &Item, rating: &Rating) -> Option<u8> {
        rating.needed.or(item.needed)
    }

    /// The step after `step` in its making. What is just for now has no day to look again.
    pub fn step_after(&self, step: Step) -> Step {
        let next = step.next();
        if next == Step::LookAgain && self.just_for_now { next.next() } else { next }
    }

    /// The items that take part now, in order.
    pub fn items(&self) -> impl DoubleEndedIterator<Item = &Item> + Clone {
        self.instrument.items.iter().filter(|item| item.is_active())
    }

    /// The item called `id`, set aside or not.
    pub fn item(&self, id: &ItemId) -> Option<&Item> {
        self.instrument.items.iter().find(|item| item.id == *id)
    }

    /// The items that were there on either of two occasions: those that take part now first, numbered as everywhere.
    pub fn items_on_either<'a>(&'a self, then: &Occasion, now: &Occasion) -> Vec<&'a Item> {
        let there = |item: &&Item| then.has(&item.id) || now.has(&item.id);
        let mut items: Vec<&Item> = self.instrument.items.iter().filter(there).collect();
        items.sort_by_key(|item| !item.is_active());
        items
    }

    /// The items that were on the chart on `occasion`, in the chart's order.
    pub fn items_on<'a>(&'a self, occasion: &'a Occasion) -> impl Iterator<Item = &'a Item> + Clone {
        self.instrument.items.iter().filter(|item| occasion.has(&item.id))
    }

    /// The items to be rated on `occasion`: on it, and not set aside since; in the chart's order.
    pub fn items_to_rate<'a>(&'a self, occasion: &'a Occasion) -> impl Iterator<Item = &'a Item> + Clone {
        self.items().filter(|item| occasion.has(&item.id))
    }

    /// How many of the items to be rated on `occasion` are answered, and how many there are.
    pub fn progress(&self, occasion: &Occasion) -> (usize, usize) {
        let items = self.items_to_rate(occasion);
        (items.clone().filter(|item| !occasion.answer(&item.id).is_open()).count(), items.count())
    }

    /// All occasions, oldest first.
    pub fn all_occasions(&self) -> impl DoubleEndedIterator<Item = &Occasion> {
        self.occasions.iter().map(Arc::as_ref)
    }

    /// Whether the sitting of `occasion` is over: it was ended, or another follows it, as where two were begun on two
    /// devices and brought together.
    pub fn is_over(&self, occasion: &Occasion) -> bool {
        occasion.finished || self.latest().is_none_or(|latest| latest.id != occasion.id)
    }

    /// Where the newest occasion stands that may be under way: what somebody else has rated is over once it is here, and
    /// ends nothing of one's own that it comes to stand behind.
    pub(super) fn latest_at(&self) -> Option<usize> {
        let own = self.occasions.iter().rposition(|on| on.rater == Rater::Me || !on.finished);
        own.or_else(|| self.occasions.len().checked_sub(1))
    }

    /// The newest occasion, to be changed, as long as it may be under way.
    pub(super) fn open_latest(&mut self) -> Option<&mut Occasion> {
        let at = self.latest_at()?;
        self.occasions.get_mut(at).filter(|latest| !latest.finished).map(Arc::make_mut)
    }

    /// The occasions that are over, oldest first.
    pub fn over(&self) -> impl DoubleEndedIterator<Item = &Occasion> {
        self.all_occasions().filter(|occasion| self.is_over(occasion))
    }

    /// The occasion that may be under way: the newest but for what somebody else has finished.
    pub fn latest(&self) -> Option<&Occasion> {
        self.occasions.get(self.latest_at()?).map(Arc::as_ref)
    }

    /// The newest of the times that follow each other: where the person stands now.
    pub fn newest(&self) -> Option<&Occasion> {
        self.all_occasions().rev().find(|occasion| occasion.is_regular())
    }

    /// The newest of them that asked all items: where what matters most is marked.
    pub fn newest_whole(&self) -> Option<&Occasion> {
        self.all_occasions().rev().find(|occasion| occasion.asks_all())
    }

    /// The times that follow each other and carry a number, oldest first.
    fn rated_times(&self) -> impl DoubleEndedIterator<Item = &Occasion> {
        self.all_occasions().filter(|occasion| occasion.is_regular() && occasion.rated_count() > 0)
    }

    /// The first of the times that carry a number.
    pub fn first(&self) -> Option<&Occasion> {
        self.rated_times().next()
    }

    /// The occasion called `id`.
    pub fn occasion(&self, id: &OccasionId) -> Option<&Occasion> {
        self.shared(id).map(Arc::as_ref)
    }

    /// The occasion called `id`, as versions of the record share it: compared in no time with the same of another.
    pub(crate) fn shared(&self, id: &OccasionId) -> Option<&Arc<Occasion>> {
        self.occasions.iter().find(|occasion| occasion.id == *id)
    }

    /// The newest time before `id` that carries a number: what "rate again" hides.
    pub fn before(&self, id: &OccasionId) -> Option<&Occasion> {
        let at = |id: &OccasionId| self.occasions.iter().position(|occasion| occasion.id == *id);
        let until = at(id)?;
        self.rated_times().rev().find(|each| at(&each.id) < Some(until))
    }

    /// The owner's occasions that are over, are about their own day and carry numbers, oldest first: any two can be set
    /// side by side.
    pub fn comparable(&self) -> Vec<&Occasion> {
        let own = |each: &&Occasion| each.is_regular() || each.is_own(Kind::SecondBaseline);
        self.over().filter(|each| each.rated_count() > 0).filter(own).collect()
    }

    /// How things stood on `occasion`. What a quick update did not ask, and what was not set aside by then, stands as it
    /// was before it. A level needed and an importance stand until they are said anew.
    pub fn standing(&self, occasion: &Occasion) -> Occasion {
        let mut standing = occasion.clone();
        let there = |item: &Item| item.set_aside.is_none_or(|day| day > occasion.rated_on);
        let until: Vec<&Occasion> = self.all_occasions().take_while(|each| each.id != occasion.id).collect();
        let mut whole = !occasion.quick;
        for before in until.into_iter().rev().filter(|each| each.is_regular()) {
            if !whole {
                for (item, rating) in before.ratings.iter().filter(|(id, _)| self.item(id).is_some_and(there)) {
                    standing.ratings.entry(item.clone()).or_insert_with(|| rating.clone());
                }
                standing.take_over(before);
                whole = !before.quick;
            }
            for (item, rating) in &mut standing.ratings {
                let said = before.ratings.get(item);
                rating.needed = rating.needed.or_else(|| said?.needed);
                rating.importance = rating.importance.or_else(|| said?.importance);
            }
        }
        standing
    }

    /// The time on or before `occasion` on which `item` was last asked.
    pub fn asked_on(&self, occasion: &Occasion, item: &ItemId) -> Option<&Occasion> {
        let at = self.occasions.iter().position(|each| each.id == occasion.id)?;
        let mut until = self.occasions.get(..=at)?.iter().rev().map(Arc::as_ref);
        until.find(|each| each.is_regular() && each.has(item))
    }

    /// Whether one can say how steady the ratings are: the first time is over, not long ago, and was the last so far.
    pub fn can_be_steadied(&self, today: Date) -> bool {
        let only = |first: &Occasion| self.is_over(first) && self.newest().is_some_and(|newest| newest.id == first.id);
        let soon = |first: &Occasion| (0..=STEADY_DAYS).contains(&(today - first.rated_on).whole_days());
        let done = self.occasions.iter().any(|each| each.is_own(Kind::SecondBaseline));
        !done && self.first().is_some_and(|first| only(first) && soon(first))
    }

    /// This record, to be gone back to from `later`: a sitting that was over there has had its reveal, so that rating on
    /// in it is rating with earlier values in view.
    #[must_use]
    pub fn after_reveal(mut self, later: &Self) -> Self {
        let over = |id: &OccasionId| later.occasion(id).is_some_and(|occasion| later.is_over(occasion));
        let open = self.occasions.iter().filter(|occasion| !self.is_over(occasion) && over(&occasion.id));
        let revealed: Vec<OccasionId> =
            open.filter(|each| self.before(&each.id).is_some()).map(|each| each.id.clone()).collect();
        for occasion in self.occasions.iter_mut().filter(|occasion| revealed.contains(&occasion.id)) {
            Arc::make_mut(occasion).earlier_shown = true;
        }
        self
    }

    /// The target called `id`.
    pub fn target(&self, id: &TargetId) -> Option<&Target> {
        self.targets.iter().find(|target| target.id == *id)
    }

    /// The conversation called `id`.
    pub fn conversation(&self, id: &ConversationId) -> Option<&Conversation> {
        self.conversations.iter().find(|each| each.id == *id)
    }

    /// The newest day on which it was rated or talked about.
    pub(super) fn last_looked(&self) -> Option<Date> {
        let rated = self.occasions.iter().filter(|each| each.rated_count() > 0).map(|each| each.rated_on);
        rated.chain(self.conversations.iter().map(|each| each.on)).max()
    }

    /// Whether any occasion holds a number or words for `item`.
    pub fn has_been_rated(&self, item: &ItemId) -> bool {
        self.occasions.iter().any(|occasion| occasion.ratings.get(item).is_some_and(|rating| !rating.is_empty()))
    }

    /// Whether the day to look again has come; somebody else looks after their own.
    pub fn is_due(&self, today: Date) -> bool {
        self.held_since.is_none() && self.next_look.is_some_and(|day| day <= today)
    }

    /// The day anything was last rated, if anything was.
    pub fn last_rated(&self) -> Option<Date> {
        self.rated_times().next_back().map(|occasion| occasion.rated_on)
    }

    /// Whether it was begun but nothing was ever put into it; going through its steps puts nothing in. A chart that came
    /// with attributes is never called so: its words may have been changed.
    pub fn is_untouched(&self) -> bool {
        let fixed = self.is_audit() || self.instrument.items.is_empty();
        self.occasions.first().filter(|_| fixed).is_some_and(|first| {
            let mut fresh = Self::with(self.instrument.clone(), self.id.clone(), first.id.clone(), self.made_on);
            fresh.making.step = self.making.step;
            fresh.just_for_now = self.just_for_now;
            fresh.asks_overall = self.asks_overall;
            self.reads_as(&fresh)
        })
    }
}
