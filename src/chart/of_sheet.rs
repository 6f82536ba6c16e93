//! What stands on a sheet of a record: all but the words around it.

use super::of_comparison::{STYLES, item_line, means_of, overlay_of, reading, row_of, row_of_means, section_line};
use super::of_record::{has_sections, items_of, needed, wheel_of};
use super::{
    DumbbellSpec, LayerStyle, LegendMark, Reading, RowPicture, SheetGroup, SheetRow, SheetValue, TimelineSpec,
    WheelSpec,
};
use crate::analysis::{Change, Comparison, Mean, Pairing, section_changes, section_means};
use crate::domain::{Date, Direction, Item, ItemKind, Occasion, Record, Scale, Section, SectionId};

/// The figure and the rows of a sheet, and what its legend has to explain.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetParts {
    /// The wheel, where one can carry what there is.
    pub figure: Option<WheelSpec>,
    /// What is drawn on it and in the rows.
    pub marks: Vec<LegendMark>,
    /// Every item.
    pub groups: Vec<SheetGroup>,
}

/// How what is in the rows is said.
#[derive(Clone, Copy)]
pub struct RowWords {
    /// An attribute or a statement, or what stands for one without words.
    pub text: fn(&Item) -> String,
    /// The opposite of an attribute, or what stands for one that is not named.
    pub opposite: fn(&Item) -> String,
    /// A reading where the scale is known: the number, or that it is not rated yet or does not apply.
    pub reading: fn(Reading, Scale, Direction) -> String,
    /// A mean, and what it rests on.
    pub mean: fn(Mean) -> String,
    /// That an item was not there, or not asked, on one of two occasions.
    pub absent: fn(Pairing) -> String,
    /// What keeps a change from being misread.
    pub remarks: fn(&Change) -> Vec<String>,
    /// A day below a line over time.
    pub day: fn(Date) -> String,
}

/// One occasion: its wheel, and every item on it with its value; an audit by its sections.
pub fn sheet_of_time(record: &Record, occasion: &Occasion, words: &RowWords) -> SheetParts {
    let standing = record.standing(occasion);
    let items = items_of(record, Some(&standing));
    let levels = needed(record, &standing, &items);
    let mut wheel = wheel_of(record, Some(occasion));
    let beside = has_sections(record) || wheel.layers.iter().any(|layer| layer.style == LayerStyle::Needed);
    if !beside && levels.readings.iter().any(|level| level.value().is_some()) {
        wheel.layers.push(levels.clone());
    }
    let rows = items.iter().zip(levels.readings).map(|(item, level)| {
        let rating = standing.ratings.get(&item.id).cloned().unwrap_or_default();
        let mut marks = vec![(LayerStyle::Now, Reading::of(Some(&rating)))];
        marks.extend(level.value().map(|_| (LayerStyle::Needed, level)));
        let (scale, direction) = (record.instrument.scale, record.instrument.direction_of(item));
        let values = marks.iter().map(|(style, reading)| words.value(*style, *reading, scale, direction)).collect();
        let picture = RowPicture::Dumbbell(DumbbellSpec { width: 0.0, scale, marks, band: None });
        // A statement has no ends between which its number would stand.
        let picture = (item.kind == ItemKind::Construct).then_some(picture);
        (*item, SheetRow { values, picture, ..words.row(item) })
    });
    let means = section_means(record, &standing);
    let heading = |section: &SectionId| {
        let mean = means.iter().find(|(each, _)| each.id == *section).map(|(_, mean)| *mean).unwrap_or_default();
        SheetRow { values: vec![words.mean_value(LayerStyle::Now, mean)], ..SheetRow::default() }
    };
    SheetParts::new(Some(wheel), grouped(record, rows.collect(), &heading))
}

/// Two occasions: both over each other as far as they are `shown`, and every item that was there on either, with all that
/// was said of it.
pub fn sheet_of_two(record: &Record, both: &Comparison, shown: &[LayerStyle], words: &RowWords) -> SheetParts {
    let scale = record.instrument.scale;
    let rows = both.changes.iter().map(|change| {
        let picture = Some(RowPicture::Dumbbell(row_of(change, scale, both.steadiness)));
        let (values, remarks) = (words.values(change), (words.remarks)(change));
        (&change.item, SheetRow { values, picture, remarks, ..words.row(&change.item) })
    });
    let sections = section_changes(record, both);
    let heading = |section: &SectionId| {
        let change = sections.iter().find(|each| each.section.id == *section);
        let values = change.into_iter().flat_map(means_of).map(|(style, mean)| words.mean_value(style, mean));
        let picture = change.map(|change| RowPicture::Dumbbell(row_of_means(change, scale)));
        SheetRow { values: values.collect(), picture, ..SheetRow::default() }
    };
    SheetParts::new(Some(overlay_of(record, both, shown)), grouped(record, rows.collect(), &heading))
}

/// All times: a line for each item, what was set aside at the end, and in an audit one for each section.
pub fn sheet_over_time(record: &Record, words: &RowWords) -> SheetParts {
    let line = |spec: TimelineSpec| {
        let ends = ((words.day)(spec.from), (words.day)(spec.to));
        Some(RowPicture::Timeline(TimelineSpec { ends, ..spec }))
    };
    let mut items: Vec<&Item> = record.instrument.items.iter().collect();
    items.sort_by_key(|item| !item.is_active());
    let row = |item: &Item| SheetRow { picture: line(item_line(record, &item.id)), ..words.row(item) };
    let rows = items.into_iter().map(|item| (item, row(item))).collect();
    let heading =
        |section: &SectionId| SheetRow { picture: line(section_line(record, section)), ..SheetRow::default() };
    SheetParts::new(None, grouped(record, rows, &heading))
}

/// Rows by the sections of an audit, which are numbered as on its wheel, what stands in none before them; or as they come,
/// and numbered themselves.
fn grouped(record: &Record, rows: Vec<(&Item, SheetRow)>, heading: &dyn Fn(&SectionId) -> SheetRow) -> Vec<SheetGroup> {
    if !has_sections(record) {
        let numbered = rows.into_iter().zip(1..).map(|((_, row), number)| SheetRow { number: Some(number), ..row });
        return vec![SheetGroup { heading: None, rows: numbered.collect() }];
    }
    let form = &record.instrument;
    let of = |section: Option<&Section>| {
        let inside = rows.iter().filter(|(item, _)| form.section_of(item) == section);
        inside.map(|(_, row)| row.clone()).collect::<Vec<_>>()
    };
    let without = SheetGroup { heading: None, rows: of(None) };
    let sections = form.sections.iter().zip(1..).map(|(section, number)| {
        let heading = SheetRow { number: Some(number), text: section.name.clone(), ..heading(&section.id) };
        SheetGroup { heading: Some(heading), rows: of(Some(section)) }
    });
    Some(without).filter(|group| !group.rows.is_empty()).into_iter().chain(sections).collect()
}

/// What a legend has to explain: the layers of the wheel and of the rows, and what else is drawn.
fn marks(wheel: Option<&WheelSpec>, groups: &[SheetGroup]) -> Vec<LegendMark> {
    let rows = || groups.iter().flat_map(|group| group.heading.iter().chain(&group.rows));
    let main = wheel.and_then(|wheel| wheel.layers.iter().find(|layer| layer.style == LayerStyle::Now));
    let holds = |reading: Reading| main.is_some_and(|layer| layer.readings.contains(&reading));
    let layers = STYLES.into_iter().filter(|style| {
        // One's own number alone says what it is.
        let said = |row: &SheetRow| *style != LayerStyle::Now && row.values.iter().any(|value| value.style == *style);
        let drawn = |row: &SheetRow| row.picture.as_ref().is_some_and(|picture| picture.shows(*style));
        wheel.is_some_and(|wheel| wheel.layers.iter().any(|layer| layer.style == *style))
            || rows().any(|row| said(row) || drawn(row))
    });
    let banded =
        |picture: &RowPicture| matches!(picture, RowPicture::Dumbbell(row) if row.band.is_some_and(|half| half > 0.0));
    let also = [
        (holds(Reading::Blank), LegendMark::Blank),
        (holds(Reading::NotApplicable), LegendMark::NotApplicable),
        (rows().filter_map(|row| row.picture.as_ref()).any(banded), LegendMark::Band),
    ];
    layers.map(LegendMark::Layer).chain(also.into_iter().filter(|(there, _)| *there).map(|(_, mark)| mark)).collect()
}

impl RowPicture {
    fn shows(&self, style: LayerStyle) -> bool {
        match self {
            Self::Dumbbell(row) => row.marks.iter().any(|(each, reading)| *each == style && reading.value().is_some()),
            Self::Timeline(line) => line.points.iter().any(|point| point.style == style),
        }
    }
}

impl SheetParts {
    fn new(wheel: Option<WheelSpec>, groups: Vec<SheetGroup>) -> Self {
        // A list too long for a wheel has none.
        let figure = wheel.filter(|wheel| !wheel.labels.is_empty());
        Self { marks: marks(figure.as_ref(), &groups), figure, groups }
    }
}

impl RowWords {
    fn row(&self, item: &Item) -> SheetRow {
        let opposite = if item.kind == ItemKind::Construct { (self.opposite)(item) } else { String::new() };
        SheetRow { text: (self.text)(item), opposite, ..SheetRow::default() }
    }

    fn value(&self, style: LayerStyle, reading: Reading, scale: Scale, direction: Direction) -> SheetValue {
        SheetValue { style, words: (self.reading)(reading, scale, direction), rated: reading.value().is_some() }
    }

    fn mean_value(&self, style: LayerStyle, mean: Mean) -> SheetValue {
        SheetValue { style, words: (self.mean)(mean), rated: mean.enough().is_some() }
    }

    /// What was said of an item: then and now in any case, all else where there is a number.
    fn values(&self, change: &Change) -> Vec<SheetValue> {
        let value = |style: LayerStyle| match reading(change, style) {
            Reading::Absent if matches!(style, LayerStyle::Then | LayerStyle::Now) => {
                Some(SheetValue { style, words: (self.absent)(change.pairing), rated: false })
            }
            Reading::Absent => None,
            reading => Some(self.value(style, reading, change.scale, change.direction)),
        };
        STYLES.into_iter().filter_map(value).collect()
    }
}
