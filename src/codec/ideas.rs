//! The files of ideas that come with the app: words to begin with, from a source.

use serde_json::Value;

use super::fields::{Fields, Mender};
use super::file::parsed;

const FORMAT: &str = "roundel-ideas";
/// The version of the format.
const VERSION: u64 = 1;

/// Ideas from one source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ideas {
    /// What is to be said before them, in the words of the source.
    pub note: String,
    /// The ideas.
    pub ideas: Vec<String>,
    /// Where they come from.
    pub source: String,
    /// Under which licence they stand.
    pub licence: String,
}

/// Reads such a file, whole or not at all.
pub fn read_ideas(bytes: &[u8]) -> Option<Ideas> {
    let file = parsed(bytes).ok()?;
    let of_ours = file.get("format").and_then(Value::as_str) == Some(FORMAT);
    let readable = file.get("version").and_then(Value::as_u64) == Some(VERSION);
    let mut repairs = Vec::new();
    let ideas = {
        let mender = Mender::new("", &mut repairs);
        let fields = Fields::new(&file, &mender).filter(|_| of_ours && readable)?;
        let (ideas, note) = (fields.texts("ideas"), fields.text("note"));
        Ideas { note, ideas, source: fields.text("source"), licence: fields.text("licence") }
    };
    Some(ideas).filter(|ideas| repairs.is_empty() && !ideas.ideas.is_empty())
}
