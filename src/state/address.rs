//! A screen as the part of the address behind `#`.
//!
//! Hash routes, because the app is a folder that any host can serve, and because a share link must live in the
//! fragment, which is never sent to a server.

use super::Format;
use super::route::{Ask, RateView, Route};
use crate::domain::{ConversationId, InstrumentId, ItemId, Moment, OccasionId, RecordId, SectionId, Step, Stop};

/// Stands before what a link carries.
const LINK: &str = "#/open/";

impl Route {
    /// Reads the part of an address from `#` on. What is not known leads home.
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let parts: Vec<String> = path.split('/').map(decode).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        Self::from_parts(&parts).unwrap_or(Self::Home)
    }

    fn from_parts(parts: &[&str]) -> Option<Self> {
        if parts.contains(&"") {
            return None;
        }
        Some(match parts {
            ["more"] => Self::More,
            ["storage"] => Self::Storage,
            ["bin"] => Self::Bin,
            ["opening"] => Self::Opening,
            ["scan"] => Self::Scan,
            ["due"] => Self::Due,
            ["guide"] => Self::Guide,
            ["carry"] => Self::Carry,
            ["by-hand"] => Self::ByHand,
            ["library"] => Self::Library,
            ["empty-wheel"] => Self::EmptyWheel,
            ["new"] => Self::New,
            ["again"] => Self::Again,
            ["list", id] => Self::Instrument(InstrumentId::new(*id)),
            ["list", id, "change"] => Self::Design(InstrumentId::new(*id)),
            ["chart", id, rest @ ..] => Self::of_chart(RecordId::new(*id), rest)?,
            _ => return None,
        })
    }

    /// The pages of a chart, from the parts after its id.
    fn of_chart(record: RecordId, parts: &[&str]) -> Option<Self> {
        let item = |id: Option<&&str>| id.map(|id| ItemId::new(*id));
        Some(match parts {
            [] => Self::Chart(record),
            ["time"] => Self::OverTime(record),
            ["versions"] => Self::Versions(record),
            ["paper"] => Self::Paper(record),
            ["to-go"] => Self::StillToGo(record),
            ["targets"] => Self::Targets(record),
            ["talks"] => Self::Talks(record),
            ["talks", conversation] => Self::Talk { record, conversation: ConversationId::new(*conversation) },
            ["together"] => Self::Together(record),
            ["views", view] => Self::TwoViews { record, view: OccasionId::new(*view) },
            ["hand-back", view] => Self::HandBack { record, view: OccasionId::new(*view) },
            ["give"] => Self::Give { record, format: None },
            ["give", format] => Self::Give { record, format: Some(Format::named(format)?) },
            ["begin", ask] => Self::Begin { record, ask: Ask::named(ask)? },
            ["open"] => Self::StillOpen(record),
            ["fill", occasion, rest @ ..] => Self::Fill {
                record,
                occasion: OccasionId::new(*occasion),
                stop: if rest.is_empty() { None } else { Some(stop_at(rest)?) },
            },
            ["make", step, rest @ ..] if rest.len() < 2 => {
                Self::Make { record, step: step_numbered(step)?, item: item(rest.first()) }
            }
            ["rate", occasion, view, rest @ ..] if rest.len() < 2 => Self::Rate {
                record,
                occasion: OccasionId::new(*occasion),
                view: RateView::named(view)?,
                item: item(rest.first()),
            },
            ["compare", then, now] => {
                Self::Compare { record, then: OccasionId::new(*then), now: OccasionId::new(*now) }
            }
            _ => return None,
        })
    }

    /// The part of the address from `#` on of a link that carries `payload`.
    pub fn link(payload: &str) -> String {
        [LINK, payload].concat()
    }

    /// What a link carries whose part from `#` on is `hash`.
    pub fn payload(hash: &str) -> Option<&str> {
        hash.strip_prefix(LINK).filter(|payload| !payload.is_empty())
    }

    /// What the link carries that `text` is, whichever host it leads to: one's own may be another than the sender's.
    pub fn payload_of_link(text: &str) -> Option<&str> {
        let at = text.find(LINK)?;
        Self::payload(text.get(at..)?.trim_end())
    }

    /// The part of the address from `#` on.
    pub fn to_hash(&self) -> String {
        let id = encode;
        let item =
            |item: &Option<ItemId>| item.as_ref().map(|item| format!("/{}", encode(item.as_str()))).unwrap_or_default();
        match self {
            Self::Home => "#/".into(),
            Self::More => "#/more".into(),
            Self::Storage => "#/storage".into(),
            Self::Bin => "#/bin".into(),
            Self::Opening => "#/opening".into(),
            Self::Scan => "#/scan".into(),
            Self::Due => "#/due".into(),
            Self::Guide => "#/guide".into(),
            Self::Carry => "#/carry".into(),
            Self::ByHand => "#/by-hand".into(),
            Self::Library => "#/library".into(),
            Self::EmptyWheel => "#/empty-wheel".into(),
            Self::New => "#/new".into(),
            Self::Again => "#/again".into(),
            Self::Instrument(form) => format!("#/list/{}", id(form.as_str())),
            Self::Design(form) => format!("#/list/{}/change", id(form.as_str())),
            Self::Fill { record, occasion, stop } => {
                let stop = stop.as_ref().map(place_of).unwrap_or_default();
                format!("#/chart/{}/fill/{}{stop}", id(record.as_str()), id(occasion.as_str()))
            }
            Self::Chart(record) => format!("#/chart/{}", id(record.as_str())),
            Self::StillOpen(record) => format!("#/chart/{}/open", id(record.as_str())),
            Self::OverTime(record) => format!("#/chart/{}/time", id(record.as_str())),
            Self::Versions(record) => format!("#/chart/{}/versions", id(record.as_str())),
            Self::Paper(record) => format!("#/chart/{}/paper", id(record.as_str())),
            Self::StillToGo(record) => format!("#/chart/{}/to-go", id(record.as_str())),
            Self::Targets(record) => format!("#/chart/{}/targets", id(record.as_str())),
            Self::Talks(record) => format!("#/chart/{}/talks", id(record.as_str())),
            Self::Talk { record, conversation } => {
                format!("#/chart/{}/talks/{}", id(record.as_str()), id(conversation.as_str()))
            }
            Self::Together(record) => format!("#/chart/{}/together", id(record.as_str())),
            Self::TwoViews { record, view } => format!("#/chart/{}/views/{}", id(record.as_str()), id(view.as_str())),
            Self::HandBack { record, view } => {
                format!("#/chart/{}/hand-back/{}", id(record.as_str()), id(view.as_str()))
            }
            Self::Give { record, format } => {
                let format = format.map(|format| format!("/{}", format.name())).unwrap_or_default();
                format!("#/chart/{}/give{format}", id(record.as_str()))
            }
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
