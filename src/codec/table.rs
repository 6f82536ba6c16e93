//! A table as text between tabs, which spreadsheets take from the clipboard.

use super::cells::is_formula;

/// Lines of cells. A break within a cell becomes a space, and one that a spreadsheet would take for a formula is kept
/// from it by an apostrophe; a signed number stays one, with the only minus that a spreadsheet reads.
pub fn tab_text(lines: &[Vec<String>]) -> String {
    let line = |cells: &Vec<String>| cells.iter().map(|cell| safe(cell)).collect::<Vec<_>>().join("\t");
    lines.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn safe(cell: &str) -> String {
    let flat: String = cell.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    let minus = flat.strip_prefix('−').filter(|digits| is_number(digits));
    let cell = minus.map_or(flat.clone(), |digits| ["-", digits].concat());
    if is_formula(&cell) && !is_number(&cell) { ["'", &cell].concat() } else { cell }
}

/// Whether it is a whole or decimal number and nothing else.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, "0"));
    let all = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    all(whole) && all(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stay_cells_and_words_stay_words() {
        let lines = [vec!["a\tb".to_owned(), "+2".to_owned()], vec!["=1+1".to_owned(), "two\nlines".to_owned()]];
        assert_eq!(tab_text(&lines), "a b\t+2\n'=1+1\ttwo lines");
        assert_eq!(safe(" @here"), "' @here");
        assert_eq!(safe("-3"), "-3");
        assert_eq!(safe("−3"), "-3");
        assert_eq!(safe("−3 apples"), "−3 apples");
        assert_eq!(safe("-3 apples"), "'-3 apples");
    }
}
