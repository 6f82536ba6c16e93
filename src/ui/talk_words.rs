//! What is said of targets and talks.

use super::chart_words::{rater_name, status_words};
use super::say::{t, tf, whose_words};
use crate::domain::{Conversation, EarlierTarget, Rater, Record, Status, Target};
use crate::platform::day_long;
use crate::words::Key;

/// How far a target is, from when until when, and who acts: as far as that is said.
pub fn target_parts(target: &Target) -> Vec<String> {
    let status = (target.status != Status::Planned).then(|| t(status_words(target.status)).to_owned());
    let from = target.from.map(|day| tf(Key::TargetFrom, &[("date", &day_long(day))]));
    let until = target.until.map(|day| tf(Key::TargetUntil, &[("date", &day_long(day))]));
    let who = target.who.trim();
    let who = (!who.is_empty()).then(|| tf(Key::TargetActs, &[("name", who)]));
    [status, from, until, who].into_iter().flatten().collect()
}

/// What to improve, or how, where only that is said.
pub fn target_words(target: &Target) -> String {
    let mut words = [&target.what].into_iter().chain(&target.hows).map(|text| text.trim());
    words.find(|text| !text.is_empty()).map_or_else(|| t(Key::TargetUnsaid).to_owned(), str::to_owned)
}

/// How a target read before it was revised.
pub fn was_words(was: &EarlierTarget) -> String {
    let hows = was.hows.iter().map(|how| how.trim()).filter(|how| !how.is_empty());
    let words: Vec<&str> = [was.what.trim()].into_iter().filter(|what| !what.is_empty()).chain(hows).collect();
    tf(Key::TargetWas, &[("date", &day_long(was.until)), ("words", &words.join(" / "))])
}

/// What a note of a talk is called.
pub fn talk_title(talk: &Conversation) -> String {
    let title = talk.title.trim();
    if title.is_empty() { t(Key::TalkUntitled).to_owned() } else { title.to_owned() }
}

/// "6 October 2025 · with Sam · in the music room"
pub fn talk_line(talk: &Conversation) -> String {
    let with = talk.with.trim();
    let with = (!with.is_empty()).then(|| tf(Key::TalkWithName, &[("name", with)]));
    let place = Some(talk.place.trim()).filter(|place| !place.is_empty()).map(str::to_owned);
    [Some(day_long(talk.on)), with, place].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Who writes on a chart here: on somebody else's whoever they call their partner.
pub fn writer_here(chart: &Record) -> Rater {
    if chart.held_since.is_some() { Rater::Other(chart.companion.clone()) } else { Rater::Me }
}

/// Who wrote it, where that is not oneself.
pub fn writer_words(record: &Record, talk: &Conversation) -> Option<String> {
    let name = match &talk.by {
        _ if record.is_ours(talk) => return None,
        Rater::Me => whose_words(record),
        Rater::Other(label) => rater_name(label),
    };
    Some(tf(Key::TalkWrittenBy, &[("name", &name)]))
}
