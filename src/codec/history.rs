//! What was: what lies in the bin, and records as they were before a change.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::Value;

use super::aside::mark;
use super::fields::{Fields, Mender};
use super::restore::{self, Repair};
use super::rows::{Restored, own_instrument};
use super::stores::{CHART, LIST, Row, RowKey, Table, chart_key, list_key, opened};
use super::{file, instrument, iso, written};
use crate::domain::{Date, Instrument, Record};

/// How many days what was deleted stays in the bin.
pub const BIN_DAYS: i64 = 30;

/// Something that was deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binned {
    /// On which day; [`Date::MAX`] where that can no longer be read.
    pub deleted: Date,
    /// What it is.
    pub what: BinnedThing,
    /// What tells it from what else was deleted under the same id: the last part of its key.
    mark: String,
}

/// What can be deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BinnedThing {
    /// A record.
    Record(Arc<Record>),
    /// An instrument of one's own.
    Instrument(Arc<Instrument>),
}

impl Binned {
    /// Something that is deleted on this day.
    pub fn new(deleted: Date, what: BinnedThing) -> Self {
        let (_, written) = written_thing(&what);
        Self { deleted, what, mark: mark(&written.to_string()) }
    }

    /// Whether its time in the bin is over. A day to come counts as today: the clock may have been set back.
    pub fn is_over(&self, today: Date) -> bool {
        (today - self.deleted).whole_days() > BIN_DAYS
    }

    /// The last day on which it can be brought back; `None` where it is not known when it was deleted.
    pub fn stays_until(&self) -> Option<Date> {
        let days = i32::try_from(BIN_DAYS).ok()?;
        Date::from_julian_day(self.deleted.to_julian_day().checked_add(days)?).ok()
    }

    /// Its key in the bin.
    pub fn key(&self) -> RowKey {
        let key = match &self.what {
            BinnedThing::Record(record) => chart_key(&record.id),
            BinnedThing::Instrument(form) => list_key(&form.about.id),
        };
        RowKey { table: Table::Bin, key: format!("{key}/{}", self.mark) }
    }
}

const RECORD: &str = "record";
const INSTRUMENT: &str = "instrument";

impl Restored {
    /// Names a row of the past of which nothing could be made, and keeps it to be set aside but where a newer version of the
    /// app has written it.
    fn leave_past(&mut self, row: Row) {
        if opened(&row.text).is_some_and(|held| held.newer) {
            self.repairs.push(row.unreadable());
        } else {
            self.leave(row);
        }
    }
}

/// The row of something in the bin.
pub fn bin_row(binned: &Binned) -> Row {
    let (name, what) = written_thing(&binned.what);
    Row::new(Table::Bin, binned.key().key, written::value(vec![("deleted", iso(binned.deleted).into()), (name, what)]))
}

fn written_thing(what: &BinnedThing) -> (&'static str, Value) {
    match what {
        BinnedThing::Record(record) => (RECORD, file::whole(record)),
        BinnedThing::Instrument(form) => (INSTRUMENT, instrument::written(form)),
    }
}

/// What lies in the bin, and what could not be read of it: that is named, and is to be set aside but where a newer version
/// of the app has put it there.
pub fn restore_bin(rows: Vec<Row>) -> (Vec<Binned>, Restored) {
    let (mut bin, mut rest) = (Vec::new(), Restored::default());
    let mut known = BTreeSet::new();
    for row in rows {
        match binned(&row, &mut rest.repairs).filter(|_| known.insert(row.key.key.clone())) {
            Some(binned) => bin.push(binned),
            None => rest.leave_past(row),
        }
    }
    (bin, rest)
}

fn binned(row: &Row, repairs: &mut Vec<Repair>) -> Option<Binned> {
    let held = opened(&row.text).filter(|held| !held.newer && row.key.table == Table::Bin)?;
    let (of, rest) = row.key.key.split_once('/')?;
    let (id, mark) = rest.rsplit_once('/').filter(|(_, mark)| !mark.is_empty())?;
    let what = match of {
        CHART => BinnedThing::Record(Arc::new(record_called(id, held.data.get(RECORD)?, repairs)?)),
        LIST => BinnedThing::Instrument(Arc::new(own_instrument(id, held.data.get(INSTRUMENT)?, repairs)?)),
        _ => return None,
    };
    let mender = Mender::new(id, repairs);
    let deleted = Fields::new(&held.data, &mender)?.day("deleted", Date::MAX);
    Some(Binned { deleted, what, mark: mark.to_owned() })
}

fn record_called(id: &str, value: &Value, repairs: &mut Vec<Repair>) -> Option<Record> {
    Some(value)
        .filter(|value| value.get("id").and_then(Value::as_str) == Some(id))
        .and_then(|value| restore::whole(value, repairs))
}

/// Why a record was kept as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It was about to be changed.
    Edit,
    /// A file was about to be taken in.
    Import,
    /// It is the other side of what was changed in two windows.
    Window,
}

const WHYS: [(char, Why); 3] = [('e', Why::Edit), ('i', Why::Import), ('w', Why::Window)];

/// A record as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// When it was kept, in milliseconds since 1970.
    pub at: u64,
    /// Why.
    pub why: Why,
    /// The record.
    pub record: Record,
}

/// The latest instant that a key can name, in the year 33658.
const LATEST: u64 = 999_999_999_999_999;

/// The row of a snapshot. Its key sorts by record and time, and says why it was kept.
pub fn snapshot_row(snapshot: &Snapshot) -> Row {
    let letter = WHYS.iter().find(|(_, why)| *why == snapshot.why).map_or('e', |(letter, _)| *letter);
    let key = format!("{}/{:015}{letter}", snapshot.record.id, snapshot.at.min(LATEST));
    Row::new(Table::Snapshots, key, file::whole(&snapshot.record))
}

/// The snapshots that these rows hold, the newest first, and what could not be read of them: that is named, and is to be
/// set aside but where a newer version of the app has written it.
pub fn restore_snapshots(rows: Vec<Row>) -> (Vec<Snapshot>, Restored) {
    let (mut snapshots, mut rest) = (Vec::new(), Restored::default());
    for row in rows {
        match restore_snapshot(&row) {
            Some(snapshot) => snapshots.push(snapshot),
            None => rest.leave_past(row),
        }
    }
    snapshots.sort_by_key(|snapshot: &Snapshot| Reverse(snapshot.at));
    (snapshots, rest)
}

/// The snapshot that a row holds; none where it cannot be read, or a newer version of the app has written it.
pub fn restore_snapshot(row: &Row) -> Option<Snapshot> {
    let named = SnapshotKey::read(&row.key.key).filter(|_| row.key.table == Table::Snapshots)?;
    let held = opened(&row.text).filter(|held| !held.newer)?;
    let record = record_called(named.record, &held.data, &mut Vec::new())?;
    Some(Snapshot { at: named.at, why: named.why, record })
}

/// What the key of a snapshot says.
struct SnapshotKey<'a> {
    record: &'a str,
    at: u64,
    why: Why,
}

impl<'a> SnapshotKey<'a> {
    fn read(key: &'a str) -> Option<Self> {
        let (record, rest) = key.split_once('/')?;
        let (at, why) = WHYS.iter().find_map(|(letter, why)| Some((rest.strip_suffix(*letter)?, *why)))?;
        let digits = at.len() == 15 && at.bytes().all(|byte| byte.is_ascii_digit());
        Some(Self { record, at: at.parse().ok().filter(|_| digits)?, why })
    }
}

const NEWEST_KEPT: usize = 10;
const DAYS_KEPT: usize = 14;
const WINDOWS_KEPT: usize = 5;
const WINDOW_DAYS: usize = BIN_DAYS as usize;
const DAY_MS: u64 = 24 * 60 * 60 * 1000;

/// Those of one record's snapshots, by key, that are let go: all but the newest 10 and the newest of each of the newest
/// 14 days that have one, and what came of two windows, which stays for 30 such days and is never less than 5.
///
/// Days (UTC) are counted by the snapshots, not by today's date: a wrong clock throws nothing away. Nor goes what has a
/// key that cannot be read.
pub fn snapshots_to_drop(keys: &[String]) -> Vec<String> {
    let mut newest_first: Vec<(&String, SnapshotKey)> =
        keys.iter().filter_map(|key| Some((key, SnapshotKey::read(key)?))).collect();
    newest_first.sort_by_key(|(_, read)| Reverse(read.at));
    let mut days: Vec<u64> = Vec::new();
    let (mut windows, mut dropped) = (0, Vec::new());
    for (place, (key, read)) in newest_first.into_iter().enumerate() {
        let day = read.at / DAY_MS;
        let first_of_day = days.last() != Some(&day);
        if first_of_day {
            days.push(day);
        }
        let is_window = read.why == Why::Window;
        windows += usize::from(is_window);
        let kept = place < NEWEST_KEPT
            || first_of_day && days.len() <= DAYS_KEPT
            || is_window && (windows <= WINDOWS_KEPT || days.len() <= WINDOW_DAYS);
        if !kept {
            dropped.push(key.clone());
        }
    }
    dropped
}
