//! Cells of a table that spreadsheets open: none is taken for a formula, and each comes back as it was.

/// The mark by which Excel knows the letters of a file.
const MARK: &str = "\u{feff}";

/// Lines of cells as comma-separated values (RFC 4180), each safe; `marked` for Excel.
pub fn csv_text(lines: &[Vec<String>], marked: bool) -> String {
    let line = |cells: &Vec<String>| cells.iter().map(|cell| quoted(&safe(cell))).collect::<Vec<_>>().join(",");
    let lines: String = lines.iter().map(|cells| line(cells) + "\r\n").collect();
    if marked { [MARK, &lines].concat() } else { lines }
}

fn quoted(cell: &str) -> String {
    // A separator of other countries is one here too, and a space at an end is easily lost.
    let plain = !cell.contains([',', ';', '\t', '"', '\n', '\r']) && cell.trim() == cell;
    if plain { cell.to_owned() } else { ["\"", &cell.replace('"', "\"\""), "\""].concat() }
}

/// `cell` with an apostrophe before it where a spreadsheet would take it for a formula (OWASP, "CSV injection"), and where
/// it reads as if it had one already.
pub(super) fn safe(cell: &str) -> String {
    let bare = cell.trim_start_matches('\'');
    if is_formula(bare) && !(bare == cell && is_number(cell)) { ["'", cell].concat() } else { cell.to_owned() }
}

/// What `cell` was before [`safe`].
pub(super) fn unsafe_again(cell: &str) -> &str {
    let inner = cell.strip_prefix('\'').filter(|_| is_formula(cell.trim_start_matches('\'')));
    inner.unwrap_or(cell)
}

fn is_formula(text: &str) -> bool {
    let starts = |sign: char| "=+-@＝＋－＠".contains(sign);
    text.starts_with(['\t', '\r', '\n'])
        || text.trim_start_matches(|sign: char| sign.is_whitespace() || sign.is_control()).starts_with(starts)
}

/// Whether it is a whole or decimal number and nothing else.
pub(super) fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, "0"));
    let all = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    all(whole) && all(rest)
}

/// What separates cells: a comma, or a semicolon where the comma stands in numbers, or a tab.
pub(super) const SEPARATORS: [char; 3] = [',', ';', '\t'];

/// The first line, whatever ends it.
pub(super) fn first_line(text: &str) -> &str {
    text.split(['\r', '\n']).next().unwrap_or_default()
}

/// The cells of a table, line by line, whatever separates them; `None` where it is not one.
pub(super) fn read_csv(text: &str) -> Option<Vec<Vec<String>>> {
    let text = text.strip_prefix(MARK).unwrap_or(text);
    let first = first_line(text);
    let count = |separator: &char| first.matches(*separator).count();
    let separator = SEPARATORS.into_iter().max_by_key(count).filter(|separator| count(separator) > 0)?;
    let mut reader = csv_core::ReaderBuilder::new().delimiter(separator as u8).build();
    let (mut input, mut out) = (text.as_bytes(), vec![0; text.len() + 1]);
    let (mut lines, mut cells, mut cell) = (Vec::new(), Vec::new(), Vec::new());
    loop {
        let (result, read, written) = reader.read_field(input, &mut out);
        input = input.get(read..).unwrap_or_default();
        cell.extend(out.iter().take(written));
        match result {
            csv_core::ReadFieldResult::InputEmpty | csv_core::ReadFieldResult::OutputFull => {}
            csv_core::ReadFieldResult::Field { record_end } => {
                cells.push(String::from_utf8(std::mem::take(&mut cell)).ok()?);
                if record_end {
                    lines.push(std::mem::take(&mut cells));
                }
            }
            csv_core::ReadFieldResult::End => return Some(lines),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_numbers_and_formulas_do_not_run() {
        for number in ["-2", "+3", "0", "-1.5"] {
            assert_eq!(safe(number), number);
        }
        for formula in ["=1+1", "+1 more", "-x", "@here", "\tx", "\rx", "\nx", " =1", "＝1", "'=1", "''@"] {
            assert_eq!(safe(formula), ["'", formula].concat());
            assert_eq!(unsafe_again(&safe(formula)), formula);
        }
        for text in ["'tis so", "it's = x", "“Well done”", "’tis"] {
            assert_eq!((safe(text).as_str(), unsafe_again(text)), (text, text));
        }
    }
}
