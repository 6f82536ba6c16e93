//! Every sentence of the interface.
//!
//! Keys are compile-time, values are data: one JSON catalogue a language in `public/words/`. Dates and numbers are
//! formatted elsewhere and passed in.

mod keys;

use serde_json::Value;

pub use keys::Key;

/// A catalogue: the words of one language.
#[derive(Debug)]
pub struct Words {
    /// By key: a sentence, or `{ "one": …, "other": … }` where it depends on a count.
    texts: Value,
}

impl Words {
    /// Reads a catalogue.
    ///
    /// # Errors
    /// When the text is not JSON.
    pub fn parse(json: &str) -> Result<Self, serde_json::Error> {
        Ok(Self { texts: serde_json::from_str(json)? })
    }

    /// The sentence for `key`; its name where the catalogue has none, which a test rules out.
    pub fn text(&self, key: Key) -> &str {
        self.form(key, "other")
    }

    fn form(&self, key: Key, form: &str) -> &str {
        let text = self.texts.get(key.name());
        let text = text.and_then(|text| text.as_str().or_else(|| text.get(form)?.as_str()));
        text.unwrap_or(key.name())
    }

    /// The sentence with each `{name}` filled in.
    pub fn fill(&self, key: Key, parts: &[(&str, &str)]) -> String {
        fill(self.text(key), parts)
    }

    /// The sentence for `count` things: `{n}` is the count.
    pub fn count(&self, key: Key, count: usize) -> String {
        let text = self.form(key, if count == 1 { "one" } else { "other" });
        fill(text, &[("n", &count.to_string())])
    }

    /// Names in the catalogue that no key has: left over, or misspelt.
    pub fn unused(&self) -> Vec<&str> {
        self.texts
            .as_object()
            .into_iter()
            .flatten()
            .map(|(name, _)| name.as_str())
            .filter(|name| Key::ALL.iter().all(|key| key.name() != *name))
            .collect()
    }

    /// Keys the catalogue has no sentence for.
    pub fn missing(&self) -> Vec<Key> {
        Key::ALL.iter().copied().filter(|key| self.texts.get(key.name()).is_none()).collect()
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
