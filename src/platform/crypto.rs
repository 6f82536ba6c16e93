//! Locking with a passphrase, by the browser's own cryptography: files, and the rows of the database at rest.
//!
//! [`codec`](crate::codec) says how what is locked is written. Sealing takes a task of its own, so it is done before a
//! transaction is opened: one that waits for anything else is closed by the browser.

use futures_util::future::join_all;
use js_sys::{Array, ArrayBuffer, JsString, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AesGcmParams, AesKeyGenParams, CryptoKey, Pbkdf2Params, SubtleCrypto};

use crate::codec::{
    FILE_BINDING, IV_BYTES, LOCK_BINDING, Lock, LockedFile, LockedText, Row, RowKey, SALT_BYTES, Sealed, Stretching,
    is_sealed_row, is_sealed_table, read_sealed_row, row_binding, write_sealed_row,
};
use crate::state::Rows;

/// How many rounds a new passphrase goes: OWASP's Password Storage Cheat Sheet for PBKDF2-HMAC-SHA256.
const ITERATIONS: u32 = 600_000;
const KEY_BITS: u16 = 256;
const KDF: &str = "PBKDF2";
const CIPHER: &str = "AES-GCM";
/// What keys are for.
const TEXTS: [&str; 2] = ["encrypt", "decrypt"];
const KEYS: [&str; 2] = ["wrapKey", "unwrapKey"];

/// Why something was not locked or unlocked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CryptoError {
    /// Not the passphrase it was locked with; or what is locked was changed since, which looks the same.
    #[error("the passphrase does not open it")]
    WrongPassphrase,
    /// What is locked cannot be read, though the key is right.
    #[error("what is locked is broken")]
    Broken,
    /// The browser does not encrypt here, as where the page came without https: see [`can_lock`].
    #[error("the browser does not encrypt here")]
    NotHere,
}

/// What a person locks with.
#[derive(PartialEq, Eq)]
pub struct Passphrase(String);

impl Passphrase {
    /// The passphrase as `typed`, the same on every keyboard: "é" is one letter or two, and some put a space after a
    /// word. `None` when nothing is left.
    pub fn new(typed: &str) -> Option<Self> {
        let text = String::from(JsString::from(typed.trim()).normalize("NFC"));
        (!text.is_empty()).then_some(Self(text))
    }
}

/// The key of the rows at rest. It is only in memory, and even there the browser does not give it out.
#[derive(Clone)]
pub struct DataKey(CryptoKey);

/// Whether the browser encrypts here. Where it does not, no lock may be offered.
pub fn can_lock() -> bool {
    subtle().is_ok()
}

/// Locks `text` with `passphrase`, for a file.
///
/// # Errors
/// [`CryptoError::NotHere`].
pub async fn lock_text(passphrase: &Passphrase, text: &str) -> Result<LockedText, CryptoError> {
    let stretching = fresh_stretching()?;
    let key = stretched(passphrase, &stretching, TEXTS).await?;
    Ok(LockedText { text: encrypted(&key, FILE_BINDING, text).await?, stretching })
}

/// The text that was locked with `passphrase`.
///
/// # Errors
/// [`CryptoError`] says why not.
pub async fn unlock_text(passphrase: &Passphrase, locked: &LockedText) -> Result<String, CryptoError> {
    let key = stretched(passphrase, &locked.stretching, TEXTS).await?;
    let bytes = decrypted(&key, FILE_BINDING, &locked.text).await?.ok_or(CryptoError::WrongPassphrase)?;
    String::from_utf8(bytes).map_err(|_| CryptoError::Broken)
}

/// The text of a file that was locked with `passphrase`, for `read_file` to read.
///
/// # Errors
/// [`CryptoError`] says why not. A row of a rescue file that does not open is no error: it stays sealed, and `read_file`
/// names it.
pub async fn unlock_file(passphrase: &Passphrase, file: &LockedFile) -> Result<String, CryptoError> {
    match file {
        LockedFile::Copy(locked) => unlock_text(passphrase, locked).await,
        LockedFile::Rescue(rescue) => {
            let key = open_lock(passphrase, &rescue.lock).await?;
            let rows = key.open_rows(rescue.sealed_rows()).await;
            Ok(rescue.clone().with(rows))
        }
    }
}

/// A lock that `passphrase` opens, and the key in it.
///
/// # Errors
/// [`CryptoError::NotHere`].
pub async fn new_lock(passphrase: &Passphrase) -> Result<(Lock, DataKey), CryptoError> {
    let made = subtle()?.generate_key_with_object(&AesKeyGenParams::new(CIPHER, KEY_BITS), true, &usages(TEXTS));
    let key: CryptoKey = answer(made).await.ok_or(CryptoError::NotHere)?;
    let stretching = fresh_stretching()?;
    let outer = stretched(passphrase, &stretching, KEYS).await?;
    let sealed = wrapped(&outer, &key).await?;
    // As it comes out of the lock: the browser does not give it out.
    let key = DataKey(unwrapped(&outer, &sealed, false).await?);
    Ok((Lock { stretching, key: sealed }, key))
}

/// The key in `lock`.
///
/// # Errors
/// [`CryptoError`] says why it does not open.
pub async fn open_lock(passphrase: &Passphrase, lock: &Lock) -> Result<DataKey, CryptoError> {
    let outer = stretched(passphrase, &lock.stretching, KEYS).await?;
    Ok(DataKey(unwrapped(&outer, &lock.key, false).await?))
}

/// The lock with the same key that `new` opens and `old` no longer does. The rows stay as they are.
///
/// # Errors
/// [`CryptoError`] says why `old` does not open it.
pub async fn change_passphrase(lock: &Lock, old: &Passphrase, new: &Passphrase) -> Result<Lock, CryptoError> {
    let outer = stretched(old, &lock.stretching, KEYS).await?;
    let key = unwrapped(&outer, &lock.key, true).await?;
    let stretching = fresh_stretching()?;
    let outer = stretched(new, &stretching, KEYS).await?;
    Ok(Lock { key: wrapped(&outer, &key).await?, stretching })
}

impl DataKey {
    /// The text that stands at `at` in place of `text`; nowhere else will it open.
    ///
    /// # Errors
    /// [`CryptoError::NotHere`].
    pub async fn seal(&self, at: &RowKey, text: &str) -> Result<String, CryptoError> {
        Ok(write_sealed_row(&encrypted(&self.0, &row_binding(at), text).await?))
    }

    /// What was sealed for `at`.
    ///
    /// # Errors
    /// [`CryptoError::Broken`] when it was sealed for another place or with another key, or was changed since.
    pub async fn open(&self, at: &RowKey, text: &str) -> Result<String, CryptoError> {
        let sealed = read_sealed_row(text).map_err(|_| CryptoError::Broken)?;
        let bytes = decrypted(&self.0, &row_binding(at), &sealed).await?.ok_or(CryptoError::Broken)?;
        String::from_utf8(bytes).map_err(|_| CryptoError::Broken)
    }

    /// `rows` as they are to be written: sealed are those of all tables but the ones that stay clear.
    ///
    /// # Errors
    /// [`CryptoError::NotHere`]; then nothing may be written.
    pub async fn seal_rows(&self, rows: &Rows) -> Result<Rows, CryptoError> {
        let sealed = rows.iter().map(async |(at, text)| {
            let text = match text {
                Some(text) if is_sealed_table(at.table) => Some(self.seal(at, text).await?),
                as_it_is => as_it_is.clone(),
            };
            Ok((at.clone(), text))
        });
        join_all(sealed).await.into_iter().collect()
    }

    /// `rows` as they were before they were sealed. One that does not open stays sealed, and so counts as unreadable.
    pub async fn open_rows(&self, rows: Vec<Row>) -> Vec<Row> {
        let opened = rows.into_iter().map(async |row| {
            let text = if is_sealed_row(&row.text) { self.open(&row.key, &row.text).await.ok() } else { None };
            Row { text: text.unwrap_or(row.text), key: row.key }
        });
        join_all(opened).await
    }
}

/// `key`, which the browser must give out for it, sealed with `outer`.
async fn wrapped(outer: &CryptoKey, key: &CryptoKey) -> Result<Sealed, CryptoError> {
    let iv = random()?;
    let data = subtle()?.wrap_key_with_object("raw", key, outer, &sealing(iv, LOCK_BINDING));
    let data = answer::<ArrayBuffer>(data).await.ok_or(CryptoError::NotHere)?;
    Ok(Sealed { iv, data: bytes(&data) })
}

/// The key that was sealed with `outer`; the browser gives it out again when it is `extractable`.
async fn unwrapped(outer: &CryptoKey, sealed: &Sealed, extractable: bool) -> Result<CryptoKey, CryptoError> {
    let key = subtle()?.unwrap_key_with_u8_array_and_object_and_str(
        "raw",
        &sealed.data,
        outer,
        &sealing(sealed.iv, LOCK_BINDING),
        CIPHER,
        extractable,
        &usages(TEXTS),
    );
    answer(key).await.ok_or(CryptoError::WrongPassphrase)
}

async fn encrypted(key: &CryptoKey, binding: &str, text: &str) -> Result<Sealed, CryptoError> {
    let iv = random()?;
    let data = subtle()?.encrypt_with_object_and_u8_array(&sealing(iv, binding), key, text.as_bytes());
    let data = answer::<ArrayBuffer>(data).await.ok_or(CryptoError::NotHere)?;
    Ok(Sealed { iv, data: bytes(&data) })
}

/// `None` when the key does not fit.
async fn decrypted(key: &CryptoKey, binding: &str, sealed: &Sealed) -> Result<Option<Vec<u8>>, CryptoError> {
    let text = subtle()?.decrypt_with_object_and_u8_array(&sealing(sealed.iv, binding), key, &sealed.data);
    Ok(answer::<ArrayBuffer>(text).await.as_ref().map(bytes))
}

/// The key that `passphrase` becomes.
async fn stretched(from: &Passphrase, how: &Stretching, purpose: [&str; 2]) -> Result<CryptoKey, CryptoError> {
    let subtle = subtle()?;
    let typed = Uint8Array::from(from.0.as_bytes());
    let base = subtle.import_key_with_str("raw", &typed, KDF, false, &usages(["deriveKey"]));
    let base: CryptoKey = answer(base).await.ok_or(CryptoError::NotHere)?;
    let salt = Uint8Array::from(how.salt.as_slice());
    let how = Pbkdf2Params::new_with_str(KDF, "SHA-256", how.iterations, &salt);
    let wanted = AesKeyGenParams::new(CIPHER, KEY_BITS);
    let key = subtle.derive_key_with_object_and_object(&how, &base, &wanted, false, &usages(purpose));
    answer(key).await.ok_or(CryptoError::NotHere)
}

fn sealing(iv: [u8; IV_BYTES], binding: &str) -> AesGcmParams {
    let how = AesGcmParams::new_with_u8_array(CIPHER, &Uint8Array::from(iv.as_slice()));
    how.set_additional_data_u8_array(&Uint8Array::from(binding.as_bytes()));
    how
}

fn fresh_stretching() -> Result<Stretching, CryptoError> {
    Ok(Stretching { iterations: ITERATIONS, salt: random::<SALT_BYTES>()? })
}

fn random<const COUNT: usize>() -> Result<[u8; COUNT], CryptoError> {
    let mut bytes = [0; COUNT];
    let filled = leptos::prelude::window().crypto().and_then(|it| it.get_random_values_with_u8_array(&mut bytes));
    filled.map(|_| bytes).map_err(|_| CryptoError::NotHere)
}

/// The browser's cryptography, which only secure pages have.
fn subtle() -> Result<SubtleCrypto, CryptoError> {
    let crypto = leptos::prelude::window().crypto().map_err(|_| CryptoError::NotHere)?;
    Some(crypto.subtle()).filter(|subtle| !subtle.is_undefined()).ok_or(CryptoError::NotHere)
}

/// What a request comes to; `None` when it is refused.
async fn answer<T: JsCast>(request: Result<Promise, JsValue>) -> Option<T> {
    JsFuture::from(request.ok()?).await.ok()?.dyn_into().ok()
}

fn usages<const COUNT: usize>(of: [&str; COUNT]) -> Array {
    of.into_iter().map(JsValue::from_str).collect()
}

fn bytes(buffer: &ArrayBuffer) -> Vec<u8> {
    Uint8Array::new(buffer).to_vec()
}
