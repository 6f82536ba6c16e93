//! Where the end of a sitting leads, and what stands after a quick update.
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use common::{apply, fixture, item, occasion};
use roundel::chart::wheel_of;
use roundel::domain::{Edit, ItemId, Record, Sitting};
use roundel::state::Route;

/// The two times that the end of the occasion `id` sets side by side.
fn reveal(record: &Record, id: &str) -> Option<(String, String)> {
    match Route::to_reveal(record, record.occasion(&occasion(id)).unwrap())? {
        Route::Compare { then, now, .. } => Some((then.to_string(), now.to_string())),
        other => Some((other.to_hash(), String::new())),
    }
}

fn pair(then: &str, now: &str) -> Option<(String, String)> {
    Some((then.to_owned(), now.to_owned()))
}

#[test]
fn the_end_of_a_sitting_leads_to_what_it_is_compared_with() {
    let record = fixture("three-times");
    assert_eq!(reveal(&record, "start"), None, "there is nothing before it");
    assert_eq!(reveal(&record, "again"), pair("start", "again"), "how steady the ratings are");
    assert_eq!(reveal(&record, "summer"), pair("start", "summer"));
    assert_eq!(reveal(&record, "winter"), pair("start", "winter"), "a quick update too");
    assert_eq!(reveal(&record, "end"), pair("start", "end"));
    assert_eq!(reveal(&record, "back"), pair("start", "end"), "looking back: then, as it is seen now, and now");
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
