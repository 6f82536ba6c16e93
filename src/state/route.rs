//! Which screen is shown, as the part of the address behind `#`.
//!
//! Hash routes, because the app is a folder that any host can serve, and because a share link must live in the
//! fragment, which is never sent to a server.

use crate::domain::{
    InstrumentId, ItemId, Kind, Moment, Occasion, OccasionId, Record, RecordId, SectionId, Step, Stop,
};

/// A screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The person's charts.
    Home,
    /// Files, help, and what is rarely needed.
    More,
    /// What there is to be filled in, built in or one's own.
    Library,
    /// One instrument, to be looked at before it is begun.
    Instrument(InstrumentId),
    /// One instrument of one's own, to be changed.
    Design(InstrumentId),
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
}

impl Ask {
    const ALL: [(&str, Self); 3] = [("quick", Self::Quick), ("look-back", Self::LookBack), ("steady", Self::Steady)];

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(each, _)| *each == name).map(|(_, ask)| ask)
    }

    fn name(self) -> &'static str {
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

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(each, _)| *each == name).map(|(_, view)| view)
    }

    fn name(self) -> &'static str {
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

    /// Where `occasion` of `record` is rated.
    pub fn to_rate(record: &Record, occasion: OccasionId) -> Self {
        let id = record.id.clone();
        if record.is_audit() {
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

    /// The first and the newest of the times that follow each other, side by side, once there are two.
    pub fn then_and_now(record: &Record) -> Option<Self> {
        let newest = record.comparable().into_iter().rfind(|each| each.is_regular())?;
        Self::to_reveal(record, newest)
    }

    /// Two occasions side by side.
    pub fn compare(record: &Record, then: &Occasion, now: &Occasion) -> Self {
        Self::Compare { record: record.id.clone(), then: then.id.clone(), now: now.id.clone() }
    }

    /// The record it is about, if it is about one.
    pub fn record(&self) -> Option<&RecordId> {
        match self {
            Self::Chart(record)
            | Self::StillOpen(record)
            | Self::OverTime(record)
            | Self::StillToGo(record)
            | Self::Begin { record, .. }
            | Self::Make { record, .. }
            | Self::Rate { record, .. }
            | Self::Fill { record, .. }
            | Self::Compare { record, .. } => Some(record),
            Self::Home | Self::More | Self::Library | Self::Instrument(_) | Self::Design(_) => None,
        }
    }

    /// Reads the part of an address from `#` on. What is not known leads home.
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let parts: Vec<String> = path.split('/').map(decode).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        Self::from_parts(&parts).unwrap_or(Self::Home)
    }

    fn from_parts(parts: &[&str]) -> Option<Self> {
        let item = |id: Option<&&str>| id.map(|id| ItemId::new(*id));
        if parts.contains(&"") {
            return None;
        }
        Some(match parts {
            ["more"] => Self::More,
            ["library"] => Self::Library,
            ["list", id] => Self::Instrument(InstrumentId::new(*id)),
            ["list", id, "change"] => Self::Design(InstrumentId::new(*id)),
            ["chart", id, "fill", occasion, rest @ ..] => Self::Fill {
                record: RecordId::new(*id),
                occasion: OccasionId::new(*occasion),
                stop: if rest.is_empty() { None } else { Some(stop_at(rest)?) },
            },
            ["chart", id] => Self::Chart(RecordId::new(*id)),
            ["chart", id, "time"] => Self::OverTime(RecordId::new(*id)),
            ["chart", id, "to-go"] => Self::StillToGo(RecordId::new(*id)),
            ["chart", id, "begin", ask] => Self::Begin { record: RecordId::new(*id), ask: Ask::named(ask)? },
            ["chart", id, "open"] => Self::StillOpen(RecordId::new(*id)),
            ["chart", id, "make", step, rest @ ..] if rest.len() < 2 => {
                Self::Make { record: RecordId::new(*id), step: step_numbered(step)?, item: item(rest.first()) }
            }
            ["chart", id, "rate", occasion, view, rest @ ..] if rest.len() < 2 => Self::Rate {
                record: RecordId::new(*id),
                occasion: OccasionId::new(*occasion),
                view: RateView::named(view)?,
                item: item(rest.first()),
            },
            ["chart", id, "compare", then, now] => {
                Self::Compare { record: RecordId::new(*id), then: OccasionId::new(*then), now: OccasionId::new(*now) }
            }
            _ => return None,
        })
    }

    /// The part of the address from `#` on.
    pub fn to_hash(&self) -> String {
        let id = encode;
        let item =
            |item: &Option<ItemId>| item.as_ref().map(|item| format!("/{}", encode(item.as_str()))).unwrap_or_default();
        match self {
            Self::Home => "#/".into(),
            Self::More => "#/more".into(),
            Self::Library => "#/library".into(),
            Self::Instrument(form) => format!("#/list/{}", id(form.as_str())),
            Self::Design(form) => format!("#/list/{}/change", id(form.as_str())),
            Self::Fill { record, occasion, stop } => {
                let stop = stop.as_ref().map(place_of).unwrap_or_default();
                format!("#/chart/{}/fill/{}{stop}", id(record.as_str()), id(occasion.as_str()))
            }
            Self::Chart(record) => format!("#/chart/{}", id(record.as_str())),
            Self::StillOpen(record) => format!("#/chart/{}/open", id(record.as_str())),
            Self::OverTime(record) => format!("#/chart/{}/time", id(record.as_str())),
            Self::StillToGo(record) => format!("#/chart/{}/to-go", id(record.as_str())),
            Self::Begin { record, ask } => format!("#/chart/{}/begin/{}", id(record.as_str()), ask.name()),
            Self::Make { record, step, item: at } => {
                format!("#/chart/{}/make/{}{}", id(record.as_str()), number_of(*step), item(at))
            }
            Self::Rate { record, occasion, view, item: at } => {
                let (record, occasion) = (id(record.as_str()), id(occasion.as_str()));
                format!("#/chart/{record}/rate/{occasion}/{}{}", view.name(), item(at))
            }
            Self::Compare { record, then, now } => {
                let (record, then, now) = (id(record.as_str()), id(then.as_str()), id(now.as_str()));
                format!("#/chart/{record}/compare/{then}/{now}")
            }
        }
    }
}

/// Steps stand in an address by their number, from 1.
fn step_numbered(number: &str) -> Option<Step> {
    let at = number.parse::<usize>().ok()?.checked_sub(1)?;
    Step::ALL.get(at).copied()
}

fn number_of(step: Step) -> String {
    (Step::ALL.into_iter().take_while(|each| *each < step).count() + 1).to_string()
}

/// The screens of an audit as they stand in an address.
fn stop_at(parts: &[&str]) -> Option<Stop> {
    Some(match parts {
        ["before"] => Stop::Overall(Moment::Before),
        ["item", id] => Stop::Item(ItemId::new(*id)),
        ["section", id] => Stop::SectionEnd(SectionId::new(*id)),
        ["questions"] => Stop::Prompts,
        ["after"] => Stop::Overall(Moment::After),
        ["end"] => Stop::End,
        _ => return None,
    })
}

fn place_of(stop: &Stop) -> String {
    match stop {
        Stop::Overall(Moment::Before) => "/before".into(),
        Stop::Item(item) => format!("/item/{}", encode(item.as_str())),
        Stop::SectionEnd(section) => format!("/section/{}", encode(section.as_str())),
        Stop::Prompts => "/questions".into(),
        Stop::Overall(Moment::After) => "/after".into(),
        Stop::End => "/end".into(),
    }
}

/// Ids come from files too: what is not a plain letter, digit, `-`, `_` or `.` is written as `%xx`.
fn encode(part: &str) -> String {
    part.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
            _ => format!("%{byte:02x}"),
        })
        .collect()
}

fn decode(part: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = part.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        let byte = hex.filter(|_| first == b'%').and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(byte.unwrap_or(first));
        rest = if byte.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
