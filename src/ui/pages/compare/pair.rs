//! The two occasions shown, and what of them: what the parts of the page share.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::{Change, Comparison, Sort, compare};
use crate::chart::{LayerStyle, MAX_LAYERS, Reading, layers_of};
use crate::domain::{Direction, ItemId, Kind, Occasion, OccasionId, Scale};
use crate::platform::{day_long, day_month};
use crate::state::Route;
use crate::ui::chart_handle::Chart;
use crate::ui::chart_words::{occasion_name, reading_short, telling};
use crate::ui::navigation::navigation;
use crate::ui::say::{t, tf};
use crate::words::Key;

/// Two occasions of one chart, followed as they change.
#[derive(Clone, Copy)]
pub struct Pair {
    /// The chart.
    pub chart: Chart,
    /// Which two, as the address has it.
    pub ids: Memo<Option<(OccasionId, OccasionId)>>,
    /// The two side by side, once both are there.
    pub comparison: Memo<Option<Arc<Comparison>>>,
    /// The days of the two, told apart as shortly as they can be.
    pub days: Memo<(String, String)>,
    /// Whether it is the first time and that time once more: nothing has changed between the two but the ratings.
    pub is_steadiness: Memo<bool>,
    /// The item that stands out, on the wheel and in the list.
    pub selected: RwSignal<Option<ItemId>>,
    /// The layers on the wheel, where the person has chosen them.
    chosen: RwSignal<Option<Vec<LayerStyle>>>,
    /// What the list is sorted by; `None`: by section, where there are any.
    pub sort: RwSignal<Option<Sort>>,
}

impl Pair {
    /// Follows the two occasions that the address names.
    pub fn follow(chart: Chart) -> Self {
        let navigation = navigation();
        let ids = Memo::new(move |before: Option<&Option<(OccasionId, OccasionId)>>| match navigation.route() {
            Route::Compare { then, now, .. } => Some((then, now)),
            // The page is being left.
            _ => before.cloned().flatten(),
        });
        let comparison = Memo::new(move |_| {
            let (chart, (then, now)) = (chart.get()?, ids.get()?);
            // An address can name anything: only what can be compared is, the earlier one first.
            let mut times = chart.comparable().into_iter();
            let then = times.find(|each| each.id == then)?;
            let now = times.find(|each| each.id == now)?;
            Some(Arc::new(compare(&chart, then, now)))
        });
        let days = Memo::new(move |_| {
            comparison.with(|both| both.as_ref().map(|both| days(&both.then, &both.now)).unwrap_or_default())
        });
        let is_steadiness = Memo::new(move |_| {
            comparison.with(|both| both.as_ref().is_some_and(|both| both.now.kind == Kind::SecondBaseline))
        });
        let sections = chart.peek().is_some_and(|chart| !chart.instrument.sections.is_empty() && chart.is_audit());
        Self {
            chart,
            ids,
            comparison,
            days,
            is_steadiness,
            selected: RwSignal::new(None),
            chosen: RwSignal::new(None),
            // What moved between the first time and that time once more is no change to be put first.
            sort: RwSignal::new(match (is_steadiness.get_untracked(), sections) {
                (true, _) => Some(Sort::Given),
                (false, true) => None,
                (false, false) => Some(Sort::Change),
            }),
        }
    }

    /// The two side by side at this moment.
    #[inline(never)]
    pub fn peek(self) -> Option<Arc<Comparison>> {
        self.comparison.try_get_untracked().flatten()
    }

    /// One item on both occasions; what reads it follows its changes.
    pub fn change(self, item: ItemId) -> Memo<Option<Change>> {
        Memo::new(move |_| {
            let comparison = self.comparison.get()?;
            comparison.changes.iter().find(|change| change.item.id == item).cloned()
        })
    }

    /// The numbers' range.
    pub fn scale(self) -> Scale {
        self.chart.scale()
    }

    /// The layers there are.
    #[inline(never)]
    pub fn layers(self) -> Vec<LayerStyle> {
        let (chart, both) = (self.chart.get(), self.comparison.get());
        chart.zip(both).map(|(chart, both)| layers_of(&chart, &both)).unwrap_or_default()
    }

    /// The layers on the wheel: as chosen, or else then and now and the first of the others.
    #[inline(never)]
    pub fn shown(self) -> Vec<LayerStyle> {
        let there = self.layers();
        match self.chosen.get() {
            Some(chosen) => there.into_iter().filter(|style| chosen.contains(style)).collect(),
            None => there.into_iter().take(MAX_LAYERS).collect(),
        }
    }

    /// Shows a layer or takes it away. Says whether it could: more than [`MAX_LAYERS`] are not shown at once.
    #[inline(never)]
    pub fn toggle(self, style: LayerStyle) -> bool {
        let mut shown = untrack(|| self.shown());
        if shown.contains(&style) {
            shown.retain(|each| *each != style);
        } else if shown.len() < MAX_LAYERS {
            shown.push(style);
        } else {
            return false;
        }
        self.chosen.set(Some(shown));
        true
    }

    /// A reading of the picture in words: "July 2015: 7".
    #[inline(never)]
    pub fn words_of(self, style: LayerStyle, reading: Reading, direction: Direction) -> String {
        let value = reading_short(reading, self.scale(), direction);
        tf(Key::LayerIs, &[("name", &self.name_of(style)), ("value", &value)])
    }

    /// What stands beside the two, and when it was rated.
    fn beside(self, of: fn(&Comparison) -> Option<&Occasion>, name: fn(&Occasion) -> String) -> String {
        self.comparison.with(|both| {
            let occasion = both.as_ref().and_then(|both| of(both));
            occasion.map(|each| [name(each), day_month(each.rated_on)].join(", ")).unwrap_or_default()
        })
    }

    /// What a layer is called.
    #[inline(never)]
    pub fn name_of(self, style: LayerStyle) -> String {
        let (then, now) = self.days.get();
        match style {
            LayerStyle::Then => then,
            LayerStyle::Now => now,
            LayerStyle::Needed => t(Key::LayerNeeded).to_owned(),
            LayerStyle::Back => self.beside(|both| both.back.as_ref(), |_| t(Key::LayerBack).to_owned()),
            LayerStyle::Other => self.beside(|both| both.other.as_ref(), occasion_name),
        }
    }
}

/// Month and year tell the two apart, or else the whole day does, or what each of them was.
fn days(then: &Occasion, now: &Occasion) -> (String, String) {
    let same = then.rated_on == now.rated_on;
    let tell = telling(&[then.rated_on, now.rated_on]);
    let name = |occasion: &Occasion| {
        let day = if same { day_long(occasion.rated_on) } else { tell(occasion.rated_on) };
        if same { [day, occasion_name(occasion)].join(" · ") } else { day }
    };
    (name(then), name(now))
}
