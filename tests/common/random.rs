//! Records and edits made at random.

use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::Index;
use roundel::domain::{
    AUDIT_ITEMS_MAX, About, Anchor, Answer, Category, ConversationEdit, ConversationId, Date, Direction, Edit, Extra,
    Extras, FormId, ITEMS_MAX, Instrument, InstrumentId, Item, ItemId, ItemKind, Kind, Moment, Note, OccasionId,
    Origin, Pole, Prompt, PromptId, Question, QuestionId, Rater, Record, RecordId, Scale, Section, SectionId, Sitting,
    Stamp, Status, Step, Style, TalkPause, TargetId, Wish,
};

use super::{add, blank, day, occasion};

/// Settings for a property; what fails is printed, not kept in a file.
pub fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Words as people and their keyboards make them; a few come often, so that edits meet their own words again.
pub fn any_text() -> BoxedStrategy<String> {
    prop_oneof![
        6 => prop::sample::select(vec!["", " ", "Planning", "Fills the hour", "a/b"]).prop_map(String::from),
        2 => "\\PC{0,30}",
        2 => "[\"'\\\\{}\\[\\]<>&\n\r\t\u{0}\u{7f}\u{85}\u{2028}\u{feff}é🎵👩🏽‍🏫א%/,;:=-]{0,20}",
        1 => any::<String>(),
        1 => "[a-z ]{1000,4000}",
    ]
    .boxed()
}

/// Words of which there are many: never long ones.
fn any_short_text() -> BoxedStrategy<String> {
    prop_oneof![
        3 => prop::sample::select(vec!["", " ", "Planning"]).prop_map(String::from),
        1 => "[\"\\\\<&\n\u{0}\u{2028}é🎵א%/,:=-]{0,12}",
    ]
    .boxed()
}

fn any_item() -> impl Strategy<Value = ItemId> {
    prop_oneof![
        12 => (0..5usize).prop_map(|n| ItemId::new(format!("i{n}"))),
        6 => (0..28usize).prop_map(|n| ItemId::new(format!("i{n}"))),
        1 => prop::sample::select(vec!["i/1", "\u{1F3B5} \"1\"", "__proto__", "%2f"]).prop_map(ItemId::new),
    ]
}

fn any_occasion() -> impl Strategy<Value = OccasionId> {
    prop::sample::select(vec!["first", "first", "o1", "o1", "o1", "o/2", "o \"3\""]).prop_map(OccasionId::new)
}

fn any_target() -> impl Strategy<Value = TargetId> {
    prop::sample::select(vec!["t1", "t2", "t/3", "t4"]).prop_map(TargetId::new)
}

fn any_prompt() -> impl Strategy<Value = PromptId> {
    prop::sample::select(vec!["p0", "p0", "p1", "p/2", "unknown"]).prop_map(PromptId::new)
}

fn any_moment() -> impl Strategy<Value = Moment> {
    prop::sample::select(vec![Moment::Before, Moment::After])
}

pub fn any_day() -> impl Strategy<Value = Date> {
    (0..3000i64).prop_map(|days| Date::from_julian_day(day("2014-06-13").to_julian_day() + days as i32).unwrap())
}

fn any_answer() -> impl Strategy<Value = Answer> {
    prop_oneof![6 => (0..=10u8).prop_map(Answer::Value), 1 => (0..=30u8).prop_map(Answer::Value), 1 => Just(Answer::Blank), 1 => Just(Answer::DoesNotApply)]
}

fn any_kind() -> impl Strategy<Value = Kind> {
    prop::sample::select(vec![Kind::Baseline, Kind::Interim, Kind::Final, Kind::Retrospective, Kind::SecondBaseline])
}

/// Any sitting, also of what is not there.
pub fn any_sitting() -> impl Strategy<Value = Sitting> {
    prop_oneof![
        3 => Just(Sitting::All),
        3 => prop::collection::vec(any_item(), 0..4).prop_map(Sitting::Quick),
        3 => any_occasion().prop_map(Sitting::LookingBack),
        2 => Just(Sitting::Steady),
        2 => any_day().prop_map(Sitting::OnPaper),
        2 => any_short_text().prop_map(Sitting::View),
    ]
}

fn any_pole() -> impl Strategy<Value = Pole> {
    prop::sample::select(vec![Pole::Attribute, Pole::Opposite])
}

fn of_items() -> BoxedStrategy<Edit> {
    let origin = prop::sample::select(vec![Origin::Own, Origin::Given, Origin::Heard]);
    let category = prop::option::of(prop::sample::select(Category::ALL.to_vec()));
    let item = any_item;
    prop_oneof![
        3 => (item(), any_text(), origin, category).prop_map(|(item, text, origin, category)| Edit::AddItem { item, text, origin, category }),
        4 => (item(), any_text(), any_text()).prop_map(|(item, text, opposite)| Edit::Reword { item, text, opposite }),
        1 => item().prop_map(Edit::SameThing),
        2 => (item(), item()).prop_map(|(item, new)| Edit::DifferentThing { item, new }),
        1 => (item(), any_pole(), any_text()).prop_map(|(item, pole, text)| Edit::Seen { item, pole, text }),
        1 => (item(), 0..30usize).prop_map(|(item, to)| Edit::Move { item, to }),
        2 => item().prop_map(Edit::RemoveItem),
    ]
    .boxed()
}

fn of_ratings() -> BoxedStrategy<Edit> {
    let (occasion, item) = (any_occasion, any_item);
    let question = prop::sample::select(Question::ALL.to_vec());
    prop_oneof![
        6 => (occasion(), item(), any_answer()).prop_map(|(occasion, item, answer)| Edit::Rate { occasion, item, answer }),
        1 => (occasion(), item(), any_text()).prop_map(|(occasion, item, text)| Edit::Why { occasion, item, text }),
        1 => (occasion(), item(), any_text()).prop_map(|(occasion, item, text)| Edit::Example { occasion, item, text }),
        1 => (occasion(), item(), prop::option::of(0..30u8)).prop_map(|(occasion, item, level)| Edit::Needed { occasion, item, level }),
        3 => (occasion(), item(), prop::bool::weighted(0.8)).prop_map(|(occasion, item, on)| Edit::Matters { occasion, item, on }),
        1 => (occasion(), item(), prop::option::of(0..8u8)).prop_map(|(occasion, item, level)| Edit::Importance { occasion, item, level }),
        1 => (occasion(), item(), prop::bool::weighted(0.8)).prop_map(|(occasion, item, on)| Edit::IdeaChanged { occasion, item, on }),
        1 => (occasion(), any_text()).prop_map(|(occasion, text)| Edit::Context { occasion, text }),
        1 => (occasion(), question, any_text()).prop_map(|(occasion, question, text)| Edit::Reflect { occasion, question, text }),
        3 => (occasion(), any_sitting()).prop_map(|(occasion, sitting)| Edit::StartOccasion { occasion, sitting }),
        1 => (occasion(), any_kind()).prop_map(|(occasion, kind)| Edit::OccasionKind { occasion, kind }),
        1 => (occasion(), any_day()).prop_map(|(occasion, day)| Edit::OnPaper { occasion, day }),
        1 => occasion().prop_map(Edit::ShowEarlier),
        1 => occasion().prop_map(Edit::Finish),
    ]
    .boxed()
}

fn of_prompts() -> BoxedStrategy<Edit> {
    let (occasion, prompt) = (any_occasion, any_prompt);
    let (rank, number) = (prop::option::weighted(0.8, 0..7u8), prop::option::of(0..12u8));
    prop_oneof![
        4 => (occasion(), prompt(), 0..5usize, any_text()).prop_map(|(occasion, prompt, at, text)| Edit::Reply { occasion, prompt, at, text }),
        3 => (occasion(), prompt(), 0..5usize, rank).prop_map(|(occasion, prompt, at, rank)| Edit::Rank { occasion, prompt, at, rank }),
        1 => (occasion(), any_moment(), number).prop_map(|(occasion, moment, value)| Edit::Overall { occasion, moment, value }),
        1 => any::<bool>().prop_map(Edit::AskOverall),
    ]
    .boxed()
}

fn of_targets() -> BoxedStrategy<Edit> {
    let target = any_target;
    let day = || prop::option::of(any_day());
    let status = prop::sample::select(Status::ALL.to_vec());
    prop_oneof![
        2 => (target(), prop::option::of(any_item())).prop_map(|(target, item)| Edit::AddTarget { target, item }),
        2 => (target(), any_text()).prop_map(|(target, text)| Edit::TargetWhat { target, text }),
        2 => (target(), 0..4usize, any_text()).prop_map(|(target, at, text)| Edit::TargetHow { target, at, text }),
        1 => (target(), prop::option::of(any_item())).prop_map(|(target, item)| Edit::TargetFor { target, item }),
        1 => (target(), day()).prop_map(|(target, day)| Edit::TargetFrom { target, day }),
        1 => (target(), day()).prop_map(|(target, day)| Edit::TargetUntil { target, day }),
        1 => (target(), any_short_text()).prop_map(|(target, text)| Edit::TargetWho { target, text }),
        1 => (target(), status).prop_map(|(target, status)| Edit::TargetStatus { target, status }),
        1 => (target(), 0..3usize, any_text()).prop_map(|(target, at, text)| Edit::TargetReview { target, at, text }),
        1 => target().prop_map(Edit::RemoveTarget),
    ]
    .boxed()
}

fn any_conversation() -> impl Strategy<Value = ConversationId> {
    prop::sample::select(vec!["c1", "c1", "c2", "c/3"]).prop_map(ConversationId::new)
}

fn any_rater() -> impl Strategy<Value = Rater> {
    prop_oneof![Just(Rater::Me), any_short_text().prop_map(Rater::Other)]
}

fn any_question() -> impl Strategy<Value = QuestionId> {
    prop::sample::select(vec!["goal", "reality", "i1/agreed"]).prop_map(QuestionId::new)
}

fn any_note() -> impl Strategy<Value = Note> {
    (any_question(), any_short_text(), any_short_text(), any_text()).prop_map(|(question, group, asked, text)| Note {
        question,
        group,
        asked,
        text,
    })
}

fn any_conversation_edit() -> impl Strategy<Value = ConversationEdit> {
    prop_oneof![
        1 => any_day().prop_map(ConversationEdit::On),
        1 => any_short_text().prop_map(ConversationEdit::With),
        1 => any_short_text().prop_map(ConversationEdit::Place),
        2 => (any_item(), any::<bool>()).prop_map(|(item, on)| ConversationEdit::About(item, on)),
        4 => (any_note(), prop::collection::vec(any_question(), 0..3))
            .prop_map(|(note, after)| ConversationEdit::Note { note, after }),
        1 => any_text().prop_map(ConversationEdit::Agreed),
        1 => prop::option::of(any_day()).prop_map(ConversationEdit::Next),
        2 => any::<bool>().prop_map(ConversationEdit::Private),
    ]
}

fn of_conversations() -> BoxedStrategy<Edit> {
    let conversation = any_conversation;
    let begin = (conversation(), prop::sample::select(vec!["", "grow"]), any_short_text(), any_rater());
    prop_oneof![
        3 => begin.prop_map(|(conversation, form, title, by)| {
            Edit::AddConversation { conversation, form: FormId::new(form), title, by }
        }),
        6 => (conversation(), any_conversation_edit())
            .prop_map(|(conversation, edit)| Edit::Converse { conversation, edit }),
        2 => (conversation(), any_target()).prop_map(|(conversation, target)| Edit::AddAgreed { conversation, target }),
        1 => conversation().prop_map(Edit::RemoveConversation),
    ]
    .boxed()
}

fn of_the_rest() -> BoxedStrategy<Edit> {
    let pauses = vec![TalkPause::Ideas, TalkPause::Opposites, TalkPause::Behaviours, TalkPause::Chart];
    prop_oneof![
        any_text().prop_map(Edit::Subject),
        any_text().prop_map(Edit::Owner),
        any_text().prop_map(Edit::Code),
        (prop::sample::select(Wish::ALL.to_vec()), any_text()).prop_map(|(wish, text)| Edit::Wish(wish, text)),
        any::<bool>().prop_map(Edit::WithOthers),
        prop::sample::select(pauses).prop_map(Edit::Talked),
        prop::collection::vec(any_text(), 0..4).prop_map(Edit::Ideas),
        prop::sample::select(Step::ALL.to_vec()).prop_map(Edit::At),
        prop::option::of(any_day()).prop_map(Edit::NextLook),
        any_short_text().prop_map(Edit::Companion),
        any_day().prop_map(Edit::KeepUntil),
    ]
    .boxed()
}

/// Any edit, also of what is not there and with numbers off the scale.
pub fn any_edit() -> BoxedStrategy<Edit> {
    let (items, ratings, prompts, targets) = (of_items(), of_ratings(), of_prompts(), of_targets());
    prop_oneof![4 => items, 5 => ratings, 3 => prompts, 2 => targets, 2 => of_conversations(), 1 => of_the_rest()]
        .boxed()
}

fn any_scale() -> impl Strategy<Value = Scale> {
    let small = |(min, steps): (u8, u8)| Scale { min, max: min + steps };
    prop_oneof![3 => Just(Scale::CONSTRUCT), 2 => Just(Scale { min: 1, max: 5 }), 1 => (0..=2u8, 1..=8u8).prop_map(small)]
}

fn any_direction() -> impl Strategy<Value = Direction> {
    prop::sample::select(vec![Direction::Higher, Direction::Lower, Direction::TowardNeeded])
}

fn any_anchors(scale: Scale) -> impl Strategy<Value = Vec<Anchor>> {
    let values: Vec<u8> = (scale.min..=scale.max).collect();
    let some = prop::sample::subsequence(values.clone(), 0..=values.len());
    (some, any_short_text())
        .prop_map(|(values, words)| values.into_iter().map(|value| Anchor { value, words: words.clone() }).collect())
}

fn any_about() -> impl Strategy<Value = About> {
    let texts = prop::array::uniform4(any_text());
    ("[a-z./ ]{1,12}", 1..4u32, 0..=120u8, texts).prop_map(|(id, version, minutes, texts)| {
        let [title, purpose, source, licence] = texts;
        let (instruction, caution) = (purpose.clone(), source.clone());
        let (subject, line) = (title.clone(), licence.clone());
        let (near, far) = (purpose.clone(), licence.clone());
        let id = InstrumentId::new(id);
        let about = About { id, version, title, purpose, instruction, caution, minutes, ..About::default() };
        About { subject, near, far, source, line, licence, ..about }
    })
}

fn any_prompts() -> impl Strategy<Value = Vec<Prompt>> {
    let one = (any_short_text(), 1..5u8, prop_oneof![Just(String::new()), Just("In order".to_owned())]);
    prop::collection::vec(one, 0..=3).prop_map(|prompts| {
        let named = ["p0", "p1", "p/2"].into_iter().zip(prompts);
        named.map(|(id, (text, entries, rank))| Prompt { id: PromptId::new(id), text, entries, rank }).collect()
    })
}

/// An item of a form, `i0` until it is numbered, without a section.
fn any_given_item(scale: Scale) -> impl Strategy<Value = Item> {
    let kind = prop::sample::select(vec![ItemKind::Construct, ItemKind::Statement]);
    let rules = (prop::option::of(any_direction()), prop::option::of(scale.min..=scale.max), any_anchors(scale));
    (any_short_text(), any_short_text(), kind, rules).prop_map(|(text, more, kind, (direction, needed, anchors))| {
        Item {
            kind,
            opposite: more.clone(),
            question: more,
            anchors,
            direction,
            needed,
            ..Item::new(ItemId::new("i0"), text, Origin::Given)
        }
    })
}

/// An instrument, its items `i0`, `i1`…, in up to three sections or none where it is an audit.
pub fn any_instrument(style: Style) -> BoxedStrategy<Instrument> {
    let (scale, sections, most) = match style {
        Style::Chart => (Just(Scale::CONSTRUCT).boxed(), 0..=0usize, ITEMS_MAX),
        Style::Audit => (any_scale().boxed(), 0..=3usize, AUDIT_ITEMS_MAX),
    };
    let rules = (any_direction(), any::<bool>(), sections, prop_oneof![30 => 1..8usize, 1 => Just(most)]);
    let form = (scale, rules).prop_flat_map(move |(scale, (direction, may_not_apply, sections, count))| {
        let item = (any_given_item(scale), 0..sections.max(1));
        let parts =
            (any_about(), any_anchors(scale), prop::collection::vec(item, count), any_prompts(), any_short_text());
        parts.prop_map(move |(about, anchors, mut placed, prompts, name)| {
            let id = |at: usize| SectionId::new(format!("s{at}"));
            placed.sort_by_key(|(_, section)| *section);
            let item = |(at, (item, section)): (usize, (Item, usize))| Item {
                id: ItemId::new(format!("i{at}")),
                section: (sections > 0).then(|| id(section)),
                ..item
            };
            Instrument {
                about,
                style,
                anchors,
                scale,
                direction,
                may_not_apply,
                sections: (0..sections).map(|at| Section { id: id(at), name: name.clone() }).collect(),
                items: placed.into_iter().enumerate().map(item).collect(),
                prompts,
                ..Instrument::own_chart()
            }
        })
    });
    form.boxed()
}

/// A chart of one's own to begin with: empty, usual or full, on the usual scale or on another.
fn any_chart() -> impl Strategy<Value = Record> {
    let scale = prop_oneof![4 => Just(Scale::CONSTRUCT), 1 => Just(Scale { min: 1, max: 5 })];
    (prop_oneof![2 => 0..12usize, 1 => 18..=ITEMS_MAX], scale, any::<bool>()).prop_map(|(count, scale, sample)| {
        let mut record = Record { sample, ..blank() };
        record.instrument.scale = scale;
        for n in 0..count {
            record.apply(add(&format!("i{n}"), "Planning"), day("2014-06-13")).unwrap();
        }
        record
    })
}

/// A record to begin with: a chart of one's own, one with given attributes, or an audit.
pub fn any_beginning() -> BoxedStrategy<Record> {
    let of_form = |form| Record::with(form, RecordId::new("chart"), occasion("first"), day("2014-06-13"));
    prop_oneof![
        4 => any_chart(),
        1 => any_instrument(Style::Chart).prop_map(of_form),
        3 => any_instrument(Style::Audit).prop_map(of_form),
    ]
    .boxed()
}

/// Edits with the days on which they are made, in order of time.
pub fn any_edits() -> impl Strategy<Value = Vec<(Edit, Date)>> {
    prop::collection::vec((any_edit(), prop_oneof![4 => Just(0i32), 1 => 1..90i32]), 0..60).prop_map(|edits| {
        let mut today = day("2014-06-13").to_julian_day();
        let dated = edits.into_iter().map(|(edit, later)| {
            today += later;
            (edit, Date::from_julian_day(today).unwrap())
        });
        dated.collect()
    })
}

/// Makes an edit, and stamps what it changes by a clock that may have been set back.
pub fn edit_at(record: &mut Record, edit: Edit, today: Date, clock: Stamp) {
    let before = record.clone();
    _ = record.apply(edit, today);
    record.stamp_changes(Some(&before), clock);
}

/// Any record that edits can reach, called by any name a record can have. One of its times may be another's view, which
/// comes in a file only. Nothing of it is stamped.
pub fn any_record() -> impl Strategy<Value = Record> {
    any_record_with(|record, edit, today, _| _ = record.apply(edit, today))
}

/// As [`any_record`], its changes stamped by clocks that were set back now and then.
pub fn any_stamped_record() -> impl Strategy<Value = Record> {
    any_record_with(edit_at)
}

/// When a copy of somebody else's came, and what is not in it.
fn any_copy() -> impl Strategy<Value = (Option<Date>, Option<Date>, Extras)> {
    let left_out = prop::sample::subsequence(Extra::ALL.to_vec(), 0..=Extra::ALL.len());
    let day = || prop::option::of(any_day());
    (day(), day(), left_out.prop_map(Extras::from_iter))
}

fn any_record_with(change: fn(&mut Record, Edit, Date, Stamp)) -> impl Strategy<Value = Record> {
    let id = prop_oneof![3 => Just(String::from("chart")), 1 => "[^/]{1,12}"];
    let other = prop::option::weighted(0.3, (any::<Index>(), any_text()));
    let clocks = prop::collection::vec(0..1_000_000u64, 1..9);
    let copy = prop::option::weighted(0.2, any_copy());
    (id, any_beginning(), any_edits(), other, clocks, copy).prop_map(
        move |(id, mut record, edits, other, clocks, copy)| {
            record.id = RecordId::new(id);
            (record.held_since, record.keep_until, record.left_out) = copy.unwrap_or_default();
            for ((edit, today), clock) in edits.into_iter().zip(clocks.iter().copied().cycle()) {
                change(&mut record, edit, today, clock);
            }
            if let Some((at, label)) = other.filter(|_| !record.occasions.is_empty()) {
                let at = at.index(record.occasions.len());
                Arc::make_mut(&mut record.occasions[at]).rater = Rater::Other(label);
            }
            record
        },
    )
}
