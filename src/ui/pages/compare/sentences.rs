//! What the comparison says in words.

use leptos::prelude::*;

use super::pair::Pair;
use crate::analysis::{Change, Comparison, Trend, rounded};
use crate::domain::{Direction, Overall, STEADY_DAYS};
use crate::platform::day_month;
use crate::ui::say::{t, tf, tn};
use crate::words::Key;

/// The sentence of the reveal, and those on looking back and on how steady ratings are.
#[component]
pub fn Sentences(
    /// The two compared.
    pair: Pair,
) -> impl IntoView {
    let said = Memo::new(move |_| {
        let both = pair.comparison.get()?;
        let summary = summary_sentence(&both);
        if pair.is_steadiness.get() {
            let meaning = both.steadiness.map(|_| t(Key::SteadyMeaning).to_owned());
            return Some((steadiness_words(&both), meaning.into_iter().chain([summary]).collect()));
        }
        Some((summary, [looking_back(&both), within_words(&both)].into_iter().flatten().collect::<Vec<_>>()))
    });
    let overall = Memo::new(move |_| {
        let (both, days) = (pair.comparison.get()?, pair.days.get());
        let lines = [(&days.0, both.then.overall), (&days.1, both.now.overall)].map(|(day, overall)| {
            overall_words(overall).map(|words| tf(Key::OverallThat, &[("date", day), ("words", &words)]))
        });
        Some(lines.into_iter().flatten().collect::<Vec<_>>())
    });
    move || {
        said.get().map(|(sentence, lines)| {
            view! {
                <p class="sentence">{sentence}</p>
                {lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
                {move || overall.get().into_iter().flatten().map(|line| view! { <p class="soft">{line}</p> }).collect_view()}
            }
        })
    }
}

/// "You rated 7 of 10 both times: 5 higher, 1 the same, 1 lower. 2 new, 1 set aside."
/// Where the highest is not always the best: "5 better, 1 the same, 1 less good".
pub fn summary_sentence(comparison: &Comparison) -> String {
    let summary = comparison.summary();
    let number = |count: usize| count.to_string();
    let key = if comparison.higher_is_better() { Key::CompareSentence } else { Key::CompareSentenceBetter };
    let mut text = tf(
        key,
        &[
            ("matched", &number(summary.matched)),
            ("items", &number(summary.items)),
            ("better", &number(summary.better)),
            ("same", &number(summary.same)),
            ("worse", &number(summary.worse)),
        ],
    );
    let beside = [
        (Key::CompareMoved, summary.moved),
        (Key::CompareSeenDifferently, summary.seen_differently),
        (Key::CompareNew, summary.new),
        (Key::CompareSetAside, summary.set_aside),
    ];
    let beside: Vec<String> =
        beside.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| tn(key, count)).collect();
    if !beside.is_empty() {
        text.push(' ');
        text.push_str(&tf(Key::CompareBeside, &[("parts", &beside.join(", "))]));
    }
    text
}

/// "Looking back in July 2015, you placed your starting point lower on 5 of 8: your yardstick may have moved."
fn looking_back(comparison: &Comparison) -> Option<String> {
    let date = day_month(comparison.back.as_ref()?.rated_on);
    let shifts: Vec<i16> = comparison.changes.iter().filter_map(Change::shift).collect();
    let count = |of: fn(&&i16) -> bool| shifts.iter().filter(of).count();
    let (lower, higher) = (count(|by| **by < 0), count(|by| **by > 0));
    let [n, down, up] = [shifts.len(), lower, higher].map(|count| count.to_string());
    (!shifts.is_empty()).then(|| match (lower, higher) {
        (0, 0) => tf(Key::BackSame, &[("date", &date), ("n", &n)]),
        (_, 0) => tf(Key::BackLower, &[("date", &date), ("n", &n), ("lower", &down)]),
        (0, _) => tf(Key::BackHigher, &[("date", &date), ("n", &n), ("higher", &up)]),
        _ => tf(Key::BackMoved, &[("date", &date), ("n", &n), ("lower", &down), ("higher", &up)]),
    })
}

/// How much the ratings move by themselves, or why that cannot be said.
fn steadiness_words(comparison: &Comparison) -> String {
    let Some(steadiness) = comparison.steadiness else {
        let late = (comparison.now.rated_on - comparison.then.rated_on).whole_days() > STEADY_DAYS;
        return t(if late { Key::SteadyTooLate } else { Key::SteadyTooFew }).to_owned();
    };
    let n = steadiness.n;
    let (item, mean) = (rounded(steadiness.of_item(), 1), rounded(steadiness.of_mean(n), 1));
    tf(Key::SteadyResult, &[("item", &item), ("mean", &mean), ("n", &n.to_string())])
}

/// How many of the changes are no larger than that.
fn within_words(comparison: &Comparison) -> Option<String> {
    let (within, changed) = comparison.within_steadiness().filter(|(_, changed)| *changed > 0)?;
    let item = rounded(comparison.steadiness?.of_item(), 1);
    let (within, changed) = (within.to_string(), changed.to_string());
    Some(tf(Key::SteadyWithin, &[("within", &within), ("changed", &changed), ("item", &item)]))
}

/// One number from the gut, before and after rating, where it was given.
pub fn overall_words(overall: Overall) -> Option<String> {
    let value = |value: Option<u8>| value.map(|value| value.to_string());
    match (value(overall.before), value(overall.after)) {
        (Some(before), Some(after)) => Some(tf(Key::OverallBoth, &[("before", &before), ("after", &after)])),
        (before, after) => before.or(after),
    }
}

/// "2 higher"; where the highest is not the best, also what that means: "2 lower: better". Where the person's idea of the
/// item has changed, only that.
pub fn difference_words(change: &Change) -> Option<String> {
    let by = change.difference()?;
    if change.idea_changed() {
        return Some(t(Key::ChangeSeenDifferently).to_owned());
    }
    let by_words = match by {
        0 => return Some(t(Key::ChangeSame).to_owned()),
        1.. => tf(Key::ChangeHigher, &[("by", &by.to_string())]),
        _ => tf(Key::ChangeLower, &[("by", &by.abs().to_string())]),
    };
    let meaning = match (change.direction, change.trend()) {
        (Direction::Lower, Some(Trend::Better)) => Key::ChangeBetter,
        (Direction::Lower, Some(Trend::Worse)) => Key::ChangeWorse,
        (Direction::TowardNeeded, Some(Trend::Better)) => Key::ChangeNearer,
        (Direction::TowardNeeded, Some(Trend::Worse)) => Key::ChangeFurther,
        _ => return Some(by_words),
    };
    Some(tf(meaning, &[("by", &by_words)]))
}

/// That it could not get better than it was.
pub fn no_room_words(change: &Change) -> String {
    match change.direction {
        Direction::Higher => t(Key::NoRoom).to_owned(),
        Direction::Lower => tf(Key::NoRoomLower, &[("min", &change.scale.min.to_string())]),
        Direction::TowardNeeded => t(Key::NoRoomNeeded).to_owned(),
    }
}

/// How it read then, where its ends have been reworded.
pub fn reworded_words(change: &Change) -> Option<String> {
    let (text, opposite) = change.reworded_from.as_ref()?;
    Some(match opposite.trim() {
        "" => tf(Key::RewordedFromText, &[("text", text)]),
        opposite => tf(Key::RewordedFrom, &[("text", text), ("opposite", opposite)]),
    })
}

/// "You now place your starting point 2 lower."
pub fn shift_words(shift: i16) -> String {
    let by = shift.abs().to_string();
    match shift {
        0 => t(Key::ShiftSame).to_owned(),
        1.. => tf(Key::ShiftHigher, &[("by", &by)]),
        _ => tf(Key::ShiftLower, &[("by", &by)]),
    }
}

/// "Still to go: 2"
pub fn to_go_words(to_go: i16) -> String {
    let by = to_go.abs().to_string();
    match to_go {
        0 => t(Key::ToGoThere).to_owned(),
        1.. => tf(Key::ToGo, &[("by", &by)]),
        _ => tf(Key::ToGoBeyond, &[("by", &by)]),
    }
}
