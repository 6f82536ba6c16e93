//! Which question nobody asked for may be asked now: at most one in a sitting.

/// Something that is asked without being asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Whether to save a copy.
    SaveCopy,
}

/// What has been asked in this sitting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asking {
    asked: Option<Question>,
    answered: bool,
}

impl Asking {
    /// The question to ask now, of those there is reason for, the weightiest first. It goes on being asked until it is
    /// answered or there is no more reason for it; no other follows.
    pub fn ask(&mut self, wanted: &[Question]) -> Option<Question> {
        self.asked = self.asked.or(wanted.first().copied());
        self.asked.filter(|asked| !self.answered && wanted.contains(asked))
    }

    /// It has been answered, and be it by "not now".
    pub fn answer(&mut self) {
        self.answered = true;
    }
}

/// How many changes are worth a copy.
const CHANGES: usize = 10;

/// Whether there is reason to ask for a copy: there are `changes` in none, and there were `put_off` when it was last put
/// off.
pub fn is_copy_due(changes: usize, put_off: usize) -> bool {
    changes >= put_off.saturating_add(CHANGES)
}
