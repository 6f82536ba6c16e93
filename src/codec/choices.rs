//! What the person chose to give, format by format, as it is kept among the settings.

use serde_json::{Map, Value};

use super::written::{EXTRAS, name_of, value};
use crate::domain::{Choice, Extra, OccasionId};

/// The choice that `settings` has for the format called `format`, if there is one that can be read.
pub fn read_choice(settings: &str, format: &str) -> Option<Choice> {
    let all = all(settings);
    let choice = all.get(format)?;
    let names = |field: &str| choice.get(field)?.as_array().map(|names| names.iter().filter_map(Value::as_str));
    let extra = |name: &str| EXTRAS.iter().find(|(each, _)| *each == name).map(|(_, extra)| *extra);
    Some(Choice {
        without: names("without")?.filter_map(extra).collect(),
        without_times: names("without_times")?.map(OccasionId::new).collect(),
    })
}

/// `settings` with another choice for the format called `format`.
pub fn with_choice(settings: &str, format: &str, choice: &Choice) -> String {
    let mut all = all(settings);
    let without = choice.without.iter().map(|extra: Extra| name_of(&EXTRAS, extra)).collect();
    let times = choice.without_times.iter().map(|time| time.as_str().into()).collect();
    let choice = value(vec![("without", Value::Array(without)), ("without_times", Value::Array(times))]);
    all.insert(format.to_owned(), choice);
    Value::Object(all).to_string()
}

/// All that is kept, or nothing where it cannot be read.
fn all(settings: &str) -> Map<String, Value> {
    match serde_json::from_str(settings) {
        Ok(Value::Object(all)) => all,
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_format_keeps_its_own_choice() {
        let choice = |extra, times: &[&str]| Choice {
            without: [extra].into_iter().collect(),
            without_times: times.iter().map(|time| OccasionId::new(*time)).collect(),
        };
        let (one, two) = (choice(Extra::Name, &["o/1"]), choice(Extra::Others, &[]));
        let settings = with_choice(&with_choice("", "file", &one), "link", &two);
        assert_eq!(read_choice(&settings, "file"), Some(one));
        assert_eq!(read_choice(&settings, "link"), Some(two));
        assert_eq!(read_choice(&settings, "sheet"), None);
    }

    #[test]
    fn what_cannot_be_read_is_no_choice() {
        for strange in ["", "7", "{", "{\"file\":7}", "{\"file\":{\"without\":7}}"] {
            assert_eq!(read_choice(strange, "file"), None);
        }
        let unknown = "{\"file\":{\"without\":[\"talks\",\"name\"],\"without_times\":[7]}}";
        assert_eq!(
            read_choice(unknown, "file").map(|choice| choice.without),
            Some([Extra::Name].into_iter().collect())
        );
    }
}
