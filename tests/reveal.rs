//! Where the end of a sitting leads, and what stands after a quick update.
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use common::{apply, day, fixture, item, occasion};
use roundel::analysis::{Group, compare, gaps};
use roundel::chart::wheel_of;
use roundel::domain::{Answer, Edit, ItemId, Record, Sitting};
use roundel::state::Route;

/// The two times that the end of the occasion `id` sets side by side.
fn reveal(record: &Record, id: &str) -> Option<(String, String)> {
    match Route::to_reveal(record, record.occasion(&occasion(id)).unwrap())? {
        Route::Compare { then, now, .. } => Some((then.to_string(), now.to_string())),
        other => Some((other.to_hash(), String::new())),
    }
}

fn pair(then: &str, now: &str) -> (String, String) {
    (then.to_owned(), now.to_owned())
}

#[test]
fn the_end_of_a_sitting_leads_to_what_it_is_compared_with() {
    let record = fixture("three-times");
    assert_eq!(reveal(&record, "start"), None, "there is nothing before it");
    assert_eq!(reveal(&record, "again"), Some(pair("start", "again")), "how steady the ratings are");
    assert_eq!(reveal(&record, "summer"), Some(pair("start", "summer")));
    assert_eq!(reveal(&record, "winter"), Some(pair("start", "winter")), "a quick update too");
    assert_eq!(reveal(&record, "end"), Some(pair("start", "end")));
    assert_eq!(reveal(&record, "back"), Some(pair("start", "end")), "looking back: then, as it is seen now, and now");
    assert_eq!(reveal(&record, "mentor"), None, "another's view is no time of its own");
    let newest = Route::then_and_now(&record).unwrap();
    assert_eq!(newest.to_hash(), "#/chart/three-times/compare/start/end");
}

#[test]
fn nothing_beside_the_times_is_taken_for_the_newest() {
    let mut record = fixture("three-times");
    let end = record.occasions.iter().position(|each| each.id == occasion("end")).unwrap();
    let drawn = wheel_of(&record, record.shown());
    record.occasions.truncate(end + 1);
    assert_eq!(drawn, wheel_of(&record, record.shown()), "the wheel is that of the last whole time");
    assert_eq!(drawn.labels.len(), record.items().count());
}

#[test]
fn what_matters_most_stays_through_a_quick_update() {
    let mut record = fixture("three-times");
    let focus = record.newest().unwrap().focus.clone();
    assert!(!focus.is_empty());
    let quick = Sitting::Quick(vec![item("a01")]);
    apply(&mut record, "2026-01-12", [Edit::StartOccasion { occasion: occasion("quick"), sitting: quick }]);
    apply(&mut record, "2026-01-12", [common::rate("quick", "a01", 9), Edit::Finish(occasion("quick"))]);
    let newest = record.newest().unwrap();
    assert_eq!((newest.id.as_str(), &newest.focus), ("quick", &Vec::<ItemId>::new()));
    assert_eq!(record.standing(newest).focus, focus);
    assert_eq!(record.newest_whole().unwrap().id, occasion("end"));
}

#[test]
fn a_level_needed_stands_until_it_is_said_anew() {
    let mut record = fixture("three-times");
    let level = |record: &Record, id: &str| record.standing(record.newest().unwrap()).ratings[&item(id)].needed;
    let (before, importance) = (level(&record, "a01"), record.newest().unwrap().ratings[&item("a03")].importance);
    assert!(before.is_some() && importance.is_some());
    apply(&mut record, "2026-09-14", [Edit::StartOccasion { occasion: occasion("again2"), sitting: Sitting::All }]);
    let rated = ["a01", "a03"].map(|id| common::rate("again2", id, 9));
    apply(&mut record, "2026-09-14", rated);
    apply(&mut record, "2026-09-14", [Edit::Finish(occasion("again2"))]);
    assert_eq!(record.newest().unwrap().ratings[&item("a01")].needed, None, "nothing is written into the new time");
    assert_eq!(level(&record, "a01"), before);
    let standing = record.standing(record.newest().unwrap());
    assert_eq!(standing.ratings[&item("a03")].importance, importance);
    assert!(!gaps(&record, &standing).gaps.is_empty());
    let anew = Edit::Needed { occasion: occasion("again2"), item: item("a01"), level: Some(10) };
    apply(&mut record, "2026-09-14", [anew]);
    assert_eq!(level(&record, "a01"), Some(10));
}

#[test]
fn an_idea_that_changed_in_between_is_not_forgotten() {
    let mut record = fixture("three-times");
    let group = |record: &Record, then: &str, now: &str| {
        let on = |id: &str| record.occasion(&occasion(id)).unwrap();
        let both = compare(record, on(then), on(now));
        both.changes.iter().find(|change| change.item.id == item("a02")).unwrap().group()
    };
    assert_eq!(group(&record, "start", "end"), Group::Better);
    let ticked = Edit::IdeaChanged { occasion: occasion("summer"), item: item("a02"), on: true };
    apply(&mut record, "2025-09-18", [ticked]);
    assert_eq!(group(&record, "start", "end"), Group::SeenDifferently, "it changed on the way");
    assert_ne!(group(&record, "summer", "end"), Group::SeenDifferently, "it changed before");
}

#[test]
fn a_quick_update_leaves_the_words_of_a_list_and_the_day_to_look_again() {
    let mut record = fixture("confidence-twice");
    let before = record.newest().unwrap().clone();
    assert!(!before.replies.is_empty());
    let first = record.items().next().unwrap().id.clone();
    let quick = Edit::StartOccasion { occasion: occasion("quick"), sitting: Sitting::Quick(vec![first.clone()]) };
    apply(&mut record, "2014-03-03", [Edit::NextLook(Some(day("2014-03-01"))), quick]);
    let answer = Edit::Rate { occasion: occasion("quick"), item: first, answer: Answer::Value(1) };
    apply(&mut record, "2014-03-03", [answer, Edit::Finish(occasion("quick"))]);
    let standing = record.standing(record.newest().unwrap());
    assert_eq!((&standing.replies, standing.overall), (&before.replies, before.overall));
    assert_eq!(record.next_look, Some(day("2014-03-01")), "the whole is still to be looked at");
}
