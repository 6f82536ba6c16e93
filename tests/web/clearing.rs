//! Deleting everything in one transaction: all rows go, the lock's too, also where nobody can open it.

use roundel::codec::{LOCK_KEY, Row, Table};
use roundel::platform::{Database, lock_has_changed, turn_lock_off, unlock};
use roundel::state::{Batch, Rows, Under, WriteError};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::database::{fresh_name, key, no_text, open, put, refuse_commits, row, spoil, write};
use super::lock::{WORDS, everywhere, locked, other, passphrase};

/// As the app deletes everything: what is left says when.
fn clearing() -> Batch {
    Batch { clears: true, changes: Rows::from([put(Table::Revisions, "all", "7")]), ..Batch::default() }
}

/// All rows of all tables, as they stand.
async fn all(name: &str) -> Vec<Row> {
    let everything = Table::ALL.map(|table| Under { table, key: String::new() });
    open(name).await.read(&everything).await.unwrap()
}

/// Another window in front of the lock, without its key.
async fn in_front(name: &str) -> Database {
    let database = open(name).await;
    assert!(database.is_locked());
    database
}

/// The browser refuses to clear once, and all stands as it did; then it does not refuse.
async fn all_goes_or_nothing(database: &Database, name: &str) {
    let before = all(name).await;
    let restore = refuse_commits();
    let refused = database.write(&clearing()).await;
    restore.call0(&JsValue::NULL).unwrap();
    assert_eq!(refused, Err(WriteError::Refused));
    assert_eq!(all(name).await, before);
    assert_eq!(database.write(&clearing()).await, Ok(()));
    assert_eq!(all(name).await, [row(Table::Revisions, "all", "7")]);
}

#[wasm_bindgen_test]
async fn of_what_is_not_locked_all_goes_or_nothing() {
    let name = fresh_name();
    let database = open(&name).await;
    write(&database, &everywhere()).await.unwrap();
    all_goes_or_nothing(&database, &name).await;
    assert_eq!(write(&database, &Rows::from([put(Table::Heads, "new", WORDS)])).await, Ok(()));
}

#[wasm_bindgen_test]
async fn what_is_locked_is_cleared_without_the_key_and_the_lock_with_it() {
    let (name, _) = locked().await;
    let database = in_front(&name).await;
    all_goes_or_nothing(&database, &name).await;
    assert!(!open(&name).await.is_locked());
}

#[wasm_bindgen_test]
async fn without_the_key_nothing_else_is_written() {
    let (name, _) = locked().await;
    let before = all(&name).await;
    let database = in_front(&name).await;
    let words = Rows::from([put(Table::Heads, "late", WORDS)]);
    let away = Rows::from([(key(Table::Heads, "r"), None)]);
    let count = Rows::from([put(Table::Revisions, "chart/r", "4")]);
    let lock = Rows::from([(key(Table::Locks, LOCK_KEY), None)]);
    for changes in [words.clone(), away, count, lock] {
        assert_eq!(write(&database, &changes).await, Err(WriteError::Locked), "{changes:?}");
    }
    // Nor clear words in the place of what goes.
    let changes = clearing().changes.into_iter().chain(words).collect();
    assert_eq!(database.write(&Batch { changes, ..clearing() }).await, Err(WriteError::Locked));
    assert_eq!(all(&name).await, before);
}

#[wasm_bindgen_test]
async fn where_another_lock_stands_by_now_nothing_is_cleared() {
    let (name, open_window) = locked().await;
    let database = in_front(&name).await;
    turn_lock_off(&open_window, &passphrase()).await.unwrap();
    let before = all(&name).await;
    assert_eq!(database.write(&clearing()).await, Err(WriteError::Locked), "somebody works there");
    assert_eq!(all(&name).await, before);
}

#[wasm_bindgen_test]
async fn a_lock_that_is_no_text_goes_as_well() {
    let (name, _) = locked().await;
    spoil(&name, Table::Locks, LOCK_KEY, &no_text()).await;
    assert_eq!(in_front(&name).await.write(&clearing()).await, Ok(()));
    assert_eq!(all(&name).await, [row(Table::Revisions, "all", "7")]);
}

#[wasm_bindgen_test]
async fn a_window_with_the_key_of_a_lock_that_is_gone_is_told_that_it_is_behind() {
    let (name, with_key) = locked().await;
    in_front(&name).await.write(&clearing()).await.unwrap();
    let late = Batch {
        expected: Rows::from([(key(Table::Revisions, "all"), None)]),
        changes: Rows::from([put(Table::Heads, "late", WORDS)]),
        clears: false,
    };
    assert_eq!(with_key.write(&late).await, Err(WriteError::Outdated));
    let knows = Batch { expected: clearing().changes, ..late };
    assert_eq!(with_key.write(&knows).await, Err(WriteError::Locked), "sealed with a key that is gone");
    assert_eq!(all(&name).await, [row(Table::Revisions, "all", "7")]);
}

#[wasm_bindgen_test]
async fn a_window_in_front_of_the_lock_finds_that_it_is_gone() {
    let (name, with_key) = locked().await;
    let [looks, opens] = [in_front(&name).await, in_front(&name).await];
    assert!(!lock_has_changed(&looks).await);
    with_key.write(&clearing()).await.unwrap();
    assert!(lock_has_changed(&looks).await);
    assert!(!lock_has_changed(&looks).await, "it knows now");
    assert_eq!(unlock(&opens, &other()).await, Ok(()), "there is nothing to open");
    assert!(!opens.is_locked());
    assert_eq!(write(&opens, &Rows::from([put(Table::Heads, "new", WORDS)])).await, Ok(()));
}
