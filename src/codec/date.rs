//! Days as text, ISO 8601: `2014-06-13`.

use time::{Date, Month};

/// The day as `YYYY-MM-DD`.
pub fn iso(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())
}

/// Reads `YYYY-MM-DD`; anything else is `None`.
pub fn parse_iso(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = [year, month, day].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let shaped = digits && parts.next().is_none() && (year.len(), month.len(), day.len()) == (4, 2, 2);
    let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
    Date::from_calendar_date(year.parse().ok()?, month, day.parse().ok()?).ok().filter(|_| shaped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_reads_back() {
        for text in ["2014-06-13", "2024-02-29", "0999-12-31"] {
            assert_eq!(parse_iso(text).map(iso).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in ["", "2023-02-29", "13/06/2014", "2014-6-13", "2014-06-13T10:00", "2014-06-13-01", "aaaa-bb-cc"] {
            assert_eq!(parse_iso(text), None, "{text}");
        }
    }
}
