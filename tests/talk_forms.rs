//! The forms for talks that come with the app: their files, their schema, and what is quoted in them.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::collections::BTreeSet;

use common::{files_in, text_of};
use roundel::codec::read_talk_form;
use roundel::domain::TalkForm;
use roundel::instruments::{AGREEMENT, SIDE_BY_SIDE, TALK_FORMS};
use serde_json::{Value, json};

/// The forms made of the case studies, which stand under the Open Government Licence.
const OF_CASE_STUDIES: [&str; 4] = ["grow", "coach-session", "lesson-study", "mentor-evidence"];

/// Reference F3 (lines 1225-1231), word for word.
const EVIDENCE: [&str; 7] = [
    "Please outline your teaching experience, making reference to the teaching standards where appropriate.",
    "How do you establish effective working relationships?",
    "What skills do you think are important to mentoring? Can you give examples of where you have used them?",
    "What specific knowledge can you bring to the role of a mentor?",
    "Why is being a reflective practitioner important to ITT / NQT programme? Can you give examples of how you are reflective?",
    "Please outline how and when you have used coaching / facilitation skills effectively.",
    "Please outline what leadership impact you have in your teaching career.",
];

/// Reference B4 (lines 661-671), word for word, in the order of the form. Those of the middle stand under both students.
const LESSON_BEFORE: [&str; 6] = [
    "Teaching teacher:",
    "Observing teachers:",
    "Class:",
    "Date / period:",
    "Which specific teaching focus is this lesson study aiming to develop?",
    "Lesson plan: (Learning activities and questions)",
];
const LESSON_OF_STUDENT: [&str; 4] = [
    "Relevant detail (Why are they your case students?)",
    "Expected student response",
    "Actual student response",
    "What progress did each student make? (evidence from lesson)",
];
const LESSON_AFTER: [&str; 4] = [
    "What was the student feedback?",
    "What would you improve?",
    "Techniques for improvement:",
    "Why do you think it will work?",
];

fn file_of(id: &str) -> String {
    text_of(&format!("public/talks/{id}.json"))
}

fn form(id: &str) -> TalkForm {
    read_talk_form(file_of(id).as_bytes()).unwrap_or_else(|| panic!("{id}"))
}

fn texts<'a>(form: &'a TalkForm, group: &str) -> Vec<&'a str> {
    form.questions.iter().filter(|question| question.group == group).map(|question| question.text.as_str()).collect()
}

#[test]
fn the_files_are_those_that_are_listed_and_each_is_read() {
    let mut listed: Vec<String> = TALK_FORMS.iter().map(|id| format!("public/talks/{id}.json")).collect();
    listed.sort();
    assert_eq!(listed, files_in("public/talks", ""));
    for id in TALK_FORMS {
        let form = form(id);
        assert_eq!(form.id.as_str(), id);
        assert_ne!(id, SIDE_BY_SIDE, "what is noted side by side has no questions of its own");
        let ids: BTreeSet<&str> = form.questions.iter().map(|question| question.id.as_str()).collect();
        assert_eq!(ids.len(), form.questions.len(), "{id}: each question has an id of its own");
        let mut groups: Vec<&str> = form.questions.iter().map(|question| question.group.as_str()).collect();
        groups.dedup();
        assert_eq!(groups.iter().collect::<BTreeSet<_>>().len(), groups.len(), "{id}: a group stands together");
    }
}

#[test]
fn every_form_keeps_to_its_schema_which_is_not_blind() {
    let schema: Value = serde_json::from_str(&text_of("public/schema/roundel-talk-form-1.json")).unwrap();
    assert!(jsonschema::meta::is_valid(&schema), "the schema itself");
    let validator = jsonschema::validator_for(&schema).unwrap();
    for id in TALK_FORMS {
        let file: Value = serde_json::from_str(&file_of(id)).unwrap();
        let faults: Vec<String> =
            validator.iter_errors(&file).map(|error| format!("{}: {error}", error.instance_path)).collect();
        assert_eq!(faults, [""; 0], "{id}");
        let named = |part: &Value, place: &str| {
            let known = schema.pointer(place).unwrap().as_object().unwrap();
            assert!(part.as_object().unwrap().keys().all(|name| known.contains_key(name)), "{id}: {place}");
        };
        named(&file["form"], "/$defs/form/properties");
        named(&file["form"]["questions"][0], "/$defs/question/properties");
    }
    let good: Value = serde_json::from_str(&file_of("grow")).unwrap();
    let strange = [
        ("/format", json!("roundel-instrument")),
        ("/version", json!(2)),
        ("/form/id", json!("a/b")),
        ("/form/version", json!(0)),
        ("/form/title", json!("")),
        ("/form/about_max", json!(-1)),
        ("/form/with_somebody", json!("yes")),
        ("/form/questions", json!([])),
        ("/form/questions/0/text", json!("<b>")),
        ("/form/questions/0/hint", json!(null)),
        ("/form/source", json!("")),
        ("/form/licence", json!(5)),
    ];
    for (place, value) in strange {
        let mut file = good.clone();
        *file.pointer_mut(place).unwrap() = value;
        assert!(!validator.is_valid(&file), "{place}");
    }
}

#[test]
fn what_is_no_such_file_is_not_read() {
    let good: Value = serde_json::from_str(&file_of("grow")).unwrap();
    let not_read = |place: &str, value: Value| {
        let mut file = good.clone();
        *file.pointer_mut(place).unwrap() = value;
        assert_eq!(read_talk_form(file.to_string().as_bytes()), None, "{place}");
    };
    assert_eq!(read_talk_form(b"{"), None);
    not_read("/format", json!("roundel"));
    not_read("/version", json!(2));
    not_read("/form/id", json!(""));
    not_read("/form/questions/0/id", json!(null));
    not_read("/form/questions/0/text", json!(5));
}

#[test]
fn what_is_printed_in_the_case_studies_stands_word_for_word() {
    assert_eq!(texts(&form("mentor-evidence"), ""), EVIDENCE);
    let lesson = form("lesson-study");
    assert_eq!(texts(&lesson, ""), LESSON_BEFORE);
    assert_eq!(texts(&lesson, "Student A"), LESSON_OF_STUDENT);
    assert_eq!(texts(&lesson, "Student B"), LESSON_OF_STUDENT);
    assert_eq!(texts(&lesson, "Review"), LESSON_AFTER);
    // Reference F6 (line 1094): "goal … reality of what is currently happening, options of what the individual could do,
    // and the action points for the future promoting the way forward".
    let grow = form("grow");
    assert_eq!(texts(&grow, ""), ["Goal", "Reality", "Options", "Way forward"]);
    let hints: Vec<&str> = grow.questions.iter().skip(1).map(|question| question.hint.as_str()).collect();
    assert_eq!(
        hints,
        ["What is currently happening", "What the individual could do", "The action points for the future"]
    );
}

#[test]
fn whose_each_form_is_is_said_and_no_licence_is_claimed_for_what_is_not_under_it() {
    for id in TALK_FORMS {
        let form = form(id);
        if OF_CASE_STUDIES.contains(&id) {
            assert!(form.source.contains("case study") && form.source.contains("Crown copyright 2015"), "{id}");
            assert!(form.source.contains("Line"), "{id}: where it stands");
            assert!(form.licence.starts_with("Contains public sector information"), "{id}");
            assert!(form.licence.contains("Open Government Licence v3.0"), "{id}");
        } else {
            let own = form.source == "Written for Roundel.";
            assert!(
                own || (form.source.starts_with("Adapted from ") && form.source.contains("wording is ours")),
                "{id}"
            );
            assert!(form.licence.starts_with("Our own wording") && !form.licence.contains("Government"), "{id}");
        }
    }
}

#[test]
fn students_are_letters_and_nothing_asks_who_they_are() {
    let lesson = form("lesson-study");
    for question in lesson.questions.iter().filter(|question| question.group.starts_with("Student")) {
        assert_eq!(question.hint, "No names, initials, needs or grades");
    }
    let form_of_two = |id: &str| form(id).with_somebody;
    assert!(form_of_two(AGREEMENT) && form_of_two("grow") && !form_of_two("reflection"));
    assert_eq!(form("peer-review").about_max, 3, "the person reviewed chooses one to three");
}
