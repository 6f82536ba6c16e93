//! Instruments of one's own in the store: made, changed, deleted, taken in, and what a record keeps of them.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use common::bench::{Bench, keys, open, open_on};
use common::random::{any_text, cases};
use common::{item, section, text_of};
use proptest::prelude::*;
use roundel::codec::{OpenedFile, Restored, Table, read_instrument};
use roundel::domain::{Direction, Edit, Instrument, InstrumentId, Item, Origin, Scale, Style};
use roundel::instruments::{Change, change, new_list};
use roundel::state::{ListFate, Notice, Opened, SaveState, WriteError};

fn mine() -> InstrumentId {
    InstrumentId::new("mine")
}

/// A list of one's own, `mine`, with two statements.
fn my_list() -> Instrument {
    let mut form = new_list(mine());
    form.about.title = "Mine".into();
    form.items = ["a", "b"].map(|id| Item::new(item(id), "(synthetic) I ask", Origin::Given)).into();
    form
}

fn opened() -> Bench {
    open_on(Restored { instruments: vec![my_list()], ..Restored::default() })
}

fn titled(title: &str) -> Instrument {
    let mut form = my_list();
    form.about.title = title.into();
    form
}

fn title(text: &str) -> Change {
    Change::Title(text.into())
}

fn change_it(bench: &Bench, edit: Change) {
    bench.app.change_instrument(&mine(), edit);
}

/// The title and the version that the list has now.
fn title_and_version(bench: &Bench) -> (String, u32) {
    let about = bench.list("mine").unwrap().about;
    (about.title, about.version)
}

#[test]
fn a_new_list_is_stored_at_once_and_one_undo_takes_it_away() {
    let bench = open(vec![]);
    let id = bench.app.new_list();
    assert_eq!(keys(&bench.memory.end(Ok(()))), "instruments:id1");
    assert_eq!(bench.list(id.as_str()), Some(new_list(id)));
    bench.app.undo();
    assert_eq!(keys(&bench.memory.end(Ok(()))), "-instruments:id1");
    assert!(bench.lists().is_empty());
}

#[test]
fn a_list_that_was_begun_and_left_goes_again_and_one_with_a_letter_in_it_stays() {
    let bench = open(vec![]);
    let (blank, begun) = (bench.app.new_list(), bench.app.new_list());
    bench.app.change_instrument(&begun, title("L"));
    bench.app.drop_blank_lists();
    bench.memory.settle();
    assert_eq!(bench.list(blank.as_str()), None);
    assert!(bench.list(begun.as_str()).is_some());
    assert_eq!(bench.memory.stored_lists().into_keys().collect::<Vec<_>>(), [begun.to_string()]);
    assert!(!bench.memory.rows.borrow().keys().any(|key| key.table == Table::Bin), "a blank one is nothing to keep");
}

#[test]
fn what_is_changed_is_stored_and_what_is_not_is_not() {
    let bench = opened();
    change_it(&bench, title("Mine"));
    change_it(&bench, Change::RemoveItem(item("unknown")));
    change_it(&bench, Change::Scale(Scale { min: 3, max: 3 }));
    bench.app.change_instrument(&InstrumentId::new("unknown"), title("x"));
    assert_eq!((bench.memory.is_idle(), bench.can_undo(), bench.app.notice()), (true, false, None));
    change_it(&bench, title("Ours"));
    assert_eq!(keys(&bench.memory.end(Ok(()))), "instruments:mine");
    assert_eq!(bench.memory.stored_lists()["mine"], titled("Ours"));
    assert_eq!(bench.app.notice(), None, "nobody has used it: it is still the first version");
    bench.app.undo();
    bench.memory.settle();
    assert_eq!((bench.list("mine"), &bench.memory.stored_lists()["mine"]), (Some(my_list()), &my_list()));
}

#[test]
fn changing_a_list_that_is_in_use_makes_its_next_version() {
    let bench = opened();
    let record = bench.app.begin(my_list());
    let made_with = bench.named(record.as_str()).unwrap().instrument;
    change_it(&bench, title("O"));
    assert_eq!(bench.app.notice(), Some(Notice::NewVersion));
    change_it(&bench, title("Ou"));
    change_it(&bench, title("Ours"));
    assert_eq!(title_and_version(&bench), ("Ours".into(), 2), "typing on makes no further version");
    assert_eq!(bench.named(record.as_str()).unwrap().instrument, made_with, "the record keeps its copy");
    bench.app.undo();
    assert_eq!(bench.list("mine"), Some(my_list()), "one undo takes back the words and the version");
    assert_eq!((bench.app.notice(), bench.can_undo()), (None, false));
    bench.memory.settle();
    assert_eq!(bench.memory.stored_lists()["mine"], my_list());
    assert_eq!(bench.memory.stored()[record.as_str()].instrument, made_with);
}

#[test]
fn each_version_that_is_used_is_followed_by_another() {
    let bench = opened();
    bench.app.begin(my_list());
    change_it(&bench, title("Second"));
    bench.app.begin(bench.list("mine").unwrap());
    change_it(&bench, title("Third"));
    assert_eq!(title_and_version(&bench), ("Third".into(), 3));
}

#[test]
fn a_list_that_a_record_was_begun_with_is_not_taken_back() {
    let bench = opened();
    change_it(&bench, title("Used"));
    bench.app.begin(bench.list("mine").unwrap());
    assert!(!bench.can_undo(), "what was used would have the version of what was not");
    bench.app.undo();
    assert_eq!(title_and_version(&bench), ("Used".into(), 1));
    change_it(&bench, title("Later"));
    bench.app.begin(Instrument::own_chart());
    assert!(bench.can_undo(), "another form is no reason");
}

#[test]
fn typing_in_one_field_is_one_step_and_a_page_ends_it() {
    let text = |id: &str, text: &str| Change::ItemText(item(id), text.into());
    let check = |name: &str, edits: &[Change], kept: usize| {
        let bench = opened();
        for each in edits {
            change_it(&bench, each.clone());
        }
        bench.app.undo();
        let mut expected = my_list();
        for each in &edits[..kept] {
            change(&mut expected, each.clone());
        }
        assert_eq!(bench.list("mine"), Some(expected), "{name}");
    };
    check("a title", &[title("O"), title("Ou"), title("Our")], 0);
    check("two items", &[text("a", "x"), text("b", "x"), text("b", "xy")], 1);
    check("a new item and its words", &[Change::AddItem(item("c"), None), text("c", "I"), text("c", "I listen")], 0);
    check("two fields", &[title("O"), Change::Purpose("x".into()), Change::Purpose("xy".into())], 1);
    check("the words of two numbers", &[Change::AnchorWords(1, "x".into()), Change::AnchorWords(2, "y".into())], 1);
    check("a choice is a step", &[Change::MayNotApply(false), Change::Direction(Direction::Lower)], 1);
    let bench = opened();
    change_it(&bench, title("O"));
    bench.app.leave_page();
    change_it(&bench, title("Ou"));
    bench.app.undo();
    assert_eq!(title_and_version(&bench).0, "O");
}

#[test]
fn a_deleted_list_comes_back_and_records_keep_theirs() {
    let bench = opened();
    let record = bench.app.begin(my_list());
    bench.memory.settle();
    bench.app.delete_instrument(&mine());
    assert_eq!((bench.app.notice(), bench.list("mine")), (Some(Notice::ListDeleted), None));
    assert_eq!(keys(&bench.memory.end(Ok(()))), "-instruments:mine");
    bench.app.leave_page();
    assert_eq!(bench.app.notice(), Some(Notice::ListDeleted), "it can still be brought back");
    assert_eq!(bench.named(record.as_str()).unwrap().instrument.about, my_list().about);
    bench.app.undo();
    bench.memory.settle();
    assert_eq!((bench.list("mine"), bench.app.notice()), (Some(my_list()), None));
    bench.app.delete_instrument(&InstrumentId::new("unknown"));
    assert_eq!((bench.app.notice(), bench.memory.is_idle()), (None, true));
}

fn take_in(bench: &Bench, form: Instrument) -> Opened {
    bench.app.take_in(OpenedFile { instruments: vec![form], ..OpenedFile::default() })
}

#[test]
fn an_instrument_from_a_file_replaces_nothing() {
    let bench = opened();
    assert_eq!(bench.app.fate_of_list(&my_list()), ListFate::Here(mine()));
    assert_eq!(take_in(&bench, my_list()), Opened::default());
    assert!(bench.memory.is_idle() && !bench.can_undo());
    let added = |id: &str| Opened { lists_added: vec![InstrumentId::new(id)], ..Opened::default() };
    let copy = Opened { lists_copies: vec![InstrumentId::new("id1")], ..Opened::default() };
    assert_eq!(take_in(&bench, titled("Theirs")), copy, "another of the same name gets one of its own");
    assert_eq!(bench.app.fate_of_list(&titled("Theirs")), ListFate::Here(InstrumentId::new("id1")));
    assert_eq!(take_in(&bench, titled("Theirs")), Opened::default(), "and is not taken in a second time");
    assert_eq!(bench.list("mine"), Some(my_list()));
    assert_eq!(bench.list("id1").unwrap().about.title, "Theirs");
    let mut other = titled("From elsewhere");
    other.about.id = InstrumentId::new("elsewhere");
    assert_eq!(take_in(&bench, other.clone()), added("elsewhere"));
    bench.app.undo();
    assert_eq!(bench.list("elsewhere"), None, "what a file brought is taken back");
    bench.app.redo();
    bench.memory.settle();
    assert_eq!(bench.memory.stored_lists().into_keys().collect::<Vec<_>>(), ["elsewhere", "id1", "mine"]);
}

#[test]
fn one_undo_brings_back_the_words_that_fell_away_on_the_way_to_another_scale() {
    let bench = opened();
    change_it(&bench, Change::AnchorWords(10, "(synthetic) always".into()));
    for max in [9, 8, 9, 10] {
        change_it(&bench, Change::Scale(Scale { min: 0, max }));
    }
    assert!(bench.list("mine").unwrap().anchors.is_empty());
    bench.app.undo();
    assert_eq!(bench.list("mine").unwrap().anchors.len(), 1);
}

#[test]
fn one_undo_brings_back_a_line_that_was_emptied_and_left() {
    let bench = opened();
    let a = || item("a");
    for text in ["(synthetic) I as", ""] {
        change_it(&bench, Change::ItemText(a(), text.into()));
    }
    change_it(&bench, Change::RemoveItem(a()));
    bench.app.undo();
    assert_eq!(bench.list("mine"), Some(my_list()));
    // A line with words in it is removed on purpose: the words come back with it.
    change_it(&bench, Change::ItemText(a(), "(synthetic) other words".into()));
    change_it(&bench, Change::RemoveItem(a()));
    bench.app.undo();
    assert_eq!(bench.list("mine").unwrap().items[0].text, "(synthetic) other words");
}

#[test]
fn what_calls_itself_built_in_gets_a_name_of_its_own() {
    let text = text_of("public/instruments/mentor-skills-audit.json");
    let bench = open(vec![]);
    let built_in = read_instrument(text.as_bytes()).unwrap();
    let opened = take_in(&bench, built_in.clone());
    assert_eq!(opened.lists_added, [InstrumentId::new("id1")]);
    assert_eq!(bench.list("mentor-skills-audit"), None);
    let taken = bench.list("id1").unwrap();
    let renamed = roundel::domain::About { id: InstrumentId::new("id1"), ..built_in.about.clone() };
    assert_eq!(taken, Instrument { about: renamed, ..built_in });
}

#[test]
fn a_list_is_the_same_after_it_was_stored() {
    let bench = open(vec![]);
    let mut form = titled("Mine");
    form.about.id = InstrumentId::new("other");
    take_in(&bench, form.clone());
    bench.memory.settle();
    let again =
        open_on(Restored { instruments: bench.memory.stored_lists().into_values().collect(), ..Restored::default() });
    assert_eq!(again.app.fate_of_list(&form), ListFate::Here(InstrumentId::new("other")));
    assert_eq!(take_in(&again, form), Opened::default());
}

#[test]
fn an_undo_is_of_the_last_change_whichever_it_was() {
    let bench = opened();
    let record = bench.app.begin(my_list());
    change_it(&bench, title("Ours"));
    bench.app.edit(&record, Edit::Owner("(synthetic)".into()));
    bench.app.undo();
    assert_eq!((bench.named(record.as_str()).unwrap().owner.as_str(), title_and_version(&bench).1), ("", 2));
    bench.app.undo();
    assert_eq!((title_and_version(&bench).1, bench.can_undo()), (1, false));
}

/// What the person or the device does.
#[derive(Clone, Debug)]
enum Act {
    Change(Change),
    Begin,
    Delete,
    TakeIn(bool),
    New,
    Undo,
    End(Result<(), WriteError>),
}

fn any_act() -> impl Strategy<Value = Act> {
    let item = || (0..5usize).prop_map(|at| item(&format!("i{at}")));
    let change = prop_oneof![
        any_text().prop_map(Change::Title),
        (item(), any_text()).prop_map(|(id, text)| Change::ItemText(id, text)),
        item().prop_map(|id| Change::AddItem(id, None)),
        item().prop_map(Change::RemoveItem),
        Just(Change::AddSection(section("s"))),
        Just(Change::RemoveSection(section("s"))),
        prop::sample::select(vec![Style::Chart, Style::Audit]).prop_map(Change::Style),
    ];
    prop_oneof![
        8 => change.prop_map(Act::Change),
        2 => Just(Act::Begin),
        1 => Just(Act::Delete),
        2 => any::<bool>().prop_map(Act::TakeIn),
        1 => Just(Act::New),
        3 => Just(Act::Undo),
        4 => Just(Act::End(Ok(()))),
        1 => Just(Act::End(Err(WriteError::Full))),
    ]
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn whatever_happens_the_disk_ends_as_the_screen_and_versions_stay_apart(acts in prop::collection::vec(any_act(), 0..40)) {
        let bench = opened();
        // What comes from a file may call itself anything.
        let from_outside = acts.iter().any(|act| matches!(act, Act::TakeIn(_)));
        for act in acts {
            match act {
                Act::Change(edit) => change_it(&bench, edit),
                Act::Begin => _ = bench.list("mine").map(|form| bench.app.begin(form)),
                Act::Delete => bench.app.delete_instrument(&mine()),
                Act::TakeIn(same) => _ = take_in(&bench, if same { my_list() } else { titled("Theirs") }),
                Act::New => _ = bench.app.new_list(),
                Act::Undo => bench.app.undo(),
                Act::End(result) => if !bench.memory.is_idle() { bench.memory.end(result); },
            }
            if bench.saving() == SaveState::Saved {
                prop_assert_eq!(bench.memory.stored_lists(), bench.lists(), "saved means stored");
            }
        }
        bench.app.retry();
        bench.memory.settle();
        prop_assert_eq!(bench.memory.stored_lists(), bench.lists());
        let used: Vec<Instrument> =
            bench.ids().iter().filter_map(|id| bench.named(id)).map(|record| record.instrument).collect();
        for (at, one) in used.iter().enumerate() {
            for other in &used[at + 1..] {
                let same = (&one.about.id, one.about.version) == (&other.about.id, other.about.version);
                prop_assert!(from_outside || !same || one == other, "two forms are both version {}", one.about.version);
            }
        }
    }
}
