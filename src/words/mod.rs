//! Every sentence of the interface.
//!
//! Keys are compile-time, values are data: two JSON catalogues a language in `public/words/`, what home can say and what
//! only the other pages say. Dates and numbers are formatted elsewhere and passed in.

mod columns;
mod keys;
mod size;

use serde_json::Value;

pub use columns::column_key;
pub use keys::Key;
use keys::number_of;
pub use size::size;

/// A catalogue: words of one language.
#[derive(Debug)]
pub struct Words {
    /// By the number of a key: a sentence, or `{ "one": …, "other": … }` where it depends on a count.
    texts: Vec<(u32, Value)>,
}

impl Words {
    /// Reads a catalogue; `None` when the text is none.
    pub fn parse(json: &str) -> Option<Self> {
        let Ok(Value::Object(texts)) = serde_json::from_str(json) else { return None };
        Some(Self { texts: texts.into_iter().map(|(name, text)| (number_of(&name), text)).collect() })
    }

    /// The sentence for `key`, if it stands in this catalogue.
    pub fn text(&self, key: Key) -> Option<&str> {
        self.form(key, "other")
    }

    fn form(&self, key: Key, form: &str) -> Option<&str> {
        let (_, text) = self.texts.iter().find(|(number, _)| *number == key.number())?;
        text.as_str().or_else(|| text.get(form)?.as_str())
    }

    /// The sentence with each `{name}` filled in.
    pub fn fill(&self, key: Key, parts: &[(&str, &str)]) -> Option<String> {
        Some(fill(self.text(key)?, parts))
    }

    /// The sentence for `count` things: `{n}` is the count.
    pub fn count(&self, key: Key, count: usize) -> Option<String> {
        let text = self.form(key, if count == 1 { "one" } else { "other" })?;
        Some(fill(text, &[("n", &count.to_string())]))
    }
}

fn fill(text: &str, parts: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    // One pass, so that words put in are never taken for placeholders themselves.
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let part = after
            .split_once('}')
            .and_then(|(name, tail)| parts.iter().find(|(each, _)| *each == name).map(|(_, value)| (*value, tail)));
        if let Some((value, tail)) = part {
            out.push_str(value);
            rest = tail;
        } else {
            out.push('{');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_filled_once_and_strange_ones_stay() {
        assert_eq!(fill("{a} and {b}", &[("a", "{b}"), ("b", "2")]), "{b} and 2");
        assert_eq!(fill("{unknown} {", &[("a", "1")]), "{unknown} {");
    }
}
