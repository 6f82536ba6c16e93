//! What was: earlier versions of a chart, and the bin.

use std::sync::Arc;

use reactive_graph::prelude::*;

use super::app::AppStateStoreFields;
use super::library::is_blank;
use super::ports::Under;
use super::thing::{Thing, Unit};
use super::undo::Step;
use super::{App, ListFate, Notice, Rows};
use crate::codec::{
    Binned, BinnedThing, Restored, Row, RowKey, Snapshot, Table, Why, bin_row, chart_key, restore_bin,
    restore_snapshots, snapshot_row, snapshots_to_drop,
};
use crate::domain::{Date, InstrumentId, Record, RecordId, Stamp};

/// How long changes to a chart count as one spell of work, in milliseconds: it is kept as it was before each.
const SPELL_MS: Stamp = 10 * 60 * 1000;

impl App {
    /// Keeps a record as it is, at the beginning of a spell of work on it.
    pub(super) fn keep_version(self, before: &Record, why: Why) {
        let now = self.ports().now();
        let last = self.outside.with_value(|outside| outside.kept_versions.get(&before.id).copied());
        let is_new_spell = last.is_none_or(|last| now.abs_diff(last) > SPELL_MS);
        if why != Why::Edit || is_new_spell {
            self.keep_version_now(before, why);
        }
    }

    fn keep_version_now(self, before: &Record, why: Why) {
        if !before.just_for_now && !before.is_untouched() {
            let now = self.ports().now();
            self.outside.update_value(|outside| _ = outside.kept_versions.insert(before.id.clone(), now));
            self.add_version(before, why, now);
        }
    }

    /// Adds an earlier version, and lets those go that are too many. No two are kept at the same instant for the same
    /// reason.
    pub(super) fn add_version(self, record: &Record, why: Why, at: Stamp) {
        let row = snapshot_row(&Snapshot { at, why, record: record.clone() });
        let new = row.key.key.clone();
        self.outside.update_value(|outside| outside.saver.beside(Rows::from([(row.key, Some(row.text))])));
        let known = Under { table: Table::Snapshots, key: record.id.to_string() };
        let thin_out = move |mut keys: Vec<String>| {
            keys.push(new.clone());
            let gone = snapshots_to_drop(&keys).into_iter().filter(|key| *key != new);
            self.write_beside(gone.map(|key| (RowKey { table: Table::Snapshots, key }, None)).collect());
        };
        self.ports().keys(known, Box::new(thin_out));
    }

    /// Takes a thing away to the bin.
    pub(super) fn put_in_bin(self, unit: &Unit) {
        let row = self.shown(unit).and_then(|thing| self.binned(&thing)).map(|binned| bin_row(&binned));
        let bin = row.into_iter().map(|row| (row.key, Some(row.text))).collect();
        // With the deletion, in one transaction.
        self.outside.update_value(|outside| outside.saver.beside(bin));
        self.put(unit, None);
    }

    /// A thing as it lies in the bin when it is deleted today; `None` where it would not be missed.
    pub(super) fn binned(self, thing: &Thing) -> Option<Binned> {
        let what = match thing.clone() {
            Thing::Record(record) if !record.just_for_now && !record.is_untouched() => BinnedThing::Record(record),
            Thing::List(form) if !is_blank(&form) => BinnedThing::Instrument(form),
            _ => return None,
        };
        Some(Binned::new(self.today(), what))
    }

    /// Takes something out of the bin to where it was.
    pub fn put_back(self, binned: Binned) {
        if self.refuses() {
            return;
        }
        let lay = binned.key();
        let (unit, thing) = match binned.what {
            BinnedThing::Record(record) => (Unit::Record(record.id.clone()), Thing::Record(record)),
            BinnedThing::Instrument(mut form) => {
                // Another of its name is here: it comes back beside that.
                if self.fate_of_list(&form) == ListFate::Copy {
                    Arc::make_mut(&mut form).about.id = InstrumentId::new(self.fresh_id());
                }
                (Unit::List(form.about.id.clone()), Thing::List(form))
            }
        };
        let before = self.shown(&unit);
        let after = match (&before, thing) {
            (Some(Thing::Record(here)), Thing::Record(other)) => {
                Thing::Record(Arc::new(self.merged(None, here, &other)))
            }
            (_, thing) => thing,
        };
        self.remember(Step::of(&unit, before, Some(after.clone()), None));
        self.put(&unit, Some(after));
        self.write_beside(Rows::from([(lay, None)]));
    }

    /// Reads what lies in the bin, the last deleted first, and empties it of what has lain there for its time. `None`
    /// where it cannot be read.
    pub fn bin(self, show: impl FnOnce(Option<Vec<Binned>>) + 'static) {
        let read = move |rows: Option<Vec<Row>>| {
            let Some(rows) = rows else { return show(None) };
            let (bin, unreadable) = restore_bin(rows);
            self.lay_aside(&unreadable);
            let (over, mut bin): (Vec<_>, Vec<_>) = bin.into_iter().partition(|binned| self.is_over(binned));
            self.throw_all_away(&over);
            bin.sort_by_key(|binned| std::cmp::Reverse(binned.deleted));
            show(Some(bin));
        };
        self.ports().read(vec![all_of(Table::Bin)], Box::new(read));
    }

    /// Sets aside what of the past could not be read, and says so.
    fn lay_aside(self, unreadable: &Restored) {
        let changes = unreadable.set_aside();
        if !changes.is_empty() {
            self.tell(Notice::Unreadable(unreadable.aside.len()));
            self.write_beside(changes);
        }
    }

    /// Whether something has lain in the bin for its time. The clock alone does not say so, for it may be set ahead:
    /// something was done here since as well.
    fn is_over(self, binned: &Binned) -> bool {
        let newest = self.store.records().with_untracked(|all| all.iter().map(|each| each.stamps.newest()).max());
        binned.is_over(self.today()) && newest.is_some_and(|newest| binned.is_over(day_of(newest)))
    }

    /// Takes something out of the bin for good, and with the last of a chart all of its earlier versions.
    pub fn throw_away(self, binned: &Binned) {
        self.throw_all_away(std::slice::from_ref(binned));
    }

    fn throw_all_away(self, all: &[Binned]) {
        let thrown: Rows = all.iter().map(|binned| (binned.key(), None)).collect();
        self.write_beside(thrown.clone());
        for binned in all {
            if let BinnedThing::Record(record) = &binned.what {
                self.forget_versions(record.id.clone(), thrown.clone());
            }
        }
    }

    /// Throws the earlier versions of a chart away that is neither here nor, but for what is `thrown` away, in the bin.
    fn forget_versions(self, id: RecordId, thrown: Rows) {
        let in_bin = Under { table: Table::Bin, key: chart_key(&id) };
        let is_thrown = move |key: String| thrown.contains_key(&RowKey { table: Table::Bin, key });
        let forget = move |keys: Vec<String>| {
            if self.untracked(&id).is_some() || !keys.into_iter().all(is_thrown) {
                return;
            }
            let gone = move |keys: Vec<String>| {
                let row = |key| (RowKey { table: Table::Snapshots, key }, None);
                self.write_beside(keys.into_iter().map(row).collect());
            };
            self.ports().keys(Under { table: Table::Snapshots, key: id.to_string() }, Box::new(gone));
        };
        self.ports().keys(in_bin, Box::new(forget));
    }

    /// Reads the earlier versions of a chart, the newest first. `None` where they cannot be read.
    pub fn versions(self, id: &RecordId, show: impl FnOnce(Option<Vec<Snapshot>>) + 'static) {
        let read = move |rows: Option<Vec<Row>>| {
            let Some(rows) = rows else { return show(None) };
            let (versions, unreadable) = restore_snapshots(rows);
            self.lay_aside(&unreadable);
            show(Some(versions));
        };
        self.ports().read(vec![Under { table: Table::Snapshots, key: id.to_string() }], Box::new(read));
    }

    /// Makes a chart as it was in an earlier version. As it is now it is kept as one; one undo brings it back.
    pub fn go_back_to(self, version: &Record) {
        let unit = Unit::Record(version.id.clone());
        if self.refuses() {
            return;
        }
        let before = self.untracked(&version.id);
        let mut record = version.clone();
        if let Some(before) = &before {
            self.keep_version_now(before, Why::Edit);
            record = record.after_reveal(before);
        }
        record.stamp_changes(before.as_deref(), self.ports().now());
        let after = Thing::Record(Arc::new(record));
        self.remember(Step::of(&unit, before.map(Thing::Record), Some(after.clone()), None));
        self.put(&unit, Some(after));
        self.tell(Notice::WentBack);
    }

    /// Reads what was set aside because it could not be read; nothing where that cannot be read either.
    pub fn aside(self, show: impl FnOnce(Vec<Row>) + 'static) {
        self.ports().read(vec![all_of(Table::Aside)], Box::new(|rows| show(rows.unwrap_or_default())));
    }

    /// Throws away what was set aside.
    pub fn throw_aside_away(self, rows: Vec<Row>) {
        self.write_beside(rows.into_iter().map(|row| (row.key, None)).collect());
    }
}

fn all_of(table: Table) -> Under {
    Under { table, key: String::new() }
}

/// The day of an instant, in Greenwich: it is compared with one thirty days away.
fn day_of(at: Stamp) -> Date {
    const DAY_MS: Stamp = 24 * 60 * 60 * 1000;
    const UNIX_EPOCH: i32 = 2_440_588;
    let days = i32::try_from(at / DAY_MS).unwrap_or(i32::MAX);
    Date::from_julian_day(days.saturating_add(UNIX_EPOCH)).unwrap_or(Date::MAX)
}
