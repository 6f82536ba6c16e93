//! Sizes as people say them.

/// A size of so many bytes: "1.2 MB". Less than ten of a unit has one digit more.
pub fn size(bytes: u64) -> String {
    let (mut tenths, mut units) = (bytes.saturating_mul(10) / 1000, ["kB", "MB", "GB", "TB"].into_iter());
    let mut unit = units.next().unwrap_or_default();
    for next in units {
        if tenths < 10_000 {
            break;
        }
        tenths /= 1000;
        unit = next;
    }
    match (tenths / 10, tenths % 10) {
        (whole, part) if whole < 10 && part > 0 => format!("{whole}.{part} {unit}"),
        (whole, _) => format!("{whole} {unit}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_short() {
        for (bytes, said) in [
            (0, "0 kB"),
            (250, "0.2 kB"),
            (9_000, "9 kB"),
            (12_345, "12 kB"),
            (999_999, "999 kB"),
            (1_000_000, "1 MB"),
            (1_234_567, "1.2 MB"),
            (5_000_000_000, "5 GB"),
            (64_424_509_440, "64 GB"),
        ] {
            assert_eq!(size(bytes), said, "{bytes}");
        }
    }
}
