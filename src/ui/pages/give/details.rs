//! Small decisions about a format: how large, for which program, how much of it.

/// One of them; each is off until it is switched on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// A picture as a drawing that stays sharp at any size.
    Drawing,
    /// A picture three times as fine as a screen, and not twice.
    Fine,
    /// Paper of twice the size.
    Poster,
    /// A table without the mark by which Excel knows its letters.
    Unmarked,
    /// Of all items only those that matter most.
    FocusOnly,
    /// Only how much has changed, not from where to where.
    ChangesOnly,
}

impl Detail {
    /// The name under which it is kept.
    pub fn name(self) -> &'static str {
        match self {
            Self::Drawing => "drawing",
            Self::Fine => "fine",
            Self::Poster => "poster",
            Self::Unmarked => "unmarked",
            Self::FocusOnly => "focus-only",
            Self::ChangesOnly => "changes-only",
        }
    }
}
