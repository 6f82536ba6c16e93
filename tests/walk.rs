//! The way through an audit, and where it is left and gone on with.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use common::random::{any_record, cases};
use common::{apply, day, fixture, item, occasion, prompt, section};
use proptest::prelude::*;
use roundel::chart::LayerStyle;
use roundel::domain::{Answer, Edit, Instrument, Moment, Record, RecordId, Sitting, Stop};

/// A record of the form of a fixture, `audit`, nothing answered.
fn fresh(name: &str) -> Record {
    Record::with(fixture(name).instrument, RecordId::new("audit"), occasion("first"), day("2015-07-13"))
}

fn stops(record: &Record) -> Vec<Stop> {
    record.stops(&record.occasions[0])
}

fn resumes_at(record: &Record) -> Stop {
    record.resumes_at(&record.occasions[0])
}

fn at(id: &str) -> Stop {
    Stop::Item(item(id))
}

fn answer(record: &mut Record, id: &str, answer: Answer) {
    apply(record, "2015-07-13", [Edit::Rate { occasion: occasion("first"), item: item(id), answer }]);
}

fn overall(moment: Moment) -> Edit {
    Edit::Overall { occasion: occasion("first"), moment, value: Some(3) }
}

#[test]
fn each_section_ends_with_its_answers() {
    let stops = stops(&fresh("mentor-twice"));
    assert_eq!(stops.len(), 29 + 8 + 1);
    let ends: Vec<usize> = (0..stops.len()).filter(|at| matches!(stops[*at], Stop::SectionEnd(_))).collect();
    assert_eq!(ends, [5, 10, 15, 19, 22, 27, 32, 36]);
    assert_eq!((&stops[4], &stops[5], &stops[6]), (&at("i05"), &Stop::SectionEnd(section("s1")), &at("i06")));
    assert_eq!(stops[36..], [Stop::SectionEnd(section("s8")), Stop::End]);
}

#[test]
fn what_is_asked_in_words_comes_after_the_items() {
    let mut record = fresh("confidence-twice");
    let items = ["i01", "i02", "i03", "i04", "i05", "i06"].map(at);
    assert_eq!(stops(&record), [&items[..], &[Stop::Prompts, Stop::End]].concat());
    apply(&mut record, "2015-07-13", [Edit::AskOverall(true)]);
    let (before, after) = (Stop::Overall(Moment::Before), Stop::Overall(Moment::After));
    assert_eq!(stops(&record), [&[before][..], &items, &[Stop::Prompts, after, Stop::End]].concat());
    let nothing = Record::with(Instrument::own_chart(), RecordId::new("c"), occasion("first"), day("2015-07-13"));
    assert_eq!(stops(&nothing), [Stop::End]);
}

#[test]
fn one_goes_on_after_the_last_answer() {
    let mut record = fresh("mentor-twice");
    assert_eq!(resumes_at(&record), at("i01"));
    answer(&mut record, "i01", Answer::Value(4));
    assert_eq!(resumes_at(&record), at("i02"));
    answer(&mut record, "i04", Answer::DoesNotApply);
    assert_eq!(resumes_at(&record), at("i05"), "what does not apply is an answer");
    answer(&mut record, "i05", Answer::Value(1));
    assert_eq!(resumes_at(&record), Stop::SectionEnd(section("s1")));
    answer(&mut record, "i06", Answer::Value(1));
    answer(&mut record, "i06", Answer::Blank);
    assert_eq!(resumes_at(&record), Stop::SectionEnd(section("s1")));
    answer(&mut record, "i29", Answer::Value(2));
    assert_eq!(resumes_at(&record), Stop::SectionEnd(section("s8")), "what was passed over is named at the end");
    let open: Vec<String> = record.left_open(&record.occasions[0]).iter().map(ToString::to_string).collect();
    let expected: Vec<String> = (2..=28).filter(|at| ![4, 5].contains(at)).map(|at| format!("i{at:02}")).collect();
    assert_eq!(open, expected);
}

#[test]
fn the_number_for_all_and_words_are_answers_too() {
    let mut record = fresh("confidence-twice");
    apply(&mut record, "2015-07-13", [Edit::AskOverall(true)]);
    assert_eq!(resumes_at(&record), Stop::Overall(Moment::Before));
    apply(&mut record, "2015-07-13", [overall(Moment::Before)]);
    assert_eq!(resumes_at(&record), at("i01"));
    answer(&mut record, "i06", Answer::Value(5));
    assert_eq!(resumes_at(&record), Stop::Prompts);
    let reply = Edit::Reply { occasion: occasion("first"), prompt: prompt("p1"), at: 0, text: "(synthetic)".into() };
    apply(&mut record, "2015-07-13", [reply]);
    assert_eq!(resumes_at(&record), Stop::Overall(Moment::After));
    apply(&mut record, "2015-07-13", [overall(Moment::After)]);
    assert_eq!(resumes_at(&record), Stop::End);
    assert_eq!(record.left_open(&record.occasions[0]).len(), 5);
}

#[test]
fn an_audit_is_under_way_until_it_is_ended() {
    let mut record = fresh("confidence-twice");
    assert!(!record.is_being_made() && record.is_untouched());
    answer(&mut record, "i01", Answer::Value(5));
    assert_eq!(record.under_way().map(|on| on.id.as_str()), Some("first"));
    assert!(!record.is_untouched());
    apply(&mut record, "2015-07-13", [Edit::Finish(occasion("first"))]);
    assert_eq!(record.under_way(), None);
    apply(&mut record, "2015-08-17", [Edit::StartOccasion { occasion: occasion("second"), sitting: Sitting::All }]);
    assert!(record.is_rating_again());
    assert_eq!(record.resumes_at(&record.occasions[1]), at("i01"), "each time begins anew");
}

#[test]
fn an_audit_in_which_only_words_were_written_is_kept() {
    let first = || occasion("first");
    let reply = |text: &str| Edit::Reply { occasion: first(), prompt: prompt("p1"), at: 0, text: text.into() };
    for edit in [reply("(synthetic)"), overall(Moment::After)] {
        let mut record = fresh("confidence-twice");
        apply(&mut record, "2015-07-13", [edit]);
        assert!(!record.is_untouched() && !record.occasions[0].is_empty());
    }
    let mut record = fresh("confidence-twice");
    apply(&mut record, "2015-07-13", [reply("(synthetic)"), reply("")]);
    assert!(record.is_untouched(), "taken away again");
}

#[test]
fn entries_are_put_in_order_by_changing_places() {
    let mut record = fresh("confidence-twice");
    let first = || occasion("first");
    let reply = |at: usize, text: &str| Edit::Reply { occasion: first(), prompt: prompt("p1"), at, text: text.into() };
    let rank = |at: usize, rank: Option<u8>| Edit::Rank { occasion: first(), prompt: prompt("p1"), at, rank };
    let mut check = |edits: &[Edit], expected: &[(&str, Option<u8>)]| {
        apply(&mut record, "2015-07-13", edits.iter().cloned());
        let replies: Vec<_> = record.occasions[0].replies.iter().map(|it| (it.text.as_str(), it.rank)).collect();
        assert_eq!(replies, expected, "{edits:?}");
    };
    check(&[reply(1, "too far")], &[]);
    check(&[reply(0, "a"), reply(1, "b"), reply(2, "c")], &[("a", None), ("b", None), ("c", None)]);
    check(&[rank(0, Some(1)), rank(1, Some(2))], &[("a", Some(1)), ("b", Some(2)), ("c", None)]);
    check(&[rank(1, Some(1))], &[("a", Some(2)), ("b", Some(1)), ("c", None)]);
    check(&[rank(2, Some(2))], &[("a", None), ("b", Some(1)), ("c", Some(2))]);
    check(&[rank(0, Some(4)), rank(0, Some(0)), rank(3, Some(3))], &[("a", None), ("b", Some(1)), ("c", Some(2))]);
    check(&[rank(0, Some(3)), reply(2, "")], &[("a", None), ("b", Some(1))]);
    check(&[rank(1, None)], &[("a", None), ("b", None)]);
    check(&[reply(0, "")], &[("", None), ("b", None)]);
    check(&[reply(1, "")], &[]);
    let five = ["a", "b", "c", "d", "e"].iter().enumerate().map(|(at, text)| reply(at, text)).collect::<Vec<_>>();
    let all = ["a", "b", "c", "d", "e"].map(|text| (text, None));
    check(&five, &all);
    check(&[reply(5, "a sixth")], &all);
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn every_way_passes_all_there_is_once_and_comes_to_an_end(record in any_record()) {
        for on in &record.occasions {
            let stops = record.stops(on);
            prop_assert_eq!(stops.last(), Some(&Stop::End));
            prop_assert!(stops.iter().enumerate().all(|(at, stop)| !stops[..at].contains(stop)), "{stops:?}");
            let items = stops.iter().filter(|stop| matches!(stop, Stop::Item(_))).count();
            prop_assert_eq!(items, record.items_to_rate(on).count());
            prop_assert!(stops.contains(&record.resumes_at(on)));
            let (answered, all) = record.progress(on);
            prop_assert_eq!(record.left_open(on).len(), all - answered);
        }
    }
}

#[test]
fn an_entry_that_loses_its_words_loses_its_place() {
    let mut record = fresh("confidence-twice");
    let asked = record.instrument.prompts[0].id.clone();
    let reply =
        |at, text: &str| Edit::Reply { occasion: occasion("first"), prompt: asked.clone(), at, text: text.into() };
    let rank = |at, rank| Edit::Rank { occasion: occasion("first"), prompt: asked.clone(), at, rank: Some(rank) };
    let edits = [reply(0, "(synthetic) a"), reply(1, "(synthetic) b"), rank(0, 1), rank(1, 2), reply(0, "")];
    apply(&mut record, "2015-07-13", edits);
    let said: Vec<_> = record.occasions[0].replies.iter().map(|reply| (reply.text.as_str(), reply.rank)).collect();
    assert_eq!(said, [("", None), ("(synthetic) b", Some(2))]);
}

#[test]
fn where_the_level_needed_counts_it_is_drawn_beside_both_times() {
    let form = std::fs::read_to_string(common::path("public/instruments/four-tensions.json")).unwrap();
    let form = roundel::codec::read_instrument(form.as_bytes()).unwrap();
    let mut record = Record::with(form, RecordId::new("audit"), occasion("first"), day("2015-07-13"));
    let needed = Edit::Needed { occasion: occasion("second"), item: item("i01"), level: Some(7) };
    let edits =
        [common::rate("first", "i01", 9), Edit::StartOccasion { occasion: occasion("second"), sitting: Sitting::All }];
    apply(&mut record, "2015-07-13", edits);
    apply(&mut record, "2016-07-13", [common::rate("second", "i01", 8), needed]);
    let both = roundel::analysis::compare(&record, &record.occasions[0], &record.occasions[1]);
    let layers = roundel::chart::overlay_of(&record, &both, &roundel::chart::layers_of(&record, &both)).layers;
    let drawn: Vec<_> = layers.iter().map(|layer| (layer.style, layer.reading(0).value())).collect();
    assert_eq!(drawn, [(LayerStyle::Then, Some(9.0)), (LayerStyle::Now, Some(8.0)), (LayerStyle::Needed, Some(7.0))]);
}
