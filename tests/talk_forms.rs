//! The forms that talks are noted by: all of them are there, and what is quoted stands word for word.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::collections::BTreeSet;

use common::{files_in, text_of};
use roundel::codec::read_talk_form;
use roundel::domain::TalkForm;
use roundel::instruments::{AGREEMENT, TALK_FORMS};

fn form(id: &str) -> TalkForm {
    read_talk_form(text_of(&format!("public/talks/{id}.json")).as_bytes()).unwrap_or_else(|| panic!("{id}"))
}

#[test]
fn each_form_that_is_offered_is_there_and_no_other() {
    let mut listed: Vec<String> = TALK_FORMS.iter().map(|id| format!("public/talks/{id}.json")).collect();
    listed.sort();
    assert_eq!(listed, files_in("public/talks", ""));
    for id in TALK_FORMS {
        let form = form(id);
        assert_eq!(form.id.as_str(), id);
        let ids: BTreeSet<_> = form.questions.iter().map(|question| &question.id).collect();
        assert_eq!(ids.len(), form.questions.len(), "{id}: each question has a name of its own");
        assert!(!form.questions.is_empty() && form.questions.iter().all(|question| !question.text.is_empty()), "{id}");
        assert!(![&form.title, &form.purpose, &form.source, &form.licence].iter().any(|text| text.is_empty()), "{id}");
    }
    assert!(TALK_FORMS.contains(&AGREEMENT));
}

#[test]
fn only_what_is_public_sector_information_says_so() {
    for id in TALK_FORMS {
        let form = form(id);
        let of_case_studies = form.source.contains("Crown copyright 2015");
        assert_eq!(form.licence.contains("Open Government Licence v3.0"), of_case_studies, "{id}");
        assert!(of_case_studies || form.source.contains("Adapted from") || form.source == "Ours.", "{id}");
    }
}

/// The questions as the case studies print them (Fairfields, lines 1225-1231; Central Bedfordshire, lines 665-671).
#[test]
fn what_is_quoted_stands_word_for_word() {
    let questions = |id: &str| form(id).questions.into_iter().map(|question| question.text).collect::<Vec<_>>();
    assert_eq!(
        questions("mentor-evidence"),
        [
            "Please outline your teaching experience, making reference to the teaching standards where appropriate.",
            "How do you establish effective working relationships?",
            "What skills do you think are important to mentoring? Can you give examples of where you have used them?",
            "What specific knowledge can you bring to the role of a mentor?",
            "Why is being a reflective practitioner important to ITT / NQT programme? Can you give examples of how you are reflective?",
            "Please outline how and when you have used coaching / facilitation skills effectively.",
            "Please outline what leadership impact you have in your teaching career.",
        ]
    );
    let lesson = questions("lesson-study");
    for printed in [
        "Which specific teaching focus is this lesson study aiming to develop?",
        "Expected student response",
        "Actual student response",
        "Lesson plan: (Learning activities and questions)",
        "What progress did each student make? (evidence from lesson)",
        "What was the student feedback?",
        "What would you improve?",
        "Techniques for improvement:",
        "Why do you think it will work?",
    ] {
        assert!(lesson.iter().any(|question| question == printed), "{printed}");
    }
    assert_eq!(
        form("grow").questions.iter().map(|each| each.text.as_str()).collect::<Vec<_>>(),
        ["Goal", "Reality", "Options", "Way forward"]
    );
}

#[test]
fn where_pupils_are_meant_they_have_no_names() {
    let of_pupils = form("lesson-study").questions.into_iter().filter(|each| each.group.starts_with("Student"));
    let hints: Vec<_> = of_pupils.map(|each| each.hint).collect();
    assert_eq!(hints.len(), 6);
    assert!(hints.iter().all(|hint| hint == "No names, initials, needs or grades"));
    assert_eq!(form("peer-review").about_max, 3, "one to three items");
}

#[test]
fn a_form_is_read_whole_or_not_at_all() {
    for strange in ["", "{}", r#"{"format":"roundel-talk-form","version":2,"form":{"id":"a","version":1}}"#] {
        assert_eq!(read_talk_form(strange.as_bytes()), None, "{strange}");
    }
    let broken = text_of("public/talks/grow.json").replace("\"Goal\"", "7");
    assert_eq!(read_talk_form(broken.as_bytes()), None);
}
