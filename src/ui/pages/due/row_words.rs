//! What a row says.

use crate::analysis::Waiting;
use crate::domain::{Conversation, Date, Rater, Record, Target};
use crate::platform::day_long;
use crate::ui::say::{t, tf, whose_words};
use crate::words::Key;

/// "12 May 2026", "Today" or "Since 12 May 2026".
pub fn day_words(day: Option<Date>, today: Date) -> String {
    match day {
        None => t(Key::DueNoDay).to_owned(),
        Some(day) if day < today => tf(Key::DueSince, &[("date", &day_long(day))]),
        Some(day) if day == today => t(Key::DueToday).to_owned(),
        Some(day) => day_long(day),
    }
}

/// What it is; nothing where it is no longer there.
pub fn title(what: &Waiting, record: &Record, today: Date) -> Option<String> {
    let is_own = record.held_since.is_none();
    Some(match what {
        Waiting::LookAgain if is_own => t(Key::DueLook).to_owned(),
        Waiting::LookAgain => tf(Key::DueLookTheirs, &[("name", &whose_words(record))]),
        Waiting::Target(id) => target_words(record.target(id)?),
        Waiting::Talk(id) => talk_words(record, record.conversation(id)?),
        Waiting::Keeping => {
            let is_asked = record.kept_until().is_some_and(|until| until <= today);
            t(if is_asked { Key::HeldAsk } else { Key::DueKept }).to_owned()
        }
    })
}

/// Whose chart it is, and who acts where that is said.
pub fn whose(what: &Waiting, record: &Record) -> String {
    let is_own = record.held_since.is_none();
    let whose = if is_own { t(Key::DueOwn).to_owned() } else { whose_words(record) };
    let acts = match what {
        Waiting::Target(id) => record.target(id).map(|target| acts_words(target, record)),
        _ => None,
    };
    [Some(whose), acts].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What to improve, or how, where only that is said.
fn target_words(target: &Target) -> String {
    let words = [&target.what].into_iter().chain(&target.hows).map(|text| text.trim());
    words.into_iter().find(|text| !text.is_empty()).unwrap_or_default().to_owned()
}

fn acts_words(target: &Target, record: &Record) -> String {
    let name = target.who.trim();
    match record.held_since {
        _ if !name.is_empty() => tf(Key::DueForName, &[("name", name)]),
        Some(_) => tf(Key::DueForName, &[("name", &whose_words(record))]),
        None => t(Key::DueForYou).to_owned(),
    }
}

/// With whom the next talk is: the one that the note names, or whoever wrote it.
fn talk_words(record: &Record, talk: &Conversation) -> String {
    let with = match &talk.by {
        Rater::Other(_) if record.held_since.is_some() => whose_words(record),
        Rater::Other(label) => label.trim().to_owned(),
        Rater::Me => talk.with.trim().to_owned(),
    };
    if with.is_empty() { t(Key::DueTalk).to_owned() } else { tf(Key::DueTalkWith, &[("name", &with)]) }
}
