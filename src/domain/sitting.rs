//! What a new sitting asks, and the occasion it begins with.

use std::sync::Arc;

use super::{Date, ItemId, Kind, Occasion, OccasionId, Rater, Record, is_paper_day};

/// What a new sitting asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sitting {
    /// All items: the first time, or a time in between.
    All,
    /// The same, rated on paper on this day.
    OnPaper(Date),
    /// Only some of them.
    Quick(Vec<ItemId>),
    /// Those of an earlier time, as the person sees that time now.
    LookingBack(OccasionId),
    /// Those of the first time, once more.
    Steady,
    /// All items as somebody else sees them, who is called this.
    View(String),
}

impl Record {
    /// Begins `sitting`, which ends the one before.
    pub(super) fn start_occasion(&mut self, id: OccasionId, sitting: Sitting, today: Date) {
        // Of somebody else's chart one can say how one sees it, and no more.
        let theirs = self.held_since.is_some() && !matches!(sitting, Sitting::View(_));
        if theirs || self.occasion(&id).is_some() {
            return;
        }
        let all = matches!(sitting, Sitting::All | Sitting::OnPaper(_));
        let Some(begun) = self.begun(id, sitting, today).filter(|begun| all || !begun.ratings.is_empty()) else {
            return;
        };
        if self.latest().is_some_and(|latest| self.is_rated_here(latest))
            && let Some(latest) = self.open_latest()
        {
            latest.finished = true;
        }
        self.put_papers_in_place();
        self.note_here(begun.id.as_str());
        self.occasions.push(Arc::new(begun));
    }

    /// The occasion that a sitting begins with.
    fn begun(&self, id: OccasionId, sitting: Sitting, today: Date) -> Option<Occasion> {
        let ids = |keep: &dyn Fn(&ItemId) -> bool| {
            let kept: Vec<ItemId> = self.items().map(|item| item.id.clone()).filter(|id| keep(id)).collect();
            kept
        };
        let interim = if self.own_occasions().next().is_none() { Kind::Baseline } else { Kind::Interim };
        Some(match sitting {
            Sitting::All => Occasion::new(id, interim, today, ids(&|_| true)),
            Sitting::OnPaper(day) => {
                let day = Some(day).filter(|day| is_paper_day(*day, today))?;
                Occasion { on_paper: true, ..Occasion::new(id, interim, day, ids(&|_| true)) }
            }
            Sitting::Quick(chosen) => {
                Occasion { quick: true, ..Occasion::new(id, interim, today, ids(&|item| chosen.contains(item))) }
            }
            Sitting::LookingBack(to) => {
                let then = self.occasion(&to)?;
                let begun = Occasion::new(id, Kind::Retrospective, today, ids(&|item| then.has(item)));
                Occasion { refers_to: then.refers_to, ..begun }
            }
            Sitting::Steady => {
                let first = self.first()?;
                Occasion::new(id, Kind::SecondBaseline, today, ids(&|item| first.has(item)))
            }
            Sitting::View(label) => {
                Occasion { rater: Rater::Other(label), ..Occasion::new(id, Kind::Interim, today, ids(&|_| true)) }
            }
        })
    }
}
