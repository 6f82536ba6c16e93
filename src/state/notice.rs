//! Something to tell the person once.

use super::Amount;

/// Something to tell the person once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The chart is full.
    TooManyItems,
    /// A chart was deleted, and can be brought back.
    Deleted,
    /// A list of one's own was deleted, and can be brought back.
    ListDeleted,
    /// A chart was made as it was in an earlier version, and that can be taken back.
    WentBack,
    /// A list was changed that charts or audits have been made with: it has become a new version.
    NewVersion,
    /// Some of what was stored could not be read.
    Unreadable(usize),
    /// What a file held was taken in, and can be taken back.
    TakenIn {
        /// All that it held, where every rating of it is here now.
        arrived: Option<Amount>,
        /// How many charts are new here.
        charts: usize,
        /// How many were brought together with what was here.
        together: usize,
        /// How many lists are new here.
        lists: usize,
    },
    /// A file is on its way to the person.
    FileSaved,
    /// A file went to the app that was picked.
    FileShared,
    /// Something is on the clipboard.
    Copied,
    /// The browser did not let it onto the clipboard.
    NotCopied,
    /// The share sheet opens only after a fresh touch.
    TouchAgain,
    /// A calendar entry is on its way to the person.
    ReminderSaved,
    /// The browser did not take a file to save.
    FileNotSaved,
    /// The same chart was changed in another window: both versions are kept.
    TwoWindows,
    /// The same list was changed in another window: both are kept, side by side.
    TwoWindowsList,
    /// Nothing can be changed: a newer version of the app has been here.
    ReadOnly,
}

impl Notice {
    /// Whether it is about one page only.
    pub(super) fn is_passing(self) -> bool {
        !self.offers_undo() && !matches!(self, Self::Unreadable(_) | Self::TwoWindows | Self::TwoWindowsList)
    }

    /// What is told once something was to go to the clipboard, and whether it has.
    pub fn of_copying(done: bool) -> Self {
        if done { Self::Copied } else { Self::NotCopied }
    }

    /// Whether it says that a file has left.
    pub fn is_of_a_copy(self) -> bool {
        matches!(self, Self::FileSaved | Self::FileShared)
    }

    /// Whether its "Undo" is about one change and nothing else.
    pub fn offers_undo(self) -> bool {
        matches!(self, Self::Deleted | Self::ListDeleted | Self::WentBack | Self::TakenIn { .. })
    }
}
