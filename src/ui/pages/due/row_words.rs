//! What a row says.

use crate::analysis::Waiting;
use crate::domain::{Conversation, Date, Rater, Record, Target};
use crate::platform::day_long;
use crate::ui::say::{t, tf, who, whose_words};
use crate::ui::talk_words::target_words;
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
        Waiting::Target(id) => record.target(id).and_then(|target| acts_words(target, record)),
        _ => None,
    };
    [Some(whose), acts].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Who acts: somebody who is named, or the owner, as far as that is known.
fn acts_words(target: &Target, record: &Record) -> Option<String> {
    let named = Some(target.who.trim()).filter(|name| !name.is_empty());
    match record.held_since {
        None if named.is_none() => Some(t(Key::DueForYou).to_owned()),
        _ => named.or_else(|| who(record).next()).map(|name| tf(Key::DueForName, &[("name", name)])),
    }
}

/// With whom the next talk is: the one that the note names, or whoever wrote it.
fn talk_words(record: &Record, talk: &Conversation) -> String {
    let with = match &talk.by {
        Rater::Other(_) if record.held_since.is_some() => who(record).next().unwrap_or_default(),
        Rater::Other(label) => label.trim(),
        Rater::Me => talk.with.trim(),
    };
    if with.is_empty() { t(Key::DueTalk).to_owned() } else { tf(Key::DueTalkWith, &[("name", with)]) }
}
