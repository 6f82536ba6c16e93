//! A table as text between tabs, which spreadsheets take from the clipboard.

use super::cells::{self, is_number};

/// Lines of cells. A break within a cell becomes a space, and one that a spreadsheet would take for a formula is kept
/// from it by an apostrophe; a signed number stays one, with the only minus that a spreadsheet reads.
pub fn tab_text(lines: &[Vec<String>]) -> String {
    let line = |cells: &Vec<String>| cells.iter().map(|cell| safe(cell)).collect::<Vec<_>>().join("\t");
    lines.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn safe(cell: &str) -> String {
    let flat: String = cell.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    let number = flat.strip_prefix('−').filter(|digits| is_number(digits));
    cells::safe(&number.map_or(flat.clone(), |digits| ["-", digits].concat()))
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
