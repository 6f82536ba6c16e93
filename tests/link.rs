//! Links: all that a file carries comes back from one, and what is broken or hostile takes nothing with it.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use common::charts::{CHARTS, audit_once, built_in, chart_twice};
use common::random::{any_instrument, any_stamped_record, cases};
use common::times::any_times;
use common::{fixture, record_files, text_of};
use proptest::prelude::*;
use roundel::codec::{LINK_CHARS_MAX, LinkError, OpenedLink, Shared, read_file, read_link, write_link};
use roundel::domain::{Instrument, InstrumentId, Mark, Record, Stamp, Style};

/// What comes back from a link that needs nothing and was not repaired.
fn again(shared: &Shared) -> Shared {
    let payload = write_link(shared, &[]).unwrap();
    let opened = read_link(&payload, &[]).unwrap_or_else(|error| panic!("{error}: {payload}"));
    assert_eq!(opened.repairs, []);
    opened.shared
}

/// A stamp as a link has it: to the minute, rounded down.
fn minute(stamp: Stamp) -> Stamp {
    stamp / 60_000 * 60_000
}

/// `record` with the stamps that a link carries.
fn to_the_minute(mut record: Record) -> Record {
    let mut stamps = std::mem::take(&mut record.stamps);
    let each = |mark: &mut Mark| mark.changed = minute(mark.changed);
    stamps.head = minute(stamps.head);
    stamps.items.values_mut().for_each(each);
    stamps.occasions.values_mut().for_each(each);
    stamps.targets.values_mut().for_each(each);
    stamps.ratings.values_mut().for_each(|stamp| *stamp = minute(*stamp));
    record.take_stamps(&stamps);
    record
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn any_record_comes_back_from_a_link(record in prop_oneof![any_stamped_record(), any_times()]) {
        let expected = to_the_minute(record.clone());
        prop_assert_eq!(again(&Shared::Record(record.clone())), Shared::Record(expected.clone()));
        prop_assert_eq!(again(&Shared::Return(record)), Shared::Return(expected));
    }

    #[test]
    fn everything_comes_back_from_a_link(
        records in prop::collection::vec(any_stamped_record(), 1..4),
        instruments in prop::collection::vec(prop_oneof![any_instrument(Style::Audit), any_instrument(Style::Chart)], 0..3),
    ) {
        let named = |(at, record): (usize, Record)| Record { id: roundel::domain::RecordId::new(format!("r{at}")), ..record };
        let records: Vec<Record> = records.into_iter().enumerate().map(named).collect();
        let expected = records.iter().cloned().map(to_the_minute).collect();
        let back = again(&Shared::Everything { records, instruments: instruments.clone() });
        prop_assert_eq!(back, Shared::Everything { records: expected, instruments });
    }
}
