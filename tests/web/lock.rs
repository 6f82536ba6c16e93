//! The lock at rest: nothing that is stored can be read without it, and what a crash leaves is one or the other.

use roundel::codec::{LOCK_KEY, Row, Table, is_sealed_row};
use roundel::platform::{
    BrowserPorts, BrowserStore, CryptoError, Database, LockError, Passphrase, SmallStore, change_lock, check_lock,
    turn_lock_off, turn_lock_on, unlock,
};
use roundel::state::{Batch, Ports, Rows, Under, WriteError};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::database::{fresh_name, key, open, put, refuse_commits, row, rows, spoil, write};

pub const WORDS: &str = "{\"title\":\"SYNTHETIC – né à Zürich 🎵\"}";
const SEALED: [Table; 8] = [
    Table::Heads,
    Table::Occasions,
    Table::Targets,
    Table::Conversations,
    Table::Instruments,
    Table::Snapshots,
    Table::Bin,
    Table::Aside,
];

pub fn passphrase() -> Passphrase {
    Passphrase::new("Zwölf Monate – café").unwrap()
}

pub fn other() -> Passphrase {
    Passphrase::new("another passphrase").unwrap()
}

/// Words in every table, and a count.
pub fn everywhere() -> Rows {
    let mut all: Rows = SEALED.map(|table| put(table, "r", WORDS)).into_iter().collect();
    all.extend([put(Table::Revisions, "chart/r", "3")]);
    all
}

fn whole(table: Table) -> Under {
    Under { table, key: String::new() }
}

/// All that a database gives.
async fn all(database: &Database) -> Vec<Row> {
    database
        .read(&Table::ALL.map(whole))
        .await
        .unwrap()
        .into_iter()
        .filter(|row| row.key.table != Table::Locks)
        .collect()
}

/// All that is stored under a name, as anyone can read it. Without the passphrase rows are given as they stand.
async fn stored(name: &str) -> Vec<Row> {
    all(&open(name).await).await
}

pub async fn locked() -> (String, Database) {
    let name = fresh_name();
    let database = open(&name).await;
    write(&database, &everywhere()).await.unwrap();
    turn_lock_on(&database, &passphrase()).await.unwrap();
    (name, database)
}

fn clear() -> Vec<Row> {
    let mut rows: Vec<Row> = SEALED.map(|table| row(table, "r", WORDS)).to_vec();
    rows.push(row(Table::Revisions, "chart/r", "3"));
    rows.sort_by(|a, b| a.key.cmp(&b.key));
    rows
}

#[wasm_bindgen_test]
async fn what_is_locked_holds_no_words_and_opens_again() {
    let (name, database) = locked().await;
    assert!(database.is_locked());
    assert_eq!(all(&database).await, clear(), "this window goes on reading");
    for row in stored(&name).await {
        assert_eq!(is_sealed_row(&row.text), row.key.table != Table::Revisions, "{row:?}");
    }
    let again = open(&name).await;
    assert!(again.is_locked());
    assert_eq!(check_lock(&again), Ok(()));
    assert_eq!(unlock(&again, &other()).await, Err(LockError::Crypto(CryptoError::WrongPassphrase)));
    assert_ne!(all(&again).await, clear());
    assert_eq!(unlock(&again, &passphrase()).await, Ok(()));
    assert_eq!(all(&again).await, clear());
}

#[wasm_bindgen_test]
async fn what_is_written_under_a_lock_is_sealed() {
    let (name, database) = locked().await;
    assert_eq!(write(&database, &Rows::from([put(Table::Heads, "new", WORDS)])).await, Ok(()));
    let head = Under { table: Table::Heads, key: "new".into() };
    assert_eq!(database.read(std::slice::from_ref(&head)).await.unwrap(), [row(Table::Heads, "new", WORDS)]);
    let stands = open(&name).await.read(&[head]).await.unwrap();
    assert!(is_sealed_row(&stands[0].text));
    // A count stays a count, and keeps two windows apart.
    let expected = Rows::from([(key(Table::Revisions, "chart/r"), Some("3".into()))]);
    let batch = Batch {
        expected: expected.clone(),
        changes: Rows::from([put(Table::Revisions, "chart/r", "4")]),
        clears: false,
    };
    assert_eq!(database.write(&batch).await, Ok(()));
    assert_eq!(database.write(&batch).await, Err(WriteError::Outdated));
    assert_eq!(
        database.write(&Batch { changes: Rows::from([(key(Table::Heads, "new"), None)]), ..batch }).await,
        Err(WriteError::Outdated)
    );
    assert_eq!(write(&database, &Rows::from([(key(Table::Heads, "new"), None)])).await, Ok(()));
    assert_eq!(rows(&open(&name).await).await.len(), 6);
}

#[wasm_bindgen_test]
async fn a_window_that_knows_of_no_lock_writes_nothing_into_a_locked_store() {
    let name = fresh_name();
    let (one, other_window) = (open(&name).await, open(&name).await);
    write(&one, &everywhere()).await.unwrap();
    turn_lock_on(&one, &passphrase()).await.unwrap();
    assert!(!other_window.is_locked());
    let words = Rows::from([put(Table::Heads, "late", WORDS)]);
    assert_eq!(write(&other_window, &words).await, Err(WriteError::Locked));
    assert!(other_window.is_locked(), "it knows now");
    assert_eq!(write(&other_window, &words).await, Err(WriteError::Locked));
    assert_eq!(write(&open(&name).await, &words).await, Err(WriteError::Locked), "nor does one that has no key");
    assert_eq!(all(&one).await, clear());
}

#[wasm_bindgen_test]
async fn a_window_with_an_old_lock_writes_nothing() {
    let (name, database) = locked().await;
    let second = open(&name).await;
    unlock(&second, &passphrase()).await.unwrap();
    let words = Rows::from([put(Table::Heads, "late", WORDS)]);
    change_lock(&database, &passphrase(), &other()).await.unwrap();
    assert_eq!(write(&second, &words).await, Err(WriteError::Locked));
    assert_eq!(write(&database, &words).await, Ok(()));
    turn_lock_off(&database, &other()).await.unwrap();
    assert_eq!(write(&second, &words).await, Err(WriteError::Locked), "sealed rows would never open again");
    assert_eq!(write(&database, &words).await, Ok(()));
    assert!(stored(&name).await.iter().all(|row| !is_sealed_row(&row.text)));
}

#[wasm_bindgen_test]
async fn a_new_passphrase_opens_and_the_old_one_does_not() {
    let (name, database) = locked().await;
    let before = stored(&name).await;
    let wrong = change_lock(&database, &other(), &other()).await;
    assert_eq!(wrong, Err(LockError::Crypto(CryptoError::WrongPassphrase)));
    assert_eq!(change_lock(&database, &passphrase(), &other()).await, Ok(()));
    assert_eq!(stored(&name).await, before, "the rows stay as they are");
    let again = open(&name).await;
    assert!(unlock(&again, &passphrase()).await.is_err());
    assert_eq!(unlock(&again, &other()).await, Ok(()));
    assert_eq!(all(&again).await, clear());
}

#[wasm_bindgen_test]
async fn a_lock_that_is_turned_off_leaves_all_in_clear() {
    let (name, database) = locked().await;
    assert!(turn_lock_off(&database, &other()).await.is_err());
    assert!(database.is_locked());
    assert_eq!(turn_lock_off(&database, &passphrase()).await, Ok(()));
    assert!(!database.is_locked());
    assert_eq!(stored(&name).await, clear());
    assert_eq!(write(&database, &Rows::from([put(Table::Heads, "late", WORDS)])).await, Ok(()));
    assert_eq!(stored(&name).await.len(), clear().len() + 1);
    let locks = open(&name).await.keys(&whole(Table::Locks)).await.unwrap();
    assert!(locks.is_empty());
}

#[wasm_bindgen_test]
async fn what_does_not_open_holds_the_lock_on_but_for_a_version_that_no_start_looks_at() {
    let (name, database) = locked().await;
    let sealed = stored(&name).await;
    let damaged = |table| {
        let row = sealed.iter().find(|row| row.key.table == table).unwrap();
        let middle = row.text.len() / 2;
        let other = if &row.text[middle..=middle] == "A" { "B" } else { "A" };
        format!("{}{other}{}", &row.text[..middle], &row.text[middle + 1..])
    };
    for table in [Table::Heads, Table::Bin, Table::Snapshots] {
        spoil(&name, table, "r", &damaged(table).into()).await;
    }
    assert_eq!(turn_lock_off(&database, &passphrase()).await, Err(LockError::Damaged));
    assert!(database.is_locked());
    write(&database, &Rows::from([put(Table::Heads, "r", WORDS), put(Table::Bin, "r", WORDS)])).await.unwrap();
    assert_eq!(turn_lock_off(&database, &passphrase()).await, Ok(()));
    let left: Vec<_> = stored(&name).await.into_iter().filter(|row| is_sealed_row(&row.text)).collect();
    assert_eq!(left.iter().map(|row| row.key.table).collect::<Vec<_>>(), [Table::Snapshots]);
}

#[wasm_bindgen_test]
async fn turning_it_on_or_off_is_all_or_nothing() {
    let name = fresh_name();
    let database = open(&name).await;
    write(&database, &everywhere()).await.unwrap();
    let restore = refuse_commits();
    let refused = turn_lock_on(&database, &passphrase()).await;
    restore.call0(&JsValue::NULL).unwrap();
    assert_eq!(refused, Err(LockError::Write(WriteError::Refused)));
    assert!(!database.is_locked());
    assert_eq!(stored(&name).await, clear());
    assert_eq!(write(&database, &Rows::from([put(Table::Revisions, "chart/r", "3")])).await, Ok(()));

    turn_lock_on(&database, &passphrase()).await.unwrap();
    let sealed = stored(&name).await;
    let restore = refuse_commits();
    let refused = turn_lock_off(&database, &passphrase()).await;
    restore.call0(&JsValue::NULL).unwrap();
    assert_eq!(refused, Err(LockError::Write(WriteError::Refused)));
    assert_eq!(stored(&name).await, sealed);
    assert_eq!(all(&database).await, clear(), "and goes on as before");
}

#[wasm_bindgen_test]
async fn what_is_written_while_the_lock_is_turned_on_is_sealed_too() {
    let name = fresh_name();
    let (database, beside) = (open(&name).await, open(&name).await);
    write(&database, &everywhere()).await.unwrap();
    let phrase = passphrase();
    let busy = async {
        let mut written = 0;
        for at in 0..15 {
            let words = Rows::from([put(Table::Snapshots, &format!("r/{at}"), WORDS)]);
            written += usize::from(write(&beside, &words).await.is_ok());
        }
        written
    };
    let (on, written) = futures_util::future::join(turn_lock_on(&database, &phrase), busy).await;
    assert_eq!(on, Ok(()));
    assert_eq!(all(&database).await.len(), clear().len() + written);
    assert!(stored(&name).await.iter().all(|row| row.key.table == Table::Revisions || is_sealed_row(&row.text)));
}

#[wasm_bindgen_test]
async fn two_windows_do_not_lock_the_same_twice() {
    let name = fresh_name();
    let (one, two) = (open(&name).await, open(&name).await);
    write(&one, &everywhere()).await.unwrap();
    turn_lock_on(&one, &passphrase()).await.unwrap();
    assert_eq!(turn_lock_on(&two, &other()).await, Err(LockError::Write(WriteError::Locked)));
    assert_eq!(all(&one).await, clear());
}

#[wasm_bindgen_test]
async fn a_broken_lock_is_named() {
    let name = fresh_name();
    let database = open(&name).await;
    write(&database, &Rows::from([put(Table::Locks, LOCK_KEY, "{ broken")])).await.unwrap();
    let again = open(&name).await;
    assert!(again.is_locked());
    assert!(check_lock(&again).is_err());
    assert!(unlock(&again, &passphrase()).await.is_err());
}

#[wasm_bindgen_test]
async fn under_a_lock_no_words_are_left_outside_of_the_database() {
    let small = SmallStore::open().expect("a browser that keeps things");
    let name = fresh_name();
    let database = Rc::new(open(&name).await);
    let ports = BrowserPorts::new(BrowserStore::Database(database.clone(), Some(small)));
    let left = || small.rows().into_iter().any(|row| row.key.key == name);
    let note = |text: Option<&str>| Rows::from([(key(Table::Heads, &name), text.map(str::to_owned))]);
    ports.leave_note(note(Some(WORDS)));
    assert!(left());
    turn_lock_on(&database, &passphrase()).await.unwrap();
    // What was left before can still be taken away, and nothing more comes.
    ports.leave_note(note(None));
    assert!(!left());
    ports.leave_note(note(Some(WORDS)));
    assert!(!left());
}
