//! A payload that is too long for one code, in pieces of one code each: `<which>.<of how many>.<name>.<part>`, which come
//! in any order. The name is made from the whole, so that pieces of two are never joined, and what was joined is checked.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::{LINK_CHARS_MAX, check};

/// The most pieces that somebody can be asked to hold a camera to.
pub const PIECES_MAX: usize = 60;

/// How many characters come before a part, at most: `60.60.abcdef.`.
const HEAD_CHARS: usize = 13;

/// Stands between what a piece says; no payload has it.
const BETWEEN: char = '.';

/// `payload` in pieces of at most `room` characters each; `None` where that would be more than [`PIECES_MAX`].
pub fn pieces(payload: &str, room: usize) -> Option<Vec<String>> {
    let count = payload.len().div_ceil(room.checked_sub(HEAD_CHARS).filter(|room| *room > 0)?).max(1);
    let parts = payload.as_bytes().chunks(payload.len().div_ceil(count).max(1));
    // All of one length, so that the codes are of one size.
    let (count, name) = (parts.len(), name_of(payload));
    let pieces = parts.zip(1..).map(|(part, which)| {
        let part = std::str::from_utf8(part).ok()?;
        Some(format!("{which}{BETWEEN}{count}{BETWEEN}{name}{BETWEEN}{part}"))
    });
    pieces.collect::<Option<Vec<String>>>().filter(|pieces| pieces.len() <= PIECES_MAX)
}

fn name_of(payload: &str) -> String {
    URL_SAFE_NO_PAD.encode(check(payload.as_bytes()).to_be_bytes())
}

/// Whether this stands behind an address as a piece does: it is no payload yet.
pub fn is_piece(text: &str) -> bool {
    text.contains(BETWEEN)
}

/// The pieces of one payload that have come so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pieces {
    name: String,
    count: usize,
    parts: BTreeMap<usize, String>,
}

/// Why a piece is not taken. Nothing has been changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PieceError {
    /// No piece, or a broken one.
    #[error("the code is broken, or none of these")]
    Broken,
    /// A piece of something else.
    #[error("the code belongs to something else")]
    Another,
}

impl Pieces {
    /// Takes a piece, the first one of whatever it is a piece of. One that is here already changes nothing.
    ///
    /// # Errors
    /// [`PieceError`] says why it is not taken.
    pub fn take(&mut self, piece: &str) -> Result<(), PieceError> {
        let (which, count, name, part) = read(piece).ok_or(PieceError::Broken)?;
        if self.parts.is_empty() {
            (self.name, self.count) = (name.to_owned(), count);
        } else if self.name != name {
            return Err(PieceError::Another);
        } else if self.count != count || self.parts.get(&which).is_some_and(|known| known != part) {
            return Err(PieceError::Broken);
        }
        self.parts.insert(which, part.to_owned());
        Ok(())
    }

    /// How many have come, and how many there are; there is none before the first.
    pub fn progress(&self) -> (usize, usize) {
        (self.parts.len(), self.count)
    }

    /// Those that have not come, counted from 1.
    pub fn missing(&self) -> Vec<usize> {
        (1..=self.count).filter(|which| !self.parts.contains_key(which)).collect()
    }

    /// The whole, once all have come.
    ///
    /// # Errors
    /// [`PieceError::Broken`] where they make no whole: then one begins anew.
    pub fn payload(&self) -> Option<Result<String, PieceError>> {
        let (there, count) = self.progress();
        let whole = || self.parts.values().map(String::as_str).collect::<String>();
        let checked = |whole: String| if name_of(&whole) == self.name { Ok(whole) } else { Err(PieceError::Broken) };
        (count > 0 && there == count).then(|| checked(whole()))
    }
}

/// Which piece it is, of how many, of what, and its part.
fn read(piece: &str) -> Option<(usize, usize, &str, &str)> {
    let mut said = piece.split(BETWEEN);
    let mut number = || said.next()?.parse::<u8>().ok().map(usize::from).filter(|number| *number > 0);
    let (which, count) = (number()?, number()?);
    let (name, part) = (said.next()?, said.next()?);
    let fits = which <= count && count <= PIECES_MAX && piece.len() <= LINK_CHARS_MAX && said.next().is_none();
    fits.then_some((which, count, name, part))
}
