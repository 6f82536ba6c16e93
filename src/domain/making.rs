//! How far the making of a chart has come.

use std::collections::BTreeSet;

/// The state of the first sitting, kept so that it can be left and resumed at any step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Making {
    /// Where the person was last.
    pub step: Step,
    /// Whether the chart is being made with others, so that pauses to talk are shown.
    pub with_others: bool,
    /// Pauses the person has closed.
    pub talked: BTreeSet<TalkPause>,
    /// Ideas heard from others, to pull from later.
    pub ideas: Vec<String>,
}

impl Default for Making {
    fn default() -> Self {
        Self { step: Step::Frame, with_others: false, talked: BTreeSet::new(), ideas: Vec::new() }
    }
}

/// The steps of the first sitting, in order (adapted from Appendix 9 of the evaluation).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// No right or wrong; excellent what?
    Frame,
    /// List the attributes.
    Attributes,
    /// Name the opposites.
    Opposites,
    /// Rate.
    Rate,
    /// Which matter most?
    Matters,
    /// What to improve, and how.
    Targets,
    /// When to look again.
    LookAgain,
    /// The closing screen.
    Closing,
}

impl Step {
    /// All steps in order.
    pub const ALL: [Self; 8] = [
        Self::Frame,
        Self::Attributes,
        Self::Opposites,
        Self::Rate,
        Self::Matters,
        Self::Targets,
        Self::LookAgain,
        Self::Closing,
    ];

    /// The step after this one; the last one is its own next.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL.into_iter().find(|step| *step > self).unwrap_or(self)
    }

    /// The step before this one; the first one is its own previous.
    #[must_use]
    pub fn previous(self) -> Self {
        Self::ALL.into_iter().rev().find(|step| *step < self).unwrap_or(self)
    }
}

/// The places where Appendix 9 has people talk (its steps 3, 5, 6 and 12).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TalkPause {
    /// Share ideas of excellence.
    Ideas,
    /// Talk about the opposites.
    Opposites,
    /// Talk about what one would see at each end.
    Behaviours,
    /// Talk about the finished chart.
    Chart,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_lead_through_the_sitting_and_back() {
        let mut step = Step::Frame;
        for expected in &Step::ALL[1..] {
            let before = step;
            step = step.next();
            assert_eq!(step, *expected);
            assert_eq!(step.previous(), before);
        }
        assert_eq!(Step::Closing.next(), Step::Closing);
        assert_eq!(Step::Frame.previous(), Step::Frame);
    }
}
