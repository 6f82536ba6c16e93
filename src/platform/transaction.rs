//! What is done in one transaction of the database.

use std::pin::pin;

use futures_util::future::{Either, select};
use indexed_db_futures::KeyRange;
use indexed_db_futures::database::Database as Idb;
use indexed_db_futures::error::{Error, SimpleValueError};
use indexed_db_futures::internals::SystemRepr;
use indexed_db_futures::prelude::*;
use indexed_db_futures::primitive::TryFromJs;
use indexed_db_futures::transaction::{Transaction, TransactionDurability, TransactionMode, TransactionOptions};
use js_sys::{JSON, Reflect};
use wasm_bindgen::JsValue;

use super::fetch::pause;
use crate::codec::{Row, RowKey, Table};
use crate::state::{Rows, Under, WriteError, WriteResult};

/// How long the browser has for a transaction, in milliseconds: some forget about one when the app was in the background.
const PATIENCE_MS: i32 = 15_000;

/// What a row holds, as a text. The app stores nothing but texts; whatever else stands there is given as JSON, so that it
/// can be set aside. It is empty where JSON says nothing of it.
struct RowText(String);

impl TryFromJs for RowText {
    fn from_js(value: JsValue) -> Result<Self, SimpleValueError> {
        let as_json = || JSON::stringify(&value).ok().and_then(|text| text.as_string()).filter(|text| text != "{}");
        Ok(Self(value.as_string().or_else(as_json).unwrap_or_default()))
    }
}

/// What `work` gives, if the browser answers; else what can be taken back of it is.
pub async fn in_time<T>(work: impl Future<Output = T>) -> Option<T> {
    match select(pin!(work), pin!(pause(PATIENCE_MS))).await {
        Either::Left((result, _)) => Some(result),
        Either::Right(_) => None,
    }
}

/// That the browser does not answer.
pub fn no_answer() -> Error {
    js_sys::Error::new("the database does not answer").into()
}

/// Begins a transaction that may write everywhere, and is on the disk when it completes.
pub fn begin(connection: &Idb) -> Result<Transaction<'_>, Error> {
    connection
        .transaction(Table::ALL.map(Table::name))
        .with_mode(TransactionMode::Readwrite)
        .with_options(TransactionOptions::new().with_durability(TransactionDurability::Strict))
        .build()
}

/// Has all of it stored. Of a device without room Chromium speaks nowhere but in the transaction itself.
pub async fn commit(transaction: Transaction<'_>) -> Result<WriteResult, Error> {
    let of_browser = JsValue::clone(transaction.as_sys().as_ref());
    let Err(error) = transaction.commit().await else { return Ok(Ok(())) };
    let field = |of: &JsValue, name: &str| Reflect::get(of, &JsValue::from_str(name)).unwrap_or_default();
    let why = field(&field(&of_browser, "error"), "name").as_string();
    if why.as_deref() == Some("QuotaExceededError") { Ok(Err(WriteError::Full)) } else { Err(error) }
}

/// What the row of this key holds, if there is one.
pub async fn text_at(transaction: &Transaction<'_>, RowKey { table, key }: &RowKey) -> Result<Option<String>, Error> {
    let text: Option<RowText> = transaction.object_store(table.name())?.get(key.as_str()).primitive()?.await?;
    Ok(text.map(|RowText(text)| text))
}

/// Whether these rows stand so.
pub async fn stand(transaction: &Transaction<'_>, expected: &Rows) -> Result<bool, Error> {
    for (key, expected) in expected {
        if text_at(transaction, key).await? != *expected {
            return Ok(false);
        }
    }
    Ok(true)
}

/// All rows that stand where it is wanted, one place after the other.
pub async fn rows_in(transaction: &Transaction<'_>, wanted: Vec<&Under>) -> Result<Vec<Row>, Error> {
    let mut rows = Vec::new();
    for under in wanted {
        let store = transaction.object_store(under.table.name())?;
        let range = range(&under.key);
        let keys = store.get_all_keys::<String>().with_query::<JsValue, _>(range.clone()).primitive()?.await?;
        let texts = store.get_all::<RowText>().with_query::<JsValue, _>(range).primitive()?.await?;
        for (key, text) in keys.zip(texts) {
            let key = RowKey { table: under.table, key: key.unwrap_or_default() };
            if under.holds(&key.key) {
                rows.push(Row { key, text: text?.0 });
            }
        }
    }
    Ok(rows)
}

/// Sends the requests on their way; only the transaction's end is waited for.
pub fn put_all(transaction: &Transaction<'_>, changes: &Rows) -> Result<(), Error> {
    for (RowKey { table, key }, text) in changes {
        let store = transaction.object_store(table.name())?;
        match text {
            Some(text) => drop(store.put(text.as_str()).with_key(key.as_str()).with_key_type::<String>().primitive()?),
            None => drop(store.delete(key.as_str()).primitive()?),
        }
    }
    Ok(())
}

/// The keys from `key` on that can stand under it; from an empty one all there are, also those that are no text.
pub fn range(key: &str) -> KeyRange<JsValue> {
    if key.is_empty() {
        return KeyRange::LowerBound(JsValue::from_f64(f64::NEG_INFINITY), false);
    }
    // "0" follows "/".
    KeyRange::Bound(JsValue::from_str(key), false, JsValue::from_str(&format!("{key}0")), true)
}
