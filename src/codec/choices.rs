//! What the person chose to give, format by format, as it is kept among the settings.

use serde_json::{Map, Value};

use super::written::{EXTRAS, name_of, value};
use crate::domain::{Choice, Extra, Extras, OccasionId};

/// The choice that `settings` has for the format called `format`, if there is one that can be read. Of what could not be
/// chosen yet when it was made, it is as in `usual`; and what stays with whoever wrote it is never given because it was once.
pub fn read_choice(settings: &str, format: &str, usual: &Choice) -> Option<Choice> {
    let all = all(settings);
    let choice = all.get(format)?;
    let names = |field: &str| choice.get(field)?.as_array().map(|names| names.iter().filter_map(Value::as_str));
    let extra = |name: &str| EXTRAS.iter().find(|(each, _)| *each == name).map(|(_, extra)| *extra);
    let mut without: Extras = names("without")?.filter_map(extra).collect();
    let known = choice.get("of").and_then(Value::as_u64).unwrap_or(FIRST_EXTRAS);
    for (_, newer) in EXTRAS.iter().skip(known.try_into().unwrap_or(usize::MAX)) {
        without.set(*newer, usual.without.has(*newer));
    }
    without.set(Extra::Private, true);
    Some(Choice { without, without_times: names("without_times")?.map(OccasionId::new).collect() })
}

/// How many could be chosen before choices said how many.
const FIRST_EXTRAS: u64 = 10;

/// `settings` with another choice for the format called `format`.
pub fn with_choice(settings: &str, format: &str, choice: &Choice) -> String {
    let mut all = all(settings);
    let without = choice.without.iter().map(|extra: Extra| name_of(&EXTRAS, extra)).collect();
    let times = choice.without_times.iter().map(|time| time.as_str().into()).collect();
    let of = ("of", EXTRAS.len().into());
    let choice = value(vec![("without", Value::Array(without)), ("without_times", Value::Array(times)), of]);
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
            without: [extra, Extra::Private].into_iter().collect(),
            without_times: times.iter().map(|time| OccasionId::new(*time)).collect(),
        };
        let (one, two) = (choice(Extra::Name, &["o/1"]), choice(Extra::Others, &[]));
        let settings = with_choice(&with_choice("", "file", &one), "link", &two);
        let usual = Choice::default();
        assert_eq!(read_choice(&settings, "file", &usual), Some(one));
        assert_eq!(read_choice(&settings, "link", &usual), Some(two));
        assert_eq!(read_choice(&settings, "sheet", &usual), None);
    }

    #[test]
    fn what_cannot_be_read_is_no_choice() {
        for strange in ["", "7", "{", "{\"file\":7}", "{\"file\":{\"without\":7}}"] {
            assert_eq!(read_choice(strange, "file", &Choice::default()), None);
        }
        let unknown = "{\"file\":{\"without\":[\"talks\",\"name\"],\"without_times\":[7]}}";
        assert_eq!(
            read_choice(unknown, "file", &Choice::default()).map(|choice| choice.without),
            Some([Extra::Name, Extra::Private].into_iter().collect())
        );
    }

    #[test]
    fn what_could_not_be_chosen_yet_is_as_usual_and_what_is_private_is_chosen_anew_each_time() {
        let before = "{\"file\":{\"without\":[\"name\"],\"without_times\":[]}}";
        let usual = Choice { without: [Extra::Conversations, Extra::Code].into_iter().collect(), ..Choice::default() };
        let read = |settings: &str| read_choice(settings, "file", &usual).unwrap().without;
        assert_eq!(read(before), [Extra::Name, Extra::Conversations, Extra::Private].into_iter().collect());
        let all = with_choice(before, "file", &Choice::default());
        assert_eq!(read(&all), [Extra::Private].into_iter().collect(), "talks were chosen, what is private was too");
    }
}
