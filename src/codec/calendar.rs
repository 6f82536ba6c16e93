//! A calendar file (RFC 5545) with one entry for a whole day.

use crate::domain::Date;

/// An entry on `day` that says only `text`, with a link to `url`. `uid` is new for each entry, and is no one's name.
pub fn write_reminder(day: Date, text: &str, url: &str, uid: &str) -> String {
    let start = compact(day);
    let end = compact(day.next_day().unwrap_or(day));
    // Text values escape these four; lines end in CRLF.
    let text = text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n");
    // An address is no text: nothing in it is escaped, and nothing may end its line.
    let url: String = url.chars().filter(|sign| !sign.is_control()).collect();
    let lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Roundel//EN",
        "BEGIN:VEVENT",
        &format!("UID:{uid}@roundel.invalid"),
        &format!("DTSTAMP:{start}T000000Z"),
        &format!("DTSTART;VALUE=DATE:{start}"),
        &format!("DTEND;VALUE=DATE:{end}"),
        &format!("SUMMARY:{text}"),
        &format!("URL:{url}"),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ];
    lines.map(folded).join("\r\n")
}

/// The most bytes that a line may have; what is longer goes on in the next, behind a space.
const LINE_BYTES: usize = 75;

fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len());
    let mut taken = 0;
    for sign in line.chars() {
        if taken + sign.len_utf8() > LINE_BYTES {
            folded.push_str("\r\n ");
            taken = 1;
        }
        folded.push(sign);
        taken += sign.len_utf8();
    }
    folded
}

fn compact(day: Date) -> String {
    super::iso(day).replace('-', "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::parse_iso;

    const PLACE: &str = "https://example.org/roundel/#/chart/0123456789abcdef0123456789abcdef";

    #[test]
    fn an_entry_takes_one_whole_day_and_says_only_its_text() {
        let day = parse_iso("2015-12-31").unwrap();
        let text = write_reminder(day, "Look, again; soon", PLACE, "1f");
        assert!(text.contains("\r\nDTSTART;VALUE=DATE:20151231\r\nDTEND;VALUE=DATE:20160101\r\n"));
        assert!(text.contains("\r\nSUMMARY:Look\\, again\\; soon\r\n"));
        assert!(text.contains(&format!("\r\nURL:{PLACE}\r\n")));
        assert!(text.ends_with("END:VCALENDAR\r\n"));
    }

    #[test]
    fn no_line_is_longer_than_a_calendar_takes_and_unfolded_it_reads_as_before() {
        let day = parse_iso("2015-12-31").unwrap();
        let words = "Schau dir dein Bild wieder an: „Wörter“, 音楽 und 🎵, eine ganze Menge davon, mehr als in eine Zeile passt";
        let place = format!("{PLACE}?{}", "a,b;c".repeat(40));
        let entry = write_reminder(day, words, &place, "1f");
        assert!(entry.split("\r\n").all(|line| line.len() <= LINE_BYTES));
        assert!(entry.split("\r\n").any(|line| line.starts_with(' ')));
        let unfolded = entry.replace("\r\n ", "");
        assert!(unfolded.contains(&format!("\r\nSUMMARY:{}\r\n", words.replace(',', "\\,"))));
        assert!(unfolded.contains(&format!("\r\nURL:{place}\r\n")));
    }

    #[test]
    fn an_address_ends_no_line() {
        let day = parse_iso("2015-12-31").unwrap();
        let entry = write_reminder(day, "Look", "https://example.org/\r\nATTENDEE:x", "1f");
        assert!(entry.contains("\r\nURL:https://example.org/ATTENDEE:x\r\n"));
    }
}
