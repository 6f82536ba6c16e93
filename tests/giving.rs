//! What of a record is given: what is left out is in no part of it, and all else is.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::collections::BTreeSet;

use common::random::{any_stamped_record, cases};
use common::{apply, broken_rule, day, fixture, item, occasion, rated, reword};
use proptest::prelude::*;
use roundel::codec::{read_file, write_file};
use roundel::domain::{
    Choice, ConversationEdit, ConversationId, Edit, Extra, Extras, FormId, Occasion, Rater, Record, Sitting, TargetId,
    Wish, merge,
};

fn without(extras: impl IntoIterator<Item = Extra>) -> Choice {
    Choice { without: extras.into_iter().collect(), ..Choice::default() }
}

fn without_times(times: &[&str]) -> Choice {
    Choice { without_times: times.iter().map(|time| occasion(time)).collect(), ..Choice::default() }
}

/// The file that a record makes, as text.
fn file(record: &Record) -> String {
    write_file(&[record], day("2026-01-15"))
}

fn talk(id: &str) -> ConversationId {
    ConversationId::new(id)
}

fn begin(id: &str) -> Edit {
    let (form, title) = (FormId::default(), String::new());
    Edit::AddConversation { conversation: talk(id), form, title, by: Rater::Me }
}

/// A chart with a word of its own in each thing that can be left out. Synthetic.
fn full() -> Record {
    let mut record = rated();
    let on = record.occasions[0].id.to_string();
    let at = || occasion(&on);
    let first = record.items().next().unwrap().id.clone();
    let edits = [
        Edit::Owner("SAYS-NAME".into()),
        Edit::Code("SAYS-CODE".into()),
        Edit::Why { occasion: at(), item: first.clone(), text: "SAYS-REASON".into() },
        Edit::Example { occasion: at(), item: first.clone(), text: "SAYS-EXAMPLE".into() },
        Edit::Needed { occasion: at(), item: first.clone(), level: Some(9) },
        Edit::AddTarget { target: common::target("t"), item: Some(first) },
        Edit::TargetWhat { target: common::target("t"), text: "SAYS-TARGET".into() },
        Edit::Context { occasion: at(), text: "SAYS-NOTE".into() },
        Edit::Wish(Wish::Times, "SAYS-WISH".into()),
        Edit::Ideas(vec!["SAYS-IDEA".into()]),
        begin("c"),
        Edit::Converse { conversation: talk("c"), edit: ConversationEdit::Agreed("SAYS-TALK".into()) },
        begin("p"),
        Edit::Converse { conversation: talk("p"), edit: ConversationEdit::Agreed("SAYS-PRIVATE".into()) },
        Edit::Converse { conversation: talk("p"), edit: ConversationEdit::Private(true) },
    ];
    apply(&mut record, "2025-09-08", edits);
    record
}

#[test]
fn what_is_left_out_is_nowhere_in_what_is_given() {
    let record = full();
    for (extra, word) in [
        (Extra::Name, "SAYS-NAME"),
        (Extra::Code, "SAYS-CODE"),
        (Extra::Reasons, "SAYS-REASON"),
        (Extra::Examples, "SAYS-EXAMPLE"),
        (Extra::Needed, "\"needed\": 9"),
        (Extra::Targets, "SAYS-TARGET"),
        (Extra::Notes, "SAYS-NOTE"),
        (Extra::Wishes, "SAYS-WISH"),
        (Extra::Conversations, "SAYS-TALK"),
        (Extra::Private, "SAYS-PRIVATE"),
    ] {
        assert!(record.has(extra), "{extra:?}");
        assert!(file(&record.given(&Choice::default())).contains(word), "{word} is given unless it is left out");
        let given = record.given(&without([extra]));
        assert!(!file(&given).contains(word), "{word}");
        assert!(!given.has(extra), "{extra:?}");
        // That there is anything private is not told.
        let told: &[Extra] = if extra == Extra::Private { &[] } else { &[extra] };
        assert_eq!(given.left_out.iter().collect::<Vec<_>>(), told);
    }
}

#[test]
fn what_there_was_none_of_was_not_left_out() {
    let given = rated().given(&without(Extra::ALL));
    assert_eq!(given.left_out, Extras::default());
    assert_eq!(given.occasions, rated().occasions);
}

#[test]
fn what_others_said_while_it_was_made_is_never_given() {
    assert!(!file(&full().given(&Choice::default())).contains("SAYS-IDEA"));
}

#[test]
fn anothers_view_is_left_out_with_what_others_said() {
    let mut record = fixture("three-times");
    assert!(record.has(Extra::Others) || record.occasions.iter().all(|on| on.rater == Rater::Me));
    let mut view = Occasion::clone(&record.occasions[0]);
    (view.id, view.rater, view.context) = (occasion("view"), Rater::Other("Mentor".into()), "SAYS-MENTOR".into());
    record.occasions.insert(1, view.into());
    assert!(record.has(Extra::Others));
    let given = record.given(&without([Extra::Others]));
    assert!(!file(&given).contains("SAYS-MENTOR"));
    assert!(given.left_out.has(Extra::Others));
}

#[test]
fn a_note_with_nothing_but_what_was_agreed_goes_with_the_targets() {
    let mut record = rated();
    let agreed = Edit::AddAgreed { conversation: talk("brief"), target: TargetId::new("agreed") };
    apply(&mut record, "2026-01-15", [begin("brief"), agreed]);
    assert_eq!(record.given(&Choice::default()).conversations.len(), 1);
    let given = record.given(&without([Extra::Targets]));
    assert!(given.conversations.is_empty());
}

#[test]
fn a_time_that_is_left_out_takes_its_items_and_wordings_along() {
    let mut record = rated();
    apply(
        &mut record,
        "2025-09-08",
        [Edit::AddItem {
            item: item("old"),
            text: "SAYS-OLD".into(),
            origin: roundel::domain::Origin::Own,
            category: None,
        }],
    );
    let first = record.items().next().unwrap().clone();
    let then = record.occasions[0].id.clone();
    apply(
        &mut record,
        "2025-09-08",
        [
            Edit::Rate { occasion: then.clone(), item: item("old"), answer: roundel::domain::Answer::Value(3) },
            Edit::Finish(then.clone()),
        ],
    );
    apply(
        &mut record,
        "2026-07-01",
        [
            Edit::RemoveItem(item("old")),
            reword(first.id.as_str(), "Another wording", &first.opposite),
            Edit::StartOccasion { occasion: occasion("now"), sitting: Sitting::All },
        ],
    );
    assert!(record.occasions.len() == 2 && record.item(&first.id).unwrap().earlier.len() == 1);
    let given = record.given(&without_times(&[then.as_str()]));
    let text = file(&given);
    assert!(!text.contains("SAYS-OLD") && !text.contains(&format!("\"text\": \"{}\"", first.text)));
    assert_eq!(given.occasions.iter().map(|on| on.id.as_str()).collect::<Vec<_>>(), ["now"]);
    assert!(given.left_out.has(Extra::AllTimes));
    // A reworded item whose wording a given time was rated in keeps it.
    let both = record.given(&Choice::default());
    assert_eq!(both.item(&first.id).unwrap().earlier.len(), 1);
    assert!(both.item(&item("old")).is_some());
}

#[test]
fn what_another_followed_is_not_under_way_again() {
    let mut record = rated();
    let then = record.occasions[0].id.clone();
    apply(
        &mut record,
        "2026-07-01",
        [Edit::Finish(then.clone()), Edit::StartOccasion { occasion: occasion("now"), sitting: Sitting::All }],
    );
    std::sync::Arc::make_mut(&mut record.occasions[0]).finished = false;
    let given = record.given(&without_times(&["now"]));
    assert!(given.is_over(&given.occasions[0]));
}

#[test]
fn a_copy_that_comes_back_takes_nothing_away() {
    let mut record = full();
    record.stamp_changes(Some(&rated()), 1_000);
    let given = record.given(&without(Extra::ALL));
    let merged = merge(&record, &given);
    assert!(merged.record.reads_as(&record));
    assert_eq!(merged.record.left_out, Extras::default());
}

#[test]
fn somebody_elses_stays_theirs_here_and_only_here() {
    let mut held = rated();
    held.held_since = Some(day("2026-01-15"));
    let merged = merge(&held, &rated()).record;
    assert_eq!(merged.held_since, held.held_since);
    assert_eq!(merge(&rated(), &held).record.held_since, held.held_since);
    assert_eq!(held.given(&Choice::default()).held_since, None);
}

fn any_choice() -> impl Strategy<Value = (Vec<Extra>, Vec<prop::sample::Index>)> {
    let extras = prop::sample::subsequence(Extra::ALL.to_vec(), 0..=Extra::ALL.len());
    (extras, prop::collection::vec(any::<prop::sample::Index>(), 0..2))
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn what_is_given_keeps_the_rules_and_reads_back(record in any_stamped_record(), (extras, times) in any_choice()) {
        let some_times = times.iter().filter(|_| !record.occasions.is_empty());
        let times: BTreeSet<_> = some_times.map(|at| at.get(&record.occasions).id.clone()).collect();
        let choice = Choice { without: extras.iter().copied().collect(), without_times: times.clone() };
        let given = record.given(&choice);
        prop_assert_eq!(broken_rule(&given), None);
        for extra in extras.into_iter().filter(|extra| *extra != Extra::AllTimes) {
            prop_assert!(!given.has(extra), "{:?}", extra);
        }
        prop_assert!(given.occasions.iter().all(|on| !times.contains(&on.id)));
        let read = read_file(file(&given).as_bytes()).unwrap();
        prop_assert_eq!(read.records, vec![given.clone()]);
        prop_assert_eq!(given.given(&choice), given);
    }

    #[test]
    fn giving_all_of_it_changes_nothing_that_is_rated(record in any_stamped_record()) {
        let given = record.given(&Choice::default());
        prop_assert_eq!(&given.instrument.items, &record.instrument.items);
        // Only that what somebody else was rating is over, for whoever gets it; what was under way before it is so again,
        // and asks what has come to the chart meanwhile.
        let over = |on: &Occasion| {
            let mut on = Occasion { finished: on.finished || on.rater != Rater::Me, ..on.clone() };
            on.ratings.retain(|_, rating| !rating.is_empty());
            on
        };
        let all = |record: &Record| record.all_occasions().map(over).collect::<Vec<_>>();
        prop_assert_eq!(all(&given), all(&record));
        prop_assert_eq!(&given.targets, &record.targets);
        let agreed = |id: &ConversationId| record.targets.iter().any(|it| it.conversation.as_ref() == Some(id));
        let noted = record.conversations.iter().filter(|talk| !talk.is_empty() || agreed(&talk.id));
        let noted: Vec<_> = noted.cloned().collect();
        prop_assert_eq!(given.conversations, noted);
    }
}
