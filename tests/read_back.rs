//! What was written is read back: what is not on the disk as it was sent is not said to be saved, and is written again.
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use common::bench::{Bench, open, open_kept, open_on, open_window};
use common::{apply, item, rate, rated, target};
use roundel::codec::{Restored, RowKey, Table};
use roundel::domain::{Edit, InstrumentId, Record, RecordId};
use roundel::instruments::{Change, new_list};
use roundel::state::{Keeping, SaveState, WriteError};

const NOT_SAVED: SaveState = SaveState::Failed(WriteError::Refused);

/// Three attributes, one of them rated, and a target.
fn aiming() -> Record {
    let mut record = rated();
    apply(&mut record, "2015-07-13", [Edit::AddTarget { target: target("t1"), item: None }]);
    record
}

/// Which of the rows of a write do not arrive.
type Lost = fn(&RowKey) -> bool;

const ALL: Lost = |_| true;
const ALL_BUT_THE_COUNT: Lost = |key| key.table != Table::Revisions;

/// That is not said to be saved, and once it is tried again it is, without a word of other windows.
fn is_written_again(bench: &Bench) {
    assert_eq!(bench.saving(), NOT_SAVED);
    assert!(bench.memory.is_idle(), "no endless loop");
    bench.app.retry();
    assert_eq!(bench.saving(), NOT_SAVED, "not said to be saved before it is");
    bench.memory.settle();
    assert_eq!((bench.saving(), bench.app.notice()), (SaveState::Saved, None));
}

#[test]
fn an_edit_that_is_not_found_is_written_again() {
    for lost in [ALL, ALL_BUT_THE_COUNT, |key: &RowKey| key.table == Table::Occasions] {
        let bench = open(vec![aiming()]);
        bench.edit(rate("first", "b", 7));
        bench.memory.end_without(Ok(()), lost);
        assert_eq!(bench.chart().occasions[0].answer(&item("b")).value(), Some(7), "it stays on the screen");
        is_written_again(&bench);
        assert_eq!(bench.memory.stored()["chart"], bench.chart());
    }
}

#[test]
fn a_deletion_whose_rows_are_still_there_is_made_again() {
    for lost in [ALL, ALL_BUT_THE_COUNT, |key: &RowKey| key.table == Table::Targets] {
        let bench = open(vec![aiming()]);
        bench.app.delete(&RecordId::new("chart"));
        bench.memory.end_without(Ok(()), lost);
        bench.app.dismiss_notice();
        is_written_again(&bench);
        assert_eq!(bench.named("chart"), None);
        assert_eq!(rows_of_charts(&bench), 0);
        assert!(bench.memory.rows.borrow().keys().any(|key| key.table == Table::Bin), "what went with it");
    }
}

#[test]
fn a_part_that_is_still_there_is_taken_away_again() {
    let bench = open(vec![aiming()]);
    bench.edit(Edit::RemoveTarget(target("t1")));
    bench.memory.end_without(Ok(()), |key| key.table == Table::Targets);
    is_written_again(&bench);
    assert_eq!(bench.memory.stored()["chart"], bench.chart());
    assert_eq!(rows_of_charts(&bench), 2, "the head and the first time");
}

#[test]
fn a_list_that_is_not_found_is_written_again() {
    let list = new_list(InstrumentId::new("mine"));
    for lost in [ALL, ALL_BUT_THE_COUNT] {
        let bench = open_on(Restored { instruments: vec![list.clone()], ..Restored::default() });
        bench.app.change_instrument(&list.about.id, Change::Title("Mine".into()));
        bench.memory.end_without(Ok(()), lost);
        is_written_again(&bench);
        assert_eq!(bench.memory.stored_lists(), bench.lists());
        assert_eq!(bench.list("mine").unwrap().about.title, "Mine");
    }
}

#[test]
fn what_is_deleted_after_it_was_not_found_does_not_come_back() {
    let bench = open(vec![aiming()]);
    bench.edit(rate("first", "b", 7));
    bench.memory.end_without(Ok(()), |key| key.table == Table::Occasions);
    bench.app.delete(&RecordId::new("chart"));
    bench.memory.settle();
    assert_eq!((bench.saving(), rows_of_charts(&bench)), (SaveState::Saved, 0));
}

#[test]
fn a_deletion_that_is_not_found_and_taken_back_leaves_all() {
    for lost in [ALL, |key: &RowKey| key.table == Table::Targets] {
        let bench = open(vec![aiming()]);
        bench.app.delete(&RecordId::new("chart"));
        bench.memory.end_without(Ok(()), lost);
        bench.app.undo();
        bench.memory.settle();
        assert_eq!(bench.saving(), SaveState::Saved);
        assert_eq!(bench.memory.stored()["chart"], bench.chart());
    }
}

#[test]
fn what_is_not_found_while_the_next_is_being_written_is_written_after_it() {
    let bench = open(vec![aiming()]);
    bench.edit(rate("first", "b", 7));
    bench.edit(Edit::Subject("Mine".into()));
    bench.memory.end_without(Ok(()), |key| key.table == Table::Occasions);
    bench.memory.settle();
    assert_eq!((bench.saving(), bench.app.notice()), (SaveState::Saved, None));
    assert_eq!(bench.memory.stored()["chart"], bench.chart());
}

#[test]
fn what_is_not_found_is_left_for_the_next_start_where_the_page_is_closed_before() {
    let bench = open(vec![aiming()]);
    bench.edit(rate("first", "b", 7));
    bench.memory.end_without(Ok(()), ALL_BUT_THE_COUNT);
    bench.app.flush();
    assert!(bench.memory.note.borrow().contains_key(&RowKey { table: Table::Heads, key: "chart".into() }));
    bench.memory.settle();
    assert_eq!(bench.memory.stored()["chart"], bench.chart());
    is_written_again(&bench);
    assert!(bench.memory.note.borrow().is_empty());
}

#[test]
fn what_another_window_has_written_or_deleted_since_is_left_to_it() {
    let one = open(vec![aiming()]);
    let other = open_window(&one.memory.rows.clone(), 1);
    one.memory.reads_later();
    one.edit(rate("first", "b", 7));
    one.memory.settle();
    other.edit(rate("first", "b", 2));
    other.memory.settle();
    one.memory.read_now();
    assert_eq!((one.saving(), one.memory.is_idle()), (SaveState::Saved, true));
    one.memory.reads_later();
    one.edit(rate("first", "c", 7));
    one.memory.settle();
    other.app.delete_everything(|_| {});
    other.memory.settle();
    one.memory.read_now();
    assert_eq!((one.app.keeping(), one.saving()), (Keeping::Gone, SaveState::Saved));
    assert!(one.memory.note.borrow().is_empty());
}

#[test]
fn where_nothing_is_kept_nothing_is_missed() {
    for keeping in [Keeping::MemoryOnly, Keeping::ForNow] {
        let bench = open_kept(Restored { records: vec![aiming()], ..Restored::default() }, keeping);
        bench.edit(rate("first", "b", 7));
        bench.memory.end_without(Ok(()), ALL);
        assert_eq!((bench.saving(), bench.memory.is_idle()), (SaveState::Saved, true));
    }
}

/// How many rows there are of charts, their times and targets.
fn rows_of_charts(bench: &Bench) -> usize {
    let of_charts = |key: &&RowKey| Table::OF_RECORDS.contains(&key.table);
    bench.memory.rows.borrow().keys().filter(of_charts).count()
}
