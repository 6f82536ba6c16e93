//! Why a file cannot be opened, in words.

use crate::codec::{FileError, LinkError};
use crate::instruments::{Fault, Problem};
use crate::ui::say::{t, tf};
use crate::words::Key;

/// Why, and that nothing has changed.
pub fn sentence(error: &FileError) -> String {
    let key = match error {
        FileError::TooLarge => Key::FileTooLarge,
        // What is locked has been opened by now: nothing of ours is locked twice.
        FileError::Broken | FileError::Locked => Key::FileBroken,
        FileError::Foreign => Key::FileForeign,
        FileError::TooNew => Key::FileTooNew,
        FileError::Empty => Key::FileEmpty,
        FileError::ForReading => Key::FileForReading,
        FileError::Letters => Key::FileLetters,
        FileError::UnclearDay { column, text } => {
            return tf(Key::FileUnclearDay, &[("column", column), ("text", text)]);
        }
        FileError::Instrument(fault) => return fault_sentence(fault),
    };
    t(key).to_owned()
}

/// Why nothing can be taken from a link, and that nothing has changed.
pub fn link_sentence(error: &LinkError) -> String {
    let key = match error {
        LinkError::TooLong => Key::LinkTooLarge,
        LinkError::Broken => Key::LinkBroken,
        LinkError::TooNew => Key::LinkTooNew,
        LinkError::Empty => Key::LinkEmpty,
        LinkError::Needs(_) | LinkError::UnknownList => Key::LinkUnknownList,
        LinkError::Instrument(fault) => return fault_sentence(fault),
    };
    t(key).to_owned()
}

/// What is wrong with a list, and where, and that nothing has changed.
fn fault_sentence(fault: &Fault) -> String {
    let (key, most) = match fault.problem {
        Problem::Missing => (Key::FaultMissing, 0),
        Problem::Unreadable => (Key::FaultUnreadable, 0),
        Problem::TooLong(most) => (Key::FaultTooLong, most),
        Problem::TooMany(most) => (Key::FaultTooMany, most),
        Problem::Twice => (Key::FaultTwice, 0),
        Problem::OffScale => (Key::FaultOffScale, 0),
        Problem::Markup => (Key::FaultMarkup, 0),
        Problem::Misplaced => (Key::FaultMisplaced, 0),
    };
    let what = tf(key, &[("field", &fault.field), ("most", &most.to_string())]);
    tf(Key::FileFault, &[("what", &what)])
}
