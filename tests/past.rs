//! What was: the bin, earlier versions and the way back to them, and how they differ from now.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use common::bench::{Bench, open};
use common::{add, apply, day, fixture, occasion, rate, rated, reword};
use roundel::analysis::{Since, since};
use roundel::codec::{Binned, BinnedThing, Row, RowKey, Snapshot, Table, Why};
use roundel::domain::{Edit, Instrument, InstrumentId, ItemId, Record, RecordId, Stamp, TargetId};
use roundel::state::{App, Notice};

fn chart() -> RecordId {
    RecordId::new("chart")
}

/// What `ask` tells, which the bench does at once.
fn told<T: 'static>(ask: impl FnOnce(Box<dyn FnOnce(T)>)) -> T {
    let told = Rc::new(RefCell::new(None));
    let to = told.clone();
    ask(Box::new(move |value| *to.borrow_mut() = Some(value)));
    told.take().unwrap()
}

const DAY_MS: Stamp = 24 * 60 * 60 * 1000;

/// How many days after the first of 1970.
fn unix_day(on: &str) -> Stamp {
    Stamp::try_from((day(on) - day("1970-01-01")).whole_days()).unwrap()
}

/// The chart, as one that reads otherwise.
fn called(title: &str) -> Record {
    Record { title: title.into(), ..rated() }
}

fn bin(app: App) -> Vec<Binned> {
    told(|show| app.bin(show)).unwrap()
}

fn versions(bench: &Bench) -> Vec<Snapshot> {
    bench.memory.settle();
    told(|show| bench.app.versions(&chart(), show)).unwrap()
}

#[test]
fn what_is_deleted_lies_in_the_bin_and_is_put_back_whole() {
    let bench = open(vec![rated()]);
    let before = bench.chart();
    bench.app.delete(&chart());
    bench.memory.settle();
    let [thing] = &bin(bench.app)[..] else { panic!("one thing in the bin") };
    assert_eq!((thing.deleted, thing.stays_until()), (day("2015-07-13"), Some(day("2015-08-12"))));
    bench.app.put_back(thing.clone());
    bench.memory.settle();
    assert_eq!((bench.chart(), bin(bench.app)), (before.clone(), vec![]));
    bench.app.undo();
    bench.memory.settle();
    assert_eq!((bench.ids().len(), bin(bench.app).len()), (0, 1), "taken back, it lies in the bin again");
    bench.app.redo();
    bench.memory.settle();
    assert_eq!((bench.chart(), bin(bench.app)), (before, vec![]));
}

#[test]
fn lists_are_put_back_too_and_what_is_thrown_away_is_gone() {
    let bench = open(vec![rated()]);
    let mut form = Instrument::own_chart();
    form.about.id = InstrumentId::new("mine");
    form.about.title = "Mine".into();
    bench.app.keep_instrument(form);
    bench.memory.settle();
    let before = bench.lists();
    bench.app.delete_instrument(&InstrumentId::new("mine"));
    bench.app.delete(&chart());
    bench.memory.settle();
    for thing in bin(bench.app) {
        match thing.what {
            BinnedThing::Instrument(_) => bench.app.put_back(thing),
            BinnedThing::Record(_) => bench.app.throw_away(&thing),
        }
    }
    bench.memory.settle();
    assert_eq!((bench.lists().len(), bench.lists(), bin(bench.app)), (1, before, vec![]));
    assert!(bench.ids().is_empty());
}

#[test]
fn a_list_from_the_bin_does_not_take_the_place_of_another() {
    let bench = open(vec![]);
    let mut form = Instrument::own_chart();
    form.about.id = InstrumentId::new("mine");
    form.about.title = "Before".into();
    bench.app.keep_instrument(form.clone());
    bench.app.delete_instrument(&form.about.id);
    bench.memory.settle();
    form.about.title = "After".into();
    bench.app.keep_instrument(form);
    let [thing] = &bin(bench.app)[..] else { panic!("one thing in the bin") };
    bench.app.put_back(thing.clone());
    bench.memory.settle();
    let mut titles: Vec<String> = bench.lists().into_values().map(|form| form.about.title).collect();
    titles.sort();
    assert_eq!((titles, bin(bench.app)), (vec!["After".to_owned(), "Before".to_owned()], vec![]));
}

#[test]
fn what_cannot_be_read_in_the_bin_is_set_aside() {
    let bench = open(vec![rated()]);
    let at = RowKey { table: Table::Bin, key: "chart/lost".into() };
    bench.memory.rows.borrow_mut().insert(at.clone(), "{ broken".into());
    assert_eq!(bin(bench.app), []);
    bench.memory.settle();
    assert!(!bench.memory.rows.borrow().contains_key(&at));
    let aside: Vec<Row> = told(|show| bench.app.aside(show));
    assert_eq!(aside.iter().map(|row| row.text.as_str()).collect::<Vec<_>>(), ["{ broken"]);
}

#[test]
fn after_thirty_days_it_is_gone_from_the_disk_too() {
    let bench = open(vec![rated(), fixture("singer")]);
    bench.app.delete(&RecordId::new("singer"));
    bench.memory.settle();
    bench.memory.today.set(day("2015-08-13"));
    assert_eq!(bin(bench.app).len(), 1, "a clock that is set ahead empties no bin");
    bench.memory.now.set(DAY_MS * (unix_day("2015-08-12") + 1) - 10);
    bench.edit(rate("first", "a", 9));
    bench.memory.today.set(day("2015-08-12"));
    assert_eq!(bin(bench.app).len(), 1);
    bench.memory.now.set(DAY_MS * (unix_day("2015-08-13")));
    bench.edit(rate("first", "a", 8));
    assert_eq!(bin(bench.app).len(), 1, "nor does one that was set back");
    bench.memory.today.set(day("2015-08-13"));
    assert_eq!(bin(bench.app), []);
    bench.memory.settle();
    bench.memory.today.set(day("2015-07-14"));
    assert_eq!(bin(bench.app), [], "a clock set back brings nothing back");
}

#[test]
fn what_gives_way_when_a_chart_is_put_back_is_kept_and_told() {
    let bench = open(vec![rated()]);
    bench.edit(rate("first", "a", 9));
    bench.app.delete(&chart());
    bench.app.add(rated());
    bench.edit(rate("first", "a", 1));
    bench.memory.settle();
    let [thing] = &bin(bench.app)[..] else { panic!("one thing in the bin") };
    bench.app.put_back(thing.clone());
    let rating = |record: &Record| record.occasions[0].answer(&ItemId::new("a")).value();
    assert_eq!((rating(&bench.chart()), bench.app.notice()), (Some(1), Some(Notice::TwoWindows)));
    assert!(versions(&bench).iter().any(|version| rating(&version.record) == Some(9)));
}

#[test]
fn what_is_deleted_twice_lies_in_the_bin_twice() {
    let bench = open(vec![rated()]);
    bench.app.delete(&chart());
    bench.app.add(called("as it was long before"));
    bench.app.delete(&chart());
    bench.memory.settle();
    assert_eq!(bin(bench.app).len(), 2);
    bench.app.undo();
    bench.memory.settle();
    let [left] = &bin(bench.app)[..] else { panic!("one of them was taken back") };
    assert_eq!(left.what, BinnedThing::Record(Arc::new(rated())));
    bench.app.put_back(left.clone());
    bench.memory.settle();
    assert_eq!(bin(bench.app), []);
}

#[test]
fn what_goes_together_takes_its_versions_along_and_a_new_version_is_not_the_one_to_go() {
    let bench = open(vec![rated(), fixture("singer")]);
    // Kept while the clock was ahead.
    bench.memory.now.set(4_000_000_000_000);
    for value in 0..15 {
        bench.memory.now.set(bench.memory.now.get() + DAY_MS);
        bench.edit(rate("first", "a", value % 10));
    }
    bench.memory.settle();
    bench.memory.now.set(DAY_MS * unix_day("2015-07-13"));
    bench.edit(rate("first", "b", 2));
    let kept = versions(&bench);
    assert!(kept.iter().any(|version| version.at < 4_000_000_000_000), "the one of today");
    bench.app.delete(&chart());
    bench.app.add(rated());
    bench.app.delete(&chart());
    bench.memory.now.set(DAY_MS * unix_day("2015-09-01"));
    bench.app.edit(&RecordId::new("singer"), Edit::Owner("F".into()));
    bench.memory.settle();
    bench.memory.today.set(day("2015-09-01"));
    assert_eq!((bin(bench.app), versions(&bench)), (vec![], vec![]));
}

#[test]
fn with_the_last_of_a_chart_its_earlier_versions_go() {
    let bench = open(vec![rated()]);
    bench.edit(rate("first", "a", 9));
    bench.app.delete(&chart());
    bench.app.add(rated());
    bench.app.delete(&chart());
    bench.memory.settle();
    let [one, other] = &bin(bench.app)[..] else { panic!("two of them") };
    bench.app.throw_away(one);
    bench.memory.settle();
    assert_eq!(versions(&bench).len(), 1, "the other may come back");
    bench.app.throw_away(other);
    bench.memory.settle();
    assert!(bench.memory.rows.borrow().keys().all(|key| ![Table::Bin, Table::Snapshots].contains(&key.table)));
}

#[test]
fn one_goes_back_to_an_earlier_version_and_forth_again() {
    let bench = open(vec![rated()]);
    bench.edit(rate("first", "a", 9));
    bench.edit(rate("first", "b", 2));
    let [first] = &versions(&bench)[..] else { panic!("one spell of work, one version") };
    assert_eq!((first.why, since(&first.record, &bench.chart()).ratings), (Why::Edit, 2));
    let latest = bench.chart();
    bench.app.go_back_to(&first.record);
    assert_eq!((bench.chart(), bench.app.notice()), (rated(), Some(Notice::WentBack)));
    let kept = versions(&bench);
    assert_eq!(kept.len(), 2, "as it was just before it is kept, in the same spell of work too");
    assert!(kept[0].record.reads_as(&latest) && kept[0].why == Why::Edit);
    bench.app.undo();
    assert_eq!((bench.chart(), bench.app.notice()), (latest, None));
    bench.memory.settle();
    assert_eq!(bench.memory.stored()["chart"], bench.chart());
}

#[test]
fn what_was_set_aside_can_be_thrown_away() {
    let bench = open(vec![rated()]);
    let key = roundel::codec::RowKey { table: roundel::codec::Table::Aside, key: "heads/lost/00".into() };
    bench.memory.rows.borrow_mut().insert(key, "{ broken".into());
    let aside: Vec<Row> = told(|show| bench.app.aside(show));
    assert_eq!(aside.len(), 1);
    bench.app.throw_aside_away(aside);
    bench.memory.settle();
    assert_eq!(told(|show| bench.app.aside(show)), []);
}

#[test]
fn what_differs_from_now_is_counted_part_by_part() {
    let again = Edit::StartOccasion { occasion: occasion("second"), sitting: roundel::domain::Sitting::All };
    let target = Edit::AddTarget { target: TargetId::new("t"), item: None };
    for (edits, expected) in [
        (vec![], Since::default()),
        (vec![rate("first", "a", 5)], Since { ratings: 1, ..Since::default() }),
        (vec![rate("first", "a", 5), rate("first", "b", 5)], Since { ratings: 2, ..Since::default() }),
        (vec![rate("first", "a", 5), rate("first", "a", 4)], Since::default()),
        // A new one is an attribute more, and no rating.
        (vec![add("d", "New")], Since { items: 1, ..Since::default() }),
        (vec![reword("b", "Feedback pupils can use", "")], Since { items: 1, ..Since::default() }),
        (vec![target], Since { targets: 1, ..Since::default() }),
        (vec![Edit::Finish(occasion("first")), again, rate("second", "a", 7)], Since { times: 1, ..Since::default() }),
        (vec![Edit::Subject("mine".into())], Since { rest: true, ..Since::default() }),
        (vec![Edit::Subject("mine".into()), rate("first", "a", 5)], Since { ratings: 1, ..Since::default() }),
    ] {
        let mut now = rated();
        apply(&mut now, "2015-07-14", edits.clone());
        assert_eq!(since(&rated(), &now), expected, "{edits:?}");
        assert_eq!(since(&now, &rated()), expected, "whichever is the earlier");
    }
}

#[test]
fn charts_that_wait_to_be_looked_at_again_are_counted() {
    let due = |id: &str, look: Option<&str>, sample: bool| Record {
        id: RecordId::new(id),
        next_look: look.map(day),
        sample,
        ..rated()
    };
    let bench = open(vec![
        due("today", Some("2015-07-13"), false),
        due("long", Some("2014-01-01"), false),
        due("tomorrow", Some("2015-07-14"), false),
        due("never", None, false),
        due("sample", Some("2014-01-01"), true),
    ]);
    assert_eq!(bench.app.due_count(), 2);
    bench.app.edit(&RecordId::new("long"), Edit::NextLook(None));
    assert_eq!(bench.app.due_count(), 1);
}
