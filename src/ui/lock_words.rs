//! What is said of a lock.

use crate::codec::LockedError;
use crate::platform::{CryptoError, LockError};
use crate::state::WriteError;
use crate::words::Key;

/// Why a lock did not open, or is as it was.
pub fn lock_fault(error: LockError) -> Key {
    match error {
        LockError::Crypto(CryptoError::WrongPassphrase) => Key::PassphraseWrong,
        LockError::Crypto(CryptoError::NotHere) => Key::LockNotHere,
        LockError::Crypto(CryptoError::Broken) | LockError::Lock(LockedError::Broken) => Key::LockBroken,
        LockError::Lock(LockedError::TooNew) => Key::LockTooNew,
        LockError::Damaged => Key::LockHeld,
        LockError::Write(WriteError::Full) => Key::LockFull,
        LockError::Write(WriteError::Locked) => Key::LockElsewhere,
        LockError::Write(_) => Key::LockNotDone,
    }
}
