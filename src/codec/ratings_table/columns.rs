//! The columns of the table.

/// What the rows say they are.
pub(super) const FORMAT: &str = "roundel-table-1";
/// The beginning of what rows of any version say.
pub(super) const FORMAT_BEGINS: &str = "roundel-table-";
/// What the rows of a table say that is made for reading: of two times side by side.
pub const FORMAT_SIDE_BY_SIDE: &str = "roundel-side-by-side-1";

/// What a column holds. A day is a text in a file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Day,
    Number,
    Flag,
}

/// Where a column comes from: a part of a record, by the name its field has in a file; or made from what is there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum From {
    Record(&'static str, Kind),
    Form(&'static str, Kind),
    Scale(&'static str, Kind),
    Section(&'static str),
    Item(&'static str, Kind),
    Occasion(&'static str, Kind),
    Rating(&'static str, Kind),
    Made(Made),
}

impl From {
    /// Whether the column holds days.
    pub fn is_day(self) -> bool {
        let (Self::Record(_, kind)
        | Self::Form(_, kind)
        | Self::Scale(_, kind)
        | Self::Item(_, kind)
        | Self::Occasion(_, kind)
        | Self::Rating(_, kind)) = self
        else {
            return false;
        };
        kind == Day
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Made {
    Number,
    OccasionNumber,
    RatedBy,
    Rater,
    Words,
    Focus,
    Rated,
    Notice,
    DayCheck,
    LetterCheck,
}

use Kind::{Day, Flag, Number, Text};

/// The columns in their order.
pub(super) const COLUMNS: [(&str, From); 58] = [
    ("record_id", From::Record("id", Text)),
    ("title", From::Record("title", Text)),
    ("subject", From::Record("subject", Text)),
    ("owner", From::Record("owner", Text)),
    ("code", From::Record("code", Text)),
    ("made_on", From::Record("made_on", Day)),
    ("sample", From::Record("sample", Flag)),
    ("list_id", From::Form("id", Text)),
    ("list_version", From::Form("version", Number)),
    ("list_title", From::Form("title", Text)),
    ("style", From::Form("style", Text)),
    ("scale_min", From::Scale("min", Number)),
    ("scale_max", From::Scale("max", Number)),
    ("direction", From::Scale("direction", Text)),
    ("may_not_apply", From::Scale("may_not_apply", Flag)),
    ("number", From::Made(Made::Number)),
    ("section_id", From::Section("id")),
    ("section", From::Section("name")),
    ("item_id", From::Item("id", Text)),
    ("item_kind", From::Item("kind", Text)),
    ("attribute", From::Item("text", Text)),
    ("opposite", From::Item("opposite", Text)),
    ("seen_at_top", From::Item("seen_high", Text)),
    ("seen_at_bottom", From::Item("seen_low", Text)),
    ("item_direction", From::Item("direction", Text)),
    ("suggested_level", From::Item("needed", Number)),
    ("origin", From::Item("origin", Text)),
    ("category", From::Item("category", Text)),
    ("set_aside", From::Item("set_aside", Day)),
    ("occasion_id", From::Occasion("id", Text)),
    ("occasion_number", From::Made(Made::OccasionNumber)),
    ("occasion_kind", From::Occasion("kind", Text)),
    ("rated_by", From::Made(Made::RatedBy)),
    ("rater", From::Made(Made::Rater)),
    ("quick", From::Occasion("quick", Flag)),
    ("on_paper", From::Occasion("on_paper", Flag)),
    ("rated_on", From::Occasion("rated_on", Day)),
    ("refers_to", From::Occasion("refers_to", Day)),
    ("finished", From::Occasion("finished", Flag)),
    ("earlier_shown", From::Occasion("earlier_shown", Flag)),
    ("answer", From::Rating("answer", Number)),
    ("answer_words", From::Made(Made::Words)),
    ("needed", From::Rating("needed", Number)),
    ("importance", From::Rating("importance", Number)),
    ("reason", From::Rating("why", Text)),
    ("example", From::Rating("example", Text)),
    ("focus", From::Made(Made::Focus)),
    ("idea_changed", From::Rating("idea_changed", Flag)),
    ("n", From::Made(Made::Rated)),
    ("overall_before", From::Occasion("overall_before", Number)),
    ("overall_after", From::Occasion("overall_after", Number)),
    ("context", From::Occasion("context", Text)),
    ("what_changed", From::Occasion("changed", Text)),
    ("what_contributed", From::Occasion("contributed", Text)),
    ("what_next", From::Occasion("next", Text)),
    ("notice", From::Made(Made::Notice)),
    (DAY_CHECK_COLUMN, From::Made(Made::DayCheck)),
    (LETTER_CHECK_COLUMN, From::Made(Made::LetterCheck)),
];

/// The name of the column that says what the rows are.
pub(super) const FORMAT_COLUMN: &str = "format";

/// The name of the column that shows how a spreadsheet has rewritten days: see [`days`](super::days).
pub(super) const DAY_CHECK_COLUMN: &str = "date_check";

/// The name of the column that shows whether all letters are still what they were.
pub(super) const LETTER_CHECK_COLUMN: &str = "letter_check";

/// What stands in that column. No other code page has both letters where Windows-1252 has them, and who takes one
/// encoding for another reads something else.
pub(super) const LETTER_CHECK: &str = "ð€";

/// The names of the columns, for those who explain them.
pub fn table_columns() -> impl Iterator<Item = &'static str> {
    COLUMNS.iter().map(|(name, _)| *name).chain([FORMAT_COLUMN])
}

// What stands in cells.
pub(super) const YES: &str = "yes";
pub(super) const NO: &str = "no";
pub(super) const OWNER: &str = "owner";
pub(super) const OTHER: &str = "other";
