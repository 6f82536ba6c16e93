//! What was rated on paper and is typed in later: it has a day of its own, and from that follows its place among the times.

use std::sync::Arc;

use super::{Answer, Date, Instrument, Kind, Occasion, OccasionId, Rating, Record};

/// How many years back a paper can be from: a working life.
const PAPER_YEARS: i32 = 60;

/// Whether a paper can be from `day`: not from a day to come, and not from before anyone can have rated it.
pub fn is_paper_day(day: Date, today: Date) -> bool {
    day <= today && day.year() >= today.year() - PAPER_YEARS
}

impl Record {
    /// The sitting under way that a paper can be typed into: one that is from paper, or in which nothing is said yet.
    pub fn takes_paper(&self) -> Option<&Occasion> {
        let unsaid = |on: &Occasion| on.ratings.values().all(Rating::is_empty);
        self.under_way().filter(|on| on.asks_all() && (on.on_paper || unsaid(on)))
    }

    /// The times between which one from `day` comes to stand: the one before it, and the one after it.
    pub fn neighbours(&self, day: Date) -> (Option<&Occasion>, Option<&Occasion>) {
        let at = self.comparable().into_iter().filter(|each| each.is_regular());
        let (before, after): (Vec<_>, Vec<_>) = at.partition(|each| each.rated_on <= day);
        (before.last().copied(), after.first().copied())
    }

    pub(super) fn say_on_paper(&mut self, id: &OccasionId, day: Date, today: Date) {
        let takes = self.takes_paper().is_some_and(|on| on.id == *id);
        if takes && is_paper_day(day, today) {
            self.with_occasion(id, |on| (on.on_paper, on.rated_on, on.refers_to) = (true, day, day));
        }
    }

    /// Puts what was on paper, once it is over, where its day has it: after all that was rated by then. Also one that two
    /// devices have left elsewhere, because on the other something else was begun.
    pub(super) fn put_papers_in_place(&mut self) {
        let over: Vec<OccasionId> = self.over().filter(|on| on.on_paper).map(|on| on.id.clone()).collect();
        for id in over {
            self.put_in_place(&id);
        }
    }

    fn put_in_place(&mut self, id: &OccasionId) {
        let Some(from) = self.occasions.iter().position(|on| on.id == *id) else { return };
        let paper = self.occasions.remove(from);
        let later = self.occasions.iter().position(|on| on.rated_on > paper.rated_on);
        let to = later.unwrap_or(self.occasions.len());
        self.occasions.insert(to, paper);
        if to != from {
            // What it has followed is over, also where it goes before that.
            for on in self.occasions.iter_mut().take(from + 1).filter(|on| !on.finished) {
                Arc::make_mut(on).finished = true;
            }
            self.call_oldest(id);
        }
    }

    /// The oldest of the times is the first, also where another was until now.
    fn call_oldest(&mut self, id: &OccasionId) {
        let oldest = self.all_occasions().find(|on| on.is_regular());
        if oldest.is_none_or(|oldest| oldest.id != *id) {
            return;
        }
        for on in self.occasions.iter_mut().filter(|on| on.is_own(Kind::Baseline) != (on.id == *id)) {
            let kind = if on.id == *id { Kind::Baseline } else { Kind::Interim };
            Arc::make_mut(on).kind = kind;
        }
    }
}

impl Instrument {
    /// What is typed for one item, as an answer: nothing is blank, and a dash does not apply. `None` for what is neither
    /// that nor a whole number of the scale.
    pub fn typed(&self, text: &str) -> Option<Answer> {
        match text.trim() {
            "" => Some(Answer::Blank),
            "-" | "–" | "—" if self.may_not_apply => Some(Answer::DoesNotApply),
            digits if digits.bytes().all(|sign| sign.is_ascii_digit()) => {
                digits.parse().ok().filter(|value| self.scale.contains(*value)).map(Answer::Value)
            }
            _ => None,
        }
    }
}
