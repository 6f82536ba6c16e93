//! The words, ready to use in a view.

use std::sync::OnceLock;

use crate::codec::parse_iso;
use crate::domain::{Answer, Date, Direction, Instrument, Item, ItemKind, Record, Scale};
use crate::platform::{day_long, fetch_text};
use crate::state::{Amount, Notice};
use crate::words::{Key, Words};

/// The words of home and of what stands on every page.
pub static HOME: Catalogue = Catalogue::new("words/en-GB.json");
/// What only the other pages say.
pub static PAGES: Catalogue = Catalogue::new("words/en-GB.pages.json");

/// Words that are fetched once for the life of the page: another language is another start.
pub struct Catalogue {
    /// The file that they stand in.
    pub file: &'static str,
    words: OnceLock<Words>,
}

impl Catalogue {
    const fn new(file: &'static str) -> Self {
        Self { file, words: OnceLock::new() }
    }

    /// Fetches what is not here yet; whether the words are here then.
    pub async fn fetch(&self) -> bool {
        if self.words.get().is_none()
            && let Some(words) = fetch_text(self.file).await.as_deref().and_then(Words::parse)
        {
            _ = self.words.set(words);
        }
        self.words.get().is_some()
    }
}

/// What is made of a sentence where it stands; nothing where it is missing, which a test rules out.
fn say<T: Default>(make: impl Fn(&'static Words) -> Option<T>) -> T {
    [&HOME, &PAGES].into_iter().filter_map(|catalogue| catalogue.words.get()).find_map(make).unwrap_or_default()
}

/// The sentence for `key`.
pub fn t(key: Key) -> &'static str {
    say(|words| words.text(key))
}

/// The sentence with its parts filled in.
pub fn tf(key: Key, parts: &[(&str, &str)]) -> String {
    say(|words| words.fill(key, parts))
}

/// The sentence for `count` things.
pub fn tn(key: Key, count: usize) -> String {
    say(|words| words.count(key, count))
}

/// A chart's title: its own, that of its list, or one made from its subject.
pub fn title_of(record: &Record) -> String {
    let (title, subject) = (record.title.trim(), record.subject.trim());
    if !title.is_empty() {
        title.to_owned()
    } else if record.is_audit() {
        instrument_title(&record.instrument)
    } else if !subject.is_empty() {
        tf(Key::TitleExcellent, &[("subject", subject)])
    } else {
        t(Key::TitleUntitled).to_owned()
    }
}

/// The owner's name for themself and the code that stands for them, as far as they said.
pub fn who(record: &Record) -> impl Iterator<Item = &str> {
    [&record.owner, &record.code].into_iter().map(|text| text.trim()).filter(|text| !text.is_empty())
}

/// Whose record it is, as far as they said.
pub fn whose_words(record: &Record) -> String {
    who(record).next().map_or_else(|| t(Key::WhoseUnknown).to_owned(), str::to_owned)
}

/// From whom a record is that is somebody else's, and since when it is here; nothing of one's own.
pub fn held_words(record: &Record) -> Option<String> {
    let date = day_long(record.held_since?);
    Some(match who(record).next() {
        Some(name) => tf(Key::HeldSince, &[("name", name), ("date", &date)]),
        None => tf(Key::HeldSinceUnknown, &[("date", &date)]),
    })
}

/// An instrument's title, or what stands for one without.
pub fn instrument_title(form: &Instrument) -> String {
    let title = form.about.title.trim();
    if title.is_empty() { t(Key::ListUntitled).to_owned() } else { title.to_owned() }
}

/// An attribute as it reads, or what stands for one without words.
pub fn text_of(item: &Item) -> String {
    if item.text.trim().is_empty() { t(Key::AttributeUnnamed).to_owned() } else { item.text.trim().to_owned() }
}

/// An item as it reads in a list: a statement, or both ends of a construct, the low one first.
pub fn item_words(item: &Item) -> String {
    if item.kind == ItemKind::Construct && !item.opposite.trim().is_empty() {
        tf(Key::BothEnds, &[("low", item.opposite.trim()), ("high", &text_of(item))])
    } else {
        text_of(item)
    }
}

/// What stands above an item as it is answered in a list. Two ends stand side by side below it, and neither is its name.
pub fn heading_of(item: &Item) -> String {
    let two_ends = item.kind == ItemKind::Construct && !item.opposite.trim().is_empty();
    if two_ends { t(Key::BetweenTwo).to_owned() } else { text_of(item) }
}

/// Which end is best, where that is not the highest.
pub fn best_words(direction: Direction, scale: Scale) -> Option<String> {
    match direction {
        Direction::Higher => None,
        Direction::Lower => Some(tf(Key::LowestIsBest, &[("min", &scale.min.to_string())])),
        Direction::TowardNeeded => Some(t(Key::NeededIsBest).to_owned()),
    }
}

/// An attribute's opposite, or what stands for one that is not named yet.
pub fn opposite_of(item: &Item) -> String {
    let opposite = item.opposite.trim();
    if opposite.is_empty() { t(Key::OppositeUnnamed).to_owned() } else { opposite.to_owned() }
}

/// An answer in words.
pub fn rating_words(answer: Answer, scale: Scale) -> String {
    match answer {
        Answer::Value(value) => tf(Key::RatingOf, &[("value", &value.to_string()), ("max", &scale.max.to_string())]),
        Answer::DoesNotApply => t(Key::DoesNotApply).to_owned(),
        Answer::Blank => t(Key::NotRatedYet).to_owned(),
    }
}

/// An answer where the scale is known: the number alone, or the words for what is none.
pub fn answer_short(answer: Answer) -> String {
    match answer {
        Answer::Value(value) => value.to_string(),
        Answer::DoesNotApply => t(Key::DoesNotApply).to_owned(),
        Answer::Blank => t(Key::NotRatedYet).to_owned(),
    }
}

/// A day as stored text in full, if it is one.
pub fn iso_long(text: &str) -> Option<String> {
    parse_iso(text).map(day_long)
}

/// "Last rated 13 June 2014", or that nothing has been rated.
pub fn last_rated(day: Option<Date>) -> String {
    match day {
        Some(day) => tf(Key::LastRated, &[("date", &day_long(day))]),
        None => t(Key::NothingRated).to_owned(),
    }
}

/// "4 charts, 9 readings"
pub fn amount_words(amount: Amount) -> String {
    let lists = (amount.lists > 0).then_some((Key::AmountLists, amount.lists));
    let counts = [(Key::AmountCharts, amount.charts), (Key::AmountReadings, amount.readings)];
    let said = counts.into_iter().chain(lists).map(|(key, count)| tn(key, count));
    said.collect::<Vec<_>>().join(", ")
}

/// How many of each, where there are any.
pub fn counted(counts: &[(Key, usize)]) -> impl Iterator<Item = String> {
    counts.iter().filter(|(_, count)| *count > 0).map(|(key, count)| tn(*key, *count))
}

/// What is told.
pub fn notice_text(notice: Notice) -> String {
    match notice {
        Notice::TooManyItems => t(Key::NoticeTooMany).to_owned(),
        Notice::ListDeleted => t(Key::NoticeListDeleted).to_owned(),
        Notice::NewVersion => t(Key::NoticeNewVersion).to_owned(),
        Notice::WentBack => t(Key::NoticeWentBack).to_owned(),
        Notice::Deleted => t(Key::NoticeDeleted).to_owned(),
        Notice::Unreadable(parts) => tn(Key::NoticeUnreadable, parts),
        Notice::TakenIn { arrived, charts, together, lists } => {
            let counts = [(Key::TakenInCharts, charts), (Key::TakenInTogether, together), (Key::TakenInLists, lists)];
            let arrived = arrived.map(|amount| tf(Key::Arrived, &[("what", &amount_words(amount))]));
            arrived.into_iter().chain(counted(&counts)).collect::<Vec<_>>().join(" ")
        }
        Notice::FileSaved => t(Key::CopySaved).to_owned(),
        Notice::FileShared => t(Key::NoticeShared).to_owned(),
        Notice::Copied => t(Key::NoticeCopied).to_owned(),
        Notice::NotCopied => t(Key::NoticeNotCopied).to_owned(),
        Notice::TouchAgain => t(Key::NoticeTouchAgain).to_owned(),
        Notice::ReminderSaved => t(Key::ReminderSaved).to_owned(),
        Notice::TwoWindows => t(Key::NoticeTwoWindows).to_owned(),
        Notice::TwoWindowsList => t(Key::NoticeTwoWindowsList).to_owned(),
        Notice::ReadOnly => t(Key::NoticeReadOnly).to_owned(),
        Notice::FileNotSaved => t(Key::NoticeFileNotSaved).to_owned(),
    }
}
