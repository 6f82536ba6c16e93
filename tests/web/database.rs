//! Rows in `IndexedDB`: what was written is there, all of a batch or nothing.

use std::cell::Cell;

use roundel::codec::{Row, RowKey, Table};
use roundel::platform::Database;
use roundel::state::{Batch, Rows, Under, WriteError, WriteResult};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

/// A name that no other test and no earlier run has.
pub fn fresh_name() -> String {
    thread_local! {
        static COUNT: Cell<u32> = const { Cell::new(0) };
    }
    COUNT.set(COUNT.get() + 1);
    format!("test-{}-{}", js_sys::Date::now(), COUNT.get())
}

pub fn key(table: Table, key: &str) -> RowKey {
    RowKey { table, key: key.into() }
}

pub fn put(table: Table, at: &str, text: &str) -> (RowKey, Option<String>) {
    (key(table, at), Some(text.into()))
}

pub async fn open(name: &str) -> Database {
    Database::open_named(name).await.expect("the database opens")
}

pub async fn write(database: &Database, changes: &Rows) -> WriteResult {
    database.write(&Batch { changes: changes.clone(), ..Batch::default() }).await
}

/// All rows, in the order of their keys.
pub async fn rows(database: &Database) -> Vec<Row> {
    let mut rows = database.read_at_start().await.expect("the database can be read");
    rows.sort_by(|a, b| a.key.cmp(&b.key));
    rows
}

pub fn row(table: Table, at: &str, text: &str) -> Row {
    Row { key: key(table, at), text: text.into() }
}

#[wasm_bindgen_test]
async fn a_new_database_is_empty() {
    assert_eq!(rows(&open(&fresh_name()).await).await, []);
}

#[wasm_bindgen_test]
async fn all_tables_are_written_and_read_back() {
    let database = open(&fresh_name()).await;
    let words = "„Wörter“, “quotes”, 音楽, 🎵, \"\\\n\0 and a lot of them ".repeat(500);
    let batch = Rows::from([
        put(Table::Heads, "r1", "{}"),
        put(Table::Heads, "r2", &words),
        put(Table::Occasions, "r1/o1", "first"),
        put(Table::Occasions, "r1/o2", ""),
        put(Table::Targets, "r1/t1", "target"),
        put(Table::Instruments, "list", "instrument"),
    ]);
    assert_eq!(write(&database, &batch).await, Ok(()));
    let expected = [
        row(Table::Heads, "r1", "{}"),
        row(Table::Heads, "r2", &words),
        row(Table::Occasions, "r1/o1", "first"),
        row(Table::Occasions, "r1/o2", ""),
        row(Table::Targets, "r1/t1", "target"),
        row(Table::Instruments, "list", "instrument"),
    ];
    assert_eq!(rows(&database).await, expected);
}

#[wasm_bindgen_test]
async fn what_was_written_is_there_when_opened_again() {
    let name = fresh_name();
    let database = open(&name).await;
    assert_eq!(write(&database, &Rows::from([put(Table::Heads, "r1", "kept")])).await, Ok(()));
    drop(database);
    let again = open(&name).await;
    assert_eq!(rows(&again).await, [row(Table::Heads, "r1", "kept")]);
    // Two at a time see the same.
    let beside = open(&name).await;
    assert_eq!(write(&again, &Rows::from([put(Table::Heads, "r2", "too")])).await, Ok(()));
    assert_eq!(rows(&beside).await.len(), 2);
}

#[wasm_bindgen_test]
async fn names_do_not_share_their_rows() {
    let (one, other) = (open(&fresh_name()).await, open(&fresh_name()).await);
    assert_eq!(write(&one, &Rows::from([put(Table::Heads, "r1", "mine")])).await, Ok(()));
    assert_eq!(rows(&other).await, []);
}

#[wasm_bindgen_test]
async fn a_row_is_replaced_by_the_next_of_its_key_and_by_no_other() {
    let database = open(&fresh_name()).await;
    let both = Rows::from([put(Table::Heads, "r", "head"), put(Table::Occasions, "r", "occasion")]);
    assert_eq!(write(&database, &both).await, Ok(()));
    assert_eq!(write(&database, &Rows::from([put(Table::Heads, "r", "newer")])).await, Ok(()));
    assert_eq!(rows(&database).await, [row(Table::Heads, "r", "newer"), row(Table::Occasions, "r", "occasion")]);
}

#[wasm_bindgen_test]
async fn rows_are_deleted_and_deleting_what_is_not_there_is_no_error() {
    let database = open(&fresh_name()).await;
    let three =
        Rows::from([put(Table::Heads, "r1", "1"), put(Table::Heads, "r2", "2"), put(Table::Targets, "r1/t", "3")]);
    assert_eq!(write(&database, &three).await, Ok(()));
    let mixed = Rows::from([
        (key(Table::Heads, "r1"), None),
        (key(Table::Targets, "r1/t"), None),
        (key(Table::Occasions, "never"), None),
        put(Table::Heads, "r3", "new"),
    ]);
    assert_eq!(write(&database, &mixed).await, Ok(()));
    assert_eq!(rows(&database).await, [row(Table::Heads, "r2", "2"), row(Table::Heads, "r3", "new")]);
}

#[wasm_bindgen_test]
async fn an_empty_batch_is_no_error() {
    let database = open(&fresh_name()).await;
    assert_eq!(write(&database, &Rows::new()).await, Ok(()));
}

/// A row as no version of the app has written it.
pub fn no_text() -> JsValue {
    js_sys::JSON::parse(r#"{ "no": "text" }"#).unwrap()
}

/// Puts something in the place of a row behind the app's back.
pub async fn spoil(name: &str, table: Table, key: &str, value: &JsValue) {
    let put = "const open = indexedDB.open(name);
        return new Promise((done) => open.onsuccess = () => {
            const transaction = open.result.transaction(table, 'readwrite');
            transaction.objectStore(table).put(value, key);
            transaction.oncomplete = () => { open.result.close(); done(); };
        });";
    let put = js_sys::Function::new_with_args("name, table, key, value", put);
    let spoiled = put.call4(&JsValue::NULL, &name.into(), &table.name().into(), &key.into(), value).unwrap();
    JsFuture::from(js_sys::Promise::from(spoiled)).await.unwrap();
}

/// Makes the browser abort each transaction in place of committing it, as it does when the disk is full; what it gives
/// ends that.
pub fn refuse_commits() -> js_sys::Function {
    let abort = "const { commit } = IDBTransaction.prototype;
        IDBTransaction.prototype.commit = function () { this.abort(); };
        return () => { IDBTransaction.prototype.commit = commit; };";
    js_sys::Function::new_no_args(abort).call0(&JsValue::NULL).unwrap().into()
}

#[wasm_bindgen_test]
async fn of_a_batch_all_is_stored_or_nothing() {
    let database = open(&fresh_name()).await;
    assert_eq!(write(&database, &Rows::from([put(Table::Heads, "r1", "before")])).await, Ok(()));
    let restore = refuse_commits();
    let batch = Rows::from([
        put(Table::Heads, "r1", "after"),
        put(Table::Heads, "r2", "new"),
        put(Table::Occasions, "r1/o", "new"),
    ]);
    let refused = write(&database, &batch).await;
    restore.call0(&JsValue::NULL).unwrap();
    assert_eq!(refused, Err(WriteError::Refused));
    assert_eq!(rows(&database).await, [row(Table::Heads, "r1", "before")]);
    // And the next one goes through.
    assert_eq!(write(&database, &batch).await, Ok(()));
    assert_eq!(rows(&database).await.len(), 3);
}

#[wasm_bindgen_test]
async fn batches_written_without_waiting_keep_their_order() {
    let database = open(&fresh_name()).await;
    let texts: Vec<String> = (0..20).map(|at| at.to_string()).collect();
    let batches: Vec<Rows> = texts.iter().map(|text| Rows::from([put(Table::Heads, "r", text)])).collect();
    for batch in &batches {
        assert_eq!(write(&database, batch).await, Ok(()));
    }
    assert_eq!(rows(&database).await, [row(Table::Heads, "r", "19")]);
}

#[wasm_bindgen_test]
async fn a_row_that_is_no_text_is_read_as_json_and_does_not_hide_the_others() {
    let name = fresh_name();
    let database = open(&name).await;
    let both = Rows::from([put(Table::Heads, "a", "good"), put(Table::Heads, "b", "good too")]);
    assert_eq!(write(&database, &both).await, Ok(()));
    spoil(&name, Table::Heads, "a", &no_text()).await;
    spoil(&name, Table::Heads, "c", &js_sys::Map::new().set(&1.into(), &2.into())).await;
    let found = [("a", r#"{"no":"text"}"#), ("b", "good too"), ("c", "")];
    assert_eq!(rows(&database).await, found.map(|(key, text)| row(Table::Heads, key, text)));
    // And it can be written over where it is known.
    let seen = Rows::from([(key(Table::Heads, "a"), Some(found[0].1.into()))]);
    let batch = Batch { expected: seen, changes: Rows::from([put(Table::Heads, "a", "good")]), clears: false };
    assert_eq!(database.write(&batch).await, Ok(()));
}

#[wasm_bindgen_test]
async fn a_batch_is_stored_only_where_the_disk_stands_as_expected() {
    let database = open(&fresh_name()).await;
    let count = |text: Option<&str>| Rows::from([(key(Table::Revisions, "chart/r"), text.map(str::to_owned))]);
    let first = Batch { expected: count(None), changes: count(Some("1")), clears: false };
    assert_eq!(database.write(&first).await, Ok(()));
    assert_eq!(database.write(&first).await, Err(WriteError::Outdated));
    let mut changes = count(Some("2"));
    changes.extend([put(Table::Heads, "r", "mine")]);
    let wrong = Batch { expected: count(Some("7")), changes: changes.clone(), clears: false };
    assert_eq!(database.write(&wrong).await, Err(WriteError::Outdated));
    assert_eq!(rows(&database).await, [row(Table::Revisions, "chart/r", "1")], "nothing of it");
    assert_eq!(database.write(&Batch { expected: count(Some("1")), changes, clears: false }).await, Ok(()));
    assert_eq!(rows(&database).await.len(), 2);
}

#[wasm_bindgen_test]
async fn rows_are_read_with_what_stands_under_them_and_no_others() {
    let database = open(&fresh_name()).await;
    let changes = Rows::from(["r", "r/1", "r/2", "r0", "r1/1", "q"].map(|at| put(Table::Snapshots, at, at)));
    assert_eq!(write(&database, &changes).await, Ok(()));
    let under = |key: &str| Under { table: Table::Snapshots, key: key.into() };
    let found = database.read(&[under("r")]).await.expect("it can be read");
    assert_eq!(found.into_iter().map(|row| row.text).collect::<Vec<_>>(), ["r", "r/1", "r/2"]);
    assert_eq!(database.keys(&under("r")).await.expect("it can be read"), ["r", "r/1", "r/2"]);
    assert_eq!(database.keys(&under("")).await.expect("it can be read").len(), 6);
    let heads = Under { table: Table::Heads, key: "r".into() };
    assert_eq!(database.read(&[heads, under("q")]).await.expect("it can be read").len(), 1);
}
