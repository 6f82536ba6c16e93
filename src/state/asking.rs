//! Whether what nobody asked for may be asked now: at most one question in a sitting.

/// What has been asked in this sitting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asking {
    answered: bool,
}

impl Asking {
    /// Whether the question may be asked for which there is reason if `wanted`. It goes on being asked until it is answered
    /// or there is no more reason for it.
    pub fn ask(self, wanted: bool) -> bool {
        wanted && !self.answered
    }

    /// It has been answered, and be it by "not now"; nothing more is asked.
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
