//! What must hold of any bytes that come in: no panic, and whatever is read can be written and read again to the same.
//! For the fuzzer in `tests/fuzz/`, and for what it found, in `tests/fixtures/fuzz/`.
#![allow(
    dead_code,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "what does not hold fails, and no target tries all of it"
)]

use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use roundel::codec::{
    LinkError, OpenedFile, OpenedLink, Shared, parse_iso, read_file, read_instrument, read_link, write_all,
    write_instrument, write_link, write_table,
};
use roundel::domain::{Instrument, Record};

/// One of the instruments that come with the app.
static BUILT_IN: LazyLock<[Instrument; 1]> =
    LazyLock::new(|| [read_instrument(include_bytes!("../../public/instruments/mentor-skills-audit.json")).unwrap()]);

/// The body of a link: first as if it were the text behind an address, then with the check that belongs to it. Says
/// whether anything was taken from it, here and below.
pub fn link(bytes: &[u8]) -> bool {
    let forms = &*BUILT_IN;
    let taken = |payload: &str| {
        let opened = read_link(payload, forms);
        opened.is_ok_and(|opened| {
            comes_back(&opened.shared, forms);
            true
        })
    };
    let as_text = std::str::from_utf8(bytes).is_ok_and(taken);
    let bit = |sum: u32, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 };
    let sum = !bytes.iter().fold(!0, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), bit));
    let payload = URL_SAFE_NO_PAD.encode([bytes, &sum.to_be_bytes()].concat());
    taken(&payload) || as_text
}

/// What came from outside comes back from a link as it was.
fn comes_back(shared: &Shared, forms: &[Instrument]) {
    match write_link(shared, forms) {
        Ok(payload) => {
            let again = OpenedLink { shared: shared.clone(), repairs: Vec::new() };
            assert_eq!(read_link(&payload, forms), Ok(again));
        }
        Err(error) => assert_eq!(error, LinkError::TooLong),
    }
}

/// A file of any kind.
pub fn record_file(bytes: &[u8]) -> bool {
    let Ok(opened) = read_file(bytes) else { return false };
    assert!(!opened.records.is_empty() || !opened.instruments.is_empty(), "an empty file");
    for record in opened.records {
        record_comes_back(record);
    }
    for form in opened.instruments {
        let text = write_all(&[], &[&form], parse_iso("2026-01-15").unwrap());
        let again = OpenedFile { instruments: vec![form], ..OpenedFile::default() };
        assert_eq!(read_file(text.as_bytes()), Ok(again));
    }
    true
}

/// A table: what is read can also be written as a table and read again, and then it says the same.
pub fn table(bytes: &[u8]) -> bool {
    let taken = record_file(bytes);
    for record in read_file(bytes).map(|opened| opened.records).unwrap_or_default() {
        let text = write_table(&record, false);
        let again = read_file(text.as_bytes()).expect("what was written is read");
        assert_eq!(again.repairs, []);
        let written: Vec<String> = again.records.iter().map(|record| write_table(record, false)).collect();
        assert_eq!(written, [text]);
    }
    taken
}

fn record_comes_back(record: Record) {
    let text = write_all(&[&record], &[], parse_iso("2026-01-15").unwrap());
    if let Ok(payload) = write_link(&Shared::Record(record.clone()), &[]) {
        // To the minute, and then as it is.
        let opened = read_link(&payload, &[]).expect("what was written is read");
        assert_eq!(opened.repairs, []);
        assert_eq!(write_link(&opened.shared, &[]), Ok(payload));
        comes_back(&opened.shared, &[]);
    }
    let again = OpenedFile { records: vec![record], ..OpenedFile::default() };
    assert_eq!(read_file(text.as_bytes()), Ok(again));
}

/// An instrument file.
pub fn instrument_file(bytes: &[u8]) -> bool {
    let Ok(form) = read_instrument(bytes) else { return false };
    assert_eq!(read_instrument(write_instrument(&form).as_bytes()).as_ref(), Ok(&form));
    comes_back(&Shared::Instrument(form), &[]);
    true
}
