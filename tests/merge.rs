//! Two copies of one record made one, and the stamps that decide it.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use common::random::{any_edit, any_edits, any_record, any_stamped_record, cases, edit_at};
use common::{add, apply, blank, broken_rule, day, fixture, item, occasion, rate, reword, target};
use proptest::prelude::*;
use roundel::domain::{
    Answer, Came, Conversation, ConversationId, Date, Edit, Extras, ItemId, Lost, Merged, Occasion, OccasionId, Rater,
    Rating, Record, RecordId, STAMP_MAX, Scale, Sitting, Stamp, Stamps, Step, TargetId, merge, merge_since,
};

const TODAY: &str = "2015-07-13";

/// Edits with the days and the times by the clock at which they are made.
type Edits = Vec<((Edit, Date), Stamp)>;

fn any_dated_edits() -> impl Strategy<Value = Edits> {
    (any_edits(), prop::collection::vec(0..2_000u64, 60))
        .prop_map(|(edits, clocks)| edits.into_iter().zip(clocks).collect())
}

/// Any record, with stamps or from before there were any.
fn any_some_record() -> impl Strategy<Value = Record> {
    prop_oneof![3 => any_stamped_record(), 1 => any_record()]
}

fn edited(record: &Record, edits: &Edits) -> Record {
    let mut record = record.clone();
    for ((edit, today), clock) in edits {
        edit_at(&mut record, edit.clone(), *today, *clock);
    }
    record
}

/// Whether it takes nothing off the chart.
fn keeps_items(edit: &Edit) -> bool {
    !matches!(edit, Edit::RemoveItem(_) | Edit::DifferentThing { .. })
}

/// Whether it makes something under a name that `base` has: no device makes an id that there was before.
fn reuses_id(base: &Record, edit: &Edit) -> bool {
    match edit {
        Edit::AddItem { item, .. } | Edit::DifferentThing { new: item, .. } => base.item(item).is_some(),
        Edit::StartOccasion { occasion, .. } => base.occasion(occasion).is_some(),
        Edit::AddTarget { target, .. } | Edit::AddAgreed { target, .. } => base.target(target).is_some(),
        Edit::AddConversation { conversation, .. } => base.conversation(conversation).is_some(),
        _ => false,
    }
}

/// Calls what is in `record` and not in `base` by names of `device`: no two devices make the same id.
fn on_device(device: &str, record: Record, base: &Record) -> Record {
    let name_item =
        |id: &ItemId| if base.item(id).is_some() { id.clone() } else { ItemId::new(format!("{device}{id}")) };
    let name_occasion = |id: &OccasionId| {
        if base.occasion(id).is_some() { id.clone() } else { OccasionId::new(format!("{device}{id}")) }
    };
    let name_target =
        |id: &TargetId| if base.target(id).is_some() { id.clone() } else { TargetId::new(format!("{device}{id}")) };
    let name_talk = |id: &ConversationId| {
        if base.conversation(id).is_some() { id.clone() } else { ConversationId::new(format!("{device}{id}")) }
    };
    let mut named = record.clone();
    for each in &mut named.conversations {
        each.id = name_talk(&each.id);
        each.about.iter_mut().for_each(|item| *item = name_item(item));
    }
    for each in &mut named.instrument.items {
        each.id = name_item(&each.id);
    }
    for on in named.occasions.iter_mut().map(Arc::make_mut) {
        on.id = name_occasion(&on.id);
        on.ratings = on.ratings.iter().map(|(item, rating)| (name_item(item), rating.clone())).collect();
        on.focus.iter_mut().for_each(|item| *item = name_item(item));
    }
    for each in &mut named.targets {
        each.id = name_target(&each.id);
        each.item = each.item.as_ref().map(name_item);
        each.conversation = each.conversation.as_ref().map(name_talk);
    }
    let stamps = &record.stamps;
    named.stamps = Stamps {
        head: stamps.head,
        items: stamps.items.iter().map(|(id, mark)| (name_item(id), *mark)).collect(),
        occasions: stamps.occasions.iter().map(|(id, mark)| (name_occasion(id), *mark)).collect(),
        ratings: stamps.ratings.iter().map(|((on, id), at)| ((name_occasion(on), name_item(id)), *at)).collect(),
        targets: stamps.targets.iter().map(|(id, mark)| (name_target(id), *mark)).collect(),
        conversations: stamps.conversations.iter().map(|(id, mark)| (name_talk(id), *mark)).collect(),
        private: stamps.private.iter().map(|(id, at)| (name_talk(id), *at)).collect(),
    };
    named
}

/// A record and what became of it on three devices.
fn any_copies(keep: fn(&Edit) -> bool) -> impl Strategy<Value = (Record, [Record; 3])> {
    (any_some_record(), prop::array::uniform3(any_dated_edits())).prop_map(move |(base, edits)| {
        let mut devices = ["a", "b", "c"].into_iter();
        let copies = edits.map(|mut edits| {
            edits.retain(|((edit, _), _)| keep(edit) && !reuses_id(&base, edit));
            on_device(devices.next().unwrap(), edited(&base, &edits), &base)
        });
        (base, copies)
    })
}

/// Two records of one name that have nothing else in common: forms and scales may differ.
fn any_strangers() -> impl Strategy<Value = (Record, Record)> {
    (any_some_record(), any_some_record())
        .prop_map(|(one, other)| (Record { id: RecordId::new("x"), ..one }, Record { id: RecordId::new("x"), ..other }))
}

fn head(record: &Record) -> Record {
    let (occasions, targets, conversations) = (vec![], vec![], vec![]);
    let mut head = Record { occasions, targets, conversations, stamps: Stamps::default(), ..record.clone() };
    head.instrument.items.clear();
    // None of these is said in words: see `Record::said`.
    (head.held_since, head.keep_until, head.left_out) = (None, None, Extras::default());
    head.noted_here.clear();
    head.making.step = Step::Frame;
    head
}

fn alone(on: &Occasion) -> Occasion {
    Occasion { ratings: BTreeMap::new(), finished: true, ..on.clone() }
}

fn rating<'a>(record: &'a Record, on: &OccasionId, item: &ItemId) -> Option<&'a Rating> {
    record.occasion(on)?.ratings.get(item)
}

/// What `side` says that is neither in `merged`, nor named, nor was in `base`; the first of it.
fn dropped(side: &Record, base: Option<&Record>, merged: &Merged) -> Option<String> {
    let Merged { record, lost, .. } = merged;
    let kept = |holds: &dyn Fn(&Record) -> bool| holds(record) || base.is_some_and(holds);
    let named = |is_it: &dyn Fn(&Lost) -> bool| lost.iter().any(is_it);
    if !kept(&|it| head(it) == head(side)) && !named(&|it| matches!(it, Lost::Head(was) if head(was) == head(side))) {
        return Some("the head".into());
    }
    for each in side.instrument.items.iter().filter(|it| !it.is_empty()) {
        if !kept(&|it| it.item(&each.id) == Some(each)) && !named(&|it| matches!(it, Lost::Item(was) if **was == *each))
        {
            return Some(format!("{each:?}"));
        }
    }
    for each in side.targets.iter().filter(|it| !it.is_empty()) {
        if !kept(&|it| it.target(&each.id) == Some(each))
            && !named(&|it| matches!(it, Lost::Target(was) if **was == *each))
        {
            return Some(format!("{each:?}"));
        }
    }
    for each in side.conversations.iter().filter(|it| !it.is_empty()) {
        // Whether it is private is said later or earlier; that drops no words.
        let reads = |it: &Conversation| Conversation { private: each.private, ..it.clone() } == *each;
        if !kept(&|it| it.conversation(&each.id).is_some_and(reads))
            && !named(&|it| matches!(it, Lost::Conversation(was) if reads(was)))
        {
            return Some(format!("{each:?}"));
        }
    }
    for on in &side.occasions {
        let holds = |it: &Record| it.occasion(&on.id).is_some_and(|it| alone(it) == alone(on));
        if !kept(&holds) && !named(&|it| matches!(it, Lost::Occasion(was) if alone(was) == alone(on))) {
            return Some(format!("{on:?}"));
        }
        for (id, each) in on.ratings.iter().filter(|(_, it)| !it.is_empty()) {
            let it_is = |lost: &Lost| matches!(lost, Lost::Rating(o, i, was) if (o, i, was) == (&on.id, id, each));
            if !kept(&|it| rating(it, &on.id, id) == Some(each)) && !named(&it_is) {
                return Some(format!("{} {id} {each:?}", on.id));
            }
        }
    }
    None
}

/// Without the empty entries of times that are over: whether one is there may depend on the order of merges.
fn without_empty(mut record: Record) -> Record {
    let under_way = record.latest().filter(|on| !on.finished).map(|on| on.id.clone());
    for on in record.occasions.iter_mut().filter(|on| Some(&on.id) != under_way.as_ref()).map(Arc::make_mut) {
        on.ratings.retain(|_, rating| !rating.is_empty());
    }
    let there: Vec<_> =
        record.stamps.ratings.keys().filter(|(on, item)| rating(&record, on, item).is_some()).cloned().collect();
    record.stamps.ratings.retain(|key, _| there.contains(key));
    record
}

/// Whether a chart has room for the items of all.
fn fit_together(copies: &[Record]) -> bool {
    let items: BTreeSet<_> = copies.iter().flat_map(Record::items).map(|item| &item.id).collect();
    copies.iter().all(|copy| items.len() <= copy.instrument.items_max())
}

/// All stamps by the name of their part.
fn stamps(record: &Record) -> BTreeMap<String, Stamp> {
    let Stamps { head, items, occasions, ratings, targets, conversations, private } = &record.stamps;
    let mut all = BTreeMap::from([("head".to_owned(), *head)]);
    all.extend(items.iter().map(|(id, mark)| (format!("item {id}"), mark.changed)));
    all.extend(occasions.iter().map(|(id, mark)| (format!("occasion {id}"), mark.changed)));
    all.extend(ratings.iter().map(|((on, id), at)| (format!("rating {on} {id}"), *at)));
    all.extend(targets.iter().map(|(id, mark)| (format!("target {id}"), mark.changed)));
    all.extend(conversations.iter().map(|(id, mark)| (format!("conversation {id}"), mark.changed)));
    all.extend(private.iter().map(|(id, at)| (format!("private {id}"), *at)));
    all
}

/// What each part says, by its name.
fn parts(record: &Record) -> BTreeMap<String, String> {
    let mut all = BTreeMap::from([("head".to_owned(), format!("{:?}", head(record)))]);
    all.extend(record.instrument.items.iter().map(|it| (format!("item {}", it.id), format!("{it:?}"))));
    all.extend(record.targets.iter().map(|it| (format!("target {}", it.id), format!("{it:?}"))));
    all.extend(record.conversations.iter().map(|it| (format!("conversation {}", it.id), format!("{it:?}"))));
    let said = |it: &&Conversation| it.private || record.stamps.private.contains_key(&it.id);
    let private = record.conversations.iter().filter(said);
    all.extend(private.map(|it| (format!("private {}", it.id), it.private.to_string())));
    for on in record.all_occasions() {
        let said = Occasion { ratings: BTreeMap::new(), ..on.clone() };
        all.insert(format!("occasion {}", on.id), format!("{said:?}"));
        all.extend(on.ratings.iter().map(|(item, it)| (format!("rating {} {item}", on.id), format!("{it:?}"))));
    }
    all
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn what_is_changed_is_stamped_later_than_all_before(record in any_some_record(), edits in any_dated_edits()) {
        let mut record = record;
        for ((edit, today), clock) in edits {
            let before = record.clone();
            edit_at(&mut record, edit.clone(), today, clock);
            let (was, is) = (stamps(&before), stamps(&record));
            let (said, says) = (parts(&before), parts(&record));
            for (part, text) in &says {
                let stamp = is.get(part).copied().unwrap_or_default();
                let earlier = was.get(part).copied().unwrap_or_default();
                prop_assert!(stamp >= earlier || !said.contains_key(part), "{part} after {edit:?}");
                if said.get(part) != Some(text) {
                    prop_assert!(stamp > before.stamps.newest() && stamp >= clock, "{part} after {edit:?}");
                } else if !matches!(edit, Edit::Move { .. }) && in_order(&before, &record) {
                    prop_assert_eq!(stamp, earlier, "{} after {:?}", part, edit);
                }
            }
            prop_assert!(is.keys().all(|part| says.contains_key(part)), "a stamp of what is gone");
        }
    }

    #[test]
    fn a_record_merged_with_itself_is_itself(record in any_some_record()) {
        let expected = Merged { record: record.clone(), lost: vec![], came: Came::default() };
        prop_assert_eq!(merge(&record, &record), expected.clone());
        prop_assert_eq!(merge_since(&record, &record, &record), expected.clone());
        prop_assert_eq!(merge_since(&blank(), &record, &record), expected);
    }

    #[test]
    fn it_does_not_matter_which_copy_is_here((base, [here, other, _]) in any_copies(|_| true)) {
        prop_assert_eq!(merge(&here, &other).record, merge(&other, &here).record);
        prop_assert_eq!(merge_since(&base, &here, &other).record, merge_since(&base, &other, &here).record);
    }

    #[test]
    fn it_does_not_matter_which_stranger_is_here((here, other) in any_strangers()) {
        prop_assert_eq!(merge(&here, &other).record, merge(&other, &here).record);
    }

    #[test]
    fn the_order_of_merges_does_not_matter((_, copies) in any_copies(keeps_items)) {
        prop_assume!(fit_together(&copies));
        let [a, b, c] = copies;
        let (ab, bc, ac) = (merge(&a, &b), merge(&b, &c), merge(&a, &c));
        let [one, other, third] = [merge(&ab.record, &c), merge(&a, &bc.record), merge(&ac.record, &b)];
        let expected = without_empty(one.record.clone());
        prop_assert_eq!(without_empty(other.record), expected.clone());
        prop_assert_eq!(without_empty(third.record), expected.clone());
        prop_assert_eq!(without_empty(merge(&one.record, &b).record), expected, "once more changes nothing");
    }

    #[test]
    fn nothing_is_dropped_without_a_line((base, [here, other, _]) in any_copies(|_| true)) {
        for (since, merged) in [(None, merge(&here, &other)), (Some(&base), merge_since(&base, &here, &other))] {
            prop_assert_eq!(dropped(&here, since, &merged), None);
            prop_assert_eq!(dropped(&other, since, &merged), None);
            prop_assert_eq!(broken_rule(&merged.record), None);
            // Of somebody else's the owner's is not under way here.
            let is_here = |on: &&Occasion| merged.record.held_since.is_none() || on.rater != Rater::Me;
            let under_way = |side: &&'_ Record| side.latest().filter(|on| !on.finished).filter(is_here).cloned();
            for was in [&here, &other].iter().filter_map(under_way) {
                let ended = merged.lost.contains(&Lost::Ended(was.id.clone()));
                let open = merged.record.occasion(&was.id).filter(|now| !now.finished);
                let over = open.is_some_and(|now| merged.record.is_over(now));
                prop_assert_eq!(ended, over, "only the last can be under way, and what was is named");
            }
        }
    }

    #[test]
    fn nothing_of_strangers_is_dropped_without_a_line((here, other) in any_strangers()) {
        let merged = merge(&here, &other);
        prop_assert_eq!(dropped(&here, None, &merged), None);
        prop_assert_eq!(dropped(&other, None, &merged), None);
        prop_assert_eq!(broken_rule(&merged.record), None);
    }

    #[test]
    fn its_own_past_changes_nothing(past in any_some_record(), edits in any_dated_edits()) {
        let new: Vec<_> = edits.into_iter().filter(|((edit, _), _)| !reuses_id(&past, edit)).collect();
        let now = edited(&past, &new);
        let merged = merge(&now, &past);
        prop_assert_eq!(&merged.record, &merge(&past, &now).record);
        let step = now.making.step.max(past.making.step);
        let whole = parts(&past).keys().all(|part| parts(&now).contains_key(part));
        if whole {
            let mut expected = now.clone();
            expected.making.step = step;
            prop_assert_eq!(merged, Merged { record: expected, lost: merge(&now, &past).lost, came: Came::default() });
        }
        let mut since = merge_since(&past, &now, &past);
        prop_assert_eq!((&since.lost, since.came), (&vec![], Came::default()));
        since.record.making.step = now.making.step;
        prop_assert_eq!(without_empty(since.record), without_empty(now));
    }

    #[test]
    fn what_each_side_changed_is_there_when_they_changed_different_parts(edits in prop::collection::vec((any_edit(), 0..2_000u64), 0..80)) {
        let mut base = fixture("three-times");
        apply(&mut base, "2026-01-15", [Edit::StartOccasion { occasion: occasion("o1"), sitting: Sitting::All }]);
        for n in 0..6 {
            apply(&mut base, "2026-01-15", [add(&format!("i{n}"), "Planning"), rate("o1", &format!("i{n}"), n)]);
        }
            let at = |wanted: Option<bool>, record: &Record| {
            let chosen = edits.iter().filter(|(edit, _)| side_of(edit).is_some_and(|it| wanted.is_none_or(|wanted| it == wanted)));
            edited(record, &chosen.map(|(edit, clock)| ((edit.clone(), day("2026-01-15")), *clock)).collect())
        };
        let (here, other) = (at(Some(true), &base), at(Some(false), &base));
        let both = at(Some(false), &here);
        let merged = merge_since(&base, &here, &other);
        prop_assert!(merged.record.reads_as(&both), "{:#?}\n{:#?}", merged.record, both);
        prop_assert_eq!(merged.lost, vec![]);
    }
}

/// Whether the times that both have stand in one order: a paper that is over goes to its place.
fn in_order(before: &Record, after: &Record) -> bool {
    let shared = |one: &Record, other: &Record| -> Vec<String> {
        one.occasions
            .iter()
            .map(|on| &on.id)
            .filter(|id| other.occasion(id).is_some())
            .map(ToString::to_string)
            .collect()
    };
    shared(before, after) == shared(after, before)
}

/// Which of two sides makes `edit`, so that they meet in no part; or none.
fn side_of(edit: &Edit) -> Option<bool> {
    let even = |item: &ItemId| item.as_str().ends_with(['0', '2', '4', '6', '8']);
    match edit {
        Edit::Subject(_)
        | Edit::Owner(_)
        | Edit::NextLook(_)
        | Edit::Ideas(_)
        | Edit::Context { .. }
        | Edit::AddConversation { .. }
        | Edit::Converse { .. } => Some(true),
        Edit::AddTarget { .. } | Edit::TargetWhat { .. } | Edit::TargetHow { .. } | Edit::RemoveTarget(_) => {
            Some(false)
        }
        Edit::Rate { item, answer: Answer::Value(_), .. }
        | Edit::Why { item, .. }
        | Edit::Needed { item, .. }
        | Edit::Importance { item, .. }
        | Edit::Seen { item, .. }
        | Edit::Reword { item, .. } => Some(even(item)),
        Edit::Move { .. } => Some(false),
        _ => None,
    }
}

/// A chart of three attributes of which the first time is over; nothing of it is stamped.
fn base() -> Record {
    let mut record = blank();
    apply(&mut record, "2014-06-13", ["x", "y", "z"].map(|id| add(id, &format!("(synthetic) {id}"))));
    apply(&mut record, "2014-06-13", [rate("first", "x", 4), rate("first", "y", 5), Edit::Finish(occasion("first"))]);
    record
}

/// What becomes of `record` by `edits`, one after the other from the time `clock` on.
fn at(clock: Stamp, record: &Record, edits: impl IntoIterator<Item = Edit>) -> Record {
    let mut record = record.clone();
    for (edit, later) in edits.into_iter().zip(0..) {
        edit_at(&mut record, edit, day(TODAY), clock + later);
    }
    record
}

fn start(id: &str) -> Edit {
    Edit::StartOccasion { occasion: occasion(id), sitting: Sitting::All }
}

fn order(record: &Record) -> String {
    record.instrument.items.iter().map(|it| it.id.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_later_change_stays_and_the_earlier_is_named() {
    let (here, other) = (at(100, &base(), [rate("first", "x", 7)]), at(90, &base(), [rate("first", "x", 9)]));
    for merged in [merge(&here, &other), merge(&other, &here), merge_since(&base(), &here, &other)] {
        assert_eq!(merged.record.occasions[0].answer(&item("x")), Answer::Value(7));
        let lost = Rating { answer: Answer::Value(9), ..Rating::default() };
        assert_eq!(merged.lost, [Lost::Rating(occasion("first"), item("x"), lost)]);
        assert_eq!(merged.came, Came::default());
    }
}

#[test]
fn of_what_was_never_stamped_the_fuller_stays() {
    let mut fuller = base();
    apply(&mut fuller, TODAY, [rate("first", "z", 0), reword("y", "(synthetic) y", "(synthetic) not y")]);
    for merged in [merge(&base(), &fuller), merge(&fuller, &base())] {
        assert_eq!(merged.record, fuller);
    }
    assert_eq!(merge(&base(), &fuller).came, Came { ratings: 1, ..Came::default() });
}

#[test]
fn what_came_is_counted() {
    let edits = [start("o2"), add("w", "(synthetic) w"), rate("o2", "w", 3), rate("o2", "x", 4)];
    let other = at(5, &base(), edits.into_iter().chain([Edit::AddTarget { target: target("t"), item: None }]));
    let merged = merge(&base(), &other);
    assert_eq!((merged.record, merged.lost), (other, vec![]));
    assert_eq!(merged.came, Came { occasions: 1, items: 1, ratings: 2, targets: 1, conversations: 0 });
}

#[test]
fn what_one_side_took_away_and_the_other_left_stays_away() {
    let whole = at(1, &base(), [Edit::AddTarget { target: target("t"), item: Some(item("z")) }]);
    let without = at(2, &whole, [Edit::RemoveTarget(target("t")), Edit::RemoveItem(item("z"))]);
    let renamed = at(3, &whole, [Edit::Subject("(synthetic) singer".into())]);
    for merged in [merge_since(&whole, &without, &renamed), merge_since(&whole, &renamed, &without)] {
        assert_eq!(merged.lost, []);
        assert_eq!((order(&merged.record).as_str(), merged.record.targets.len()), ("x y", 0));
        assert_eq!(merged.record.subject, "(synthetic) singer");
        assert!(!merged.record.occasions[0].has(&item("z")));
    }
    let both = merge(&without, &renamed).record;
    assert_eq!((order(&both).as_str(), both.targets.len()), ("x y z", 1), "without a base nothing is known to be gone");
}

#[test]
fn what_one_side_took_away_and_the_other_changed_stays() {
    let whole = at(1, &base(), [start("o2"), Edit::AddTarget { target: target("t"), item: Some(item("z")) }]);
    let without =
        at(9, &whole, [Edit::RemoveTarget(target("t")), Edit::RemoveItem(item("z")), Edit::Finish(occasion("o2"))]);
    assert_eq!((without.occasions.len(), without.targets.len(), order(&without).as_str()), (1, 0, "x y"));
    let what = Edit::TargetWhat { target: target("t"), text: "(synthetic) Read".into() };
    let changed = at(5, &whole, [rate("o2", "z", 6), what]);
    for merged in [merge_since(&whole, &without, &changed), merge_since(&whole, &changed, &without)] {
        assert_eq!(order(&merged.record), "x y z", "it was rated since");
        assert_eq!(merged.record.occasion(&occasion("o2")).unwrap().answer(&item("z")), Answer::Value(6));
        assert_eq!(merged.record.targets[0].what, "(synthetic) Read");
    }
}

#[test]
fn of_two_sittings_under_way_the_older_is_ended() {
    let mut begun = base();
    edit_at(&mut begun, start("phone"), day("2015-07-12"), 50);
    edit_at(&mut begun, rate("phone", "x", 6), day("2015-07-12"), 51);
    let later = at(40, &base(), [add("w", "(synthetic) w"), start("laptop"), rate("laptop", "y", 8)]);
    for merged in [merge(&begun, &later), merge(&later, &begun), merge_since(&base(), &begun, &later)] {
        let times: Vec<_> =
            merged.record.all_occasions().map(|on| (on.id.as_str(), merged.record.is_over(on))).collect();
        assert_eq!(times, [("first", true), ("phone", true), ("laptop", false)]);
        assert_eq!(merged.lost, [Lost::Ended(occasion("phone"))]);
        assert_eq!(broken_rule(&merged.record), None);
    }
    let begun = at(50, &base(), [start("phone")]);
    let more = at(40, &base(), [add("w", "(synthetic) w")]);
    let merged = merge(&begun, &more).record;
    assert!(merged.occasions[1].has(&item("w")), "who takes part is asked in the sitting under way");
}

#[test]
fn what_is_over_does_not_depend_on_the_order_of_merges() {
    // The day of a sitting is that of its first rating; here the clock was put right in between.
    let mut begun = base();
    edit_at(&mut begun, start("phone"), day("2015-07-21"), 1);
    let mut rated = begun.clone();
    edit_at(&mut rated, rate("phone", "x", 6), day("2015-07-01"), 2);
    let mut between = base();
    edit_at(&mut between, start("tablet"), day("2015-07-10"), 1);
    let one = merge(&merge(&rated, &begun).record, &between).record;
    let other = merge(&rated, &merge(&begun, &between).record).record;
    for merged in [&one, &other] {
        let times: Vec<_> = merged.all_occasions().map(|on| (on.id.as_str(), merged.is_over(on))).collect();
        assert_eq!(times, [("first", true), ("phone", true), ("tablet", false)]);
    }
    assert_eq!(one, other);
}

#[test]
fn a_sitting_is_under_way_again_where_what_followed_it_is_gone() {
    let mut begun = base();
    edit_at(&mut begun, start("phone"), day("2015-07-01"), 1);
    let mut later = base();
    edit_at(&mut later, start("tablet"), day("2015-07-10"), 1);
    let mut merged = merge(&begun, &later).record;
    for edit in [add("w", "(synthetic) w"), Edit::Finish(occasion("tablet"))] {
        edit_at(&mut merged, edit, day("2015-07-11"), 5);
    }
    let under_way = merged.under_way().unwrap();
    assert_eq!(under_way.id, occasion("phone"));
    assert!(under_way.has(&item("w")), "what has come since is asked in it");
    edit_at(&mut merged, rate("phone", "x", 6), day("2015-07-12"), 6);
    assert_eq!(merged.under_way().unwrap().rated_on, day("2015-07-12"));
}

#[test]
fn what_does_not_fit_the_newer_form_is_named() {
    let mut five = base();
    five.instrument.scale = Scale { min: 1, max: 5 };
    let five = at(70, &five, [Edit::Subject("(synthetic) of five".into())]);
    let ten = at(60, &base(), [rate("first", "x", 9), rate("first", "y", 5)]);
    let merged = merge(&ten, &five);
    assert_eq!(merged.record.instrument.scale.max, 5);
    assert_eq!(merged.record.occasions[0].answer(&item("x")), Answer::Blank);
    let nine = Rating { answer: Answer::Value(9), ..Rating::default() };
    assert!(merged.lost.contains(&Lost::Rating(occasion("first"), item("x"), nine)), "{:?}", merged.lost);
    assert!(matches!(&merged.lost[..], [Lost::Head(_), ..]));
}

#[test]
fn what_a_chart_has_no_room_for_is_set_aside_and_named() {
    let fill = |name: &str| {
        at(1, &base(), (0..17).map(|n| add(&format!("{name}{n}"), "(synthetic) more")).collect::<Vec<_>>())
    };
    let merged = merge(&fill("a"), &fill("b"));
    assert_eq!((merged.record.items().count(), merged.record.instrument.items.len()), (20, 37));
    let aside = |lost: &&Lost| matches!(lost, Lost::Item(it) if it.is_active());
    assert_eq!(merged.lost.iter().filter(aside).count(), 17);
    assert_eq!(broken_rule(&merged.record), None);
}

#[test]
fn what_was_moved_stays_where_it_was_moved() {
    let moved = |id: &str, to: usize| Edit::Move { item: item(id), to };
    for (edit, expected) in [(moved("z", 0), "z x y"), (moved("x", 2), "y z x"), (moved("y", 0), "y x z")] {
        let here = at(7, &base(), [edit]);
        assert_eq!(here.stamps.items.values().filter(|mark| mark.changed > 0).count(), 1, "the others stay");
        let other = at(9, &base(), [reword("x", "(synthetic) words", ""), add("zz", "(synthetic) zz")]);
        for merged in [merge(&here, &base()), merge(&base(), &here)] {
            assert_eq!(order(&merged.record), expected);
        }
        let merged = merge_since(&base(), &here, &other);
        assert_eq!((order(&merged.record), merged.lost), (format!("{expected} zz"), vec![]));
        assert_eq!(merged.record.item(&item("x")).unwrap().text, "(synthetic) words");
    }
    let mut turned = base();
    for clock in 0..60 {
        turned = at(clock, &turned, [moved("z", 1)]);
        assert_eq!(order(&merge(&turned, &base()).record), order(&turned), "after {clock}");
    }
}

#[test]
fn a_clock_that_was_set_back_does_no_harm() {
    let first = at(5_000, &base(), [rate("first", "x", 7)]);
    let then = at(10, &first, [rate("first", "x", 8)]);
    assert_eq!(merge(&first, &then).record, then);
    let absurd = at(u64::MAX, &first, [rate("first", "x", 8)]);
    assert_eq!(absurd.stamps.newest(), STAMP_MAX);
}

#[test]
fn going_back_is_a_change_as_well() {
    let whole = at(20, &base(), [Edit::AddTarget { target: target("t"), item: None }, rate("first", "x", 7)]);
    let mut undone = base();
    undone.stamp_changes(Some(&whole), 3);
    assert!(undone.reads_as(&base()));
    assert_eq!(merge(&undone, &whole).record.occasions[0].answer(&item("x")), Answer::Value(4));
    let mut again = whole.clone();
    again.stamp_changes(Some(&undone), 4);
    assert!(again.stamps.targets[&target("t")].changed > whole.stamps.newest());
    // What reads as it did has the later of its stamps all the same.
    let there_and_back = at(40, &base(), [rate("first", "x", 7), rate("first", "x", 4)]);
    let mut undone = base();
    undone.stamp_changes(Some(&there_and_back), 3);
    assert_eq!(undone.stamps, there_and_back.stamps);
    let words = [reword("x", "(synthetic) else", ""), reword("x", "(synthetic) x", "")];
    let there_and_back = at(50, &base(), words);
    let mut undone = base();
    undone.stamp_changes(Some(&there_and_back), 3);
    assert!(undone.stamps == there_and_back.stamps && undone.stamps.items[&item("x")].changed > 50);
    let mut fresh = blank();
    fresh.stamp_changes(None, 7);
    assert_eq!(fresh, blank(), "what is new, or comes from outside, keeps the stamps it has");
}

#[test]
fn a_step_in_the_making_is_no_change() {
    let mut step = blank();
    edit_at(&mut step, Edit::At(Step::Rate), day(TODAY), 9);
    assert_eq!(step.stamps, Stamps::default());
    assert!(step.is_untouched() && !step.reads_as(&blank()));
    let renamed = at(10, &blank(), [Edit::Subject("(synthetic) singer".into())]);
    assert!(!renamed.is_untouched());
    assert_eq!(merge(&renamed, &step).record.making.step, Step::Rate);
    let back = at(11, &renamed, [Edit::Subject(String::new())]);
    assert!(back.stamps.head > 0 && back.is_untouched(), "stamps are nothing that was put in");
}
