//! What occasions and the parts of a picture are called.

use super::say::{rating_words, t, tf};
use crate::analysis::rounded;
use crate::chart::{LayerStyle, Reading};
use crate::domain::{Answer, Date, Direction, Extra, Kind, Occasion, Question, Rater, Record, Scale, Status, Wish};
use crate::platform::{day_long, day_month};
use crate::words::Key;

/// A reading of a picture in words; a mean with one decimal.
pub fn reading_words(reading: Reading, scale: Scale, direction: Direction) -> String {
    match reading {
        // "1 of 5" would read as the least where it is the most.
        Reading::Value(value) if direction == Direction::Lower => {
            tf(Key::RatingWhereLowest, &[("value", &value.to_string()), ("min", &scale.min.to_string())])
        }
        Reading::Value(value) => rating_words(Answer::Value(value), scale),
        Reading::Mean(mean) => rounded(mean, 1),
        Reading::NotApplicable => rating_words(Answer::DoesNotApply, scale),
        Reading::Blank | Reading::Absent => rating_words(Answer::Blank, scale),
    }
}

/// A reading where the scale is known: the number alone, unless the lowest is best, which is said.
pub fn reading_short(reading: Reading, scale: Scale, direction: Direction) -> String {
    match reading {
        Reading::Value(value) if direction != Direction::Lower => value.to_string(),
        reading => reading_words(reading, scale, direction),
    }
}

/// A difference with its sign.
pub fn signed(by: f64, decimals: u8) -> String {
    let words = rounded(by, decimals);
    if by > 0.0 && words != rounded(0.0, decimals) { ["+", &words].concat() } else { words }
}

/// What an occasion was: "first time", "looking back", "quick update", or whose view it is.
pub fn occasion_name(occasion: &Occasion) -> String {
    match &occasion.rater {
        Rater::Me if occasion.quick => t(Key::KindQuick).to_owned(),
        Rater::Me => t(kind_name(occasion.kind)).to_owned(),
        Rater::Other(label) => rater_name(label),
    }
}

/// Whose view it is, as the owner calls them.
pub fn rater_name(label: &str) -> String {
    let label = label.trim();
    if label.is_empty() { t(Key::AnotherView).to_owned() } else { label.to_owned() }
}

/// "How Sam sees it, 3 March 2025"
pub fn view_words(view: &Occasion) -> String {
    let day = day_long(view.rated_on);
    match &view.rater {
        Rater::Other(label) if !label.trim().is_empty() => tf(Key::ViewBy, &[("name", label.trim()), ("date", &day)]),
        _ => [t(Key::AnotherView), &day].join(", "),
    }
}

/// How to write `days` as shortly as they can be told apart: by their months, or in full where two share one.
pub fn telling(days: &[Date]) -> fn(Date) -> String {
    let month = |day: &Date| (day.year(), day.month());
    let twins = days.iter().any(|one| days.iter().any(|other| one != other && month(one) == month(other)));
    if twins { day_long } else { day_month }
}

/// That earlier ratings are hidden, and why.
pub fn hidden_words(chart: &Record) -> Key {
    match chart.latest().map(|latest| latest.kind) {
        _ if chart.view_under_way().is_some() => Key::ViewHidden,
        Some(Kind::Retrospective) => Key::EarlierHiddenBack,
        _ => Key::EarlierHidden,
    }
}

/// What people call a kind of occasion.
pub fn kind_name(kind: Kind) -> Key {
    match kind {
        Kind::Baseline => Key::KindBaseline,
        Kind::Interim => Key::KindInterim,
        Kind::Final => Key::KindFinal,
        Kind::Retrospective => Key::KindRetrospective,
        Kind::SecondBaseline => Key::KindSecondBaseline,
    }
}

/// A question of the reflection.
pub fn question_words(question: Question) -> Key {
    match question {
        Question::Changed => Key::ReflectChanged,
        Question::Contributed => Key::ReflectContributed,
        Question::Next => Key::ReflectNext,
    }
}

/// One of the things that the person may want.
pub fn wish_words(wish: Wish) -> Key {
    match wish {
        Wish::Aim => Key::WishAim,
        Wish::Area => Key::WishArea,
        Wish::Times => Key::WishTimes,
        Wish::School => Key::WishSchool,
    }
}

/// How far a target is.
pub fn status_words(status: Status) -> Key {
    match status {
        Status::Planned => Key::StatusPlanned,
        Status::UnderWay => Key::StatusUnderWay,
        Status::Done => Key::StatusDone,
        Status::LetGo => Key::StatusLetGo,
    }
}

/// What each of the things is called, where it is switched on and where it was left out.
pub fn extra_name(extra: Extra) -> Key {
    match extra {
        Extra::Name => Key::ExtraName,
        Extra::Code => Key::ExtraCode,
        Extra::Reasons => Key::ExtraReasons,
        Extra::Examples => Key::ExtraExamples,
        Extra::Needed => Key::ExtraNeeded,
        Extra::Targets => Key::ExtraTargets,
        Extra::Notes => Key::ExtraNotes,
        Extra::Wishes => Key::ExtraWishes,
        Extra::Conversations => Key::ExtraTalks,
        Extra::Private => Key::ExtraPrivate,
        Extra::Others => Key::ExtraOthers,
        Extra::AllTimes => Key::ExtraAllTimes,
    }
}

/// The mark of a layer as a class of the style sheet.
pub fn mark_of(style: LayerStyle) -> &'static str {
    match style {
        LayerStyle::Then => "mark mark-then",
        LayerStyle::Now => "mark mark-now",
        LayerStyle::Needed => "mark mark-needed",
        LayerStyle::Back => "mark mark-back",
        LayerStyle::Other => "mark mark-other",
    }
}

/// What a point of a line over time says.
pub fn layer_over_time(style: LayerStyle) -> Key {
    match style {
        LayerStyle::Back => Key::OverTimeBack,
        LayerStyle::Other => Key::OverTimeOther,
        LayerStyle::Then | LayerStyle::Now | LayerStyle::Needed => Key::OverTimeOwn,
    }
}
