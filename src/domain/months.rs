//! Months ahead, as people count them.

use time::Month;

use super::Date;

/// The same day of the month `months` later; the month's last day where it is shorter. `None` past the calendar's end.
pub fn months_later(day: Date, months: u8) -> Option<Date> {
    let count = i32::from(u8::from(day.month())) - 1 + i32::from(months);
    let year = day.year() + count / 12;
    let month = Month::try_from(u8::try_from(count % 12 + 1).ok()?).ok()?;
    Date::from_calendar_date(year, month, day.day().min(month.length(year))).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: Month, day: u8) -> Date {
        Date::from_calendar_date(year, month, day).unwrap()
    }

    #[test]
    fn months_end_where_they_end() {
        assert_eq!(months_later(day(2026, Month::January, 31), 3), Some(day(2026, Month::April, 30)));
        assert_eq!(months_later(day(2026, Month::November, 22), 3), Some(day(2027, Month::February, 22)));
        assert_eq!(months_later(day(2024, Month::February, 29), 12), Some(day(2025, Month::February, 28)));
        assert_eq!(months_later(day(2026, Month::December, 1), 6), Some(day(2027, Month::June, 1)));
        assert_eq!(months_later(Date::MAX, 1), None);
    }
}
