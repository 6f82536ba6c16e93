//! One paper that is typed in: what the parts of the page share.

use leptos::prelude::*;

use crate::domain::{Answer, Date, Edit, ItemId, Occasion, OccasionId, Record, Sitting, Step};
use crate::state::Route;
use crate::ui::chart_handle::{Chart, Entry};
use crate::ui::navigation::app;
use crate::ui::say::{tf, tn};
use crate::words::Key;

/// The sitting that takes the paper. It begins with what is typed first: whoever only looks leaves no trace.
#[derive(Clone, Copy)]
pub struct Typing {
    /// The chart.
    pub chart: Chart,
    /// Whether the chart is only being made.
    pub making: bool,
    today: Date,
    occasion: StoredValue<OccasionId>,
}

impl Typing {
    /// Goes on with the sitting under way that takes a paper, or with a new one.
    pub fn of(chart: Chart) -> Self {
        let app = app();
        let now = chart.peek();
        let making = now.as_ref().is_some_and(|chart| chart.is_being_made() && chart.items().next().is_some());
        if making {
            chart.edit(Edit::At(Step::Rate));
        }
        let taking = now.and_then(|chart| chart.takes_paper().map(|on| on.id.clone()));
        let occasion = taking.unwrap_or_else(|| OccasionId::new(app.fresh_part_id()));
        Self { chart, making, today: app.today(), occasion: StoredValue::new(occasion) }
    }

    /// The last day that it can be from.
    pub fn today(self) -> Date {
        self.today
    }

    /// Whether another sitting than this one is under way.
    pub fn is_other_under_way(self, chart: &Record) -> bool {
        chart.under_way().is_some_and(|on| self.occasion.with_value(|mine| *mine != on.id))
    }

    /// The entry of `item` on the paper.
    pub fn entry(self, item: ItemId) -> Entry {
        Entry::new(self.chart, self.occasion.get_value(), item)
    }

    /// The day it was rated, as far as that is said: today otherwise. What reads it follows its changes.
    #[inline(never)]
    pub fn day(self) -> Date {
        let on = self.chart.occasion(&self.occasion.get_value());
        on.filter(|on| on.on_paper).map_or(self.today, |on| on.rated_on)
    }

    /// Says on which day it was rated.
    #[inline(never)]
    pub fn rated_on(self, day: Date) {
        let occasion = self.occasion.get_value();
        let there = self.chart.peek().is_some_and(|chart| chart.occasion(&occasion).is_some());
        self.chart.edit(if there {
            Edit::OnPaper { occasion, day }
        } else {
            Edit::StartOccasion { occasion, sitting: Sitting::OnPaper(day) }
        });
    }

    /// Begins, before the first that is typed.
    #[inline(never)]
    pub fn begin(self) {
        let begun = |on: &Occasion| on.on_paper;
        let mine = self.occasion.get_value();
        if !self.chart.peek().is_some_and(|chart| chart.occasion(&mine).is_some_and(begun)) {
            self.rated_on(self.today);
        }
    }

    /// How much of it is rated; what reads it follows its changes.
    pub fn count_words(self) -> String {
        let items = self.chart.item_ids();
        let on = self.chart.occasion(&self.occasion.get_value());
        let answers = items.iter().map(|item| on.as_ref().map(|on| on.answer(item)).unwrap_or_default());
        let (mut rated, mut empty) = (0_usize, 0);
        for answer in answers {
            match answer {
                Answer::Value(_) => rated += 1,
                Answer::Blank => empty += 1,
                Answer::DoesNotApply => {}
            }
        }
        let all = items.len();
        let rated_of = tf(Key::RatedOf, &[("rated", &rated.to_string()), ("items", &all.to_string())]);
        let aside = all - rated - empty;
        let rest = [(Key::PaperEmpty, empty), (Key::PaperNotMine, aside)];
        let rest = rest.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| tn(key, count));
        [rated_of].into_iter().chain(rest).collect::<Vec<_>>().join(", ")
    }

    /// Ends it. Gives what is seen then.
    #[inline(never)]
    pub fn keep(self) -> Route {
        let chart = Route::Chart(self.chart.id());
        if self.making {
            return Route::Make { record: self.chart.id(), step: Step::Rate.next(), item: None };
        }
        let id = self.occasion.get_value();
        let Some(now) = self.chart.peek() else { return chart };
        // A first time in which nothing is said yet is still to come.
        let waits = now.occasions.len() == 1 && now.occasion(&id).is_some_and(Occasion::is_empty);
        if waits || now.occasion(&id).is_none() { chart } else { self.chart.finish(&id) }
    }
}
