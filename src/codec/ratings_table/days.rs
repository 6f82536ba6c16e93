//! Days as spreadsheets write them. Whoever opens a table in one and saves it saves the days as its country writes them:
//! 2025-09-03 becomes 03/09/2025 in one, 9/3/2025 in the other. The check in every row, a day that is known, shows how.

use crate::codec::{iso, parse_iso};
use crate::domain::Date;

/// The day in every row. Its day, its month and its year are three different numbers, also when cut to two digits.
pub(super) const DAY_CHECK: &str = "2001-02-03";

/// What the parts of a day stand for.
#[derive(Clone, Copy)]
pub(super) enum Part {
    Day,
    Month,
    Year,
}

use Part::{Day, Month, Year};

const ORDERS: [[Part; 3]; 3] = [[Year, Month, Day], [Day, Month, Year], [Month, Day, Year]];

/// How days are written.
#[derive(Clone, Copy)]
pub(super) enum DayFormat {
    /// The check shows it.
    Known {
        order: [Part; 3],
        /// Whether years may have two digits.
        short: bool,
    },
    /// There is no check.
    Unknown,
}

impl DayFormat {
    /// The form in which `check` is [`DAY_CHECK`]; `None` where there is none.
    pub fn of(check: &str) -> Option<Self> {
        if check.trim().is_empty() {
            return Some(Self::Unknown);
        }
        let forms = [false, true].into_iter().flat_map(|short| ORDERS.map(|order| (order, short)));
        let mut fits =
            forms.filter(|(order, short)| read(check, *order, *short).map(iso).as_deref() == Some(DAY_CHECK));
        fits.next().map(|(order, short)| Self::Known { order, short })
    }

    /// The day that `text` names; `None` where it is none, or could be this one or that.
    pub fn day(self, text: &str) -> Option<Date> {
        let known = match self {
            Self::Known { order, short } => read(text, order, short),
            Self::Unknown => None,
        };
        parse_iso(text.trim()).or(known).or_else(|| {
            let mut days = ORDERS.into_iter().filter_map(|order| read(text, order, true));
            let day = days.next()?;
            days.all(|other| other == day).then_some(day)
        })
    }
}

/// The day that `text` names when its parts stand in this order, whatever separates them. Midnight may follow.
fn read(text: &str, order: [Part; 3], short: bool) -> Option<Date> {
    let mut words = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    let (mut day, mut month, mut year) = (None, None, None);
    for part in order {
        let word = words.next()?;
        match part {
            Day => day = number(word, 1..=2),
            Month => month = number(word, 1..=2).or_else(|| month_named(word)),
            Year => year = number(word, 4..=4).or_else(|| number(word, 2..=2).filter(|_| short).map(of_two_digits)),
        }
    }
    let only_midnight = words.all(|word| word.bytes().all(|byte| byte == b'0'));
    parse_iso(&format!("{:04}-{:02}-{:02}", year?, month?, day?)).filter(|_| only_midnight)
}

fn number(word: &str, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
    let all = word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|_| all && digits.contains(&word.len()))
}

/// The month with this English name, or one that begins so: Sep, Sept.
fn month_named(word: &str) -> Option<u32> {
    let word = word.to_ascii_lowercase();
    let place = MONTHS.iter().position(|month| word.len() >= 3 && month.starts_with(&word))?;
    u32::try_from(place + 1).ok()
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The year from 1970 to 2069, the hundred years in which days of a chart are.
fn of_two_digits(year: u32) -> u32 {
    if year < 70 { 2000 + year } else { 1900 + year }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(check: &str, text: &str) -> Option<String> {
        DayFormat::of(check).and_then(|form| form.day(text)).map(iso)
    }

    #[test]
    fn the_check_shows_how_days_are_written() {
        for (check, text) in [
            ("2001-02-03", "2025-09-03"),
            ("03/02/2001", "03/09/2025"),
            ("3/2/01", "3/9/25"),
            ("2/3/2001", "9/3/2025"),
            ("02/03/01", "09/03/25"),
            ("3.2.2001", "3.9.2025"),
            ("03. 02. 2001", "03. 09. 2025"),
            ("2001. 02. 03.", "2025. 09. 03."),
            ("01-02-03", "25-09-03"),
            ("2001/2/3", "2025/9/3"),
            ("03-Feb-01", "03-Sep-25"),
            ("3 Feb 2001", "3 Sept 2025"),
            ("February 3, 2001", "September 3, 2025"),
            ("2001-02-03 00:00:00", "2025-09-03 00:00:00"),
            ("2/3/2001 0:00", "9/3/2025 0:00"),
            ("03/02/01", "03/09/2025"),
            // As Britain has saved it, opened and saved in America: the 3 September became a 9 March, and so did the check.
            ("3/2/2001", "3/9/2025"),
            ("03/02/2001", "2025-09-03"),
        ] {
            assert_eq!(day(check, text).as_deref(), Some("2025-09-03"), "{check} {text}");
        }
        assert_eq!(day("03/02/01", "31/12/69").as_deref(), Some("2069-12-31"));
        assert_eq!(day("03/02/01", "01/01/70").as_deref(), Some("1970-01-01"));
    }

    #[test]
    fn what_may_be_two_days_is_none() {
        assert_eq!(day("", "03/09/2025"), None);
        assert_eq!(day("2001-02-03", "03/09/2025"), None, "somebody has written it in another way");
        assert_eq!(day("03/02/2001", "25/09/03"), None, "the check has a whole year");
        assert_eq!(day("", "13/09/2025").as_deref(), Some("2025-09-13"));
        assert_eq!(day("", "09/09/2025").as_deref(), Some("2025-09-09"));
        assert_eq!(day("", "2025/09/03").as_deref(), Some("2025-09-03"));
        assert_eq!(day("", "03-Sep-2025").as_deref(), Some("2025-09-03"));
        for text in ["soon", "########", "45903", "30/02/2025", "3 Okt 2025", "3/9/2025 12:30", "3/9", "+3/9/205"] {
            assert_eq!(day("03/02/2001", text), None, "{text}");
        }
    }

    #[test]
    fn a_check_that_shows_nothing_is_none() {
        for check in ["########", "36925", "2001-03-02", "04/02/2001", "Feb-01", "03 févr. 2001"] {
            assert!(DayFormat::of(check).is_none(), "{check}");
        }
    }
}
