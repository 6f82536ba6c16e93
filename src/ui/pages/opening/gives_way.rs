//! What would give way, line by line.

use leptos::prelude::*;

use crate::analysis::{Field, GivesWay, Said, giving_way};
use crate::domain::{Merged, Record};
use crate::platform::day_long;
use crate::ui::chart_words::{status_words, wish_words};
use crate::ui::components::Disclosure;
use crate::ui::say::{answer_short, t, text_of, tf, tn};
use crate::ui::talk_words::talk_title;
use crate::words::Key;

/// How many lines stand open; more are folded.
const LINES_OPEN: usize = 6;
/// How many characters of what was written are shown.
const CHARACTERS: usize = 80;

/// What stands here and would give way; and, folded, what would give way of the file.
#[component]
pub fn GivesWayView<'a>(
    /// The chart as it is here.
    here: &'a Record,
    /// What would become of it.
    merged: &'a Merged,
) -> impl IntoView + use<> {
    let all = giving_way(here, merged);
    let lines = |here: bool| all.iter().filter(move |each| each.here == here).map(line).collect::<Vec<_>>();
    let (mut of_here, of_file) = (lines(true), lines(false));
    let many = tn(Key::OpeningFileGivesWay, of_file.len());
    let rest = of_here.split_off(of_here.len().min(LINES_OPEN));
    let more = tn(Key::OpeningMore, rest.len());
    let list = |lines: Vec<_>| view! { <ul class="giving-way">{lines}</ul> };
    view! {
        {(!of_here.is_empty()).then(|| view! {
            <p>{t(Key::OpeningHereGivesWay)}</p>
            {list(of_here)}
        })}
        {(!rest.is_empty()).then(|| view! { <Disclosure summary=more>{list(rest)}</Disclosure> })}
        {(!of_file.is_empty()).then(|| view! { <Disclosure summary=many>{list(of_file)}</Disclosure> })}
    }
}

fn line(each: &GivesWay) -> impl IntoView + use<> {
    let talk = each.talk.map(|talk| [talk_title(talk), day_long(talk.on)].join(" · "));
    let place = [each.item.map(text_of), each.on.map(|on| day_long(on.rated_on)), talk, label(each.field)];
    let place: Vec<String> = place.into_iter().flatten().collect();
    let what = match each.field {
        Field::UnderWay => t(Key::OpeningEnded).to_owned(),
        Field::Other => t(Key::OpeningOther).to_owned(),
        _ => tf(Key::OpeningGivesWay, &[("was", &said(&each.was)), ("is", &said(&each.is))]),
    };
    view! {
        <li>
            <span class="soft">{place.join(" · ")}</span>
            <span>{what}</span>
        </li>
    }
}

fn said(said: &Said) -> String {
    match said {
        Said::Nothing => t(Key::OpeningNothingSaid).to_owned(),
        Said::Answer(answer) => answer_short(*answer),
        Said::Number(number) => number.to_string(),
        Said::Day(day) => day_long(*day),
        Said::Status(status) => t(status_words(*status)).to_owned(),
        Said::Words(words) => tf(Key::Quoted, &[("words", &shortened(words))]),
    }
}

fn shortened(words: &str) -> String {
    match words.char_indices().nth(CHARACTERS) {
        Some((end, _)) => [words.get(..end).unwrap_or_default().trim_end(), "…"].concat(),
        None => words.to_owned(),
    }
}

/// What was answered, where the answer does not say it by itself.
fn label(field: Field) -> Option<String> {
    let key = match field {
        Field::Rating | Field::UnderWay | Field::Other | Field::Text => return None,
        Field::Needed => Key::NeededLabel,
        Field::Importance => Key::ImportanceTitle,
        Field::Why => Key::WhyOnly,
        Field::Example => Key::Example,
        Field::Opposite => Key::TableOpposite,
        Field::SeenHigh => Key::SeenHigh,
        Field::SeenLow => Key::SeenLow,
        Field::SetAside => Key::SetAsideTag,
        Field::Title => Key::DesignTitleLabel,
        Field::Subject => Key::SubjectLabel,
        Field::Owner => Key::OwnerLabel,
        Field::Code => Key::CodeLabel,
        Field::Wish(wish) => wish_words(wish),
        Field::NextLook => Key::LookAgainTitle,
        Field::Ideas => Key::IdeasTitle,
        Field::Context => Key::ContextTitle,
        Field::Changed => Key::ReflectChanged,
        Field::Contributed => Key::ReflectContributed,
        Field::Next => Key::ReflectNext,
        Field::Replies => Key::PromptsStopTitle,
        Field::Before | Field::After => Key::OverallTitle,
        Field::What => Key::TargetWhat,
        Field::How => Key::TargetHow,
        Field::For => Key::TargetFor,
        Field::From => Key::TargetFromLabel,
        Field::Until => Key::TargetUntilLabel,
        Field::Who => Key::TargetWho,
        Field::Status => Key::TargetStatus,
        Field::Reviews => Key::TargetReviews,
        Field::Companion => Key::CompanionLabel,
        Field::TalkedOn => Key::ConversationDay,
        Field::TalkedWith => Key::ConversationWith,
        Field::TalkedAt => Key::ConversationPlace,
        Field::Talked => Key::ConversationNoted,
        Field::Agreed => Key::ConversationAgreed,
        Field::NextTalk => Key::ConversationNext,
    };
    Some(t(key).to_owned())
}
