//! What has a day, over all records: what is named, when, and what settles it.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use common::{add, apply, day, rate, rated, target};
use proptest::prelude::*;
use roundel::analysis::{Due, Waiting, When, due};
use roundel::domain::{
    ConversationEdit, ConversationId, Date, Edit, FormId, KEPT_MONTHS, Rater, Record, RecordId, Status, months_later,
};

const TODAY: &str = "2015-07-13";

fn named(id: &str) -> Record {
    Record { id: RecordId::new(id), ..rated() }
}

/// A chart that a colleague gave on `since`.
fn held(id: &str, since: &str) -> Record {
    Record { held_since: Some(day(since)), ..named(id) }
}

fn talk(id: &str) -> ConversationId {
    ConversationId::new(id)
}

/// A talk on `on` that names `next`.
fn talked(record: &mut Record, id: &str, by: Rater, with: &str, on: &str, next: Option<&str>) {
    let change = |edit| Edit::Converse { conversation: talk(id), edit };
    let form = FormId::new("free");
    apply(
        record,
        on,
        [
            Edit::AddConversation { conversation: talk(id), form, title: "A talk".into(), by },
            change(ConversationEdit::With(with.into())),
            change(ConversationEdit::Agreed("SYNTHETIC".into())),
            change(ConversationEdit::Next(next.map(day))),
        ],
    );
}

fn aimed(record: &mut Record, id: &str, until: &str) {
    apply(
        record,
        TODAY,
        [
            Edit::AddTarget { target: target(id), item: None },
            Edit::TargetWhat { target: target(id), text: "SYNTHETIC".into() },
            Edit::TargetUntil { target: target(id), day: Some(day(until)) },
        ],
    );
}

fn on_the_day(records: &[Record], today: &str) -> Vec<Due> {
    due(records, day(today))
}

/// "2015-07-13 chart look again", in order.
fn lines(records: &[Record]) -> Vec<String> {
    lines_on(records, TODAY)
}

fn lines_on(records: &[Record], today: &str) -> Vec<String> {
    let line = |due: Due| {
        let what = match due.what {
            Waiting::LookAgain => "look again".to_owned(),
            Waiting::Target(id) => format!("target {id}"),
            Waiting::Talk(id) => format!("talk after {id}"),
            Waiting::Keeping => "keeping".to_owned(),
        };
        format!("{} {} {what}", due.day, due.record)
    };
    on_the_day(records, today).into_iter().map(line).collect()
}

#[test]
fn all_that_has_a_day_stands_in_one_list_in_the_order_of_the_days() {
    let mut own = named("own");
    own.next_look = Some(day("2015-09-01"));
    aimed(&mut own, "t1", "2015-07-20");
    talked(&mut own, "c1", Rater::Me, "Sam", "2015-07-01", Some("2015-07-13"));
    let mut theirs = held("theirs", "2014-07-20");
    theirs.next_look = Some(day("2015-07-19"));
    let expected = [
        "2015-07-13 own talk after c1",
        "2015-07-19 theirs look again",
        "2015-07-20 own target t1",
        "2015-07-20 theirs keeping",
        "2015-09-01 own look again",
    ];
    assert_eq!(lines(&[own, theirs]), expected);
}

#[test]
fn a_day_is_now_from_its_morning_on_then_soon_for_four_weeks() {
    let of = |text| When::of(day(text), day(TODAY));
    assert_eq!([of("2014-01-01"), of("2015-07-13")], [When::Now; 2]);
    assert_eq!([of("2015-07-14"), of("2015-08-10")], [When::Soon; 2]);
    assert_eq!([of("2015-08-11"), of("2016-07-13")], [When::Later; 2]);
}

#[test]
fn what_is_done_or_let_go_or_empty_waits_for_nothing() {
    let mut record = named("own");
    aimed(&mut record, "t1", "2015-07-20");
    for (status, count) in [(Status::Done, 0), (Status::UnderWay, 1), (Status::LetGo, 0), (Status::Planned, 1)] {
        apply(&mut record, TODAY, [Edit::TargetStatus { target: target("t1"), status }]);
        assert_eq!(lines(std::slice::from_ref(&record)).len(), count, "{status:?}");
    }
    apply(&mut record, TODAY, [Edit::TargetWhat { target: target("t1"), text: " ".into() }]);
    assert_eq!(lines(&[record]), [""; 0]);
}

#[test]
fn only_the_newest_talk_with_each_person_says_when_the_next_one_is() {
    let mut record = named("own");
    talked(&mut record, "c1", Rater::Me, "Sam", "2015-05-01", Some("2015-08-01"));
    talked(&mut record, "c2", Rater::Me, " sam ", "2015-06-01", Some("2015-07-20"));
    assert_eq!(lines(std::slice::from_ref(&record)), ["2015-07-20 own talk after c2"]);
    // A talk with somebody else, and a thought of one's own, leave it as it is.
    talked(&mut record, "c3", Rater::Me, "Kim", "2015-06-02", Some("2015-09-01"));
    talked(&mut record, "c4", Rater::Me, "", "2015-07-21", None);
    assert_eq!(lines(std::slice::from_ref(&record)), ["2015-07-20 own talk after c2", "2015-09-01 own talk after c3"]);
    // Whoever of the two noted it.
    talked(&mut record, "c5", Rater::Other("Sam".into()), "", "2015-06-03", Some("2015-07-22"));
    assert_eq!(lines(std::slice::from_ref(&record)), ["2015-07-22 own talk after c5", "2015-09-01 own talk after c3"]);
}

#[test]
fn a_talk_on_the_day_or_after_it_settles_it_and_one_without_a_note_does_not() {
    for on in ["2015-07-20", "2015-07-25"] {
        let mut record = named("own");
        talked(&mut record, "c1", Rater::Me, "Sam", "2015-05-01", Some("2015-07-20"));
        let form = FormId::new("free");
        let begun = Edit::AddConversation { conversation: talk("c2"), form, title: String::new(), by: Rater::Me };
        apply(&mut record, on, [begun]);
        assert_eq!(lines(std::slice::from_ref(&record)), ["2015-07-20 own talk after c1"], "only begun");
        let with = ConversationEdit::With("Sam".into());
        apply(&mut record, on, [Edit::Converse { conversation: talk("c2"), edit: with }]);
        let noted = ConversationEdit::Agreed("SYNTHETIC".into());
        apply(&mut record, on, [Edit::Converse { conversation: talk("c2"), edit: noted }]);
        assert_eq!(lines(&[record]), [""; 0]);
    }
}

#[test]
fn a_word_in_between_leaves_the_day_that_was_agreed() {
    let mut record = rated();
    talked(&mut record, "c1", Rater::Me, "", "2015-06-01", Some("2015-07-20"));
    talked(&mut record, "c2", Rater::Me, "Sam", "2015-06-01", Some("2015-07-21"));
    // In the corridor, and alone.
    talked(&mut record, "c3", Rater::Me, "Sam", "2015-06-10", None);
    talked(&mut record, "c4", Rater::Me, "", "2015-06-10", None);
    let both = ["2015-07-20 chart talk after c1", "2015-07-21 chart talk after c2"];
    assert_eq!(lines(std::slice::from_ref(&record)), both);
}

#[test]
fn a_next_day_that_is_no_later_than_its_talk_is_no_next_one() {
    let mut record = named("own");
    talked(&mut record, "c1", Rater::Me, "Sam", "2015-07-10", Some("2015-07-10"));
    assert_eq!(lines(&[record]), [""; 0]);
}

#[test]
fn what_is_invented_or_just_for_now_has_no_days() {
    let mut sample = named("sample");
    sample.sample = true;
    let mut for_now = named("now");
    for_now.just_for_now = true;
    for record in [&mut sample, &mut for_now] {
        record.next_look = Some(day(TODAY));
        record.held_since = Some(day("2014-01-01"));
        aimed(record, "t1", TODAY);
    }
    assert_eq!(lines(&[sample, for_now]), [""; 0]);
}

#[test]
fn whether_to_keep_it_is_asked_from_thirty_days_before_and_until_it_is_answered() {
    let mut theirs = held("theirs", "2014-08-13");
    assert_eq!(lines_on(std::slice::from_ref(&theirs), "2015-07-13"), [""; 0]);
    for today in ["2015-07-14", "2015-08-13", "2020-01-01"] {
        assert_eq!(lines_on(std::slice::from_ref(&theirs), today), ["2015-08-13 theirs keeping"]);
    }
    apply(&mut theirs, TODAY, [Edit::KeepUntil(day("2015-01-01"))]);
    assert_eq!(theirs.kept_until(), Some(day("2015-08-13")), "it never goes sooner than was said");
    apply(&mut theirs, TODAY, [Edit::KeepUntil(months_later(day(TODAY), KEPT_MONTHS).unwrap())]);
    assert_eq!(theirs.kept_until(), Some(day("2016-07-13")));
    assert_eq!(lines_on(&[theirs], "2015-08-13"), [""; 0]);
    assert_eq!(named("own").kept_until(), None);
}

#[test]
fn what_only_its_owner_can_settle_is_named_for_four_weeks_after_its_day() {
    let mut theirs = held("theirs", "2015-05-01");
    theirs.next_look = Some(day("2015-06-15"));
    aimed(&mut theirs, "t1", "2015-06-14");
    talked(&mut theirs, "c1", Rater::Me, "Sam", "2015-05-01", Some("2015-06-15"));
    let agreed = [
        Edit::AddAgreed { conversation: talk("c2"), target: target("t2") },
        Edit::TargetWhat { target: target("t2"), text: "SYNTHETIC".into() },
        Edit::TargetUntil { target: target("t2"), day: Some(day("2015-05-20")) },
    ];
    // The first is its owner's.
    theirs.noted_here.clear();
    talked(&mut theirs, "c2", Rater::Other("Kim".into()), "", "2015-05-10", Some("2015-05-20"));
    apply(&mut theirs, TODAY, agreed);
    let ours = ["2015-05-20 theirs target t2", "2015-05-20 theirs talk after c2"];
    let all = [&ours[..], &["2015-06-15 theirs look again", "2015-06-15 theirs talk after c1"]].concat();
    assert_eq!(lines(std::slice::from_ref(&theirs)), all);
    assert_eq!(lines_on(std::slice::from_ref(&theirs), "2015-07-14"), ours);
    let is_ours = |what: Waiting| what.is_ours_in(&theirs);
    assert!(is_ours(Waiting::Target(target("t2"))) && is_ours(Waiting::Talk(talk("c2"))) && is_ours(Waiting::Keeping));
    assert!(!is_ours(Waiting::Target(target("t1"))) && !is_ours(Waiting::Talk(talk("c1"))));
    assert!(!is_ours(Waiting::LookAgain));
    // The same in a chart of one's own is all one's own to move.
    theirs.held_since = None;
    assert_eq!(lines(std::slice::from_ref(&theirs)).len(), 5);
    assert!(Waiting::LookAgain.is_ours_in(&theirs));
}

/// Days around [`TODAY`].
fn around() -> impl Strategy<Value = Option<Date>> {
    let today = day(TODAY).to_julian_day();
    proptest::option::of((-90..400).prop_map(move |by| Date::from_julian_day(today + by).unwrap()))
}

prop_compose! {
    /// A record with days of all kinds.
    fn dated(id: &'static str)(
        look in around(), until in proptest::collection::vec(around(), 0..3),
        next in proptest::collection::vec((around(), around(), any::<bool>()), 0..4),
        held in proptest::option::of(0..600i32), plain in 0..8u8,
    ) -> Record {
        let mut record = named(id);
        apply(&mut record, TODAY, [add("d", "Rhythm"), rate("first", "d", 5)]);
        record.next_look = look;
        for (at, until) in until.into_iter().enumerate() {
            aimed(&mut record, &format!("t{at}"), TODAY);
            apply(&mut record, TODAY, [Edit::TargetUntil { target: target(&format!("t{at}")), day: until }]);
        }
        for (at, (on, next, mine)) in next.into_iter().enumerate() {
            let by = if mine { Rater::Me } else { Rater::Other("Sam".into()) };
            let id = format!("c{at}");
            talked(&mut record, &id, by, "Kim", TODAY, None);
            let on = on.unwrap_or(day(TODAY));
            for edit in [ConversationEdit::On(on), ConversationEdit::Next(next)] {
                apply(&mut record, TODAY, [Edit::Converse { conversation: talk(&id), edit }]);
            }
        }
        record.held_since = held.map(|ago| Date::from_julian_day(day(TODAY).to_julian_day() - ago).unwrap());
        (record.sample, record.just_for_now) = (plain == 0, plain == 1);
        record
    }
}

proptest! {
    #[test]
    fn each_stands_once_by_its_day_and_moves_with_it(one in dated("one"), other in dated("other")) {
        let records = [one, other];
        let all = due(&records, day(TODAY));
        prop_assert!(all.is_sorted_by_key(|due| due.day));
        for due in &all {
            let record = records.iter().find(|record| record.id == due.record).unwrap();
            prop_assert_eq!(due.what.day_in(record), Some(due.day));
            prop_assert!(!record.sample && !record.just_for_now);
            prop_assert_eq!(all.iter().filter(|each| (&each.record, &each.what) == (&due.record, &due.what)).count(), 1);
        }
        for record in &records {
            let own = due(std::slice::from_ref(record), day(TODAY));
            let of_it: Vec<Due> = all.iter().filter(|due| due.record == record.id).cloned().collect();
            prop_assert_eq!(own, of_it, "what one record says does not hang on the others");
        }
    }

    #[test]
    fn what_is_moved_to_a_later_day_stands_at_that_day(record in dated("one")) {
        let later = day("2017-01-01");
        for due in due(std::slice::from_ref(&record), day(TODAY)) {
            let mut moved = record.clone();
            let edit = match due.what.clone() {
                Waiting::LookAgain => Edit::NextLook(Some(later)),
                Waiting::Target(target) => Edit::TargetUntil { target, day: Some(later) },
                Waiting::Talk(conversation) => {
                    Edit::Converse { conversation, edit: ConversationEdit::Next(Some(later)) }
                }
                Waiting::Keeping => Edit::KeepUntil(later),
            };
            apply(&mut moved, TODAY, [edit]);
            let now = roundel::analysis::due([&moved], day(TODAY));
            let found = now.iter().find(|each| each.what == due.what).map(|each| each.day);
            // Whether to keep it is not asked that long before.
            prop_assert_eq!(found, (due.what != Waiting::Keeping).then_some(later));
        }
    }
}
