//! Today, and days as people write them here.

use js_sys::{Array, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::domain::{Date, Stamp};

/// The time by this device's clock, which may be set back.
pub fn now() -> Stamp {
    js_sys::Date::now() as Stamp
}

/// Today, where the person is.
pub fn today() -> Date {
    day_of(&js_sys::Date::new_0())
}

/// The day and the time of an instant, where the person is: 13 June 2014 and "14:05".
pub fn day_and_time(at: Stamp) -> (Date, String) {
    let at = js_sys::Date::new(&JsValue::from_f64(at as f64));
    (day_of(&at), format!("{:02}:{:02}", at.get_hours(), at.get_minutes()))
}

fn day_of(now: &js_sys::Date) -> Date {
    let month = time::Month::try_from(now.get_month() as u8 + 1).unwrap_or(time::Month::January);
    let year = i32::try_from(now.get_full_year()).unwrap_or_default();
    Date::from_calendar_date(year, month, now.get_date() as u8).unwrap_or(Date::MIN)
}

/// A day in full: "13 June 2014".
pub fn day_long(date: Date) -> String {
    format(date, &[("day", "numeric"), ("month", "long"), ("year", "numeric")])
}

/// A month: "June 2014".
pub fn day_month(date: Date) -> String {
    format(date, &[("month", "long"), ("year", "numeric")])
}

fn format(date: Date, parts: &[(&str, &str)]) -> String {
    let options = Object::new();
    for (name, value) in parts.iter().chain(&[("timeZone", "UTC")]) {
        // Setting a field on an object of our own cannot fail.
        _ = Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    let locale = Array::of1(&JsValue::from_str("en-GB"));
    let millis = (i64::from(date.to_julian_day()) - UNIX_EPOCH_JULIAN_DAY) * 86_400_000;
    let day = js_sys::Date::new(&JsValue::from_f64(millis as f64));
    let formatted = Intl::DateTimeFormat::new(&locale, &options).format().call1(&JsValue::NULL, &day);
    formatted.ok().and_then(|text| text.as_string()).unwrap_or_else(|| crate::codec::iso(date))
}

const UNIX_EPOCH_JULIAN_DAY: i64 = 2_440_588;
