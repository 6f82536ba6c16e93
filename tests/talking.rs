//! What is to be done and what was talked about: targets that are looked at again, notes of talks, what stays with whoever
//! wrote it, and somebody else's rating beside one's own.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use common::{add, apply, broken_rule, day, fixture, item, occasion, rate, rated, target, text_of};
use roundel::analysis::giving_way;
use roundel::codec::{Shared, read_file, read_ideas, write_file, write_link};
use roundel::domain::{
    Choice, Conversation, ConversationEdit, ConversationId, Edit, Extra, FormId, Lost, Note, QuestionId, Rater, Record,
    Sitting, Status, Target, merge, merge_since,
};
use serde_json::{Value, json};

const BEGUN: &str = "2015-07-13";
const LATER: &str = "2015-11-02";

fn talk(id: &str) -> ConversationId {
    ConversationId::new(id)
}

fn begin(id: &str) -> Edit {
    Edit::AddConversation { conversation: talk(id), form: FormId::new("grow"), title: "GROW".into(), by: Rater::Me }
}

fn converse(id: &str, edit: ConversationEdit) -> Edit {
    Edit::Converse { conversation: talk(id), edit }
}

fn note(question: &str, text: &str) -> ConversationEdit {
    let question = QuestionId::new(question);
    let note = Note { question, group: String::new(), asked: "Goal".into(), text: text.into() };
    let after = ["goal", "reality", "options"].map(QuestionId::new);
    let after = after.iter().take_while(|each| **each != note.question).cloned().collect();
    ConversationEdit::Note { note, after }
}

fn what(text: &str) -> Edit {
    Edit::TargetWhat { target: target("t"), text: text.into() }
}

fn how(at: usize, text: &str) -> Edit {
    Edit::TargetHow { target: target("t"), at, text: text.into() }
}

/// A chart with a target, written on the day of its first rating.
fn with_target() -> Record {
    let mut record = rated();
    apply(&mut record, BEGUN, [Edit::AddTarget { target: target("t"), item: None }, what("Wait"), how(0, "Count")]);
    record
}

fn the_target(record: &Record) -> &Target {
    record.target(&target("t")).unwrap()
}

fn earlier(record: &Record) -> Vec<(String, Vec<String>)> {
    the_target(record).earlier.iter().map(|was| (was.what.clone(), was.hows.clone())).collect()
}

#[test]
fn a_target_is_for_an_item_there_is_or_for_none() {
    let mut record = with_target();
    let mut aim = |id: Option<&str>| {
        apply(&mut record, LATER, [Edit::TargetFor { target: target("t"), item: id.map(item) }]);
        the_target(&record).item.clone()
    };
    assert_eq!(aim(Some("a")), Some(item("a")));
    assert_eq!(aim(Some("nowhere")), None);
    assert_eq!((aim(Some("a")), aim(None)), (Some(item("a")), None));
}

fn the_talk<'a>(record: &'a Record, id: &str) -> &'a Conversation {
    record.conversation(&talk(id)).unwrap()
}

#[test]
fn a_target_that_is_revised_after_the_chart_was_looked_at_again_keeps_how_it_read() {
    let mut record = with_target();
    apply(&mut record, "2015-07-20", [what("Wait longer")]);
    assert_eq!(earlier(&record), [], "nothing lies between: it was put better");
    let start = Edit::StartOccasion { occasion: occasion("o2"), sitting: Sitting::All };
    apply(&mut record, LATER, [Edit::Finish(occasion("first")), start, rate("o2", "a", 6)]);
    // Letter by letter, one revision.
    apply(&mut record, LATER, [what("Wait lo"), what("Wait"), what("Wait until all have finished"), how(1, "Look up")]);
    assert_eq!(earlier(&record), [("Wait longer".into(), vec!["Count".into()])]);
    assert_eq!((the_target(&record).since, the_target(&record).earlier[0].until), (Some(day(LATER)), day(LATER)));
    apply(&mut record, "2015-11-09", [what("Wait")]);
    assert_eq!(earlier(&record).len(), 1, "not looked at since");
}

#[test]
fn a_talk_is_a_look_as_well_and_what_is_typed_back_was_not_revised() {
    let mut record = with_target();
    apply(&mut record, LATER, [begin("c"), converse("c", ConversationEdit::Agreed("Go on".into()))]);
    let before = the_target(&record).clone();
    apply(&mut record, LATER, [what("Wai"), what("Wait")]);
    assert_eq!(*the_target(&record), before);
    apply(&mut record, LATER, [how(0, "Count to three")]);
    assert_eq!(earlier(&record), [("Wait".into(), vec!["Count".into()])]);
    apply(&mut record, LATER, [Edit::TargetStatus { target: target("t"), status: Status::Done }]);
    assert_eq!(earlier(&record).len(), 1, "how far it is, is no revision");
}

#[test]
fn an_empty_target_has_no_past() {
    let mut record = rated();
    apply(&mut record, BEGUN, [Edit::AddTarget { target: target("t"), item: None }]);
    apply(&mut record, LATER, [begin("c"), converse("c", ConversationEdit::With("Sam".into())), what("Wait")]);
    assert_eq!(earlier(&record), []);
}

#[test]
fn what_is_emptied_is_not_forgotten_and_begins_anew_on_its_day() {
    let mut record = with_target();
    apply(&mut record, LATER, [begin("c"), converse("c", ConversationEdit::Agreed("Go on".into()))]);
    apply(&mut record, "2015-11-09", [what(""), how(0, "")]);
    // Its old words are still there: they are shown, and can stay behind.
    assert!(!the_target(&record).is_empty() && !the_target(&record).has_words() && record.has(Extra::Targets));
    assert_eq!(
        record.given(&Choice { without: [Extra::Targets].into_iter().collect(), ..Choice::default() }).targets,
        []
    );
    apply(&mut record, "2016-01-11", [what("Listen")]);
    assert_eq!((earlier(&record).len(), the_target(&record).since), (1, Some(day("2016-01-11"))));
}

#[test]
fn what_is_said_of_a_target_without_words_is_something() {
    let with = |edit: Edit| {
        let mut record = rated();
        apply(&mut record, BEGUN, [Edit::AddTarget { target: target("t"), item: None }]);
        assert!(the_target(&record).is_empty());
        apply(&mut record, BEGUN, [edit]);
        assert!(!the_target(&record).is_empty() && record.has(Extra::Targets));
        assert_eq!(merge(&record, &Record { targets: Vec::new(), ..record.clone() }).record.targets, record.targets);
    };
    with(Edit::TargetWho { target: target("t"), text: "Sam".into() });
    with(Edit::TargetUntil { target: target("t"), day: Some(day(LATER)) });
    with(Edit::TargetReview { target: target("t"), at: 0, text: "Works".into() });
}

#[test]
fn what_was_found_carries_its_day_and_an_empty_line_at_the_end_is_none() {
    let mut record = with_target();
    let review = |at, text: &str| Edit::TargetReview { target: target("t"), at, text: text.into() };
    apply(&mut record, LATER, [review(0, "Works")]);
    apply(&mut record, "2015-12-01", [review(0, "Works with Year 8"), review(9, "Less with Year 9")]);
    let reviews: Vec<_> = the_target(&record).reviews.iter().map(|it| (it.on, it.text.as_str())).collect();
    assert_eq!(reviews, [(day(LATER), "Works with Year 8"), (day("2015-12-01"), "Less with Year 9")]);
    apply(&mut record, "2015-12-01", [review(1, "")]);
    assert_eq!(the_target(&record).reviews.len(), 1);
}

#[test]
fn a_note_holds_what_was_said_and_nothing_that_was_not() {
    let mut record = rated();
    apply(
        &mut record,
        LATER,
        [
            begin("c"),
            converse("c", note("goal", "Wait")),
            converse("c", note("way", "Count")),
            converse("c", note("goal", "Wait longer")),
            converse("c", ConversationEdit::About(item("b"), true)),
            converse("c", ConversationEdit::About(item("a"), true)),
            converse("c", ConversationEdit::About(item("b"), true)),
            converse("c", ConversationEdit::About(item("gone"), true)),
        ],
    );
    let said = |record: &Record| the_talk(record, "c").notes.iter().map(|it| it.text.clone()).collect::<Vec<_>>();
    assert_eq!(said(&record), ["Wait longer", "Count"]);
    assert_eq!(the_talk(&record, "c").about, [item("a"), item("b")], "each once, the one marked last at the end");
    apply(&mut record, LATER, [converse("c", note("goal", ""))]);
    assert_eq!(said(&record), ["Count"]);
    apply(&mut record, LATER, [Edit::RemoveItem(item("b"))]);
    assert_eq!((the_talk(&record, "c").about.clone(), broken_rule(&record)), (vec![item("a")], None));
}

#[test]
fn a_note_that_was_begun_and_left_is_gone_with_the_next_one() {
    let mut record = rated();
    apply(
        &mut record,
        LATER,
        [begin("c"), begin("d"), converse("d", ConversationEdit::Place("Hall".into())), begin("e")],
    );
    let ids: Vec<&str> = record.conversations.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["d", "e"]);
    let agreed = Edit::AddAgreed { conversation: talk("e"), target: target("t") };
    apply(&mut record, LATER, [agreed, what("Send the plan"), begin("f")]);
    assert_eq!(record.conversations.len(), 3, "something was agreed in it");
    let given = record.given(&Choice::default());
    assert_eq!(given.conversations.len(), 2, "the empty one is not given");
}

#[test]
fn what_was_agreed_goes_with_its_talk() {
    let mut record = with_target();
    let agreed = Edit::AddAgreed { conversation: talk("c"), target: target("u") };
    apply(&mut record, LATER, [begin("c"), agreed.clone()]);
    assert_eq!(record.target(&target("u")).unwrap().conversation, Some(talk("c")));
    apply(&mut record, LATER, [Edit::RemoveConversation(talk("c"))]);
    assert_eq!((record.conversations.len(), record.targets.len()), (0, 1));
    apply(&mut record, LATER, [agreed]);
    assert_eq!(record.targets.len(), 1, "there is no such talk");
}

/// A chart of somebody else, with a note for both and one that is the mentor's own. Synthetic.
fn held() -> Record {
    let mut record = rated();
    record.held_since = Some(day(BEGUN));
    let by = || Rater::Other("mentor".into());
    let begin = |id: &str| Edit::AddConversation {
        conversation: talk(id),
        form: FormId::default(),
        title: String::new(),
        by: by(),
    };
    let agree = |id: &str, conversation: &str, text: &str| {
        let id = target(id);
        let add = Edit::AddAgreed { conversation: talk(conversation), target: id.clone() };
        [add, Edit::TargetWhat { target: id, text: text.into() }]
    };
    apply(&mut record, LATER, [begin("both"), converse("both", ConversationEdit::Agreed("SAYS-BOTH".into()))]);
    apply(&mut record, LATER, agree("t1", "both", "SAYS-TARGET"));
    apply(&mut record, LATER, [begin("own"), converse("own", note("notes", "SAYS-OWN"))]);
    apply(&mut record, LATER, agree("t2", "own", "SAYS-HIDDEN"));
    apply(&mut record, LATER, [converse("own", ConversationEdit::Private(true))]);
    record
}

#[test]
fn nothing_of_what_is_private_is_in_what_is_given_unless_it_is_chosen() {
    let record = held();
    let bytes = |without: &[Extra]| {
        let choice = Choice { without: without.iter().copied().collect(), ..Choice::default() };
        let given = record.given(&choice);
        let link = write_link(&Shared::Record(given.clone()), &[]).unwrap();
        let through_link = roundel::codec::read_link(&link, &[]).unwrap();
        let Shared::Record(read) = through_link.shared else { panic!("a record") };
        assert_eq!(read.conversations, given.conversations, "a link carries the same");
        write_file(&[&given], day(LATER))
    };
    let says = |text: &str| ["SAYS-BOTH", "SAYS-TARGET", "SAYS-OWN", "SAYS-HIDDEN"].map(|word| text.contains(word));
    assert_eq!(says(&bytes(&[Extra::Private])), [true, true, false, false]);
    assert_eq!(says(&bytes(&[])), [true, true, true, true], "chosen");
    assert_eq!(says(&bytes(&[Extra::Private, Extra::Conversations])), [false, true, false, false]);
    assert_eq!(says(&bytes(&[Extra::Conversations])), [false, true, true, true]);
    assert_eq!(says(&bytes(&[Extra::Private, Extra::Targets])), [true, false, false, false]);
    // Where the private talk is no longer there, nobody can tell whether what was agreed in it may be given.
    let mut without_talk = held();
    without_talk.conversations.retain(|talk| !talk.private);
    let choice = Choice { without: [Extra::Private].into_iter().collect(), ..Choice::default() };
    assert!(!write_file(&[&without_talk.given(&choice)], day(LATER)).contains("SAYS-HIDDEN"));
}

#[test]
fn what_is_private_stays_so_whoever_writes_on() {
    let changed = |record: &Record, clock: u64, edits: Vec<Edit>| {
        let mut changed = record.clone();
        apply(&mut changed, LATER, edits);
        changed.stamp_changes(Some(record), clock);
        changed
    };
    let private = |on| converse("c", ConversationEdit::Private(on));
    let base = changed(&rated(), 5, vec![begin("c"), converse("c", note("goal", "Wait"))]);
    let phone = changed(&base, 10, vec![private(true)]);
    let laptop = changed(&base, 20, vec![converse("c", ConversationEdit::Agreed("SAYS-AGREED".into()))]);
    for merged in [merge(&phone, &laptop), merge(&laptop, &phone), merge_since(&base, &phone, &laptop)] {
        let talk = the_talk(&merged.record, "c");
        assert_eq!((talk.private, talk.agreed.as_str()), (true, "SAYS-AGREED"));
        assert_eq!(giving_way(&phone, &merged), [], "nobody's words gave way");
    }
    // Said again, it is as it was said last; also where an old copy is opened.
    let open = changed(&phone, 30, vec![private(false)]);
    assert!(
        !the_talk(&merge(&open, &phone).record, "c").private && !the_talk(&merge(&phone, &open).record, "c").private
    );
    // And that goes through a file and a link.
    let Shared::Record(read) =
        roundel::codec::read_link(&write_link(&Shared::Record(phone.clone()), &[]).unwrap(), &[]).unwrap().shared
    else {
        panic!("a record")
    };
    assert!(the_talk(&read, "c").private);
    let opened = read_file(write_file(&[&phone], day(LATER)).as_bytes()).unwrap();
    assert_eq!(opened.records[0].stamps, phone.stamps);
}

#[test]
fn answers_stand_in_the_order_of_the_form_however_they_were_written() {
    let mut record = rated();
    let said = |record: &Record| the_talk(record, "c").notes.iter().map(|note| note.text.clone()).collect::<Vec<_>>();
    apply(
        &mut record,
        LATER,
        [begin("c"), converse("c", note("options", "Three")), converse("c", note("goal", "One"))],
    );
    apply(&mut record, LATER, [converse("c", note("reality", "Two"))]);
    assert_eq!(said(&record), ["One", "Two", "Three"]);
    apply(&mut record, LATER, [converse("c", note("goal", "")), converse("c", note("goal", "One again"))]);
    assert_eq!(said(&record), ["One again", "Two", "Three"]);
}

#[test]
fn a_name_for_the_partner_is_left_out_with_ones_own_also_where_there_is_none() {
    let mut record = rated();
    apply(&mut record, LATER, [Edit::Companion("SAYS-COMPANION".into())]);
    assert!(record.owner.is_empty() && record.has(Extra::Name));
    let given = record.given(&Choice { without: [Extra::Name].into_iter().collect(), ..Choice::default() });
    assert_eq!(given.companion, "");
}

#[test]
fn what_a_mentor_sends_back_comes_beside_what_the_owner_wrote_meanwhile() {
    let at = |record: &Record, clock: u64, on: &str, edits: Vec<Edit>| {
        let mut changed = record.clone();
        for edit in edits {
            let before = changed.clone();
            changed.apply(edit, day(on)).unwrap();
            changed.stamp_changes(Some(&before), clock);
        }
        changed
    };
    let own = with_target();
    let sent = Record { held_since: Some(day(LATER)), ..own.given(&Choice::default()) };
    let back = at(
        &sent,
        10,
        LATER,
        vec![
            Edit::AddConversation {
                conversation: talk("m"),
                form: FormId::default(),
                title: String::new(),
                by: Rater::Other("mentor".into()),
            },
            converse("m", ConversationEdit::Agreed("We look at one plan".into())),
            Edit::StartOccasion { occasion: occasion("view"), sitting: Sitting::View("mentor".into()) },
            rate("view", "a", 7),
            Edit::Finish(occasion("view")),
        ],
    );
    let own = at(&own, 20, LATER, vec![what("Wait longer"), begin("o"), converse("o", note("goal", "Mine"))]);
    let merged = merge(&own, &back.given(&Choice::default()));
    let record = &merged.record;
    let older = Box::new(the_target(&with_target()).clone());
    assert_eq!(
        (record.held_since, &merged.lost[..]),
        (None, &[Lost::Target(older)][..]),
        "only how it read before, named"
    );
    assert_eq!((merged.came.conversations, merged.came.occasions), (1, 1));
    assert_eq!(the_talk(record, "m").agreed, "We look at one plan");
    assert_eq!(the_talk(record, "m").by, Rater::Other("mentor".into()), "whose words they are");
    assert_eq!(
        (the_talk(record, "o").said(&QuestionId::new("goal")), the_target(record).what.as_str()),
        ("Mine", "Wait longer")
    );
}

#[test]
fn what_somebody_else_rates_hides_ones_own_and_ends_nothing_of_it() {
    let view = |label: &str| Edit::StartOccasion { occasion: occasion("view"), sitting: Sitting::View(label.into()) };
    let mut record = rated();
    apply(&mut record, LATER, [Edit::Finish(occasion("first")), view("Sam")]);
    assert!(record.is_rating_again() && record.shown().is_none(), "while the other rates, one's own is hidden");
    assert_eq!(record.under_way().map(|on| on.rater.clone()), Some(Rater::Other("Sam".into())));
    apply(&mut record, LATER, [rate("view", "a", 9), Edit::Finish(occasion("view"))]);
    assert_eq!((record.is_rating_again(), record.under_way()), (false, None));
    assert_eq!(record.newest().map(|on| on.id.clone()), Some(occasion("first")), "it is not one of one's own times");
    // Begun here, and meanwhile the other's rating arrives.
    let mut begun = rated();
    apply(&mut begun, LATER, [Edit::Finish(occasion("first"))]);
    let start = Edit::StartOccasion { occasion: occasion("o2"), sitting: Sitting::All };
    apply(&mut begun, LATER, [start, rate("o2", "b", 5)]);
    let merged = merge(&begun, &record).record;
    assert_eq!(merged.under_way().map(|on| on.id.clone()), Some(occasion("o2")));
    assert_eq!(broken_rule(&merged), None);
}

#[test]
fn items_that_change_while_somebody_else_rates_have_their_place_in_the_sitting_that_comes_after() {
    let mut record = Record { held_since: Some(day(BEGUN)), ..rated() };
    let view = Edit::StartOccasion { occasion: occasion("view"), sitting: Sitting::View("mentor".into()) };
    let finished = Edit::Finish(occasion("view"));
    apply(&mut record, LATER, [view, add("d", "Pace"), rate("view", "a", 3), Edit::RemoveItem(item("c")), finished]);
    assert_eq!(record.latest().map(|on| &on.id), Some(&occasion("first")), "which its owner has not ended");
    assert_eq!(broken_rule(&record), None);
    let opened = read_file(write_file(&[&record], day(LATER)).as_bytes()).unwrap();
    assert_eq!((&opened.records[..], &opened.repairs[..]), (&[record][..], &[][..]), "nothing was to be put right");
}

#[test]
fn what_is_somebody_elses_is_kept_on_and_never_for_a_shorter_time() {
    let mut record = held();
    apply(&mut record, LATER, [Edit::KeepUntil(day("2016-11-02")), Edit::KeepUntil(day("2016-01-01"))]);
    assert_eq!(record.keep_until, Some(day("2016-11-02")));
    let mut own = rated();
    apply(&mut own, LATER, [Edit::KeepUntil(day("2016-11-02"))]);
    assert_eq!(own.keep_until, None, "one's own has no such day");
    assert_eq!(record.given(&Choice::default()).keep_until, None);
}

#[test]
fn a_part_of_a_note_that_cannot_be_read_costs_itself_alone() {
    let check = |place: &str, value: Value, lost: &dyn Fn(&mut Record)| {
        let mut file: Value = serde_json::from_str(&text_of("tests/fixtures/talked.roundel.json")).unwrap();
        let (above, name) = place.rsplit_once('/').unwrap();
        let holder = file.pointer_mut(&format!("/records/0{above}")).unwrap();
        match holder {
            Value::Array(parts) if name == "+" => parts.push(value.clone()),
            _ => holder[name] = value.clone(),
        }
        let mut expected = fixture("talked");
        lost(&mut expected);
        let opened = read_file(file.to_string().as_bytes()).unwrap();
        assert_eq!(opened.records, [expected], "{place} = {value}");
        assert!(!opened.repairs.is_empty(), "{place} = {value} is reported");
    };
    check("/conversations/0/agreed", json!(7), &|it| it.conversations[0].agreed.clear());
    check("/conversations/0/on", json!("2025-02-30"), &|it| it.conversations[0].on = it.made_on);
    check("/conversations/0/next", json!("soon"), &|it| it.conversations[0].next = None);
    check("/conversations/0/about/+", json!("unknown"), &|_| {});
    check("/conversations/0/about/+", json!("a2"), &|_| {});
    let note = json!({ "question": "goal", "text": "once more" });
    check("/conversations/0/notes/+", note, &|_| {});
    check("/conversations/0/notes/+", json!({ "question": "new", "text": "" }), &|_| {});
    check("/conversations/+", json!({ "id": "c1", "on": "2025-10-06" }), &|_| {});
    check("/conversations/+", json!(7), &|_| {});
    check("/conversations/0/private", json!("no"), &|it| it.conversations[0].private = true);
    check("/conversations/0/private_at", json!("now"), &|_| {});
    check("/targets/0/status", json!("failed"), &|it| it.targets[0].status = Status::Planned);
    check("/targets/0/from", json!(7), &|it| it.targets[0].from = None);
    check("/targets/0/reviews/+", json!("a review"), &|_| {});
    check("/targets/0/earlier/+", json!(7), &|_| {});
    check("/companion", json!(7), &|it| it.companion.clear());
}

#[test]
fn the_coaching_techniques_stand_word_for_word() {
    let ideas = read_ideas(text_of("public/ideas/coaching.json").as_bytes()).unwrap();
    assert_eq!(ideas.ideas.len(), 14, "the techniques of the pro-forma");
    for words in [
        "Video footage - to analyse differentiated strategies",
        "Book scrutiny - looking at the pupils comments and work progress etc.",
        "Advanced skills teacher (AST) / lead practioners",
    ] {
        assert!(ideas.ideas.iter().any(|idea| idea == words), "{words}");
    }
    assert!(ideas.licence.contains("Open Government Licence v3.0") && ideas.source.contains("New River"));
    for strange in [
        "",
        "{}",
        r#"{"format":"roundel-ideas","version":2,"ideas":["a"]}"#,
        r#"{"format":"roundel-ideas","version":1,"ideas":[7]}"#,
    ] {
        assert_eq!(read_ideas(strange.as_bytes()), None, "{strange}");
    }
}
