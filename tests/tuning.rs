//! The tuning protocol: its words and minutes as they are printed, and its reckoning by the clock.
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use common::random::cases;
use common::text_of;
use proptest::prelude::*;
use roundel::analysis::{TUNING_MINUTES, Tuning, TuningPlace};
use roundel::domain::Stamp;
use serde_json::Value;

const BEGUN: Stamp = 1_800_000_000_000;
const MINUTE: Stamp = 60_000;
const ALL: Stamp = 24 * MINUTE;

fn step(step: usize, left: u64) -> TuningPlace {
    TuningPlace::Step { step, left }
}

/// Reference E2 (Eos case study, lines 948-978), word for word.
#[test]
fn norms_and_steps_stand_as_they_are_printed() {
    let words: Value = serde_json::from_str(&text_of("public/words/en-GB.pages.json")).unwrap();
    let norms = [
        "Be hard on content, soft on the person",
        "Share the air (step up and step back)",
        "Be kind, helpful, and specific",
    ];
    assert_eq!(words["TuningNorms"], norms.join("\n"));
    let steps = [
        ("TuningOne", "Presenter (4 minutes – group may only listen, not talk)"),
        ("TuningTwo", "Clarifying questions (3 minutes)"),
        ("TuningThree", "Probing questions (4 min)"),
        ("TuningFour", "Discussion (7 minutes)"),
        ("TuningFive", "Reflection (4 minutes)"),
        ("TuningSix", "Reflection (2 minutes)"),
    ];
    for ((key, printed), minutes) in steps.into_iter().zip(TUNING_MINUTES) {
        assert_eq!(words[key], printed);
        assert!(printed.contains(&format!("({minutes} min")), "{printed}");
    }
    assert_eq!(TUNING_MINUTES.map(u64::from).iter().sum::<u64>(), 24);
    let source = words["TuningSource"].as_str().unwrap();
    assert!(source.contains("Eos case study") && source.contains("Open Government Licence v3.0"), "{source}");
}

#[test]
fn it_runs_through_all_steps_by_the_clock() {
    let running = Tuning::default().start(BEGUN);
    let at = |minutes: Stamp| running.place(BEGUN + minutes * MINUTE);
    assert_eq!(at(0), step(0, 240));
    assert_eq!(running.place(BEGUN + 1), step(0, 240), "a second that has begun counts");
    assert_eq!(running.place(BEGUN + 1000), step(0, 239));
    assert_eq!(running.place(BEGUN + 4 * MINUTE - 1), step(0, 1));
    assert_eq!(
        [at(4), at(7), at(11), at(18), at(22)],
        [step(1, 180), step(2, 240), step(3, 420), step(4, 240), step(5, 120)]
    );
    assert_eq!([at(24), at(1000)], [TuningPlace::Over; 2]);
    assert!(running.is_running(BEGUN + ALL - 1) && !running.is_running(BEGUN + ALL));
}

#[test]
fn it_stands_still_until_it_goes_on() {
    let fresh = Tuning::default();
    assert_eq!(fresh.place(BEGUN), step(0, 240));
    assert!(!fresh.is_running(BEGUN));
    let paused = fresh.start(BEGUN).pause(BEGUN + 5 * MINUTE);
    assert_eq!(paused.place(BEGUN + 500 * MINUTE), step(1, 120));
    assert!(!paused.is_running(BEGUN + 500 * MINUTE));
    let on = paused.start(BEGUN + 600 * MINUTE);
    assert_eq!(on.place(BEGUN + 601 * MINUTE), step(1, 60));
    assert_eq!(on.start(BEGUN + 601 * MINUTE).place(BEGUN + 601 * MINUTE), step(1, 60), "started twice is started");
}

#[test]
fn steps_are_skipped_and_gone_back_to() {
    let running = Tuning::default().start(BEGUN);
    let second = running.next(BEGUN + MINUTE);
    assert_eq!(second.place(BEGUN + MINUTE), step(1, 180));
    assert_eq!(second.place(BEGUN + 2 * MINUTE), step(1, 120), "it goes on running");
    assert_eq!(second.back(BEGUN + 2 * MINUTE).place(BEGUN + 2 * MINUTE), step(0, 240));
    assert_eq!(running.back(BEGUN + MINUTE).place(BEGUN + MINUTE), step(0, 240), "before the first there is none");
    let last = (0..5).fold(Tuning::default(), |at, _| at.next(BEGUN));
    assert_eq!(last.place(BEGUN + ALL), step(5, 120), "what stands still is moved, and stands still");
    assert_eq!(last.next(BEGUN).place(BEGUN), TuningPlace::Over);
    assert_eq!(last.next(BEGUN).next(BEGUN).back(BEGUN).place(BEGUN), step(5, 120));
    let ran_out = running.back(BEGUN + 2 * ALL);
    assert_eq!(ran_out.place(BEGUN + 3 * ALL), step(5, 120), "what has run out is gone back into standing still");
    assert_eq!(last.next(BEGUN).start(BEGUN).place(BEGUN), step(0, 240), "what is over begins anew");
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn no_clock_leads_astray(doings in prop::collection::vec((0_u8..4, 0..3 * ALL), 0..12), now in any::<Stamp>()) {
        let mut tuning = Tuning::default();
        for (what, at) in doings {
            tuning = match what {
                0 => tuning.start(at),
                1 => tuning.pause(at),
                2 => tuning.next(at),
                _ => tuning.back(at),
            };
            // A clock that is set back takes nothing away.
            prop_assert_eq!(tuning.place(at), tuning.place(at.saturating_sub(MINUTE)));
        }
        match tuning.place(now) {
            TuningPlace::Step { step, left } => {
                prop_assert!(step < 6 && (1..=u64::from(TUNING_MINUTES[step]) * 60).contains(&left));
            }
            TuningPlace::Over => prop_assert!(!tuning.is_running(now)),
        }
    }
}
