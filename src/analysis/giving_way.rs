//! What gives way when two copies of a record are brought together: thing by thing, with what takes its place.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::domain::{
    Answer, Conversation, Date, Item, Lost, Merged, Occasion, OccasionId, Rating, Record, Status, Target, Wish,
};

/// One thing that was said, and what is said instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivesWay<'a> {
    /// Whether it is what stands here that gives way; else it is what the other copy says.
    pub here: bool,
    /// The item it is about, if it is about one.
    pub item: Option<&'a Item>,
    /// The occasion it was said on, if on one.
    pub on: Option<&'a Occasion>,
    /// The talk it was said in, if in one.
    pub talk: Option<&'a Conversation>,
    /// What it answers.
    pub field: Field,
    /// What gives way.
    pub was: Said<'a>,
    /// What takes its place.
    pub is: Said<'a>,
}

/// What was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said<'a> {
    /// Nothing.
    Nothing,
    /// An answer that is not blank.
    Answer(Answer),
    /// A number.
    Number(u8),
    /// A day.
    Day(Date),
    /// Words.
    Words(Cow<'a, str>),
    /// How far a target is.
    Status(Status),
}

/// What is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// "Where am I now?"
    Rating,
    /// Where one needs to be.
    Needed,
    /// How important it is.
    Importance,
    /// Why.
    Why,
    /// An example.
    Example,
    /// How an item reads.
    Text,
    /// Its opposite.
    Opposite,
    /// What one would see at the high end.
    SeenHigh,
    /// What one would see at the low end.
    SeenLow,
    /// The day an item was set aside.
    SetAside,
    /// The title of the record.
    Title,
    /// "Excellent what?"
    Subject,
    /// Whose it is.
    Owner,
    /// What stands for the owner.
    Code,
    /// What the person wants.
    Wish(Wish),
    /// The day to look again.
    NextLook,
    /// The ideas heard.
    Ideas,
    /// Where the person worked.
    Context,
    /// What has changed.
    Changed,
    /// What else contributed.
    Contributed,
    /// What next.
    Next,
    /// What was said to the prompts.
    Replies,
    /// The number for all before rating.
    Before,
    /// The number for all after rating.
    After,
    /// What to improve.
    What,
    /// How.
    How,
    /// Which item a target is for.
    For,
    /// From when.
    From,
    /// By when.
    Until,
    /// Who acts.
    Who,
    /// How far a target is.
    Status,
    /// What was found when a target was looked at.
    Reviews,
    /// What the owner calls the person they talk with.
    Companion,
    /// The day of a conversation.
    TalkedOn,
    /// With whom it was.
    TalkedWith,
    /// Where it was.
    TalkedAt,
    /// What was noted of it.
    Talked,
    /// What was agreed.
    Agreed,
    /// The day of the next one.
    NextTalk,
    /// That the sitting was under way.
    UnderWay,
    /// Anything else that is said of it.
    Other,
}

/// What gives way as `here` becomes `merged`: what stands here first, in the order of the record.
pub fn giving_way<'a>(here: &'a Record, merged: &'a Merged) -> Vec<GivesWay<'a>> {
    let mut all: Vec<GivesWay> = merged.lost.iter().flat_map(|lost| of_lost(here, &merged.record, lost)).collect();
    let record = &merged.record;
    let place = |each: &GivesWay| {
        let on = each.on.map(|on| record.occasions.iter().position(|is| is.id == on.id));
        let item = each.item.map(|item| record.items().position(|is| is.id == item.id));
        (!each.here, on, item)
    };
    all.sort_by_key(place);
    all
}

fn of_lost<'a>(here: &'a Record, merged: &'a Record, lost: &'a Lost) -> Vec<GivesWay<'a>> {
    let item = |id| merged.item(id).or_else(|| here.item(id));
    let occasion = |id: &OccasionId| merged.occasion(id).or_else(|| here.occasion(id));
    match lost {
        Lost::Head(head) => each(is_head_of(head, here), None, None, &head_fields(head), &head_fields(merged)),
        Lost::Item(was) => {
            let is = merged.item(&was.id).map(item_fields).unwrap_or_default();
            each(here.item(&was.id) == Some(was), Some(was), None, &item_fields(was), &is)
        }
        Lost::Occasion(was) => {
            let is = merged.occasion(&was.id).map(occasion_fields).unwrap_or_default();
            let alone = |on: &Occasion| Occasion { ratings: BTreeMap::new(), ..on.clone() };
            let is_here = here.occasion(&was.id).is_some_and(|on| alone(on) == **was);
            each(is_here, None, Some(was), &occasion_fields(was), &is)
        }
        Lost::Rating(on, id, was) => {
            let rating = |it: &'a Record| it.occasion(on).and_then(|on| on.ratings.get(id));
            let is = rating(merged).map(rating_fields).unwrap_or_default();
            each(rating(here) == Some(was), item(id), occasion(on), &rating_fields(was), &is)
        }
        Lost::Target(was) => {
            let fields = |target: &'a Target| target_fields(target, target.item.as_ref().and_then(item));
            let is = merged.target(&was.id).map(fields).unwrap_or_default();
            let item = was.item.as_ref().and_then(item);
            each(here.target(&was.id) == Some(was), item, None, &fields(was), &is)
        }
        Lost::Conversation(was) => {
            let is = merged.conversation(&was.id).map(conversation_fields).unwrap_or_default();
            let is_here = here.conversation(&was.id).is_some_and(|talk| *talk == **was);
            let lines = each(is_here, None, None, &conversation_fields(was), &is);
            lines.into_iter().map(|line| GivesWay { talk: Some(was), ..line }).collect()
        }
        Lost::Ended(on) => {
            let here = here.occasion(on).is_some_and(|on| !on.finished);
            let (was, is) = (Said::Nothing, Said::Nothing);
            vec![GivesWay { here, item: None, on: occasion(on), talk: None, field: Field::UnderWay, was, is }]
        }
    }
}

type Fields<'a> = Vec<(Field, Said<'a>)>;

/// What of `was` is not so in `is`. Where all that can be named is the same, something else is not.
fn each<'a>(
    here: bool,
    item: Option<&'a Item>,
    on: Option<&'a Occasion>,
    was: &Fields<'a>,
    is: &Fields<'a>,
) -> Vec<GivesWay<'a>> {
    let one = |field, was, is| GivesWay { here, item, on, talk: None, field, was, is };
    if was == is {
        return vec![one(Field::Other, Said::Nothing, Said::Nothing)];
    }
    let instead = |field| is.iter().find(|(each, _)| *each == field).map_or(Said::Nothing, |(_, said)| said.clone());
    let said = was.iter().filter(|(field, said)| *said != Said::Nothing && *said != instead(*field));
    said.map(|(field, said)| one(*field, said.clone(), instead(*field))).collect()
}

/// Whether the head that gave way is the one that stands here.
fn is_head_of(head: &Record, here: &Record) -> bool {
    let mut whole = head.clone();
    whole.instrument.items.clone_from(&here.instrument.items);
    whole.occasions.clone_from(&here.occasions);
    whole.targets.clone_from(&here.targets);
    whole.conversations.clone_from(&here.conversations);
    whole.reads_as(here)
}

fn head_fields(head: &Record) -> Fields<'_> {
    let mut fields = vec![
        (Field::Title, words(&head.title)),
        (Field::Subject, words(&head.subject)),
        (Field::Owner, words(&head.owner)),
        (Field::Code, words(&head.code)),
        (Field::Companion, words(&head.companion)),
        (Field::NextLook, day(head.next_look)),
        (Field::Ideas, lines(head.making.ideas.iter())),
    ];
    fields.extend(Wish::ALL.map(|wish| (Field::Wish(wish), words(head.wishes.said(wish)))));
    fields
}

fn item_fields(item: &Item) -> Fields<'_> {
    vec![
        (Field::Text, words(&item.text)),
        (Field::Opposite, words(&item.opposite)),
        (Field::SeenHigh, words(&item.seen_high)),
        (Field::SeenLow, words(&item.seen_low)),
        (Field::SetAside, day(item.set_aside)),
    ]
}

fn occasion_fields(on: &Occasion) -> Fields<'_> {
    vec![
        (Field::Context, words(&on.context)),
        (Field::Replies, lines(on.replies.iter().map(|reply| &reply.text))),
        (Field::Before, number(on.overall.before)),
        (Field::After, number(on.overall.after)),
        (Field::Changed, words(&on.reflection.changed)),
        (Field::Contributed, words(&on.reflection.contributed)),
        (Field::Next, words(&on.reflection.next)),
    ]
}

fn rating_fields(rating: &Rating) -> Fields<'_> {
    let answer = if rating.answer.is_open() { Said::Nothing } else { Said::Answer(rating.answer) };
    vec![
        (Field::Rating, answer),
        (Field::Needed, number(rating.needed)),
        (Field::Importance, number(rating.importance)),
        (Field::Why, words(&rating.why)),
        (Field::Example, words(&rating.example)),
    ]
}

fn target_fields<'a>(target: &'a Target, item: Option<&'a Item>) -> Fields<'a> {
    vec![
        (Field::For, item.map_or(Said::Nothing, |item| words(&item.text))),
        (Field::What, words(&target.what)),
        (Field::How, lines(target.hows.iter())),
        (Field::From, day(target.from)),
        (Field::Until, day(target.until)),
        (Field::Who, words(&target.who)),
        (Field::Status, Said::Status(target.status)),
        (Field::Reviews, lines(target.reviews.iter().map(|review| &review.text))),
    ]
}

fn conversation_fields(talk: &Conversation) -> Fields<'_> {
    vec![
        (Field::TalkedOn, Said::Day(talk.on)),
        (Field::TalkedWith, words(&talk.with)),
        (Field::TalkedAt, words(&talk.place)),
        (Field::Talked, lines(talk.notes.iter().map(|note| &note.text))),
        (Field::Agreed, words(&talk.agreed)),
        (Field::NextTalk, day(talk.next)),
    ]
}

fn words(text: &str) -> Said<'_> {
    if text.trim().is_empty() { Said::Nothing } else { Said::Words(text.trim().into()) }
}

fn lines<'a>(lines: impl Iterator<Item = &'a String>) -> Said<'a> {
    let lines: Vec<&str> = lines.map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
    if lines.is_empty() { Said::Nothing } else { Said::Words(lines.join(" / ").into()) }
}

fn number(number: Option<u8>) -> Said<'static> {
    number.map_or(Said::Nothing, Said::Number)
}

fn day(day: Option<Date>) -> Said<'static> {
    day.map_or(Said::Nothing, Said::Day)
}
