//! The way through an audit, one stop after the other.

use super::{ItemId, Moment, Occasion, Record, SectionId};

/// One screen of filling in an audit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// One number for all.
    Overall(Moment),
    /// One item.
    Item(ItemId),
    /// The answers of a section, all in one list.
    SectionEnd(SectionId),
    /// What is asked in words.
    Prompts,
    /// What is left open, and the way to the result.
    End,
}

impl Record {
    /// The stops of `occasion` in their order; the last is always [`Stop::End`].
    pub fn stops(&self, occasion: &Occasion) -> Vec<Stop> {
        let mut stops = Vec::new();
        // A quick update, and what stands beside the times that follow each other, ask for the items and no more.
        let whole = occasion.asks_all();
        let overall = self.asks_overall && whole;
        if overall {
            stops.push(Stop::Overall(Moment::Before));
        }
        let mut items = self.items_to_rate(occasion).peekable();
        while let Some(item) = items.next() {
            stops.push(Stop::Item(item.id.clone()));
            let next = items.peek().and_then(|next| next.section.as_ref());
            if let Some(section) = item.section.as_ref().filter(|section| next != Some(section)) {
                stops.push(Stop::SectionEnd(section.clone()));
            }
        }
        if !self.instrument.prompts.is_empty() && whole {
            stops.push(Stop::Prompts);
        }
        if overall {
            stops.push(Stop::Overall(Moment::After));
        }
        stops.push(Stop::End);
        stops
    }

    /// Where one goes on: after the last item that is answered, or at the beginning.
    pub fn resumes_at(&self, occasion: &Occasion) -> Stop {
        let stops = self.stops(occasion);
        let answered = |stop: &Stop| match stop {
            Stop::Item(item) => !occasion.answer(item).is_open(),
            Stop::Overall(moment) => occasion.overall.at(*moment).is_some(),
            Stop::Prompts => !occasion.replies.is_empty(),
            Stop::SectionEnd(_) | Stop::End => false,
        };
        let next = stops.iter().rposition(answered).map_or(0, |last| last + 1);
        stops.into_iter().nth(next).unwrap_or(Stop::End)
    }

    /// The items to be rated on `occasion` that are neither answered nor said not to apply.
    pub fn left_open(&self, occasion: &Occasion) -> Vec<ItemId> {
        let open = self.items_to_rate(occasion).filter(|item| occasion.answer(&item.id).is_open());
        open.map(|item| item.id.clone()).collect()
    }
}
