//! The 24 minutes of the project tuning protocol (reference E2, Eos case study): which step it is, and what is left of it.

use crate::domain::Stamp;

const MINUTE: Stamp = 60_000;

/// How many minutes each of its six steps takes.
pub const TUNING_MINUTES: [u8; 6] = [4, 3, 4, 7, 4, 2];

/// The protocol under way. It is reckoned from the instants at which something was done, and not by counting: a page that
/// was out of sight for a while shows what the clock says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tuning {
    /// How far it was, in milliseconds from its beginning, when it last began to run or stopped.
    passed: Stamp,
    /// Since when it has been running; `None` while it stands still.
    since: Option<Stamp>,
}

/// Where the protocol is at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TuningPlace {
    /// In a step, counted from 0, with so many seconds of it left, from 1.
    Step {
        /// Which.
        step: usize,
        /// Seconds left; one that has begun counts.
        left: u64,
    },
    /// All six are over.
    Over,
}

/// When a step begins, in milliseconds from the beginning; the one past the last is the end.
fn beginning(step: usize) -> Stamp {
    TUNING_MINUTES.iter().take(step).map(|minutes| Stamp::from(*minutes) * MINUTE).sum()
}

impl Tuning {
    /// How far it is at `now`, in milliseconds, at most all of it. What had passed when it was started last stays, whatever
    /// the clock says.
    fn passed_at(self, now: Stamp) -> Stamp {
        let running = self.since.map_or(0, |since| now.saturating_sub(since));
        self.passed.saturating_add(running).min(beginning(TUNING_MINUTES.len()))
    }

    /// The step that it is in at `now`, counted from 0; one past the last where it is over.
    fn step_at(self, now: Stamp) -> usize {
        let passed = self.passed_at(now);
        (1..=TUNING_MINUTES.len()).take_while(|step| beginning(*step) <= passed).count()
    }

    /// Where it is at `now`.
    pub fn place(self, now: Stamp) -> TuningPlace {
        let step = self.step_at(now);
        if step == TUNING_MINUTES.len() {
            return TuningPlace::Over;
        }
        TuningPlace::Step { step, left: (beginning(step + 1) - self.passed_at(now)).div_ceil(1000) }
    }

    /// Whether it is running at `now`: what is over has stopped.
    pub fn is_running(self, now: Stamp) -> bool {
        self.since.is_some() && self.place(now) != TuningPlace::Over
    }

    /// Starts, or goes on; from the beginning, where it was over.
    #[must_use]
    pub fn start(self, now: Stamp) -> Self {
        let over = self.place(now) == TuningPlace::Over;
        Self { passed: if over { 0 } else { self.passed_at(now) }, since: Some(now) }
    }

    /// Stands still.
    #[must_use]
    pub fn pause(self, now: Stamp) -> Self {
        Self { passed: self.passed_at(now), since: None }
    }

    /// To the beginning of the next step, or to the end; running as before.
    #[must_use]
    pub fn next(self, now: Stamp) -> Self {
        self.moved_to(self.step_at(now) + 1, now)
    }

    /// To the beginning of the step before, or of the first; running as before.
    #[must_use]
    pub fn back(self, now: Stamp) -> Self {
        self.moved_to(self.step_at(now).saturating_sub(1), now)
    }

    fn moved_to(self, step: usize, now: Stamp) -> Self {
        Self { passed: beginning(step), since: self.is_running(now).then_some(now) }
    }
}
