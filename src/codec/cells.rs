//! Cells of a table that spreadsheets open: none is taken for a formula, and each comes back as it was.

use super::date::parse_iso;

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

/// `cell` with an apostrophe before it where a spreadsheet would take it for a formula (OWASP, "CSV injection") or for
/// something else than words, and where it reads as if it had one already.
pub(super) fn safe(cell: &str) -> String {
    if is_mistaken(bare(cell)) { ["'", cell].concat() } else { cell.to_owned() }
}

/// What `cell` was before [`safe`].
pub(super) fn unsafe_again(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|_| is_mistaken(bare(cell))).unwrap_or(cell)
}

fn bare(cell: &str) -> &str {
    cell.trim_start_matches('\'')
}

fn is_mistaken(text: &str) -> bool {
    !is_plain_number(text) && (is_formula(text) || is_rewritten(text))
}

/// Whether a spreadsheet would reckon with it instead of showing it.
pub(super) fn is_formula(text: &str) -> bool {
    let starts = |sign: char| "=+-@＝＋－＠".contains(sign);
    text.starts_with(['\t', '\r', '\n'])
        || text.trim_start_matches(|sign: char| sign.is_whitespace() || sign.is_control()).starts_with(starts)
}

/// The most digits of a number that a spreadsheet writes back as they are.
const DIGITS_MAX: usize = 11;

/// A whole number that a spreadsheet reads as one and writes back as it was.
fn is_plain_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_whole && digits.len() <= DIGITS_MAX && (text == "0" || !digits.starts_with('0'))
}

/// How many signs a number, a day or a time has at most.
const WRITTEN_MAX: usize = 40;

/// True and false, as spreadsheets of some countries write them.
const TRUTHS: [&str; 10] = ["true", "false", "wahr", "falsch", "vrai", "faux", "verdadero", "falso", "vero", "waar"];

/// How the months begin in English, German, French, Spanish, Italian, Dutch and Portuguese.
const MONTHS: [&str; 35] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "jän", "mär", "mai", "okt",
    "dez", "fév", "fev", "avr", "jui", "aoû", "aou", "déc", "ene", "abr", "ago", "dic", "gen", "mag", "giu", "lug",
    "set", "ott", "mrt",
];

/// Whether a spreadsheet reads a number, a day, a time or a truth in words, and writes that back in a way of its own: of
/// “8E2”, a class, it makes 8.00E+02, and of “3/4” the third of April. A day as the table has it stays.
fn is_rewritten(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    let begins_with_digit = text.trim_start_matches(|sign: char| !sign.is_alphanumeric()).starts_with(char::is_numeric);
    let mut letters = text.split(|sign: char| !sign.is_alphabetic()).filter(|word| !word.is_empty());
    let of_a_number = |word: &str| {
        begins_with_digit && matches!(word, "e" | "a" | "p" | "am" | "pm")
            || MONTHS.iter().any(|month| word.starts_with(month))
    };
    let is_number = text.contains(|sign: char| sign.is_numeric())
        && text.chars().count() <= WRITTEN_MAX
        && letters.all(of_a_number)
        && parse_iso(&text).is_none();
    is_number || TRUTHS.contains(&text.as_str())
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
    fn words_that_read_as_something_else_stay_words() {
        let mistaken = [
            "8E2",
            "3/4",
            "May 5",
            "5. Mai",
            "10:30",
            "10:30 pm",
            "50%",
            "007",
            "1.10",
            "1,000",
            "£5",
            "+3",
            "-2.50",
            "123456789012",
            "12e4567890",
            "TRUE",
            "falsch",
            "13.6.2014",
            "Sep-14",
            "'3/4",
        ];
        for text in mistaken {
            assert_eq!(safe(text), ["'", text].concat());
            assert_eq!(unsafe_again(&safe(text)), text);
        }
        for text in [
            "2014-06-13",
            "Year 6",
            "12ab34",
            "a02",
            "e1",
            "roundel-table-1",
            "yes",
            "",
            "May",
            "True to herself",
            "'-2",
        ] {
            assert_eq!((safe(text).as_str(), unsafe_again(text)), (text, text));
        }
    }

    #[test]
    fn numbers_stay_numbers_and_formulas_do_not_run() {
        for number in ["-2", "0", "10", "12345678901"] {
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
