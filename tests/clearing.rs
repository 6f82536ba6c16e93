//! Deleting everything: nothing is left, and no window brings anything back.
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::cell::RefCell;
use std::rc::Rc;

use common::bench::{open, open_window};
use common::{fixture, rate, rated};
use roundel::codec::{CLEARED, RowKey, Table};
use roundel::domain::RecordId;
use roundel::state::{Keeping, SaveState, WriteError};

/// What is told when it fails.
fn told() -> (Rc<RefCell<Vec<WriteError>>>, impl FnOnce(WriteError) + 'static) {
    let told = Rc::new(RefCell::new(Vec::new()));
    let to = told.clone();
    (told, move |error| to.borrow_mut().push(error))
}

#[test]
fn nothing_is_left_but_that_it_was_done() {
    let bench = open(vec![rated(), fixture("singer")]);
    bench.edit(rate("first", "b", 2));
    bench.memory.settle();
    bench.app.delete(&RecordId::new("singer"));
    bench.memory.settle();
    assert!(bench.memory.rows.borrow().len() > 5, "charts, versions, the bin");
    bench.app.delete_everything(|_| {});
    bench.memory.settle();
    let rows = bench.memory.rows.borrow();
    let keys: Vec<&RowKey> = rows.keys().collect();
    assert_eq!(keys, [&RowKey { table: Table::Revisions, key: CLEARED.into() }]);
    assert_eq!((bench.app.keeping(), bench.saving(), bench.ids().len()), (Keeping::Gone, SaveState::Saved, 0));
    assert!(!bench.can_undo() && !bench.app.would_lose());
}

#[test]
fn where_it_fails_all_is_as_it_was_and_that_is_told() {
    let bench = open(vec![rated()]);
    let (errors, failed) = told();
    bench.app.delete_everything(failed);
    bench.memory.end(Err(WriteError::Refused));
    assert_eq!(*errors.borrow(), [WriteError::Refused]);
    assert_eq!((bench.app.keeping(), bench.chart()), (Keeping::Database, rated()));
    bench.edit(rate("first", "b", 2));
    bench.memory.settle();
    assert_eq!(bench.memory.stored()["chart"], bench.chart());
}

#[test]
fn another_window_writes_nothing_back_whether_it_has_heard_of_it_or_not() {
    for hears in [false, true] {
        let one = open(vec![rated(), fixture("singer")]);
        let disk = one.memory.rows.clone();
        let other = open_window(&disk, 1);
        // Known to have been written, changed since, and never touched.
        other.edit(rate("first", "b", 7));
        other.memory.settle();
        one.app.catch_up();
        other.edit(rate("first", "b", 8));
        one.app.delete_everything(|_| {});
        one.memory.settle();
        if hears {
            other.app.forget_everything();
        }
        other.memory.settle();
        other.app.flush();
        other.app.tidy_up();
        other.memory.settle();
        assert_eq!(disk.borrow().len(), 1, "hears: {hears}");
        assert_eq!((other.app.keeping(), other.ids().len()), (Keeping::Gone, 0));
        assert!(other.memory.note.borrow().is_empty());
    }
}

#[test]
fn a_window_that_comes_to_the_front_finds_it() {
    let one = open(vec![rated()]);
    let other = open_window(&one.memory.rows.clone(), 1);
    one.app.delete_everything(|_| {});
    one.memory.settle();
    other.app.catch_up();
    assert_eq!((other.app.keeping(), other.ids().len()), (Keeping::Gone, 0));
}

#[test]
fn whoever_knows_of_no_deletion_before_deletes_later_than_it_whatever_the_clock_says() {
    let one = open(vec![rated()]);
    let disk = one.memory.rows.clone();
    // As in front of a lock.
    let knows_nothing = open_window(&disk, 1);
    one.app.delete_everything(|_| {});
    one.memory.settle();
    let full = open_window(&disk, 2);
    full.app.add(fixture("singer"));
    full.memory.settle();
    knows_nothing.memory.now.set(0);
    knows_nothing.app.delete_everything(|_| {});
    knows_nothing.memory.settle();
    full.app.catch_up();
    assert_eq!((full.app.keeping(), full.ids().len()), (Keeping::Gone, 0));
    assert_eq!(disk.borrow().len(), 1);
}

#[test]
fn what_is_made_afterwards_is_kept() {
    let one = open(vec![rated()]);
    one.app.delete_everything(|_| {});
    one.memory.settle();
    let disk = one.memory.rows.clone();
    let again = open_window(&disk, 1);
    again.app.add(fixture("singer"));
    again.memory.settle();
    again.app.catch_up();
    assert_eq!((again.app.keeping(), again.saving()), (Keeping::Database, SaveState::Saved));
    assert_eq!(open_window(&disk, 2).ids(), again.ids());
    // And once more.
    again.app.delete_everything(|_| {});
    again.memory.settle();
    assert_eq!(disk.borrow().len(), 1);
}

#[test]
fn what_the_browser_itself_has_cleared_is_written_again_from_a_window_that_has_it() {
    let one = open(vec![rated()]);
    one.app.delete_everything(|_| {});
    one.memory.settle();
    let disk = one.memory.rows.clone();
    let again = open_window(&disk, 1);
    again.app.add(rated());
    again.memory.settle();
    disk.borrow_mut().clear();
    again.edit(rate("first", "b", 2));
    again.memory.settle();
    assert_eq!((again.app.keeping(), again.saving()), (Keeping::Database, SaveState::Saved));
    assert_eq!(again.memory.stored()["chart"], again.chart());
}
