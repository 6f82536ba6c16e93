//! What is given, as what: what the parts of the page share.

use std::sync::Arc;

use leptos::prelude::*;

use super::details::Detail;
use crate::codec::{read_choice, with_choice};
use crate::domain::{Choice, Extra, Record};
use crate::platform::{self, Parcel, Preference};
use crate::state::{Family, Format, Route};
use crate::ui::chart_handle::Chart;
use crate::ui::navigation::navigation;

/// One chart on its way out, followed as it and the choices change.
#[derive(Clone, Copy)]
pub struct Giving {
    /// The chart, whole.
    pub chart: Chart,
    /// What it is made into.
    pub format: Memo<Format>,
    /// What goes with it.
    pub choice: Memo<Choice>,
    /// The chart as it leaves: every preview shows this, and every format is made of this.
    pub given: Memo<Option<Arc<Record>>>,
    /// The file that leaves, once it is made; none for a page.
    pub parcel: RwSignal<Option<Parcel>, LocalStorage>,
    /// What is copied, where that is words and not the picture itself.
    pub text: RwSignal<Option<String>>,
    /// The link, once it is made.
    pub link: RwSignal<Option<String>>,
    /// The format in which what stays with whoever wrote it goes along: chosen anew each time, and for that one alone.
    with_private: RwSignal<Option<Format>>,
    /// What was chosen before, for all formats.
    settings: RwSignal<String>,
    /// The small decisions that are switched on, by their names.
    details: RwSignal<String>,
}

impl Giving {
    /// Follows the chart and the format that the address names.
    pub fn follow(chart: Chart) -> Self {
        let navigation = navigation();
        let format = Memo::new(move |before: Option<&Format>| match navigation.route() {
            Route::Give { format, .. } => chart.get().map_or(Format::File, |chart| suiting(format, &chart)),
            // The page is being left.
            _ => before.copied().unwrap_or(Format::File),
        });
        let details = RwSignal::new(platform::preference(Preference::GivenDetails).unwrap_or_default());
        let settings = RwSignal::new(platform::preference(Preference::GivenWith).unwrap_or_default());
        let with_private = RwSignal::new(None);
        let choice = Memo::new(move |_| {
            let (format, own) = (format.get(), chart.is_own());
            let usual = if own { format.usual_choice() } else { format.usual_answer() };
            let name = remembered_as(format, own);
            let mut choice = settings.with(|settings| read_choice(settings, &name, &usual)).unwrap_or(usual);
            choice.without.set(Extra::Private, with_private.get() != Some(format));
            choice
        });
        let given = Memo::new(move |_| {
            let (chart, choice) = (chart.get()?, choice.get());
            Some(Arc::new(chart.given(&format.get().leaves_out(choice, &chart))))
        });
        Self {
            chart,
            format,
            choice,
            given,
            parcel: RwSignal::new_local(None),
            text: RwSignal::new(None),
            link: RwSignal::new(None),
            with_private,
            settings,
            details,
        }
    }

    /// Has something else go with it from now on, in this format.
    pub fn choose(self, change: impl FnOnce(&mut Choice)) {
        let mut choice = self.choice.get_untracked();
        change(&mut choice);
        let format = self.format.get_untracked();
        self.with_private.set((!choice.without.has(Extra::Private)).then_some(format));
        let name = untrack(|| remembered_as(format, self.chart.is_own()));
        self.settings.update(|settings| *settings = with_choice(settings, &name, &choice));
        platform::set_preference(Preference::GivenWith, Some(&self.settings.get_untracked()));
    }

    /// Whether a small decision is switched on; what reads it follows its changes.
    pub fn has(self, detail: Detail) -> bool {
        self.details.with(|details| details.split(' ').any(|name| name == detail.name()))
    }

    /// Switches small decisions on and off.
    pub fn set(self, decided: &[(Detail, bool)]) {
        let is_decided = |name: &&str| decided.iter().any(|(detail, _)| detail.name() == *name);
        let on = decided.iter().filter(|(_, on)| *on).map(|(detail, _)| detail.name());
        let before = self.details.get_untracked();
        let others = before.split(' ').filter(|name| !name.is_empty() && !is_decided(name));
        let details = others.chain(on).collect::<Vec<_>>().join(" ");
        platform::set_preference(Preference::GivenDetails, Some(&details));
        self.details.set(details);
    }

    /// Notes the format as the one to begin with the next time.
    pub fn remember_format(self) {
        platform::set_preference(Preference::GivenAs, Some(self.format.get_untracked().name()));
    }
}

/// What a choice is remembered as: for somebody else's chart, which goes back to them, apart from one's own.
fn remembered_as(format: Format, own: bool) -> String {
    let answer = if own { "" } else { "-back" };
    [format.name(), answer].concat()
}

/// The format asked for, or the last one, or the first that suits the chart.
fn suiting(asked: Option<Format>, chart: &Record) -> Format {
    let last = || platform::preference(Preference::GivenAs).as_deref().and_then(Format::named);
    let suits = |format: &Format| Format::of(format.family(), chart).contains(format);
    let first = || Format::of(Family::Picture, chart).into_iter().next().unwrap_or(Format::File);
    asked.filter(suits).or_else(|| last().filter(suits)).unwrap_or_else(first)
}
