//! The store against ports that are kept in memory: what is written when, what can be undone, what is let in.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use common::bench::{Bench, keys, open, open_on, plain};
use common::random::{any_edit, any_record, any_sitting, cases};
use common::{add, apply, blank, day, fixture, item, occasion, rate, rated_on, reword, target};
use proptest::prelude::*;
use reactive_graph::prelude::*;
use roundel::codec::{OpenedFile, Restored, Row, RowKey, Table, restore_rows, row_texts};
use roundel::domain::{
    Answer, Edit, ITEMS_MAX, Instrument, InstrumentId, ItemId, Kind, Moment, OccasionId, Pole, Question, Record,
    RecordId, SectionId, Sitting, Step, Stop,
};
use roundel::instruments::Change;
use roundel::state::{
    Amount, App, Ask, Fate, Keeping, Left, Notice, Opened, RateView, Route, SaveState, WriteError, WriteResult,
};

/// Three attributes, two of them rated, and two targets, on 13 June 2014.
fn rated() -> Record {
    let mut record = rated_on("2014-06-13");
    let targets = ["t1", "t2"].map(|id| Edit::AddTarget { target: target(id), item: None });
    apply(&mut record, "2014-06-13", [rate("first", "b", 0)].into_iter().chain(targets));
    record
}

fn finished() -> Record {
    let mut record = rated();
    apply(&mut record, "2014-06-13", [Edit::Finish(occasion("first"))]);
    record
}

#[test]
fn an_edit_writes_only_the_rows_it_changes() {
    let check = |edits: Vec<Edit>, expected: &str| {
        let bench = open(vec![rated(), Record { id: RecordId::new("other"), ..rated() }]);
        for edit in edits.clone() {
            bench.edit(edit);
        }
        if expected.is_empty() {
            assert!(bench.memory.is_idle(), "{edits:?}");
            assert_eq!(bench.saving(), SaveState::Saved);
        } else {
            assert_eq!(bench.saving(), SaveState::Saving);
            assert_eq!(keys(&bench.memory.end(Ok(()))), expected, "{edits:?}");
            assert_eq!(bench.saving(), SaveState::Saved);
            assert_eq!(bench.memory.stored()["chart"], bench.chart());
        }
    };
    check(vec![Edit::Subject("Mine".into())], "heads:chart");
    check(vec![rate("first", "c", 7)], "occasions:chart/first");
    check(vec![Edit::Why { occasion: occasion("first"), item: item("a"), text: "x".into() }], "occasions:chart/first");
    check(vec![reword("c", "Singing", "Silence")], "heads:chart");
    check(vec![add("d", "New")], "heads:chart occasions:chart/first");
    check(vec![Edit::TargetWhat { target: target("t2"), text: "x".into() }], "targets:chart/t2");
    check(vec![Edit::AddTarget { target: target("t3"), item: None }], "heads:chart targets:chart/t3");
    // The other one says from then on where it stood.
    check(vec![Edit::RemoveTarget(target("t1"))], "heads:chart -targets:chart/t1 targets:chart/t2");
    let again = Edit::StartOccasion { occasion: occasion("second"), sitting: Sitting::All };
    check(vec![again], "heads:chart occasions:chart/first occasions:chart/second");
    check(vec![rate("first", "a", 4)], "");
    check(vec![rate("first", "a", 11)], "");
    check(vec![rate("unknown", "a", 1)], "");
    check(vec![Edit::RemoveItem(item("unknown"))], "");
}

#[test]
fn an_edit_of_a_chart_that_is_not_here_is_nothing() {
    let bench = open(vec![rated()]);
    bench.app.edit(&RecordId::new("gone"), Edit::Subject("x".into()));
    bench.app.delete(&RecordId::new("gone"));
    assert_eq!(bench.app.rate(&RecordId::new("gone"), Sitting::All), None);
    assert!(bench.memory.is_idle());
    assert_eq!((bench.can_undo(), bench.app.notice()), (false, None));
}

#[test]
fn edits_during_a_write_go_together_into_the_next() {
    let bench = open(vec![rated()]);
    bench.edit(rate("first", "c", 1));
    bench.edit(rate("first", "c", 2));
    bench.edit(Edit::Subject("Mine".into()));
    bench.edit(rate("first", "c", 3));
    assert_eq!(bench.memory.stored()["chart"], rated(), "nothing is stored before the write has ended");
    assert_eq!(keys(&bench.memory.end(Ok(()))), "occasions:chart/first");
    assert_eq!(bench.saving(), SaveState::Saving, "not saved while anything waits");
    assert_eq!(keys(&bench.memory.end(Ok(()))), "heads:chart occasions:chart/first");
    assert_eq!(bench.saving(), SaveState::Saved);
    assert!(bench.memory.is_idle());
    assert_eq!(bench.memory.stored()["chart"], bench.chart());
}

#[test]
fn a_failed_write_is_kept_and_tried_again_with_what_came_since() {
    for error in [WriteError::Full, WriteError::Refused] {
        let bench = open(vec![rated()]);
        bench.edit(rate("first", "c", 1));
        bench.edit(Edit::Subject("Mine".into()));
        bench.memory.end(Err(error));
        assert_eq!(bench.saving(), SaveState::Failed(error));
        assert!(bench.memory.is_idle(), "no endless loop");
        assert_eq!(bench.chart().subject, "Mine", "it stays on the screen");
        bench.app.retry();
        assert_eq!(bench.saving(), SaveState::Failed(error), "not said to be saved before it is");
        bench.edit(rate("first", "c", 2));
        assert_eq!(keys(&bench.memory.end(Err(error))), "heads:chart occasions:chart/first");
        bench.app.retry();
        bench.memory.settle();
        assert_eq!(bench.saving(), SaveState::Saved);
        assert_eq!(bench.memory.stored()["chart"], bench.chart());
    }
}

#[test]
fn the_next_edit_tries_a_failed_write_again() {
    let bench = open(vec![rated()]);
    bench.edit(rate("first", "c", 1));
    bench.memory.end(Err(WriteError::Refused));
    bench.edit(Edit::Subject("Mine".into()));
    assert_eq!(keys(&bench.memory.end(Ok(()))), "heads:chart occasions:chart/first");
    assert_eq!(bench.saving(), SaveState::Saved);
}

#[test]
fn retrying_when_nothing_failed_writes_nothing() {
    let bench = open(vec![rated()]);
    bench.app.retry();
    assert!(bench.memory.is_idle());
    bench.edit(rate("first", "c", 1));
    bench.app.retry();
    bench.memory.end(Ok(()));
    assert!(bench.memory.is_idle());
}

/// What the person or the device does.
#[derive(Clone, Debug)]
enum Act {
    Edit(Edit),
    Undo,
    Delete,
    New,
    Again(Sitting),
    End(WriteResult),
    Retry,
}

fn any_act() -> impl Strategy<Value = Act> {
    prop_oneof![
        12 => any_edit().prop_map(Act::Edit),
        3 => Just(Act::Undo),
        1 => Just(Act::Delete),
        1 => Just(Act::New),
        2 => any_sitting().prop_map(Act::Again),
        5 => Just(Act::End(Ok(()))),
        2 => Just(Act::End(Err(WriteError::Full))),
        1 => Just(Act::Retry),
    ]
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn whatever_happens_the_disk_ends_as_the_screen(
        record in any_record(),
        acts in prop::collection::vec(any_act(), 0..40),
    ) {
        let bench = open(vec![Record { id: RecordId::new("chart"), ..record }, Record { id: RecordId::new("other"), ..rated() }]);
        for act in acts {
            match act {
                Act::Edit(edit) => bench.edit(edit),
                Act::Undo => bench.app.undo(),
                Act::Delete => bench.app.delete(&RecordId::new("chart")),
                Act::New => _ = bench.app.new_chart(),
                Act::Again(sitting) => _ = bench.app.rate(&RecordId::new("chart"), sitting),
                Act::End(result) => {
                    if !bench.memory.is_idle() {
                        bench.memory.end(result);
                    }
                }
                Act::Retry => bench.app.retry(),
            }
            let shown = bench.app.records().get_untracked();
            if bench.saving() == SaveState::Saved {
                prop_assert_eq!(bench.memory.stored().len(), shown.len(), "saved means stored");
            }
        }
        bench.app.retry();
        bench.memory.settle();
        prop_assert_eq!(bench.saving(), SaveState::Saved);
        let shown: BTreeMap<String, Record> = bench.app.records().get_untracked().iter()
            .map(|record| (record.id.to_string(), Record::clone(record))).collect();
        prop_assert_eq!(bench.memory.stored_with_stamps(), shown);
    }

    #[test]
    fn one_undo_takes_back_one_edit(record in any_record(), edit in any_edit()) {
        let record = plain(Record { id: RecordId::new("chart"), ..record });
        let bench = open(vec![record.clone()]);
        bench.edit(edit.clone());
        let edited = bench.chart();
        let changed = edited != record;
        // That somebody else rates is not taken back in passing.
        let begins_view = edited.view_under_way().is_some() && record.view_under_way().is_none();
        prop_assert_eq!(bench.can_undo(), changed && edit.can_be_undone() && !begins_view);
        bench.app.undo();
        if edit.can_be_undone() {
            // But that a reveal was seen.
            prop_assert_eq!(bench.chart(), record.clone().after_reveal(&edited));
        }
        bench.app.undo();
        bench.memory.settle();
        prop_assert_eq!(&bench.memory.stored()["chart"], &bench.chart());
    }
}

#[test]
fn the_way_back_goes_step_by_step_and_forth_again() {
    let bench = open(vec![rated()]);
    bench.edit(rate("first", "c", 1));
    bench.edit(rate("first", "a", 9));
    let mut expected = rated();
    apply(&mut expected, "2015-07-13", [rate("first", "c", 1)]);
    assert!(bench.can_undo());
    bench.app.undo();
    assert_eq!((bench.chart(), bench.can_undo()), (expected.clone(), true));
    bench.app.undo();
    assert_eq!((bench.chart(), bench.can_undo()), (rated(), false));
    bench.app.redo();
    assert_eq!(bench.chart(), expected);
    bench.edit(rate("first", "b", 2));
    let chart = bench.chart();
    bench.app.redo();
    assert_eq!(bench.chart(), chart, "what was taken back before is gone once something else is done");
}

#[test]
fn typing_in_one_field_is_one_step() {
    let why = |on: &str, id: &str, text: &str| Edit::Why { occasion: occasion(on), item: item(id), text: text.into() };
    let what = |id: &str, text: &str| Edit::TargetWhat { target: target(id), text: text.into() };
    let how = |at, text: &str| Edit::TargetHow { target: target("t1"), at, text: text.into() };
    let seen = |pole, text: &str| Edit::Seen { item: item("a"), pole, text: text.into() };
    let check = |name: &str, edits: &[Edit], kept: usize| {
        let bench = open(vec![rated()]);
        for edit in edits {
            bench.edit(edit.clone());
        }
        bench.app.undo();
        let mut expected = rated();
        apply(&mut expected, "2015-07-13", edits[..kept].iter().cloned());
        assert_eq!(bench.chart(), expected, "{name}");
    };
    check("a subject", &[Edit::Subject("M".into()), Edit::Subject("Mi".into()), Edit::Subject("Mine".into())], 0);
    check("words", &[why("first", "a", "x"), why("first", "a", "xy"), why("first", "a", "xyz")], 0);
    check("words of two items", &[why("first", "a", "x"), why("first", "b", "x"), why("first", "b", "xy")], 1);
    check("two fields", &[Edit::Owner("M".into()), Edit::Subject("s".into()), Edit::Subject("so".into())], 1);
    check("a new attribute and its words", &[add("d", "N"), reword("d", "Ne", ""), reword("d", "New", "")], 0);
    check("another attribute's words", &[add("d", "N"), reword("c", "Ne", "")], 1);
    check("a new target and its words", &[Edit::AddTarget { target: target("t3"), item: None }, what("t3", "x")], 0);
    check("another target's words", &[what("t1", "x"), what("t2", "x")], 1);
    check("ratings are steps of their own", &[rate("first", "a", 1), rate("first", "a", 2)], 1);
    let context = |on: &str, text: &str| Edit::Context { occasion: occasion(on), text: text.into() };
    check("where one works", &[context("first", "x"), context("first", "xy")], 0);
    let reflect = |question, text: &str| Edit::Reflect { occasion: occasion("first"), question, text: text.into() };
    let (changed, next) = (Question::Changed, Question::Next);
    check("two questions", &[reflect(changed, "x"), reflect(next, "y"), reflect(next, "yz")], 1);
    check("a question and where one works", &[reflect(changed, "x"), context("first", "y")], 1);
    check("a way and another", &[how(0, "x"), how(0, "xy"), how(1, "z")], 2);
    check("the two ends", &[seen(Pole::Attribute, "x"), seen(Pole::Opposite, "y"), seen(Pole::Opposite, "yz")], 1);
}

#[test]
fn typing_on_another_page_is_a_step_of_its_own() {
    let bench = open(vec![rated()]);
    bench.edit(add("d", "New"));
    bench.app.leave_page();
    bench.edit(reword("d", "New", "Old"));
    bench.app.undo();
    let mut expected = rated();
    apply(&mut expected, "2015-07-13", [add("d", "New")]);
    assert_eq!(bench.chart(), expected);
}

#[test]
fn undo_leaves_what_is_no_change_as_it_is() {
    let bench = open(vec![rated()]);
    bench.edit(rate("first", "c", 1));
    bench.edit(Edit::ShowEarlier(occasion("first")));
    bench.edit(Edit::At(Step::Closing));
    bench.app.undo();
    let mut expected = rated();
    apply(&mut expected, "2015-07-13", [Edit::ShowEarlier(occasion("first")), Edit::At(Step::Closing)]);
    assert_eq!(bench.chart(), expected);
    assert!(bench.chart().occasions[0].earlier_shown && bench.chart().occasions[0].finished);
}

#[test]
fn the_undo_beside_a_deletion_goes_when_something_else_would_be_undone() {
    let bench = open(vec![rated(), fixture("singer")]);
    bench.app.delete(&RecordId::new("chart"));
    bench.app.edit(&RecordId::new("singer"), Edit::Owner("F".into()));
    assert_eq!(bench.app.notice(), None);
    bench.app.undo();
    assert_eq!(bench.named("singer"), Some(fixture("singer")));
}

#[test]
fn a_sitting_that_was_left_long_ago_is_ended_and_stored_so() {
    let bench = open(vec![rated()]);
    bench.app.tidy_up();
    bench.memory.settle();
    assert!(bench.chart().occasions[0].finished && bench.memory.stored()["chart"].occasions[0].finished);
    assert!(!bench.can_undo(), "it is not the person's doing, and there is nothing to undo");
    let again = bench.app.rate(&RecordId::new("chart"), Sitting::All).unwrap();
    assert_eq!((bench.chart().occasions.len(), bench.chart().occasions[1].id == again), (2, true));
}

#[test]
fn a_step_leads_to_its_page_and_rating_to_the_time_under_way() {
    let chart = rated();
    let at = |chart: &Record, step| Route::of_step(chart, step).to_hash();
    assert_eq!(at(&chart, Step::Matters), "#/chart/chart/make/5");
    assert_eq!(at(&chart, Step::Rate), "#/chart/chart/rate/first/auto");
    let mut over = chart.clone();
    apply(&mut over, "2014-06-13", [Edit::Finish(occasion("first"))]);
    assert_eq!(at(&over, Step::Rate), "#/chart/chart");
    apply(&mut over, "2015-07-13", [Edit::StartOccasion { occasion: occasion("second"), sitting: Sitting::All }]);
    assert_eq!(at(&over, Step::Rate), "#/chart/chart/rate/second/auto");
}

#[test]
fn an_audit_is_filled_in_where_a_chart_is_rated() {
    let at = |name: &str| Route::of_step(&fixture(name), Step::Rate).to_hash();
    assert_eq!(at("mentor-twice"), "#/chart/mentor");
    let mut again = fixture("mentor-twice");
    apply(&mut again, "2015-07-13", [Edit::StartOccasion { occasion: occasion("third"), sitting: Sitting::All }]);
    assert_eq!(Route::of_step(&again, Step::Rate).to_hash(), "#/chart/mentor/fill/third");
}

#[test]
fn what_was_said_about_a_page_goes_with_it_and_a_deletion_stays() {
    let bench = open(vec![rated()]);
    bench.app.tell(Notice::FileSaved);
    bench.app.leave_page();
    assert_eq!(bench.app.notice(), None);
    bench.app.delete(&RecordId::new("chart"));
    bench.app.leave_page();
    assert_eq!(bench.app.notice(), Some(Notice::Deleted));
}

#[test]
fn what_could_not_be_read_whole_is_never_dropped_as_untouched() {
    let mut rows: Vec<Row> = row_texts(&Record { targets: Vec::new(), ..rated() })
        .into_iter()
        .map(|(key, text)| Row { key, text })
        .collect();
    for row in rows.iter_mut().filter(|row| row.key.table == Table::Heads) {
        row.text = row.text.replace(r#""instrument":{"#, r#""instrument":7,"was":{"#);
    }
    let stored = restore_rows(rows);
    assert!(stored.records[0].is_untouched() && !stored.repairs.is_empty(), "nothing is left of it that could be read");
    let bench = open_on(stored);
    bench.app.tidy_up();
    bench.memory.settle();
    assert_eq!((bench.ids().len(), bench.memory.stored().len()), (1, 1));
}

#[test]
fn the_first_rating_of_a_chart_without_any_time_is_its_baseline() {
    let bench = open(vec![Record { occasions: Vec::new(), ..rated() }]);
    bench.app.rate(&RecordId::new("chart"), Sitting::All).unwrap();
    assert_eq!(bench.chart().occasions[0].kind, Kind::Baseline);
}

#[test]
fn finding_ones_place_does_not_take_the_undo_away() {
    let bench = open(vec![rated()]);
    bench.edit(Edit::At(Step::Rate));
    assert!(!bench.can_undo());
    bench.edit(rate("first", "c", 1));
    bench.edit(Edit::ShowEarlier(occasion("first")));
    assert!(bench.can_undo());
}

#[test]
fn what_is_just_for_now_is_never_stored() {
    let bench = open(vec![]);
    let id = bench.app.begin(Instrument { pupils: true, ..Instrument::own_chart() });
    assert!(!bench.app.would_lose(), "nothing has been put into it");
    let on = bench.named(id.as_str()).unwrap().occasions[0].id.clone();
    bench.app.edit(&id, add("a", "Singing"));
    bench.app.edit(&id, Edit::Rate { occasion: on, item: item("a"), answer: Answer::Value(7) });
    assert!(bench.app.would_lose());
    bench.app.undo();
    bench.app.rate(&id, Sitting::All);
    bench.app.tidy_up();
    bench.app.delete(&id);
    assert!(!bench.app.would_lose());
    bench.app.undo();
    assert!(bench.app.would_lose());
    bench.app.flush();
    assert_eq!((bench.ids().len(), bench.memory.is_idle(), bench.saving()), (1, true, SaveState::Saved));
}

#[test]
fn where_nothing_is_kept_all_can_be_lost_until_it_is_forgotten() {
    let bench = open(vec![rated()]);
    bench.app.forget();
    assert_eq!(bench.ids(), ["chart"], "what is kept is not forgotten");
    let for_now = || App::new(|| day("2015-07-13"), Restored::default(), Keeping::ForNow);
    let app = for_now();
    app.begin_work(bench.memory.clone(), &Left::default());
    assert!(!app.would_lose());
    app.add(rated());
    assert!(app.would_lose());
    app.forget();
    assert!(!app.would_lose());
    let app = for_now();
    app.begin_work(bench.memory.clone(), &Left::default());
    let list = app.new_list();
    assert!(!app.would_lose(), "nothing has been put into it");
    app.change_instrument(&list, Change::Title("Mine".into()));
    assert!(app.would_lose(), "a list is lost as well");
}

#[test]
fn a_deleted_chart_comes_back_whole() {
    let bench = open(vec![rated()]);
    bench.app.delete(&RecordId::new("chart"));
    assert_eq!(bench.app.notice(), Some(Notice::Deleted));
    assert_eq!(bench.named("chart"), None);
    let gone = "-heads:chart -occasions:chart/first -targets:chart/t1 -targets:chart/t2";
    assert_eq!(keys(&bench.memory.end(Ok(()))), gone);
    assert!(bench.memory.stored().is_empty());
    assert!(bench.memory.rows.borrow().keys().any(|key| key.table == Table::Bin));
    bench.app.undo();
    bench.memory.settle();
    assert_eq!((bench.chart(), bench.app.notice()), (rated(), None));
    assert_eq!(bench.memory.stored()["chart"], rated());
    assert!(!bench.memory.rows.borrow().keys().any(|key| key.table == Table::Bin));
}

#[test]
fn an_added_chart_can_be_taken_back_and_is_added_once() {
    let bench = open(vec![]);
    bench.app.add(Record { sample: true, ..rated() });
    bench.app.add(Record { title: "another".into(), ..rated() });
    assert_eq!((bench.chart().sample, bench.chart().title.as_str()), (true, ""));
    bench.app.undo();
    bench.memory.settle();
    assert!(bench.ids().is_empty() && bench.memory.stored().is_empty());
}

#[test]
fn a_new_chart_is_stored_at_once_with_its_first_occasion() {
    let bench = open(vec![]);
    let id = bench.app.new_chart();
    let record = bench.named(id.as_str()).unwrap();
    assert_eq!(record, Record::new(RecordId::new("id1"), OccasionId::new("id2"), day("2015-07-13")));
    assert_eq!(keys(&bench.memory.end(Ok(()))), "heads:id1 occasions:id1/id2");
}

#[test]
fn rating_again_goes_on_with_what_was_begun() {
    let bench = open(vec![finished(), Record { id: RecordId::new("begun"), ..rated() }]);
    assert_eq!(bench.app.rate(&RecordId::new("begun"), Sitting::All), Some(occasion("first")));
    assert_eq!(bench.named("begun").unwrap().occasions.len(), 1);
    let second = bench.app.rate(&RecordId::new("chart"), Sitting::All).unwrap();
    assert_eq!(bench.app.rate(&RecordId::new("chart"), Sitting::All), Some(second.clone()));
    let chart = bench.chart();
    assert_eq!(chart.occasions.len(), 2);
    let latest = chart.latest().unwrap();
    assert_eq!((&latest.id, latest.kind, latest.rated_on), (&second, Kind::Interim, day("2015-07-13")));
}

#[test]
fn a_sitting_is_begun_only_where_it_has_something_to_ask() {
    let chart = RecordId::new("chart");
    let of = |sitting: Sitting| {
        let bench = open(vec![finished()]);
        let begun = bench.app.rate(&chart, sitting);
        assert_eq!(begun.is_none(), bench.memory.is_idle());
        (begun.is_some(), bench.chart().latest().map(|latest| (latest.kind, latest.quick)).unwrap())
    };
    assert_eq!(of(Sitting::Quick(vec![item("a")])), (true, (Kind::Interim, true)));
    assert_eq!(of(Sitting::LookingBack(occasion("first"))), (true, (Kind::Retrospective, false)));
    assert_eq!(of(Sitting::Steady), (true, (Kind::SecondBaseline, false)));
    assert_eq!(of(Sitting::Quick(vec![])), (false, (Kind::Baseline, false)));
    assert_eq!(of(Sitting::LookingBack(occasion("unknown"))), (false, (Kind::Baseline, false)));
}

#[test]
fn only_untouched_charts_are_dropped() {
    let bench = open(vec![rated()]);
    let untouched = bench.app.new_chart();
    let named = bench.app.new_chart();
    bench.app.edit(&named, Edit::Subject("singer".into()));
    bench.app.tidy_up();
    bench.memory.settle();
    let mut kept = vec!["chart".to_owned(), named.to_string()];
    let mut ids = bench.ids();
    ids.sort();
    kept.sort();
    assert_eq!(ids, kept);
    assert_eq!(bench.memory.stored().into_keys().collect::<Vec<_>>(), kept);
    assert_eq!(bench.named(untouched.as_str()), None);
}

#[test]
fn a_file_is_brought_together_with_what_is_here_and_one_undo_takes_it_back() {
    let teacher = fixture("teacher-twice");
    let bench = open(vec![rated(), teacher.clone()]);
    let mut other = rated();
    apply(&mut other, "2014-06-13", [Edit::Subject("from the file".into()), rate("first", "c", 7)]);
    other.stamp_changes(Some(&rated()), 1);
    let file = OpenedFile { records: vec![fixture("singer"), teacher.clone(), other.clone()], ..OpenedFile::default() };
    let fates: Vec<Fate> = file.records.iter().map(|record| bench.app.fate_of(record)).collect();
    assert!(matches!(fates.as_slice(), [Fate::New, Fate::Here, Fate::Together { .. }]), "{fates:?}");
    assert!(bench.memory.is_idle() && bench.chart() == rated(), "looking changes nothing");
    let opened = bench.app.take_in(file);
    let expected =
        Opened { added: vec![RecordId::new("singer")], merged: vec![RecordId::new("chart")], ..Opened::default() };
    assert_eq!(opened, expected);
    bench.memory.settle();
    assert_eq!(bench.chart(), plain(other));
    assert_eq!(bench.memory.stored().keys().collect::<Vec<_>>(), ["chart", "singer", "teacher"]);
    bench.app.undo();
    bench.memory.settle();
    assert_eq!(bench.memory.stored(), BTreeMap::from([("chart".into(), rated()), ("teacher".into(), teacher)]));
    bench.app.redo();
    assert_eq!((bench.chart().subject.as_str(), bench.ids().len()), ("from the file", 3));
}

#[test]
fn all_has_arrived_when_every_rating_is_here() {
    let records = vec![fixture("teacher-twice"), rated()];
    let forms = vec![common::charts::built_in("mentor-criteria")];
    let there = Amount::of(&records, forms.len());
    assert_eq!(there, Amount { charts: 2, readings: 3, lists: 1 });
    let bench = open(vec![rated()]);
    let file = OpenedFile { records, instruments: forms, ..OpenedFile::default() };
    assert!(!bench.app.has_all(&file));
    bench.app.take_in(file.clone());
    assert!(bench.app.has_all(&file));
    bench.edit(rate("first", "a", 1));
    assert!(bench.app.has_all(&file), "what is here may have gone on");
    let mut more = file.clone();
    apply(&mut more.records[1], "2014-06-13", [rate("first", "c", 7)]);
    assert!(!bench.app.has_all(&more), "one rating is not here");
}

#[test]
fn a_link_is_known_whichever_host_it_leads_to() {
    for (text, payload) in [
        ("https://roundel.example.org/a/#/open/AbC-_", Some("AbC-_")),
        ("#/open/1.3.x.y\n", Some("1.3.x.y")),
        ("https://roundel.example.org/#/open/", None),
        ("https://roundel.example.org/", None),
        ("", None),
    ] {
        assert_eq!(Route::payload_of_link(text), payload);
    }
}

#[test]
fn an_undo_after_opening_a_file_replaces_nothing_of_it() {
    let bench = open(vec![rated()]);
    bench.app.delete(&RecordId::new("chart"));
    let newer = Record { title: "from the file".into(), ..rated() };
    bench.app.take_in(OpenedFile { records: vec![newer.clone()], ..OpenedFile::default() });
    bench.app.undo();
    assert_eq!(bench.ids().len(), 0, "what the file brought is taken back");
    bench.app.redo();
    assert_eq!(bench.chart().title, newer.title);
}

#[test]
fn a_full_chart_says_so_and_stays_as_it_is() {
    let mut full = blank();
    apply(&mut full, "2014-06-13", (0..ITEMS_MAX).map(|n| add(&format!("i{n}"), "x")));
    let bench = open(vec![full.clone()]);
    bench.edit(add("more", "x"));
    assert_eq!((bench.app.notice(), bench.chart()), (Some(Notice::TooManyItems), full));
    assert!(bench.memory.is_idle() && !bench.can_undo());
    bench.app.dismiss_notice();
    assert_eq!(bench.app.notice(), None);
}

#[test]
fn what_could_not_be_read_is_said_and_set_aside_before_anything_is_written_over_it() {
    let mut rows: Vec<Row> = row_texts(&rated()).into_iter().map(|(key, text)| Row { key, text }).collect();
    let broken = RowKey { table: Table::Targets, key: "chart/t1".into() };
    let row = rows.iter_mut().find(|row| row.key == broken).unwrap();
    row.text.truncate(20);
    let text = row.text.clone();
    let bench = open_on(restore_rows(rows));
    assert_eq!(bench.app.notice(), Some(Notice::Unreadable(1)));
    bench.memory.settle();
    let aside = |bench: &Bench| {
        let rows = bench.memory.rows.borrow();
        let aside = rows.iter().filter(|(key, _)| key.table == Table::Aside);
        aside.map(|(key, text)| (key.key.starts_with("targets/chart/t1/"), text.clone())).collect::<Vec<_>>()
    };
    assert_eq!(aside(&bench), [(true, text.clone())]);
    assert!(!bench.memory.rows.borrow().contains_key(&broken));
    for edit in [rate("first", "c", 7), Edit::Subject("Mine".into()), Edit::RemoveTarget(target("t2"))] {
        bench.edit(edit);
    }
    bench.app.delete(&RecordId::new("chart"));
    bench.memory.settle();
    assert_eq!(aside(&bench), [(true, text)]);
    let seen = Rc::new(RefCell::new(0));
    let count = seen.clone();
    bench.app.aside(move |rows| *count.borrow_mut() = rows.len());
    assert_eq!(*seen.borrow(), 1);
}

#[test]
fn where_a_newer_version_has_been_nothing_is_written() {
    let mut rows: Vec<Row> = row_texts(&rated()).into_iter().map(|(key, text)| Row { key, text }).collect();
    for row in &mut rows {
        row.text = row.text.replace("\"version\":6}", "\"version\":7}");
    }
    let bench = open_on(restore_rows(rows));
    assert_eq!((bench.app.keeping(), bench.chart().items().count()), (Keeping::ReadOnly, 3), "it can be looked at");
    bench.app.tidy_up();
    bench.edit(Edit::At(Step::Matters));
    assert_eq!(bench.app.notice(), None);
    bench.edit(rate("first", "c", 7));
    assert_eq!(bench.app.notice(), Some(Notice::ReadOnly));
    bench.app.delete(&RecordId::new("chart"));
    _ = bench.app.new_chart();
    _ = bench.app.take_in(OpenedFile { records: vec![fixture("singer")], ..OpenedFile::default() });
    bench.app.keep_instrument(Instrument::own_chart());
    bench.app.flush();
    bench.app.retry();
    assert!(bench.memory.is_idle() && bench.memory.note.borrow().is_empty());
    assert_eq!((bench.chart(), bench.ids().len(), bench.can_undo()), (rated(), 1, false));
}

#[test]
fn rating_on_after_an_undone_reveal_is_rating_with_earlier_values_in_view() {
    let mut record = Record::new(RecordId::new("chart"), occasion("first"), day("2014-06-13"));
    apply(&mut record, "2014-06-13", [add("a", "Planning"), rate("first", "a", 5), Edit::Finish(occasion("first"))]);
    let bench = open(vec![record]);
    let id = RecordId::new("chart");
    let shown = |at: &OccasionId| bench.chart().occasion(at).unwrap().earlier_shown;
    let again = bench.app.rate(&id, Sitting::All).unwrap();
    bench.app.edit(&id, Edit::Rate { occasion: again.clone(), item: item("a"), answer: Answer::Value(7) });
    bench.app.undo();
    assert!(!shown(&again), "a number taken back has shown nothing");
    bench.app.edit(&id, Edit::Rate { occasion: again.clone(), item: item("a"), answer: Answer::Value(7) });
    bench.app.edit(&id, Edit::Finish(again.clone()));
    bench.app.undo();
    assert!(shown(&again), "the reveal has shown all");
}

#[test]
fn charts_stand_by_the_last_rating_with_samples_at_the_end() {
    let dated = |id: &str, made_on: &str, rated_on: Option<&str>, sample: bool| {
        let mut record = Record::new(RecordId::new(id), occasion("first"), day(made_on));
        record.sample = sample;
        apply(&mut record, made_on, [add("a", "Planning")]);
        if let Some(on) = rated_on {
            apply(&mut record, on, [rate("first", "a", 5)]);
        }
        record
    };
    let bench = open(vec![
        dated("sample", "2026-01-01", Some("2026-01-02"), true),
        dated("old", "2013-01-01", Some("2013-02-01"), false),
        dated("unrated", "2015-01-01", None, false),
        dated("fresh", "2012-01-01", Some("2015-07-01"), false),
    ]);
    assert_eq!(bench.ids(), ["fresh", "unrated", "old", "sample"]);
    bench.app.edit(&RecordId::new("old"), Edit::Finish(occasion("first")));
    let again = bench.app.rate(&RecordId::new("old"), Sitting::All).unwrap();
    bench.app.edit(&RecordId::new("old"), Edit::Rate { occasion: again, item: item("a"), answer: Answer::Value(5) });
    assert_eq!(bench.ids(), ["old", "fresh", "unrated", "sample"]);
}

fn any_id() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z0-9-]{1,36}",
        "\\PC{1,12}",
        "[/%#?&. +é🎵\u{0}]{1,6}",
        Just("%2f".to_owned()),
        Just("..".to_owned())
    ]
}

fn any_stop() -> impl Strategy<Value = Stop> {
    prop_oneof![
        prop::sample::select(vec![Moment::Before, Moment::After]).prop_map(Stop::Overall),
        any_id().prop_map(ItemId::new).prop_map(Stop::Item),
        any_id().prop_map(SectionId::new).prop_map(Stop::SectionEnd),
        Just(Stop::Prompts),
        Just(Stop::End),
    ]
}

fn any_route() -> impl Strategy<Value = Route> {
    let record = || any_id().prop_map(RecordId::new);
    let on = || any_id().prop_map(OccasionId::new);
    let at = || prop::option::of(any_id().prop_map(ItemId::new));
    let step = prop::sample::select(Step::ALL.to_vec());
    let view = prop::sample::select(vec![RateView::Auto, RateView::Wheel, RateView::One]);
    prop_oneof![
        Just(Route::Home),
        Just(Route::More),
        Just(Route::Storage),
        Just(Route::Scan),
        Just(Route::Carry),
        Just(Route::ByHand),
        Just(Route::Bin),
        Just(Route::Library),
        record().prop_map(Route::Versions),
        Just(Route::New),
        Just(Route::Again),
        any_id().prop_map(InstrumentId::new).prop_map(Route::Instrument),
        any_id().prop_map(InstrumentId::new).prop_map(Route::Design),
        (record(), on(), prop::option::of(any_stop())).prop_map(|(record, occasion, stop)| Route::Fill {
            record,
            occasion,
            stop
        }),
        record().prop_map(Route::Chart),
        record().prop_map(Route::StillOpen),
        record().prop_map(Route::OverTime),
        record().prop_map(Route::StillToGo),
        record().prop_map(Route::Paper),
        Just(Route::EmptyWheel),
        (record(), prop::sample::select(vec![Ask::Quick, Ask::LookBack, Ask::Steady]))
            .prop_map(|(record, ask)| Route::Begin { record, ask }),
        (record(), step, at()).prop_map(|(record, step, item)| Route::Make { record, step, item }),
        (record(), on(), view, at()).prop_map(|(record, occasion, view, item)| Route::Rate {
            record,
            occasion,
            view,
            item
        }),
        (record(), on(), on()).prop_map(|(record, then, now)| Route::Compare { record, then, now }),
    ]
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn an_address_leads_back_to_its_screen(route in any_route()) {
        let hash = route.to_hash();
        prop_assert!(hash.starts_with("#/") && hash.is_ascii() && !hash.contains([' ', '?', '&', '"', '<']), "{hash}");
        prop_assert_eq!(Route::parse(&hash), route.clone());
        prop_assert_eq!(Route::parse(&hash[1..]), route, "without its sign");
    }

    #[test]
    fn a_hostile_address_leads_somewhere(hash in prop_oneof![
        any::<String>(),
        "#/chart/[%a-f0-9é/]{0,20}",
        "#/chart/x/(make|rate|compare|open|fill|begin|time|to-go)/[-%+0-9a-z/é🎵]{0,20}",
        "#/(list|library|chart/x/fill/o)/(item|section|before|change|end)?/{0,2}[-%0-9a-zé]{0,5}",
        "#?/?(more|chart)?/{0,3}%?[0-9a-fé]{0,3}",
    ]) {
        let route = Route::parse(&hash);
        prop_assert_eq!(Route::parse(&route.to_hash()), route);
    }
}

#[test]
fn what_is_not_known_leads_home() {
    for hash in [
        "",
        "#",
        "#/",
        "/",
        "#//",
        "#/nowhere",
        "#/chart",
        "#/chart/a/b",
        "#/chart/a/make",
        "#/chart/a/make/0",
        "#/chart/a/make/9",
        "#/chart/a/make/one",
        "#/chart/a/make/1/b/c",
        "#/chart/a/rate/o",
        "#/chart/a/rate/o/side",
        "#/chart/a/fill",
        "#/chart/a/fill/o/item",
        "#/chart/a/fill/o/item/i/j",
        "#/chart/a/fill/o/before/i",
        "#/chart/a/fill/o/there",
        "#/list",
        "#/list/a/b",
        "#/list/a/change/b",
        "#/library/a",
        "#/chart/a/compare/o",
        "#/chart/a/compare/o/p/q",
        "#/open/x",
        "#/new/x",
        "#/again/chart",
        "#/more/more",
        "#/chart//make/1",
        "#/chart/a//auto",
    ] {
        assert_eq!(Route::parse(hash), Route::Home, "{hash}");
    }
    assert_eq!(Route::parse("#/chart/a%2fb"), Route::Chart(RecordId::new("a/b")));
    assert_eq!(Route::parse("#/chart/100%"), Route::Chart(RecordId::new("100%")));
    assert_eq!(Route::parse("#/chart/a/"), Route::Chart(RecordId::new("a")));
}
