//! What stands on a sheet.

use super::legend::LegendMark;
use crate::chart::{DumbbellSpec, LayerStyle, TimelineSpec, WheelSpec};

/// What to draw. All words are handed in; what is empty takes no room.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetSpec {
    /// What it is called.
    pub title: String,
    /// Who, when, and what kind of time it was.
    pub byline: Vec<String>,
    /// A wheel. Its width is set here, and nothing stands out on it.
    pub figure: Option<WheelSpec>,
    /// What the marks mean, in words.
    pub legend: Vec<(LegendMark, String)>,
    /// What the figure is made of, word by word.
    pub groups: Vec<SheetGroup>,
    /// What stands at the foot.
    pub note: String,
}

/// Rows that belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetGroup {
    /// What stands above them: the section of an audit.
    pub heading: Option<SheetRow>,
    /// The rows.
    pub rows: Vec<SheetRow>,
}

/// An item, or what stands above items.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetRow {
    /// Its number on the wheel, from 1.
    pub number: Option<usize>,
    /// The attribute or the statement.
    pub text: String,
    /// The attribute's opposite; empty where there is none.
    pub opposite: String,
    /// What was said of it, each with its layer.
    pub values: Vec<SheetValue>,
    /// The same as a picture.
    pub picture: Option<RowPicture>,
    /// What keeps it from being misread: a line each, below.
    pub remarks: Vec<String>,
}

/// What was said of an item on one occasion.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetValue {
    /// Whose and when.
    pub style: LayerStyle,
    /// A number, or the words for what is none.
    pub words: String,
    /// Whether it is a number.
    pub rated: bool,
}

/// A row's picture. Its width is set by the sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum RowPicture {
    /// What was said on a straight scale.
    Dumbbell(DumbbellSpec),
    /// What was said over time.
    Timeline(TimelineSpec),
}
