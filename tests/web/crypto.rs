//! Locks: what is kept opens, the wrong passphrase does not, and nothing that was changed is taken for what it was.

use roundel::codec::{
    LockedFile, LockedText, Row, RowKey, Table, is_sealed_row, locked_file, read_file, read_lock, row_binding,
    write_lock,
};
use roundel::platform::{
    CryptoError, DataKey, Passphrase, can_lock, change_passphrase, lock_text, new_lock, open_lock, unlock_file,
    unlock_text,
};
use roundel::state::Rows;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

/// Both files are synthetic, and made without this app: with Python's `cryptography`.
const FILE: &str = include_str!("../fixtures/locked.json");
const RESCUE: &str = include_str!("../fixtures/locked-rescue.json");
const PASSPHRASE: &str = "Zwölf Monate – café 🎵";
const WORDS: &str = "„Wörter“, “quotes”, 音楽, 🎵, \"\\\n\0";

fn passphrase(typed: &str) -> Passphrase {
    Passphrase::new(typed).unwrap()
}

fn kept(text: &str) -> LockedFile {
    locked_file(text.as_bytes()).unwrap().unwrap()
}

fn at(table: Table, key: &str) -> RowKey {
    RowKey { table, key: key.into() }
}

async fn fresh_key() -> DataKey {
    new_lock(&passphrase("open")).await.unwrap().1
}

/// The only error there is.
fn error<T>(result: Result<T, CryptoError>) -> CryptoError {
    result.err().unwrap()
}

#[wasm_bindgen_test]
fn this_page_can_lock() {
    assert!(can_lock());
}

#[wasm_bindgen_test]
fn nothing_is_no_passphrase() {
    for typed in ["", " ", "\n\t\u{a0}"] {
        assert!(Passphrase::new(typed).is_none(), "{typed:?}");
    }
}

#[wasm_bindgen_test]
async fn what_is_kept_opens() {
    let text = unlock_file(&passphrase(PASSPHRASE), &kept(FILE)).await.unwrap();
    let opened = read_file(text.as_bytes()).unwrap();
    assert_eq!(opened.repairs, []);
    assert_eq!(opened.records.len(), 1);
    assert_eq!(opened.records[0].title, "Synthetic chart – né à Zürich 🎵");

    // What the recovery screen saved of a locked store holds the same.
    let text = unlock_file(&passphrase(PASSPHRASE), &kept(RESCUE)).await.unwrap();
    assert_eq!(read_file(text.as_bytes()).unwrap(), opened);
}

#[wasm_bindgen_test]
async fn the_same_word_opens_it_however_it_is_typed() {
    let composed = "Zw\u{f6}lf Monate – caf\u{e9} 🎵";
    let decomposed = "Zwo\u{308}lf Monate – cafe\u{301} 🎵";
    for typed in [composed, decomposed, " Zwölf Monate – café 🎵 \n"] {
        assert!(unlock_file(&passphrase(typed), &kept(FILE)).await.is_ok(), "{typed:?}");
    }
    for typed in ["Zwolf Monate – cafe 🎵", "zwölf Monate – café 🎵", "Zwölf  Monate – café 🎵", "Zwölf Monate"]
    {
        for file in [FILE, RESCUE] {
            let opened = unlock_file(&passphrase(typed), &kept(file)).await;
            assert_eq!(opened, Err(CryptoError::WrongPassphrase), "{typed:?}");
        }
    }
}

#[wasm_bindgen_test]
async fn a_text_comes_back_and_no_two_are_locked_alike() {
    let word = passphrase("open");
    for text in ["", "a", WORDS] {
        let (one, other) = (lock_text(&word, text).await.unwrap(), lock_text(&word, text).await.unwrap());
        assert_eq!(one.stretching.iterations, 600_000);
        assert_ne!(one.stretching.salt, other.stretching.salt);
        assert_ne!(one.text.iv, other.text.iv);
        assert_ne!(one.text.data, other.text.data);
        assert_eq!(unlock_text(&word, &one).await.as_deref(), Ok(text));
    }
}

#[wasm_bindgen_test]
async fn a_text_that_was_changed_does_not_open() {
    let word = passphrase(PASSPHRASE);
    let LockedFile::Copy(kept) = kept(FILE) else { panic!("a copy") };
    let end = kept.text.data.len() - 1;
    let accidents: [fn(&mut LockedText, usize); 6] = [
        |locked, _| locked.text.data[0] ^= 1,
        |locked, end| locked.text.data[end] ^= 0x80,
        |locked, _| _ = locked.text.data.pop(),
        |locked, _| locked.text.iv[11] ^= 1,
        |locked, _| locked.stretching.salt[0] ^= 1,
        |locked, _| locked.stretching.iterations -= 1,
    ];
    for accident in accidents {
        let mut changed = kept.clone();
        accident(&mut changed, end);
        assert_eq!(unlock_text(&word, &changed).await, Err(CryptoError::WrongPassphrase));
    }
}

#[wasm_bindgen_test]
async fn a_lock_opens_with_its_passphrase_alone() {
    let (word, other) = (passphrase("open"), passphrase("another"));
    let (lock, key) = new_lock(&word).await.unwrap();
    let stored = read_lock(&write_lock(&lock)).unwrap();
    assert_eq!(stored, lock);
    let sealed = key.seal(&at(Table::Heads, "r"), WORDS).await.unwrap();
    let opened = open_lock(&word, &stored).await.unwrap();
    assert_eq!(opened.open(&at(Table::Heads, "r"), &sealed).await.as_deref(), Ok(WORDS));
    assert_eq!(error(open_lock(&other, &lock).await), CryptoError::WrongPassphrase);
    let mut changed = lock.clone();
    changed.key.data[20] ^= 1;
    assert_eq!(error(open_lock(&word, &changed).await), CryptoError::WrongPassphrase);
}

#[wasm_bindgen_test]
async fn a_new_passphrase_opens_what_was_sealed_before() {
    let (old, new) = (passphrase("old"), passphrase("new"));
    let (lock, key) = new_lock(&old).await.unwrap();
    let sealed = key.seal(&at(Table::Targets, "r/t"), WORDS).await.unwrap();
    let changed = change_passphrase(&lock, &old, &new).await.unwrap();
    assert_ne!(changed.stretching.salt, lock.stretching.salt);
    assert_eq!(error(open_lock(&old, &changed).await), CryptoError::WrongPassphrase);
    let key = open_lock(&new, &changed).await.unwrap();
    assert_eq!(key.open(&at(Table::Targets, "r/t"), &sealed).await.as_deref(), Ok(WORDS));
    assert_eq!(error(change_passphrase(&lock, &new, &old).await), CryptoError::WrongPassphrase);
}

#[wasm_bindgen_test]
async fn a_row_opens_in_its_place_alone() {
    let key = fresh_key().await;
    let place = at(Table::Occasions, "r/o");
    let sealed = key.seal(&place, WORDS).await.unwrap();
    assert_eq!(key.open(&place, &sealed).await.as_deref(), Ok(WORDS));
    for other in [at(Table::Occasions, "r/p"), at(Table::Targets, "r/o"), at(Table::Heads, "r")] {
        assert_eq!(key.open(&other, &sealed).await, Err(CryptoError::Broken), "{}", row_binding(&other));
    }
    let foreign = fresh_key().await.seal(&place, WORDS).await.unwrap();
    assert_eq!(key.open(&place, &foreign).await, Err(CryptoError::Broken));
    for text in ["", "{}", "{\"locked\":1}", "{\"locked\":1,\"iv\":\"AAAAAAAAAAAAAAAA\",\"data\":\"AAAA\"}"] {
        assert_eq!(key.open(&place, text).await, Err(CryptoError::Broken), "{text}");
    }
}

#[wasm_bindgen_test]
async fn texts_are_sealed_but_for_the_lock_and_the_counts() {
    let key = fresh_key().await;
    let rows = Rows::from([
        (at(Table::Heads, "r"), Some(WORDS.to_owned())),
        (at(Table::Targets, "r/t"), None),
        (at(Table::Occasions, "r/o"), Some(String::new())),
        (at(Table::Snapshots, "r/5"), Some(WORDS.to_owned())),
        (at(Table::Revisions, "chart/r"), Some("7".to_owned())),
        (at(Table::Locks, "lock"), Some("{}".to_owned())),
    ]);
    let sealed = key.seal_rows(&rows).await.unwrap();
    assert_eq!(sealed.keys().collect::<Vec<_>>(), rows.keys().collect::<Vec<_>>());
    assert_eq!(sealed[&at(Table::Targets, "r/t")], None);
    for (at, text) in sealed.iter().filter_map(|(at, text)| Some((at, text.as_ref()?))) {
        let clear = matches!(at.table, Table::Revisions | Table::Locks);
        assert_eq!(is_sealed_row(text), !clear, "{text}");
        assert_eq!(Some(text) == rows[at].as_ref(), clear, "{text}");
    }
}

#[wasm_bindgen_test]
async fn rows_open_and_those_that_do_not_stay() {
    let key = fresh_key().await;
    let sealed = key.seal(&at(Table::Heads, "r"), WORDS).await.unwrap();
    let row = |place: &str, text: &str| Row { key: at(Table::Heads, place), text: text.into() };
    let opened = key.open_rows(vec![row("r", &sealed), row("clear", "{}"), row("moved", &sealed)]).await;
    assert_eq!(opened, [row("r", WORDS), row("clear", "{}"), row("moved", &sealed)]);
}

#[wasm_bindgen_test]
async fn a_row_that_does_not_open_is_named_and_the_rest_of_a_rescue_is_read() {
    let moved = RESCUE.replace("synthetic/t\"", "synthetic/other\"");
    let file = kept(&moved);
    let opened = read_file(unlock_file(&passphrase(PASSPHRASE), &file).await.unwrap().as_bytes()).unwrap();
    assert_eq!(opened.records[0].occasions.len(), 1);
    assert_eq!(opened.records[0].targets.len(), 0);
    assert!(opened.repairs.iter().any(|repair| repair.concerns(&opened.records[0].id)));
}

/// A page that is not secure has no such cryptography.
#[wasm_bindgen_test]
async fn where_the_browser_does_not_encrypt_no_lock_is_offered() {
    let crypto = web_sys::window().unwrap().crypto().unwrap();
    let hide = "Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true })";
    js_sys::Function::new_with_args("crypto", hide).call1(&crypto, &crypto).unwrap();
    let (offered, locked) = (can_lock(), lock_text(&passphrase("open"), WORDS).await);
    js_sys::Reflect::delete_property(&crypto, &"subtle".into()).unwrap();
    assert!(!offered);
    assert_eq!(locked, Err(CryptoError::NotHere));
    assert!(can_lock());
}

#[wasm_bindgen_test]
async fn a_thousand_rows_are_sealed_and_opened_together() {
    let key = fresh_key().await;
    let text = WORDS.repeat(60);
    let rows: Rows = (0..1_000).map(|n| (at(Table::Occasions, &format!("r/{n}")), Some(text.clone()))).collect();
    let began = js_sys::Date::now();
    let sealed = key.seal_rows(&rows).await.unwrap();
    let half = js_sys::Date::now();
    let rows = sealed.into_iter().map(|(key, text)| Row { key, text: text.unwrap() }).collect();
    let opened = key.open_rows(rows).await;
    let end = js_sys::Date::now();
    assert!(opened.iter().all(|row| row.text == text));
    console_log!("1000 rows of {} bytes: sealed in {} ms, opened in {} ms", text.len(), half - began, end - half);
}
