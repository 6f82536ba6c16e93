//! Which screen is shown.

use super::{Format, Unit};
use crate::domain::{
    ConversationId, InstrumentId, ItemId, Kind, Occasion, OccasionId, Rater, Record, RecordId, Step, Stop,
};

/// A screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The person's charts.
    Home,
    /// Files, help, and what is rarely needed.
    More,
    /// Where all is kept, and what can be done about it.
    Storage,
    /// What was deleted.
    Bin,
    /// What a file holds that was picked, before it is taken in.
    Opening,
    /// Reading codes.
    Scan,
    /// What there is to look at next, over all charts and people.
    Due,
    /// How to open a talk with a chart.
    Guide,
    /// A file that nothing here takes, shown.
    ByHand,
    /// All that is kept, on its way to another device.
    Carry,
    /// What there is to be filled in, built in or one's own.
    Library,
    /// One instrument, to be looked at before it is begun.
    Instrument(InstrumentId),
    /// One instrument of one's own, to be changed.
    Design(InstrumentId),
    /// A new chart, which is begun as the screen is opened.
    New,
    /// Rating again, which is begun as the screen is opened: the chart that is due, or the one rated last.
    Again,
    /// One chart.
    Chart(RecordId),
    /// A step of the making of a chart.
    Make {
        /// Which chart.
        record: RecordId,
        /// Which step.
        step: Step,
        /// The card shown, where a step has one card an item.
        item: Option<ItemId>,
    },
    /// Rating.
    Rate {
        /// Which chart.
        record: RecordId,
        /// Which occasion.
        occasion: OccasionId,
        /// How the items are laid out.
        view: RateView,
        /// The item being rated.
        item: Option<ItemId>,
    },
    /// Filling in an audit.
    Fill {
        /// Which audit.
        record: RecordId,
        /// Which occasion.
        occasion: OccasionId,
        /// The screen of it; `None`: where one left off.
        stop: Option<Stop>,
    },
    /// What can still be added, if one likes.
    StillOpen(RecordId),
    /// Then and now.
    Compare {
        /// Which chart.
        record: RecordId,
        /// The earlier occasion.
        then: OccasionId,
        /// The later occasion.
        now: OccasionId,
    },
    /// Each item over all times.
    OverTime(RecordId),
    /// Now against needed.
    StillToGo(RecordId),
    /// One chart as it was.
    Versions(RecordId),
    /// What is given of one chart, before it is.
    Give {
        /// Which chart.
        record: RecordId,
        /// What it is made into; `None`: as the last time.
        format: Option<Format>,
    },
    /// Typing in what was rated on paper.
    Paper(RecordId),
    /// What to improve, and how.
    Targets(RecordId),
    /// What was talked about one chart.
    Talks(RecordId),
    /// One note of a talk.
    Talk {
        /// About which chart.
        record: RecordId,
        /// Which.
        conversation: ConversationId,
    },
    /// One chart, looked at by two.
    Together(RecordId),
    /// How somebody else sees it, beside how its owner does.
    TwoViews {
        /// Which chart.
        record: RecordId,
        /// The other's rating.
        view: OccasionId,
    },
    /// The device goes back to its owner, before anything of theirs is shown.
    HandBack {
        /// Which chart.
        record: RecordId,
        /// What was rated by the other.
        view: OccasionId,
    },
    /// A wheel without attributes, to be printed and filled in by hand.
    EmptyWheel,
    /// What goes before a sitting that is out of the usual.
    Begin {
        /// Which chart.
        record: RecordId,
        /// Which sitting.
        ask: Ask,
    },
}

/// A sitting that is out of the usual, and says what it is before it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Only the items that are marked.
    Quick,
    /// An earlier time as it is seen now.
    LookBack,
    /// The first time once more.
    Steady,
    /// How somebody else sees it.
    View,
}

impl Ask {
    const ALL: [(&str, Self); 4] =
        [("quick", Self::Quick), ("look-back", Self::LookBack), ("steady", Self::Steady), ("view", Self::View)];

    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(each, _)| *each == name).map(|(_, ask)| ask)
    }

    pub(super) fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(_, each)| *each == self).map_or("", |(name, _)| name)
    }
}

/// How the items to be rated are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateView {
    /// As suits the chart and the text size.
    Auto,
    /// All on the wheel.
    Wheel,
    /// One at a time.
    One,
}

impl RateView {
    const ALL: [(&str, Self); 3] = [("auto", Self::Auto), ("wheel", Self::Wheel), ("one", Self::One)];

    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(each, _)| *each == name).map(|(_, view)| view)
    }

    pub(super) fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(_, each)| *each == self).map_or("", |(name, _)| name)
    }
}

impl Route {
    /// Where a step of a chart's making leads: rating has a page of its own, shared with every later time. A time that
    /// is over is rated no more.
    pub fn of_step(chart: &Record, step: Step) -> Self {
        let record = chart.id.clone();
        if step != Step::Rate {
            return Self::Make { record, step, item: None };
        }
        chart.under_way().map_or(Self::Chart(record), |occasion| Self::to_rate(chart, occasion.id.clone()))
    }

    /// Where `occasion` of `record` is rated, or typed in.
    pub fn to_rate(record: &Record, occasion: OccasionId) -> Self {
        let id = record.id.clone();
        if record.occasion(&occasion).is_some_and(|on| on.on_paper) {
            Self::Paper(id)
        } else if record.is_audit() {
            Self::Fill { record: id, occasion, stop: None }
        } else {
            Self::Rate { record: id, occasion, view: RateView::Auto, item: None }
        }
    }

    /// What the end of `occasion` leads to, where there is something to set it beside: the first time and this one. For
    /// looking back, the time looked back to and the newest.
    pub fn to_reveal(record: &Record, occasion: &Occasion) -> Option<Self> {
        let comparable = record.comparable();
        if !comparable.iter().any(|each| each.id == occasion.id) {
            let then = comparable.iter().find(|each| each.is_regular() && each.refers_to == occasion.refers_to)?;
            let now = comparable.iter().rfind(|each| each.is_regular() && each.id != then.id)?;
            let rated = occasion.kind == Kind::Retrospective && occasion.rated_count() > 0;
            return rated.then(|| Self::compare(record, then, now));
        }
        record.first().filter(|first| first.id != occasion.id).map(|first| Self::compare(record, first, occasion))
    }

    /// Where the end of the rating of `occasion` leads, where there is anything to see. A paper from before all others is
    /// itself what the newest is set beside. What somebody else has rated leads back to the owner: the device does, or what
    /// is sent.
    pub fn after_rating(record: &Record, occasion: &OccasionId) -> Option<Self> {
        let occasion = record.occasion(occasion)?;
        if occasion.rater != Rater::Me {
            let (id, view) = (record.id.clone(), occasion.id.clone());
            return Some(match record.held_since {
                None => Self::HandBack { record: id, view },
                Some(_) if record.first().is_some() => Self::TwoViews { record: id, view },
                Some(_) => Self::Give { record: id, format: Some(Format::View) },
            });
        }
        let newest = || occasion.on_paper.then(|| Self::then_and_now(record)).flatten();
        Self::to_reveal(record, occasion).or_else(newest)
    }

    /// The first and the newest of the times that follow each other, side by side, once there are two.
    pub fn then_and_now(record: &Record) -> Option<Self> {
        let newest = record.comparable().into_iter().rfind(|each| each.is_regular())?;
        Self::to_reveal(record, newest)
    }

    /// What came of the first time once more, where there is one.
    pub fn to_steadiness(record: &Record) -> Option<Self> {
        let again = record.comparable().into_iter().find(|each| each.is_own(Kind::SecondBaseline))?;
        Self::to_reveal(record, again)
    }

    /// Two occasions side by side.
    pub fn compare(record: &Record, then: &Occasion, now: &Occasion) -> Self {
        Self::Compare { record: record.id.clone(), then: then.id.clone(), now: now.id.clone() }
    }

    /// The record or list it is about, if it is about one.
    pub fn unit(&self) -> Option<Unit> {
        match self {
            Self::Instrument(form) | Self::Design(form) => Some(Unit::List(form.clone())),
            _ => self.record().cloned().map(Unit::Record),
        }
    }

    /// The record it is about, if it is about one.
    pub fn record(&self) -> Option<&RecordId> {
        match self {
            Self::Chart(record)
            | Self::StillOpen(record)
            | Self::OverTime(record)
            | Self::StillToGo(record)
            | Self::Versions(record)
            | Self::Paper(record)
            | Self::Targets(record)
            | Self::Talks(record)
            | Self::Talk { record, .. }
            | Self::Together(record)
            | Self::TwoViews { record, .. }
            | Self::HandBack { record, .. }
            | Self::Give { record, .. }
            | Self::Begin { record, .. }
            | Self::Make { record, .. }
            | Self::Rate { record, .. }
            | Self::Fill { record, .. }
            | Self::Compare { record, .. } => Some(record),
            Self::Home
            | Self::More
            | Self::Storage
            | Self::Bin
            | Self::Opening
            | Self::Scan
            | Self::Due
            | Self::Guide
            | Self::Carry
            | Self::ByHand
            | Self::Library
            | Self::EmptyWheel
            | Self::Instrument(_)
            | Self::Design(_)
            | Self::New
            | Self::Again => None,
        }
    }
}
