//! Which sitting of a record is under way, whose it is, and what it hides meanwhile.

use super::{Date, Extra, Occasion, Rater, Record, SITTING_DAYS, Step};

impl Record {
    /// Whether it is a copy from which all times were left out: it asks for how somebody else sees it.
    pub fn asks_for_a_view(&self) -> bool {
        self.occasions.is_empty() && self.left_out.has(Extra::AllTimes)
    }

    /// Whether the first sitting is under way and has not come to its closing.
    pub fn is_being_made(&self) -> bool {
        let begun = self.making.step < Step::Closing && self.held_since.is_none();
        begun && self.only_own().is_some_and(|first| !first.finished)
    }

    /// The sitting that was begun and not ended, if any: rating goes on with it. The first one of a chart has ended with
    /// the closing of the making, once anything is rated. Of somebody else's, its owner's is not gone on with here.
    pub fn under_way(&self) -> Option<&Occasion> {
        let closed = !self.is_audit() && self.making.step == Step::Closing && self.only_own().is_some();
        let made = |latest: &Occasion| closed && latest.rater == Rater::Me && latest.rated_count() > 0;
        let over = |latest: &&Occasion| latest.finished || made(latest) || !self.is_rated_here(latest);
        self.latest().filter(|latest| !over(latest))
    }

    /// Whether whoever has it here may be the one who rates on `occasion`: of somebody else's, not for its owner.
    pub(super) fn is_rated_here(&self, occasion: &Occasion) -> bool {
        self.held_since.is_none() || occasion.rater != Rater::Me
    }

    /// The owner's occasions, of any kind, oldest first.
    pub(super) fn own_occasions(&self) -> impl Iterator<Item = &Occasion> {
        self.all_occasions().filter(|on| on.rater == Rater::Me)
    }

    /// The owner's occasion, where there is one alone.
    fn only_own(&self) -> Option<&Occasion> {
        let mut own = self.own_occasions();
        own.next().filter(|_| own.next().is_none())
    }

    /// The sitting that was begun, left and not gone on with for [`SITTING_DAYS`]: what is rated now is another time. A
    /// first one waits for its first rating as long as it takes, and the day of a paper says nothing of when it was typed.
    pub fn left(&self, today: Date) -> Option<&Occasion> {
        let left = |latest: &&Occasion| (today - latest.rated_on).whole_days() > SITTING_DAYS;
        let begun = |latest: &&Occasion| !latest.on_paper && (latest.rated_count() > 0 || self.only_own().is_none());
        self.latest().filter(|latest| !latest.finished).filter(begun).filter(left)
    }

    /// The sitting of somebody else that was begun and not ended, if any.
    pub fn view_under_way(&self) -> Option<&Occasion> {
        self.under_way().filter(|latest| latest.rater != Rater::Me)
    }

    /// What others have rated and have finished, the oldest first.
    pub fn views(&self) -> impl DoubleEndedIterator<Item = &Occasion> {
        self.over().filter(|each| each.rater != Rater::Me && each.finished)
    }

    /// Whether a later occasion is being rated, so that earlier values stay hidden. From somebody else all that was said
    /// is hidden: each rates for themself.
    pub fn is_rating_again(&self) -> bool {
        let said = |latest: &Occasion| self.occasions.iter().any(|each| each.id != latest.id && !each.is_empty());
        let hides =
            |latest: &Occasion| self.before(&latest.id).is_some() || (latest.rater != Rater::Me && said(latest));
        self.latest().is_some_and(|latest| !latest.finished && hides(latest))
    }

    /// The newest time whose values may be shown: while rating again, none.
    pub fn shown(&self) -> Option<&Occasion> {
        if self.is_rating_again() { None } else { self.newest() }
    }
}
