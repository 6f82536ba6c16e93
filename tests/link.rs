//! Links: all that a file carries comes back from one, and what is broken or hostile takes nothing with it.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use common::charts::{CHARTS, audit_once, built_in, chart_twice, hex_id};
use common::mutation::Chance;
use common::random::{any_instrument, any_stamped_record, cases};
use common::times::any_times;
use common::{broken_rule, day, fixture, occasion, record_files, text_of};
use proptest::prelude::*;
use proptest::sample::Index;
use roundel::codec::{LINK_CHARS_MAX, LinkError, OpenedLink, Shared, read_file, read_link, write_link};
use roundel::domain::{About, Instrument, InstrumentId, Mark, Record, RecordId, Stamp, Style};
use roundel::instruments::{BUILT_IN, Fault, Problem};

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
    stamps.conversations.values_mut().for_each(each);
    stamps.ratings.values_mut().chain(stamps.private.values_mut()).for_each(|stamp| *stamp = minute(*stamp));
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
        let named = |(at, record): (usize, Record)| Record { id: RecordId::new(format!("r{at}")), ..record };
        let records: Vec<Record> = records.into_iter().enumerate().map(named).collect();
        let expected = records.iter().cloned().map(to_the_minute).collect();
        let back = again(&Shared::Everything { records, instruments: instruments.clone() });
        prop_assert_eq!(back, Shared::Everything { records: expected, instruments });
    }
}

/// The bytes of a payload, without the check at their end.
fn body(payload: &str) -> Vec<u8> {
    let mut bytes = URL_SAFE_NO_PAD.decode(payload).unwrap();
    bytes.truncate(bytes.len() - 4);
    bytes
}

/// A payload of these bytes, with the check that belongs to them: whoever means harm can reckon it too.
fn sealed(body: &[u8]) -> String {
    let bit = |sum: u32, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 };
    let sum = !body.iter().fold(!0, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), bit));
    URL_SAFE_NO_PAD.encode([body, &sum.to_be_bytes()].concat())
}

fn error(payload: &str) -> LinkError {
    read_link(payload, &[]).unwrap_err()
}

#[test]
fn every_kept_record_comes_back_and_so_does_every_form() {
    for file in record_files() {
        for record in read_file(text_of(&file).as_bytes()).unwrap().records {
            assert_eq!(again(&Shared::Record(record.clone())), Shared::Record(to_the_minute(record)), "{file}");
        }
    }
    for (id, _) in BUILT_IN {
        let form = built_in(id);
        assert_eq!(again(&Shared::Instrument(form.clone())), Shared::Instrument(form), "{id}, in full");
    }
}

#[test]
fn a_list_that_comes_with_the_app_is_only_named() {
    let form = built_in("mentor-skills-audit");
    let forms = [form.clone()];
    let record = to_the_minute(audit_once(form.clone(), 3));
    for shared in [
        Shared::Instrument(form.clone()),
        Shared::Record(record.clone()),
        Shared::Return(record.clone()),
        Shared::Everything { records: vec![record.clone()], instruments: vec![] },
    ] {
        let payload = write_link(&shared, &forms).unwrap();
        assert_eq!(error(&payload), LinkError::Needs(InstrumentId::new("mentor-skills-audit")), "to be fetched first");
        let opened = OpenedLink { shared: shared.clone(), repairs: vec![] };
        assert_eq!(read_link(&payload, &forms), Ok(opened));
        assert!(payload.len() * 3 < write_link(&shared, &[]).unwrap().len(), "it need not be carried");
        let mut other = form.clone();
        other.about.version = 2;
        assert_eq!(read_link(&payload, &[other]), Err(LinkError::UnknownList), "another version of it");
    }
    // One that is called the same, or is no longer the same, is carried.
    let mut own = form.clone();
    own.items[3].text.push('!');
    let shared = Shared::Instrument(own);
    assert_eq!(read_link(&write_link(&shared, &forms).unwrap(), &[]).unwrap().shared, shared);
    let mut moved = record;
    moved.stamps.items.insert(moved.instrument.items[2].id.clone(), Mark { changed: 60_000, place: 0 });
    assert_eq!(again(&Shared::Record(moved.clone())), Shared::Record(moved));
    // A name that nobody knows.
    let named =
        Shared::Instrument(Instrument { about: About { id: InstrumentId::new("x"), ..form.about.clone() }, ..form });
    let Shared::Instrument(form) = &named else { unreachable!() };
    assert_eq!(error(&write_link(&named, std::slice::from_ref(form)).unwrap()), LinkError::UnknownList);
}

#[test]
fn a_link_that_is_not_whole_is_broken() {
    let payload = write_link(&Shared::Record(chart_twice(&CHARTS[0], 1)), &[]).unwrap();
    assert!(read_link(&payload, &[]).is_ok());
    for end in 0..payload.len() {
        assert_eq!(error(&payload[..end]), LinkError::Broken, "cut off at {end}");
    }
    for strange in ["=", ".", " ", "%20", "\u{0}", "é", "\u{202e}", "A"] {
        assert_eq!(error(&format!("{payload}{strange}")), LinkError::Broken, "{strange:?} behind it");
    }
    let bytes = URL_SAFE_NO_PAD.decode(&payload).unwrap();
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << bit;
            assert_eq!(error(&URL_SAFE_NO_PAD.encode(&flipped)), LinkError::Broken, "bit {bit} of byte {at}");
        }
    }
    assert_eq!(error(&"A".repeat(LINK_CHARS_MAX + 1)), LinkError::TooLong);
    assert_eq!(error(&"A".repeat(LINK_CHARS_MAX)), LinkError::Broken);
}

#[test]
fn what_a_newer_version_made_is_said() {
    let body = body(&write_link(&Shared::Record(fixture("singer")), &[]).unwrap());
    let with = |at: usize, byte: u8| {
        let mut body = body.clone();
        body[at] = byte;
        error(&sealed(&body))
    };
    assert!(read_link(&sealed(&body), &[]).is_ok());
    assert_eq!(with(0, 2), LinkError::TooNew, "a newer version");
    assert_eq!(with(0, 0), LinkError::Broken, "there was none before");
    assert_eq!(with(1, body[1] | 0x40), LinkError::TooNew, "something else that is shared");
    // The first bits are how many fields a record has and which of them are told: here all there can be.
    let mut more = body.clone();
    more[4..9].fill(0xff);
    assert_eq!(error(&sealed(&more)), LinkError::TooNew, "a field of which nobody knew");
}

/// The body of a link with one text, `zq#7`, which no squeezing makes shorter; and the record.
fn of_one_text() -> (Vec<u8>, Record) {
    let chance = &mut Chance(5);
    let (id, first) = (RecordId::new(hex_id(32, chance)), occasion(&hex_id(10, chance)));
    let record = Record { title: "zq#7".into(), ..Record::new(id, first, day("2026-01-15")) };
    let body = body(&write_link(&Shared::Record(record.clone()), &[]).unwrap());
    assert!(body.ends_with(b"zq#7") && body[1] == 1, "it stands there as it is");
    (body, record)
}

#[test]
fn a_bomb_does_no_harm() {
    let (body, record) = of_one_text();
    for (length, taken) in [(1 << 20, true), ((1 << 20) + 1, false), (40 << 20, false)] {
        let mut body = body[..body.len() - 4].to_vec();
        body[1] |= 0x80;
        body.extend(miniz_oxide::deflate::compress_to_vec(&vec![b'a'; length], 10));
        let payload = sealed(&body);
        assert!(payload.len() < LINK_CHARS_MAX, "{length} bytes in {}", payload.len());
        let long = || Shared::Record(Record { title: "a".repeat(length), ..record.clone() });
        let expected = if taken { Ok(OpenedLink { shared: long(), repairs: vec![] }) } else { Err(LinkError::Broken) };
        assert!(read_link(&payload, &[]) == expected, "{length}");
    }
}

#[test]
fn no_more_parts_are_made_than_a_link_may_hold() {
    // All of somebody's records, 40 000 of them: in mode 15, two and fifteen more bits.
    let body = [1, 3, 0, 3, 0b0111_1010, 0b0011_1000, 0b1000_0000];
    assert_eq!(error(&sealed(&body)), LinkError::TooLong);
    // Numbers of all kinds in their place.
    for mode in 0..32_u8 {
        for fill in [0, 0x55, 0xff] {
            let body = [&[1, 3, 0, 40, mode << 3 | 1][..], &[fill; 39], &[b'a'; 9]].concat();
            assert!(read_link(&sealed(&body), &[]).is_err(), "{mode}");
        }
    }
    // Words in a list, none of which takes a bit.
    let mut record = fixture("singer");
    record.making.ideas = vec![String::new(); 16_000];
    assert_eq!(again(&Shared::Record(record.clone())), Shared::Record(record.clone()));
    record.making.ideas = vec![String::new(); 17_000];
    assert_eq!(write_link(&Shared::Record(record), &[]), Err(LinkError::TooLong));
}

#[test]
fn what_does_not_fit_is_said_before_it_is_sent() {
    let mut record = fixture("singer");
    let chance = &mut Chance(7);
    record.title = hex_id(100_000, chance);
    assert_eq!(
        write_link(&Shared::Record(record.clone()), &[]),
        Err(LinkError::TooLong),
        "nothing can be left out of it"
    );
    record.title = "a".repeat((1 << 20) + 1);
    assert_eq!(write_link(&Shared::Record(record.clone()), &[]), Err(LinkError::TooLong), "nobody would open it");
    record.title = "a".repeat(1_000_000);
    assert_eq!(again(&Shared::Record(record.clone())), Shared::Record(record));
}

#[test]
fn words_of_any_kind_are_words() {
    let texts = [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "{\"format\":\"roundel\"}",
        "\u{202e}gnirts\u{202c}",
        "\u{2066}a\u{2069}\u{200f}\u{feff}",
        "a\u{0}b",
        "\u{0}",
        "\n\r\t\u{7f}\u{85}\u{2028}",
        "👩🏽‍🏫é\u{fffd}\u{ffff}\u{10ffff}",
        "=1+1",
        "",
    ];
    for (at, text) in texts.iter().enumerate() {
        let mut record = chart_twice(&CHARTS[at % CHARTS.len()], at as u64);
        let texts = [&mut record.title, &mut record.subject, &mut record.owner];
        for place in texts {
            (*text).clone_into(place);
        }
        for item in &mut record.instrument.items {
            for place in [&mut item.text, &mut item.opposite, &mut item.seen_high, &mut item.seen_low] {
                (*text).clone_into(place);
            }
        }
        let record = to_the_minute(record);
        assert_eq!(again(&Shared::Record(record.clone())), Shared::Record(record), "{text:?}");
    }
    // An instrument is taken as a file of one is: not with markup.
    let mut form = built_in("mentor-skills-audit");
    form.items[0].text = "<b>".into();
    let fault = LinkError::Instrument(Fault { field: "items 1: text".into(), problem: Problem::Markup });
    assert_eq!(error(&write_link(&Shared::Instrument(form), &[]).unwrap()), fault);
}

#[test]
fn what_is_no_text_is_broken() {
    let (body, _) = of_one_text();
    let at = body.len() - 4;
    for bytes in
        [[0xed, 0xa0, 0x80, b'a'], [0xc0, 0x80, b'a', b'a'], [0xf5, 0x80, 0x80, 0x80], [b'a', b'a', b'a', 0x80]]
    {
        let mut body = body.clone();
        body[at..at + 4].copy_from_slice(&bytes);
        assert_eq!(error(&sealed(&body)), LinkError::Broken, "{bytes:x?}: a lone surrogate, or no UTF-8 at all");
    }
    // One text more than there are fields.
    let mut more = body.clone();
    more.extend([0xff, b'a']);
    assert_eq!(error(&sealed(&more)), LinkError::Broken);
}

#[test]
fn nothing_is_no_link() {
    assert_eq!(error(""), LinkError::Broken);
    let empty = Shared::Everything { records: vec![], instruments: vec![] };
    assert_eq!(error(&write_link(&empty, &[]).unwrap()), LinkError::Empty);
    let nameless = Record { id: RecordId::new("a/b"), ..fixture("singer") };
    assert_eq!(error(&write_link(&Shared::Record(nameless), &[]).unwrap()), LinkError::Empty);
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn strange_bytes_are_never_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), kind in 0..5u8, squeezed in any::<bool>()) {
        _ = read_link(&URL_SAFE_NO_PAD.encode(&bytes), &[]);
        let size = (bytes.len() as u16 / 2).to_be_bytes();
        let head = [1, if squeezed { kind | 0x80 } else { kind }, size[0], size[1]];
        _ = read_link(&sealed(&[&head[..], &bytes].concat()), &[]);
    }

    #[test]
    fn what_was_changed_with_its_check_is_taken_by_the_rules_or_not_at_all(
        record in any_stamped_record(),
        changes in prop::collection::vec((any::<Index>(), any::<u8>()), 1..4),
    ) {
        let mut body = body(&write_link(&Shared::Record(record), &[]).unwrap());
        for (at, byte) in changes {
            let at = at.index(body.len());
            body[at] = byte;
        }
        if let Ok(OpenedLink { shared: Shared::Record(record), .. }) = read_link(&sealed(&body), &[]) {
            prop_assert_eq!(broken_rule(&record), None);
        }
    }
}

#[test]
fn every_link_that_was_ever_made_still_opens() {
    let kept: BTreeMap<String, String> = serde_json::from_str(&text_of("tests/fixtures/links-1.json")).unwrap();
    assert_eq!(kept.len(), 9);
    let forms = [built_in("mentor-skills-audit")];
    let record = |name: &str| to_the_minute(fixture(name));
    for (name, payload) in kept {
        let expected = match name.split_once(' ') {
            Some(("return", _)) => Shared::Return(record("mentor-twice")),
            Some((_, form)) => Shared::Instrument(built_in(form)),
            None if name == "everything" => Shared::Everything {
                records: vec![record("singer"), record("mentor-twice")],
                instruments: vec![built_in("course-constructs")],
            },
            None => Shared::Record(record(&name)),
        };
        assert_eq!(read_link(&payload, &forms), Ok(OpenedLink { shared: expected, repairs: vec![] }), "{name}");
    }
}
