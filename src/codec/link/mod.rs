//! What a link carries behind its address, `#/open/<payload>`: an instrument, a record, a return, or all that somebody
//! has.
//!
//! A payload is base64url (RFC 4648) of: the version, what it is, how many bytes of bits there are (two bytes), the bits,
//! the words, and in every version at the end the CRC-32 of all before it. The fields are those of a file
//! ([`shape`]); numbers, days and ids go into the bits ([`bits`], [`codes`]), words into one squeezed stream
//! ([`texts`]). What is read becomes the JSON of a file and is restored by the rules of one.

mod bits;
mod codes;
mod pack;
mod pieces;
mod shape;
mod texts;
mod unpack;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;

use self::pack::Packer;
pub use self::pieces::{PIECES_MAX, PieceError, Pieces, is_piece, pieces};
use self::shape::{RECORD, Shape};
use self::unpack::{PARTS_MAX, Unpacker};
use super::{OpenedFile, Repair, file, instrument_file, written};
use crate::domain::{Instrument, InstrumentId, Record};
use crate::instruments::Fault;

/// The longest payload that is read, in characters.
pub const LINK_CHARS_MAX: usize = 64 * 1024;

/// The version that is written, and the newest that is read.
const VERSION: u8 = 1;

/// What a link carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shared {
    /// A blank form.
    Instrument(Instrument),
    /// A chart or an audit.
    Record(Record),
    /// What a participant sends to a course leader: a record without the owner's name.
    Return(Record),
    /// All of somebody's records and lists, on the way to another device.
    Everything {
        /// The records.
        records: Vec<Record>,
        /// The lists of one's own.
        instruments: Vec<Instrument>,
    },
}

/// What a link held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedLink {
    /// What it carries.
    pub shared: Shared,
    /// What could not be taken as it stood.
    pub repairs: Vec<Repair>,
}

/// Why nothing can be taken from a link, or why there can be none. Nothing has been changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// More than a link can carry: longer than [`LINK_CHARS_MAX`], or too many words or parts.
    #[error("it is too long for a link")]
    TooLong,
    /// Cut off, mistyped, or never one of ours.
    #[error("the link is broken or cut off")]
    Broken,
    /// Made by a newer version of the app.
    #[error("the link was made by a newer version")]
    TooNew,
    /// Ours, but nothing in it can be read.
    #[error("the link holds no chart that can be read")]
    Empty,
    /// It names this instrument, which comes with the app: to be read with it at hand.
    #[error("the link needs the list {0}")]
    Needs(InstrumentId),
    /// It names an instrument that this version of the app does not have.
    #[error("the link names a list that is not known here")]
    UnknownList,
    /// An instrument with something wrong in it.
    #[error("the instrument cannot be taken: {0}")]
    Instrument(Fault),
}

const INSTRUMENT: u8 = 0;
const RECORD_OF_ONES_OWN: u8 = 1;
const RETURN: u8 = 2;
const EVERYTHING: u8 = 3;
/// Beside what it is: the words are squeezed.
const SQUEEZED: u8 = 0x80;

/// The payload of a link. An instrument that is as one of `built_in`, those that come with the app, is only named.
///
/// # Errors
/// [`LinkError::TooLong`].
pub fn write_link(shared: &Shared, built_in: &[Instrument]) -> Result<String, LinkError> {
    let mut packer = Packer::new(built_in);
    let kind = match shared {
        Shared::Instrument(form) => {
            packer.instrument(form);
            INSTRUMENT
        }
        Shared::Record(record) => {
            packer.record(record);
            RECORD_OF_ONES_OWN
        }
        Shared::Return(record) => {
            packer.record(record);
            RETURN
        }
        Shared::Everything { records, instruments } => {
            packer.count(records.len());
            for record in records {
                packer.record(record);
            }
            packer.count(instruments.len());
            for form in instruments {
                packer.instrument(form);
            }
            EVERYTHING
        }
    };
    sealed(kind, packer).ok_or(LinkError::TooLong)
}

fn sealed(kind: u8, packer: Packer<'_>) -> Option<String> {
    let bits = packer.bits.into_bytes();
    let (texts, squeezed) = packer.texts.into_bytes()?;
    let size = u16::try_from(bits.len()).ok()?;
    let mut bytes = vec![VERSION, if squeezed { kind | SQUEEZED } else { kind }];
    bytes.extend(size.to_be_bytes());
    bytes.extend(bits);
    bytes.extend(texts);
    bytes.extend(check(&bytes).to_be_bytes());
    let payload = URL_SAFE_NO_PAD.encode(bytes);
    (packer.parts <= PARTS_MAX && payload.len() <= LINK_CHARS_MAX).then_some(payload)
}

/// Reads what a link carries, with those of the instruments at hand that come with the app and were asked for by
/// [`LinkError::Needs`].
///
/// # Errors
/// [`LinkError`] says why there is nothing to take from it.
pub fn read_link(payload: &str, built_in: &[Instrument]) -> Result<OpenedLink, LinkError> {
    if payload.len() > LINK_CHARS_MAX {
        return Err(LinkError::TooLong);
    }
    let bytes = URL_SAFE_NO_PAD.decode(payload).map_err(|_| LinkError::Broken)?;
    let (body, sum) = bytes.split_last_chunk().ok_or(LinkError::Broken)?;
    // First of all: what is broken is not to be taken for newer.
    if check(body) != u32::from_be_bytes(*sum) {
        return Err(LinkError::Broken);
    }
    let (kind, size, rest) = match body {
        [VERSION, kind, high, low, rest @ ..] => (kind, u16::from_be_bytes([*high, *low]), rest),
        [newer, ..] if *newer > VERSION => return Err(LinkError::TooNew),
        _ => return Err(LinkError::Broken),
    };
    let (bits, texts) = rest.split_at_checked(size.into()).ok_or(LinkError::Broken)?;
    let opened = if kind & SQUEEZED == 0 { texts.to_vec() } else { texts::opened(texts).ok_or(LinkError::Broken)? };
    let mut unpacker = Unpacker::new(bits, &opened, built_in);
    let file = unpacked(kind & !SQUEEZED, &mut unpacker)?;
    if !unpacker.bits.is_done() || !unpacker.texts.is_done() {
        return Err(LinkError::Broken);
    }
    taken(kind & !SQUEEZED, file)
}

/// What a link holds, as a file has it.
fn unpacked(kind: u8, unpacker: &mut Unpacker<'_>) -> Result<Value, LinkError> {
    let (mut records, mut instruments) = (Vec::new(), Vec::new());
    match kind {
        INSTRUMENT => instruments.push(unpacker.one(&Shape::Form)?),
        RECORD_OF_ONES_OWN | RETURN => records.push(unpacker.one(&Shape::Object(RECORD))?),
        EVERYTHING => {
            for _ in 0..unpacker.count()? {
                records.push(unpacker.one(&Shape::Object(RECORD))?);
            }
            for _ in 0..unpacker.count()? {
                instruments.push(unpacker.one(&Shape::Form)?);
            }
        }
        _ => return Err(LinkError::TooNew),
    }
    Ok(written::value(vec![("records", Value::Array(records)), ("instruments", Value::Array(instruments))]))
}

fn taken(kind: u8, file: Value) -> Result<OpenedLink, LinkError> {
    if kind == INSTRUMENT {
        let form = instrument_file::whole(file.pointer("/instruments/0").unwrap_or_default());
        return Ok(OpenedLink {
            shared: Shared::Instrument(form.map_err(LinkError::Instrument)?),
            repairs: Vec::new(),
        });
    }
    let OpenedFile { mut records, instruments, repairs } = file::records_of(&file);
    let shared = match (kind, records.len()) {
        (EVERYTHING, _) if !records.is_empty() || !instruments.is_empty() => {
            Shared::Everything { records, instruments }
        }
        (RETURN, 1) => Shared::Return(records.remove(0)),
        (_, 1) => Shared::Record(records.remove(0)),
        _ => return Err(LinkError::Empty),
    };
    Ok(OpenedLink { shared, repairs })
}

/// CRC-32 (ISO 3309, as in PNG), bit by bit: links are short, and a table would be as long as one.
fn check(bytes: &[u8]) -> u32 {
    let bit = |sum: u32, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 };
    !bytes.iter().fold(!0, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), bit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_is_the_usual_one() {
        assert_eq!(check(b"123456789"), 0xcbf4_3926, "the check value of CRC-32/ISO-HDLC");
    }
}
