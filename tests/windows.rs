//! More than one window on one disk, and what is left when a page is closed: nothing is written over, nothing is lost.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::collections::BTreeMap;

use common::bench::{Bench, Disk, open, open_window, open_window_on};
use common::random::{any_edit, any_record, cases};
use common::{add, apply, blank, fixture, occasion, rate, rated, reword};
use proptest::prelude::*;
use roundel::codec::{Row, RowKey, Table, restore_snapshot};
use roundel::domain::{Answer, Edit, ItemId, Record, RecordId};
use roundel::instruments::Change;
use roundel::state::{Left, Notice, SaveState, WriteError};

/// Two windows on one disk that holds these records.
fn two(records: Vec<Record>) -> (Bench, Bench, Disk) {
    let one = open(records);
    let disk = one.memory.rows.clone();
    let other = open_window(&disk, 1);
    (one, other, disk)
}

fn value(record: &Record, id: &str) -> Option<u8> {
    record.occasions[0].answer(&ItemId::new(id)).value()
}

/// Both windows have written all, and have heard of each other.
fn settle(one: &Bench, other: &Bench) {
    for _ in 0..8 {
        one.memory.settle();
        other.memory.settle();
        one.app.catch_up();
        other.app.catch_up();
    }
    assert_eq!((one.saving(), other.saving()), (SaveState::Saved, SaveState::Saved));
}

/// What the lists of one's own are called, in order.
fn titles(window: &Bench) -> Vec<String> {
    let mut titles: Vec<String> = window.lists().into_values().map(|form| form.about.title).collect();
    titles.sort();
    titles
}

fn rows_of(stored: &BTreeMap<RowKey, String>) -> Vec<Row> {
    stored.iter().map(|(key, text)| Row { key: key.clone(), text: text.clone() }).collect()
}

fn versions(disk: &Disk) -> Vec<Record> {
    rows_of(&disk.borrow()).iter().filter_map(restore_snapshot).map(|version| version.record).collect()
}

#[test]
fn edits_of_different_records_are_all_there_in_both_windows() {
    let (one, other, _) = two(vec![rated(), fixture("singer")]);
    one.edit(rate("first", "b", 2));
    other.app.edit(&RecordId::new("singer"), Edit::Owner("F".into()));
    settle(&one, &other);
    for window in [&one, &other] {
        assert_eq!((value(&window.chart(), "b"), window.named("singer").unwrap().owner.as_str()), (Some(2), "F"));
        assert_eq!(window.app.notice(), None);
    }
    assert_eq!(one.memory.stored()["chart"], one.chart());
}

#[test]
fn edits_of_the_same_record_are_all_there_whichever_is_written_first() {
    for first_writes_first in [true, false] {
        let (one, other, _) = two(vec![rated()]);
        one.edit(rate("first", "b", 2));
        other.edit(rate("first", "c", 9));
        other.edit(reword("a", "Planning lessons", ""));
        let order = if first_writes_first { [&one, &other] } else { [&other, &one] };
        for window in order {
            window.memory.settle();
        }
        settle(&one, &other);
        for window in [&one, &other] {
            let chart = window.chart();
            assert_eq!((value(&chart, "a"), value(&chart, "b"), value(&chart, "c")), (Some(4), Some(2), Some(9)));
            assert_eq!(chart.items().next().unwrap().text, "Planning lessons");
            assert_eq!(window.app.notice(), None, "there is nothing to choose");
            assert_eq!(window.memory.stored()["chart"], chart);
        }
    }
}

#[test]
fn where_both_change_the_same_the_newer_is_shown_and_the_other_is_kept() {
    for first_writes_first in [true, false] {
        let (one, other, disk) = two(vec![rated()]);
        one.memory.now.set(1_500_000_000_000);
        one.edit(rate("first", "a", 8));
        other.edit(rate("first", "a", 1));
        let order = if first_writes_first { [&one, &other] } else { [&other, &one] };
        for window in order {
            window.memory.settle();
        }
        assert_eq!(order[1].app.notice(), Some(Notice::TwoWindows));
        settle(&one, &other);
        let [a, b] = [&one, &other].map(|window| value(&window.chart(), "a"));
        assert_eq!((a, b), (Some(8), Some(8)), "the newer");
        assert!(versions(&disk).iter().any(|version| value(version, "a") == Some(1)), "the other is kept");
    }
}

#[test]
fn a_window_shows_what_another_has_written_as_soon_as_it_hears_of_it() {
    let (one, other, _) = two(vec![rated()]);
    one.edit(rate("first", "b", 2));
    let keys: Vec<String> = vec!["chart/chart".into()];
    one.memory.settle();
    other.app.heard(&keys);
    assert_eq!(value(&other.chart(), "b"), Some(2));
    one.app.delete(&RecordId::new("chart"));
    one.memory.settle();
    other.app.heard(&keys);
    assert_eq!(other.named("chart"), None);
    one.app.undo();
    one.memory.settle();
    other.app.heard(&keys);
    assert_eq!(other.chart(), one.chart());
    assert!(other.memory.is_idle(), "showing writes nothing");
}

#[test]
fn what_one_window_deletes_and_the_other_changes_stays() {
    for deletes_first in [true, false] {
        let (one, other, _) = two(vec![rated()]);
        one.app.delete(&RecordId::new("chart"));
        other.edit(rate("first", "b", 2));
        let order = if deletes_first { [&one, &other] } else { [&other, &one] };
        for window in order {
            window.memory.settle();
        }
        settle(&one, &other);
        assert_eq!([&one, &other].map(|window| value(&window.chart(), "b")), [Some(2), Some(2)]);
    }
}

#[test]
fn an_undo_leaves_what_another_window_has_written() {
    let (one, other, _) = two(vec![rated()]);
    one.edit(rate("first", "b", 2));
    one.memory.settle();
    other.app.catch_up();
    other.edit(rate("first", "c", 9));
    settle(&one, &other);
    one.app.undo();
    settle(&one, &other);
    assert_eq!((value(&other.chart(), "b"), value(&other.chart(), "c")), (None, Some(9)));
}

#[test]
fn an_undo_of_typing_leaves_what_another_window_has_rated_between_two_keys() {
    let (one, other, _) = two(vec![rated()]);
    one.edit(reword("a", "Plan", ""));
    settle(&one, &other);
    other.edit(rate("first", "c", 9));
    settle(&one, &other);
    one.edit(reword("a", "Plans", ""));
    settle(&one, &other);
    one.app.undo();
    one.app.undo();
    settle(&one, &other);
    for window in [&one, &other] {
        assert_eq!(
            (value(&window.chart(), "c"), window.chart().items().next().unwrap().text.as_str()),
            (Some(9), "Planning")
        );
    }
}

#[test]
fn an_undo_of_a_deletion_leaves_what_was_put_back_and_changed_elsewhere() {
    let (one, other, _) = two(vec![rated()]);
    one.app.delete(&RecordId::new("chart"));
    settle(&one, &other);
    other.app.add(rated());
    other.edit(rate("first", "b", 2));
    settle(&one, &other);
    one.app.undo();
    settle(&one, &other);
    assert_eq!([&one, &other].map(|window| value(&window.chart(), "b")), [Some(2), Some(2)]);
}

#[test]
fn an_undo_of_a_list_leaves_what_another_window_has_made_of_it_beside() {
    let (one, other, _) = two(vec![rated()]);
    let list = one.app.new_list();
    one.app.change_instrument(&list, Change::Title("One".into()));
    settle(&one, &other);
    one.app.leave_page();
    one.app.change_instrument(&list, Change::Title("Two".into()));
    settle(&one, &other);
    other.app.change_instrument(&list, Change::Title("Other".into()));
    settle(&one, &other);
    one.app.undo();
    settle(&one, &other);
    assert_eq!([&one, &other].map(titles), [["One", "Other"]; 2]);
}

#[test]
fn both_versions_are_kept_where_neither_reads_as_what_comes_of_them() {
    let (one, other, disk) = two(vec![rated()]);
    for (window, at, text) in [(&one, 1_500_000_000_000, "here"), (&other, 1_600_000_000_000, "there")] {
        window.memory.now.set(at);
        window.edit(reword("a", text, ""));
    }
    one.edit(rate("first", "b", 2));
    other.edit(rate("first", "c", 9));
    other.memory.settle();
    one.memory.is_stopped.set(true);
    one.memory.settle();
    settle(&one, &other);
    let kept: Vec<String> =
        versions(&disk).iter().map(|version| version.items().next().unwrap().text.clone()).collect();
    assert!(["here", "there"].iter().all(|text| kept.iter().any(|kept| kept == text)), "{kept:?}");
}

#[test]
fn what_was_just_begun_in_one_window_is_not_swept_away_by_another() {
    let (one, _, disk) = two(vec![rated()]);
    let id = one.app.new_chart();
    one.memory.settle();
    let other = open_window(&disk, 2);
    other.app.tidy_up();
    settle(&one, &other);
    one.app.edit(&id, Edit::Owner("Mine".into()));
    settle(&one, &other);
    for window in [&one, &other] {
        assert_eq!(window.named(id.as_str()).map(|chart| chart.owner), Some("Mine".to_owned()));
    }
    assert_eq!(one.memory.stored()[id.as_str()].owner, "Mine");
}

#[test]
fn a_number_that_cannot_be_read_holds_nothing_up() {
    for (key, text) in [("chart/chart", ""), ("chart/chart", "0"), ("chart/chart", "one"), ("all", "soon"), ("all", "")]
    {
        let disk = open(vec![rated()]).memory.rows.clone();
        disk.borrow_mut().insert(RowKey { table: Table::Revisions, key: key.into() }, text.into());
        let window = open_window(&disk, 1);
        window.edit(rate("first", "b", 2));
        for _ in 0..9 {
            window.memory.settle();
            window.app.retry();
        }
        assert_eq!(
            (window.saving(), value(&window.memory.stored()["chart"], "b")),
            (SaveState::Saved, Some(2)),
            "{key}: {text}"
        );
    }
}

#[test]
fn a_write_that_is_always_too_late_is_said_not_to_be_saved() {
    let bench = open(vec![rated()]);
    bench.edit(rate("first", "b", 2));
    for _ in 0..30 {
        if !bench.memory.is_idle() {
            bench.memory.end(Err(WriteError::Outdated));
        }
    }
    assert_eq!(bench.saving(), SaveState::Failed(WriteError::Refused));
    assert!(!bench.memory.note.borrow().is_empty());
    bench.app.retry();
    bench.memory.settle();
    assert_eq!((bench.saving(), value(&bench.memory.stored()["chart"], "b")), (SaveState::Saved, Some(2)));
}

#[test]
fn a_chart_that_another_store_has_too_is_brought_together_and_not_replaced() {
    let bench = open(vec![rated()]);
    bench.memory.now.set(1_600_000_000_000);
    bench.edit(rate("first", "b", 2));
    bench.memory.settle();
    let small = open(vec![rated()]);
    for value in [1, 2, 3, 4, 5] {
        small.edit(rate("first", "c", value));
        small.edit(rate("first", "b", value + 3));
        small.memory.settle();
    }
    let all = Left { rows: rows_of(&small.memory.rows.borrow()), was_store: true };
    let next = open_window_on(&bench.memory.rows, 1, &all);
    next.memory.settle();
    assert_eq!((value(&next.chart(), "b"), value(&next.chart(), "c")), (Some(2), Some(5)));
    assert_eq!(next.app.notice(), Some(Notice::TwoWindows));
    assert!(versions(&bench.memory.rows).iter().any(|version| value(version, "b") == Some(8)), "the other is kept");
}

#[test]
fn what_a_closed_page_could_not_write_is_taken_up_at_the_next_start() {
    let bench = open(vec![rated()]);
    bench.edit(rate("first", "b", 2));
    bench.edit(rate("first", "c", 9));
    bench.app.flush();
    // The page is gone: neither write ends.
    let note = Left { rows: rows_of(&bench.memory.note.borrow()), was_store: false };
    let next = open_window_on(&bench.memory.rows, 1, &note);
    assert_eq!((value(&next.chart(), "b"), value(&next.chart(), "c")), (Some(2), Some(9)));
    assert!(!next.memory.note.borrow().is_empty(), "not before it is on the disk");
    next.memory.settle();
    assert!(next.memory.note.borrow().is_empty());
    assert_eq!(next.memory.stored()["chart"], next.chart());
}

#[test]
fn what_another_store_has_kept_so_far_is_taken_up_whole() {
    let small = open(vec![rated(), fixture("singer")]);
    small.edit(rate("first", "b", 2));
    small.app.delete(&RecordId::new("singer"));
    small.memory.settle();
    let all = Left { rows: rows_of(&small.memory.rows.borrow()), was_store: true };
    let next = open_window_on(&Disk::default(), 1, &all);
    next.memory.settle();
    assert!(next.memory.note.borrow().is_empty());
    let moved = next.memory.rows.borrow();
    assert!([Table::Bin, Table::Snapshots].iter().all(|table| moved.keys().any(|key| key.table == *table)));
    for Row { key, text } in all.rows.iter().filter(|row| row.key.table != Table::Revisions) {
        assert_eq!(moved.get(key), Some(text), "{key:?}");
    }
}

#[test]
fn a_list_that_both_change_is_there_twice() {
    let (one, other, _) = two(vec![rated()]);
    let list = one.app.new_list();
    settle(&one, &other);
    other.app.catch_up();
    for (window, title) in [(&one, "One"), (&other, "Other")] {
        window.app.change_instrument(&list, Change::Title(title.into()));
    }
    one.memory.settle();
    other.memory.settle();
    assert_eq!(other.app.notice(), Some(Notice::TwoWindowsList));
    settle(&one, &other);
    assert_eq!([&one, &other].map(titles), [["One", "Other"]; 2]);
}

#[test]
fn a_window_that_may_change_nothing_any_more_writes_nothing_as_it_is_closed() {
    let bench = open(vec![rated()]);
    bench.edit(rate("first", "b", 2));
    bench.memory.end(Err(WriteError::Newer));
    bench.app.flush();
    assert!(bench.memory.is_idle());
    assert!(!bench.memory.note.borrow().is_empty(), "it is left for the newer version");
}

#[test]
fn what_is_left_is_older_than_what_was_written_since() {
    let (one, other, disk) = two(vec![rated()]);
    one.edit(rate("first", "b", 2));
    one.app.flush();
    let note = Left { rows: rows_of(&one.memory.note.borrow()), was_store: false };
    other.memory.now.set(1_500_000_000_000);
    other.edit(rate("first", "b", 7));
    other.edit(rate("first", "c", 9));
    other.memory.settle();
    let next = open_window_on(&disk, 2, &note);
    next.memory.settle();
    assert_eq!((value(&next.chart(), "b"), value(&next.chart(), "c")), (Some(7), Some(9)));
}

#[test]
fn a_page_that_stays_needs_no_note() {
    let bench = open(vec![rated()]);
    bench.edit(rate("first", "b", 2));
    bench.app.flush();
    assert!(!bench.memory.note.borrow().is_empty());
    // The two writes of the same change: the first, and the one that was sent as the page seemed to go.
    bench.memory.settle();
    assert_eq!((bench.saving(), bench.memory.note.borrow().is_empty()), (SaveState::Saved, true));
}

#[test]
fn a_write_that_fails_leaves_a_note_beside() {
    let bench = open(vec![rated()]);
    bench.edit(rate("first", "b", 2));
    bench.memory.end(Err(WriteError::Full));
    assert!(bench.memory.note.borrow().contains_key(&RowKey { table: Table::Heads, key: "chart".into() }));
    bench.app.retry();
    bench.memory.settle();
    assert!(bench.memory.note.borrow().is_empty());
}

/// What is done in one of the two windows, or what happens there.
#[derive(Clone, Debug)]
enum Act {
    Edit(Edit),
    Undo,
    Redo,
    Delete,
    End(bool),
    Hear,
}

fn any_act() -> impl Strategy<Value = Act> {
    prop_oneof![
        12 => any_edit().prop_map(Act::Edit),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
        1 => Just(Act::Delete),
        6 => any::<bool>().prop_map(Act::End),
        3 => Just(Act::Hear),
    ]
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn two_windows_end_the_same_whatever_is_done_in_them(
        record in any_record(),
        acts in prop::collection::vec((any::<bool>(), any_act()), 0..40),
    ) {
        let (one, other, disk) = two(vec![Record { id: RecordId::new("chart"), ..record }]);
        for (which, act) in acts {
            let window = if which { &one } else { &other };
            match act {
                Act::Edit(edit) => window.edit(edit),
                Act::Undo => window.app.undo(),
                Act::Redo => window.app.redo(),
                Act::Delete => window.app.delete(&RecordId::new("chart")),
                Act::End(well) => {
                    if !window.memory.is_idle() {
                        window.memory.end(if well { Ok(()) } else { Err(WriteError::Refused) });
                    }
                }
                Act::Hear => window.app.catch_up(),
            }
        }
        for window in [&one, &other] {
            window.app.retry();
        }
        settle(&one, &other);
        prop_assert_eq!(one.named("chart"), other.named("chart"));
        prop_assert_eq!(one.memory.stored().get("chart").cloned(), one.named("chart"));
        drop(disk);
    }

    #[test]
    fn of_two_windows_that_rate_apart_no_rating_is_lost(
        ratings in prop::collection::vec((any::<bool>(), 0_usize..6, 0_u8..=10, any::<bool>()), 1..25),
    ) {
        let mut record = blank();
        apply(&mut record, "2015-07-13", (0..6).map(|n| add(&format!("i{n}"), "x")));
        let (one, other, _) = two(vec![record]);
        let mut expected = [None; 6];
        // Each window rates its own half.
        for (which, at, number, ends) in ratings {
            let (window, at) = if which { (&one, at / 2 * 2) } else { (&other, at / 2 * 2 + 1) };
            window.edit(rate("first", &format!("i{at}"), number));
            expected[at] = Some(number);
            if ends && !window.memory.is_idle() {
                window.memory.end(Ok(()));
            }
        }
        settle(&one, &other);
        for window in [&one, &other] {
            let found: Vec<Option<u8>> = (0..6).map(|at| value(&window.chart(), &format!("i{at}"))).collect();
            prop_assert_eq!(&found[..], &expected[..]);
            prop_assert_eq!(window.app.notice(), None);
        }
    }
}

#[test]
fn a_rating_taken_out_is_a_change_like_any_other() {
    let (one, other, _) = two(vec![rated()]);
    one.edit(Edit::Rate { occasion: occasion("first"), item: ItemId::new("a"), answer: Answer::Blank });
    other.edit(rate("first", "b", 2));
    settle(&one, &other);
    assert_eq!([&one, &other].map(|window| value(&window.chart(), "a")), [None, None]);
}

#[test]
fn of_a_list_that_both_windows_change_both_versions_are_kept_and_of_the_same_change_one() {
    let titled = |title: &str| Change::Title(title.into());
    for (mine, theirs, kept) in [("Mine", "Theirs", 2), ("Ours", "Ours", 1)] {
        let (one, _, disk) = two(vec![]);
        let list = one.app.new_list();
        one.app.change_instrument(&list, titled("Before"));
        one.memory.settle();
        let other = open_window(&disk, 2);
        one.app.change_instrument(&list, titled(mine));
        other.app.change_instrument(&list, titled(theirs));
        one.memory.settle();
        settle(&one, &other);
        let kept_now: Vec<String> = one.lists().into_values().map(|form| form.about.title).collect();
        assert_eq!(kept_now.len(), kept);
        assert!([mine, theirs].iter().all(|title| kept_now.contains(&(*title).into())), "{kept_now:?}");
        assert_eq!(one.lists(), other.lists());
    }
}
