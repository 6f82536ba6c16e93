//! A calendar file (RFC 5545) with one entry for a whole day.

use crate::domain::Date;

/// An entry on `day` that says only `text`. `uid` is new for each entry, and is no one's name.
pub fn write_reminder(day: Date, text: &str, uid: &str) -> String {
    let start = compact(day);
    let end = compact(day.next_day().unwrap_or(day));
    // Text values escape these four; lines end in CRLF.
    let text = text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n");
    [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Roundel//EN",
        "BEGIN:VEVENT",
        &format!("UID:{uid}@roundel.invalid"),
        &format!("DTSTAMP:{start}T000000Z"),
        &format!("DTSTART;VALUE=DATE:{start}"),
        &format!("DTEND;VALUE=DATE:{end}"),
        &format!("SUMMARY:{text}"),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    .join("\r\n")
}

fn compact(day: Date) -> String {
    super::iso(day).replace('-', "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::parse_iso;

    #[test]
    fn an_entry_takes_one_whole_day_and_says_only_its_text() {
        let day = parse_iso("2015-12-31").unwrap();
        let text = write_reminder(day, "Look, again; soon", "1f");
        assert!(text.contains("\r\nDTSTART;VALUE=DATE:20151231\r\nDTEND;VALUE=DATE:20160101\r\n"));
        assert!(text.contains("\r\nSUMMARY:Look\\, again\\; soon\r\n"));
        assert!(text.ends_with("END:VCALENDAR\r\n"));
    }
}
